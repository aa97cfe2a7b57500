"""A share as a hundred squares, one field a voice, each with what its hundred are."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.figures.content import DOT, Content
from components.charts.figures.shades import area
from components.charts.figures.sheet import SERIF_AIR, Sheet, broken
from components.charts.figures.values import fade
from components.charts.figures.voices import Voice
from components.charts.tokens import LABEL, PALE, PHONE_BELOW, SMALL, SOFT_STEP, Theme, rgba

BIG = 30.0
GAP = 28  # px between fields
WIDE = 860  # px from which four fields stand in a row
MOST, ON_PHONE = 230.0, 132.0  # px of a field
BESIDE = 440  # px of a cell from which its words stand beside the field
DASH = "4px,4px"


@dataclass(frozen=True)
class Cell:
    """Where a field and its words stand: px."""

    x: float
    y: float
    field: float
    words: tuple[float, float]  # x, room
    below: bool


def draw_share(sheet: Sheet, content: Content) -> None:
    """A field a voice, then a dashed frame for each counterpart that was not found."""
    things: list[Voice | tuple[str, str]] = [*content.voices, *content.missing]
    columns = _columns(len(things), sheet.width)
    for start in range(0, len(things), columns):
        bottoms = []
        for column, thing in enumerate(things[start : start + columns]):
            cell = _cell(sheet, column, columns)
            draw = _field if isinstance(thing, Voice) else _frame
            bottoms.append(draw(sheet, content, thing, cell))
        sheet.y = max(bottoms) + GAP
    sheet.y -= GAP if things else 0


def _columns(count: int, width: float) -> int:
    if width < PHONE_BELOW:
        return 1
    if width < WIDE:
        return 2 if count > 3 else max(count, 1)
    return max(min(count, 4), 1)


def _cell(sheet: Sheet, column: int, columns: int) -> Cell:
    room = (sheet.width - (columns - 1) * GAP) / columns
    x = column * (room + GAP)
    if sheet.width < PHONE_BELOW or (columns == 2 and sheet.width < WIDE):
        words = ON_PHONE + 16
        return Cell(x, sheet.y, ON_PHONE, (x + words, room - words), below=False)
    side = min(MOST, room)
    if room >= BESIDE:
        beside = x + side + 20
        return Cell(x, sheet.y, side, (beside, min(room - side - 20, 380)), below=False)
    return Cell(x, sheet.y, side, (x, room), below=True)


def _field(sheet: Sheet, content: Content, voice: Voice, cell: Cell) -> float:
    """The squares and words of a voice; returns the edge below."""
    draw_hundred(sheet, voice, (cell.x, cell.y), cell.field)
    middle = (cell.x + cell.field / 2, cell.y + cell.field / 2)
    blank = "rgba(0,0,0,0)"
    sheet.mark(*middle, "square", cell.field, blank, edge=blank, hover=content.hover(voice))
    facts, labels = content.facts(voice), content.labels
    population = facts["scope"]
    scope = labels.of_scope.format(scope=population) if population else ""
    name = "" if population else voice.category
    said = [
        voice.category if population and voice.category.lower() != population.lower() else "",
        facts["by"],
        facts["period"],
        facts["method"],
        facts["standing"],
    ]
    muted = DOT.join(part for part in said if part)
    reason = labels.preferred.format(reason=voice.preferred) if voice.preferred else ""
    strong = [name, scope, content.parts(voice)]
    return _words(sheet, cell, content.amount(voice), strong, [muted, voice.citation, reason])


def _frame(sheet: Sheet, content: Content, missing: tuple[str, str], cell: Cell) -> float:
    """A counterpart that was not found: an empty frame, neither zero nor left out."""
    label, reason = missing
    x, y, side = cell.x, cell.y, cell.field
    box = (x + 1, y + 1, x + side - 1, y + side - 1)
    sheet.rect(*box, line=sheet.theme.axis, px=1.4, dash=DASH)
    size = 15.0 if side > 160 else LABEL
    write_centred(sheet, content.labels.missing, (x, y, side, side), size)
    return _words(sheet, cell, label, [], [reason], size=21.0)


def write_centred(sheet: Sheet, text: str, box, size: float) -> None:
    """A bold text in the middle of a box (x, y, width, height), broken at words."""
    x, y, width, height = box
    lines = broken(text, width - 16, size, bold=True)
    lead = size * 1.25
    first = y + height / 2 - lead * (len(lines) - 1) / 2
    for index, line in enumerate(lines):
        at = (x + width / 2, first + index * lead)
        sheet.text(*at, line, size=size, bold=True, anchor="middle", color=sheet.theme.muted)


def _words(
    sheet: Sheet, cell: Cell, big: str, strong: list[str], muted: list[str], size: float = BIG
) -> float:
    x, room = cell.words
    y = cell.y + cell.field + 10 if cell.below else cell.y
    size = size if cell.field > 160 else min(size, 24.0)
    y = sheet.paragraph(x, y, big, room / SERIF_AIR, size=size, bold=True, serif=True) + 3
    for text in filter(None, strong):
        y = sheet.paragraph(x, y, text, room, bold=True)
    for text in filter(None, muted):
        y = sheet.paragraph(x, y + 1, text, room, size=SMALL, color=sheet.theme.muted)
    return max(y, cell.y + cell.field)


def draw_hundred(sheet: Sheet, voice: Voice, corner: tuple[float, float], side: float) -> None:
    """A hundred squares from the upper left: full, pale between low and high, empty beyond."""
    pitch, fill = side / 10, area(voice.slot, sheet.theme)
    sure = voice.certain
    far = max(voice.numbers, default=0.0)
    for index in range(100):
        at = (corner[0] + index % 10 * pitch, corner[1] + index // 10 * pitch)
        full, pale = _part(sure, index), _part(far, index)
        _square(sheet, at, pitch, (full, pale), fill, voice)
    if voice.soft[1] and 0 < far < 100:
        # Within a square: the fading claims no per cent.
        index, step = int(far), min(SOFT_STEP, pitch * 0.8 / 3)
        x = corner[0] + (index % 10 + 0.1 + 0.8 * (far - index)) * pitch
        y = corner[1] + (index // 10 + 0.1) * pitch
        fade(sheet, x, 1, (y, y + 0.8 * pitch), fill, step)


def _part(number: float, index: int) -> float:
    return min(max(number - index, 0.0), 1.0)


def _square(sheet: Sheet, at, pitch: float, parts: tuple[float, float], fill: str, voice: Voice):
    (x, y), size, (full, pale) = at, pitch * 0.8, parts
    theme: Theme = sheet.theme
    left, upper = x + pitch * 0.1, y + pitch * 0.1
    edge = fill if pale else theme.axis
    inside = rgba(fill, 0.14) if voice.unchecked and full else "rgba(0,0,0,0)"
    if full == 1 and not voice.unchecked:
        inside = fill
    elif pale == 1 and not voice.unchecked:
        inside = rgba(fill, PALE)
    sheet.square(x + pitch / 2, y + pitch / 2, size - 1, inside, edge, 1)
    if 0 < full < 1 and not voice.unchecked:
        sheet.rect(left, upper, left + size * full, upper + size, fill)
    if 0 < pale < 1 and not voice.unchecked:
        sheet.rect(left, upper, left + size * pale, upper + size, rgba(fill, PALE))
