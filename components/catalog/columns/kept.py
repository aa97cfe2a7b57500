"""The columns of a large collection, read once: in a folder of the reader's own cache.

A folder here is named after what was read (the file's content, what its rows may name, and how we
read): whatever changes gets another name. Checksums tell a broken one, which is read again.
Everything in it is numbers, text and JSON; nothing in it is ever run. Files are mapped into memory,
so that a text costs memory only when it is looked at.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from components.catalog.problems import Problem
from components.catalog.reading import once
from components.catalog.search.postings import Postings

FORMAT = "1"  # raised when the columns, or what is understood of them, change
MOST_KEPT = 8  # folders; the oldest go first


class Unreadable(ValueError):
    """A file that cannot be read as a table, and why, in one line."""


@dataclass(frozen=True)
class Columns:
    """All good events of one file, by first day, last day and id.

    events: texts, the row of the file, and numbers (`date_code`, `place_code` …) of what stands in
    dates: every different date with what it means; cells: column → its different cells
    key: the name of what was read, see `key`
    """

    collection: str
    events: pa.Table
    dates: pa.Table
    cells: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]
    key: str = ""

    @cached_property
    def words(self) -> Postings:
        """All words of the texts in which one searches; going through them takes a while."""
        return Postings([self.events[name] for name in ("title", "label", "summary")])

    def numbers(self, column: str) -> dict[str, int]:
        """How many events have each of the different cells of a column."""
        counted = self.events[f"{column}_code"].value_counts().to_pylist()
        return {self.cells[column][one["values"]]: one["counts"] for one in counted}


def key(file: Path, *others: object) -> str:
    """The name of what is read of a file, others: all that it depends on beside the content."""
    found = hashlib.blake2b(f"{FORMAT}\0{file.suffix}\0{others!r}".encode(), digest_size=16)
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def load(home: Path, name: str) -> Columns | None:
    """What was kept under a name; None, and it is gone, where it is broken or not there."""
    place = home / name
    try:
        about = json.loads((place / "about.json").read_text("utf-8"))
        tables = {part: _mapped(place / f"{part}.arrow", about[part]) for part in _PARTS}
        cells = {column: tuple(cells) for column, cells in about["cells"].items()}
        problems = tuple(Problem(**one) for one in about["problems"])
        os.utime(place)
        return Columns(about["collection"], **tables, cells=cells, problems=problems, key=name)
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        pass
    shutil.rmtree(place, ignore_errors=True)
    return None


_PARTS = ("events", "dates")


def _mapped(path: Path, checksum: int) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        if zlib.crc32(source.read_buffer()) != checksum:
            raise ValueError(f"{path} is broken")
        source.seek(0)
        return pa.ipc.open_file(source).read_all()


def save(
    home: Path | None, name: str, collection: str, batches: Iterable[pa.RecordBatch],
    dates: pa.Table, cells: Mapping[str, Iterable[str]], problems: Iterable[Problem],
) -> Columns:  # fmt: skip
    """Keep what was read, batch by batch; without a folder that can be written, in memory."""
    cells = {column: tuple(some) for column, some in cells.items()}
    try:
        if home is not None:
            home.mkdir(parents=True, exist_ok=True)
            scratch = Path(tempfile.mkdtemp(prefix=".", dir=home))
    except OSError:
        home = None
    if home is None:
        events = pa.Table.from_batches(batches)
        return Columns(collection, events, dates, cells, tuple(problems), name)
    try:
        about = {
            "collection": collection,
            "events": _write(scratch / "events.arrow", batches),
            "dates": _write(scratch / "dates.arrow", dates.to_batches() or [_none(dates.schema)]),
            "cells": cells,
            "problems": [asdict(one) for one in problems],
        }
        (scratch / "about.json").write_text(json.dumps(about), encoding="utf-8")
        shutil.rmtree(home / name, ignore_errors=True)
        scratch.rename(home / name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _forget_old(home)
    return load(home, name)


def _none(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=schema)


def _write(path: Path, batches: Iterable[pa.RecordBatch]) -> int:
    """Write batches of one schema; the checksum of the file."""
    writer = None
    with path.open("wb") as sink:
        for batch in batches:
            writer = writer or pa.ipc.new_file(sink, batch.schema)
            writer.write_batch(batch)
        writer.close()
    checksum = 0
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _forget_old(home: Path) -> None:
    """Delete all but the folders last used."""
    found = [path for path in home.iterdir() if path.is_dir() and path.name != once.FOLDER]
    for old in sorted(found, key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
