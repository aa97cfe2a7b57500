"""What the reader of the comparison looks at: which one, which clocks, which order, what is open.

All of it stands in the address: `id` (of the comparison), `clock` (an alignment, "calendar", or
"own" with the events `start` from whose first day and `end` from whose last day is counted),
`sort` and `open`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import (
    ORDERS,
    Moment,
    Start,
    alignment_start,
    moments_of,
    side_names,
)
from components.ui import state
from components.ui.content import Content

PAGE = "compare"
OWN, CALENDAR = "own", "calendar"
_SINGLE = ("id", "clock", "sort")  # keys of which only the first value means something
_OF_OWN = ("start", "end")


@dataclass(frozen=True)
class View:
    """One way of looking at a comparison; `names` are those of its two sides."""

    comparison: Comparison
    names: tuple[str, str]
    clock: str
    start: Start
    order: str
    open_ids: tuple[str, ...]

    @property
    def is_calendar(self) -> bool:
        """Whether both sides stand on the calendar."""
        return self.start.moments is None


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
        _start(data, comparison, clock, selection), _first(selection, "sort") or ORDERS[0],
        tuple(stage for stage in stages if stage in selection.extra("open")),
    )  # fmt: skip


def clocks(data: Content, comparison: Comparison) -> tuple[str, ...]:
    """What the clocks can start from, the usual way first."""
    alignments = (a.id for a in comparison.alignments if alignment_start(data.catalog, a))
    return (*alignments, OWN, CALENDAR)


def with_clock(data: Content, view: View, clock: str) -> Selection:
    """The selection with another starting point; own events begin as they were counted before."""
    usual = clocks(data, view.comparison)[0]
    chosen = state.selection().with_extra("clock", *(() if clock == usual else (clock,)))
    if clock == OWN:
        moments = view.start.moments or _usual(data, view.comparison)
        return with_moments(chosen, moments) if moments else chosen
    return chosen.with_extra("start").with_extra("end")


def with_moments(selection: Selection, moments: tuple[Moment, Moment]) -> Selection:
    """The selection with two events of the reader's choice as starting points."""
    for key in _OF_OWN:
        selection = selection.with_extra(key, *(m.event for m in moments if m.edge == key))
    return selection


def toggled(view: View, stage: str) -> Selection:
    """The selection with a row open that was closed, or closed that was open."""
    others = tuple(one for one in view.open_ids if one != stage)
    ids = others if stage in view.open_ids else (*others, stage)
    return state.selection().with_extra("open", *ids)


def choices(data: Content, comparison: Comparison, side: int) -> dict[tuple[str, str], Moment]:
    """The moments from which a side can count, by (edge, event)."""
    found = moments_of(data.catalog, comparison.collections[side])
    return {(one.edge, one.event): one for one in found}


def _start(data: Content, comparison: Comparison, clock: str, selection: Selection) -> Start:
    if clock not in (OWN, CALENDAR):
        by_id = {alignment.id: alignment for alignment in comparison.alignments}
        return alignment_start(data.catalog, by_id[clock]) or Start()
    asked = [(key, event) for key in _OF_OWN for event in selection.extra(key)]
    usual = _usual(data, comparison)
    if clock == CALENDAR or usual is None:
        return Start()
    possible = [choices(data, comparison, side) for side in (0, 1)]
    one, other = (
        next((among[key] for key in asked if key in among), before)
        for among, before in zip(possible, usual, strict=True)
    )
    return Start((one, other))


def _usual(data: Content, comparison: Comparison) -> tuple[Moment, Moment] | None:
    """Where the clocks start before the reader has chosen."""
    starts = (alignment_start(data.catalog, one) for one in comparison.alignments)
    return next((start.moments for start in starts if start), None)


def _first(selection: Selection, key: str) -> str:
    return next(iter(selection.extra(key)), "")


def _allowed(data: Content, comparison: Comparison, is_own: bool) -> dict[str, Collection[str]]:
    found = [one for side in (0, 1) for one in choices(data, comparison, side)]
    return {
        "clock": clocks(data, comparison), "sort": ORDERS,
        "open": [stage.id for stage in comparison.stages],
        **{key: [event for edge, event in found if edge == key and is_own] for key in _OF_OWN},
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
        if key in _OF_OWN:  # Each side starts once.
            side = data.catalog.collection_of.get(value)
            is_second = side in sides
            sides.add(side)
        if value in allowed.get(key, ()) and not is_second:
            known.append((key, value))
        elif value in st.query_params.get_all(key):
            wrong.append((key, value))
    state.choose(selection.with_(extras=tuple(known)))
    for key, value in wrong:
        state.ignore(key, value)
    if wrong:
        state.write_address()
        st.rerun()
    return state.selection()
