"""How the chosen events are laid into lanes, and which stretch of time each lane shows.

Zoom is a way of looking: it never removes an event from the list. The from/to window is a
filter: it does, and it bounds every lane.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from components.catalog.selection import Selection
from components.charts.timeline.days import Laned
from components.charts.timeline.lanes import Lane, Period
from components.html.content import Content, remembered
from components.html.texts import text

Window = tuple[int, int]
ALL = "all"  # the zoom of the shared axis
OTHER = "other"
PLACES_AT_MOST = 9
OWN_AXES_BELOW = 0.6  # used part of the picture under which every lane gets its own axis
_YEAR = 365
_COLUMNS = {"country": "country", "tendency": "tendencies", "theme": "themes", "place": "place"}


@dataclass(frozen=True)
class Layout:
    """All events in lanes, whatever the filters.

    labels: of every lane, in display order; rows: of every lane with events their positions in
    the events table; whole: of these lanes the days from the first to the last event
    """

    labels: Mapping[str, str]
    rows: Mapping[str, np.ndarray]
    whole: Mapping[str, Window]


@remembered(most=5)
def layout(content: Content, by: str) -> Layout:
    """One way of laying out ("collection", "country" …)."""
    labels = lane_labels(content, by)
    cells = content.index.cells(_COLUMNS.get(by, "collection"))
    known = [lane for lane in labels if lane in cells.holding]
    rows = {lane: np.flatnonzero(cells.rows(lane.__eq__)) for lane in known}
    if by == "place":
        rows[OTHER] = np.flatnonzero(~cells.rows(lambda place: place in labels))
    rows = {lane: mine.astype(np.int32) for lane, mine in rows.items() if len(mine)}
    return Layout(labels, rows, {lane: _whole(content, mine) for lane, mine in rows.items()})


def lanes_of(content: Content, selection: Selection) -> tuple[list[Lane], Laned]:
    """The lanes to draw, in order, and the events in them that the filters leave.

    An event stands in every lane that it belongs to. Lanes without an event are left out, unless
    all are empty.
    """
    laid = layout(content, selection.lanes)
    chosen = content.index.once(
        ("lanes", selection.lanes, *selection.filters), lambda: _chosen(content, selection, laid)
    )
    shown = [lane for lane in laid.labels if len(chosen.get(lane, ()))] or list(laid.labels)[:3]
    zooms = {lane: (first, last) for lane, first, last in selection.zooms}
    extents = {lane: extent(content, lane, selection) for lane in shown}
    if axis_of(content, selection) == "shared":
        window = zooms.get(ALL) or _union(extents.values())
        windows = dict.fromkeys(shown, window)
    else:
        windows = {lane: zooms.get(lane, extents[lane]) for lane in shown}
    lanes = [
        Lane(
            lane,
            laid.labels[lane],
            len(chosen.get(lane, ())),
            _periods(content, selection, lane, windows[lane]),
            windows[lane],
        )
        for lane in shown
    ]
    return lanes, Laned(content.days, chosen, content.take, content.find)


def _chosen(content: Content, selection: Selection, laid: Layout) -> dict[str, np.ndarray]:
    mask = selection.mask(content.index)
    return {lane: rows[mask[rows]] for lane, rows in laid.rows.items()}


def lane_labels(content: Content, by: str) -> dict[str, str]:
    """Lane ids and labels of one way of laying out, in display order."""
    catalog = content.catalog
    match by:
        case "country":
            return {term.id: term.label for term in catalog.vocabulary.countries}
        case "tendency":
            return {t.id: t.label for t in catalog.vocabulary.tendencies if not t.broader}
        case "theme":
            return {term.id: term.label for term in catalog.vocabulary.themes}
        case "place":
            frequent = content.events["place"].value_counts().head(PLACES_AT_MOST).index
            return {p: catalog.places[p].label for p in frequent if p in catalog.places} | {
                OTHER: text("lanes.other")
            }
        case _:
            return {c.id: c.title for c in catalog.collections.values()}


def extent(content: Content, lane: str, selection: Selection) -> Window:
    """The days that a lane covers when nothing is zoomed: first and last, both included.

    A collection covers its stated span; another lane covers its events. The from/to window
    bounds both.
    """
    first, last = whole(content, selection.lanes, lane)
    collection = content.catalog.collections.get(lane) if selection.lanes == "collection" else None
    if collection is not None:
        first, last = collection.span.earliest or first, collection.span.latest or last
    if selection.window:
        start, end = selection.window
        first = start if start is not None else min(first, end)
        last = end if end is not None else max(last, start)
    return (first, max(first, last))


def whole(content: Content, by: str, lane: str) -> Window:
    """The days from the first to the last event of a lane, with a little room at both ends."""
    found = layout(content, by).whole.get(lane)
    return found or _whole(content, np.arange(len(content.events)))


def _whole(content: Content, rows: np.ndarray) -> Window:
    first, last = content.days.first[rows], content.days.end[rows] - 1
    days = np.concatenate([first[np.isfinite(first)], last[np.isfinite(last)]])
    if not len(days):
        return (-_YEAR, 0)
    first, last = int(days.min()), int(days.max())
    room = max(15, (last - first) // 50)
    return (first - room, last + room)


def axis_of(content: Content, selection: Selection) -> str:
    """`own` or `shared`: what the reader chose, else own axes where lanes hardly overlap."""
    if selection.axis in ("own", "shared"):
        return selection.axis
    lanes = layout(content, selection.lanes).rows
    extents = [extent(content, lane, selection) for lane in lanes]
    if len(extents) < 2:
        return "own"
    first, last = _union(extents)
    used = sum(b - a for a, b in extents) / (len(extents) * max(1, last - first))
    return "own" if used < OWN_AXES_BELOW else "shared"


def _union(windows: object) -> Window:
    windows = list(windows)
    return (min(a for a, _ in windows), max(b for _, b in windows))


def _periods(
    content: Content, selection: Selection, lane: str, window: Window
) -> tuple[Period, ...]:
    """A collection's periods; one without a known end reaches to the edge of the window."""
    collection = content.catalog.collections.get(lane) if selection.lanes == "collection" else None
    return tuple(
        Period(
            period.label,
            period.short or "",
            window[0] if period.date.earliest is None else period.date.earliest,
            window[1] if period.date.latest is None else period.date.latest,
        )
        for period in (collection.periods if collection else ())
    )
