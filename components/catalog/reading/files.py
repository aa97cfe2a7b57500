"""The folder of a catalogue: which files it has, what each holds, and their text.

    catalog.yaml vocabulary.yaml people.yaml organisations.yaml places.yaml sources.yaml
    comparisons/*.yaml   reviews/*.yaml                  one record each
    <collection>/collection.yaml disputes.yaml indicators.yaml indicators-*.yaml
    <collection>/*.yaml                                  every other file: events
    <collection>/*.csv *.parquet                         events as rows

A file with a language before its ending (`1917.es.yaml`) holds translations and is not read here.
Nothing outside the folder is read, whatever a link says.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from components.catalog.problems import WARNING, Problem, did_you_mean

LARGEST_BYTES = 32_000_000
SINGLE = {"catalog", "vocabulary", "collection", "comparison", "review"}  # one record a file
TOP = {
    "catalog.yaml": "catalog",
    "vocabulary.yaml": "vocabulary",
    "people.yaml": "person",
    "organisations.yaml": "organisation",
    "places.yaml": "place",
    "sources.yaml": "source",
}
SHELVES = {"comparisons": "comparison", "reviews": "review"}
_IN_COLLECTION = {"collection.yaml": "collection", "disputes.yaml": "dispute"}
TABLES = (".csv", ".parquet")
ENDINGS = (".yaml", *TABLES)
_PLAIN_NAME = re.compile(r"[\w.-]+", re.ASCII)  # DuckDB takes signs such as * for patterns
_TRANSLATION = re.compile(r".+\.[a-z]{2,3}(-[A-Za-z0-9]+)*\.yaml")
_IS_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file of the catalogue.

    name: path inside the folder, with “/”
    kind: of the records in it, "table" for events as rows
    collection: the folder it belongs to, or ""
    """

    path: Path
    name: str
    kind: str
    collection: str = ""


@dataclass
class Survey:
    """What is in a folder: files by the folder they lie in ("" is the top), and what is odd."""

    files: dict[str, list[ContentFile]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def collections(self) -> list[str]:
        """Folders that hold a collection, by name."""
        return [name for name in self.files if name and name not in SHELVES]


def survey(folder: Path) -> Survey:
    """The files of a catalogue, each folder's by name; OSError when the folder cannot be read."""
    found = Survey()
    found.files[""] = [file for path in _sorted(folder) if (file := _top(path, folder, found))]
    for path in _sorted(folder):
        if path.is_dir() and _is_inside(path, folder, found):
            try:
                inside = _sorted(path)
            except OSError as error:
                what = f"cannot be read: {reason(error)}"
                found.problems.append(Problem(path.name, 0, 0, "", "", what, kind="cannot-be-read"))
                continue
            files = [file for inner in inside if (file := _inner(inner, folder, found))]
            if files:
                found.files[path.name] = files
    return found


def _sorted(folder: Path) -> list[Path]:
    hidden_or_backup = (".", "_", "#")
    paths = [path for path in folder.iterdir() if not path.name.startswith(hidden_or_backup)]
    return sorted(paths, key=lambda path: (path.stem, path.name))


def _top(path: Path, folder: Path, found: Survey) -> ContentFile | None:
    if path.is_dir() or not _is_content(path, folder, found):
        return None
    if path.name in TOP:
        return ContentFile(path, path.name, TOP[path.name])
    hint = did_you_mean(path.name, TOP) or "Events belong in the folder of a collection."
    found.problems.append(_odd(path, folder, "this file is not read", hint))
    return None


def _inner(path: Path, folder: Path, found: Survey) -> ContentFile | None:
    if path.is_dir():
        if any(path.glob("*.yaml")):
            found.problems.append(_odd(path, folder, "a folder inside a folder is not read"))
        return None
    if not _is_content(path, folder, found, ENDINGS):
        return None
    shelf = path.parent.name
    if not _IS_ID.fullmatch(shelf):
        hint = "A folder is named like an id: a–z, 0–9 and hyphens."
        found.problems.append(_odd(path, folder, "this file is not read", hint))
        return None
    kind = SHELVES.get(shelf) or _IN_COLLECTION.get(path.name)
    if path.suffix in TABLES:
        if shelf in SHELVES or not _PLAIN_NAME.fullmatch(path.name):
            hint = "A file of events lies in a collection; its name is of letters, digits, . _ -"
            found.problems.append(_odd(path, folder, "this file is not read", hint))
            return None
        kind = "table"
    if not kind:
        is_count = path.name == "indicators.yaml" or path.name.startswith("indicators-")
        kind = "indicator" if is_count else "event"
    name = path.relative_to(folder).as_posix()
    return ContentFile(path, name, kind, "" if shelf in SHELVES else shelf)


def _is_content(
    path: Path, folder: Path, found: Survey, endings: tuple[str, ...] = (".yaml",)
) -> bool:
    if path.suffix == ".yml":
        found.problems.append(_odd(path, folder, "this file is not read", "Name it .yaml."))
    if path.suffix not in endings or _TRANSLATION.fullmatch(path.name):
        return False
    return _is_inside(path, folder, found)


def _is_inside(path: Path, folder: Path, found: Survey) -> bool:
    # Not `resolve`, which raises when links lead in a circle.
    target = Path(os.path.realpath(path))
    if path.is_symlink() and not target.is_relative_to(os.path.realpath(folder)):
        found.problems.append(_odd(path, folder, "leads out of the folder and is not read"))
        return False
    return True


def _odd(path: Path, folder: Path, what: str, hint: str = "") -> Problem:
    name = path.relative_to(folder).as_posix()
    return Problem(name, 0, 0, "", "", what, hint, WARNING, "not-read")


def reason(error: OSError) -> str:
    """Why a file or folder cannot be read, without its path and the system's number."""
    return error.strerror.lower() if error.strerror else str(error)


def content(path: Path) -> bytes:
    """The bytes of a file; OSError when there is nothing to be read (see `reason`)."""
    if not path.is_file():
        raise OSError("it is not a file" if path.exists() else "it leads nowhere")
    if path.stat().st_size > LARGEST_BYTES:
        raise OSError(f"it is larger than {LARGEST_BYTES // 1_000_000} MB: split it")
    return path.read_bytes()


def fingerprint(folder: Path | str) -> str:
    """A short text that changes when a file is added, removed, renamed, or written.

    Made of names, sizes and times, not of what the files say; "" when there is no folder.
    """
    lines = sorted(f"{name}\0{s.st_size}\0{s.st_mtime_ns}" for name, s in _stats(Path(folder)))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] if lines else ""


def _stats(folder: Path, levels: int = 1) -> Iterator[tuple[str, os.stat_result]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(ENDINGS):
            try:
                yield entry.path, entry.stat()
            except OSError:  # a link that leads nowhere, or a file just deleted
                continue
        elif levels and not entry.name.startswith(".") and entry.is_dir():
            yield from _stats(Path(entry.path), levels - 1)
