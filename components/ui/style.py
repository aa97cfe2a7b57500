"""The page's style sheet: `style*.css` with colours, type and spacing from `charts/tokens`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from components.html.style import declared
from components.html.texts import text

# What was drawn in the colours of a theme, as it goes on paper.
ON_PAPER = {"light": "none", "dark": "invert(1) hue-rotate(180deg) brightness(1.12)"}


@cache
def css(theme: str) -> str:
    """The style element for `theme` ("light" or "dark"); on paper every theme is light."""
    light = f"{declared('light')};color-scheme:light;--on-paper:{ON_PAPER[theme]}"
    paper = f"@media print{{:root{{{light}}}}}"
    sheets = (path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("style*.css")))
    own = f"{declared(theme)};--menu:'{text('nav.menu')}';color-scheme:{theme}"
    return f"<style>:root{{{own}}}{paper}\n{''.join(sheets)}</style>"
