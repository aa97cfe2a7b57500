"""HTML that somebody wrote into a text field, as plain text; markup is never carried."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from components.catalog.formats.yaml_text import cleaned

_BLOCKS = frozenset({
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr",
    "table", "section",
})  # fmt: skip
_UNSEEN = frozenset({"script", "style", "template", "iframe"})


def html_text(html: str, only: str = "") -> str:
    """The text, a line for each paragraph; addresses of links in brackets.

    only: of an element of this class alone, where there is one
    """
    whole = _Text(only)
    whole.feed(html)
    whole.close()
    pieces = whole.inside if whole.inside else whole.pieces
    lines = (re.sub(r"[ \t\n]+", " ", line).strip() for line in "".join(pieces).split("\0"))
    return cleaned("\n".join(line for line in lines if line))


class _Text(HTMLParser):
    def __init__(self, only: str) -> None:
        super().__init__(convert_charrefs=True)
        self.only = only
        self.pieces: list[str] = []
        self.inside: list[str] = []
        self.open: list[str] = []
        self.depth_of_only = 0
        self.unseen = 0
        self.link = ""

    def put(self, text: str) -> None:
        if not self.unseen:
            self.pieces.append(text)
            if self.depth_of_only:
                self.inside.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _BLOCKS:
            self.put("\0")
        if tag in _UNSEEN:
            self.unseen += 1
        if tag == "a":
            self.link = given.get("href") or ""
        if tag == "div" and (self.depth_of_only or (self.only and given.get("class") == self.only)):
            self.depth_of_only += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.put("\0")
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag == "a" and self.link.startswith(("http://", "https://")):
            self.put(f" ({self.link})")
            self.link = ""
        if tag == "div" and self.depth_of_only:
            self.depth_of_only -= 1

    def handle_data(self, data: str) -> None:
        self.put(data.replace("\0", " "))
