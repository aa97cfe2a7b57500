"""One page of a site, before anybody has decided in what kind of file it will stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

PREFIX = "page:"  # begins a link from page to page until the page is written


@dataclass(frozen=True)
class Page:
    """What a page says.

    path: its name, with `/` between folders and without an ending: “events/strike”
    title, description: for the window, for search engines
    body: HTML; links to pages begin with `PREFIX`; linked: schema.org data
    part: the page of the navigation to which it belongs; wide: whether it needs the whole width
    """

    path: str
    title: str
    description: str
    body: Markup
    part: str
    wide: bool = False
    linked: dict[str, Any] = field(default_factory=dict)


def address(path: str, fragment: str = "") -> str:
    """A link to a page, as the pieces of a page write it."""
    return f"{PREFIX}{path}#{fragment}" if fragment else f"{PREFIX}{path}"
