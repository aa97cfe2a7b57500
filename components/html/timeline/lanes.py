"""How the chosen events are laid into lanes, and which stretch of time each lane shows.

Zoom is a way of looking: it never removes an event from the list. The from/to window is a
filter: it does, and it bounds every lane.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from components.catalog.selection import Selection
from components.charts.timeline.lanes import Lane, Period
from components.html.content import Content
from components.html.texts import text

Window = tuple[int, int]
ALL = "all"  # the zoom of the shared axis
OTHER = "other"
PLACES_AT_MOST = 9
OWN_AXES_BELOW = 0.6  # used part of the picture under which every lane gets its own axis
_YEAR = 365


def lanes_of(content: Content, selection: Selection) -> tuple[list[Lane], pd.DataFrame]:
    """The lanes to draw, in order, and the events that the filters leave with their `lane`.

    An event stands in every lane that it belongs to: its row is repeated. Lanes without an
    event are left out, unless all are empty.
    """
    chosen = in_lanes(content, selection.apply(content.index), selection.lanes)
    every = in_lanes(content, content.events, selection.lanes)
    labels = lane_labels(content, selection.lanes)
    counts = chosen["lane"].value_counts()
    shown = [lane for lane in labels if lane in counts.index] or list(labels)[:3]
    zooms = {lane: (first, last) for lane, first, last in selection.zooms}
    extents = {lane: extent(content, every, lane, selection) for lane in shown}
    if axis_of(content, selection) == "shared":
        window = zooms.get(ALL) or _union(extents.values())
        windows = dict.fromkeys(shown, window)
    else:
        windows = {lane: zooms.get(lane, extents[lane]) for lane in shown}
    lanes = [
        Lane(
            lane,
            labels[lane],
            int(counts.get(lane, 0)),
            _periods(content, selection, lane, windows[lane]),
            windows[lane],
        )
        for lane in shown
    ]
    order = {lane: position for position, lane in enumerate(shown)}
    return lanes, chosen.sort_values("lane", key=lambda s: s.map(order), kind="stable")


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


def in_lanes(content: Content, events: pd.DataFrame, by: str) -> pd.DataFrame:
    """`events` with a column `lane` (str); an event in several lanes has several rows."""
    column: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
        "country": lambda e: e["country"],
        "tendency": lambda e: e["tendencies"],
        "theme": lambda e: e["themes"],
        "place": lambda e: e["place"],
    }
    labels = lane_labels(content, by)
    lane = column.get(by, lambda e: e["collection"])(events)
    laid = events.assign(lane=lane).explode("lane")
    if by == "place":
        laid["lane"] = laid["lane"].where(laid["lane"].isin(labels), OTHER)
    return laid[laid["lane"].isin(labels)].astype({"lane": str})


def extent(content: Content, laid: pd.DataFrame, lane: str, selection: Selection) -> Window:
    """The days that a lane covers when nothing is zoomed: first and last, both included.

    A collection covers its stated span; another lane covers its events. The from/to window
    bounds both.
    """
    first, last = whole(content, laid, lane)
    collection = content.catalog.collections.get(lane) if selection.lanes == "collection" else None
    if collection is not None:
        first, last = collection.span.earliest or first, collection.span.latest or last
    if selection.window:
        start, end = selection.window
        first = start if start is not None else min(first, end)
        last = end if end is not None else max(last, start)
    return (first, max(first, last))


def whole(content: Content, laid: pd.DataFrame, lane: str) -> Window:
    """The days from the first to the last event of a lane, with a little room at both ends."""
    mine = laid[laid["lane"] == lane]
    mine = mine if len(mine) else content.events
    starts, ends = mine["earliest"].dropna(), mine["latest"].dropna()
    if starts.empty and ends.empty:
        return (-_YEAR, 0)
    days = pd.concat([starts, ends])
    first, last = int(days.min()), int(days.max())
    room = max(15, (last - first) // 50)
    return (first - room, last + room)


def axis_of(content: Content, selection: Selection) -> str:
    """`own` or `shared`: what the reader chose, else own axes where lanes hardly overlap."""
    if selection.axis in ("own", "shared"):
        return selection.axis
    every = in_lanes(content, content.events, selection.lanes)
    extents = [extent(content, every, lane, selection) for lane in every["lane"].unique()]
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
