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
from components.charts.figures.content import Content, first_seen
from components.charts.figures.hundred import draw_hundred
from components.charts.figures.lines import SHAPES, series_of, stepped
from components.charts.figures.regions import bar_color
from components.charts.figures.scale import Scale, domain
from components.charts.figures.shades import shades
from components.charts.figures.sheet import Sheet, broken, cut
from components.charts.figures.stacked import bodies
from components.charts.figures.timeplot import TimePlot, draw_point, placed
from components.charts.figures.units import counted_parts, draw_field
from components.charts.figures.values import Look, draw_bar, draw_value, look_of
from components.charts.figures.voices import Voice, voices
from components.charts.figures.words import FigureWords
from components.charts.measure import shorten, text_px
from components.charts.tokens import LABEL, SMALL, SOFT, Theme

PAD = 12.0  # px around everything; the gallery moves it out to the edge of its column
BIG, LEAST_BIG = 26.0, 16.0
MOST_ROWS, MOST_BODIES, MOST_PITCH = 7, 4, 84.0
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


def _big(sheet: Sheet, text: str, x: float = PAD) -> None:
    """The big number, as large as fits on one line."""
    room, size = sheet.width - x - PAD, BIG
    while size > LEAST_BIG and text_px(text, size, bold=True) * 1.06 > room:
        size -= 1
    text = shorten(text, room / 1.06, size, bold=True)
    sheet.text(x, sheet.y + size / 2 + 1, text, size=size, bold=True, serif=True)
    sheet.y += size + 10


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
    _big(sheet, content.amount(parts[0]) if len(parts) == 1 else f"{total:,.0f}")
    draw_field(sheet, parts, (PAD, sheet.y, sheet.width - 2 * PAD, bottom - sheet.y))


def _share(sheet: Sheet, content: Content, bottom: float) -> None:
    known = [voice for voice in content.voices if voice.numbers]
    chosen = next((voice for voice in known if voice.preferred), known[0])
    side = min(bottom - PAD, sheet.width / 2)
    draw_hundred(sheet, chosen, (PAD, PAD), side)
    x, room = PAD + side + 14, sheet.width - side - 2 * PAD - 14
    _big(sheet, content.amount(chosen), x)
    others = [content.amount(voice) for voice in known if voice is not chosen]
    for text, color in ((chosen.scope, sheet.theme.muted), (", ".join(others), sheet.theme.text)):
        lines = broken(text, room, SMALL)[:4] if text else []
        sheet.y = sheet.block(x, sheet.y, lines, size=SMALL, color=color) + 6


def _strip(sheet: Sheet, count: int, bottom: float) -> list[float]:
    """Heights of so many rows down to the bottom."""
    pitch = min((bottom - sheet.y) / max(count, 1), 30.0)
    return [sheet.y + (index + 0.5) * pitch for index in range(count)]


def _scale(sheet: Sheet, shown: Sequence[Voice], left: float, right: float) -> Scale:
    low, high = domain(number for voice in shown for number in voice.numbers)
    return Scale(low, high, left, sheet.width - right)


def _estimates(sheet: Sheet, content: Content, bottom: float) -> None:
    _big(sheet, _ends(content))
    shown = [voice for voice in content.voices if voice.numbers][:MOST_ROWS]
    scale = _scale(sheet, shown, PAD + 8, PAD + 26)
    heights = _strip(sheet, len(shown), bottom)
    for voice, y in zip(shown, heights, strict=True):
        sheet.line(scale.start, y, scale.end, y, sheet.theme.grid)
        draw_value(sheet, voice, scale, y, look_of(voice, sheet.theme), "")
    zero = scale.px(0)
    sheet.line(zero, sheet.y, zero, heights[-1] + 14, sheet.theme.axis)


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
        _big(sheet, " → ".join(content.amount(voice) for voice in ends))
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
    _big(sheet, _ends(content))
    plot = _plot(sheet, shown, bottom)
    for start, end in holes(shown):
        box = (plot.days.px(start) + 8, sheet.y, plot.days.px(end) - 8, bottom)
        sheet.rect(*box, sheet.theme.fold)
    for voice in shown:
        draw_point(sheet, content, plot, voice, look_of(voice, sheet.theme))


