"""What a plot cannot show is said below it: values without a date, counterparts not found."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.figures.content import Content
from components.charts.figures.sheet import Sheet
from components.charts.figures.voices import Voice
from components.charts.tokens import SMALL

DASH = "4px,4px"
PAD = 12


def draw_undated(sheet: Sheet, content: Content, voices: Sequence[Voice]) -> None:
    """A sentence with the values that a time axis cannot show; nothing if there are none."""
    said = [f"{voice.label or voice.by}: {content.counted(voice)}" for voice in voices]
    if said:
        text = content.labels.undated.format(items="; ".join(said))
        color = sheet.theme.muted
        sheet.y = sheet.paragraph(0, sheet.y + 4, text, sheet.width, size=SMALL, color=color)


def draw_missing(sheet: Sheet, content: Content) -> None:
    """A dashed empty frame for each counterpart that was looked for and not found."""
    theme = sheet.theme
    for label, reason in content.missing:
        sheet.y += 16
        top, room = sheet.y, min(sheet.width - 2 * PAD, 640)
        said = f"{label}: {content.labels.missing}" if label else content.labels.missing
        y = sheet.paragraph(PAD, top + PAD, said, sheet.width - 2 * PAD, bold=True)
        y = sheet.paragraph(PAD, y + 1, reason, room, size=SMALL, color=theme.muted)
        box = (0.7, top, sheet.width - 0.7, y + PAD)
        sheet.rect(*box, line=theme.axis, px=1.4, dash=DASH)
        sheet.y = y + PAD
