"""What the pages of records share: tables made once, the address, the places on the page.

A record is what events point to: a source, a person, an organisation, a tendency, a claim. Each
page shows an index of them and beside it the one that `id` (of a claim, `open`) names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.catalog.search.everywhere import Entry, entries
from components.catalog.selection import Selection
from components.catalog.tables import agents_table, roles_table, sources_table
from components.html import addresses
from components.html.content import Content, remembered

FOCUS = "#record-title"
# In the address of each page: the kind of record that `id` names there.
PAGE_OF = {
    "event": "timeline", "person": "people", "organisation": "people", "source": "sources",
    "tendency": "tendencies", "review": "review", "claim": "review", "indicator": "figures",
}  # fmt: skip


@dataclass(frozen=True)
class Records:
    """The tables of the pages of records, for all readers: never changed.

    sources, agents, roles: see `catalog.tables`; entries: see `catalog.search`, but a source is
    found by every word of its bibliography entry as well
    """

    content: Content
    sources: pd.DataFrame
    agents: pd.DataFrame
    roles: pd.DataFrame
    entries: tuple[Entry, ...]


@remembered(most=2)
def records(data: Content) -> Records:
    """The tables of `data`, made once."""
    sources = sources_table(data.catalog)
    found = (
        replace(one, form=one.form + sources.at[one.id, "search"]) if one.kind == "source" else one
        for one in entries(data.catalog)
    )
    return Records(
        data, sources, agents_table(data.catalog), roles_table(data.catalog), tuple(found)
    )


def found_rows(data: Content, words: str, most: int) -> tuple[dict[str, str], int]:
    """Events of files of rows that hold all words: id → title of the first, and how many in all."""
    if not data.catalog.tables:
        return {}, 0
    found = np.flatnonzero(data.index.words.holding(words) & ~_is_written(data))
    return data.take(found[:most])["title"].to_dict(), len(found)


@remembered(most=1)
def _is_written(data: Content) -> np.ndarray:
    """Which rows of the events table are events that are written one by one."""
    return data.events.index.isin(list(data.catalog.written))


def first(selection: Selection, key: str) -> str:
    """The value of one of the pages' own keys, "" without one."""
    return next(iter(selection.extra(key)), "")


def link_to(kind: str, id: str, selection: Selection | None = None, within: str = "") -> str:
    """A link to the page on which a record is open.

    The filters stay, but the search does not: on the other page it would look for other things.
    Without a `selection` the link is the record's own, as one sends it to somebody.
    """
    bare = (selection or Selection()).with_(text="", extras=())
    if kind == "event":
        return addresses.href(bare.with_(event=id), PAGE_OF[kind])
    if kind == "claim":
        return addresses.href(bare.with_(extras=(("id", within), ("open", id))), PAGE_OF[kind])
    return addresses.href(bare.with_extra("id", id), PAGE_OF[kind])


def focus_of(kind: str) -> str:
    """CSS selector of the heading that a link to a record leads to."""
    return "#event-title" if kind == "event" else FOCUS
