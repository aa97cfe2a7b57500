"""Traces of one plot: bars, marks, labels, and what can be hovered or clicked.

Few traces whatever the number of events: each holds arrays.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.timeline.geometry import ARROW, QUESTION
from components.charts.timeline.labels import hit_trace, label_trace
from components.charts.timeline.plot import Plot, Row
from components.charts.tokens import (
    BAR,
    BAR_LESSER,
    LABEL,
    RING,
    mark_px,
    rgba,
    symbol,
)


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
        *(label_trace(items, plot, importance) for importance in (1, 2, 3)),
        hit_trace(items, plot),
    ]
    return [trace for trace in made if trace]


def _bars(items: Sequence[Row], plot: Plot) -> dict | None:
    base, length, y, colours, heights, of = [], [], [], [], [], []
    for item, top in items:
        hue = plot.theme.hue(item.extent.slot)
        for low, high, opacity in item.footing.bars:
            base.append(plot.axis.u_at(low))
            length.append((high - low) / plot.axis.scale)
            y.append(plot.y_of(top, item.mark_row))
            colours.append(hue if opacity == 1 else rgba(hue, opacity))
            heights.append(BAR if item.place.side else BAR_LESSER)
            of.append(item.extent.id)
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
        meta=of,
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
    x, y, symbols, colours, of = [], [], [], [], []
    for item, top in items:
        for side, at, name in (
            (item.footing.left, ARROW / 2, "triangle-left"),
            (item.footing.right, plot.axis.width - ARROW / 2, "triangle-right"),
        ):
            if side == "arrow":
                x.append(plot.axis.u_at(at))
                y.append(plot.y_of(top, item.mark_row))
                symbols.append(name)
                of.append(item.extent.id)
                colours.append(plot.theme.hue(item.extent.slot))
    if not x:
        return None
    marker = {"symbol": symbols, "size": 12, "color": colours, "opacity": 1, "line": {"width": 0}}
    return plot.trace("arrows", mode="markers", x=x, y=y, marker=marker, meta=of)


def _questions(items: Sequence[Row], plot: Plot) -> dict | None:
    x, y, colours, of = [], [], [], []
    for item, top in items:
        for side, at in (
            (item.footing.left, item.footing.low + QUESTION / 2),
            (item.footing.right, item.footing.high - QUESTION / 2),
        ):
            if side == "unknown":
                x.append(plot.axis.u_at(at))
                y.append(plot.y_of(top, item.mark_row))
                colours.append(plot.theme.hue(item.extent.slot))
                of.append(item.extent.id)
    if not x:
        return None
    font = {"size": LABEL + 1, "color": colours, "weight": 600}
    texts = ["?"] * len(x)
    return plot.trace("questions", mode="text", x=x, y=y, text=texts, textfont=font, meta=of)


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
