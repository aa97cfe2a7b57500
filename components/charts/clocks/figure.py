"""Two processes on two clocks: a row for each question, the two sides as a connected pair.

`board` lays out the axis for all rows; `clocks_figure` draws any of them, so that a page can open
a row between two pictures; `clocks_alt` says the same in words. Both axes are px: nothing can
drift where a column is narrow. The first side is a filled disc on the upper line, the second a
ring in the accent on the lower line; what is not known to the day is a pale bar between two caps
and has no dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.clocks.board import NARROW_BELOW, Board, board
from components.charts.clocks.drawing import line, rect
from components.charts.clocks.marks import HIT, hit_trace, link_traces, side_shapes, side_traces
from components.charts.clocks.notes import axis_notes, row_notes
from components.charts.clocks.rows import Row, rows_of
from components.charts.clocks.scale import Clock
from components.charts.tokens import LABEL, SANS, SMALL, Theme, rgba

__all__ = ["NARROW_BELOW", "Board", "Clock", "board", "clocks_figure"]


def clocks_figure(
    stages: pd.DataFrame,
    further: pd.DataFrame,
    frame: Board,
    *,
    theme: Theme,
    head: bool = True,
    open_ids: Sequence[str] = (),
) -> go.Figure:
    """A figure of these rows; its height follows from them.

    stages, further: rows of the tables that `frame` was made of; head: with the axis above.
    The invisible points of the trace "rows" carry the id of their stage as customdata.
    """
    top = float(frame.head) if head else 0.0
    names = (frame.clocks[0].name, frame.clocks[1].name)
    rows = rows_of(
        stages, further, frame.scale, top, names, frame.labels,
        narrow=frame.narrow, backwards=frame.backwards,
    )  # fmt: skip
    height = int(rows[-1].bottom if rows else top) + 2
    shapes = [*_behind(rows, frame, head, height, theme, open_ids), *side_shapes(rows, theme)]
    notes = [one for row in rows for one in row_notes(row, frame, theme, row.id in open_ids)]
    notes += axis_notes(frame, theme) if head else ()
    data = [*link_traces(rows, theme), *side_traces(rows, theme), hit_trace(rows, frame.width)]
    spec = {"data": data, "layout": _layout(frame.width, height, theme, shapes, notes)}
    # Built as a plain dictionary: checking every property again would take four times as long.
    return go.Figure(spec, _validate=False)


def _layout(width: int, height: int, theme: Theme, shapes: list, notes: list) -> dict:
    fixed = {"visible": False, "fixedrange": True}
    hover = {"family": SANS, "size": LABEL, "color": theme.text}
    return {
        "width": width, "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "autoexpand": False},
        "xaxis": {"range": [0, width], **fixed}, "yaxis": {"range": [height, 0], **fixed},
        "shapes": shapes, "annotations": notes,
        "paper_bgcolor": theme.page, "plot_bgcolor": theme.page,
        "font": {"family": SANS, "size": SMALL, "color": theme.text},
        "showlegend": False, "dragmode": False, "hovermode": "closest", "hoverdistance": HIT,
        "clickmode": "event+select",
        "hoverlabel": {
            "bgcolor": theme.panel, "bordercolor": theme.rule, "font": hover, "align": "left",
        },
    }  # fmt: skip


def _behind(
    rows: Sequence[Row],
    frame: Board,
    head: bool,
    height: float,
    theme: Theme,
    open_ids: Sequence[str],
) -> Iterator[dict]:
    """Shades, open rows, lines across the rows, and rules between them."""
    top = frame.head - frame.strip if head else 0
    for shade in frame.scale.shades:
        colour = theme.fold if shade.is_fold else theme.period
        yield rect((shade.low, shade.high), (top, height), colour)
    for row in rows:
        if row.id in open_ids:
            yield rect((0, frame.width), (row.top, row.bottom), rgba(theme.accent, 0.08))
    for tick in frame.scale.ticks:
        colour, width = (theme.axis, 1.5) if tick.is_zero else (theme.grid, 1)
        for reach in _reaches(rows, frame, top, height):
            yield line((tick.px, tick.px), reach, colour, width)
    for row in rows:
        yield line((0, frame.width), (row.top, row.top), theme.rule, 1)


def _reaches(
    rows: Sequence[Row], frame: Board, top: float, height: float
) -> list[tuple[float, float]]:
    """From where to where the lines of the axis go: where it is narrow never through a text."""
    if not frame.narrow:
        return [(top, height)]
    return [(row.sides[0].y - 9, row.sides[1].y + 9) for row in rows]
