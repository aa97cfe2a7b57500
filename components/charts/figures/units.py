"""A count as squares in blocks of a hundred with running totals, and its rivals below.

One hue where who acted is not known; where the voice tells its number apart by tendency, squares
have the tendencies' hues. Above a thousand one square stands for ten, a hundred, a thousand …
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from components.charts.figures.competing import draw_voices
from components.charts.figures.content import DOT, Content, common_facts
from components.charts.figures.key import Item, draw_key
from components.charts.figures.numbers import number
from components.charts.figures.rows import common_line
from components.charts.figures.shades import area
from components.charts.figures.sheet import LEAD, SERIF_AIR, Sheet
from components.charts.figures.values import Look, fade, look_of
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import LABEL, PALE, PHONE_BELOW, SMALL, SOFT_STEP, rgba

MOST = 1000  # squares
BLOCK_GAP, SMALL_GAP = 12.0, 6.0  # px between blocks
MOST_PITCH = 16.0
BIG = 30.0  # px, the one big number


@dataclass(frozen=True)
class Field:
    """Squares of one size: how many a square counts, px from square to square, blocks in a row."""

    step: float
    pitch: float
    columns: int
    blocks: int
    gap: float = BLOCK_GAP
    below: float = LEAD[SMALL]  # px for the running totals

    @property
    def block(self) -> float:
        """px from block to block."""
        return 10 * self.pitch + self.gap

    def corner(self, index: int) -> tuple[float, float]:
        """Upper left corner of a square, px from the field's."""
        block, inside = divmod(index, 100)
        row, column = divmod(block, self.columns)
        line, place = divmod(inside, 10)
        return (
            column * self.block + place * self.pitch,
            row * (self.block + self.below) + line * self.pitch,
        )


def draw_count(sheet: Sheet, content: Content) -> None:
    """The first voice (or the preferred one) as squares; all voices as a strip below."""
    parts = counted_parts(content.voices)
    _caption(sheet, content, parts)
    total = sum(max(voice.main or 0.0, 0.0) for voice in parts)
    if total:
        _field(sheet, content, parts, field_for(total, sheet.width))
    if len(content.voices) > len(parts):
        _rivals(sheet, content, parts)


def _field(sheet: Sheet, content: Content, parts: Sequence[Voice], field: Field) -> None:
    """The squares, a key of their hues, and what one square stands for."""
    _squares(sheet, content, parts, field)
    if any(voice.slot for voice in parts) and len(parts) > 1:
        items = [Item(v.label, content.amount(v), look=look_of(v, sheet.theme)) for v in parts]
        sheet.y = draw_key(sheet, 0, sheet.y, items, sheet.width) + 4
    text = content.labels.square_each if field.step == 1 else content.labels.square_of
    said = text.format(step=number(field.step, content.labels), unit=content.unit)
    sheet.y = sheet.paragraph(0, sheet.y, said, sheet.width, size=SMALL, color=sheet.theme.muted)


