"""Checks of things counted: numbers that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.models import Estimate
from components.catalog.problems import WARNING, Fault
from components.catalog.references import Key

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

Found = Iterator[tuple[Key, Fault]]


def _estimates(catalog: Catalog) -> Iterator[tuple[Key, tuple, Estimate, str]]:
    for indicator in catalog.indicators.values():
        for number, estimate in enumerate(indicator.estimates):
            yield ("indicator", indicator.id), ("estimates", number), estimate, indicator.unit


def numbers(catalog: Catalog) -> Found:
    """An estimate has a value or a range; the value lies in the range."""
    for key, path, estimate, _ in _estimates(catalog):
        value, low, high = estimate.value, estimate.low, estimate.high
        if value is None and low is None and high is None:
            what = "says no number: value, low and high are all empty"
            yield key, Fault(path, "no-number", what, "Give value, or low and high.")
        if low is not None and high is not None and low > high:
            yield key, Fault((*path, "low"), "range", f"low {low:g} is more than high {high:g}")
        elif value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        ):
            what = f"{value:g} lies outside low and high"
            yield key, Fault((*path, "value"), "range", what)


def shares(catalog: Catalog) -> Found:
    """A share agrees with the two numbers it was made of, as exactly as it is written."""
    for key, path, estimate, unit in _estimates(catalog):
        part, value = estimate.of, estimate.value
        if part is None:
            continue
        if part.total <= 0 or part.count > part.total:
            what = f"{part.count:g} of {part.total:g} is no share"
            yield key, Fault((*path, "of"), "share", what)
        elif value is not None:
            percent = 100 * part.count / part.total
            if not (_agree(value, percent) or (unit != "percent" and value == part.count)):
                what = f"{part.count:g} of {part.total:g} is {percent:.4g} percent, not {value:g}"
                yield key, Fault((*path, "value"), "share", what, "The source decides.")


def _agree(written: float, exact: float) -> bool:
    # Sources round or cut off: both differ by less than one in the last digit given.
    digits = repr(float(written)).partition(".")[2].rstrip("0")
    return abs(written - exact) < 10 ** -len(digits)


def broken_series(catalog: Catalog) -> Found:
    """A broken series says why it is broken; another is not broken."""
    for indicator in catalog.indicators.values():
        key = ("indicator", indicator.id)
        if indicator.form == "broken-series" and not indicator.breaks:
            what = "“breaks” is missing: why is the series broken?"
            yield key, Fault((), "no-breaks", what, "", WARNING)
