"""A number on a horizontal scale, by the house grammar of what is known.

a number      a solid mark               a range   a pale bar with end caps, no middle
over, under   a hollow mark, three fading steps to the side where more may be
about         a solid mark, fading steps on both sides; fixed px: "about" claims no amount
unchecked     an open square, and the word; a bar is outlined in dashes
"""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.figures.scale import Scale
from components.charts.figures.sheet import Sheet
from components.charts.figures.voices import Voice
from components.charts.tokens import (
    BAR,
    MARK,
    PALE,
    SOFT,
    SOFT_SOLID,
    SOFT_STEP,
    Theme,
    mark_px,
    rgba,
    symbol,
)

HOLLOW_EDGE = 1.8
CAP = 5  # px above and below a range
RANGE = 8
DASH = "3px,2px"


@dataclass(frozen=True)
class Look:
    """Colour and symbol of a number; the defaults are for numbers of nobody in particular."""

    color: str
    symbol: str = "circle"
    size: float = MARK


def look_of(voice: Voice, theme: Theme) -> Look:
    """Hue and shape of the tendency, else ink: a hue would say who."""
    if not voice.slot:
        return Look(theme.text)
    return Look(theme.hue(voice.slot), symbol(voice.slot), mark_px(voice.slot))


def reach(voice: Voice) -> tuple[float, float]:
    """px that a mark takes left and right of its numbers, with its fading steps."""
    less, more = voice.soft
    radius = MARK / 2 + 1 if voice.point is not None else 1
    return radius + SOFT * less, radius + SOFT * more


def draw_value(
    sheet: Sheet, voice: Voice, scale: Scale, y: float, look: Look, hover: str
) -> tuple[float, float]:
    """Draw a number at the height `y`; returns the px from which and to which it reaches."""
    if not voice.numbers:
        return scale.start, scale.start
    low, high = scale.px(voice.numbers[0]), scale.px(voice.numbers[-1])
    if high > low:
        _range(sheet, (low, high), y, look, dashed=voice.unchecked)
    if voice.point is not None:
        draw_mark(sheet, voice, (scale.px(voice.point), y), look, hover)
    else:
        sheet.mark((low + high) / 2, y, "square", 12, "rgba(0,0,0,0)", px=0, hover=hover)
    left, right = reach(voice)
    _steps(sheet, voice, (low, high), y, look.color, scale.px(0))
    return low - left, high + right


def draw_mark(sheet: Sheet, voice: Voice, at: tuple[float, float], look: Look, hover: str):
    """The mark of one number: solid, hollow for a limit, an open square if unchecked."""
    shape = "square" if voice.unchecked and not voice.slot else look.symbol
    if voice.hollow:
        paper = sheet.paper or sheet.theme.page
        sheet.mark(*at, shape, look.size, paper, edge=look.color, px=HOLLOW_EDGE, hover=hover)
    else:
        sheet.mark(*at, shape, look.size, look.color, hover=hover)


def fade(
    sheet: Sheet, x: float, way: int, box: tuple[float, float], color: str, step=SOFT_STEP,
    least: float = float("-inf"),
) -> None:  # fmt: skip
    """Three fading steps from x to the right (way 1) or left (-1) between two heights.

    least: px beyond which nothing is drawn to the left
    """
    for index, opacity in enumerate(SOFT_SOLID):
        start = x + way * index * step
        left, right = sorted((start, start + way * step))
        left = max(left, least)
        if left < right:
            sheet.rect(left, box[0], right, box[1], rgba(color, opacity))


def draw_bar(
    sheet: Sheet, voice: Voice, scale: Scale, y: float, color: str, half: float
) -> tuple[float, float]:
    """A bar from zero to the number: pale up to the greatest, soft where it is not exact.

    Returns the px from which and to which it reaches.
    """
    if not voice.numbers:
        return scale.px(0), scale.px(0)
    zero, box = scale.px(0), (y - half, y + half)
    far = scale.px(max(voice.numbers, key=abs))
    end = scale.px(voice.certain)
    if far != end:
        sheet.rect(min(end, far), box[0], max(end, far), box[1], rgba(color, PALE))
    left, right = min(zero, end), max(zero, end)
    if voice.unchecked:
        sheet.rect(left, box[0], right, box[1], rgba(color, PALE), line=color, px=1.2, dash=DASH)
    else:
        sheet.rect(left, box[0], right, box[1], color)
    # A bar of nothing still has its edge.
    if zero == far:
        sheet.line(zero, box[0], zero, box[1], color, 1.5)
    if voice.soft[1]:
        way = -1 if far < zero else 1
        fade(sheet, far, way, box, color)
        far += way * SOFT
    return min(zero, end, far), max(zero, end, far)


def _range(sheet: Sheet, ends: tuple[float, float], y: float, look: Look, *, dashed: bool) -> None:
    low, high = ends
    if dashed:
        box = (low, y - RANGE / 2, high, y + RANGE / 2)
        sheet.rect(*box, rgba(look.color, PALE / 2), line=look.color, px=1.2, dash=DASH)
    else:
        sheet.rect(low, y - RANGE / 2, high, y + RANGE / 2, rgba(look.color, PALE))
    for end in ends:
        sheet.line(end, y - CAP, end, y + CAP, look.color, 2)


def _steps(
    sheet: Sheet, voice: Voice, ends: tuple[float, float], y: float, color: str, zero: float
) -> None:
    """The fading steps of a mark; less than nothing was never counted, so zero ends them."""
    edge = MARK / 2 + 1 if voice.point is not None else 1
    box = (y - BAR / 2, y + BAR / 2)
    less, more = voice.soft
    if less:
        least = zero if ends[0] >= zero else float("-inf")
        fade(sheet, ends[0] - edge, -1, box, color, least=least)
    if more:
        fade(sheet, ends[1] + edge, 1, box, color)
