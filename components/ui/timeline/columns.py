"""The places on the page for the events and for the card of the open one."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.catalog.selection import Selection

WIDTH, GAP = 352, 16  # px
TWO_COLUMNS_FROM = 900


def columns(selection: Selection, width: int) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The places for the events and for the card, side by side while an event is open."""
    if not selection.event:
        only = st.container()
        return only, only
    if width < TWO_COLUMNS_FROM:
        above = st.container()
        return st.container(), above
    return tuple(st.columns([width - WIDTH - GAP, WIDTH], gap="small"))


def left_width(selection: Selection, width: int) -> int:
    """Width in px that is left for the events beside the card."""
    beside = selection.event and width >= TWO_COLUMNS_FROM
    return width - WIDTH - GAP if beside else width
