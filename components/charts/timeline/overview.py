"""The whole span of a catalogue at a glance: never folded, a bar for every stretch of time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import plotly.graph_objects as go

from components.charts.axis import Axis
from components.charts.civil import day_of, year_of
from components.charts.literal import literal
from components.charts.ticks import ticks
from components.charts.timeline.heads import note
from components.charts.timeline.panels import x_axis
from components.charts.timeline.plot import Plot
from components.charts.tokens import (
    GUTTER,
    PHONE_BELOW,
    RIGHT,
    SANS,
    SMALL,
    Theme,
    rgba,
)
from components.charts.words import Words

HEIGHT, TOP, AXIS = 74, 4, 20
ALL, CHOSEN = 0.22, 0.78
QUARTERS_UP_TO, LEAST_BAR = 80, 3  # years of quarters; px of a bar


def overview_figure(
    days: np.ndarray,
    chosen: np.ndarray,
    windows: Sequence[tuple[int, int]],
    *,
    width: int,
    theme: Theme,
    labels: Words,
    height: int = HEIGHT,
) -> go.Figure:
    """Bars over the span of all events: pale for all, solid for the chosen ones.

    days, chosen: of all events and of the chosen ones one day each, sorted (`Days.middles`).
    windows: days, both ends included, framed in the accent colour.
    `figure.layout.meta`: {"kind", "epoch", "range" (days), "left", "right" (px), "step"}.
    """
    gutter = GUTTER if width >= PHONE_BELOW else 0
    right = RIGHT if gutter else 0
    edges, step = _edges(days, windows, width - gutter - right)
    plot = Plot("x", "y", Axis(edges[0], edges[-1], width - gutter - right), theme)
    counts, few = (np.diff(np.searchsorted(values, edges)) for values in (days, chosen))
    meta = {"kind": "overview", "epoch": "1970-01-01", "range": [edges[0], edges[-1]]}
    layout = _layout(plot, counts.max(initial=1), width, height, labels) | {
        "margin": {"l": gutter, "r": right, "t": 0, "b": 0, "autoexpand": False},
        "shapes": [_frame(window, theme) for window in _merged(windows)],
        "annotations": _legend(step, height, gutter, theme, labels),
        "meta": meta | {"left": gutter, "right": width - right, "step": step},
    }
    data = _bars(plot, edges, counts, few, step, labels)
    return go.Figure({"data": data, "layout": layout}, _validate=False)


def _edges(days: np.ndarray, windows: Sequence[tuple[int, int]], width: float):
    """First days of the bars, and the name of their step: "quarter", "year" or years as text."""
    ends = [int(days[0]), int(days[-1])] if len(days) else []
    some = [*ends, *(day for window in windows for day in window)] or [0]
    first, last = year_of(min(some)), year_of(max(some)) + 1
    if (last - first) <= QUARTERS_UP_TO and (last - first) * 4 * LEAST_BAR <= width:
        quarters = [day_of(y, m) for y in range(first, last) for m in (1, 4, 7, 10)]
        return [*quarters, day_of(last)], "quarter"
    step = next(s for s in _steps() if (last - first) / s * LEAST_BAR <= width)
    years = range(first // step * step, last + step, step)
    names = {1: "year", 10: "decade", 100: "century"}
    return [day_of(year) for year in years], names.get(step, str(step))


def _steps():
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _bars(plot: Plot, edges, counts, few, step: str, labels: Words) -> list[dict]:
    middles = [(a + b) / 2 for a, b in pairwise(edges)]
    gap = 1 / plot.axis.scale
    shared = {
        "type": "bar",
        "x": middles,
        "width": [max(b - a - gap, (b - a) / 2) for a, b in pairwise(edges)],
    }
    texts = [
        labels.bin_chosen.format(when=_when(a, b, step, labels), n=f"{n:,}", chosen=f"{c:,}")
        for (a, b), n, c in zip(pairwise(edges), counts.tolist(), few.tolist(), strict=True)
    ]
    shades = (("all", counts, ALL), ("chosen", few, CHOSEN))
    return [
        plot.trace(name, **shared)
        | {
            "y": values.tolist(),
            "marker": {"color": rgba(plot.theme.text, opacity), "line": {"width": 0}},
            "hovertext": [literal(one) for one in texts],
            "hoverinfo": "text" if name == "all" else "skip",
        }
        for name, values, opacity in shades
    ]


def _when(start: int, end: int, step: str, labels: Words) -> str:
    if step != "quarter":
        return labels.years(year_of(start), year_of(end - 1))
    year = year_of(start)
    quarter = round((start - day_of(year)) / 91.3)
    months = labels.months[quarter * 3], labels.months[quarter * 3 + 2]
    return f"{'–'.join(months)} {labels.year(year)}"


def _merged(windows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Windows in order, those that touch as one: frames never cross."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _frame(window: tuple[int, int], theme: Theme) -> dict:
    line = {"color": theme.accent, "width": 1.5}
    box = {"type": "rect", "xref": "x", "yref": "y domain", "y0": 0, "y1": 1}
    fill = {"fillcolor": rgba(theme.accent, 0.06), "line": line}
    return box | fill | {"x0": window[0], "x1": window[1] + 1}


def _legend(step: str, height: int, gutter: int, theme: Theme, labels: Words) -> list[dict]:
    if not gutter:
        return []
    a_bar = labels.a_bar.get(step) or labels.a_bar["long"].format(n=f"{int(step):,}")
    text = f"{literal(labels.all_dates)},<br>{literal(a_bar)}"
    font = {"size": SMALL, "color": theme.muted}
    return [note(text, 0, -gutter, 1 - (height - AXIS) / 2 / height, font) | {"align": "left"}]


def _layout(plot: Plot, most: int, width: int, height: int, labels: Words) -> dict:
    theme = plot.theme
    axis = x_axis(plot, ticks(plot.axis, labels, only_years=True))
    font = {"family": SANS, "size": SMALL, "color": theme.muted}
    return {
        "width": width,
        "height": height,
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "dragmode": False,
        "font": font,
        "xaxis": axis | {"side": "bottom", "showgrid": False, "fixedrange": True},
        "yaxis": {
            "range": [0, int(most) * 1.08],
            "domain": [AXIS / height, 1 - TOP / height],
            "visible": False,
            "fixedrange": True,
        },
        "hoverlabel": {
            "bgcolor": theme.panel,
            "bordercolor": theme.rule,
            "font": font | {"color": theme.text},
        },
    }
