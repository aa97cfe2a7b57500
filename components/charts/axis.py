"""From days to pixels and back, with empty stretches folded.

A plot's own coordinate `u` is a linear axis in days: any year fits, before 1 and beyond 9999.
Without folds u is the day number (days since 1970-01-01); a folded stretch takes fewer u than it
has days. Day d fills [d, d + 1), so a window of days (both ends included) is [from, to + 1).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from components.charts.civil import day_of, year_of

FOLD_PX = 46  # what is left of a folded stretch, at least
FOLD_YEARS = 3  # fewer empty years are not worth a break
MAX_FOLDS = 3


@dataclass(frozen=True, slots=True)
class Fold:
    """Days [start, end) drawn as u [u_start, u_end)."""

    start: int
    end: int
    u_start: float
    u_end: float

    @property
    def years(self) -> tuple[int, int]:
        """First and last folded year (0 is 1 BCE)."""
        return year_of(self.start), year_of(self.end - 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days [start, end) over `width` px."""

    start: int
    end: int
    width: float
    folds: tuple[Fold, ...] = ()

    @property
    def range(self) -> tuple[float, float]:
        """The axis range in u."""
        return self.u(self.start), self.u(self.end)

    @property
    def scale(self) -> float:
        """px per u, which is px per day outside folds."""
        low, high = self.range
        return self.width / (high - low)

    def u(self, day: float) -> float:
        """Coordinate of a day; continues in a straight line outside the window."""
        index = bisect_right([fold.start for fold in self.folds], day) - 1
        if index < 0:
            return day
        fold = self.folds[index]
        if day >= fold.end:
            return day - fold.end + fold.u_end
        share = (day - fold.start) / (fold.end - fold.start)
        return fold.u_start + share * (fold.u_end - fold.u_start)

    def day(self, u: float) -> float:
        """Day of a coordinate; the inverse of `u`."""
        index = bisect_right([fold.u_start for fold in self.folds], u) - 1
        if index < 0:
            return u
        fold = self.folds[index]
        if u >= fold.u_end:
            return u - fold.u_end + fold.end
        share = (u - fold.u_start) / (fold.u_end - fold.u_start)
        return fold.start + share * (fold.end - fold.start)

    def px(self, day: float) -> float:
        """px from the left edge of the plot."""
        return (self.u(day) - self.u(self.start)) * self.scale

    def u_at(self, px: float) -> float:
        """Coordinate at a px from the left edge of the plot."""
        return self.u(self.start) + px / self.scale


def make_axis(
    window: tuple[int, int],
    width: float,
    stretches: Sequence[tuple[int, int]] = (),
    fold_px: Sequence[float] = (),
) -> Axis:
    """Axis over a window of days (both included) on which every stretch [from, to) is folded.

    stretches: inside the window, in order, apart from each other; fold_px: what is left of each.
    """
    start, end = window[0], max(window[1], window[0]) + 1
    if not stretches:
        return Axis(start, end, width)
    shown = end - start - sum(b - a for a, b in stretches)
    days_per_px = shown / (width - sum(fold_px))
    folds, hidden = [], 0.0
    for (a, b), px in zip(stretches, fold_px, strict=True):
        gap = px * days_per_px
        folds.append(Fold(a, b, a - hidden, a - hidden + gap))
        hidden += b - a - gap
    return Axis(start, end, width, tuple(folds))


def empty_stretches(
    days: Iterable[float], window: tuple[int, int], width: float
) -> list[tuple[int, int]]:
    """The longest runs of whole years without any of the days, as [from, to), in order.

    days: where something begins, ends or is marked. A run has at least FOLD_YEARS years, lies
    between two of the days, and would take twice the px of a fold; at most MAX_FOLDS are given.
    """
    inside = sorted({int(day) for day in days if window[0] <= day <= window[1]})
    scale = width / max(window[1] - window[0] + 1, 1)
    runs = []
    for before, after in pairwise(inside):
        first, last = year_of(before) + 1, year_of(after)
        start, end = day_of(first), day_of(last)
        if last - first >= FOLD_YEARS and (end - start) * scale > 2 * FOLD_PX:
            runs.append((start, end))
    runs.sort(key=lambda run: run[0] - run[1])
    room = int(width * 0.4 // FOLD_PX)  # at least 60 % of the width is for what happened
    return sorted(runs[: min(MAX_FOLDS, room)])
