"""A long list in pages: which of the chosen events are shown, and the links to the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import href
from components.html.texts import text

ON_A_PAGE = {"list": 250, "table": 2000}
ON_ONE_PAGE = 1.2  # so much more than a page does not make a second one


@dataclass(frozen=True)
class Part:
    """One page: positions of its events, from which place in the whole; number from 1."""

    rows: np.ndarray
    start: int
    number: int
    pages: int
    total: int


def part(rows: np.ndarray, selection: Selection, open_at: np.ndarray, view: str) -> Part:
    """The page that the selection asks for, else the one with the open event, else the first.

    rows: positions of all chosen events, ascending; open_at: of the open one, none or one
    """
    size, total = ON_A_PAGE[view], len(rows)
    if total <= size * ON_ONE_PAGE:
        return Part(rows, 0, 1, 1, total)
    pages = -(-total // size)
    asked = next(iter(selection.extra("page")), "")
    if asked.isdecimal():
        number = min(max(int(asked[:9]), 1), pages)
    else:
        number = int(np.searchsorted(rows, open_at[0])) // size + 1 if len(open_at) else 1
        number = min(number, pages)
    start = (number - 1) * size
    return Part(rows[start : start + size], start, number, pages, total)


def pager(shown: Part, selection: Selection) -> Markup:
    """Which events are shown, with links to the first, the previous, the next and the last page."""
    if shown.pages == 1:
        return Markup("")
    range_ = text(
        "paging.range",
        first=f"{shown.start + 1:,}",
        last=f"{shown.start + len(shown.rows):,}",
        total=f"{shown.total:,}",
    )
    targets = {
        "first": 1,
        "previous": max(shown.number - 1, 1),
        "next": min(shown.number + 1, shown.pages),
        "last": shown.pages,
    }
    links = (_link(name, number, shown, selection) for name, number in targets.items())
    nav = Markup('<nav class="pager" aria-label="{}"><span role="status">{}</span>{}</nav>')
    return nav.format(text("paging.label"), range_, Markup("").join(links))


def _link(name: str, number: int, shown: Part, selection: Selection) -> Markup:
    label = text(f"paging.{name}")
    if number == shown.number:
        return Markup('<span class="off">{}</span>').format(label)
    there = href(selection.with_extra("page", str(number)))
    return pieces.link(there, label, focus=".pager a")
