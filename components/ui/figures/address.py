"""Which figure the address names, and how it is shown."""

from __future__ import annotations

from components.catalog.selection import Selection
from components.html.content import Content
from components.html.figures.shared import TYPES
from components.html.records.shared import first
from components.ui import state
from components.ui.records.address import settled


def address(data: Content) -> tuple[Selection, str]:
    """The selection, and the id of the open figure or ""; what means nothing here is noted."""
    known = data.catalog.indicators
    asked = first(state.selection(), "id")
    former = {old: one.id for one in known.values() for old in one.aliases}
    if asked not in known and asked in former:
        state.choose(state.selection().with_extra("id", former[asked]))
    types = TYPES if first(state.selection(), "id") in known else ()
    selection = settled({"id": tuple(known), "type": types})
    return selection, first(selection, "id")
