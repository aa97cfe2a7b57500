"""What a reader's selection on a page is as files: its records, their events, their sources.

Formats write what is in a catalogue and rows of its events; so a selection of other records is a
catalogue that has no others. All is worked out when the reader takes it, not before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.formats.format import Format
from components.catalog.formats.offered import FORMATS
from components.catalog.references import references

Written = tuple[Catalog, pd.DataFrame]  # what a format is given
# Formats of all that belongs to the events are offered with the events.
_WITH = {"everything": "events", "periods": "events"}
_REFERRED = {
    "sources": {"source"}, "figures": {"indicator"}, "people": {"person", "organisation"},
    "tendencies": {"tendency"},
}  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """Records of one kind that can be taken away.

    kind: "events", "sources", "figures", "people", "tendencies" or "claims"
    number: how many, None where that is known only when they are taken
    """

    kind: str
    number: int | None
    of: Callable[[], Written]

    @property
    def formats(self) -> dict[str, Format]:
        """The formats in which they are offered."""
        found = FORMATS.items()
        return {name: one for name, one in found if _WITH.get(one.holds, one.holds) == self.kind}


def taken_events(
    catalog: Catalog, number: int, table: Callable[[], pd.DataFrame]
) -> tuple[Taken, ...]:
    """A selection of events, and the sources on which they rest."""
    return (
        Taken("events", number, lambda: (catalog, table())),
        Taken("sources", None, lambda: (catalog, table())),
    )


def taken_records(
    catalog: Catalog, table: pd.DataFrame, kind: str, ids: Collection[str]
) -> tuple[Taken, ...]:
    """A selection of other records, then the events that name them, and the sources of all.

    table: the `events_table` of the whole catalogue
    ids: of claims `review/claim`; kind: see `Taken`, but no events
    """
    chosen = frozenset(ids)
    own = Taken(kind, len(chosen), lambda: (_only(catalog, kind, chosen), table))
    events = Taken("events", None, lambda: (catalog, _naming(catalog, table, kind, chosen)))
    sources = Taken("sources", None, lambda: _sources(catalog, table, kind, chosen))
    return (own, events) if kind == "sources" else (own, events, sources)


def _only(catalog: Catalog, kind: str, ids: frozenset[str]) -> Catalog:
    """The catalogue with no other records of a kind than these; all others as they are."""
    match kind:
        case "sources":
            return replace(catalog, sources=_these(catalog.sources, ids))
        case "figures":
            return replace(catalog, indicators=_these(catalog.indicators, ids))
        case "people":
            people, bodies = (_these(one, ids) for one in (catalog.people, catalog.organisations))
            return replace(catalog, people=people, organisations=bodies)
        case "tendencies":
            shown = tuple(one for one in catalog.vocabulary.tendencies if one.id in ids)
            words = catalog.vocabulary.model_copy(update={"tendencies": shown})
            return replace(catalog, vocabulary=words)
    reviews = {
        id: one.model_copy(update={"claims": _claims_of(id, one.claims, ids)})
        for id, one in catalog.reviews.items()
    }
    return replace(catalog, reviews=reviews)


def _these(records: Mapping[str, Any], ids: frozenset[str]) -> dict[str, Any]:
    return {id: record for id, record in records.items() if id in ids}


def _claims_of(review: str, claims: tuple[Any, ...], ids: frozenset[str]) -> tuple[Any, ...]:
    return tuple(claim for claim in claims if f"{review}/{claim.id}" in ids)


def _naming(catalog: Catalog, table: pd.DataFrame, kind: str, ids: frozenset[str]) -> pd.DataFrame:
    """Rows of the events that name one of these records; of claims those that they speak of."""
    if kind == "claims":
        claims = _only(catalog, kind, ids).reviews.values()
        spoken = {event for review in claims for claim in review.claims for event in claim.events}
        return table[table.index.isin(spoken)]
    wanted = _REFERRED[kind]
    kept = [
        any(id in ids and wanted.intersection(kinds)
            for _, kinds, id in references(catalog.events[event]))
        for event in table.index
    ]  # fmt: skip
    return table[kept]


def _sources(catalog: Catalog, table: pd.DataFrame, kind: str, ids: frozenset[str]) -> Written:
    """Sources of the figures or claims themselves; else of the events in which they act."""
    if kind not in ("figures", "claims"):
        return catalog, _naming(catalog, table, kind, ids)
    cut = _only(catalog, kind, ids)
    records = [*cut.indicators.values()] if kind == "figures" else [
        claim for review in cut.reviews.values() for claim in review.claims
    ]  # fmt: skip
    named = {id for one in records for _, kinds, id in references(one) if "source" in kinds}
    return _only(catalog, "sources", frozenset(named)), table
