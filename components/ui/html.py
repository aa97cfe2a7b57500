"""Pieces of HTML on a page of the app; they are made in `components/html`."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.html.pieces import (
    copy_link,
    data_uri,
    date_key,
    holds_none,
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
    "copy_link", "data_uri", "date_key", "holds_none", "image", "items", "link", "mark", "note",
    "notice", "option", "options", "row", "runs", "section", "show", "tag", "title",
]  # fmt: skip


def row() -> st.container:
    """What stands beside each other, first left and last right; on a phone below each other."""
    return st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )


def show(*pieces: Markup, narrow: bool = False) -> None:
    """Put pieces on the page inside the element that carries our styles."""
    inside = Markup("").join(pieces)
    st.html(Markup('<div class="tl{}">{}</div>').format(" narrow" if narrow else "", inside))
