"""What the pages of records share: tables made once, the address, the places on the page.

A record is what events point to: a source, a person, an organisation, a tendency, a claim. Each
page shows an index of them and beside it the one that `id` (of a claim, `open`) names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.catalog.search.everywhere import Entry, entries
from components.catalog.selection import Selection
from components.catalog.tables import agents_table, roles_table, sources_table
from components.ui import state
from components.ui.content import Content, remembered

FOCUS = "#record-title"
GAP = 36  # px between the index and what stands beside it
TWO_COLUMNS_FROM = 900
_SINGLE = ("id", "open")  # keys of which only the first value means something
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


def settled(allowed: Mapping[str, Collection[str]]) -> Selection:
    """The selection with only those of the pages' own keys and values that mean something here.

    What was carried along from another page goes without a word. What came by a link is noted,
    and the page is drawn again, because notices stand above it.
    """
    selection, known, wrong = state.selection(), [], []
    for key, value in selection.extras:
        is_second = key in _SINGLE and any(key == other for other, _ in known)
        if value in allowed.get(key, ()) and not is_second:
            known.append((key, value))
        elif value in st.query_params.get_all(key):
            wrong.append((key, value))
    if len(known) == len(selection.extras):
        return selection
    state.choose(selection.with_(extras=tuple(known)))
    for key, value in wrong:
        state.ignore(key, value)
    if wrong:
        state.write_address()
        st.rerun()
    return state.selection()


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
        return state.href(bare.with_(event=id), PAGE_OF[kind])
    if kind == "claim":
        return state.href(bare.with_(extras=(("id", within), ("open", id))), PAGE_OF[kind])
    return state.href(bare.with_extra("id", id), PAGE_OF[kind])


def focus_of(kind: str) -> str:
    """CSS selector of the heading that a link to a record leads to."""
    return "#event-title" if kind == "event" else FOCUS


def columns(
    width: int, side: int, is_open: bool, *, always_two: bool = False
) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The places for the index and for what stands beside it, `side` px wide.

    Where there is no room for two, an open record stands above the index, anything else below.
    """
    if width >= TWO_COLUMNS_FROM and (is_open or always_two):
        index, beside = st.columns([width - side - GAP, side], gap="medium")
        return index, beside
    before = st.container()
    return (st.container(), before) if is_open else (before, st.container())
