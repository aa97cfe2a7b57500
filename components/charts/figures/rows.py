"""A table with a plot in it: one row a voice, its facts in words, its number on a common scale.

Three widths: every fact in a column of its own; the facts in one block left of the plot; on a
phone above it. What holds for all rows is said once, above them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from components.charts.figures.content import DOT, FACTS, Content
from components.charts.figures.scale import Scale
from components.charts.figures.shades import mixed
from components.charts.figures.sheet import LEAD, Sheet, broken
from components.charts.figures.voices import Voice
from components.charts.measure import shorten, text_px
from components.charts.tokens import LABEL, PHONE_BELOW, SMALL

LINE = 22  # px from number to number within a row
PAD = 8  # px above and below a row
GAP = 20  # px between columns
LEAST_PLOT = 300
TINT = 0.08  # of the accent behind a preferred row
FLAG = 10  # px the texts give way to the bar of a preferred row
CAPS = {"head": 200, "by": 150, "period": 160, "scope": 220, "method": 150, "standing": 110}


@dataclass(frozen=True)
class Line:
    """One line of a row's plot: a number or several, and what is written behind them."""

    voices: tuple[Voice, ...]
    name: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its name, facts by the names of FACTS, lines of its plot.

    flag: why it is preferred; hole: the text of a row that is a hole and has no numbers
    """

    head: str
    facts: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    flag: str = ""
    hole: tuple[str, ...] = ()

    @property
    def plot_height(self) -> float:
        """px that its lines take."""
        return LINE * len(self.lines)


@dataclass(frozen=True)
class Grid:
    """Where things stand: columns of texts as (fact, x, room), and the plot, px."""

    columns: tuple[tuple[str, float, float], ...]
    plot: tuple[float, float]
    stacked: bool = False

    @property
    def has_columns(self) -> bool:
        """Whether every fact has a column."""
        return len(self.columns) > 1


Draw = Callable[[Sheet, Line, Scale, float], None]


def draw_rows(sheet: Sheet, rows: Sequence[Row], content: Content, scale_of, draw: Draw) -> None:
    """Draw rows below what is on the sheet.

    scale_of: (from px, to px) -> (Scale, ticks); draw: draws a line of a row at a height
    """
    grid = _grid(sheet, rows, content)
    scale, ticks = scale_of(*grid.plot)
    sheet.y = _header(sheet, grid, content, scale, ticks)
    top, behind = sheet.y, len(sheet.shapes)
    tinted = []
    for row in rows:
        start = sheet.y
        sheet.y = _hole(sheet, row) if row.hole else _row(sheet, row, grid, scale, draw, content)
        if row.flag:
            tinted.append((start, sheet.y))
        sheet.line(0, sheet.y, sheet.width, sheet.y, sheet.theme.grid)
    drawn, sheet.shapes = sheet.shapes[behind:], sheet.shapes[:behind]
    for start, end in tinted:
        sheet.rect(0, start, sheet.width, end, _tint(sheet))
        sheet.rect(0, start, 3, end, sheet.theme.accent)
    if not grid.stacked:
        _guides(sheet, scale, ticks, top)
    sheet.shapes += drawn


def common_line(sheet: Sheet, facts: Mapping[str, str], content: Content) -> None:
    """What holds for all rows, in one muted paragraph."""
    said = DOT.join(facts[name] for name in FACTS if facts.get(name))
    if said:
        text = content.labels.common.format(facts=said)
        color = sheet.theme.muted
        sheet.y = sheet.paragraph(0, sheet.y, text, sheet.width, size=SMALL, color=color) + PAD


def _grid(sheet: Sheet, rows: Sequence[Row], content: Content) -> Grid:
    left = FLAG if any(row.flag for row in rows) else 0
    if sheet.width < PHONE_BELOW:
        return Grid((("head", left, sheet.width - left),), (MARGIN, sheet.width), stacked=True)
    columns, x = [], left
    for name in ("head", *FACTS):
        room = _natural(rows, name, content.labels.columns.get(name, ""))
        if room:
            columns.append((name, x, room))
            x += room + GAP
    if len(columns) > 1 and sheet.width - x >= LEAST_PLOT:
        return Grid(tuple(columns), (x, sheet.width))
    room = min(max(_natural(rows, "head"), _inline(rows)), 0.4 * sheet.width)
    return Grid((("head", left, room),), (left + room + GAP, sheet.width))


MARGIN = 8.0  # px left of the plot on a phone, so that a mark at zero is whole


def _inline(rows: Sequence[Row]) -> float:
    return max((text_px(_said(row), SMALL) for row in rows), default=0.0)


def _natural(rows: Sequence[Row], name: str, title: str = "") -> float:
    """px a column wants: its longest text, within bounds, and its title; 0 without texts."""
    size = LABEL if name == "head" else SMALL
    texts = (row.head if name == "head" else row.facts.get(name, "") for row in rows)
    px = max((text_px(text, size, bold=name == "head") for text in texts), default=0.0)
    return max(min(px + 1, CAPS[name]), text_px(title, SMALL)) if px else 0.0


def _said(row: Row) -> str:
    return DOT.join(row.facts[name] for name in FACTS if row.facts.get(name))


def _header(sheet: Sheet, grid: Grid, content: Content, scale: Scale, ticks) -> float:
    """Names of the columns, unit and ticks; returns the edge below."""
    theme, y = sheet.theme, sheet.y
    start = scale.px(0) if grid.stacked else grid.plot[0]
    if grid.has_columns:
        for name, x, _ in grid.columns:
            title = content.labels.columns.get(name, "")
            sheet.text(x, y + LEAD[SMALL] / 2, title, size=SMALL, color=theme.muted)
    y += _caption(sheet, start, content, in_header=grid.has_columns)
    for value, text in ticks:
        sheet.text(scale.px(value), y + 8, text, size=SMALL, color=theme.muted, anchor="middle")
    y += 18
    sheet.line(0, y, sheet.width, y, theme.rule)
    return y


def _caption(sheet: Sheet, x: float, content: Content, *, in_header: bool = False) -> float:
    """The unit over the plot; returns the px it takes."""
    unit = "" if content.unit == "percent" else shorten(content.unit, sheet.width, SMALL)
    x = max(min(x, sheet.width - text_px(unit, SMALL)), 0)
    sheet.text(x, sheet.y + LEAD[SMALL] / 2, unit, size=SMALL, color=sheet.theme.muted)
    return LEAD[SMALL] + 2 if unit or in_header else 0.0


def _guides(sheet: Sheet, scale: Scale, ticks, top: float) -> None:
    """Grid lines from `top` down."""
    for value, _ in ticks:
        x = scale.px(value)
        color = sheet.theme.axis if value == 0 else sheet.theme.grid
        sheet.line(x, top, x, sheet.y, color)


def _tint(sheet: Sheet) -> str:
    return mixed(sheet.theme.accent, sheet.theme.page, TINT)


def _row(sheet: Sheet, row: Row, grid: Grid, scale: Scale, draw: Draw, content: Content) -> float:
    top = sheet.y
    sheet.paper = _tint(sheet) if row.flag else ""
    end = _words(sheet, row, grid, content, top + PAD)
    y = end + 4 if grid.stacked else top + PAD - (LINE - LEAD[LABEL]) / 2
    for index, line in enumerate(row.lines):
        draw(sheet, line, scale, y + (index + 0.5) * LINE)
    sheet.paper = ""
    return max(end, y + row.plot_height) + PAD


def _words(sheet: Sheet, row: Row, grid: Grid, content: Content, y: float) -> float:
    """Name and facts of a row; returns the edge below."""
    (_, x, room), *others = grid.columns
    muted, ends = sheet.theme.muted, []
    end = sheet.paragraph(x, y, row.head, room, bold=True)
    if not others:
        end = sheet.paragraph(x, end, _said(row), room, size=SMALL, color=muted)
    for name, at, width in others:
        lines = broken(row.facts.get(name, ""), width, SMALL)
        ends.append(sheet.block(at, y, lines, size=SMALL, color=muted))
    end = max([end, *ends])
    if row.flag:
        text = content.labels.preferred.format(reason=row.flag)
        # The reason has the whole width, below the row's numbers.
        below = end if grid.stacked else max(end, y + row.plot_height)
        room = min(sheet.width - x - PAD, 640)
        end = sheet.paragraph(x, below + 2, text, room, size=SMALL, back=True)
    return end


def _hole(sheet: Sheet, row: Row) -> float:
    """A row that is a named hole, tinted."""
    theme, top, at = sheet.theme, sheet.y, len(sheet.shapes)
    name, *reasons = row.hole
    room = sheet.width - 2 * GAP
    y = sheet.paragraph(GAP, top + PAD, name, room, bold=True, color=theme.muted)
    for reason in reasons:
        y = sheet.paragraph(GAP, y, reason, min(room, 560), size=SMALL, color=theme.muted)
    sheet.rect(0, top, sheet.width, y + PAD, theme.fold)
    sheet.shapes.insert(at, sheet.shapes.pop())
    return y + PAD
