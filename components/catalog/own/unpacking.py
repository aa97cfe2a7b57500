"""A zipped folder of a catalogue as its files: what is odd about it is refused, never mended.

Nothing is written and no name is followed: files come out as bytes under their names inside the
folder. Only YAML is unpacked; how many, how large and how deep is bounded before and while it is.
"""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from components.catalog.imports.incoming import Refused
from components.catalog.problems import quoted
from components.catalog.reading.files import TOP

MOST_FILES, MOST_LEVELS, LONGEST_NAME = 500, 8, 200
LARGEST_BYTES = 10_000_000  # of all files together, unpacked
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CONTENT = (".yaml", ".yml")
_PACKED = (".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst")
_ENCRYPTED, _IS_UTF8 = 0x1, 0x800  # flag bits, APPNOTE 4.4.4
_HEADER = "catalog.yaml"


class Unpacked(NamedTuple):
    """The YAML files of a zipped folder: path inside it → bytes; and how many others there are."""

    files: dict[str, bytes]
    others: int


def unpacked(data: bytes) -> Unpacked:
    """The YAML files of a ZIP file, from the folder in which `catalog.yaml` lies if there is one.

    Raises Refused, in one sentence, for anything that a folder of text files is not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _entries(archive)
            wanted = [one for one in entries if one.filename.lower().endswith(_CONTENT)]
            files = _contents(archive, wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("it is not a ZIP file that can be read: pack it again") from None
    except (NotImplementedError, RuntimeError):
        raise Refused("it is packed in a way that is not read here: pack it as plain ZIP") from None
    if not files:
        raise Refused("there is no .yaml file in it")
    inside = _below_its_folder(files)
    return Unpacked(inside, len(entries) - len(inside))


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of the archive that somebody meant, every name of it judged."""
    everything = archive.infolist()
    if len(everything) > MOST_FILES:
        raise Refused(f"there are more than {MOST_FILES} files in it")
    for entry in everything:
        _judge(entry)
    _refuse_clashes(everything)
    files = [one for one in everything if not one.is_dir() and not _is_hidden(one.filename)]
    if sum(one.file_size for one in files) > LARGEST_BYTES:
        raise Refused(_too_large())
    return files


def _judge(entry: zipfile.ZipInfo) -> None:
    name, shown = entry.filename, quoted(entry.filename[:60])
    kind = stat.S_IFMT(entry.external_attr >> 16)
    parts = name.rstrip("/").split("/")
    why = ""
    if name != entry.orig_filename or re.search(r"[\x00-\x1f\x7f]", name):
        why = "a name has characters that no name has"
    elif not entry.flag_bits & _IS_UTF8 and not name.isascii():
        why = "a name is not said to be UTF-8: name files with a–z, 0–9 and hyphens"
    elif name.startswith(("/", "~")) or "\\" in name or re.match(r"[A-Za-z]:", name):
        why = f"{shown} names a place on a computer, not in the folder"
    elif ".." in parts or "" in parts or "." in parts:
        why = f"{shown} leads out of the folder or nowhere"
    elif len(name) > LONGEST_NAME or len(parts) > MOST_LEVELS:
        why = f"{shown} lies too deep or its name is too long"
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        why = f"{shown} is a link or a device, not a file"
    elif entry.flag_bits & _ENCRYPTED:
        why = "it is encrypted: pack it without a password"
    elif name.lower().endswith(_PACKED):
        why = f"{shown} is packed once more: put its files into the folder"
    elif entry.compress_type not in _METHODS:
        why = "it is packed in a way that is not read here: pack it as plain ZIP"
    if why:
        raise Refused(why)


def _refuse_clashes(entries: Iterable[zipfile.ZipInfo]) -> None:
    """Two names that are one on some computers, or a name that is a file and a folder."""
    files: dict[str, bool] = {}
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.filename.rstrip("/")).casefold()
        if name in files:
            raise Refused(f"{quoted(entry.filename[:60])} is in it twice")
        files[name] = not entry.is_dir()
    for name in files:
        for above in PurePosixPath(name).parents:
            if files.get(str(above)):
                raise Refused(f"{quoted(str(above)[:60])} is a file and a folder in it")


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _contents(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]) -> dict[str, bytes]:
    """What is in the files; what they say of their own size is not believed."""
    files: dict[str, bytes] = {}
    left = LARGEST_BYTES
    for entry in entries:
        with archive.open(entry) as file:
            files[entry.filename] = file.read(left + 1)
        left -= len(files[entry.filename])
        if left < 0:
            raise Refused(_too_large())
    return files


def _too_large() -> str:
    return f"unpacked it is larger than {LARGEST_BYTES // 1_000_000} MB"


def _below_its_folder(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Names from where the catalogue begins: at its header, else below the one folder of all."""
    headers = [path for path in map(PurePosixPath, files) if path.name == _HEADER]
    if headers:
        root = min(headers, key=lambda path: (len(path.parts), str(path))).parent
    else:
        paths = [PurePosixPath(name) for name in files]
        one = {path.parts[0] for path in paths}
        is_wrapped = len(one) == 1 and all(len(path.parts) > 1 for path in paths)
        is_catalogue = any(path.name in TOP or len(path.parts) > 2 for path in paths)
        root = PurePosixPath(one.pop() if is_wrapped and is_catalogue else "")
    inside = {
        str(path.relative_to(root)): data
        for path, data in ((PurePosixPath(name), data) for name, data in files.items())
        if path.is_relative_to(root)
    }
    return inside


def packed(files: Mapping[str, bytes]) -> bytes:
    """Files as a ZIP file; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
