"""One lane filled: which of its events are drawn, in which row, with which label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.extents import Extent
from components.charts.timeline.detail import ROWS_OF_MARKS, Detail, most_important
from components.charts.timeline.geometry import Footing, footing, is_shown
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
    """A lane over an axis."""

    lane: Lane
    shown: tuple[Extent, ...]
    placed: tuple[Placed, ...]
    rows: int
    before: int
    after: int
    is_density: bool

    @property
    def labelled(self) -> int:
        """How many events have a label."""
        return sum(1 for item in self.placed if item.place.side)


def band(lane: Lane, mine: Sequence[Extent], axis: Axis, detail: Detail, open_id: str) -> Band:
    """A lane's events over an axis, packed."""
    shown = [extent for extent in mine if is_shown(extent, axis)]
    drawn = shown
    if detail.is_density:
        drawn = most_important(shown, axis)
        drawn += [e for e in shown if e.id == open_id and e not in drawn]
    placed, rows = pack(drawn, axis, detail, open_id)
    return Band(
        lane=lane,
        shown=tuple(shown),
        placed=tuple(placed),
        rows=rows,
        before=sum(1 for extent in mine if extent.end <= axis.start),
        after=sum(1 for extent in mine if extent.first >= axis.end),
        is_density=detail.is_density,
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
