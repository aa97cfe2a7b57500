"""Which questions the filters leave: a question stays while one of the events behind it passes.

Countries and movements are no filters here, since both sides always stand beside each other; what
was chosen of them on another page is kept for that page.
"""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import stage_events
from components.catalog.tables.lineage import lineage
from components.ui import filters, html, state
from components.ui.compare.view import PAGE
from components.ui.content import Content
from components.ui.texts import count, text

_NONE = Markup("")


def applied(selection: Selection) -> Selection:
    """The filters that mean something here."""
    return selection.with_(countries=(), collections=())


def kept(data: Content, comparison: Comparison, selection: Selection) -> list[str]:
    """Ids of the questions that the filters leave, in their order."""
    return _touching(comparison, set(applied(selection).apply(data.index).index))


def _touching(comparison: Comparison, events: set[str]) -> list[str]:
    return [one.id for one in comparison.stages if not events.isdisjoint(stage_events(one))]


def currents_kept(data: Content, selection: Selection) -> frozenset[str] | None:
    """The tendencies whose stances are asked for, narrower ones included; None is all."""
    if not selection.tendencies:
        return None
    lines = lineage(data.catalog.vocabulary)
    return frozenset(one for one, line in lines.items() if set(line) & set(selection.tendencies))


def counts(data: Content, comparison: Comparison, selection: Selection, group: str) -> dict:
    """How many questions each value of a group would leave under the other filters."""
    passing = set(applied(selection).apply(data.index, without=group).index)
    table = data.index.table
    if group == "tendencies":
        names = data.index.rows(group)
        rows = {one: data.index.with_role((one,), selection.roles) for one in names}
    else:
        rows = data.index.rows(group)
    return {
        value: len(_touching(comparison, passing.intersection(table.index[has])))
        for value, has in rows.items()
    }


def sidebar(data: Content, comparison: Comparison, theme: str) -> None:
    """Search, tendencies and themes, with the number of questions that each would leave."""
    selection = state.selection()
    tendencies = data.catalog.vocabulary.tendencies
    found = counts(data, comparison, selection, "tendencies")
    broad = [
        _option("tendencies", t.id, t.label, selection, found, html.mark(t.slot or "stone", theme))
        for t in tendencies
        if not t.broader
    ]
    finer = [
        _option("tendencies", t.id, t.label, selection, found)
        for t in tendencies
        if t.broader and (found.get(t.id) or t.id in selection.tendencies)
    ]
    about = counts(data, comparison, selection, "themes")
    themes = [
        _option("themes", t.id, t.label, selection, about) for t in data.catalog.vocabulary.themes
    ]
    with st.sidebar:
        _search(selection)
        html.show(html.options(text("filter.tendency"), broad))
        if finer:
            is_open = any(t.broader and t.id in selection.tendencies for t in tendencies)
            with st.expander(text("filter.finer"), expanded=is_open):
                html.show(html.options(text("filter.finer"), finer, titled=False))
        html.show(html.options(text("filter.theme"), themes))
        html.show(Markup('<p class="hint">{}</p>').format(text("compare.filter.kept")))


def _search(selection: Selection) -> None:
    st.session_state["filter-text"] = selection.text
    st.text_input(
        text("filter.search"),
        key="filter-text",
        placeholder=text("filter.search.hint"),
        max_chars=200,
        on_change=lambda: state.change(text=st.session_state["filter-text"].strip()),
    )


def _option(
    group: str, value: str, label: str, selection: Selection, found: dict, mark: Markup = _NONE
) -> Markup:
    chosen = value in getattr(selection, group)
    href = state.href(selection.toggle(group, value), PAGE)
    return html.option(group, value, label, found.get(value, 0), href, chosen=chosen, mark=mark)


def _in_use(data: Content, selection: Selection) -> Iterator[tuple[str, Selection]]:
    """Every filter at work here as its name and the selection without it."""
    for name, without in filters.chosen_filters(data, selection):
        if (without.countries, without.collections) == (selection.countries, selection.collections):
            yield name, without


def _reset(selection: Selection) -> Selection:
    usual = Selection()
    groups = ("tendencies", "roles", "themes", "kinds", "standings", "text", "window")
    return selection.with_(**{group: getattr(usual, group) for group in groups})


def chips(data: Content, selection: Selection) -> Markup:
    """One link for each filter at work that removes it; and what is not applied here, said."""
    chip = Markup(
        '<a href="{}" data-inner="1" aria-label="{}">{} <span aria-hidden="true">×</span></a>'
    )
    links = [
        chip.format(state.href(without, PAGE), text("filter.remove", name=name), name)
        for name, without in _in_use(data, selection)
    ]
    if links:
        back = state.href(_reset(selection), PAGE)
        links.append(html.link(back, text("filter.reset"), cls="reset"))
    unused = selection.countries or selection.collections
    note = Markup('<p class="hint">{}</p>').format(text("compare.filter.country"))
    return html.items(links, "chips") + (note if unused else _NONE)


def empty(data: Content, comparison: Comparison, selection: Selection) -> Markup:
    """What to say when nothing matches: how many questions there would be without each filter."""
    ways = [
        html.link(
            state.href(without, PAGE),
            text("compare.empty.without", name=name, n=count("compare.questions", number)),
        )
        for name, without in _in_use(data, selection)
        if (number := len(kept(data, comparison, without)))
    ]
    lines = html.items(ways) or Markup("<p>{}</p>").format(text("empty.none"))
    back = html.link(state.href(_reset(selection), PAGE), text("filter.reset"))
    return Markup('<div class="empty" role="status"><b>{}</b>{}{}</div>').format(
        text("compare.empty.title"), lines, back
    )
