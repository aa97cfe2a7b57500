"""Traces of a plot's labels, and of the invisible points that make labels and bars answer."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.literal import literal
from components.charts.timeline.bands import Placed
from components.charts.timeline.plot import Plot, Row, shift_size
from components.charts.tokens import LABEL, MARK

HOVER_PX = 8  # around a mark answer for it: less than to the next row


def label_trace(items: Sequence[Row], plot: Plot, importance: int) -> dict | None:
    """Labels of the events of one importance."""
    mine = [
        (item, top)
        for item, top in items
        if item.place.side and item.extent.importance == importance
    ]
    if not mine:
        return None
    theme, anchors = plot.theme, [_anchor(item) for item, _ in mine]
    return plot.trace(
        f"labels-{importance}",
        mode="markers+text",
        x=[plot.axis.u_at(at) for at, _ in anchors],
        y=[plot.y_of(top, item.row) for item, top in mine],
        text=[literal(item.place.text) for item, _ in mine],
        textposition=[
            "middle left" if item.place.side == "left" else "middle right" for item, _ in mine
        ],
        textfont={
            "size": LABEL,
            "color": theme.muted if importance == 3 else theme.text,
            "weight": 600 if importance == 1 else 400,
        },
        marker={"size": [shift_size(shift) for _, shift in anchors], "opacity": 0},
        meta=[item.extent.id for item, _ in mine],
    )


def _anchor(item: Placed) -> tuple[float, float]:
    """px the label hangs on (the mark, or the end of its bar), and its distance from there."""
    if item.place.side == "above":
        return item.place.x, 0
    mark, x = item.footing.mark, item.place.x
    if abs(x - mark) <= 16:
        return mark, abs(x - mark)
    return (x - 4, 4) if item.place.side == "right" else (x + 4, 4)


def hit_trace(items: Sequence[Row], plot: Plot) -> dict | None:
    """Invisible boxes over bars and labels, so that they open their event too.

    Plotly prefers a mark within HOVER_PX of the pointer, else takes the box under it.
    """
    boxes = [(item, top, *box) for item, top in items for box in _boxes(item)]
    if not boxes:
        return None
    axis = plot.axis
    return plot.trace(
        "hits",
        type="bar",
        orientation="h",
        base=[axis.u_at(low) for *_, low, _ in boxes],
        x=[axis.u_at(high) - axis.u_at(low) for *_, low, high in boxes],
        y=[plot.y_of(top, row) for _, top, row, _, _ in boxes],
        width=plot.row_px - 1,
        marker={"opacity": 0},
        customdata=[item.extent.id for item, *_ in boxes],
        hovertext=[item.extent.hover for item, *_ in boxes],
        hoverinfo="text",
    )


def _boxes(item: Placed) -> list[tuple[int, float, float]]:
    """Boxes (row, from, to) px of what belongs to the event; none where a mark is all."""
    low, high = item.footing.foot
    if not item.place.side and high - low < 2 * MARK:
        return []
    return [(item.row + offset, low, high) for offset, low, high in item.place.intervals]
