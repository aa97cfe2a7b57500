"""Files of records that are read once: what was found in one is known again by its content.

Only a file in which nothing is wrong is kept. So a problem, whatever it comes from, is always found
in the text itself and stands at the same place as if nothing were kept.

In a process the records live on with the catalogue (`Catalog.files`). For the next process their
plain data lies in the reader's cache: JSON after a checksum, nothing that is ever run, and made
into records by the same models as what was just read. The name of a file there is made of the
content and of the code that read it, so what it holds is never stale.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml

from components.catalog.models import Record
from components.catalog.reading.shapes import shaped

R = TypeVar("R", bound=Record)
MOST_BYTES = 200_000_000  # of all files that are kept; the oldest go first
FOLDER = "yaml"
_CHECKSUM = 8  # hexadecimal digits before the JSON


class Found(NamedTuple):
    """A record with the place (line, column) where it stands, and the line of each of its ids."""

    record: Any
    place: tuple[int, int]
    lines: tuple[int, ...]


class FileRead(NamedTuple):
    """A file in which nothing is wrong: the name of its content, and its records."""

    name: str
    found: tuple[Found, ...]


Files = Mapping[str, FileRead]  # by the name that a file has in its catalogue


def name_of(data: bytes, kind: str) -> str:
    """The name of a content that is read as records of a kind."""
    return hashlib.blake2b(data, digest_size=16, key=_code(), person=kind[:16].encode()).hexdigest()


@cache
def _code() -> bytes:
    """What the reading depends on beside the text: our code, and PyYAML."""
    found = hashlib.blake2b(yaml.__version__.encode(), digest_size=16)
    here = Path(__file__).parent
    for path in (*sorted(here.glob("*.py")), here.parent / "unseen.py"):
        found.update(path.read_bytes())
    return found.digest()


def fetched(home: Path, name: str, model: type[R]) -> FileRead | None:
    """What was kept under a name; None, and it is gone, where it is broken or not there."""
    path = home / FOLDER / name
    try:
        checksum, text = _parts(path.read_bytes())
        if zlib.crc32(text) != int(checksum, 16):
            raise ValueError("broken")
        found = tuple(_found(model, *one) for one in json.loads(text))
        os.utime(path)
        return FileRead(name, found)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        with contextlib.suppress(OSError):
            path.unlink()
        return None


def _parts(data: bytes) -> tuple[bytes, bytes]:
    return data[:_CHECKSUM], data[_CHECKSUM:]


def _found(model: type[R], raw: Any, place: list[int], lines: list[int]) -> Found:
    record, _ = shaped(model, raw)
    if record is None:  # The models have become stricter since.
        raise ValueError("no such record")
    return Found(record, tuple(place), tuple(lines))


def keep(home: Path, read: FileRead, raws: Iterable[Any]) -> None:
    """Keep what was read, if that can be written; raws: the plain data of each record."""
    rows = [(raw, one.place, one.lines) for raw, one in zip(raws, read.found, strict=True)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    folder = home / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(prefix=".", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(b"%08x" % zlib.crc32(text) + text)
        Path(scratch).replace(folder / read.name)
    except OSError:
        return


def forget_old(home: Path) -> None:
    """Delete what was used longest ago, until the rest is not too much."""
    with contextlib.suppress(OSError):
        files = [(path.stat(), path) for path in (home / FOLDER).iterdir()]
        left = sum(stat.st_size for stat, _ in files) - MOST_BYTES
        for stat, path in sorted(files, key=lambda one: one[0].st_mtime):
            if left <= 0:
                return
            path.unlink(missing_ok=True)
            left -= stat.st_size
