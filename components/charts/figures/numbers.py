"""Numbers in words: "2,150", "1.5 million", "71.4 %", "over 400", "about 60–70 %"."""

from __future__ import annotations

from components.charts.figures.voices import Voice
from components.charts.figures.words import FigureWords

MILLION, BILLION = 1e6, 1e9
BEYOND_DIGITS = 1e12  # longer numbers are written with a power of ten


def is_percent(unit: str) -> bool:
    """Whether the unit is per cent of something: "percent", "percent of plan"."""
    return unit.split()[:1] == ["percent"]


def number(value: float, labels: FigureWords) -> str:
    """A number for people, never rounded further than to what it says."""
    for size, text in ((BILLION, labels.billion), (MILLION, labels.million)):
        if _is_round(value, size):
            return text.format(n=_digits(value / size))
    return _digits(value)


def quantity(value: float, unit: str, labels: FigureWords) -> str:
    """A number with the sign of its unit, if that is per cent."""
    return _with_unit(number(value, labels), unit, labels)


def amount(voice: Voice, unit: str, labels: FigureWords) -> str:
    """What a voice says: "76 %", "about 500–1,000", "at least 60"."""
    if not voice.numbers:
        return labels.no_number
    spread = ""
    if voice.low is not None and voice.high is not None:
        spread = _spread(voice.low, voice.high, unit, labels)
    if voice.value is not None:
        text = quantity(voice.value, unit, labels)
        text = labels.within.format(n=text, range=spread) if spread else text
    elif spread:
        text = spread
    else:
        limit = labels.at_most if voice.low is None else labels.at_least
        text = limit.format(n=quantity(voice.numbers[0], unit, labels))
    bounds = {"about": labels.about, "over": labels.over, "under": labels.under}
    return bounds[voice.bound].format(n=text) if voice.bound else text


def _spread(low: float, high: float, unit: str, labels: FigureWords) -> str:
    for size, text in ((BILLION, labels.billion), (MILLION, labels.million)):
        if _is_round(low, size) and _is_round(high, size):
            both = labels.between.format(low=_digits(low / size), high=_digits(high / size))
            return _with_unit(text.format(n=both), unit, labels)
    both = labels.between.format(low=number(low, labels), high=number(high, labels))
    return _with_unit(both, unit, labels)


def _with_unit(text: str, unit: str, labels: FigureWords) -> str:
    return labels.percent.format(n=text) if is_percent(unit) else text


def _is_round(value: float, size: float) -> bool:
    """Whether a number is written in millions without losing a digit."""
    tenths = abs(value) / size * 10
    return size <= abs(value) < 1000 * size and tenths == round(tenths)


def _digits(value: float) -> str:
    sign, size = "−" if value < 0 else "", abs(value)
    if size >= BEYOND_DIGITS:
        return f"{sign}{size:.3g}".replace("e+", " × 10^")
    if size == int(size):
        return f"{sign}{int(size):,}"
    if size < 0.01:
        return f"{sign}{size:.2g}"
    return f"{sign}{size:,.2f}".rstrip("0").rstrip(".")
