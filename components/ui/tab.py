"""What the browser's tab, its history and its bookmarks call a page: the open record first."""

from __future__ import annotations

from components.catalog.selection import Selection
from components.html.content import Content
from components.html.texts import text


def tab_title(data: Content, page: str, selection: Selection) -> str:
    """The open record, the page and the catalogue, from the particular to the general.

    page: its name; the front page itself is called by the catalogue's title alone
    """
    record = _record(data, page, selection)
    front = page == "timeline" and not record
    parts = (record, "" if front else text(f"page.{page}"), data.catalog.header.title)
    return " · ".join(filter(None, parts))


def _record(data: Content, page: str, selection: Selection) -> str:
    """What the open record is called; "" where none is open."""
    catalog = data.catalog
    id = next(iter(selection.extra("id")), "")
    match page:
        case "timeline":
            event = catalog.events.get(selection.event)
            return event.title if event else ""
        case "figures":
            return catalog.indicators[id].finding if id in catalog.indicators else ""
        case "people":
            agent = catalog.people.get(id) or catalog.organisations.get(id)
            return agent.label if agent else ""
        case "tendencies":
            labels = {term.id: term.label for term in catalog.vocabulary.tendencies}
            return labels.get(id, "")
        case "sources":
            return catalog.sources[id].title if id in catalog.sources else ""
        case "review":
            return next(iter(selection.extra("open")), "")
        case _:
            return ""
