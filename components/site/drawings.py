"""Figures for both themes and for any width, as data that the script of the site draws.

A figure is drawn once for each theme. What differs between the two (colours, opacities) stands in
a list of pairs; in the figure itself stands the sign § and the place in the list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.tokens import THEMES, Theme
from components.html.figures.pictures import plain

MARK = "§"
Draw = Callable[[Theme, int], go.Figure]


def drawing(draw: Draw, widths: Sequence[int]) -> dict[str, Any]:
    """A figure at several widths in px, the narrowest first: {"at": [[width, figure]], "pairs"}.

    draw: gives the figure for a theme and a width
    """
    pairs: dict[str, int] = {}
    found: list[list[Any]] = []
    at = []
    for width in sorted(widths):
        light, dark = (plain(draw(THEMES[name], width)) for name in ("light", "dark"))
        at.append([width, _merged(light, dark, pairs, found)])
    return {"at": at, "pairs": found}


def _merged(light: Any, dark: Any, pairs: dict[str, int], found: list[list[Any]]) -> Any:
    """What both have in common, with a sign in place of what differs."""
    if type(light) is type(dark):
        if isinstance(light, dict) and light.keys() == dark.keys():
            return {key: _merged(light[key], dark[key], pairs, found) for key in light}
        if isinstance(light, list) and len(light) == len(dark):
            return [_merged(*both, pairs, found) for both in zip(light, dark, strict=True)]
    if light == dark and not (isinstance(light, str) and light.startswith(MARK)):
        return light
    key = json.dumps([light, dark], sort_keys=True)
    if key not in pairs:
        pairs[key] = len(found)
        found.append([light, dark])
    return f"{MARK}{pairs[key]}"
