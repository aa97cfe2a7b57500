"""One figure in its frame: finding, measure, chart or table or sources, what it does not say."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.catalog.models import Indicator
from components.catalog.selection import Selection
from components.html.content import Content
from components.html.figures import frame, shared
from components.html.figures import sources as figure_sources
from components.html.figures import table as figure_table
from components.html.figures.shared import FOCUS, TYPES, Figures
from components.html.pieces import ADDRESS
from components.ui import charts, download, html, screen, state
from components.ui.figures import events
from components.ui.texts import text


def show(kept: Figures, id: str, selection: Selection, theme: str) -> None:
    """Draw the page of the figure `id`."""
    data, one = kept.content, kept.content.catalog.indicators[id]
    html.show(_turn(kept, id, selection), frame.head(one))
    type = _choose_type(selection)
    match type:
        case "table":
            html.show(figure_table.table(data, id))
        case "sources":
            body = figure_sources.full(data, one, selection)
            html.show(Markup('<div class="figure">{}</div>').format(body))
        case _:
            drawn = shared.chart(data, id, theme, screen.width())
            charts.single(drawn, key=f"figure-{id}")
    html.show(frame.frame(data, one, selection, with_sources=type != "sources"))
    _downloads(data, one)
    download.records(data, "figures", [id], label="take.other")
    events.show(kept, id, selection, theme)


def _turn(kept: Figures, id: str, selection: Selection) -> Markup:
    """The way back to the gallery, and to the figures before and after under the filters."""
    ids, total = list(shared.chosen(kept, selection).index), len(kept.table)
    here = ids.index(id) if id in ids else None
    key = "figure.back" if len(ids) == total else "figure.back.some"
    focus = "h1" if here is None else f"#figure-{id}"
    back = html.link(shared.href(selection), text(key, n=len(ids), total=total), focus=focus)
    if here is None:
        where = text("figure.outside")
    else:
        where = text("figure.place", place=here + 1, n=len(ids))
    before = ids[here - 1] if here else ""
    after = ids[here + 1] if here is not None and here + 1 < len(ids) else ""
    turn = (
        _neighbour(kept, selection, other, which)
        for other, which in ((before, "previous"), (after, "next"))
    )
    return Markup(
        '<nav class="turn" aria-label="{}">{}<span class="muted">{}</span>{}{}</nav>'
    ).format(text("figure.turn"), back, where, *turn)


def _neighbour(kept: Figures, selection: Selection, id: str, which: str) -> Markup:
    """The link to the figure before or after; its finding shows on hovering and is read aloud."""
    label = text(f"figure.{which}")
    if not id:
        return Markup('<span class="off">{}</span>').format(label)
    name = f"{text(f'event.{which}')}: {kept.table.at[id, 'finding']}"
    link = '<a href="{}" data-inner="1" data-focus="{}" title="{}" aria-label="{}">{}</a>'
    return Markup(link).format(shared.href(selection, id), FOCUS, name, name, label)


def _choose_type(selection: Selection) -> str:
    """The row of tabs; returns the one that is open."""
    st.session_state["figure-type"] = shared.type_of(selection)
    labels = {type: text(f"figure.type.{type}") for type in TYPES}
    st.segmented_control(
        text("figure.type.label"),
        TYPES,
        key="figure-type",
        required=True,
        format_func=labels.get,
        on_change=_chosen,
        label_visibility="collapsed",
    )
    return shared.type_of(selection)


def _chosen() -> None:
    type = st.session_state["figure-type"]
    values = () if type == TYPES[0] else (type,)
    state.choose(state.selection().with_extra("type", *values))


def _downloads(data: Content, one: Indicator) -> None:
    buttons = [
        charts.Download(kind, text(f"figure.save.{form}"),
                        text("figure.save.label", format=text(f"figure.save.{form}")),
                        f"{one.id}.{form}", content)
        for kind, form, content in (
            ("png", "png", ""), ("svg", "svg", ""),
            ("file", "csv", figure_table.figure_csv(data, one.id)),
        )
    ]  # fmt: skip
    only = shared.href(Selection(), one.id)
    citation = figure_table.citation(data, one.id, link=ADDRESS)
    copies = html.copy_link(only, text("figure.copy.link"))
    copies += html.copy_link(only, text("figure.copy.citation"), citation)
    saved = shared.saved(data, one.id, figure_table.source_line(data, one.id))
    charts.downloads(saved, buttons, str(copies), key=f"take-{one.id}")
