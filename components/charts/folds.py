"""Which years of an axis are folded: where next to nothing happened, the picture needs no room.

Found from the events that are drawn. Empty years leave a visible break; a few lonely events in a
long stretch stay visible in it, closer together, so that nothing is hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from components.charts.axis import FOLD_PX
from components.charts.civil import DAYS_PER_YEAR, day_of, year_of, years_of

FOLD_YEARS = 3  # fewer years are not worth a break
MAX_FOLDS = 3
SPARSE = 0.08  # at most this share of the events may stand in folded years …
SPARSE_PX = 14  # … with this much room for each, at most,
SPARSE_SHARE = 1 / 70  # or this much of the width
LEAST_SAVED = 60  # px
MOST_FOLDED = 0.4  # of the width may be folds
MOST_COUNTED = 100_000  # years that lie apart, for which a number each is room enough
MANY_YEARS = 150  # with events; beyond, only the empty stretches are looked at


@dataclass(frozen=True)
class Stretch:
    """Days [start, end) to fold, and how many events stand in them."""

    start: int
    end: int
    events: int

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the stretch."""
        return year_of(self.start), year_of(self.end - 1)


def stretches(days: Iterable[float], window: tuple[int, int], width: float) -> list[Stretch]:
    """Whole years to fold, in order: those that save most px, at most MAX_FOLDS.

    days: one for every event that is drawn. A stretch lies between two of the days.
    """
    among = np.fromiter(days, dtype=float) if not isinstance(days, np.ndarray) else days
    years = years_of(among[(among >= window[0]) & (among <= window[1])])
    inside = _counted(years)
    year_px = width / (window[1] - window[0] + 1) * DAYS_PER_YEAR
    budget = int(sum(inside.values()) * SPARSE)
    chosen: list[Stretch] = []
    while len(chosen) < MAX_FOLDS:
        taken = sum(fold_room(stretch, width) for stretch in chosen)
        left = budget - sum(stretch.events for stretch in chosen)
        best = max(
            (
                (saved, stretch)
                for stretch in _candidates(inside, left)
                if not any(_touch(stretch, other) for other in chosen)
                and (saved := _saved(stretch, year_px, width)) >= LEAST_SAVED
                and taken + fold_room(stretch, width) <= MOST_FOLDED * width
            ),
            key=lambda found: found[0],
            default=None,
        )
        if best is None:
            break
        chosen.append(best[1])
    return sorted(chosen, key=lambda stretch: stretch.start)


def _counted(years: np.ndarray) -> Counter[int]:
    """How many events each year has; very many without sorting them."""
    first = int(years.min()) if len(years) else 0
    if not len(years) or int(years.max()) - first > MOST_COUNTED:
        found, numbers = np.unique_counts(years)
    else:
        every = np.bincount(years - first)
        found, numbers = np.flatnonzero(every) + first, every[np.flatnonzero(every)]
    return Counter(dict(zip(found.tolist(), numbers.tolist(), strict=True)))


def fold_room(stretch: Stretch, width: float, name_px: float = FOLD_PX) -> float:
    """px that a folded stretch keeps: for its name, and for the events in it."""
    return max(FOLD_PX, name_px) + min(SPARSE_PX, width * SPARSE_SHARE) * stretch.events


def _saved(stretch: Stretch, year_px: float, width: float) -> float:
    first, last = stretch.years
    return (last - first + 1) * year_px - fold_room(stretch, width)


def _touch(one: Stretch, other: Stretch) -> bool:
    return one.start <= other.end and other.start <= one.end


def _candidates(counts: Counter[int], budget: int) -> Iterator[Stretch]:
    """Stretches between two years with events that hold at most `budget` events."""
    years = sorted(counts)
    if len(years) > MANY_YEARS:
        budget = 0
    pairs: Iterable[Sequence[int]] = pairwise(years) if budget == 0 else combinations(years, 2)
    before, total = {}, 0
    for year in years:
        before[year] = total
        total += counts[year]
    for first, last in pairs:
        events = before[last] - before[first] - counts[first]
        if events <= budget and last - first - 1 >= FOLD_YEARS:
            yield Stretch(day_of(first + 1), day_of(last), events)
