"""The files of columns of a catalogue, read after all that their rows may name."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from components.catalog.columns import kept
from components.catalog.columns.cells import Known
from components.catalog.columns.events import pointed_to, whole
from components.catalog.columns.kept import Columns
from components.catalog.models import Place, Term
from components.catalog.reading import cache
from components.catalog.reading.files import ContentFile
from components.catalog.reading.gathering import Gathering
from components.catalog.reading.progress import Tell

_KINDS = ("source", "place", "country", "kind", "tendency", "theme")


def read_tables(
    gathering: Gathering, files: Sequence[ContentFile], tell: Tell, before: Sequence[Columns] = ()
) -> tuple[Columns, ...]:
    """The columns of every file; what is wrong in them is added to the problems.

    before: those of the last reading, which are taken again where nothing has changed; else what
    has been read before comes from the reader's cache. Rows that say no place or no kind get
    stand-ins, so that whoever looks these up finds a record.
    """
    found: list[Columns] = []
    keys: list[str] = []
    for file in files:
        records = gathering.records
        ids = {kind: frozenset(records[kind]) for kind in _KINDS}
        known = Known(ids, records["collection"][file.collection])
        written = sorted(gathering.taken("event"))
        said = [sorted(ids[kind]) for kind in _KINDS]
        home = cache.folder()
        try:
            key = kept.key(file.path, file.name, repr(known.collection), said, written, keys)
            columns = (
                next((one for one in before if one.key == key), None)
                or (kept.load(home, key) if home else None)
                or _read(
                    file, known, [written, *(one.events["id"] for one in found)], home, key, tell
                )
            )
        except (OSError, kept.Unreadable) as error:
            gathering.report(file.name, "cannot-be-read", f"cannot be read: {error}")
            gathering.unread.add("event")
            continue
        keys.append(key)
        gathering.problems += columns.problems
        found.append(columns)
    for kind, identifier in {key for columns in found for key in pointed_to(columns)}:
        _stand_in(gathering, kind, identifier)
    return tuple(found)


def _read(
    file: ContentFile, known: Known, taken: list, home: Path | None, key: str, tell: Tell
) -> Columns:
    # Slow to import, and not needed where all has been read before.
    from components.catalog.columns.reading import read
    from components.catalog.columns.source import opened

    tell(file.name, 0, 0)
    with tempfile.TemporaryDirectory() as scratch:
        table, columns = opened(file.path, Path(scratch))
        ids = pa.chunked_array([pa.array(one) if isinstance(one, list) else one.combine_chunks()
                                for one in taken], pa.string())  # fmt: skip
        told = {
            of: lambda done, total, of=of: tell(f"{file.name}, {of}", done, total)
            for of in ("dates", "rows")
        }
        reading = read(table, columns, file.name, known, ids, told["dates"])
        tell(file.name, 0, 0)  # Sorting, which says nothing until it is done.
        batches = reading.batches(told["rows"])
        collection = known.collection.id
        return kept.save(
            home, key, collection, batches, reading.dates, reading.cells, reading.problems
        )


def _stand_in(gathering: Gathering, kind: str, identifier: str) -> None:
    """A country as a place, or the kind of an event that has none, where it is pointed to."""
    records = gathering.records
    if kind == "place" and identifier not in records["place"]:
        country = next(one for one in records["country"].values() if whole(one.id) == identifier)
        given = {"id": identifier, "label": country.label, "country": country.id}
        records["place"][identifier] = Place.model_validate({**given, "extent": "region"})
    if kind == "kind" and identifier not in records["kind"]:
        term = {"id": identifier, "label": "Event", "definition": "Of a kind that is not said."}
        records["kind"][identifier] = Term.model_validate(term)
