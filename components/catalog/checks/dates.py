"""Checks of dates: against the span of their collection, and Old Style against New Style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.dates import Span, iso_bounds
from components.catalog.dates.calendars import iso, julian_from_days
from components.catalog.problems import ERROR, WARNING, Fault
from components.catalog.references import Key

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

Found = Iterator[tuple[Key, Fault]]
_EITHER = "Mend one of the two; the source decides."


def outside(catalog: Catalog) -> Found:
    """Events with a day outside the edges, or else the span, of their collection."""
    for event in catalog.written.values():
        collection = catalog.collections[catalog.collection_of[event.id]]
        name = "edges" if collection.edges else "span"
        allowed = collection.edges or collection.span
        if reaches_out(event.date, allowed):
            what = f"“{event.date}” lies outside the collection's {name}, {allowed}"
            hint = "Mend the date, or widen edges in collection.yaml."
            yield ("event", event.id), Fault(("date",), "outside-span", what, hint)


def reaches_out(date: Span, allowed: Span) -> bool:
    """Whether a known day of `date` lies before or after; open and unknown ends reach nowhere."""
    days = [day for day in (date.earliest, date.latest) if day is not None]
    return any(
        (allowed.earliest is not None and day < allowed.earliest)
        or (allowed.latest is not None and day > allowed.latest)
        for day in days
    )


def edges(catalog: Catalog) -> Found:
    """Edges are wider than the span."""
    for identifier, collection in catalog.collections.items():
        if collection.edges and reaches_out(collection.span, collection.edges):
            what = f"“{collection.edges}” does not contain the span, {collection.span}"
            yield ("collection", identifier), Fault(("edges",), "narrow-edges", what)


def old_style(catalog: Catalog) -> Found:
    """Julian dates: there where the collection asks for them, not later, and right."""
    for event in catalog.written.values():
        rule = catalog.collections[catalog.collection_of[event.id]].old_style_until
        until = rule.latest if rule else None
        for fault in old_style_faults(event.date, event.old_style, until):
            yield ("event", event.id), fault


def old_style_faults(date: Span, old_style: Span | None, until: int | None) -> Iterator[Fault]:
    """What is wrong with the Julian date of an event; until: last day that needs one, or None."""
    if old_style is None:
        if until is not None and (day := _first_day(date, until)) is not None:
            yield _missing(day, date)
    elif until is not None and date.earliest is not None and date.earliest > until:
        what = f"“{date}” is after the reform; the last day before it was {iso(until)}"
        yield Fault(("old_style",), "old-style-after-reform", what, "Delete old_style.")
    else:
        for kind, what, severity in _differences(old_style, date):
            yield Fault(("old_style",), kind, what, _EITHER, severity)


def _missing(day: int, date: Span) -> Fault:
    year, month, of_month = julian_from_days(day)
    if date.precision == "day":
        hint = f"By the Julian calendar it is {year:04d}-{month:02d}-{of_month:02d}."
    else:
        hint = f"{iso(day)} is {year:04d}-{month:02d}-{of_month:02d} by the Julian calendar."
    return Fault((), "old-style-missing", "“old_style” is missing", hint)


def _first_day(date: Span, until: int) -> int | None:
    """The first known day named in a date, if it is not after `until`."""
    days = [one.earliest for one in _singles(date) if _is_day(one) and one.earliest <= until]
    return min(days, default=None)


def _singles(date: Span) -> Iterator[Span]:
    """The single dates of an expression."""
    inner = [one for one in (date.start, *date.members, date.end) if one is not None]
    if not inner:
        yield date
    for one in inner:
        yield from _singles(one)


def _is_day(date: Span) -> bool:
    return date.precision in ("day", "time") and date.earliest == date.latest


def _differences(old: Span, new: Span) -> Iterator[tuple[str, str, str]]:
    """What does not agree, as kind, what, severity: date by date if both are built alike."""
    pairs = list(zip(_singles(old), _singles(new), strict=False))
    is_alike = len(pairs) == len([*_singles(old)]) == len([*_singles(new)])
    if not is_alike or old.is_interval != new.is_interval:
        pairs = [(old, new)]
    for one, other in pairs:
        if _is_apart(one, other):
            what = f"{one} Old Style is {iso_bounds(one)}, but date says {other}"
            yield "old-style-differs", what, ERROR
        elif is_alike and _is_day(one) != _is_day(other):
            what = f"“{one}” is not as precise as “{other}”"
            yield "unlike-precision", what, WARNING


def _is_apart(old: Span, new: Span) -> bool:
    if _is_day(old) and _is_day(new):
        return old.earliest != new.earliest
    return _is_before(old, new) or _is_before(new, old)


def _is_before(one: Span, other: Span) -> bool:
    return None not in (one.latest, other.earliest) and one.latest < other.earliest
