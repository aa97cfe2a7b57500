"""Small figures in rows: a name, what is said of it, and its number; nothing that is longer fits.

x and y are px of the sheet; `bottom` is where the last row ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.figures.content import Content, first_seen
from components.charts.figures.lines import SHAPES
from components.charts.figures.regions import bar_color
from components.charts.figures.scale import Scale, domain
from components.charts.figures.shades import on_fill, shades
from components.charts.figures.sheet import Sheet, cut
from components.charts.figures.stacked import bodies
from components.charts.figures.values import Look, draw_bar, draw_value
from components.charts.figures.voices import Voice
from components.charts.measure import shorten, text_px
from components.charts.tokens import SMALL, SOFT

PAD = 12.0  # px around everything; the gallery moves it out to the edge of its column
BIG, LEAST_BIG = 26.0, 16.0
MOST_ROWS, MOST_BODIES, MOST_PITCH = 7, 4, 84.0


def big(sheet: Sheet, text: str, x: float = PAD) -> None:
    """The big number, as large as fits on one line."""
    room, size = sheet.width - x - PAD, BIG
    while size > LEAST_BIG and text_px(text, size, bold=True) * 1.06 > room:
        size -= 1
    text = shorten(text, room / 1.06, size, bold=True)
    sheet.text(x, sheet.y + size / 2 + 1, text, size=size, bold=True, serif=True)
    sheet.y += size + 10


def heights(sheet: Sheet, count: int, bottom: float) -> list[float]:
    """Heights of so many rows down to the bottom."""
    pitch = min((bottom - sheet.y) / max(count, 1), 30.0)
    return [sheet.y + (index + 0.5) * pitch for index in range(count)]


def across(sheet: Sheet, shown: Sequence[Voice], left: float, right: float) -> Scale:
    """A scale for all that is said, from `left` px to `right` px before the sheet's end."""
    low, high = domain(number for voice in shown for number in voice.numbers)
    return Scale(low, high, left, sheet.width - right)


def draw_bodies(sheet: Sheet, content: Content, bottom: float, *, equal: bool) -> None:
    """Wholes as stacked bars; equal: each as long as the sheet is wide, else as its number."""
    wholes = [body for body in bodies(content) if body.total][:MOST_BODIES]
    equal = equal and all(len(body.parts) > 1 for body in wholes)
    if len(wholes) == 1 and len(wholes[0].parts) <= 4:
        big(sheet, " : ".join(content.amount(voice) for voice in wholes[0].parts))
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
            box = (x, y + 17, max(x + px - 1, x), y + pitch - 5)
            sheet.rect(*box, fill)
            _inside(sheet, box, (voice.label or voice.by, content.amount(voice)), fill)
            x += px


def _inside(
    sheet: Sheet, box: tuple[float, float, float, float], said: tuple[str, str], fill: str
) -> None:
    """Name and number in a part of a bar, the number alone, or nothing: whatever has room."""
    x0, y0, x1, y1 = box
    name, amount = said
    if y1 - y0 < SMALL + 4:
        return
    for text in (f"{name} {amount}", amount):
        if text_px(text, SMALL, bold=True) + 12 < x1 - x0:
            sheet.text(x0 + 6, (y0 + y1) / 2, text, size=SMALL, bold=True, color=on_fill(fill))
            return


def draw_pairs(sheet: Sheet, content: Content, bottom: float) -> None:
    """Before and after of each name, as two dots and the way between."""
    known = [voice for voice in content.voices if voice.numbers]
    names = first_seen([voice.label for voice in known])[:4]
    scale = across(sheet, known, PAD + 8, PAD + 8)
    if len(names) == 1:
        big(sheet, " → ".join(content.amount(voice) for voice in known))
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


def draw_rows(sheet: Sheet, content: Content, bottom: float) -> None:
    """A bar for each name, with its number behind it."""
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
    scale = across(sheet, known, left, right)
    last = ""
    for voice, text, y in zip(known, texts, heights(sheet, len(known), bottom), strict=True):
        name = shorten(voice.label, left - PAD - 6, SMALL) if voice.label != last else ""
        last = voice.label
        sheet.text(PAD, y, name, size=SMALL, color=sheet.theme.muted)
        end = draw_bar(sheet, voice, scale, y, bar_color(voice, sheet.theme, series), 5)[1]
        text = cut(text, sheet.width - PAD - end - 5, SMALL, bold=True)
        sheet.text(end + 5, y, text, size=SMALL, bold=True)
