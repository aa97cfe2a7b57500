"""The page's style sheet: `style*.css` with colours, type and spacing from `charts/tokens`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from components.html.style import declared


@cache
def css(theme: str) -> str:
    """The style element for `theme` ("light" or "dark")."""
    sheets = (path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("style*.css")))
    return f"<style>:root{{{declared(theme)};color-scheme:{theme}}}\n{''.join(sheets)}</style>"
