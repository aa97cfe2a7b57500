"""What a reader hands in, whatever it is: recognised, read, checked, and what it lacks filled in.

A zipped folder of a catalogue; a YAML file of events or sources; a file of another program in one
of the formats of `imports`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from components.catalog.catalog import Catalog, load
from components.catalog.formats.yaml_text import records_text
from components.catalog.imports.accepted import READERS, yaml_of
from components.catalog.imports.incoming import Found, Refused, slug
from components.catalog.models import Period, Source
from components.catalog.own.completing import (
    BEYOND,
    COLLECTION,
    bibliography,
    completed,
    entries,
    filled,
    holds,
)
from components.catalog.own.unpacking import unpacked
from components.catalog.problems import Problem
from components.catalog.reading.progress import Tell, nobody

MOST_EVENTS, MOST_RECORDS = 5_000, 15_000  # of what is read; records of all kinds in a folder
FOLDER, YAML = "folder", "yaml"  # what a file can be besides a format of `READERS`
# What the end of a name promises, the most particular format first; else all are tried.
_PROMISED: dict[str, tuple[str, ...]] = {
    ".csv": ("timelinejs-csv", "csv"),
    ".tsv": ("timelinejs-csv", "csv"),
    ".ics": ("ical",),
    ".bib": ("bibtex",),
    ".ris": ("ris",),
    ".mw": ("markwhen",),
    ".md": ("markwhen",),
    ".txt": ("markwhen",),
    ".xml": ("simile",),
    ".geojson": ("geojson",),
}


@dataclass(frozen=True)
class Handed:
    """A file that was handed in, read.

    kind: `FOLDER`, `YAML`, or the name of the format it was read as
    files: the catalogue it makes, path → bytes; catalog: the same, loaded
    problems: what its author should mend, with the file's own name; of what we filled in, none
    assumed: what was filled in; lost: what could not be carried, record by record
    yaml: its records as a file of ours, "" where it is one already
    """

    name: str
    kind: str
    files: Mapping[str, bytes]
    catalog: Catalog
    problems: tuple[Problem, ...]
    assumed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    yaml: str = ""


def handed(name: str, data: bytes, folder: Path, kind: str = "", tell: Tell = nobody) -> Handed:
    """What `data`, a file of this name, holds; `folder` is an empty one that is gone afterwards.

    kind: what it is (see `Handed`), where the reader says so. tell: hears how far it has come.
    Raises Refused, in one sentence.
    """
    if not data:
        raise Refused("the file is empty")
    ending = PurePosixPath(name.lower()).suffix
    if kind == FOLDER or (not kind and (ending == ".zip" or data[:4] == b"PK\x03\x04")):
        return _folder(name, data, folder, tell)
    if kind == YAML or (not kind and ending in (".yaml", ".yml")):
        return _yaml(name, data, folder, tell)
    return _foreign(name, data, folder, kind, tell)


def _folder(name: str, data: bytes, folder: Path, tell: Tell) -> Handed:
    files, others = unpacked(data)
    if len(files) == 1:
        ((inner, text),) = files.items()
        return _yaml(PurePosixPath(inner).name, text, folder, tell)
    _refuse_too_many(sum(map(_records, files.values())), MOST_RECORDS, "records")
    catalog = _loaded(files, folder, tell)
    said = (f"{others:,} files that are no YAML of this catalogue: not read",) if others else ()
    return Handed(name, FOLDER, files, catalog, catalog.problems, lost=said)


def _yaml(name: str, data: bytes, folder: Path, tell: Tell) -> Handed:
    _refuse_too_many(_records(data), MOST_EVENTS, "records")
    found = entries(data)
    title = _title(name)
    if holds(found) is Source:
        files, assumed, ours = bibliography(title, data), (), "sources.yaml"
    else:
        ours = f"{COLLECTION}/{slug(title) or 'file'}.yaml"
        files, assumed = completed(PurePosixPath(ours).name, title, data, found)
    catalog = _loaded(files, folder, tell)
    return Handed(name, YAML, files, catalog, _only(catalog, ours, name), tuple(assumed))


def _foreign(name: str, data: bytes, folder: Path, kind: str, tell: Tell) -> Handed:
    kind, found = _recognised(name, data, kind, tell)
    gives = READERS[kind].gives
    _refuse_too_many(len(found.records), MOST_EVENTS, "records")
    records, assumed = (found.records, []) if gives is Source else filled(found.records)
    whole = _yaml(f"{_title(name)}.yaml", records_text(records).encode(), folder, tell)
    return replace(
        whole,
        name=name,
        kind=kind,
        assumed=(*assumed, *whole.assumed),
        lost=tuple(found.said()),
        yaml=yaml_of(found, gives, name),
    )


def _recognised(name: str, data: bytes, kind: str, tell: Tell) -> tuple[str, Found]:
    """The format, and what was read; of several formats the first that finds something."""
    promised = (kind,) if kind else _PROMISED.get(PurePosixPath(name.lower()).suffix, ())
    why = ""
    for one in promised or READERS:
        try:
            found = READERS[one].read(data, tell)
        except Refused as refusal:
            why = str(refusal)
            continue
        if found.records and READERS[one].gives is Period:
            raise Refused("it holds periods, whose place is in the file of a collection")
        if found.records:
            return one, found
        why = f"no record of it can be carried: {'; '.join(found.said())[:300]}"
    raise Refused(why if promised else "it is in no format that is known here")


def _loaded(files: Mapping[str, bytes], folder: Path, tell: Tell) -> Catalog:
    """The catalogue that the files make, read in `folder`."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    catalog = load(folder, tell)
    _refuse_too_many(len(catalog.events), MOST_EVENTS, "events")
    # The folder is gone when anybody looks.
    return replace(catalog, folder=Path("own"))


def _records(text: bytes) -> int:
    """How many records a file seems to hold, without reading it."""
    return len(re.findall(rb"^- ", text, re.MULTILINE))


def _refuse_too_many(number: int, most: int, of: str) -> None:
    if number > most:
        told = f"it holds {number:,} {of}; here {most:,} are shown"
        raise Refused(f"{told}: start the app on your own computer for more")


def _only(catalog: Catalog, ours: str, name: str) -> tuple[Problem, ...]:
    """Problems of one file of the catalogue, under the name that its author gave it."""
    return tuple(_renamed(catalog.problems, ours, name))


def _renamed(problems: tuple[Problem, ...], ours: str, name: str) -> Iterator[Problem]:
    beyond = tuple(f"unknown {kind} " for kind in BEYOND)
    for problem in problems:
        if (
            problem.file == ours
            and problem.kind != "unused"
            and not problem.what.startswith(beyond)
        ):
            yield replace(problem, file=name, hint=problem.hint.replace(f"{ours}:", f"{name}:"))


def _title(name: str) -> str:
    """The name of a file as a title: without folders, ending and what nobody can read."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    return re.sub(r"[^\w .,()&–-]+", " ", stem).replace("_", " ").strip()[:80] or "A file"
