"""Things counted as rows that the filters of events take: one row an indicator.

The gallery of figures is filtered by the same `Selection` as the timeline, so its table has the
columns that `facets` looks into.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.catalog.citations.chicago import plain, short_note
from components.catalog.dates.calendars import iso
from components.catalog.models import Indicator
from components.catalog.search.folding import indexed
from components.catalog.tables.counts import indicators_table
from components.catalog.tables.events import extent
from components.catalog.tables.frames import frame
from components.catalog.tables.lineage import lineage

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

FIGURE_COLUMNS = {
    "id": "str", "title": "str", "finding": "str", "unit": "str", "scope": "str", "kind": "str",
    "collection": "str", "country": "object", "tendencies": "object", "roles": "object",
    "themes": "object", "standing": "str", "by": "object", "events": "object", "date": "str",
    "earliest": "Int64", "latest": "Int64", "search": "str",
}  # fmt: skip


def figures_table(catalog: Catalog) -> pd.DataFrame:
    """All things counted in the order of the catalog; index `id` (str).

    title, finding, unit, scope, collection, standing: str, as in `indicators_table`
    kind: str, the form of its chart; themes: tuple of ids; roles: an empty tuple
    country: tuple of ids: the collection's, without one those of the events that show it
    tendencies: tuple of ids counted apart, broader ones included
    by: tuple of those who counted; events: tuple of the ids of the events that show it
    earliest, latest: Int64 days of all estimates, NA when open; date: str, the same in EDTF
    search: str, that of `indicators_table` with what the estimates and their sources are called
    """
    told = indicators_table(catalog)
    shown = _events_of(catalog)
    rows = (
        {**told.loc[id], "id": id, **_counted(catalog, one, shown.get(id, ()))}
        for id, one in catalog.indicators.items()
    )
    found = frame(rows, FIGURE_COLUMNS, "id")
    found["search"] = told["search"] + found["search"]
    return found


def _events_of(catalog: Catalog) -> dict[str, list[str]]:
    """Of each indicator the events that show it, in order of time."""
    shown: dict[str, list[str]] = {}
    for event in sorted(catalog.written.values(), key=lambda one: (*extent(one.date), one.id)):
        for id in dict.fromkeys(event.indicators):
            shown.setdefault(id, []).append(event.id)
    return shown


def _counted(catalog: Catalog, one: Indicator, events: list[str]) -> dict[str, Any]:
    """What the estimates and the events of an indicator add to its row."""
    lines, estimates = lineage(catalog.vocabulary), one.estimates
    tendencies = (each for e in estimates if e.tendency for each in lines[e.tendency])
    cited = dict.fromkeys(citation.cite for e in estimates for citation in e.sources)
    said = [
        *(text for e in estimates for text in (e.by, e.scope, e.category, e.series) if text),
        *(plain(short_note(catalog.sources[source])) for source in cited),
    ]
    return {
        "kind": one.form, "roles": (), "country": _countries(catalog, one, events),
        "tendencies": tuple(dict.fromkeys(tendencies)), "events": tuple(events),
        "by": tuple(dict.fromkeys(e.by for e in estimates)), **_time(one),
        "search": indexed(*dict.fromkeys(said)),
    }  # fmt: skip


def _countries(catalog: Catalog, one: Indicator, events: list[str]) -> tuple[str, ...]:
    home = catalog.collections[catalog.collection_of[one.id]].country
    if home:
        return (home,)
    shown = (catalog.events[id] for id in events)
    return tuple(dict.fromkeys(e.country or catalog.places[e.place].country for e in shown))


def _time(one: Indicator) -> dict[str, Any]:
    """The days from the first to the last that any estimate is about."""
    extents = [extent(estimate.date) for estimate in one.estimates]
    first, last = min(start for start, _ in extents), max(end for _, end in extents)
    days = [None if math.isinf(end) else int(end) for end in (first, last)]
    start, end = (".." if day is None else iso(day) for day in days)
    return {"date": f"{start}/{end}", "earliest": days[0], "latest": days[1]}
