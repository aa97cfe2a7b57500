"""Bars by category; of several series, one bar each below the category's name."""

from __future__ import annotations

from components.charts.figures.competing import BEHIND, write_number
from components.charts.figures.content import DOT, FACTS, Content, common_facts, first_seen
from components.charts.figures.fitting import fitted
from components.charts.figures.rows import Line, Row, common_line, draw_rows
from components.charts.figures.scale import Scale
from components.charts.figures.sheet import Sheet
from components.charts.figures.values import DASH, SOFT, draw_bar
from components.charts.figures.voices import Voice
from components.charts.measure import shorten, text_px
from components.charts.tokens import LABEL, SMALL, Theme

HALF = 6.5  # px, half of a bar's height
STUB = 34  # px of the empty frame where a series has no figure


def draw_regions(sheet: Sheet, content: Content) -> None:
    """A row a category, a bar a series; a series without a figure is an empty frame."""
    common = common_facts(content, content.voices)
    common_line(sheet, common, content)
    series = first_seen([voice.series for voice in content.voices])

    def draw(sheet: Sheet, line: Line, scale: Scale, y: float) -> None:
        if not line.voices:
            _nothing(sheet, scale.px(0), y, line.name)
            return
        (voice,) = line.voices
        shade = bar_color(voice, sheet.theme, series)
        left, right = draw_bar(sheet, voice, scale, y, shade, HALF)
        hover = content.hover(voice)
        sheet.mark((left + right) / 2, y, "square", 12, "rgba(0,0,0,0)", px=0, hover=hover)
        x = write_number(sheet, content.told(voice), right, y)
        name = shorten(line.name, sheet.width - x - BEHIND, SMALL)
        sheet.text(x + BEHIND, y, name, size=SMALL, color=sheet.theme.muted, back=True)

    rows = _rows(content, series, common)
    draw_rows(sheet, rows, content, _scale(content, rows), draw)


def bar_color(voice: Voice, theme: Theme, series: tuple[str, ...]) -> str:
    """Hue of the tendency; else ink for the last series and grey for those before it."""
    if voice.slot:
        return theme.hue(voice.slot)
    return theme.muted if len(series) < 2 or voice.series == series[-1] else theme.axis


def _rows(content: Content, series: tuple[str, ...], common: dict[str, str]) -> list[Row]:
    rows = []
    for name in first_seen([voice.label or voice.category for voice in content.voices]):
        mine = [voice for voice in content.voices if (voice.label or voice.category) == name]
        lines = [line for one in series for line in _lines(content, mine, one, len(series) > 1)]
        same = {**common_facts(content, mine)} if len(mine) > 1 else content.facts(mine[0])
        facts = {key: text for key, text in same.items() if key not in common}
        flag = DOT.join(dict.fromkeys(voice.preferred for voice in mine if voice.preferred))
        rows.append(Row(name, facts, tuple(lines), flag))
    return rows


def _lines(content: Content, mine: list[Voice], series: str, named: bool) -> list[Line]:
    found = [voice for voice in mine if voice.series == series]
    if not found:
        return [Line((), content.labels.no_figure.format(name=series))]
    many = len(found) > 1
    lines = []
    for voice in found:
        facts = content.facts(voice)
        # What several voices of one category say differently has no column of its own.
        more = [facts[key] for key in FACTS if many and facts[key]]
        lines.append(Line((voice,), DOT.join([series] * named + more)))
    return lines


def _scale(content: Content, rows: list[Row]):
    numbers, ends = [], []
    for line in (line for row in rows for line in row.lines):
        for voice in line.voices:
            numbers += voice.numbers
            px = text_px(content.told(voice), LABEL, bold=True)
            px += text_px(line.name, SMALL) + BEHIND if line.name else 0
            ends.append((max(voice.numbers, default=0.0), px + 2 * BEHIND + SOFT))
    return fitted(content, numbers, ends)


def _nothing(sheet: Sheet, x: float, y: float, text: str) -> None:
    """Missing is shown as missing: a dashed empty frame and the words."""
    box = (x, y - HALF, x + STUB, y + HALF)
    sheet.rect(*box, line=sheet.theme.axis, px=1, dash=DASH)
    text = shorten(text, sheet.width - x - STUB - BEHIND, SMALL)
    sheet.text(x + STUB + BEHIND, y, text, size=SMALL, color=sheet.theme.muted, back=True)