def _bodies(sheet: Sheet, content: Content, bottom: float, *, equal: bool) -> None:
    wholes = [body for body in bodies(content) if body.total][:MOST_BODIES]
    equal = equal and all(len(body.parts) > 1 for body in wholes)
    if len(wholes) == 1 and len(wholes[0].parts) <= 4:
        _big(sheet, " : ".join(content.amount(voice) for voice in wholes[0].parts))
    greatest = max((body.total for body in wholes), default=1.0)
    pitch = min((bottom - sheet.y) / max(len(wholes), 1), MOST_PITCH)
    for index, body in enumerate(wholes):
        y = sheet.y + index * pitch
        name = shorten(body.name, sheet.width - 2 * PAD, SMALL)
        sheet.text(PAD, y + 8, name, size=SMALL, color=sheet.theme.muted)
        x = PAD
        for voice, fill in zip(body.parts, shades(body.parts, sheet.theme), strict=True):
            share = max(voice.main or 0.0, 0.0) / (body.total if equal else greatest)
            px = share * (sheet.width - 2 * PAD)
            sheet.rect(x, y + 17, max(x + px - 1, x), y + pitch - 5, fill)
            x += px


def _pairs(sheet: Sheet, content: Content, bottom: float) -> None:
    known = [voice for voice in content.voices if voice.numbers]
    names = first_seen([voice.label for voice in known])[:4]
    scale = _scale(sheet, known, PAD + 8, PAD + 8)
    if len(names) == 1:
        _big(sheet, " → ".join(content.amount(voice) for voice in known))
    pitch = min((bottom - sheet.y) / len(names), MOST_PITCH)
    for index, name in enumerate(names):
        mine = [voice for voice in known if voice.label == name]
        y = sheet.y + index * pitch
        numbers = " → ".join(content.amount(voice) for voice in mine) if len(names) > 1 else ""
        numbers = cut(numbers, sheet.width - 2 * PAD, SMALL, bold=True)
        room = sheet.width - 2 * PAD - text_px(numbers, SMALL, bold=True) - 8
        sheet.text(PAD, y + 8, shorten(name, room, SMALL), size=SMALL, color=sheet.theme.muted)
        sheet.text(sheet.width - PAD, y + 8, numbers, size=SMALL, bold=True, anchor="right")
        px = [scale.px(number) for voice in mine for number in voice.numbers]
        line = y + 17 + (pitch - 20) / 2
        sheet.line(min(px), line, max(px), line, sheet.theme.axis, 2)
        for voice in mine:
            last = voice.series == known[-1].series
            look = Look(sheet.theme.text if last else sheet.theme.axis, SHAPES[0], 10)
            draw_value(sheet, voice, scale, line, look, "")


def _regions(sheet: Sheet, content: Content, bottom: float) -> None:
    order = first_seen([voice.label for voice in content.voices])
    known = [voice for voice in content.voices if voice.numbers]
    known = sorted(known, key=lambda voice: order.index(voice.label))[:MOST_ROWS]
    series = first_seen([voice.series for voice in content.voices])
    texts = [content.amount(voice) for voice in known]
    behind = (SOFT * voice.soft[1] + 5 for voice in known)
    right = max(
        text_px(text, SMALL, bold=True) + px for text, px in zip(texts, behind, strict=True)
    )
    right = min(right + PAD + 1, 160)
    left = min(max(text_px(voice.label, SMALL) for voice in known), 110.0) + PAD + 8
    scale = _scale(sheet, known, left, right)
    last = ""
    for voice, text, y in zip(known, texts, _strip(sheet, len(known), bottom), strict=True):
        name = shorten(voice.label, left - PAD - 6, SMALL) if voice.label != last else ""
        last = voice.label
        sheet.text(PAD, y, name, size=SMALL, color=sheet.theme.muted)
        end = draw_bar(sheet, voice, scale, y, bar_color(voice, sheet.theme, series), 5)[1]
        text = cut(text, sheet.width - PAD - end - 5, SMALL, bold=True)
        sheet.text(end + 5, y, text, size=SMALL, bold=True)


SMALL_FORMS: dict[str, Draw] = {
    "count": _count,
    "share": _share,
    "estimates": _estimates,
    "series": _series,
    "steps": partial(_series, steps=True),
    "broken-series": _broken,
    "seats": lambda sheet, content, bottom: _bodies(sheet, content, bottom, equal=True),
    "flows": lambda sheet, content, bottom: _bodies(sheet, content, bottom, equal=False),
    "pairs": _pairs,
    "regions": _regions,
}
