"""What is drawn in the rows: pairs of marks, the lines between them, bars for what is not sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.charts.clocks.drawing import line, rect
from components.charts.clocks.rows import Placed, Row
from components.charts.symbols import DASH
from components.charts.tokens import PALE, SOFT_PALE, SOFT_SOLID, SOFT_STEP, Theme, rgba

MARK, RING, BAR, CAP = 11, 2.4, 8, 13  # px
HIT = 160  # px between points that answer the pointer; Plotly looks as far around it
# A match is told by the pair's line as well as by its mark and word.
DASHES = {"good": "solid", "fair": "6px,3px", "weak": "1.5px,3px", "partial": "1.5px,3px",
          "link": "1px,6px"}  # fmt: skip


def colour_of(side: str, theme: Theme) -> str:
    """The text colour for the first side, the accent for the second: sides are no tendencies."""
    return theme.text if side == "a" else theme.accent


def link_traces(rows: Sequence[Row], theme: Theme) -> Iterator[dict]:
    """The line of each pair: down from one mark, along as far as the gap, down to the other."""
    for fairness, dash in DASHES.items():
        x: list[float | None] = []
        y: list[float | None] = []
        for row in rows:
            if row.fairness != fairness or any(side.low is None for side in row.sides):
                continue
            (xa, xb), (ya, yb) = _nearest(*row.sides), (side.y for side in row.sides)
            x += [xa, xa, xb, xb, None]
            y += [ya, (ya + yb) / 2, (ya + yb) / 2, yb, None]
        if x:
            yield {
                "type": "scatter", "name": f"pairs-{fairness}", "mode": "lines", "x": x, "y": y,
                "hoverinfo": "skip",
                "line": {
                    "color": theme.axis, "width": 1.6 if fairness == "good" else 1.3, "dash": dash,
                },
            }  # fmt: skip


def _nearest(one: Placed, other: Placed) -> tuple[float, float]:
    """px between which the pair is joined: the nearest ends of two ranges."""
    if one.high < other.low:
        return one.high, other.low
    if other.high < one.low:
        return one.low, other.high
    middle = (max(one.low, other.low) + min(one.high, other.high)) / 2
    return middle, middle


def side_traces(rows: Sequence[Row], theme: Theme) -> Iterator[dict]:
    """Dots of the first side, rings of the second, and the caps of bars."""
    for side in "ab":
        mine = [one for row in rows for one in row.sides if one.side == side]
        sure = [one for one in mine if one.low is not None and not one.doubtful]
        colour = colour_of(side, theme)
        dot = {"symbol": "circle", "size": MARK, "color": colour if side == "a" else theme.page}
        cap = {"symbol": "line-ns", "size": CAP, "line": {"color": colour, "width": 2}}
        dots = [(one.middle, one.y) for one in sure if not one.is_range]
        bars = [one for one in sure if one.is_range and not one.soft]
        caps = [(x, one.y) for one in bars for x in (one.low, one.high)]
        yield _markers(f"dots-{side}", dots, dot | {"line": {"color": colour, "width": RING}})
        yield _markers(f"caps-{side}", caps, cap)


def _markers(name: str, points: Sequence[tuple[float, float]], marker: dict) -> dict:
    x, y = [x for x, _ in points], [y for _, y in points]
    same = {"marker": {"opacity": 1}}
    return {
        "type": "scatter", "name": name, "mode": "markers", "x": x, "y": y, "hoverinfo": "skip",
        "marker": {"opacity": 1, **marker}, "selected": same, "unselected": same,
    }  # fmt: skip


def side_shapes(rows: Sequence[Row], theme: Theme) -> Iterator[dict]:
    """Pale bars, soft edges, dashed outlines, and the ticks of further events."""
    for row in rows:
        for x, low, high in row.ticks:
            yield line((x, x), (low, high), theme.axis, 1.5)
        for one in row.sides:
            if one.low is not None:
                yield from _bar(one, colour_of(one.side, theme))


def _bar(one: Placed, colour: str) -> Iterator[dict]:
    y = (one.y - BAR / 2, one.y + BAR / 2)
    low, high = (one.low, one.high) if one.is_range else (one.middle, one.middle)
    if one.is_range:
        yield rect((low, high), y, rgba(colour, PALE))
    if one.doubtful:
        yield _outline(one, colour)
    if one.soft:
        steps = SOFT_PALE if one.is_range else SOFT_SOLID
        reach = 0 if one.is_range else MARK / 2
        for number, opacity in enumerate(steps):
            near, far = reach + number * SOFT_STEP, reach + (number + 1) * SOFT_STEP
            yield rect((low - far, low - near), y, rgba(colour, opacity))
            yield rect((high + near, high + far), y, rgba(colour, opacity))


def _outline(one: Placed, colour: str) -> dict:
    """A dashed edge without a filling: the date is doubtful."""
    half = BAR / 2 if one.is_range else MARK / 2
    low, high = (one.low, one.high) if one.is_range else (one.middle - half, one.middle + half)
    shape = {
        "type": "rect" if one.is_range else "circle", "x0": low, "x1": high, "y0": one.y - half,
        "y1": one.y + half, "fillcolor": "rgba(0,0,0,0)",
    }  # fmt: skip
    return shape | {"line": {"color": colour, "width": 1.8, "dash": DASH}}


def hit_trace(rows: Sequence[Row], width: int) -> dict:
    """Invisible points that make a whole row answer the pointer, with its id as customdata."""
    points = [
        (x, y, row)
        for row in rows
        for y in (row.top + 16, *(side.y for side in row.sides))
        for x in range(HIT // 2, width, HIT)
    ]
    same = {"marker": {"opacity": 0}}
    return {
        "type": "scatter", "name": "rows", "mode": "markers",
        "x": [x for x, _, _ in points], "y": [y for _, y, _ in points],
        "customdata": [row.id for *_, row in points],
        "hovertext": [row.hover for *_, row in points], "hoverinfo": "text",
        "marker": {"size": 16, "opacity": 0}, "selected": same, "unselected": same,
    }  # fmt: skip
