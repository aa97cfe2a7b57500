"""Traces of a plot's labels, and of the invisible points that make labels and bars answer."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.bands import Placed
from components.charts.literal import literal
from components.charts.plot import Plot, Row, shift_size
from components.charts.tokens import LABEL

HIT_PX = 36  # between points that answer the pointer; Plotly looks 20 px around it


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
    """Invisible points over bars and labels, so that they open their event too."""
    x, y, ids, texts = [], [], [], []
    for item, top in items:
        hover = item.extent.hover
        for row, low, high in _sensitive(item):
            steps = max(round((high - low) / HIT_PX), 1)
            for step in range(steps):
                at = low + (high - low) * (step + 0.5) / steps
                x.append(plot.axis.u_at(at))
                y.append(plot.y_of(top, row))
                ids.append(item.extent.id)
                texts.append(hover)
    if not x:
        return None
    return plot.trace(
        "hits", mode="none", x=x, y=y, customdata=ids, hovertext=texts, hoverinfo="text"
    )


def _sensitive(item: Placed) -> list[tuple[int, float, float]]:
    """Stretches (row, from, to) px beside the mark that belong to the event."""
    low, high = item.footing.foot
    parts = []
    if high - low > HIT_PX:
        parts.append((item.mark_row, low, high))
    if item.place.side:
        (_, label_low, label_high), *_ = item.place.intervals
        if item.place.side == "right":
            label_low = item.place.x
        if item.place.side == "left":
            label_high = item.place.x
        parts.append((item.row, label_low, label_high))
    return parts
