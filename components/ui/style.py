"""The page's style sheet: `style.css` with the colours of the reader's theme filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from components.charts.tokens import SANS, THEMES, rgba

SERIF = '"Source Serif", serif'
_NAMES = ("page", "panel", "text", "muted", "accent", "axis", "rule", "grid")


@cache
def css(theme: str) -> str:
    """The style element for `theme` ("light" or "dark")."""
    colours = THEMES[theme]
    variables = {name: getattr(colours, name) for name in _NAMES}
    variables |= {"tint": rgba(colours.accent, 0.1), "sans": SANS, "serif": SERIF}
    block = ";".join(f"--{name}:{value}" for name, value in variables.items())
    sheets = (path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("style*.css")))
    return f"<style>:root{{{block}}}\n{''.join(sheets)}</style>"
