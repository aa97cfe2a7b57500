"""What rests on which source: every citation in the catalog, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from components.catalog.models import Citation, Event, Reading

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog


class Use(NamedTuple):
    """One use of a source by a record."""

    source: str
    kind: str  # event, estimate, claim, dispute, person, organisation, review
    id: str  # of the record; of an estimate its indicator's, of a claim its own
    within: str  # the review of a claim
    label: str  # title, claim or name
    part: str  # what in the record: who reads or counts so; "" for the record itself
    collection: str
    locator: str
    standing: str
    via: str  # the text in which a cited source was met
    is_via: bool  # whether this source is that text
    note: str


def uses(catalog: Catalog) -> Iterator[Use]:
    """All uses, in the order of the catalog; a citation met elsewhere gives two.

    Events that are rows of files are not among them: see `TableEvents.having` and `cited_by`.
    """
    yield from _by_events(catalog)
    yield from _by_counts(catalog)
    yield from _by_reviews(catalog)
    for kind, agents in (("person", catalog.people), ("organisation", catalog.organisations)):
        for agent in agents.values():
            yield from _cited(agent.sources, kind, agent.id, agent.label)


def cited_by(event: Event) -> Iterator[Use]:
    """The uses of an event's own sources, such as an event of a table has; without collection."""
    return _cited(event.sources, "event", event.id, event.title)


def _by_events(catalog: Catalog) -> Iterator[Use]:
    for event in catalog.written.values():
        where = catalog.collection_of[event.id]
        yield from _cited(event.sources, "event", event.id, event.title, collection=where)
        yield from _read(event.readings, "event", event.id, event.title, where)
    for dispute in catalog.disputes.values():
        where = catalog.collection_of.get(dispute.id, "")
        yield from _read(dispute.readings, "dispute", dispute.id, dispute.question, where)


def _by_counts(catalog: Catalog) -> Iterator[Use]:
    for one in catalog.indicators.values():
        where = catalog.collection_of[one.id]
        for estimate in one.estimates:
            about = {"part": estimate.by, "collection": where}
            yield from _cited(estimate.sources, "estimate", one.id, one.title, **about)


def _by_reviews(catalog: Catalog) -> Iterator[Use]:
    for review in catalog.reviews.values():
        itself = Citation(cite=review.source, locator=None, standing="read")
        yield from _cited((itself,), "review", review.id, review.title)
        for claim in review.claims:
            yield from _cited(claim.sources, "claim", claim.id, claim.claim, within=review.id)


def _read(
    readings: Iterable[Reading], kind: str, id: str, label: str, collection: str
) -> Iterator[Use]:
    for reading in readings:
        about = {"part": reading.by, "collection": collection}
        yield from _cited(reading.sources, kind, id, label, **about)


def _cited(
    sources: Iterable[Citation],
    kind: str,
    id: str,
    label: str,
    *,
    within: str = "",
    part: str = "",
    collection: str = "",
) -> Iterator[Use]:
    record = (kind, id, within, label, part, collection)
    for one in sources:
        said = (one.locator or "", one.standing, one.via or "")
        yield Use(one.cite, *record, *said, False, one.note or "")
        if one.via:
            yield Use(one.via, *record, *said, True, one.note or "")
