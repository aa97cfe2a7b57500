"""Parts of a whole as stacked bars: one bar a body, date or source, with its parts named below.

Seats, votes and delegates are drawn as shares, each bar of the same length, because the bodies
differ in size; where a body has one part only a share would say "all", so lengths are numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.figures.content import DOT, Content, common_facts, first_seen
from components.charts.figures.key import Item, draw_key
from components.charts.figures.numbers import is_percent, number
from components.charts.figures.rows import common_line
from components.charts.figures.shades import on_fill, shades
from components.charts.figures.sheet import Sheet
from components.charts.figures.values import DASH, fade, look_of
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import LABEL, PALE, PHONE_BELOW, SMALL, SOFT, rgba

BAR, BELOW, BETWEEN = 26, 6, 22  # px: a bar; to its key; to the next body
COUNTABLE, LEAST_UNIT = 60, 9  # up to so many whole seats are drawn one by one, if so wide (px)


@dataclass(frozen=True)
class Body:
    """One whole: its name, the facts beside it, its parts."""

    name: str
    remark: str
    parts: tuple[Voice, ...]

    @property
    def total(self) -> float:
        """Sum of what its parts say, in the unit."""
        return sum(max(voice.main or 0.0, 0.0) for voice in self.parts)


def draw_seats(sheet: Sheet, content: Content) -> None:
    """Bars of equal length: shares of those listed; of numbers if a body has one part only."""
    _draw_bodies(sheet, content, equal=True)


def draw_flows(sheet: Sheet, content: Content) -> None:
    """Bars as long as their numbers."""
    _draw_bodies(sheet, content, equal=False)


def bodies(content: Content) -> list[Body]:
    """The wholes: by series, else by period and voice."""
    named = any(voice.series for voice in content.voices)

    def of(voice: Voice) -> str:
        return voice.series if named else DOT.join(filter(None, (voice.by, voice.period)))

    common = common_facts(content, content.voices)
    made = []
    for name in first_seen([of(voice) for voice in content.voices]):
        parts = tuple(voice for voice in content.voices if of(voice) == name)
        facts = common_facts(content, parts) if len(parts) > 1 else content.facts(parts[0])
        said = [facts.get(key, "") for key in ("by", "period", "scope", "standing") if named]
        new = (text for text in said if text and text not in name)
        remark = DOT.join(text for text in new if text not in common.values())
        made.append(Body(name, remark, parts))
    return made


def _draw_bodies(sheet: Sheet, content: Content, *, equal: bool) -> None:
    named = any(voice.series for voice in content.voices)
    if named:
        common_line(sheet, common_facts(content, content.voices), content)
    wholes = bodies(content)
    equal = equal and all(len(body.parts) > 1 for body in wholes)
    tail = SOFT if any(body.parts[-1].soft[1] for body in wholes) else 0
    greatest = max((body.total for body in wholes), default=0.0)
    # Percentages help where wholes of different size are compared.
    shares = equal and len(wholes) > 1 and not is_percent(content.unit)
    for body in wholes:
        sheet.y = _head(sheet, content, body)
        whole = body.total if equal else greatest
        if equal and not is_percent(content.unit) and sheet.width >= PHONE_BELOW:
            _half(sheet, content, body, tail, named=body is wholes[0])
        _bar(sheet, content, body, whole, tail)
        sheet.y += BAR + BELOW
        items = _items(sheet, content, body, shares)
        sheet.y = draw_key(sheet, 0, sheet.y, items, sheet.width) + BETWEEN
    sheet.y -= BETWEEN


def _head(sheet: Sheet, content: Content, body: Body) -> float:
    """Name of a body and the sum of its parts; returns where its bar begins."""
    theme = sheet.theme
    total = number(body.total, content.labels)
    listed = content.labels.listed.format(n=total) if len(body.parts) > 1 else ""
    if is_percent(content.unit) or any(voice.bound for voice in body.parts):
        listed = ""
    room = sheet.width - text_px(listed, SMALL) - 16
    top = sheet.y
    # The sum stands in the last line: beside the remark, else beside the name.
    y = sheet.paragraph(0, top, body.name, sheet.width if body.remark else room, bold=True)
    y = sheet.paragraph(0, y, body.remark, room, size=SMALL, color=theme.muted)
    bottom = max(y, top + 17) - 8
    sheet.text(sheet.width, bottom, listed, size=SMALL, color=theme.muted, anchor="right")
    return max(y, top + 17) + 3


def _half(sheet: Sheet, content: Content, body: Body, tail: float, *, named: bool) -> None:
    """Where half of a bar lies, named at the first: a majority is seen at once."""
    middle = (sheet.width - tail) / 2
    sheet.line(middle, sheet.y - 5, middle, sheet.y, sheet.theme.axis)
    name = content.labels.half
    half = text_px(name, SMALL) / 2
    clear = text_px(body.remark or body.name, LABEL, bold=True) < middle - half - 12
    if named and clear:
        color = sheet.theme.muted
        sheet.text(middle, sheet.y - 12, name, size=SMALL, color=color, anchor="middle")


def _bar(sheet: Sheet, content: Content, body: Body, whole: float, tail: float) -> None:
    """The parts of a body one behind the other, with the numbers that fit."""
    theme, x, y = sheet.theme, 0.0, sheet.y
    scale = (sheet.width - tail) / whole if whole > 0 else 0.0
    single = _countable(body) and scale >= LEAST_UNIT
    for voice, fill in zip(body.parts, shades(body.parts, theme), strict=True):
        end = x + max(voice.main or 0.0, 0.0) * scale
        _part(sheet, voice, (x, y, end, y + BAR), fill)
        if single:
            for seat in range(1, int(voice.main or 0)):
                at = x + seat * scale
                sheet.line(at, y, at, y + BAR, theme.page, 1)
        text = content.amount(voice)
        if not single and text_px(text, LABEL, bold=True) + 12 < end - x:
            pale = voice.unchecked or not voice.certain
            color = theme.text if pale else on_fill(fill)
            sheet.text((x + end) / 2, y + BAR / 2, text, bold=True, color=color, anchor="middle")
        hover = content.hover(voice)
        sheet.mark((x + end) / 2, y + BAR / 2, "square", 12, "rgba(0,0,0,0)", px=0, hover=hover)
        x = end
    if any(voice.soft[1] for voice in body.parts[-1:]):
        fade(sheet, x, 1, (y, y + BAR), shades(body.parts, theme)[-1])


def _part(sheet: Sheet, voice: Voice, box: tuple[float, float, float, float], fill: str) -> None:
    """A stretch of a bar; its right end is soft where the number is about or over."""
    x0, y0, x1, y1 = box
    gap = min(1.5, (x1 - x0) / 3)
    if voice.unchecked:
        edge = (x0 + 1, y0 + 0.5, x1 - 2, y1 - 0.5)
        line = fill if voice.slot else sheet.theme.axis
        sheet.rect(*edge, rgba(fill, PALE), line=line, px=1.4, dash=DASH)
        return
    # A greatest number only: all of it is possible, none certain.
    sheet.rect(x0, y0, x1 - gap, y1, fill if voice.certain else rgba(fill, PALE))


def _countable(body: Body) -> bool:
    exact = (voice.main for voice in body.parts if not any(voice.soft))
    whole = [main for main in exact if main is not None and main == int(main)]
    return len(whole) == len(body.parts) and body.total <= COUNTABLE


def _items(sheet: Sheet, content: Content, body: Body, shares: bool) -> list[Item]:
    """The parts by name, number and, where shares are compared, per cent of those listed."""
    items, fills = [], shades(body.parts, sheet.theme)
    for voice, fill in zip(body.parts, fills, strict=True):
        remark = ""
        if shares and body.total and not any(voice.soft):
            remark = content.labels.percent.format(n=_share(voice.main or 0.0, body.total))
        if voice.unchecked:
            word = content.labels.standing(voice.standing)
            remark = f"{remark}{DOT if remark else ''}{word}"
        look = look_of(voice, sheet.theme) if voice.slot else None
        items.append(
            Item(voice.label or voice.by, content.amount(voice), remark, look,
                 "" if look else fill, "" if look else sheet.theme.axis, hollow=voice.unchecked)
        )  # fmt: skip
    return items


def _share(part: float, whole: float) -> str:
    """Per cent of a whole: one digit behind the point below ten."""
    percent = 100 * part / whole
    return f"{percent:.1f}" if percent < 9.95 else f"{percent:.0f}"
