"""Labels of Streamlit's own controls are Markdown; words of the content are not."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
# What Streamlit (1.67) looks for after Markdown was read, where a backslash is of no help: names
# of icons and pictures between colons, addresses, arrows and dashes made of several signs.
_PAIRS = re.compile(r"(?<=[:@<>~-])(?=[\w/+<>=~-])|(?<=www)(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"  # cannot be seen; the line is not broken at it


def literal(words: str) -> str:
    """Words that a Streamlit label shows as they are written, on one line.

    CommonMark 0.31, 2.4: any ASCII punctuation may stand behind a backslash.
    """
    return _SIGNS.sub(r"\\\1", _PAIRS.sub(_JOINER, " ".join(words.split())))
