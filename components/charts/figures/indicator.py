"""An indicator as a figure: its form chooses the drawing, title and source frame it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.figures.broken import draw_broken
from components.charts.figures.competing import draw_estimates
from components.charts.figures.content import Content
from components.charts.figures.hundred import draw_share
from components.charts.figures.lines import draw_series
from components.charts.figures.pairs import draw_pairs
from components.charts.figures.regions import draw_regions
from components.charts.figures.sheet import SERIF_AIR, Sheet, broken
from components.charts.figures.stacked import draw_flows, draw_seats
from components.charts.figures.undated import draw_missing
from components.charts.figures.units import draw_count
from components.charts.figures.voices import voices
from components.charts.figures.words import FigureWords
from components.charts.tokens import SMALL, Theme

FORMS: dict[str, Callable[[Sheet, Content], None]] = {
    "count": draw_count,
    "share": draw_share,
    "estimates": draw_estimates,
    "series": draw_series,
    "steps": partial(draw_series, steps=True),
    "broken-series": draw_broken,
    "seats": draw_seats,
    "flows": draw_flows,
    "pairs": draw_pairs,
    "regions": draw_regions,
}
TITLE, TITLE_PHONE = 22.0, 19.0
TOP, BOTTOM = 4.0, 6.0  # px


def indicator_figure(
    form: str, estimates: pd.DataFrame, *, unit: str, width: int, theme: Theme,
    labels: FigureWords, title: str = "", source: str = "",
    missing: Sequence[tuple[str, str]] = (), breaks: str = "",
) -> go.Figure:  # fmt: skip
    """An indicator's estimates in its form; a form nobody knows is drawn as competing estimates.

    estimates: as `estimates_table` makes them: value, low, high float64 in `unit` (a plural noun,
        or "percent" with or without "of …"); bound "about", "over", "under" or ""; count, total
        float64; earliest, latest Int64 days; date_words, series, category, slot, label, by,
        scope, method, note, preferred, standing str. A missing column reads as empty.
    width: px; the height follows the content and stands in `figure.layout.height`
    title, source: drawn in, for exported pictures; a page says them in its own text
    missing: counterparts that were not found, as (label, reason); breaks: why a series is broken
    """
    content = Content(voices(estimates), unit, labels, tuple(missing), breaks)
    sheet = Sheet(width, theme, TOP)
    _title(sheet, title)
    if content.voices:
        FORMS.get(form, draw_estimates)(sheet, content)
    else:
        _nothing(sheet, content)
    if form != "share" or not content.voices:
        draw_missing(sheet, content)
    _source(sheet, content, source)
    return sheet.figure(sheet.y + BOTTOM, {"kind": "indicator", "form": form})


def _title(sheet: Sheet, title: str) -> None:
    if title:
        size = TITLE if sheet.width >= 600 else TITLE_PHONE
        lines = _balanced(title, min(sheet.width, 34 * size) / SERIF_AIR, size)
        sheet.y = sheet.block(0, sheet.y, lines, size=size, bold=True, serif=True) + 14


def _balanced(title: str, room: float, size: float) -> list[str]:
    """Lines of about the same length, as few as the room allows."""
    lines = broken(title, room, size, bold=True)
    for narrower in range(int(room), int(room / 2), -8):
        tighter = broken(title, narrower, size, bold=True)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _source(sheet: Sheet, content: Content, source: str) -> None:
    if source:
        text = content.labels.source.format(source=source)
        color, y = sheet.theme.muted, sheet.y + 16
        sheet.line(0, y, sheet.width, y, sheet.theme.rule)
        sheet.y = sheet.paragraph(0, y + 8, text, sheet.width, size=SMALL, color=color)


def _nothing(sheet: Sheet, content: Content) -> None:
    text, color = content.labels.nothing, sheet.theme.muted
    sheet.y = sheet.paragraph(0, sheet.y + 24, text, sheet.width, color=color) + 24
