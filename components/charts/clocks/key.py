"""Marks of the two clocks outside of the chart, as small SVG: legends, lists and cards."""

from __future__ import annotations

from components.charts.clocks.marks import DASHES, colour_of
from components.charts.symbols import BOX
from components.charts.tokens import PALE, Theme, rgba

_WIDE = 36


def side_mark(side: str, theme: Theme) -> str:
    """The disc of side "a", the ring of side "b"."""
    colour = colour_of(side, theme)
    if side == "a":
        return _svg(BOX, f'<circle cx="8" cy="8" r="6" fill="{colour}"/>')
    ring = f'<circle cx="8" cy="8" r="5" fill="none" stroke="{colour}" stroke-width="2.4"/>'
    return _svg(BOX, ring)


def range_mark(theme: Theme) -> str:
    """A pale bar between two caps."""
    bar = f'<rect x="5" y="4" width="26" height="8" fill="{rgba(theme.text, PALE)}"/>'
    caps = f'<path d="M5,1.5 V14.5 M31,1.5 V14.5" stroke="{theme.text}" stroke-width="2"/>'
    return _svg(_WIDE, bar + caps)


def further_mark(theme: Theme) -> str:
    """The tick of a further event."""
    return _svg(6, f'<path d="M3,5 V11" stroke="{theme.axis}" stroke-width="2"/>')


def match_mark(fairness: str, theme: Theme) -> str:
    """The line of a pair."""
    dash = DASHES[fairness].replace("px", "")
    dashed = "" if dash == "solid" else f' stroke-dasharray="{dash}"'
    line = f'<path d="M2,8 H34" stroke="{theme.axis}" stroke-width="1.8" fill="none"{dashed}/>'
    return _svg(_WIDE, line)


def _svg(width: int, drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{BOX}" '
        f'viewBox="0 0 {width} {BOX}">{drawn}</svg>'
    )
