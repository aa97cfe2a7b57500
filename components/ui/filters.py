"""The sidebar's filters, the chips of what is chosen, and the answer to an empty result.

A page that filters another table than the events hands over a `Filtered` of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.catalog.dates import EDTFError, parse
from components.catalog.dates.calendars import iso
from components.catalog.dates.words import words
from components.catalog.selection import KEYS, Selection, facet_counts
from components.charts.civil import year_of
from components.html.filtered import ROLES, STANDINGS, Filtered
from components.ui import html, state
from components.ui.content import Content
from components.ui.texts import chart_words, count, text

_FOLDED = ("collections", "themes", "kinds", "standings")
_NO_MARK = Markup("")
_CHIPS = ("collections", "countries", "tendencies", "roles", "themes", "kinds", "standings")


def options(content: Content, group: str) -> dict[str, str]:
    """The values of a filter group and their labels, in display order."""
    vocabulary = content.catalog.vocabulary
    match group:
        case "collections":
            return {c.id: c.title for c in content.catalog.collections.values()}
        case "roles":
            return {role: text(f"role.{role}") for role in ROLES}
        case "standings":
            return {standing: text(f"standing.{standing}") for standing in STANDINGS}
        case _:
            return {term.id: term.label for term in getattr(vocabulary, group)}


def _choices(content: Content, of: Filtered, group: str) -> dict[str, str]:
    """The values of a group that the sidebar offers, with their labels."""
    labels = options(content, group)
    if not of.is_sparse or group == "roles":
        return labels
    return {value: label for value, label in labels.items() if value in of.index.rows(group)}


def sidebar(content: Content, theme: str, of: Filtered | None = None) -> None:
    """Search, time window and every filter group with the counts under the other filters.

    of: what is filtered; by default the events
    """
    selection, of = state.selection(), of or Filtered(content.index)
    counts = facet_counts(of.index, of.meant(selection))
    with st.sidebar:
        _search(selection, of.hint)
        html.show(_group(content, of, "countries", selection, counts))
        html.show(_tendencies(content, of, selection, counts, theme))
        narrow = [t.id for t in content.catalog.vocabulary.tendencies if t.broader]
        finer = tuple(t for t in selection.tendencies if t in narrow)
        _folded("filter.finer", _finer(content, of, selection, counts), finer)
        for group in ("roles", *_FOLDED):
            if group in of.listed:
                rows = _group(content, of, group, selection, counts)
                _folded(f"filter.{KEYS[group]}", rows, getattr(selection, group))
        _window(content, selection)


def _search(selection: Selection, hint: str) -> None:
    st.session_state["filter-text"] = selection.text
    st.text_input(
        text("filter.search"),
        key="filter-text",
        placeholder=text(hint),
        max_chars=200,
        on_change=lambda: state.change(text=st.session_state["filter-text"]),
    )


def _folded(heading: str, rows: Markup, chosen: tuple[str, ...]) -> None:
    if rows:
        with st.expander(text(heading), expanded=bool(chosen)):
            html.show(rows)


def _group(
    content: Content, of: Filtered, group: str, selection: Selection, counts: dict
) -> Markup:
    rows = (
        _row(of, group, value, label, selection, counts)
        for value, label in _choices(content, of, group).items()
    )
    return html.options(text(f"filter.{KEYS[group]}"), rows, titled=group == "countries")


def _tendencies(
    content: Content, of: Filtered, selection: Selection, counts: dict, theme: str
) -> Markup:
    """The broad tendencies with their marks."""
    offered = _choices(content, of, "tendencies")
    rows = (
        _row(
            of, "tendencies", t.id, t.label, selection, counts, html.mark(t.slot or "stone", theme)
        )
        for t in content.catalog.vocabulary.tendencies
        if not t.broader and t.id in offered
    )
    return html.options(text("filter.tendency"), rows, titled=True)


def _finer(content: Content, of: Filtered, selection: Selection, counts: dict) -> Markup:
    """The narrower tendencies that the other filters leave, or that are chosen."""
    found = counts.get("tendencies", {})
    rows = [
        _row(of, "tendencies", t.id, t.label, selection, counts)
        for t in content.catalog.vocabulary.tendencies
        if t.broader and (found.get(t.id) or t.id in selection.tendencies)
    ]
    return html.options(text("filter.finer"), rows, titled=False) if rows else Markup("")


def _row(
    of: Filtered,
    group: str,
    value: str,
    label: str,
    selection: Selection,
    counts: dict,
    mark: Markup = _NO_MARK,
) -> Markup:
    number, chosen = counts.get(group, {}).get(value, 0), value in getattr(selection, group)
    href = of.href(selection.toggle(group, value))
    return html.option(group, value, label, number, href, chosen=chosen, mark=mark)


def _window(content: Content, selection: Selection) -> None:
    first = content.events["earliest"].min()
    example = "" if first is pd.NA else chart_words().year(year_of(first))
    html.show(Markup("<h2>{}</h2>").format(text("filter.time")))
    columns = st.columns(2)
    for column, side, end in zip(columns, ("from", "to"), (0, 1), strict=True):
        key = f"filter-{side}"
        if key not in st.session_state or not st.session_state.get(f"{key}-wrong"):
            st.session_state[key] = (
                iso(selection.window[end])
                if selection.window and selection.window[end] is not None
                else ""
            )
        column.text_input(
            text(f"filter.{side}"),
            key=key,
            placeholder=example,
            help=text("filter.date.hint"),
            max_chars=40,
            on_change=_take_day,
            args=(key, end),
        )
    for side in ("from", "to"):
        if wrong := st.session_state.get(f"filter-{side}-wrong"):
            html.show(Markup('<p class="hint" role="status">{}</p>').format(wrong))


def _take_day(key: str, end: int) -> None:
    """Read a from/to field: any EDTF date; its first day for from, its last for until."""
    written = st.session_state[key].strip()
    st.session_state[f"{key}-wrong"] = ""
    window = list(state.selection().window or (None, None))
    try:
        span = parse(_edtf(written)) if written else None
        window[end] = None if span is None else (span.latest if end else span.earliest)
        if None not in window and window[0] > window[1]:
            raise EDTFError(text("filter.date.order"))
    except EDTFError as error:
        st.session_state[f"{key}-wrong"] = text("filter.date.wrong", value=written, why=error)
        return
    state.change(window=None if window == [None, None] else tuple(window), zooms=())


def _edtf(written: str) -> str:
    """A year as people write those before 1, “431 BCE”, as EDTF; anything else as it is."""
    found = re.fullmatch(r"([1-9][0-9]{0,3}) *BCE?", written, re.IGNORECASE)
    return f"{'-' if found[1] != '1' else ''}{int(found[1]) - 1:04d}" if found else written


def _day(day: int) -> str:
    """A day in a chip: as it is written, or in words where that would be a negative year."""
    return iso(day) if year_of(day) > 0 else words(parse(iso(day)))


def chosen_filters(
    content: Content, selection: Selection, of: Filtered | None = None
) -> Iterator[tuple[str, Selection]]:
    """Every active filter as its name and the selection without it."""
    of = of or Filtered(content.index)
    if selection.text:
        yield text("filter.text.chip", text=selection.text), replace(selection, text="")
    for group in _CHIPS:
        labels = options(content, group)
        for value in getattr(selection, group) if group in of.groups else ():
            yield labels.get(value, value), selection.without_value(group, value)
    if selection.window:
        start, end = selection.window
        if start is not None:
            without = (None, end) if end is not None else None
            yield text("filter.from.chip", day=_day(start)), replace(selection, window=without)
        if end is not None:
            without = (start, None) if start is not None else None
            yield text("filter.to.chip", day=_day(end)), replace(selection, window=without)


def chips(content: Content, selection: Selection, of: Filtered | None = None) -> Markup:
    """One link for each active filter that removes it, and a reset at the end."""
    of = of or Filtered(content.index)
    found = list(chosen_filters(content, selection, of))
    if not found:
        return Markup("")
    link = '<a href="{}" data-inner="1" aria-label="{}">{} <span aria-hidden="true">×</span></a>'
    links = [
        Markup(link).format(of.href(without), text("filter.remove", name=name), name)
        for name, without in found
    ]
    links.append(html.link(of.href(reset(selection)), text("filter.reset"), cls="reset"))
    return html.items(links, "chips")


def reset(selection: Selection) -> Selection:
    """The selection without any filter; how it is shown stays."""
    return Selection(
        lanes=selection.lanes, axis=selection.axis, view=selection.view, event=selection.event
    )


def empty(content: Content, selection: Selection, of: Filtered | None = None) -> Markup:
    """What to say when nothing matches: how many there would be without each filter."""
    of = of or Filtered(content.index)
    if not len(Selection().apply(of.index)):
        return html.holds_none()
    ways = [
        html.link(of.href(without), text("empty.without", name=name, n=count(of.counted, number)))
        for name, without in chosen_filters(content, selection, of)
        if (number := len(of.meant(without).apply(of.index)))
    ]
    lines = html.items(ways) or Markup("<p>{}</p>").format(text("empty.none"))
    back = html.link(of.href(reset(selection)), text("filter.reset"))
    return Markup('<div class="empty" role="status"><b>{}</b>{}{}</div>').format(
        text(of.nothing), lines, back
    )
