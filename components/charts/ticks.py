"""Where an axis has ticks and what stands beside them: days, months, years or millions of years.

A label stands right of its tick, over the day, month or year that begins there. Months and days
have a line above with the year or month they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.civil import DAYS_PER_YEAR, civil_of, day_of
from components.charts.measure import text_px
from components.charts.tokens import TICK
from components.charts.words import Words

BESIDE = 5  # px between a tick and its label
APART, AIR = 7, 34  # px between two labels; in the overview
MONTH_STEPS, DAY_STEPS = (1, 3), (1, 2, 5, 10)
DAY_PX = 32  # px between ticks of days: closer ones read as a barcode
TENTHS_PX = 60  # px of a month from which its 11th and 21st have small ticks


@dataclass(frozen=True)
class Ticks:
    """Major ticks (day, text, upper line) and minor ticks (day), in order; `lines` of text."""

    major: tuple[tuple[int, str, str], ...]
    minor: tuple[int, ...]

    @property
    def lines(self) -> int:
        """How many lines of text stand above the axis."""
        return 2 if any(upper for _, _, upper in self.major) else 1


def ticks(axis: Axis, labels: Words, *, only_years: bool = False) -> Ticks:
    """Ticks for a window and one window's width on both sides, so that panning finds them."""
    margin = axis.end - axis.start
    first, last = axis.start - margin, axis.end + margin
    year_px = DAYS_PER_YEAR * axis.scale
    if only_years:
        return _year_ticks(axis, first, last, year_px, labels, AIR)
    widest_month = max(text_px(name, TICK) for name in labels.months) + BESIDE + APART
    for step in DAY_STEPS:
        if axis.scale * step >= DAY_PX:
            return Ticks(_named(axis, _days(first, last, step), _day_text, labels), ())
    for step in MONTH_STEPS:
        if year_px * step / 12.3 >= widest_month:
            minor: Iterator[int] = iter(())
            if step > 1:
                minor = _months(first, last, 1)
            elif year_px / 12 >= TENTHS_PX:
                minor = _days(first, last, 10)
            major = _named(axis, _months(first, last, step), _month_text, labels)
            return Ticks(major, tuple(_shown(axis, minor)))
    return _year_ticks(axis, first, last, year_px, labels)


def _year_ticks(
    axis: Axis, first: int, last: int, year_px: float, labels: Words, apart: float = APART
) -> Ticks:
    from_year, to_year = civil_of(first)[0], civil_of(last)[0]
    step = _year_step(year_px, from_year, to_year, labels, apart)
    days = _shown(axis, (day_of(year) for year in _years(from_year, to_year, step)))
    major = [(day, labels.year(civil_of(day)[0]), "") for day in days]
    minor: Iterator[int] = iter(())
    if step == 1 and year_px >= 24:
        minor = _months(first, last, 3)
    elif step > 1:
        finer = step // (5 if str(step)[0] in "15" else 2)
        minor = (day_of(year) for year in _years(from_year, to_year, max(finer, 1)))
    return Ticks(_apart(axis, major), tuple(_shown(axis, minor)))


def _year_step(year_px: float, from_year: int, to_year: int, labels: Words, apart: float) -> int:
    """The smallest of 1, 2, 5, 10, 20 … years whose labels stand apart."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            some = (from_year // step * step, to_year // step * step)
            widest = max(text_px(labels.year(year), TICK) for year in some)
            if step * year_px >= widest + BESIDE + apart:
                return step
        power *= 10


def _years(first: int, last: int, step: int) -> Iterator[int]:
    """Multiples of the step as people count: …, 2000 BCE, 1000 BCE, 1, 1000, 2000 …"""
    for count in range(first // step, last // step + 1):
        year = count * step
        if year == 0:
            yield 1
        else:
            yield year if year > 0 else year + 1


def _months(first: int, last: int, step: int) -> Iterator[int]:
    from_year, to_year = civil_of(first)[0], civil_of(last)[0]
    for year in range(from_year, to_year + 1):
        for month in range(1, 13, step):
            yield day_of(year, month)


def _days(first: int, last: int, step: int) -> Iterator[int]:
    for day in range(first, last):
        of_month = civil_of(day)[2]
        # A tick just before the first of the next month would touch it.
        if (of_month - 1) % step == 0 and (step == 1 or of_month <= 31 - step):
            yield day


def _shown(axis: Axis, days: Iterator[int]) -> list[int]:
    """Days that are not folded away; the first day of a fold belongs to the fold."""
    return [day for day in days if not any(f.start <= day < f.end for f in axis.folds)]


def _day_text(day: int, labels: Words) -> tuple[str, str]:
    year, month, of_month = civil_of(day)
    return str(of_month), f"{labels.months[month - 1]} {labels.year(year)}"


def _month_text(day: int, labels: Words) -> tuple[str, str]:
    year, month, _ = civil_of(day)
    return labels.months[month - 1], labels.year(year)


def _named(
    axis: Axis, days: Iterator[int], name, labels: Words
) -> tuple[tuple[int, str, str], ...]:
    """Every tick with its text; the upper line only where it changes, and at the first in sight."""
    major, last, last_px = [], "", float("-inf")
    shown = _shown(axis, days)
    named = [(day, *name(day, labels)) for day in shown]
    seen = False
    for index, (day, text, upper) in enumerate(named):
        first = not seen and day >= axis.start
        seen = seen or first
        if not first and upper == last:
            major.append((day, text, ""))
            continue
        last = upper
        following = next((d for d, _, u in named[index + 1 :] if u != upper), None)
        room = axis.px(following) - axis.px(day) if following is not None else axis.width
        fits = text_px(upper, TICK) + APART <= room and axis.px(day) >= last_px
        major.append((day, text, upper if fits else ""))
        last_px = axis.px(day) + text_px(upper, TICK) + APART if fits else last_px
    return _apart(axis, major)


def _apart(axis: Axis, major: list[tuple[int, str, str]]) -> tuple[tuple[int, str, str], ...]:
    """The same ticks without texts that would touch a neighbour, a fold's name or the edge."""
    kept, end = [], float("-inf")
    barriers = [axis.px(fold.start) for fold in axis.folds] + [axis.width]
    for day, text, upper in major:
        px = axis.px(day)
        left = px + BESIDE
        right = left + max(text_px(text, TICK), text_px(upper, TICK))
        if left < end + APART or any(px < barrier < right for barrier in barriers):
            kept.append((day, "", ""))
            continue
        kept.append((day, text, upper))
        end = left + text_px(text, TICK)
    return tuple(kept)
