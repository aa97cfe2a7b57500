"""HTML that somebody wrote into a text field, as plain text; markup is never carried.

Why not `html.parser`: of Python 3.11 it takes minutes for 50 kB of `<a <a <a …`, and raises
AssertionError on others. This scanner looks at every sign once and understands anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from components.catalog.formats.yaml_text import cleaned

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_HREF, _CLASS = (re.compile(rf"(?i)\b{name}{_VALUE}") for name in ("href", "class"))
_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr",
    "table", "section",
})  # fmt: skip
_UNSEEN = frozenset({"script", "style", "template", "iframe"})
_CLOSING = {"!": ">", "?": ">", "/": ">"}  # how what begins with < and this sign ends
_BREAK = "\0"  # stands for the end of a paragraph until spaces have been evened out


class _Piece(NamedTuple):
    """A text, or a tag with its name."""

    text: str = ""
    tag: str = ""
    is_end: bool = False
    attributes: str = ""


def html_text(html: str, only: str = "") -> str:
    """The text, a line for each paragraph; addresses of links in brackets.

    only: of the first `div` of this class alone, where there is one
    """
    pieces = list(_pieces(html.replace(_BREAK, " ")))
    inside = list(_of_class(pieces, only)) if only else []
    text = "".join(_texts(inside or pieces))
    lines = (re.sub(r"[ \t\n]+", " ", line).strip() for line in text.split(_BREAK))
    return cleaned("\n".join(line for line in lines if line))


def _pieces(html: str) -> Iterator[_Piece]:
    position = 0
    while (at := html.find("<", position)) >= 0:
        yield _Piece(html[position:at])
        tag = _TAG.match(html, at)
        if tag:
            yield _Piece(tag=tag[2].lower(), is_end=bool(tag[1]), attributes=tag[3])
            position = tag.end()
            continue
        sign = "-->" if html.startswith("<!-", at) else _CLOSING.get(html[at + 1 : at + 2], "")
        end = html.find(sign, at) if sign else at
        if end < 0:
            return
        yield _Piece("" if sign else "<")
        position = end + (len(sign) or 1)
    yield _Piece(html[position:])


def _of_class(pieces: list[_Piece], name: str) -> Iterator[_Piece]:
    """What stands in the first `div` of a class."""
    depth = 0
    for piece in pieces:
        if piece.tag == "div":
            is_it = depth == 0 and _attribute(_CLASS, piece) == name
            depth += -1 if piece.is_end and depth else int(not piece.is_end and (depth or is_it))
            if not depth and piece.is_end:
                return
        if depth:
            yield piece


def _texts(pieces: list[_Piece]) -> Iterator[str]:
    unseen, link = 0, ""
    for piece in pieces:
        if piece.tag in _UNSEEN:
            unseen = max(0, unseen + (-1 if piece.is_end else 1))
        elif unseen:
            continue
        elif piece.tag in _BLOCKS:
            yield _BREAK
        elif piece.tag == "a":
            if piece.is_end and link.startswith(("http://", "https://")):
                yield f" ({link})"
            link = "" if piece.is_end else _attribute(_HREF, piece)
        else:
            yield unescape(piece.text)


def _attribute(pattern: re.Pattern[str], piece: _Piece) -> str:
    found = pattern.search(piece.attributes)
    return unescape(next(filter(None, found.groups()), "")) if found else ""
