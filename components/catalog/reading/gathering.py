"""All files of a catalogue into records: what is wrong becomes a problem, the rest is kept.

A record that is not understood is left out, and remembered as declared, so that those who point
to it are not reported for its fault. (Header, vocabulary, collections: see `foundations`.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from components.catalog.models import (
    Agent,
    Comparison,
    Dispute,
    Event,
    Indicator,
    Place,
    Record,
    Review,
    Source,
)
from components.catalog.problems import ERROR, Fault, Path, Problem, record_words
from components.catalog.reading import cache, entries, once
from components.catalog.reading.entries import BrokenEntry, Entry
from components.catalog.reading.files import SINGLE, ContentFile, content, reason
from components.catalog.reading.once import FileRead, Files, Found
from components.catalog.reading.shapes import shaped
from components.catalog.reading.yaml_problems import YamlProblem, decoded, decoded_anyway
from components.catalog.references import Key

TERM_KINDS = ("country", "tendency", "theme", "kind")
MODELS: dict[str, type[Record]] = {
    "person": Agent, "organisation": Agent, "place": Place, "source": Source, "dispute": Dispute,
    "indicator": Indicator, "event": Event, "comparison": Comparison, "review": Review,
}  # fmt: skip
# Records that share one space of names: a role's actor is found in either of two files.
_NAMESPACES = {"organisation": "person", "indicator": "event", "dispute": "event"}
_IN_COLLECTION = ("event", "indicator", "dispute")
MOST_LEFT_OUT = 1000


class Gathering:
    """What has been read so far; `catalog.load` makes a Catalog of it.

    records: kind → id → record; where: (kind, id) → (file, line, column)
    declared: records that exist but were left out
    unread: kinds of which a file could not be read; absent: kinds of which there is no file
    files: the files in which nothing is wrong, for the next reading; before: those of the last
    """

    def __init__(self, before: Files) -> None:
        self.files: dict[str, FileRead] = {}
        self._before, self._cache, self._has_kept = before, cache.folder(), False
        self.problems: list[Problem] = []
        self.records: dict[str, dict[str, Any]] = {
            kind: {} for kind in (*MODELS, *TERM_KINDS, "collection")
        }
        self.where: dict[Key, tuple[str, int, int]] = {}
        self.collection_of: dict[str, str] = {}
        self.declared: set[Key] = set()
        self.unread: set[str] = set()
        self.absent: set[str] = {*TERM_KINDS, "person", "organisation", "place", "source"}
        self._taken: dict[Key, str] = {}

    # Files -------------------------------------------------------------------------------------

    def file(self, file: ContentFile) -> None:
        """Read a file of records of one kind, unless what is in it is known."""
        data = self._data(file)
        if data is None:
            return
        name = once.name_of(data, file.kind)
        if (known := self._known(file, name)) and self._take(file, known):
            self.files[file.name] = known
            return
        faultless, raws, found = len(self.problems), [], []
        for entry in self._split(file, data):
            if one := self.record(file.kind, entry, file):
                raws.append(entry.raw)
                found.append(one)
        if len(self.problems) == faultless:
            read = self.files[file.name] = FileRead(name, tuple(found))
            if self._cache:
                once.keep(self._cache, read, raws)
                self._has_kept = True

    def forget_old(self) -> None:
        """Make room in the reader's cache if this reading has added to it."""
        if self._has_kept:
            once.forget_old(self._cache)

    def _known(self, file: ContentFile, name: str) -> FileRead | None:
        """What an earlier reading found in the same content."""
        known = self._before.get(file.name)
        if known and known.name == name:
            return known
        return once.fetched(self._cache, name, MODELS[file.kind]) if self._cache else None

    def _take(self, file: ContentFile, known: FileRead) -> bool:
        """Keep the records of a known file; not where an id is taken: that is to be reported."""
        taken: dict[Key, str] = {}
        for record, _, lines in known.found:
            for (key, _), line in zip(_names(file.kind, record), lines, strict=True):
                taken[key] = f"{file.name}:{line}"
        if not taken.keys().isdisjoint(self._taken):
            return False
        self._taken |= taken
        for record, place, _ in known.found:
            self.keep(file.kind, record, place, file)
        return True

    def entries(self, file: ContentFile) -> Iterator[Entry]:
        """What can be read of a file; the rest is reported."""
        data = self._data(file)
        return iter(()) if data is None else self._split(file, data)

    def _data(self, file: ContentFile) -> bytes | None:
        self.absent.discard(file.kind)
        try:
            return content(file.path)
        except OSError as error:
            self.report(file.name, "cannot-be-read", f"cannot be read: {reason(error)}")
            self.unread.add(file.kind)
            return None

    def _split(self, file: ContentFile, data: bytes) -> Iterator[Entry]:
        split = entries.single if file.kind in SINGLE else entries.several
        yield from self.while_hopeful(file.kind, file, split(self._text(file, data)))

    def while_hopeful(
        self, kind: str, file: ContentFile, found: Iterable[Entry | BrokenEntry]
    ) -> Iterator[Entry]:
        """The entries of one list, until a thousand, and more than half, could not be kept.

        That is no list of records, and to say all that is wrong in it could take longer, and more
        memory, than there is.
        """
        kept = self.records.get(kind, {})
        before, tried = len(kept), 0
        for entry in found:
            is_broken = isinstance(entry, BrokenEntry)
            wrong = tried - (len(kept) - before)
            if wrong >= MOST_LEFT_OUT and 2 * wrong > tried:
                place = entry.problem.place if is_broken else entry.place()
                what = f"from here on nothing is read: {wrong:,} of {tried:,} records were wrong"
                self._broken(file, BrokenEntry(YamlProblem(what, *place, "Mend those first.")))
                self.unread.add(kind)
                return
            if not is_broken:
                yield entry
            else:
                self._broken(file, entry)
            tried += not is_broken or entry.severity == ERROR

    def _text(self, file: ContentFile, data: bytes) -> str:
        try:
            return decoded(data)
        except YamlProblem as problem:
            self._broken(file, BrokenEntry(problem))
            return decoded_anyway(data)

    def _broken(self, file: ContentFile, entry: BrokenEntry) -> None:
        what = entry.problem
        record = record_words(file.kind, entry.id) if entry.id else ""
        if entry.id:
            self.declared.add((file.kind, entry.id))
        elif entry.severity == ERROR:
            self.unread.add(file.kind)
        self.problems.append(
            Problem(
                file.name,
                what.line,
                what.column,
                record,
                "",
                what.message,
                what.hint,
                entry.severity,
                "yaml",
            )
        )

    def report(self, file: str, kind: str, what: str, hint: str = "") -> None:
        """Report what is wrong with a whole file or folder."""
        self.problems.append(Problem(file, 0, 0, "", "", what, hint, kind=kind))

    def taken(self, kind: str) -> set[str]:
        """The ids and former ids that no other record of this kind may have."""
        space = _NAMESPACES.get(kind, kind)
        return {name for of, name in self._taken if of == space}

    # Records -----------------------------------------------------------------------------------

    def record(self, kind: str, entry: Entry, file: ContentFile) -> Found | None:
        """Keep the entry as a record of this kind, or report why not."""
        record, faults = shaped(MODELS[kind], entry.raw)
        self.faults(kind, entry, file, faults)
        if record is None:
            self.declared.add((kind, id_in(entry.raw)))
            return None
        if not self.is_new(kind, entry, file, record):
            return None
        place = entry.place()
        self.keep(kind, record, place, file)
        lines = tuple(entry.place(path)[0] for _, path in _names(kind, record))
        return Found(record, place, lines)

    def keep(self, kind: str, record: Any, place: tuple[int, int], file: ContentFile) -> None:
        """Keep a record, and where it stands."""
        self.records[kind][record.id] = record
        self.where[kind, record.id] = (file.name, *place)
        if kind in _IN_COLLECTION:
            self.collection_of[record.id] = file.collection

    def faults(self, kind: str, entry: Entry, file: ContentFile, faults: list[Fault]) -> None:
        """Report what is wrong with an entry."""
        words = record_words(kind, id_in(entry.raw))
        if words == kind and kind not in SINGLE:
            words = f"{kind} {entry.number}"
        self.problems += [entry.problem(file.name, words, fault) for fault in faults]

    def is_new(self, kind: str, entry: Entry, file: ContentFile, record: Any) -> bool:
        """Whether no record has this id yet; ids and aliases that are taken are reported."""
        is_new = True
        for key, path in _names(kind, record):
            if first := self._taken.get(key):
                fault = Fault(path, "duplicate-id", f"“{key[1]}” is taken", f"See {first}.")
                self.faults(kind, entry, file, [fault])
                is_new = is_new and path != ("id",)
            else:
                line, _ = entry.place(path)
                self._taken[key] = f"{file.name}:{line}"
        return is_new


def _names(kind: str, record: Any) -> Iterator[tuple[Key, Path]]:
    """The id and the former ids of a record, each in its space of names, and their fields."""
    space = _NAMESPACES.get(kind, kind)
    yield (space, record.id), ("id",)
    if kind in ("event", "indicator"):
        for number, alias in enumerate(record.aliases):
            yield (space, alias), ("aliases", number)


def id_in(raw: Any) -> str:
    """The id of plain data, "" where there is none."""
    identifier = raw.get("id") if isinstance(raw, dict) else None
    return identifier if isinstance(identifier, str) else ""
