"""The finding of an indicator, small, for a gallery: its number or its shape, no axis.

Nothing is explained here: the card around it has the title, the figure has the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.figures.broken import holes
from components.charts.figures.content import Content
from components.charts.figures.hundred import draw_hundred
from components.charts.figures.lines import series_of, stepped
from components.charts.figures.scale import Scale, domain
from components.charts.figures.sheet import Sheet, broken
from components.charts.figures.small_rows import (
    MOST_ROWS,
    PAD,
    across,
    big,
    draw_bodies,
    draw_pairs,
    draw_rows,
    heights,
)
from components.charts.figures.timeplot import TimePlot, draw_point, placed
from components.charts.figures.units import counted_parts, draw_field
from components.charts.figures.values import Look, draw_value, look_of
from components.charts.figures.voices import Voice, voices
from components.charts.figures.words import FigureWords
from components.charts.tokens import LABEL, SMALL, Theme

Draw = Callable[[Sheet, Content, float], None]


def thumbnail_figure(
    form: str, estimates: pd.DataFrame, *, unit: str, theme: Theme, labels: FigureWords,
    width: int = 320, height: int = 180,
) -> go.Figure:  # fmt: skip
    """An indicator small: `width` × `height` px, one big number where there is one, no axis.

    estimates, unit: as for `indicator_figure`
    """
    content = Content(voices(estimates), unit, labels)
    sheet = Sheet(width, theme, PAD)
    if any(voice.numbers for voice in content.voices):
        SMALL_FORMS.get(form, _estimates)(sheet, content, height - PAD)
    else:
        lines = broken(labels.nothing, width - 2 * PAD, LABEL)
        sheet.block(PAD, PAD, lines, color=theme.muted)
    return sheet.figure(height, {"kind": "thumbnail", "form": form})


def _ends(content: Content) -> str:
    """The least and the greatest that is said."""
    known = [voice for voice in content.voices if voice.numbers]
    low = min(known, key=lambda voice: voice.numbers[0])
    high = max(known, key=lambda voice: voice.numbers[-1])
    ends = (_one(low, low.numbers[0]), _one(high, high.numbers[-1]))
    return " – ".join(dict.fromkeys(content.amount(voice) for voice in ends))


def _one(voice: Voice, number: float) -> Voice:
    """A voice that says one number only; a limit it sets to the number stays."""
    if len(voice.numbers) == 1:
        return voice
    return replace(voice, value=number, low=None, high=None)


def _count(sheet: Sheet, content: Content, bottom: float) -> None:
    parts = counted_parts(content.voices)
    total = sum(max(voice.main or 0.0, 0.0) for voice in parts)
    big(sheet, content.amount(parts[0]) if len(parts) == 1 else f"{total:,.0f}")
    draw_field(sheet, parts, (PAD, sheet.y, sheet.width - 2 * PAD, bottom - sheet.y))


def _share(sheet: Sheet, content: Content, bottom: float) -> None:
    known = [voice for voice in content.voices if voice.numbers]
    chosen = next((voice for voice in known if voice.preferred), known[0])
    side = min(bottom - PAD, sheet.width / 2)
    draw_hundred(sheet, chosen, (PAD, PAD), side)
    x, room = PAD + side + 14, sheet.width - side - 2 * PAD - 14
    big(sheet, content.amount(chosen), x)
    others = [content.amount(voice) for voice in known if voice is not chosen]
    for text, color in ((chosen.scope, sheet.theme.muted), (", ".join(others), sheet.theme.text)):
        lines = broken(text, room, SMALL)[:4] if text else []
        sheet.y = sheet.block(x, sheet.y, lines, size=SMALL, color=color) + 6


def _counts_one_thing(content: Content) -> bool:
    """Whether all voices count the same: only then is there a least and a greatest of it."""
    return len({(voice.category, voice.series) for voice in content.voices}) == 1


def _estimates(sheet: Sheet, content: Content, bottom: float) -> None:
    if not _counts_one_thing(content):
        draw_rows(sheet, content, bottom)
        return
    big(sheet, _ends(content))
    shown = [voice for voice in content.voices if voice.numbers][:MOST_ROWS]
    scale = across(sheet, shown, PAD + 8, PAD + 26)
    rows = heights(sheet, len(shown), bottom)
    for voice, y in zip(shown, rows, strict=True):
        sheet.line(scale.start, y, scale.end, y, sheet.theme.grid)
        draw_value(sheet, voice, scale, y, look_of(voice, sheet.theme), "")
    zero = scale.px(0)
    sheet.line(zero, sheet.y, zero, rows[-1] + 14, sheet.theme.axis)


def _plot(sheet: Sheet, shown: Sequence[Voice], bottom: float) -> TimePlot:
    low, high = domain(number for voice in shown for number in voice.numbers)
    days = [day for voice in shown for day in (voice.earliest, voice.latest) if day is not None]
    first, last = min(days) - 1.0, max(days) + 1.0
    sheet.line(PAD, bottom, sheet.width - PAD, bottom, sheet.theme.axis)
    across = Scale(first, last, PAD + 8, sheet.width - PAD - 8)
    head = 24 if any(voice.soft[1] for voice in shown) else 8
    return TimePlot(across, Scale(low, high, bottom - 1, sheet.y + head))


def _series(sheet: Sheet, content: Content, bottom: float, *, steps: bool = False) -> None:
    shown = placed(content.voices)
    if not shown:
        _estimates(sheet, content, bottom)
        return
    many = series_of(shown, sheet.theme)
    # Of several lines none is the one number.
    if len(many) == 1:
        ends = dict.fromkeys((many[0].voices[0], many[0].voices[-1]))
        big(sheet, " → ".join(content.amount(voice) for voice in ends))
    plot = _plot(sheet, shown, bottom)
    for one in many:
        points = [plot.at(voice, voice.point) for voice in one.voices if voice.point is not None]
        if len(points) > 1:
            path = stepped(points) if steps else points
            sheet.curve(path, one.look.color, 2, one.dash)
        for voice in one.voices:
            look = Look(one.look.color, one.look.symbol, 6)
            draw_point(sheet, content, plot, voice, look)


def _broken(sheet: Sheet, content: Content, bottom: float) -> None:
    shown = placed(content.voices)
    if not shown:
        _estimates(sheet, content, bottom)
        return
    if _counts_one_thing(content):
        big(sheet, _ends(content))
    plot = _plot(sheet, shown, bottom)
    for start, end in holes(shown):
        box = (plot.days.px(start) + 8, sheet.y, plot.days.px(end) - 8, bottom)
        sheet.rect(*box, sheet.theme.fold)
    for voice in shown:
        draw_point(sheet, content, plot, voice, look_of(voice, sheet.theme))


SMALL_FORMS: dict[str, Draw] = {
    "count": _count,
    "share": _share,
    "estimates": _estimates,
    "series": _series,
    "steps": partial(_series, steps=True),
    "broken-series": _broken,
    "seats": lambda sheet, content, bottom: draw_bodies(sheet, content, bottom, equal=True),
    "flows": lambda sheet, content, bottom: draw_bodies(sheet, content, bottom, equal=False),
    "pairs": draw_pairs,
    "regions": draw_rows,
}
