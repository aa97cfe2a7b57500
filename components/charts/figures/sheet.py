"""A sheet of paper in px: text, lines and marks are put on it, a `go.Figure` comes out.

Charts of numbers are laid out like print: every text is measured and gets its place, so that
nothing overlaps or is cut. The axes of the figure are hidden and count px from the upper left.
Few traces whatever the content: one of texts, one of marks, one of squares, and the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

import plotly.graph_objects as go

from components.charts.literal import literal
from components.charts.measure import shorten, text_px, wrap
from components.charts.tokens import LABEL, SANS, SERIF, SMALL, Theme

LEAD = {LABEL: 17.0, SMALL: 16.0}  # px from line to line
# Source Serif 600 is narrower than Source Sans 600 but for a few letters (measured in Chromium).
SERIF_AIR = 1.05
HALF_HEIGHT = 0.6  # of a line of text, in its size


@dataclass
class Sheet:
    """What has been drawn so far; `y` is where the next part begins, px from above."""

    width: float
    theme: Theme
    y: float = 0.0
    paper: str = ""  # what lies behind marks and numbers; "" is the page
    shapes: list[dict] = field(default_factory=list)
    texts: list[dict] = field(default_factory=list)
    marks: list[dict] = field(default_factory=list)
    squares: list[dict] = field(default_factory=list)
    lines: list[dict] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, *, size: float = LABEL, bold: bool = False,
        color: str = "", anchor: str = "left", serif: bool = False, back: bool = False,
    ) -> float:  # fmt: skip
        """One line of unescaped text around the height `y`; returns the px it takes.

        anchor: the end of the text at x, or "middle"; back: hide the grid behind it
        """
        px = text_px(text, size, bold=bold) * (SERIF_AIR if serif else 1)
        if not text:
            return 0.0
        left = x - px * {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor]
        if back:
            half = HALF_HEIGHT * size + 1
            self.rect(left - 2, y - half, left + px + 2, y + half, self.paper or self.theme.page)
        self.texts.append(
            {"x": x, "y": y, "text": text, "size": size, "weight": 600 if bold else 400,
             "color": color or self.theme.text, "anchor": anchor,
             "family": SERIF if serif else SANS}
        )  # fmt: skip
        return px

    def runs(self, x: float, y: float, runs: Iterable[tuple[str, bool, str]], size: float) -> float:
        """Texts one behind the other (text, bold, colour) on one line; returns the x behind."""
        for text, bold, color in runs:
            x += self.text(x, y, text, size=size, bold=bold, color=color)
        return x

    def block(self, x: float, y: float, lines: Sequence[str], *, size: float = LABEL, **style):
        """Lines below each other, `y` being the upper edge; returns the lower edge."""
        lead = LEAD.get(size, size * 1.25)
        for line in lines:
            self.text(x, y + lead / 2, line, size=size, **style)
            y += lead
        return y

    def paragraph(self, x: float, y: float, text: str, room: float, **style) -> float:
        """A text broken at words into lines of `room` px; returns the lower edge."""
        size, bold = style.get("size", LABEL), style.get("bold", False)
        return self.block(x, y, broken(text, room, size, bold=bold), **style)

    def rect(self, x0, y0, x1, y1, fill="", *, line="", px=0.0, dash="solid") -> None:
        """A rectangle below marks and texts, filled or outlined."""
        outline = {"color": line or fill, "width": px, "dash": dash}
        box = {"type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "layer": "below"}
        self.shapes.append(box | {"line": outline, "fillcolor": fill or "rgba(0,0,0,0)"})

    def line(self, x0, y0, x1, y1, color: str, px: float = 1.0, dash: str = "solid") -> None:
        """A straight line below marks and texts."""
        ends = {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "layer": "below"}
        self.shapes.append(ends | {"line": {"color": color, "width": px, "dash": dash}})

    def area(self, corners: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled shape below marks and texts."""
        path = " L".join(f"{x:.2f},{y:.2f}" for x, y in corners)
        shape = {"type": "path", "path": f"M{path} Z", "layer": "below", "fillcolor": fill}
        self.shapes.append(shape | {"line": {"width": 0}})

    def curve(self, points: Sequence[tuple[float, float]], color: str, px: float, dash: str):
        """A line through points, above the grid and below the marks."""
        x, y = zip(*points, strict=True)
        line = {"color": color, "width": px, "dash": dash}
        self.lines.append({"mode": "lines", "x": x, "y": y, "line": line})

    def mark(
        self, x, y, symbol: str, size: float, fill: str, *, edge: str = "", px: float = 1.0,
        hover: str = "",
    ) -> None:  # fmt: skip
        """A mark that answers the pointer with `hover` (already markup)."""
        edge = edge or self.paper or self.theme.page
        self.marks.append(
            {"x": x, "y": y, "symbol": symbol, "size": size, "color": fill, "edge": edge,
             "px": px, "hover": hover}
        )  # fmt: skip

    def square(self, x, y, size: float, fill: str, edge: str = "", px: float = 0.0) -> None:
        """A square of a field of many, around (x, y)."""
        self.squares.append(
            {"x": x, "y": y, "symbol": "square", "size": size, "color": fill,
             "edge": edge or fill, "px": px, "hover": ""}
        )  # fmt: skip

    def draft(self) -> Sheet:
        """A copy to try something on."""
        return deepcopy(self)

    def adopt(self, draft: Sheet) -> None:
        """Take over what was drawn on a draft."""
        self.__dict__.update(draft.__dict__)

    def figure(self, height: float, meta: dict) -> go.Figure:
        """All of it as a figure of `height` px."""
        traces = [
            {"mode": "none", "name": "frame", "x": [None], "y": [None]},
            _markers("squares", self.squares),
            *self.lines,
            _markers("marks", self.marks),
            _texts(self.texts),
        ]
        base = {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
        made = [base | trace for trace in traces if trace]
        return go.Figure({"data": made, "layout": _layout(self, height, meta)})


def broken(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines of at most `room` px; a word that is longer is broken too."""
    lines = []
    for line in wrap(text, room, size, bold=bold):
        while line and text_px(line, size, bold=bold) > room and len(line) > 1:
            fits = max(_fitting(line, room, size, bold), 1)
            lines.append(line[:fits])
            line = line[fits:]
        lines.append(line)
    return lines


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A text that fits into `room` px: as it is, cut after a word, or within its first word."""
    kept = shorten(text, room, size, bold=bold)
    if kept or not text:
        # A text that is only cut keeps the space it begins with.
        return text if kept == text.strip() else kept
    fits = _fitting(text, room - text_px("…", size, bold=bold), size, bold)
    return f"{text[:fits]}…" if fits else ""


def _fitting(text: str, room: float, size: float, bold: bool) -> int:
    """How many characters of a word fit."""
    used = 0.0
    for index, character in enumerate(text):
        used += text_px(character, size, bold=bold)
        if used > room:
            return index
    return len(text)


def _markers(name: str, marks: list[dict]) -> dict | None:
    if not marks:
        return None
    column = {key: [mark[key] for mark in marks] for key in marks[0]}
    edge = {"color": column["edge"], "width": column["px"]}
    look = {"symbol": column["symbol"], "size": column["size"], "color": column["color"]}
    trace = {"name": name, "mode": "markers", "x": column["x"], "y": column["y"]}
    if any(column["hover"]):
        trace |= {"hovertext": column["hover"], "hoverinfo": "text"}
    return trace | {"marker": look | {"opacity": 1, "line": edge}}


def _texts(texts: list[dict]) -> dict | None:
    if not texts:
        return None
    side = {"left": "middle right", "middle": "middle center", "right": "middle left"}
    font = {name: [one[name] for one in texts] for name in ("size", "color", "weight", "family")}
    return {
        "name": "texts",
        "mode": "text",
        "x": [one["x"] for one in texts],
        "y": [one["y"] for one in texts],
        "text": [literal(one["text"]) for one in texts],
        "textposition": [side[one["anchor"]] for one in texts],
        "textfont": font,
    }


def _layout(sheet: Sheet, height: float, meta: dict) -> dict:
    theme, height = sheet.theme, round(height)
    axis = {"visible": False, "fixedrange": True, "zeroline": False}
    return {
        "width": sheet.width,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "font": {"family": SANS, "size": LABEL, "color": theme.text},
        "xaxis": axis | {"range": [0, sheet.width]},
        "yaxis": axis | {"range": [height, 0]},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.panel,
            "bordercolor": theme.rule,
            "align": "left",
            "font": {"family": SANS, "size": LABEL, "color": theme.text},
        },
        "shapes": sheet.shapes,
        "meta": meta | {"width": sheet.width, "height": height},
    }
