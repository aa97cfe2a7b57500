"""Events as tables: one row an event, one row what a tendency did in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.models import Citation, Event
from components.catalog.search.folding import indexed
from components.catalog.tables.frames import frame
from components.catalog.tables.lineage import lineage, slots

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

STANDINGS = ("read", "cited", "unchecked")  # best first

EVENT_COLUMNS = {
    "id": "str", "title": "str", "label": "str", "collection": "str", "country": "str",
    "place": "str", "place_label": "str", "kind": "str", "importance": "int8", "date": "str",
    "date_words": "str", "old_style": "str", "earliest": "Int64", "latest": "Int64",
    "core_start": "Int64", "core_end": "Int64", "approximate": "bool", "uncertain": "bool",
    "soft_start": "bool", "soft_end": "bool", "is_interval": "bool", "open_start": "bool",
    "open_end": "bool", "unknown_start": "bool", "unknown_end": "bool", "precision": "str",
    "tendencies": "object", "roles": "object", "slot": "str", "main_tendency": "str",
    "themes": "object", "standing": "str", "summary": "str", "search": "str",
}  # fmt: skip
ROLE_COLUMNS = {
    "event": "str", "position": "int64", "title": "str", "date_words": "str", "earliest": "Int64",
    "latest": "Int64", "collection": "str", "country": "str", "tendency": "str",
    "tendency_label": "str", "tendencies": "object", "slot": "str", "role": "str",
    "actors": "object", "actor_labels": "object", "note": "str",
}  # fmt: skip


def events_table(catalog: Catalog) -> pd.DataFrame:
    """All events, sorted by first, then last possible day, then id; index `id` (str).

    title, label (short title, or the title), collection, country, place, place_label, kind: str
    importance: int8, 1 shown first
    date, old_style (EDTF as written; "" if none), date_words, precision: str
    earliest, latest: Int64 days, NA when open or unknown; core_start, core_end: Int64, NA when no
        day is certain; all included, counted from 1970-01-01
    approximate, uncertain, soft_start, soft_end, is_interval, open_start, open_end, unknown_start,
        unknown_end: bool, see `dates.Span`
    tendencies: tuple of ids with a role, broader ones included; roles: tuple of "tendency:role",
        likewise; both in the order of the roles
    main_tendency, slot: broadest tendency of the first role and its colour slot: str
    themes: tuple of ids
    standing: best of its sources; summary: str
    search: str, `folding.indexed` of title, summary, date, people, organisations and place

    These are the events written one by one; of those that are rows of files see `columns.frame`.
    """
    known = _Known(catalog)
    events = sorted(catalog.written.values(), key=lambda event: (*extent(event.date), event.id))
    return frame((_event_row(event, known) for event in events), EVENT_COLUMNS, "id")


def roles_table(catalog: Catalog) -> pd.DataFrame:
    """What each tendency did: one row a role, events in the order of `events_table`.

    event, title, date_words, collection, country, tendency (as written), tendency_label, slot,
        role, note: str
    position: int64, 0 the main actor; earliest, latest: Int64 days, NA when open or unknown
    tendencies: tuple of the tendency and its broader ones; actors, actor_labels: tuples of str
    """
    known = _Known(catalog)
    events = sorted(catalog.written.values(), key=lambda event: (*extent(event.date), event.id))
    return frame((row for event in events for row in _role_rows(event, known)), ROLE_COLUMNS)


def extent(span: Span) -> tuple[float, float]:
    """First and last day on which it can have been, for sorting and for windows, both included.

    An open end is infinite. An unknown end is not: there the known end counts.
    """
    first, last = span.earliest, span.latest
    if first is None:
        unknown = span.end.earliest if span.end and span.unknown_start else None
        first = -math.inf if unknown is None else unknown
    if last is None:
        unknown = span.start.latest if span.start and span.unknown_end else None
        last = math.inf if unknown is None else unknown
    return first, last


def best_standing(sources: Iterable[Citation]) -> str:
    """The best standing among the citations."""
    return min((source.standing for source in sources), key=STANDINGS.index, default=STANDINGS[-1])


class _Known:
    """What every row needs of the catalog, looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.lines = lineage(catalog.vocabulary)
        self.slots = slots(catalog.vocabulary)
        self.tendency_labels = {term.id: term.label for term in catalog.vocabulary.tendencies}
        agents = {**catalog.people, **catalog.organisations}
        self.agent_labels = {id: agent.label for id, agent in agents.items()}
        self.forms = {
            id: indexed(agent.label, agent.original or "", *agent.aliases)
            for id, agent in agents.items()
        }
        self.place_forms = {
            id: indexed(place.label, *place.aliases) for id, place in catalog.places.items()
        }

    def country(self, event: Event) -> str:
        return event.country or self.catalog.places[event.place].country


def _event_row(event: Event, known: _Known) -> dict[str, Any]:
    main = known.lines[event.roles[0].tendency][-1]
    pairs = [(one, role.role) for role in event.roles for one in known.lines[role.tendency]]
    date_words = words(event.date, event.old_style)
    actors = dict.fromkeys(actor for role in event.roles for actor in role.actors)
    names = (known.forms[actor] for actor in actors)
    text = indexed(event.title, event.label or "", event.summary, date_words)
    return {
        "id": event.id, "title": event.title, "label": event.label or event.title,
        "collection": known.catalog.collection_of[event.id], "country": known.country(event),
        "place": event.place, "place_label": known.catalog.places[event.place].label,
        "kind": event.kind, "importance": event.importance, "date": event.date.text,
        "date_words": date_words, "old_style": event.old_style.text if event.old_style else "",
        **date_columns(event.date),
        "tendencies": tuple(dict.fromkeys(one for one, _ in pairs)),
        "roles": tuple(dict.fromkeys(f"{one}:{role}" for one, role in pairs)),
        "slot": known.slots[main], "main_tendency": main, "themes": event.themes,
        "standing": best_standing(event.sources), "summary": event.summary.strip(),
        "search": "".join((text, *names, known.place_forms[event.place])),
    }  # fmt: skip


def date_columns(span: Span) -> dict[str, Any]:
    """What the columns of an events table say of a date."""
    core_start, core_end = span.core or (None, None)
    names = (
        "earliest", "latest", "approximate", "uncertain", "soft_start", "soft_end", "is_interval",
        "open_start", "open_end", "unknown_start", "unknown_end", "precision",
    )  # fmt: skip
    same = {name: getattr(span, name) for name in names}
    return {**same, "core_start": core_start, "core_end": core_end}


def _role_rows(event: Event, known: _Known) -> Iterator[dict[str, Any]]:
    for position, role in enumerate(event.roles):
        labels = tuple(known.agent_labels[actor] for actor in role.actors)
        yield {
            "event": event.id, "position": position, "title": event.title,
            "date_words": words(event.date, event.old_style), "earliest": event.date.earliest,
            "latest": event.date.latest, "collection": known.catalog.collection_of[event.id],
            "country": known.country(event), "tendency": role.tendency,
            "tendency_label": known.tendency_labels[role.tendency],
            "tendencies": known.lines[role.tendency], "slot": known.slots[role.tendency],
            "role": role.role, "actors": role.actors, "actor_labels": labels,
            "note": role.note or "",
        }  # fmt: skip
