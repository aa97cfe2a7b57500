"""A horizontal scale that leaves room for the texts behind its marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from components.charts.figures.content import Content
from components.charts.figures.numbers import quantity
from components.charts.figures.scale import Scale, domain, steps
from components.charts.measure import text_px
from components.charts.tokens import SMALL

Ticks = tuple[tuple[float, str], ...]
TICK_AIR = 18  # px between two numbers of an axis
LEAST_SHARE = 0.1  # of the plot: the scale is never narrower, whatever the texts
MOST_TICKS = 7
SPILL = 8  # px by which a number of the axis may leave the plot


def fitted(
    content: Content, numbers: Iterable[float], ends: Sequence[tuple[float, float]]
) -> callable:
    """A function (from px, to px) -> (Scale, ticks) for `draw_rows`.

    numbers: all that must lie on the scale; ends: (number, px that stand right of it)
    """
    low, high = domain(numbers)

    def scale_of(start: float, end: float) -> tuple[Scale, Ticks]:
        ticks = _ticks(content, low, high, (end - start) * 0.7)
        half = [text_px(text, SMALL) / 2 for _, text in ticks]
        start += max(half[0] - SPILL, 0)
        # The number at an end of the axis needs room as well.
        wanted = [*ends, (ticks[-1][0], half[-1])]
        span = end - start
        for number, px in wanted:
            share = (number - low) / (high - low)
            if share > 0:
                span = min(span, (end - start - px) / share)
        span = max(span, LEAST_SHARE * (end - start))
        scale = Scale(low, high, start, start + span)
        return scale, _ticks(content, low, high, span)

    return scale_of


def _ticks(content: Content, low: float, high: float, px: float) -> Ticks:
    """As many round numbers within low…high as stand apart on `px`."""
    whole = low == int(low) and high == int(high)
    for most in range(min(max(int(px // 44), 2), MOST_TICKS), 1, -1):
        inside = [one for one in steps(low, high, most, whole=whole) if low <= one <= high]
        texts = [quantity(number, content.unit, content.labels) for number in inside]
        widest = max((text_px(text, SMALL) for text in texts), default=0.0)
        if len(inside) < 2:
            break
        if (inside[1] - inside[0]) / (high - low) * px >= widest + TICK_AIR:
            return tuple(zip(inside, texts, strict=True))
    ends = (0.0, high) if high > 0 else (low, 0.0)
    texts = [quantity(one, content.unit, content.labels) for one in ends]
    if max(text_px(text, SMALL) for text in texts) + TICK_AIR > px:
        return ((0.0, quantity(0.0, content.unit, content.labels)),)
    return tuple(zip(ends, texts, strict=True))
