"""A JavaScript literal as data: JSON as people wrote it into pages before they knew JSON.

Names without quotes, texts in single quotes, comments, a comma after the last entry, a variable
before it all. Nothing is run: the signs are rewritten as JSON, in one pass, and read as that.
"""

from __future__ import annotations

import json
import re
from typing import Any

from components.catalog.imports.incoming import Refused, data_of

_TOKEN = re.compile(
    # What is never closed goes to the end of the text, so that no sign is looked at twice.
    r"""(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))|(?P<double>"(?:[^"\\\n]|\\.)*"?)"""
    r"""|(?P<single>'(?:[^'\\\n]|\\.)*'?)|(?P<name>[A-Za-z_$][\w$]*)|(?P<space>\s+)|(?P<sign>.)""",
    re.DOTALL,
)
_BEFORE = re.compile(
    r"(?>\s*(?:(?://[^\n]*\n|/\*.*?\*/)\s*)*(?:(?:var|let|const)\s+)?[\w.$]+\s*=)(?!=)", re.DOTALL
)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_WORDS = frozenset({"true", "false", "null"})


def from_javascript(text: str) -> Any:
    """The data of the literal that the text is; Refused where it is more than a literal."""
    before = _BEFORE.match(text)
    body = text[before.end() :].rstrip().removesuffix(";") if before else text
    try:
        return data_of(body if not before else _as_json(body))
    except Refused as refusal:
        if before:
            raise
        try:
            return data_of(_as_json(body))
        except Refused:
            raise refusal from None


def _as_json(text: str) -> str:
    """The same in JSON's signs, line by line where it was, so that a fault keeps its place."""
    pieces: list[str] = []
    comma = -1  # where the last comma stands, if nothing followed it yet
    for token in _TOKEN.finditer(text):
        kind, piece = token.lastgroup, token[0]
        if kind in ("space", "comment"):
            pieces.append(re.sub(r"[^\n]", " ", piece))
            continue
        if piece in ("]", "}") and comma >= 0:
            pieces[comma] = " "
        comma = len(pieces) if piece == "," else -1
        if kind == "single" and len(piece) > 1 and piece.endswith("'"):
            piece = json.dumps(_ESCAPE.sub(_unescaped, piece[1:-1]), ensure_ascii=False)
        elif kind == "name" and piece not in _WORDS:
            piece = f'"{piece}"'
        pieces.append(piece)
    return "".join(pieces)


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    return chr(int(sign[1:], 16)) if len(sign) == 5 else _ESCAPES.get(sign, sign)
