"""Colours made from the theme's: solid mixtures with the page, greys, and what is read on them."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.figures.voices import Voice
from components.charts.tokens import Theme

GREYS = (0.72, 0.5, 0.34, 0.22, 0.14, 0.09)  # of ink, where nobody is named
AMONG = (0.2, 0.12, 0.3)  # of ink, beside hues
WHITE, INK = "#ffffff", "#101317"


def shades(parts: Sequence[Voice], theme: Theme) -> list[str]:
    """A colour for each part of a whole: its tendency's hue, else greys in order."""
    greys = AMONG if any(voice.slot for voice in parts) else GREYS
    made, used = [], 0
    for voice in parts:
        if voice.slot:
            made.append(area(voice.slot, theme))
        else:
            made.append(mixed(theme.text, theme.page, greys[used % len(greys)]))
            used += 1
    return made


def area(slot: str, theme: Theme) -> str:
    """A hue for large fills, less glaring in the dark; without a slot a grey."""
    hue = theme.hue(slot) if slot else theme.muted
    return mixed(hue, theme.page, theme.area)


def mixed(colour: str, page: str, share: float) -> str:
    """Two colours mixed to a solid one: what lies below must not show through."""
    pairs = zip(_rgb(colour), _rgb(page), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def on_fill(fill: str) -> str:
    """White or ink, whichever has the greater contrast on a fill (WCAG 2.2)."""
    return max((WHITE, INK), key=lambda colour: contrast(colour, fill))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (byte / 255 for byte in _rgb(colour))
    )
    return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
