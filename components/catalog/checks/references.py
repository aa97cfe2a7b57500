"""Checks of who points to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.models import Record
from components.catalog.problems import WARNING, Fault, did_you_mean
from components.catalog.references import Key, Reference, parts

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

Found = Iterator[tuple[Key, Fault]]

# Where a record of each kind is written; what nothing points to is worth a warning.
_HOMES = {
    "person": "people.yaml", "organisation": "organisations.yaml", "place": "places.yaml",
    "source": "sources.yaml", "dispute": "disputes.yaml", "indicator": "indicators.yaml",
    "country": "vocabulary.yaml", "tendency": "vocabulary.yaml", "theme": "vocabulary.yaml",
    "kind": "vocabulary.yaml",
}  # fmt: skip
_MOST_GUESSES = 100  # looking for what was meant costs milliseconds among 10,000 ids


def unknown(catalog: Catalog) -> Found:
    """Ids that no record has."""
    ids = {kind: catalog.of_kind(kind) for kind in catalog.kinds}
    hints: dict[tuple, str] = {}
    for key, reference in catalog.pointers:
        kinds = reference.kinds
        if any(reference.id in ids[kind] for kind in kinds) or _is_known(catalog, reference):
            continue
        if "event" in kinds and reference.id in catalog.tabled:
            continue
        asked = (kinds, reference.id)
        if asked not in hints:
            hints[asked] = _meant(catalog, reference) if len(hints) < _MOST_GUESSES else ""
        what = f"unknown {' or '.join(kinds)} “{reference.id}”"
        yield key, Fault(reference.path, "unknown-reference", what, hints[asked])


def _is_known(catalog: Catalog, reference: Reference) -> bool:
    """Whether it points to what was left out or could not be read: that is reported there."""
    return any(
        kind in catalog.unread or (kind, reference.id) in catalog.left_out
        for kind in reference.kinds
    )


def _meant(catalog: Catalog, reference: Reference) -> str:
    candidates = [name for kind in reference.kinds for name in catalog.of_kind(kind)]
    for kind in ("event", "indicator"):
        if kind in reference.kinds:
            for identifier, record in catalog.of_kind(kind).items():
                if reference.id in record.aliases:
                    return f"It is now “{identifier}”."
    homes = " or ".join(_HOMES[kind] for kind in reference.kinds if kind in _HOMES)
    add = f"Add it to {homes}." if homes else ""
    return did_you_mean(reference.id, candidates) or add


def related_to_itself(catalog: Catalog) -> Found:
    """Events that are linked to themselves."""
    for event in catalog.written.values():
        for index, relation in enumerate(event.related):
            if relation.event == event.id:
                what = "the event is related to itself"
                yield ("event", event.id), Fault(("related", index), "related-to-itself", what)


def given_twice(catalog: Catalog) -> Found:
    """The same id twice in one list."""
    seen = set()
    for key, (path, _, identifier) in catalog.pointers:
        entry = (key, path[:-1], identifier)
        if isinstance(path[-1], int) and entry in seen:
            what = f"“{identifier}” is given twice"
            yield key, Fault(path, "given-twice", what, "Delete one.", WARNING)
        seen.add(entry)


def ids_within(catalog: Catalog) -> Found:
    """Claims of a review, stages of a comparison … with the same id."""
    for kind in ("review", "comparison"):
        for identifier, record in catalog.of_kind(kind).items():
            first: set[tuple] = set()
            for path, part in parts(record, Record):
                name = (path[:-1], getattr(part, "id", None))
                if path and name[1] and name in first:
                    what = f"“{part.id}” is taken in this list"
                    yield (kind, identifier), Fault((*path, "id"), "duplicate-id", what)
                first.add(name)


def unlisted_collections(catalog: Catalog) -> Found:
    """Folders that hold events and are not named in `catalog.yaml`."""
    if "catalog" in catalog.unread:
        return
    for identifier in catalog.collections:
        if identifier not in catalog.header.collections:
            what = f"the folder “{identifier}” is not named here"
            hint = "Add it, so that it has a place in the order; it is shown last."
            yield ("catalog", ""), Fault(("collections",), "unlisted-collection", what, hint)


def unused(catalog: Catalog) -> Found:
    """Records that nothing points to; only told when everything could be read."""
    if catalog.left_out or catalog.unread:
        return
    used = {(kind, reference.id) for _, reference in catalog.pointers for kind in reference.kinds}
    used |= catalog.used_in_tables
    for kind in _HOMES:
        for identifier in catalog.of_kind(kind):
            if (kind, identifier) not in used:
                hint = "Use it or delete it."
                fault = Fault((), "unused", "nothing points to it", hint, WARNING)
                yield (kind, identifier), fault
