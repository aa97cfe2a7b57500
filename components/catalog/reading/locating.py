"""From a fault in a record back to its place in a file, by reading that file once more.

Places of every field would cost more memory than the records; faults are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from components.catalog.problems import Fault, Problem, field_words, record_words
from components.catalog.reading import entries
from components.catalog.reading.entries import Entry
from components.catalog.reading.files import content
from components.catalog.reading.yaml_problems import YamlProblem, decoded, decoded_anyway
from components.catalog.references import Key

Place = tuple[str, int, int]


class Locator:
    """Makes problems of faults. where: (kind, id) → (file, line, column) of each record."""

    def __init__(self, folder: Path, where: Mapping[Key, Place]) -> None:
        self.folder, self.where = folder, where
        self._read: dict[str, dict[tuple[int, int], Entry]] = {}

    def problem(self, key: Key, fault: Fault) -> Problem:
        """The fault of the record `key`, at the field it is about if that is still there."""
        kind, identifier = key
        file, line, column = self.where.get(key, ("", 0, 0))
        if file not in self._read:
            self._read[file] = {entry.place(): entry for entry in self._entries(file)}
        entry = self._read[file].get((line, column))
        words = record_words(kind, identifier)
        if entry:
            return entry.problem(file, words, fault)
        severity, sort = fault.severity, fault.kind
        at = field_words(fault.path)
        return Problem(file, line, column, words, at, fault.what, fault.hint, severity, sort)

    def _entries(self, file: str) -> Iterator[Entry]:
        try:
            data = content(self.folder / file)
        except OSError:
            return
        try:
            text = decoded(data)
        except YamlProblem:
            text = decoded_anyway(data)
        for entry in entries.several(text):
            if isinstance(entry, Entry):
                yield entry
        for entry in entries.single(text):
            if isinstance(entry, Entry) and isinstance(entry.raw, dict):
                yield entry
                for section, terms in entry.raw.items():
                    if isinstance(terms, list):
                        yield from entry.inside(section)
