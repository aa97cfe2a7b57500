"""The filters of the pages of records in the sidebar."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.catalog.selection import Selection
from components.html.records.facets import Facet, Page, chosen, counts, toggle
from components.html.texts import text
from components.ui import html, state


def sidebar(page: Page, hint: str, theme: str) -> None:
    """The search and every filter group, with counts under the other filters."""
    selection = state.selection()
    with st.sidebar:
        st.session_state["filter-text"] = selection.text
        st.text_input(
            text("filter.search"),
            key="filter-text",
            placeholder=hint,
            max_chars=200,
            on_change=lambda: state.change(text=st.session_state["filter-text"]),
        )
        for facet in page.facets:
            if facet.in_sidebar:
                _options(page, facet, selection, theme)


def _options(page: Page, facet: Facet, selection: Selection, theme: str) -> None:
    """The values of a facet that lead to something or are chosen."""
    taken = chosen(facet, selection)
    rows = {
        value: _row(page, facet, value, number, selection, theme)
        for value, number in counts(page, facet, selection).items()
        if number or value in taken
    }
    broad = [row for value, row in rows.items() if value not in facet.finer]
    finer = [row for value, row in rows.items() if value in facet.finer]
    if facet.is_folded:
        _folded(facet.heading, broad, bool(taken))
    elif broad:
        html.show(html.options(facet.heading, broad))
    _folded(text("filter.finer"), finer, bool(facet.finer.intersection(taken)))


def _folded(heading: str, rows: list[Markup], is_open: bool) -> None:
    if rows:
        with st.expander(heading, expanded=is_open):
            html.show(html.options(heading, rows, titled=False))


def _row(
    page: Page, facet: Facet, value: str, number: int, selection: Selection, theme: str
) -> Markup:
    slot, is_chosen = facet.slots.get(value), value in chosen(facet, selection)
    href = state.href(toggle(facet, selection, value), page.name)
    mark = html.mark(slot, theme) if slot else Markup("")
    return html.option(
        facet.key, value, facet.labels[value], number, href, chosen=is_chosen, mark=mark
    )
