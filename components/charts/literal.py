"""Content is never markup: what authors wrote appears as they wrote it.

Plotly reads text as pseudo-HTML (`<b>`, `<a href>`, `&amp;`) and, where MathJax is loaded, what
stands between `$` as TeX; in notes of a figure with `meta` it fills in `%{…}`. It also decodes
entities, so entities bring every character back.
"""

from __future__ import annotations

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "\n": " "})


def literal(text: str) -> str:
    """Text in which no character has a meaning for Plotly."""
    return text.translate(_ENTITIES).replace("%{", "&#37;{")
