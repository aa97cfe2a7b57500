"""The address of a page of records, and the places on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.catalog.selection import Selection
from components.ui import state

GAP = 36  # px between the index and what stands beside it
TWO_COLUMNS_FROM = 900
_SINGLE = ("id", "open")  # keys of which only the first value means something


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
    return state.keep(known, wrong)


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
