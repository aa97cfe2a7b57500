"""What the reader of the comparison looks at: which one, which clocks, which order, what is open.

All of it stands in the address: `id` (of the comparison), `clock` (an alignment, "calendar", or
"own" with the events `start` from whose first day and `end` from whose last day is counted),
`sort` and `open`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import ORDERS, side_names
from components.html.compare.view import (
    CALENDAR,
    OF_OWN,
    OWN,
    PAGE,
    View,
    choices,
    clocks,
    is_told_in_years,
    start_of,
    toggled,
    usual_start,
    with_moments,
)
from components.html.content import Content
from components.ui import state

__all__ = [
    "CALENDAR", "OWN", "PAGE", "View", "choices", "clocks", "toggled", "view_of", "with_clock",
    "with_moments",
]  # fmt: skip

_SINGLE = ("id", "clock", "sort")  # keys of which only the first value means something


def view_of(data: Content) -> View | None:
    """What the address asks for; what it asks in vain is noted. None without a comparison."""
    comparisons = data.catalog.comparisons
    if not comparisons:
        return None
    selection = _settled(data, comparisons)
    comparison = comparisons[_first(selection, "id") or next(iter(comparisons))]
    clock = _first(selection, "clock") or clocks(data, comparison)[0]
    stages = tuple(stage.id for stage in comparison.stages)
    return View(
        comparison, side_names(data.catalog, comparison), clock,
        start_of(data, comparison, clock, selection), _first(selection, "sort") or ORDERS[0],
        tuple(stage for stage in stages if stage in selection.extra("open")),
        selection, is_told_in_years(data, comparison),
    )  # fmt: skip


def with_clock(data: Content, view: View, clock: str) -> Selection:
    """The selection with another starting point; own events begin as they were counted before."""
    usual = clocks(data, view.comparison)[0]
    chosen = state.selection().with_extra("clock", *(() if clock == usual else (clock,)))
    if clock == OWN:
        moments = view.start.moments or usual_start(data, view.comparison)
        return with_moments(chosen, moments) if moments else chosen
    return chosen.with_extra("start").with_extra("end")


def _first(selection: Selection, key: str) -> str:
    return next(iter(selection.extra(key)), "")


def _allowed(data: Content, comparison: Comparison, is_own: bool) -> dict[str, Collection[str]]:
    found = [one for side in (0, 1) for one in choices(data, comparison, side)]
    return {
        "clock": clocks(data, comparison), "sort": ORDERS,
        "open": [stage.id for stage in comparison.stages],
        **{key: [event for edge, event in found if edge == key and is_own] for key in OF_OWN},
    }  # fmt: skip


def _settled(data: Content, comparisons: Mapping[str, Comparison]) -> Selection:
    """The selection with only those of the pages' own keys and values that mean something here.

    What was carried along from another page goes without a word. What came by a link is noted,
    and the page is drawn again, because notices stand above it.
    """
    selection = state.selection()
    asked = next((one for one in selection.extra("id") if one in comparisons), None)
    comparison = comparisons[asked or next(iter(comparisons))]
    is_own = OWN in selection.extra("clock")[:1]
    allowed = {"id": comparisons, **_allowed(data, comparison, is_own)}
    known, wrong, sides = [], [], set()
    for key, value in selection.extras:
        is_second = key in _SINGLE and any(key == other for other, _ in known)
        if key in OF_OWN:  # Each side starts once.
            side = data.catalog.collection_of.get(value)
            is_second = side in sides
            sides.add(side)
        if value in allowed.get(key, ()) and not is_second:
            known.append((key, value))
        elif value in st.query_params.get_all(key):
            wrong.append((key, value))
    return state.keep(known, wrong)
