"""A figure as the browser gets it: JSON without what goes without saying, its size, its words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

# Digits behind the point of the numbers of a figure: most are px; small ones are shares.
DIGITS, DIGITS_OF_SHARE = 2, 5


@dataclass(frozen=True)
class Picture:
    """A figure as JSON with its size in px and its words."""

    figure: str
    width: int
    height: int
    alt: str


def picture(figure: go.Figure, alt: str) -> Picture:
    """A figure with its words, ready to be shown."""
    drawn = plain(figure)
    as_text = json.dumps(drawn, separators=(",", ":"), ensure_ascii=False)
    return Picture(as_text, int(figure.layout.width), int(figure.layout.height), alt)


def plain(figure: go.Figure) -> dict:
    """A figure as dictionaries, its numbers rounded."""
    drawn = figure.to_plotly_json()
    drawn["layout"].pop("template", None)  # Plotly's own defaults: the same in the browser.
    return _rounded(drawn)


def _rounded(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    if isinstance(value, float):
        return round(value, DIGITS if abs(value) > 2 else DIGITS_OF_SHARE)
    return value
