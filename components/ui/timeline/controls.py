"""The row above the events: how many there are, and how they are shown."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.html.timeline.lanes import axis_of
from components.ui import html, state
from components.ui.content import Content
from components.ui.texts import text

LANES = ("collection", "country", "tendency", "theme", "place")
AXES = ("own", "shared")
VIEWS = ("timeline", "list", "table")


def display_controls(data: Content, number: int, phone: bool) -> str:
    """Draw the row for a number of chosen events; returns "timeline", "list" or "table"."""
    selection = state.selection()
    view = selection.view if selection.view != "auto" else "list" if phone else "timeline"
    row = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    with row:
        html.show(_count(number, len(data.events)))
        _choice("view", VIEWS, view)
        if view == "timeline":
            _choice("lanes", LANES, selection.lanes, phone)
            _choice("axis", AXES, axis_of(data, selection))
    return view


def _count(number: int, total: int) -> Markup:
    return Markup('<p class="count" role="status"><b>{}</b> {}</p>').format(
        f"{number:,}", text("count.of", total=f"{total:,}")
    )


def _choice(field: str, values: tuple[str, ...], chosen: str, phone: bool = False) -> None:
    """One control; on a phone a list to choose from, where a row of buttons would be cut."""
    key = f"show-{field}"
    st.session_state[key] = chosen
    labels = {value: text(f"{field}.{value}") for value in values}
    change = {"on_change": _chosen, "args": (field, key), "format_func": labels.get}
    if phone:
        st.selectbox(text(f"{field}.label"), values, key=key, **change)
    else:
        st.segmented_control(text(f"{field}.label"), values, key=key, required=True, **change)


def _chosen(field: str, key: str) -> None:
    value = st.session_state[key]
    state.change(**{field: value}, **({"zooms": ()} if field in ("lanes", "axis") else {}))
