"""Round dates on a time axis: months, years, decades … so many that their names stand apart.

Where every month or year has a name, it stands over the middle of what it names: a number for
1901 is above "1901". Else it stands at the tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.charts.civil import DAYS_PER_YEAR, civil_of, day_of
from components.charts.figures.words import FigureWords
from components.charts.measure import text_px
from components.charts.tokens import SMALL

AIR = 14  # px between two names
MONTH = DAYS_PER_YEAR / 12
MONTH_STEPS = (1, 2, 3, 6)
MOST_MONTHS = 23  # a longer time is told in years
LEAST_SHOWN = 0.4  # of a month or year that must lie on the axis for its name to stand there


@dataclass(frozen=True)
class Tick:
    """The first day of what is named, the day its name stands over, and the name."""

    day: float
    at: float
    text: str


def day_ticks(first: float, last: float, px: float, labels: FigureWords) -> list[Tick]:
    """Ticks between two days that are `px` apart; one at least."""
    if (last - first) / MONTH <= MOST_MONTHS:
        for step in MONTH_STEPS:
            made = _kept(_months(first, last, step, labels), first, last)
            if len(made) >= 2 and _apart(made, px / (last - first)):
                return made
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if (last - first) / DAYS_PER_YEAR / step > px:
                continue
            made = _kept(_years(first, last, step, labels), first, last)
            if _apart(made, px / (last - first)):
                return made or [Tick(first, first, labels.month(int(first)))]
        power *= 10


def _apart(made: Sequence[Tick], scale: float) -> bool:
    return all(
        (right.at - left.at) * scale
        >= (text_px(left.text, SMALL) + text_px(right.text, SMALL)) / 2 + AIR
        for left, right in pairwise(made)
    )


def _kept(ticks: Iterator[tuple[Tick, float]], first: float, last: float) -> list[Tick]:
    """Ticks whose name stands on the axis, over what is seen of a month or year."""
    made = []
    for tick, end in ticks:
        if tick.at == tick.day:
            if first <= tick.day <= last:
                made.append(tick)
            continue
        low, high = max(tick.day, first), min(end, last)
        if high - low >= LEAST_SHOWN * (end - tick.day):
            made.append(Tick(tick.day, (low + high) / 2, tick.text))
    return made


def _months(
    first: float, last: float, step: int, labels: FigureWords
) -> Iterator[tuple[Tick, float]]:
    """Months by name; January, and the first of all, with its year."""
    year, month, _ = civil_of(int(first))
    month, seen = (month - 1) // step * step + 1, False
    while day_of(year, month) <= last:
        day = day_of(year, month)
        following = (year, month + step) if month + step <= 12 else (year + 1, month + step - 12)
        end = day_of(*following)
        name = labels.time.months[month - 1]
        full = f"{name} {labels.time.year(year)}"
        shown = end - LEAST_SHOWN * (end - day) >= first if step == 1 else day >= first
        text = full if month == 1 or (shown and not seen) else name
        seen = seen or shown
        yield Tick(day, (day + end) / 2 if step == 1 else day, text), end
        year, month = following


def _years(
    first: float, last: float, step: int, labels: FigureWords
) -> Iterator[tuple[Tick, float]]:
    count = civil_of(int(first))[0] // step
    while day_of(year := _counted(count, step)) <= last:
        day, end = day_of(year), day_of(_counted(count + 1, step))
        yield Tick(day, (day + end) / 2 if step == 1 else day, labels.time.year(year)), end
        count += 1


def _counted(count: int, step: int) -> int:
    """The civil year that people call round: 10 BCE, 1, 10 …; with step 1 every year."""
    year = count * step
    return year if step == 1 or year > 0 else year + 1
