"""Where labels go so that none touches another, a mark or a bar.

A lane is rows; a row holds intervals of px that stay NEIGHBOUR_GAP apart. Whoever comes first
takes the first row with room, so the order of the items is the order of their importance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from components.charts.measure import shorten, text_px
from components.charts.tokens import LABEL, LABEL_GAP, NEIGHBOUR_GAP

LEAST_CUT = 70  # px: a shorter stump of a label says nothing


@dataclass(frozen=True, slots=True)
class Place:
    """A way to draw an item: rows it needs below the first, as intervals of px, and its label."""

    intervals: tuple[tuple[int, float, float], ...]  # (row offset, from, to)
    text: str = ""
    side: str = ""  # "right", "left", "above" or "" without a label
    x: float = 0.0  # px where the text begins (right, above) or ends (left)


@dataclass(slots=True)
class Rows:
    """Rows of disjoint intervals, each row sorted."""

    starts: list[list[float]] = field(default_factory=list)
    ends: list[list[float]] = field(default_factory=list)

    def put(self, places: Sequence[Place], limit: int) -> tuple[int, Place] | None:
        """The first of `limit` rows that takes one of the places, and that place; else None."""
        for row in range(limit):
            for place in places:
                if self._takes(row, place, limit):
                    self._take(row, place)
                    return row, place
        return None

    def __len__(self) -> int:
        return len(self.starts)

    def _takes(self, row: int, place: Place, limit: int) -> bool:
        for offset, low, high in place.intervals:
            if row + offset >= limit:
                return False
            if row + offset >= len(self.starts):
                continue
            starts, ends = self.starts[row + offset], self.ends[row + offset]
            index = bisect_left(starts, low)
            if index and ends[index - 1] + NEIGHBOUR_GAP > low:
                return False
            if index < len(starts) and starts[index] < high + NEIGHBOUR_GAP:
                return False
        return True

    def _take(self, row: int, place: Place) -> None:
        for offset, low, high in place.intervals:
            while row + offset >= len(self.starts):
                self.starts.append([])
                self.ends.append([])
            index = bisect_left(self.starts[row + offset], low)
            self.starts[row + offset].insert(index, low)
            self.ends[row + offset].insert(index, high)


def label_places(
    text: str, foot: tuple[float, float], width: float, *, bold: bool = False
) -> list[Place]:
    """Ways to label what occupies `foot` (px) in a plot of `width` px: right, left, above, cut.

    A text that fits on neither side stands above a bar that is long enough, else it is cut at a
    word on the roomier side; where no word fits there is no label.
    """
    low, high = foot
    size = text_px(text, LABEL, bold=bold) + 1
    places = []
    if high + LABEL_GAP + size <= width:
        places.append(_beside(text, "right", foot, size))
    if low - LABEL_GAP - size >= 0:
        places.append(_beside(text, "left", foot, size))
    if places:
        return places
    if high - low > 60 and max(low, 0) + size <= width:
        x = max(low, 2.0)
        return [Place(((0, x, x + size), (1, low, high)), text, "above", x)]
    side, room = ("right", width - high) if width - high >= low else ("left", low)
    cut = shorten(text, room - LABEL_GAP - 1, LABEL, bold=bold) if room > LEAST_CUT else ""
    if not cut:
        return [bare(foot)]
    return [_beside(cut, side, foot, text_px(cut, LABEL, bold=bold) + 1)]


def bare(foot: tuple[float, float]) -> Place:
    """The place of a mark without a label."""
    return Place(((0, *foot),))


def _beside(text: str, side: str, foot: tuple[float, float], size: float) -> Place:
    low, high = foot
    if side == "right":
        x = high + LABEL_GAP
        return Place(((0, low, x + size),), text, side, x)
    x = low - LABEL_GAP
    return Place(((0, x - size, high),), text, side, x)
