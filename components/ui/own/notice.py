"""On every page: that these are the reader's own events, and the way back."""

from __future__ import annotations

import streamlit as st

from components.catalog.selection import Selection
from components.ui import html, state
from components.ui.own import session
from components.ui.texts import count, text

PAGE = "own"


def show() -> None:
    """The notice; nothing where the reader looks at the shared catalogue."""
    if not (own := session.handed()):
        return
    events = count("events", len(own.catalog.events))
    before, after = text("own.notice", events=events, problems="\0").split("\0")
    number = count("own.problems", len(own.problems))
    link = html.link(state.href(Selection(), PAGE), number, focus="#own-problems")
    with st.container(horizontal=True, vertical_alignment="center"):
        html.show(html.notice(before, link, after, " ", text("own.only")))
        st.button(text("own.back"), key="own-back", on_click=session.forget)
