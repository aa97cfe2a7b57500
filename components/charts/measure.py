"""How wide a text will be, in px, so that labels can be packed before they are drawn.

`widths.json` holds the advance widths at 100 px of the Source Sans that Streamlit bundles
(SourceSansVF-Upright, weights 400 and 600; Latin, Greek, Cyrillic, arrows). They were measured in
Chromium with the canvas `measureText`, kerning off; kept were the characters whose width does not
depend on the fallback font, that is, those the font really has. Kerning only makes text narrower.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

# Wider than nearly every letter: a character the font lacks must not make labels touch.
UNKNOWN = 66.0
UNKNOWN_WIDE = 104.0  # from the CJK blocks on, most are square


@cache
def _widths(bold: bool) -> dict[str, float]:
    path = Path(__file__).with_name("widths.json")
    return json.loads(path.read_text(encoding="utf-8"))["600" if bold else "400"]


def _width(character: str) -> float:
    return UNKNOWN_WIDE if ord(character) >= 0x2E80 else UNKNOWN


@lru_cache(maxsize=20_000)  # the same titles are measured for every reader
def text_px(text: str, size: float, *, bold: bool = False) -> float:
    """Width in px of one line of unescaped text at a font size in px, weight 600 if bold."""
    widths = _widths(bold)
    hundred = 0.0
    for character in text:
        width = widths.get(character)
        hundred += _width(character) if width is None else width
    return hundred * size / 100


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text if it fits into `room` px, else cut after a word with "…"; "" if no word fits."""
    if text_px(text, size, bold=bold) <= room:
        return text
    words = text.split()
    while words:
        words.pop()
        cut = " ".join(words).rstrip(" ,;:–—-") + "…"
        if words and text_px(cut, size, bold=bold) <= room:
            return cut
    return ""


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines of at most `room` px, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_px(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
