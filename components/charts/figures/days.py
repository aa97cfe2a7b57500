"""Round dates on a time axis: months, years, decades … so many that their names stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from components.charts.civil import civil_of, day_of
from components.charts.figures.words import FigureWords
from components.charts.measure import text_px
from components.charts.tokens import SMALL

AIR = 14  # px between two names
MONTH_STEPS = (1, 2, 3, 6)
MOST_TICKS = 400  # a guard: more would be no ticks but a bar


def day_ticks(first: float, last: float, px: float, labels: FigureWords) -> list[tuple[int, str]]:
    """Days with their names between two days that are `px` apart."""
    for step in MONTH_STEPS:
        if (last - first) / (30.4 * step) <= MOST_TICKS:
            made = list(_months(first, last, step, labels))
            if len(made) >= 2 and _apart(made, first, last, px):
                return made
    step = 1
    while True:
        for factor in (1, 2, 5):
            made = list(_years(first, last, step * factor, labels))
            if len(made) < MOST_TICKS and _apart(made, first, last, px):
                return made or [(int(first), labels.time.year(civil_of(int(first))[0]))]
        step *= 10


def _apart(made: list[tuple[int, str]], first: float, last: float, px: float) -> bool:
    scale = px / (last - first)
    return all(
        (to - since) * scale >= (text_px(one, SMALL) + text_px(other, SMALL)) / 2 + AIR
        for (since, one), (to, other) in pairwise(made)
    )


def _months(first: float, last: float, step: int, labels: FigureWords) -> Iterator[tuple[int, str]]:
    """Months by name; January, and the first of all, by its year too."""
    year, month, _ = civil_of(int(first))
    month = (month - 1) // step * step + 1
    seen = False
    while day_of(year, month) <= last:
        day = day_of(year, month)
        if day >= first:
            name = labels.time.months[month - 1]
            full = f"{name} {labels.time.year(year)}"
            yield day, full if month == 1 or not seen else name
            seen = True
        year, month = (year + 1, month + step - 12) if month + step > 12 else (year, month + step)


def _years(first: float, last: float, step: int, labels: FigureWords) -> Iterator[tuple[int, str]]:
    year = -(-civil_of(int(first))[0] // step) * step
    count = 0
    while day_of(year) <= last and count < MOST_TICKS:
        if day_of(year) >= first:
            yield day_of(year), labels.time.year(year)
            count += 1
        year += step
