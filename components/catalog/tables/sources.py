"""Sources, what rests on them, and the people and organisations, as tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.catalog.citations.chicago import bibliography, bibliography_key, markdown, plain
from components.catalog.citations.parts import date_text, inverted_name
from components.catalog.dates.words import words
from components.catalog.models import Agent, Source
from components.catalog.search.folding import indexed
from components.catalog.tables.frames import frame
from components.catalog.tables.lineage import OTHER_SLOT, slots
from components.catalog.tables.uses import Use, uses

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

SOURCE_COLUMNS = {
    "id": "str", "type": "str", "authors": "str", "year": "str", "title": "str",
    "language": "str", "seen": "str", "chicago": "str", "chicago_markdown": "str", "url": "str",
    "events": "int64", "estimates": "int64", "claims": "int64", "used_by": "int64",
    "collections": "object", "note": "str", "search": "str",
}  # fmt: skip
USE_COLUMNS = {
    "kind": "str", "id": "str", "within": "str", "label": "str", "part": "str",
    "collection": "str", "locator": "str", "standing": "str", "via": "str", "is_via": "bool",
    "note": "str",
}  # fmt: skip
AGENT_COLUMNS = {
    "id": "str", "kind": "str", "label": "str", "original": "str", "lang": "str",
    "aliases": "object", "dates": "str", "date_words": "str", "tendencies": "object", "slot": "str",
    "events": "object", "note": "str", "wikidata": "str", "search": "str",
}  # fmt: skip


def sources_table(catalog: Catalog) -> pd.DataFrame:
    """All sources in the order of a bibliography; index `id` (str).

    type, title, language, seen, note, url (DOI first), year ("n.d." if none): str
    authors: str, "Morel, Jeanne; Kermarec, Yann"
    chicago, chicago_markdown: str, the bibliography entry
    events, estimates, claims: int64, how many rest on it; used_by: int64, records of any kind
    collections: tuple of the collections of those records
    search: str, `folding.indexed` of what the entry says
    """
    of_source = defaultdict(list)
    for use in uses(catalog):
        of_source[use.source].append(use)
    ordered = sorted(catalog.sources.values(), key=bibliography_key)
    rows = [_source_row(one, of_source[one.id]) for one in ordered]
    for table in catalog.tables:
        numbers = table.numbers("source")
        for row in rows:
            if number := numbers.get(row["id"]):
                row["events"] += number
                row["used_by"] += number
                homes = (*row["collections"], table.collection)
                row["collections"] = tuple(dict.fromkeys(homes))
    return frame(rows, SOURCE_COLUMNS, "id")


def uses_of(catalog: Catalog, source_id: str) -> pd.DataFrame:
    """What rests on one source, in the order of the catalog; empty for an unknown source.

    kind: event, estimate, claim, dispute, person, organisation or review: str
    id: of the record (of an estimate its indicator's); within: a claim's review; label: str
    part: whose reading or estimate it is; "" for the record itself: str
    collection, locator, standing, via, note: str; is_via: bool, whether the source is only the text
        in which another one was met
    """
    rows = (use._asdict() for use in uses(catalog) if use.source == source_id)
    return frame(rows, USE_COLUMNS)


def agents_table(catalog: Catalog) -> pd.DataFrame:
    """All people, then all organisations, in the order of their files; index `id` (str).

    kind ("person", "organisation"), label, original, lang, dates (EDTF), date_words, note,
        wikidata, slot (of the first tendency): str
    aliases, tendencies: tuples of str; events: tuple of the ids of events in which they acted
    search: str, `folding.indexed` of all names
    """
    events = defaultdict(list)
    for event in catalog.written.values():
        for actor in dict.fromkeys(actor for role in event.roles for actor in role.actors):
            events[actor].append(event.id)
    colours = slots(catalog.vocabulary)
    groups = (("person", catalog.people), ("organisation", catalog.organisations))
    rows = (
        {**_agent_row(agent, colours), "kind": kind, "events": tuple(events[agent.id])}
        for kind, agents in groups
        for agent in agents.values()
    )
    return frame(rows, AGENT_COLUMNS, "id")


def _source_row(source: Source, users: list[Use]) -> dict[str, Any]:
    entry = bibliography(source)
    # A record may cite a source more than once and is one record; of an indicator's estimates
    # each counts.
    records = {(use.kind, use.within, use.id) for use in users}
    kinds = [kind for kind, _, _ in records]
    return {
        "id": source.id, "type": source.type, "title": source.title,
        "authors": "; ".join(map(inverted_name, source.author)),
        "year": date_text(source.issued, "year"), "language": source.language or "",
        "seen": source.seen, "chicago": plain(entry), "chicago_markdown": markdown(entry),
        "url": f"https://doi.org/{source.DOI}" if source.DOI else source.URL or "",
        "events": kinds.count("event"), "claims": kinds.count("claim"),
        "estimates": sum(use.kind == "estimate" for use in users), "used_by": len(records),
        "collections": tuple(dict.fromkeys(use.collection for use in users if use.collection)),
        "note": source.note or "", "search": indexed(plain(entry)),
    }  # fmt: skip


def _agent_row(agent: Agent, colours: dict[str, str]) -> dict[str, Any]:
    slot = colours[agent.tendencies[0]] if agent.tendencies else OTHER_SLOT
    return {
        "id": agent.id, "label": agent.label, "original": agent.original or "",
        "lang": agent.lang or "", "aliases": agent.aliases,
        "dates": agent.dates.text if agent.dates else "",
        "date_words": words(agent.dates) if agent.dates else "", "tendencies": agent.tendencies,
        "slot": slot, "note": agent.note,
        "wikidata": agent.wikidata or "",
        "search": indexed(agent.label, agent.original or "", *agent.aliases),
    }  # fmt: skip
