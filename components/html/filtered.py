"""What a page filters, and how it speaks of it: the same filters serve events and figures."""

from __future__ import annotations

from dataclasses import dataclass

from components.catalog.selection import GROUPS, Index, Selection
from components.html import addresses

ROLES = ("acted", "proposed", "supported", "opposed", "suppressed")
STANDINGS = ("read", "cited", "unchecked")


@dataclass(frozen=True)
class Filtered:
    """A table that the filters narrow; by default one of events, on the front page.

    groups: the filter groups that mean something for the table; listed: those of the sidebar
    page: the name in links, "" for the front page; counted, nothing, hint: keys of its words
    is_sparse: leave out choices that no row of the table has
    """

    index: Index
    groups: tuple[str, ...] = GROUPS
    listed: tuple[str, ...] = tuple(group for group in GROUPS if group != "collections")
    page: str = ""
    counted: str = "events"
    nothing: str = "empty.title"
    hint: str = "filter.search.hint"
    is_sparse: bool = False

    def meant(self, selection: Selection) -> Selection:
        """The selection without the filters that mean nothing for this table."""
        return selection.with_(**{group: () for group in GROUPS if group not in self.groups})

    def href(self, selection: Selection) -> str:
        """A link to the page with another selection."""
        return addresses.href(selection, self.page)
