"""HTML documents as the tests of the site look at them."""

from __future__ import annotations

from html.parser import HTMLParser

import html5lib

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


class Document(HTMLParser):
    """The ids and the links of a document: (element, address)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        if given.get(LINKS.get(tag, "")) is not None:
            self.links.append((tag, given[LINKS[tag]]))
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)


def faults(text: str) -> list[str]:
    """What a strict parser finds wrong in a document."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [f"{code} at {place}: {values}" for place, code, values in parser.errors]