def counted_parts(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """What the squares count: the preferred voice or the first, with its parts by tendency.

    Parts are one voice's numbers for one period: the numbers of rivals are never added.
    """
    chosen = next((voice for voice in voices if voice.preferred), voices[0])
    if not chosen.slot:
        return (chosen,)
    same = (chosen.by, chosen.period, chosen.series)
    return tuple(v for v in voices if v.slot and (v.by, v.period, v.series) == same)


def field_for(total: float, width: float) -> Field:
    """Squares for a total: 9 blocks in a row, 5 on a narrow page, 3 on a phone."""
    step = 1.0
    while total / step > MOST:
        step *= 10
    blocks = max(ceil(total / step / 100), 1)
    columns = 9 if width >= 860 else 5 if width >= PHONE_BELOW else 3
    room = (width - (columns - 1) * BLOCK_GAP) / columns / 10
    return Field(step, min(room, MOST_PITCH if blocks == 1 else 11.5), columns, blocks)


def _total(content: Content, parts: Sequence[Voice]) -> str:
    if len(parts) == 1:
        return content.amount(parts[0])
    return number(sum(voice.main or 0.0 for voice in parts), content.labels)


def _caption(sheet: Sheet, content: Content, parts: Sequence[Voice]) -> None:
    """The number, big, and whose it is."""
    voice, theme = parts[0], sheet.theme
    big = _total(content, parts)
    room = sheet.width / SERIF_AIR
    sheet.y = sheet.paragraph(0, sheet.y, big, room, size=BIG, bold=True, serif=True) + 3
    facts, room = content.facts(voice), min(sheet.width, 620)
    sheet.y = sheet.paragraph(0, sheet.y, facts["scope"], room, bold=True)
    said = [facts["by"], facts["period"], facts["method"], facts["standing"]]
    for text in (DOT.join(part for part in said if part), voice.citation):
        sheet.y = sheet.paragraph(0, sheet.y, text, room, color=theme.muted)
    if voice.preferred:
        reason = content.labels.preferred.format(reason=voice.preferred)
        sheet.y = sheet.paragraph(0, sheet.y, reason, room)
    sheet.y += 10


def _squares(sheet: Sheet, content: Content, parts: Sequence[Voice], field: Field) -> None:
    done = _fill(sheet, parts, field, (0.0, sheet.y))
    sheet.y += _running(sheet, content, field, done)


def draw_field(sheet: Sheet, parts: Sequence[Voice], box: tuple[float, ...]) -> None:
    """The squares alone within a box (x, y, width, height), for a thumbnail."""
    x, y, width, height = box
    total = sum(max(voice.main or 0.0, 0.0) for voice in parts)
    field = field_for(total, 0)
    columns = min(field.blocks, 5)
    rows = ceil(field.blocks / columns)
    pitch = min((width + SMALL_GAP) / columns - SMALL_GAP, (height + SMALL_GAP) / rows - SMALL_GAP)
    small = Field(field.step, min(pitch / 10, MOST_PITCH), columns, field.blocks, SMALL_GAP, 0.0)
    _fill(sheet, parts, small, (x, y))


def _fill(sheet: Sheet, parts: Sequence[Voice], field: Field, corner: tuple[float, float]) -> float:
    """Draw the squares of all parts from a corner; returns how many they are."""
    done, last, fill = 0.0, corner, ""
    for voice in parts:
        count = max(voice.main or 0.0, 0.0) / field.step
        fill = area(voice.slot, sheet.theme)
        for index in range(int(done), ceil(round(done + count, 6))):
            x, y = field.corner(index)
            last = (corner[0] + x, corner[1] + y)
            share = min(done + count - index, 1.0)
            _square(sheet, voice, last, field.pitch, share, fill)
        done += count
    if parts[-1].soft[1] and done:
        left, size = last[0] + field.pitch + 1, field.pitch * 0.8
        upper = last[1] + field.pitch * 0.1
        fade(sheet, left, 1, (upper, upper + size), fill, min(SOFT_STEP, field.pitch / 3))
    return done


def _square(sheet: Sheet, voice: Voice, at, pitch: float, share: float, fill: str) -> None:
    """One square, filled as far as it counts; hollow if nobody checked the number."""
    x, y = at
    if voice.unchecked:
        middle = (x + pitch / 2, y + pitch / 2)
        sheet.square(*middle, pitch * 0.8 - 1, rgba(fill, 0.12), fill, 1)
    elif share > 0.999:
        # A greatest number only: all of it is possible, none certain.
        paint = fill if voice.certain else rgba(fill, PALE)
        sheet.square(x + pitch / 2, y + pitch / 2, pitch * 0.8, paint)
    else:
        left, upper, size = x + pitch * 0.1, y + pitch * 0.1, pitch * 0.8
        sheet.rect(left, upper, left + size * share, upper + size, fill)


def _running(sheet: Sheet, content: Content, field: Field, done: float) -> float:
    """The running total below each block; returns the height of the field."""
    color, low = sheet.theme.muted, 0.0
    for block in range(field.blocks):
        inside = min(max(done - 100 * block, 0), 100)
        x, y = field.corner(100 * block)
        last = block == field.blocks - 1
        counted = done if last else 100.0 * (block + 1)
        text = number(round(counted * field.step, 6), content.labels)
        x = min(x, sheet.width - text_px(text, SMALL, bold=last))
        below = y + max(ceil(round(inside, 6) / 10), 1) * field.pitch + 9
        sheet.text(x, sheet.y + below, text, size=SMALL, color=color, bold=last)
        low = max(low, below + 14)
    return low


def _rivals(sheet: Sheet, content: Content, parts: Sequence[Voice]) -> None:
    labels, theme = content.labels, sheet.theme
    sheet.y += 26
    sheet.y = sheet.block(0, sheet.y, [labels.rivals], size=LABEL + 2, bold=True)
    note = labels.rivals_note
    sheet.y = sheet.paragraph(0, sheet.y, note, sheet.width, size=SMALL, color=theme.muted) + 8
    common = common_facts(content, content.voices)
    common_line(sheet, common, content)
    special = Look(area(parts[0].slot, theme), "square", 12) if len(parts) == 1 else None
    draw_voices(sheet, content, content.voices, common, special=parts[0], look=special)
