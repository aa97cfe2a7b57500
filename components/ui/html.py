"""Pieces of HTML on a page of the app; they are made in `components/html`."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.html.pieces import (
    agent_name,
    copy_link,
    data_uri,
    date_key,
    image,
    items,
    link,
    mark,
    note,
    notice,
    option,
    options,
    runs,
    section,
    tag,
    title,
)

__all__ = [
    "agent_name", "copy_link", "data_uri", "date_key", "image", "items", "link", "mark", "note",
    "notice", "option", "options", "runs", "section", "show", "tag", "title",
]  # fmt: skip


def show(*pieces: Markup, narrow: bool = False) -> None:
    """Put pieces on the page inside the element that carries our styles."""
    inside = Markup("").join(pieces)
    st.html(Markup('<div class="tl{}">{}</div>').format(" narrow" if narrow else "", inside))
