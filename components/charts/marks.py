"""Traces of one plot: bars, marks, labels, and what can be hovered or clicked.

Few traces whatever the number of events: each holds arrays. A text trace has no shift in px, but
Plotly moves a text out of the way of its own marker, by radius / 0.8 + 1 px; so every label
hangs on a date with an invisible marker of just the size that gives the shift, and stays beside
its mark while the reader zooms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.bands import Placed
from components.charts.geometry import ARROW, QUESTION
from components.charts.literal import literal
from components.charts.tokens import (
    BAR,
    BAR_LESSER,
    LABEL,
    RING,
    ROW,
    Theme,
    mark_px,
    rgba,
    symbol,
)

HIT_PX = 36  # between points that answer the pointer; Plotly looks 20 px around it


@dataclass(frozen=True)
class Plot:
    """Where a panel is drawn: its axes' names, its days and its colours."""

    x: str  # "x", "x2" …
    y: str
    axis: Axis
    theme: Theme
    row_px: int = ROW

    def trace(self, name: str, **attributes) -> dict:
        """A trace on these axes that has no legend and answers no pointer unless asked to."""
        base = {"type": "scatter", "name": name, "xaxis": self.x, "yaxis": self.y}
        return base | {"hoverinfo": "skip", "showlegend": False} | attributes

    def refs(self) -> dict:
        """References of a shape on these axes."""
        return {"xref": self.x, "yref": self.y}

    def y_of(self, top: float, row: int) -> float:
        """px of a row's middle below the top of the plot."""
        return top + (row + 0.5) * self.row_px


Row = tuple[Placed, float]  # an event and the top of its lane's rows, px


def traces(items: Sequence[Row], plot: Plot, open_id: str) -> list[dict]:
    """All traces of a plot's events, from back to front."""
    made = [
        # Plotly leaves out an axis that no trace uses; an empty lane keeps its own.
        plot.trace("frame", mode="none", x=[None], y=[None]),
        _bars(items, plot),
        _marks(items, plot),
        _arrows(items, plot),
        _questions(items, plot),
        _ring(items, plot, open_id),
        *(_labels(items, plot, importance) for importance in (1, 2, 3)),
        _hits(items, plot),
    ]
    return [trace for trace in made if trace]


def shift_size(px: float) -> float:
    """Size of the invisible marker that moves a text `px` to the side."""
    return max((px - 1) * 1.6, 0)


def _bars(items: Sequence[Row], plot: Plot) -> dict | None:
    base, length, y, colours, heights = [], [], [], [], []
    for item, top in items:
        hue = plot.theme.hue(item.extent.slot)
        for low, high, opacity in item.footing.bars:
            base.append(plot.axis.u_at(low))
            length.append((high - low) / plot.axis.scale)
            y.append(plot.y_of(top, item.mark_row))
            colours.append(hue if opacity == 1 else rgba(hue, opacity))
            heights.append(BAR if item.place.side else BAR_LESSER)
    if not base:
        return None
    return plot.trace(
        "bars",
        type="bar",
        orientation="h",
        base=base,
        x=length,
        y=y,
        width=heights,
        marker={"color": colours, "line": {"width": 0}},
    )


def _marks(items: Sequence[Row], plot: Plot) -> dict | None:
    if not items:
        return None
    theme = plot.theme
    fill, edge, edge_px = [], [], []
    for item, _ in items:
        hue, style = theme.hue(item.extent.slot), item.extent.style
        fill.append(hue if style == "solid" else theme.page)
        edge.append(hue if style == "hollow" else theme.page)
        edge_px.append({"solid": 1, "hollow": 1.6, "doubtful": 0}[style])
    return plot.trace(
        "marks",
        mode="markers",
        x=[plot.axis.u_at(item.footing.mark) for item, _ in items],
        y=[plot.y_of(top, item.mark_row) for item, top in items],
        customdata=[item.extent.id for item, _ in items],
        hovertext=[item.extent.hover for item, _ in items],
        hoverinfo="text",
        marker={
            "symbol": [symbol(item.extent.slot) for item, _ in items],
            "size": [mark_px(item.extent.slot, item.size) for item, _ in items],
            "color": fill,
            "opacity": 1,
            "line": {"color": edge, "width": edge_px},
        },
    )


def _arrows(items: Sequence[Row], plot: Plot) -> dict | None:
    x, y, symbols, colours = [], [], [], []
    for item, top in items:
        for side, at, name in (
            (item.footing.left, ARROW / 2, "triangle-left"),
            (item.footing.right, plot.axis.width - ARROW / 2, "triangle-right"),
        ):
            if side == "arrow":
                x.append(plot.axis.u_at(at))
                y.append(plot.y_of(top, item.mark_row))
                symbols.append(name)
                colours.append(plot.theme.hue(item.extent.slot))
    if not x:
        return None
    marker = {"symbol": symbols, "size": 12, "color": colours, "opacity": 1, "line": {"width": 0}}
    return plot.trace("arrows", mode="markers", x=x, y=y, marker=marker)


def _questions(items: Sequence[Row], plot: Plot) -> dict | None:
    x, y, colours = [], [], []
    for item, top in items:
        for side, at in (
            (item.footing.left, item.footing.low + QUESTION / 2),
            (item.footing.right, item.footing.high - QUESTION / 2),
        ):
            if side == "unknown":
                x.append(plot.axis.u_at(at))
                y.append(plot.y_of(top, item.mark_row))
                colours.append(plot.theme.hue(item.extent.slot))
    if not x:
        return None
    font = {"size": LABEL + 1, "color": colours, "weight": 600}
    return plot.trace("questions", mode="text", x=x, y=y, text=["?"] * len(x), textfont=font)


def _ring(items: Sequence[Row], plot: Plot, open_id: str) -> dict | None:
    mine = [(item, top) for item, top in items if item.extent.id == open_id]
    if not mine:
        return None
    return plot.trace(
        "open",
        mode="markers",
        x=[plot.axis.u_at(item.footing.mark) for item, _ in mine],
        y=[plot.y_of(top, item.mark_row) for item, top in mine],
        marker={
            "symbol": "circle-open",
            "size": RING,
            "color": plot.theme.accent,
            "opacity": 1,
            "line": {"width": 2},
        },
    )


def _labels(items: Sequence[Row], plot: Plot, importance: int) -> dict | None:
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


def _hits(items: Sequence[Row], plot: Plot) -> dict | None:
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
