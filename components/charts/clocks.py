"""Two processes on two clocks: a row for each question, the two sides as a connected pair.

`board` lays out the axis for all rows; `clocks_figure` draws any of them, so that a page can open
a row between two pictures; `clocks_alt` says the same in words. Both axes are px: nothing can
drift where a column is narrow. The first side is a filled disc on the upper line, the second a
ring in the accent on the lower line; what is not known to the day is a pale bar between two caps
and has no dot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.charts.clocks_drawing import line, note, rect
from components.charts.clocks_marks import colour_of, link_traces, side_shapes, side_traces
from components.charts.clocks_rows import LINE, Row, rows_of
from components.charts.clocks_scale import Clock, Scale, calendar_scale, month_scale, text_ends
from components.charts.clocks_words import FAIRNESS_MARKS, ClockWords, gap_sentence, gap_text
from components.charts.literal import literal
from components.charts.measure import text_px
from components.charts.tokens import LABEL, PHONE_BELOW, SANS, SMALL, TICK, Theme, rgba

__all__ = ["Board", "Clock", "board", "clocks_figure"]

QUESTION, GAPS = 236, 104  # px left and right of the rows, on a wide page
TICK_LINE, STRIP = 15, 18  # px


@dataclass(frozen=True)
class Board:
    """What all rows of a comparison share; `sign` is −1 where gaps are told as "earlier"."""

    width: int
    scale: Scale
    clocks: tuple[Clock, Clock]
    labels: ClockWords
    backwards: bool = False
    sign: int = 1

    @property
    def phone(self) -> bool:
        """Whether the question stands above its row instead of beside it."""
        return self.width < PHONE_BELOW

    @property
    def strip(self) -> int:
        """px under the ticks for the words of the shades."""
        return STRIP * sum(not shade.is_fold for shade in self.scale.shades)

    @property
    def head(self) -> int:
        """px of the axis above the rows."""
        lines = max((len(tick.texts) for tick in self.scale.ticks), default=1)
        return lines * TICK_LINE + 8 + self.strip


def board(
    stages: pd.DataFrame,
    further: pd.DataFrame,
    clocks: tuple[Clock, Clock],
    *,
    width: int,
    labels: ClockWords,
    calendar: bool = False,
    backwards: bool = False,
) -> Board:
    """The axis on which all of `stages` and `further` are in sight, `width` px wide.

    stages: a stage table; further: the other events of its sides (stage, side, low, high, first,
    last). The clocks put dates beside the months and say where one has stopped.
    """
    left, right = (0.0, float(width)) if width < PHONE_BELOW else (QUESTION, width - GAPS)
    further = further[further["stage"].isin(stages.index)]
    if calendar:
        days = _values(stages, further, "first", "last")
        scale = calendar_scale([int(day) for day in days], left, right, labels)
    else:
        months = _values(stages, further, "low", "high")
        scale = month_scale(months, clocks, left, right, labels, backwards=backwards)
    middles = (stages["gap_low"] + stages["gap_high"]) / 2
    sign = -1 if (middles < 0).sum() > (middles >= 0).sum() else 1
    return Board(width, scale, clocks, labels, backwards, sign)


def _values(stages: pd.DataFrame, further: pd.DataFrame, *names: str) -> list[float]:
    columns = [stages[f"{side}_{name}"] for side in "ab" for name in names]
    return [
        value for one in (*columns, *(further[name] for name in names)) for value in one.dropna()
    ]


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
        phone=frame.phone, backwards=frame.backwards,
    )  # fmt: skip
    height = int(rows[-1].bottom if rows else top) + 2
    shapes = [*_behind(rows, frame, head, height, theme, open_ids), *side_shapes(rows, theme)]
    notes = [*_row_notes(rows, frame, theme, open_ids)]
    notes += _axis_notes(frame, theme) if head else ()
    data = [*link_traces(rows, theme), *side_traces(rows, theme), _hits(rows, frame)]
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
        "showlegend": False, "dragmode": False, "hovermode": "closest",
        "clickmode": "event+select",
        "hoverlabel": {
            "bgcolor": theme.panel, "bordercolor": theme.rule, "font": hover, "align": "left",
        },
    }  # fmt: skip


def _behind(
    rows: Sequence[Row], frame: Board, head: bool, height: float, theme: Theme,
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
    """From where to where the lines of the axis go: on a phone never through a text."""
    if not frame.phone:
        return [(top, height)]
    return [(row.sides[0].y - 9, row.sides[1].y + 9) for row in rows]


def _axis_notes(frame: Board, theme: Theme) -> Iterator[dict]:
    """The texts of the ticks, what the shades mean, and the head of the gaps."""
    scale, foot = frame.scale, frame.head - frame.strip - 4
    by_side = (colour_of(side, theme) for side in "ab")
    colours = [theme.muted] * 2 if scale.is_calendar else [theme.muted, *by_side]
    for tick in scale.ticks:
        low, high = text_ends(tick, scale.left, scale.right)
        up = len(tick.texts)
        for number, text in enumerate(tick.texts):
            y = foot - TICK_LINE * (up - number - 0.5)
            yield note(text, (low + high) / 2, y, colours[number], anchor="center", size=TICK)
    yield from _shade_notes(frame, foot, theme)
    if not frame.phone:
        form = frame.labels.later if frame.sign > 0 else frame.labels.earlier
        head = (frame.labels.by_months, form.format(name=frame.clocks[0].name))
        for number, text in enumerate(head):
            y = foot - TICK_LINE * (number + 0.5)
            yield note(text, frame.width - 4, y, theme.muted, anchor="right")


def _shade_notes(frame: Board, foot: float, theme: Theme) -> Iterator[dict]:
    scale, number = frame.scale, 0
    for shade in scale.shades:
        if shade.is_fold:
            middle = (shade.low + shade.high) / 2
            yield note(shade.text, middle, foot - TICK_LINE * 1.5, theme.muted, anchor="center")
            continue
        y = foot + 4 + STRIP * (number + 0.5)
        number += 1
        on_left = shade.low <= scale.left
        x, anchor = (shade.high - 5, "right") if on_left else (shade.low + 5, "left")
        room = x - scale.left if on_left else scale.right - x
        if text_px(shade.text, SMALL) > room:  # Words wider than their shade end at its edge.
            x, anchor = (scale.left + 2, "left") if on_left else (scale.right - 2, "right")
        yield note(shade.text, x, y, theme.muted, anchor=anchor, form="<i>{}</i>")


def _row_notes(
    rows: Sequence[Row], frame: Board, theme: Theme, open_ids: Sequence[str]
) -> Iterator[dict]:
    for row in rows:
        y = row.head
        for text in row.question:
            yield note(text, 6, y, theme.text, size=LABEL, form="<b>{}</b>")
            y += LINE
        word = frame.labels.close if row.id in open_ids else frame.labels.open
        name = frame.clocks[0].name
        match = f"{FAIRNESS_MARKS[row.fairness]} {frame.labels.fairness[row.fairness]}"
        if frame.phone:
            match = f"{match} · {gap_sentence(*row.gap, name, frame.labels)}"
        action = f"<span style='color:{theme.accent}'>{literal(word)}</span>"
        yield note(match, 6, y, theme.muted, form="{}" if frame.phone else "{}  " + action)
        if frame.phone:
            yield note(word, frame.width - 4, row.head, theme.accent, anchor="right")
        if not frame.phone:
            middle = sum(side.y for side in row.sides) / 2
            gap = sorted(frame.sign * end for end in row.gap)
            text = gap_text(*gap, frame.labels)
            measured = row.gap[0] == row.gap[0]
            colour, form = (theme.text, "<b>{}</b>") if measured else (theme.muted, "{}")
            yield note(text, frame.width - 4, middle, colour, anchor="right", form=form,
                       size=14 if measured else SMALL)
        for side in row.sides:
            colour = colour_of(side.side, theme)
            made = note("", side.label.x, side.label.y, colour, anchor=side.label.anchor)
            yield made | {"text": side.label.html(theme, colour)}


def _hits(rows: Sequence[Row], frame: Board) -> dict:
    """Invisible points that make a whole row answer the pointer."""
    points = [
        (x, y, row) for row in rows for y in (row.top + 16, *(side.y for side in row.sides))
        for x in range(18, frame.width, 36)
    ]  # fmt: skip
    same = {"marker": {"opacity": 0}}
    return {
        "type": "scatter", "name": "rows", "mode": "markers",
        "x": [x for x, _, _ in points], "y": [y for _, y, _ in points],
        "customdata": [row.id for *_, row in points],
        "hovertext": [row.hover for *_, row in points], "hoverinfo": "text",
        "marker": {"size": 16, "opacity": 0}, "selected": same, "unselected": same,
    }  # fmt: skip
