"""The list of events on the front page, made once for all readers who look at the same."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.selection import Selection
from components.html.timeline import listing, paging
from components.ui.content import Content, remembered


@remembered(most=100)
def event_list(data: Content, selection: Selection, theme: str) -> Markup:
    """The page of the list that the selection means, as `listing.event_list` makes it."""
    part = paging.part(selection.rows(data.index), selection, data.find(selection.event), "list")
    return listing.event_list(data, data.take(part.rows), selection, theme)
