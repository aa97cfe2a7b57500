"""Characters that cannot be seen: by them a text would not be what it seems to be.

Two of the ways are known from source code (Boucher and Anderson, “Trojan Source”, 2021): signs that
turn the direction of all that follows, and signs without width inside words. Neither is served, and
`check` names both. What scripts and emoji need stays: joiners, direction marks, variations.
"""

from __future__ import annotations

import re

# Embeddings, overrides and isolates; breaks and spaces without width; fillers of Korean, the place
# of an object that is not there, and the annotations and tags that Unicode itself advises against.
UNSEEN = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffc"
    "\U000e0000-\U000e007f]"
)


def seen(text: str) -> str:
    """The text without characters that cannot be seen."""
    return UNSEEN.sub("", text)


def printable(text: str) -> str:
    """The text in one line, with every sign that does not print as its code: `\\x1b`, `\\u202e`.

    For messages: a terminal would obey the one and turn its line around at the other.
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _code(one) for one in text)


def _code(sign: str) -> str:
    return sign.encode("unicode_escape", "backslashreplace").decode("ascii")
