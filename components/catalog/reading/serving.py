"""From all records that were understood to those that can be served without a dead end.

Whoever draws or tables a catalogue may look up every id without asking whether it is there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from components.catalog.dates import Span, parse
from components.catalog.dates.calendars import iso
from components.catalog.models import Reading, Tendency, Term, Vocabulary
from components.catalog.reading.foundations import TERMS, stand_in_term
from components.catalog.reading.gathering import TERM_KINDS
from components.catalog.references import Key, Reference, parts, references, without

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

Records = dict[str, dict[str, Any]]  # kind → id → record


def served(catalog: Catalog) -> Catalog:
    """The catalogue with nothing in it that points nowhere, and with its counts."""
    records = {kind: dict(catalog.of_kind(kind)) for kind in catalog.kinds}
    _stand_in_terms(records, catalog.unread)
    _prune(records, catalog.pointers, catalog.tabled)
    _mend_tendencies(records["tendency"])
    _mend_spans(records, catalog.collection_of)
    header = catalog.header.model_copy(update={"collections": tuple(records["collection"])})
    before = {(kind, name) for kind in catalog.kinds for name in catalog.of_kind(kind)}
    after = {(kind, name) for kind, group in records.items() for name in group}
    kept = {name: home for name, home in catalog.collection_of.items() if _is_in(name, records)}
    return replace(
        catalog,
        header=header,
        vocabulary=vocabulary_of(records),
        collection_of=MappingProxyType(kept),
        left_out=catalog.left_out | (before - after),
        counts=MappingProxyType(_counts(records)),
        **{field: MappingProxyType(records[kind]) for kind, field in catalog.fields.items()},
    )


def vocabulary_of(records: Records) -> Vocabulary:
    """The four lists of terms."""
    lists = {name: tuple(records[kind].values()) for name, (kind, _) in TERMS.items()}
    return Vocabulary.model_construct(**lists)


def _is_in(identifier: str, records: Records) -> bool:
    return any(identifier in records[kind] for kind in ("event", "indicator", "dispute"))


def _stand_in_terms(records: Records, unread: frozenset[str]) -> None:
    """Where the vocabulary could not be read, its terms are made of the ids that are used."""
    wanted = [kind for kind in TERM_KINDS if kind in unread]
    if not wanted:
        return
    for group in list(records.values()):
        for record in list(group.values()):
            for _, kinds, name in references(record):
                if kinds[0] in wanted:
                    model = Tendency if kinds[0] == "tendency" else Term
                    term = model.model_validate(stand_in_term(kinds[0], name))
                    records[kinds[0]].setdefault(name, term)


def _prune(
    records: Records, pointers: Iterable[tuple[Key, Reference]], tabled: Container[str]
) -> None:
    """Drop what points nowhere, and then what pointed to that, until nothing does.

    pointers: every reference of the records, with the (kind, id) of that record
    """
    while dead := _pointing_nowhere(records, pointers, tabled):
        gone = set().union(*dead.values())
        for kind, identifier in dead:
            kept = without(records[kind][identifier], gone)
            if kept is None:
                del records[kind][identifier]
            else:
                records[kind][identifier] = kept
        pointers = (
            ((kind, identifier), found)
            for kind, group in records.items()
            for identifier, record in group.items()
            for found in references(record)
        )


def _pointing_nowhere(
    records: Records, pointers: Iterable[tuple[Key, Reference]], tabled: Container[str]
) -> dict[Key, set[Key]]:
    """Records with a reference that leads to none: what it would have led to."""
    dead: dict[Key, set[Key]] = {}
    for key, (_, kinds, name) in pointers:
        if key[0] not in records or any(name in records[of] for of in kinds):
            continue
        if not ("event" in kinds and name in tabled):
            dead.setdefault(key, set()).update((of, name) for of in kinds)
    return dead


def _mend_tendencies(terms: dict[str, Tendency]) -> None:
    """Every chain of broader tendencies ends, and in one with a colour slot."""
    for identifier in terms:
        seen, top = {identifier}, terms[identifier]
        while top.broader and top.broader not in seen:
            seen.add(top.broader)
            top = terms[top.broader]
        if top.broader or not top.slot:
            mended = {"broader": None, "slot": top.slot or "stone"}
            terms[top.id] = top.model_copy(update=mended)


def _mend_spans(records: Records, collection_of: dict[str, str]) -> None:
    """A collection without a known span spans its events."""
    for identifier, collection in records["collection"].items():
        if collection.span.earliest is None or collection.span.latest is None:
            dates = [
                event.date
                for event in records["event"].values()
                if collection_of[event.id] == identifier
            ]
            span = _hull([collection.span, *dates])
            records["collection"][identifier] = collection.model_copy(update={"span": span})


def _hull(dates: list[Span]) -> Span:
    days = [day for one in dates for day in (one.earliest, one.latest) if day is not None]
    first, last = (iso(min(days)), iso(max(days))) if days else ("0001", "9999")
    # A date takes four digits for the year; no collection is mended beyond them.
    is_plain = all(len(day.lstrip("-")) <= 10 for day in (first, last))
    return parse(f"{first}/{last}" if is_plain else "0001/9999")


def _counts(records: Records) -> dict[str, int]:
    estimates = [one for i in records["indicator"].values() for one in i.estimates]
    readings = [
        reading
        for kind in ("event", "dispute")
        for record in records[kind].values()
        for _, reading in parts(record, Reading)
    ]
    claims = [claim for review in records["review"].values() for claim in review.claims]
    counted = {
        "events": records["event"], "sources": records["source"],
        "indicators": records["indicator"], "estimates": estimates, "disputes": records["dispute"],
        "readings": readings, "claims": claims, "people": records["person"],
        "organisations": records["organisation"], "places": records["place"],
        "collections": records["collection"], "comparisons": records["comparison"],
        "reviews": records["review"],
    }  # fmt: skip
    return {name: len(group) for name, group in counted.items()}
