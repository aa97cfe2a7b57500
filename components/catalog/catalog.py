"""A catalogue: everything under one folder, read, checked, and never changed again.

`load` never fails for bad content: it serves what is right and lists the rest as problems.
In what it serves every reference leads to a record: a record that needs one which is not there
is left out, and an entry of a list that points nowhere falls out of the list.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from components.catalog.checks import every as checks
from components.catalog.columns.events import AllEvents, Homes, TableEvents, pointed_to
from components.catalog.columns.gathered import read_tables
from components.catalog.columns.kept import Columns
from components.catalog.models import (
    Agent,
    Collection,
    Comparison,
    Dispute,
    Event,
    Header,
    Indicator,
    Place,
    Record,
    Review,
    Source,
    Vocabulary,
)
from components.catalog.problems import Problem
from components.catalog.reading.files import fingerprint
from components.catalog.reading.folder import read_folder
from components.catalog.reading.foundations import TERMS
from components.catalog.reading.gathering import Gathering
from components.catalog.reading.once import Files
from components.catalog.reading.progress import Tell, nobody
from components.catalog.reading.serving import served, vocabulary_of
from components.catalog.references import Key, Reference, references

__all__ = ["Catalog", "fingerprint", "load"]


@dataclass(frozen=True, repr=False)
class Catalog:
    """What a folder says, by kind of record: id → record, in the order of the files.

    collections: in display order; collection_of: event, indicator or dispute id → collection id
    where: (kind, id) → (file, line, column) of each record that was understood
    left_out: (kind, id) of what is declared in the files but not served
    unread: kinds of record whose file is missing or could not be read
    tables: the columns of events that are rows of files; `events` holds these events too
    files: what the next reading need not read again of files that have not changed
    counts: how many of each are served: events, sources, … estimates, readings, claims
    """

    folder: Path
    header: Header
    vocabulary: Vocabulary
    collections: Mapping[str, Collection]
    events: Mapping[str, Event]
    people: Mapping[str, Agent]
    organisations: Mapping[str, Agent]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    disputes: Mapping[str, Dispute]
    indicators: Mapping[str, Indicator]
    comparisons: Mapping[str, Comparison]
    reviews: Mapping[str, Review]
    collection_of: Mapping[str, str]
    where: Mapping[Key, tuple[str, int, int]]
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    left_out: frozenset[Key] = frozenset()
    unread: frozenset[str] = frozenset()
    tables: tuple[Columns, ...] = ()
    files: Files = field(default_factory=dict)

    # Kinds of record and the field that holds each; terms are lists in the vocabulary.
    fields: ClassVar[Mapping[str, str]] = MappingProxyType({
        "collection": "collections", "event": "events", "person": "people",
        "organisation": "organisations", "place": "places", "source": "sources",
        "dispute": "disputes", "indicator": "indicators", "comparison": "comparisons",
        "review": "reviews",
    })  # fmt: skip
    kinds: ClassVar[tuple[str, ...]] = ("country", "tendency", "theme", "kind", *fields)

    def __repr__(self) -> str:
        return f"Catalog({str(self.folder)!r}: {len(self.events)} events)"

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """All records of a kind (`event`, `person`, `theme` …): id → record."""
        if kind in self.fields:
            return getattr(self, self.fields[kind])
        section = next(name for name, (of, _) in TERMS.items() if of == kind)
        return {term.id: term for term in getattr(self.vocabulary, section)}

    @property
    def written(self) -> Mapping[str, Event]:
        """The events that are written one by one: those of tables may be a million."""
        return getattr(self.events, "written", self.events)

    @cached_property
    def tabled(self) -> TableEvents:
        """The events of tables."""
        return TableEvents(self.tables)

    @cached_property
    def used_in_tables(self) -> set[Key]:
        """(kind, id) of everything that rows of tables point to."""
        return {key for table in self.tables for key in pointed_to(table)}

    @cached_property
    def pointers(self) -> tuple[tuple[Key, Reference], ...]:
        """Every reference of every record, with the (kind, id) of that record."""
        return tuple((key, found) for key, record in self.records() for found in references(record))

    def records(self) -> Iterator[tuple[Key, Record]]:
        """Every record with its (kind, id), the header first as ("catalog", "")."""
        yield ("catalog", ""), self.header
        for kind in self.kinds:
            for identifier, record in self.of_kind(kind).items():
                yield (kind, identifier), record


def load(folder: Path | str, tell: Tell = nobody, before: Catalog | None = None) -> Catalog:
    """Everything under `folder`, checked; never raises for what the files say.

    A folder that is not there gives an empty catalogue with one problem. tell: is told how far the
    work has come; what it raises ends the work. before: the same folder when it was last read, so
    that only files that have changed are read again.
    """
    folder = Path(folder)
    gathering = Gathering(before.files if before else {})
    with _no_garbage_collection():
        header, files = read_folder(gathering, folder, tell)
        rows = [file for file in files if file.kind == "table"]
        tables = read_tables(gathering, rows, tell, before.tables if before else ())
        draft = replace(_draft(folder, header, gathering), tables=tables)
        found = [*gathering.problems, *checks.problems(draft, tell)]
        place = {file.name: number for number, file in enumerate(files)}
        found.sort(key=lambda one: (place.get(one.file, -1), one.line, one.column))
        return _with_tables(replace(served(draft), problems=tuple(found)))


def _with_tables(catalog: Catalog) -> Catalog:
    if not catalog.tables:
        return catalog
    events = AllEvents(catalog.events, catalog.tabled)
    homes = Homes(catalog.collection_of, catalog.tabled)
    counts = MappingProxyType({**catalog.counts, "events": len(events)})
    return replace(catalog, events=events, collection_of=homes, counts=counts)


def _draft(folder: Path, header: Header, gathering: Gathering) -> Catalog:
    records = gathering.records
    return Catalog(
        folder=folder,
        header=header,
        vocabulary=vocabulary_of(records),
        collection_of=gathering.collection_of,
        where=MappingProxyType(gathering.where),
        left_out=frozenset(gathering.declared),
        files=MappingProxyType(gathering.files),
        unread=frozenset(gathering.unread | gathering.absent),
        **{name: records[kind] for kind, name in Catalog.fields.items()},
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Pause it: reading makes many objects and no garbage in circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
