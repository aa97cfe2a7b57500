"""The controls of the comparison: which one, where the clocks start, in what order it is shown."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st
from markupsafe import Markup

from components.catalog.tables.clocks import ORDERS, Moment
from components.html.compare.start import moment_words
from components.ui import html, state
from components.ui.compare.view import (
    CALENDAR,
    OWN,
    View,
    choices,
    clocks,
    with_clock,
    with_moments,
)
from components.ui.content import Content, content
from components.ui.labels import literal
from components.ui.texts import text

VIEWS = ("timeline", "list", "table")


def which(data: Content, view: View) -> None:
    """The choice among several comparisons; nothing where there is one."""
    comparisons = data.catalog.comparisons
    if len(comparisons) < 2:
        return
    st.session_state["compare-id"] = view.comparison.id
    st.selectbox(
        text("compare.which"),
        list(comparisons),
        key="compare-id",
        on_change=_take_comparison,
        format_func=lambda one: comparisons[one].title,
    )


def _take_comparison() -> None:
    # What starts, sorts and is open belongs to the comparison that is left.
    state.change(extras=(("id", st.session_state["compare-id"]),))


def starting_point(data: Content, view: View) -> None:
    """Where the clocks start: an alignment, the calendar, or two events of the reader's choice."""
    labels = {a.id: literal(a.label) for a in view.comparison.alignments}
    labels |= {OWN: text("compare.start.own"), CALENDAR: text("compare.start.calendar")}
    st.session_state["compare-clock"] = view.clock
    st.pills(
        text("compare.start"),
        clocks(data, view.comparison),
        key="compare-clock",
        required=True,
        format_func=labels.get,
        on_change=_take_clock,
        args=(view,),
    )
    if view.clock == OWN and view.start.moments:
        columns = st.columns(2)
        for side, column in enumerate(columns):
            with column:
                _own(data, view, side)


def _take_clock(view: View) -> None:
    state.choose(with_clock(content(), view, st.session_state["compare-clock"]))


def _own(data: Content, view: View, side: int) -> None:
    """The events of one side from which its clock can start."""
    possible = choices(data, view.comparison, side)
    key, now = f"compare-own-{side}", view.start.moments[side]
    st.session_state[key] = (now.edge, now.event)
    st.selectbox(
        text("compare.start.event", name=literal(view.names[side])),
        list(possible),
        key=key,
        format_func=lambda one: moment_words(data, possible[one]),
        on_change=_take_own,
        args=(view, side, possible),
    )


def _take_own(view: View, side: int, possible: dict[tuple[str, str], Moment]) -> None:
    moments = list(view.start.moments)
    moments[side] = possible[st.session_state[f"compare-own-{side}"]]
    state.choose(with_moments(state.selection(), (moments[0], moments[1])))


def display(number: int, total: int, order: str, view: str) -> None:
    """The row above the questions: how many there are, how they are shown and in what order."""
    row = st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"
    )
    with row:
        html.show(
            Markup('<p class="count" role="status"><b>{}</b> {}</p>').format(
                f"{number:,}", text("compare.count", total=f"{total:,}")
            )
        )
        names = {one: text(f"view.{one}") for one in VIEWS}
        names["timeline"] = text("compare.view.timeline")
        _segments("view", text("view.label"), VIEWS, view, names)
        names = {one: text(f"compare.sort.{one}") for one in ORDERS}
        _segments("sort", text("compare.sort"), ORDERS, order, names)


def events_of(shown: View, stages: Collection[str]) -> list[str]:
    """The events that stand for the sides of these questions, each once."""
    sides = [
        side for stage in shown.comparison.stages if stage.id in stages for side in stage.sides
    ]
    return list(dict.fromkeys(event for side in sides for event in side.events))


def _segments(
    field: str, label: str, values: tuple[str, ...], chosen: str, names: dict[str, str]
) -> None:
    key = f"compare-{field}"
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        values,
        key=key,
        required=True,
        format_func=names.get,
        on_change=_take,
        args=(field, key),
    )


def _take(field: str, key: str) -> None:
    value = st.session_state[key]
    if field == "view":
        state.change(view=value)
    else:
        state.choose(
            state.selection().with_extra("sort", *(() if value == ORDERS[0] else (value,)))
        )
