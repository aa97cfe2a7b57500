"""Competing estimates: one row a voice, none averaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.charts.figures.content import Content, common_facts
from components.charts.figures.fitting import fitted
from components.charts.figures.rows import Line, Row, common_line, draw_rows
from components.charts.figures.scale import Scale
from components.charts.figures.sheet import Sheet, cut
from components.charts.figures.values import Look, draw_value, look_of, reach
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import LABEL

BEHIND = 5  # px between a mark and its number


def draw_estimates(sheet: Sheet, content: Content) -> None:
    """All voices as rows, with what they have in common above them."""
    common = common_facts(content, content.voices)
    common_line(sheet, common, content)
    draw_voices(sheet, content, content.voices, common)


def draw_voices(
    sheet: Sheet, content: Content, voices: Sequence[Voice], common: Mapping[str, str],
    *, special: Voice | None = None, look: Look | None = None, between: Mapping[int, Row] = {},
) -> None:  # fmt: skip
    """Rows of voices; `special` has a look of its own, `between` are rows before an index."""

    def draw(sheet: Sheet, line: Line, scale: Scale, y: float) -> None:
        (voice,) = line.voices
        mine = look if look and voice is special else look_of(voice, sheet.theme)
        draw_number(sheet, content, voice, scale, y, mine)

    rows = []
    for index, voice in enumerate(voices):
        if index in between:
            rows.append(between[index])
        rows.append(voice_row(content, voice, common))
    draw_rows(sheet, rows, content, scale_for(content, voices), draw)


def voice_row(content: Content, voice: Voice, common: Mapping[str, str]) -> Row:
    """A row for one voice: its name, and the facts not said for all."""
    head = voice.category or voice.series or voice.label or voice.by
    facts = {name: text for name, text in content.facts(voice).items() if name not in common}
    if facts.get("by") == head:
        facts["by"] = ""
    parts = content.parts(voice)
    if parts:
        scope = facts.get("scope", "")
        facts["scope"] = f"{parts}; {scope}" if scope else parts
    return Row(head, facts, (Line((voice,)),), flag=voice.preferred)


def scale_for(content: Content, voices: Sequence[Voice]):
    """A scale with room for every voice's number behind its mark."""
    numbers = [number for voice in voices for number in voice.numbers]
    ends = []
    for voice in voices:
        px = text_px(content.amount(voice), LABEL, bold=True)
        ends.append((max(voice.numbers, default=0.0), reach(voice)[1] + BEHIND + px))
    return fitted(content, numbers, ends)


def draw_number(
    sheet: Sheet, content: Content, voice: Voice, scale: Scale, y: float, look: Look
) -> None:
    """A stem from zero, the mark, and the number behind it; before it where there is no room."""
    stem = scale.px(voice.numbers[0]) if voice.numbers else scale.px(0)
    if abs(stem - scale.px(0)) > 1:
        sheet.line(scale.px(0), y, stem, y, sheet.theme.rule)
    _, right = draw_value(sheet, voice, scale, y, look, content.hover(voice))
    write_number(sheet, content.amount(voice), right, y, bold=bool(voice.numbers))


def write_number(sheet: Sheet, text: str, end: float, y: float, *, bold: bool = True) -> float:
    """A number right of what reaches to `end` (px); returns where it ends."""
    x = end + BEHIND
    color = sheet.theme.text if bold else sheet.theme.muted
    # The scale left room for it; only a text longer than the plot is cut.
    text = cut(text, sheet.width - x + 1, LABEL, bold=bold)
    return x + sheet.text(x, y, text, bold=bold, color=color, back=True)
