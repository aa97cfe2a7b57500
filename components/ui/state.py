"""What this reader is looking at: one Selection in the session, with the address as its view.

The session holds the truth; the address is written after every run and read when a page is
entered. Streamlit empties the address between pages (1.67): on a page just entered an empty
address means "carry on".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from urllib.parse import parse_qs

import streamlit as st

from components.catalog.selection import Known, Selection
from components.catalog.unseen import printable
from components.html.addresses import href

__all__ = [
    "change", "choose", "follow", "go_back", "href", "ignore", "ignored", "keep", "read_address",
    "selection", "write_address",
]  # fmt: skip

PAGE = "page"
_SELECTION, _ADDRESS, _NOTICES, _FOLLOWED = "selection", "address", "ignored", "followed"
Address = dict[str, list[str]]


def selection() -> Selection:
    """The present selection; the default one before the frame has read the address."""
    return st.session_state.get(_SELECTION, Selection())


def change(**fields: object) -> None:
    """Replace fields of the selection; for callbacks and for the page itself."""
    before = selection()
    after = replace(before, **fields)
    if after.filters != before.filters:
        after = after.with_extra("page")  # other events: from their first page on
    st.session_state[_SELECTION] = after


def choose(value: Selection) -> None:
    """Make `value` the present selection."""
    st.session_state[_SELECTION] = value


def read_address(page: str, known: Known) -> None:
    """Take the selection from the address of a page just entered; remember what was ignored.

    On a page that was entered before, the address is ours to write, and never read: a run may
    start before the browser has the address that the last one wrote. Back is told by the router.
    """
    if st.session_state.get(PAGE) == page and _SELECTION in st.session_state:
        return
    address: Address = {key: st.query_params.get_all(key) for key in st.query_params}
    st.session_state[PAGE], st.session_state[_ADDRESS] = page, address
    followed = st.session_state.pop(_FOLLOWED, False)
    if _SELECTION not in st.session_state or address:
        chosen, ignored = Selection.from_query(address, known)
        st.session_state[_SELECTION] = chosen
        st.session_state[_NOTICES] = ignored
    elif not followed:
        change(extras=())  # what was open on the page before means nothing on this one
        st.session_state[_NOTICES] = ()


def ignored() -> tuple[tuple[str, str], ...]:
    """Parts of the last link that meant nothing here, as (key, value)."""
    return st.session_state.get(_NOTICES, ())


def ignore(key: str, value: str) -> None:
    """Remember that a page could not understand a part of the link."""
    notice = (key, printable(value))
    if notice not in ignored():
        st.session_state[_NOTICES] = (*ignored(), notice)


def keep(known: Iterable[tuple[str, str]], wrong: Collection[tuple[str, str]]) -> Selection:
    """The selection with these of the pages' own keys and values alone.

    wrong: what a link had besides; it is noted, and the page drawn again, because notices stand
    above it
    """
    change(extras=tuple(known))
    for key, value in wrong:
        ignore(key, value)
    if wrong:
        write_address()
        st.rerun()
    return selection()


def write_address() -> None:
    """Put the selection into the address; what is default is left out."""
    foreign = {k: st.query_params.get_all(k) for k in st.query_params if k.startswith("embed")}
    address = {**foreign, **selection().to_query()}
    if address != st.session_state.get(_ADDRESS):
        st.session_state[_ADDRESS] = address
        st.query_params.from_dict(address)


def follow(link: str, known: Known) -> str:
    """Make the selection of an inner link the present one; returns the page it leads to."""
    path, _, query = link.partition("?")
    chosen, dropped = Selection.from_query(parse_qs(query, keep_blank_values=True), known)
    st.session_state[_SELECTION] = chosen
    st.session_state[_NOTICES] = dropped
    st.session_state[_FOLLOWED] = True
    return path.strip("./")


def go_back(link: str, known: Known) -> None:
    """Take the selection of an address that the browser went back to and already shows."""
    follow(link, known)
    st.session_state[_ADDRESS] = parse_qs(link.partition("?")[2], keep_blank_values=True)
