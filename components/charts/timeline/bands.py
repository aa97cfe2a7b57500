"""One lane filled: which of its events are drawn, in which row, with which label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.charts.axis import Axis
from components.charts.extents import Extent, extents
from components.charts.timeline.days import Laned
from components.charts.timeline.detail import (
    ROWS_OF_MARKS,
    Detail,
    Shown,
    density,
    most_important,
)
from components.charts.timeline.geometry import Footing, footing
from components.charts.timeline.lanes import Lane
from components.charts.timeline.packing import Place, Rows, bare, label_places
from components.charts.tokens import MARK, MARK_LESSER


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its row in the lane (of the label, if that stands above) and its place."""

    extent: Extent
    footing: Footing
    row: int
    place: Place

    @property
    def size(self) -> int:
        """px of its mark: size says "lesser", never doubt."""
        return MARK if self.place.side else MARK_LESSER

    @property
    def mark_row(self) -> int:
        """Row of the mark."""
        return self.row + (self.place.side == "above")


@dataclass(frozen=True)
class Band:
    """A lane over an axis; bins: where it is drawn as density, edges (px) and counts."""

    lane: Lane
    shown: int
    placed: tuple[Placed, ...]
    rows: int
    before: int
    after: int
    bins: tuple[np.ndarray, np.ndarray] | None = None

    @property
    def is_density(self) -> bool:
        """Whether its events are too many to mark each."""
        return self.bins is not None

    @property
    def labelled(self) -> int:
        """How many events have a label."""
        return sum(1 for item in self.placed if item.place.side)


def band(lane: Lane, events: Laned, mine: Shown, axis: Axis, detail: Detail, open_id: str) -> Band:
    """A lane's events over an axis, packed; mine: those that the window shows."""
    days = events.days
    inside = drawn = mine.rows
    if detail.is_density:
        drawn = most_important(days, inside, axis)
        also = events.find(open_id) if open_id else drawn[:0]
        also = also[[(inside == row).any() and row not in drawn for row in also]]
        drawn = np.concatenate([drawn, also])
    rows = events.take(drawn).assign(lane=lane.id)
    placed, height = pack(extents(rows), axis, detail, open_id)
    return Band(
        lane=lane,
        shown=len(inside),
        placed=tuple(placed),
        rows=height,
        before=mine.before,
        after=mine.after,
        bins=density(days, inside, axis) if detail.is_density else None,
    )


def pack(
    drawn: Sequence[Extent], axis: Axis, detail: Detail, open_id: str = ""
) -> tuple[list[Placed], int]:
    """Every event in a row, and the number of rows; labels and marks never touch.

    Marks without a label come last and fill the gaps. Only when all rows are full do such marks
    share a place; a label never does.
    """
    rows, placed, waiting = Rows(), [], []
    for extent in sorted(drawn, key=_order(detail)):
        foot = footing(extent, axis, is_open=extent.id == open_id)
        if extent.importance > detail.labelled and extent.id != open_id:
            waiting.append((extent, foot))
            continue
        bold = extent.importance == 1
        got = rows.put(
            label_places(extent.label, foot.foot, axis.width, bold=bold), detail.max_rows
        )
        if got:
            placed.append(Placed(extent, foot, *got))
        else:
            waiting.append((extent, foot))
    for index, (extent, foot) in enumerate(sorted(waiting, key=lambda item: item[0].first)):
        place, limit = bare(foot.foot), detail.max_rows + ROWS_OF_MARKS
        got = rows.put([place], limit) or (limit - 1 - index % ROWS_OF_MARKS, place)
        placed.append(Placed(extent, foot, *got))
    return placed, len(rows)


def _order(detail: Detail):
    if detail.by_importance:
        return lambda extent: (extent.importance, extent.first, extent.end)
    return lambda extent: (extent.first, extent.importance, extent.end)
