"""The entries of a BibTeX file as they are written there: kind, key, fields in TeX.

Macros (`@string`, months) are replaced, joined values joined; comments and preambles passed over.
An entry that is not understood takes no other with it. Time is linear in the file.

Why no library: pybtex (0.26) refuses the whole file for one entry that is not closed, or whose key
comes twice, and gives no lines. bibtexparser (2.1) recovers and gives lines, but leaves joined
values (`quay # " of Ys"`) as they are written, which a reader would take for the publisher's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_START = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_KEY = re.compile(r"\s*([^\s,{}()=\"#%~\\]*)\s*(?=[,})])")
_NAME = re.compile(r"[\s,]*([A-Za-z][\w.:+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,{}()=\"#%@\\]+")
_JOIN = re.compile(r"\s*#\s*")
_END = re.compile(r"[\s,]*[})]")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Entry(NamedTuple):
    """An entry; `fault` says why it was not understood, and then it has no fields.

    undefined: words without quotes or braces that are neither numbers nor macros
    """

    line: int
    kind: str
    key: str
    fields: dict[str, str]
    fault: str = ""
    undefined: tuple[str, ...] = ()


class _Fault(Exception):
    pass


class _Words(NamedTuple):
    """What words outside quotes and braces stand for, and those that stand for nothing."""

    macros: dict[str, str]
    undefined: list[str]


def entries(text: str) -> Iterator[Entry]:
    """The entries in the order of the file."""
    macros = dict(zip(MONTHS, MONTHS, strict=True))
    position = counted_to = 0
    line = 1
    while match := _START.search(text, position):
        kind = match[1].lower()
        line += text.count("\n", counted_to, match.start())
        counted_to = match.start()
        position = match.end()
        try:
            if kind in ("comment", "preamble"):
                position = _balanced(text, match.end() - 1)[1] if match[2] == "{" else position
            elif kind == "string":
                fields, position = _fields(text, position, _Words(macros, []))
                macros |= fields
            else:
                key = _KEY.match(text, position)
                if not key:
                    raise _Fault("it has no key")
                words = _Words(macros, [])
                fields, position = _fields(text, key.end(), words)
                yield Entry(line, kind, key[1], fields, "", tuple(words.undefined))
        except _Fault as fault:
            yield Entry(line, kind, "", {}, str(fault))


def _fields(text: str, position: int, words: _Words) -> tuple[dict[str, str], int]:
    """The fields up to the closing brace, and the position after it; the first of a name counts."""
    found: dict[str, str] = {}
    while not (end := _END.match(text, position)):
        name = _NAME.match(text, position)
        if not name:
            raise _Fault(f"not understood: “{text[position : position + 30].strip()}”")
        value, position = _value(text, name.end(), words)
        found.setdefault(name[1].lower(), value)
    return found, end.end()


def _value(text: str, position: int, words: _Words) -> tuple[str, int]:
    parts = []
    while True:
        sign = text[position : position + 1]
        if sign == "{":
            part, position = _balanced(text, position)
        elif sign == '"':
            part, position = _in_quotes(text, position)
        elif word := _WORD.match(text, position):
            part, position = words.macros.get(word[0].lower(), word[0]), word.end()
            if part == word[0] and part[0].isalpha() and part.lower() not in words.macros:
                words.undefined.append(part)
        else:
            raise _Fault(f"a value is missing before “{text[position : position + 20].strip()}”")
        parts.append(part)
        if not (join := _JOIN.match(text, position)):
            return "".join(parts), position
        position = join.end()


_SIGNIFICANT = re.compile(r'\\.|[{}"]', re.DOTALL)


def _balanced(text: str, position: int) -> tuple[str, int]:
    """What stands between braces, and the position after them."""
    depth = 0
    for sign in _SIGNIFICANT.finditer(text, position):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return text[position + 1 : sign.start()], sign.end()
    raise _Fault("a brace is opened and not closed")


def _in_quotes(text: str, position: int) -> tuple[str, int]:
    depth = 0
    for sign in _SIGNIFICANT.finditer(text, position + 1):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if sign[0] == '"' and depth == 0:
            return text[position + 1 : sign.start()], sign.end()
    raise _Fault("a quote is opened and not closed")
