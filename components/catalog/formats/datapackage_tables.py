"""The tables of the data package: which columns they have, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.formats.document import iso_day
from components.catalog.formats.parts import date_words, events_of, sources_of
from components.catalog.models import (
    Agent,
    Citation,
    Estimate,
    Event,
    Indicator,
    Place,
    Reading,
    Record,
    Role,
    Source,
    Tendency,
)
from components.catalog.tables.sources import sources_table

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """One file of the package.

    model: of the records in it; its fields' descriptions are the columns' descriptions
    keys: column → (table, column) to which it points
    """

    title: str
    model: type[Record]
    columns: tuple[str, ...]
    rows: Callable[[Catalog, pd.DataFrame], Iterator[Row]]
    keys: tuple[tuple[str, str, str], ...] = ()


def _events(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    standing, country = table["standing"], table["country"]
    for event in events_of(catalog, table):
        row = event.model_dump(mode="json", exclude={"roles", "sources", "readings"})
        span = event.date
        days = {"earliest": iso_day(span.earliest), "latest": iso_day(span.latest)}
        home = {"collection": catalog.collection_of[event.id], "country": country[event.id]}
        yield (
            row
            | days
            | home
            | {
                "date_words": date_words(event),
                "related": [f"{one.how}:{one.event}" for one in event.related],
                "standing": standing[event.id],
            }
        )


def _roles(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for event in events_of(catalog, table):
        for number, role in enumerate(event.roles, 1):
            yield {"event": event.id, "position": number, **role.model_dump()}


def _event_sources(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for event in events_of(catalog, table):
        for number, one in enumerate(event.sources, 1):
            yield {"event": event.id, "position": number, **one.model_dump()}


def _readings(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for event in events_of(catalog, table):
        found = [("", "", reading) for reading in event.readings]
        for id in event.disputes:
            dispute = catalog.disputes[id]
            found += [(id, dispute.question, reading) for reading in dispute.readings]
        for number, (dispute, question, reading) in enumerate(found, 1):
            said = {"event": event.id, "position": number, "dispute": dispute}
            yield said | {"question": question, **_with_citations(reading)}


def _indicators(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for one in _counted(catalog, table):
        home = {"collection": catalog.collection_of[one.id]}
        yield one.model_dump(exclude={"estimates", "missing"}) | home


def _estimates(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for one in _counted(catalog, table):
        for number, estimate in enumerate(one.estimates, 1):
            of = estimate.of
            share = {"count": of.count if of else None, "total": of.total if of else None}
            yield {"indicator": one.id, "position": number, **share, **_with_citations(estimate)}


def _counted(catalog: Catalog, table: pd.DataFrame) -> list[Indicator]:
    """All things counted, or of fewer events those that belong to them."""
    if len(table) == len(catalog.events):
        return list(catalog.indicators.values())
    named = {id for event in events_of(catalog, table) for id in event.indicators}
    return [one for id, one in catalog.indicators.items() if id in named]


def _with_citations(record: Reading | Estimate) -> Row:
    cited = [f"{one.cite} {one.locator or ''} ({one.standing})" for one in record.sources]
    return record.model_dump(mode="json") | {"sources": cited}


def _places(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    return (place.model_dump() for place in catalog.places.values())


def _agents(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for kind, agents in (("person", catalog.people), ("organisation", catalog.organisations)):
        for agent in agents.values():
            yield agent.model_dump(mode="json") | {"kind": kind}


def _sources(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    printed = sources_table(catalog)[["authors", "chicago", "url"]].to_dict("index")
    for source in sources_of(catalog, table):
        yield source.model_dump(mode="json") | printed[source.id]


def _terms(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    words = catalog.vocabulary
    lists = {
        "country": words.countries, "tendency": words.tendencies, "theme": words.themes,
        "kind": words.kinds,
    }  # fmt: skip
    for kind, terms in lists.items():
        for term in terms:
            yield term.model_dump() | {"of": kind}


TABLES = {
    "events": Table("Events", Event, (
        "id", "title", "label", "date", "date_words", "earliest", "latest", "old_style",
        "date_note", "collection", "country", "place", "kind", "importance", "themes", "standing",
        "summary", "unknown", "indicators", "disputes", "related",
        "aliases",
    ), _events, (("place", "places", "id"),)),
    "roles": Table("What each tendency did in an event", Role, (
        "event", "position", "tendency", "role", "actors", "note",
    ), _roles, (("event", "events", "id"),)),
    "event_sources": Table("What is cited for an event", Citation, (
        "event", "position", "cite", "locator", "standing", "via", "note",
    ), _event_sources, (("event", "events", "id"), ("cite", "sources", "id"))),
    "readings": Table("How an event is read, and by whom", Reading, (
        "event", "position", "dispute", "question", "by", "school", "text", "sources",
    ), _readings, (("event", "events", "id"),)),
    "indicators": Table("Things counted", Indicator, (
        "id", "title", "finding", "form", "unit", "definition", "scope", "collection", "themes",
        "breaks", "note",
    ), _indicators),
    "estimates": Table("What each voice counts", Estimate, (
        "indicator", "position", "value", "low", "high", "bound", "count", "total", "date",
        "series", "category", "tendency", "by", "scope", "method", "note", "preferred", "sources",
    ), _estimates, (("indicator", "indicators", "id"),)),
    "places": Table("Places", Place, (
        "id", "label", "country", "lat", "lon", "extent", "aliases", "note",
    ), _places),
    "agents": Table("People and organisations", Agent, (
        "id", "kind", "label", "dates", "original", "lang", "aliases", "tendencies", "note",
        "wikidata",
    ), _agents),
    "sources": Table("The bibliography", Source, (
        "id", "type", "authors", "title", "issued", "chicago", "url", "seen", "note",
    ), _sources),
    "terms": Table("The vocabulary", Tendency, (
        "of", "id", "label", "definition", "broader",
    ), _terms),
}  # fmt: skip
