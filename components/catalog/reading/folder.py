"""A folder into records, in the order in which a catalogue is shown."""

from __future__ import annotations

from pathlib import Path

from components.catalog.models import Collection, Header
from components.catalog.reading.files import SHELVES, TOP, ContentFile, Survey, reason, survey
from components.catalog.reading.foundations import (
    read_collection,
    read_header,
    read_vocabulary,
    spoken,
    stand_in_collection,
)
from components.catalog.reading.gathering import Gathering
from components.catalog.reading.progress import Tell
from components.catalog.references import references


def read_folder(gathering: Gathering, folder: Path, tell: Tell) -> tuple[Header, list[ContentFile]]:
    """Read all files into `gathering`; their header, and the files in the order of reading.

    Files of kind "table" are left to `columns.gathered`.
    """
    title = spoken(folder.name) or "Catalogue"
    try:
        found = survey(folder)
    except OSError as error:
        what = f"cannot be read: {reason(error)}"
        gathering.report(str(folder), "no-folder", what, "Where is the folder of the catalogue?")
        return read_header(gathering, None, [], title), []
    gathering.problems += found.problems
    top = {file.kind: file for file in found.files[""]}
    for name, kind in (("catalog.yaml", "catalog"), ("vocabulary.yaml", "vocabulary")):
        if kind not in top:
            hint = "Every catalogue needs this file."
            gathering.report(name, "no-file", "the file is missing", hint)
            gathering.unread.add(kind)
    header = read_header(gathering, top.get("catalog"), found.collections, title)
    if "vocabulary" in top:
        read_vocabulary(gathering, top["vocabulary"])
    files = _records_files(found, header)
    for number, file in enumerate(files):
        tell("files", number, len(files))
        if file.kind == "collection":
            read_collection(gathering, file)
        elif file.kind != "table":
            gathering.file(file)
    gathering.forget_old()
    _complete_collections(gathering, found, header)
    _report_absent(gathering)
    return header, [*found.files[""], *files]


def _records_files(found: Survey, header: Header) -> list[ContentFile]:
    """The files of records: linked records, then collections in their order, then the shelves."""
    inside = ["collection", "dispute", "indicator", "event", "table"]
    files = [file for file in found.files[""] if file.kind not in ("catalog", "vocabulary")]
    for folder in [*_in_order(found.collections, header), *SHELVES]:
        some = found.files.get(folder, [])
        files += some if folder in SHELVES else sorted(some, key=lambda f: inside.index(f.kind))
    return files


def _in_order(collections: list[str], header: Header) -> list[str]:
    listed = [name for name in header.collections if name in collections]
    return [*listed, *(name for name in collections if name not in listed)]


def _complete_collections(gathering: Gathering, found: Survey, header: Header) -> None:
    """Every folder of events is a collection, in the order of the header."""
    records = gathering.records["collection"]
    for name in found.collections:
        if "collection.yaml" not in {file.path.name for file in found.files[name]}:
            what, hint = "the file is missing", "It gives the collection its title and span."
            gathering.report(f"{name}/collection.yaml", "no-file", what, hint)
        if name not in records:
            records[name] = Collection.model_validate(stand_in_collection(name))
    gathering.records["collection"] = {n: records[n] for n in _in_order(found.collections, header)}


def _report_absent(gathering: Gathering) -> None:
    """One problem for a missing file, not one for each record that points into it."""
    used = {
        kind
        for group in (gathering.records.values() if gathering.absent else ())
        for record in group.values()
        for reference in references(record)
        for kind in reference.kinds
    }
    for name, kind in TOP.items():
        if kind in gathering.absent & used:
            gathering.report(name, "no-file", "the file is missing", "Records point into it.")
