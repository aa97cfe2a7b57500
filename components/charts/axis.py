"""From days to pixels and back, with empty stretches folded.

A plot's own coordinate `u` is a linear axis in days: any year fits, before 1 and beyond 9999.
Without folds u is the day number (days since 1970-01-01); a folded stretch takes fewer u than it
has days. Day d fills [d, d + 1), so a window of days (both ends included) is [from, to + 1).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import TYPE_CHECKING

import numpy as np

from components.charts.civil import year_of

if TYPE_CHECKING:
    from components.charts.folds import Stretch

FOLD_PX = 46  # what is left of a folded stretch, at least


@dataclass(frozen=True, slots=True)
class Fold:
    """Days [start, end) drawn as u [u_start, u_end); `events` stand in them."""

    start: int
    end: int
    u_start: float
    u_end: float
    events: int = 0

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

    def px_of(self, days: np.ndarray) -> np.ndarray:
        """`px` of many days within the window at once."""
        bends = [self.start, *(day for fold in self.folds for day in (fold.start, fold.end))]
        bends.append(self.end)
        return np.interp(days, bends, [self.px(day) for day in bends])

    def u_at(self, px: float) -> float:
        """Coordinate at a px from the left edge of the plot, rounded to less than 0.1 px."""
        digits = max(ceil(log10(self.scale)) + 1, 0)
        return round(self.u(self.start) + px / self.scale, digits)


def make_axis(
    window: tuple[int, int],
    width: float,
    stretches: Sequence[Stretch] = (),
    fold_px: Sequence[float] = (),
) -> Axis:
    """Axis over a window of days (both included) on which every stretch is folded.

    stretches: inside the window, in order, apart from each other; fold_px: the px each keeps.
    """
    start, end = window[0], max(window[1], window[0]) + 1
    if not stretches:
        return Axis(start, end, width)
    shown = end - start - sum(each.end - each.start for each in stretches)
    days_per_px = shown / (width - sum(fold_px))
    folds, hidden = [], 0.0
    for each, px in zip(stretches, fold_px, strict=True):
        gap, u = px * days_per_px, each.start - hidden
        folds.append(Fold(each.start, each.end, u, u + gap, each.events))
        hidden += each.end - each.start - gap
    return Axis(start, end, width, tuple(folds))
