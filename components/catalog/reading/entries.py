"""The text of one file as the plain data of its records, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from components.catalog.problems import WARNING, Fault, Path, Problem, field_words
from components.catalog.reading.strict_yaml import Marks, YamlProblem, locate, pieces, read


class Entry(NamedTuple):
    """The plain data of one record, still in the document that it was read from.

    number: which of the file's entries it is, from 1
    """

    raw: Any
    number: int
    document: Any
    marks: Marks
    path: Path

    def place(self, path: Path = (), *, at_key: bool = False) -> tuple[int, int]:
        """(line, column) of what stands at `path` inside the record."""
        return locate(self.document, self.marks, self.path + path, key=at_key)

    def inside(self, section: str) -> Iterator[Entry]:
        """The records in a list of this one, as a vocabulary has them."""
        for index, raw in enumerate(self.raw[section]):
            path = (*self.path, section, index)
            yield Entry(raw, index + 1, self.document, self.marks, path)

    def problem(self, file: str, record: str, fault: Fault) -> Problem:
        """The fault as a problem of this file."""
        line, column = self.place(fault.path, at_key=fault.at_key)
        at = fault.path[:-1] if fault.at_key else fault.path
        return Problem(
            file,
            line,
            column,
            record,
            field_words(at),
            fault.what,
            fault.hint,
            fault.severity,
            fault.kind,
        )


class BrokenEntry(NamedTuple):
    """A record, or a file, that cannot be read; `id` is "" when it cannot be made out."""

    problem: YamlProblem
    id: str = ""
    severity: str = "error"


def single(text: str) -> Iterator[Entry | BrokenEntry]:
    """The one record of a file."""
    try:
        data, marks = read(text)
    except YamlProblem as problem:
        yield BrokenEntry(problem)
        return
    yield Entry(data, 1, data, marks, ())
    yield from _noticed(marks)


def several(text: str) -> Iterator[Entry | BrokenEntry]:
    """The records of a file that is a list. One that is broken takes no other with it."""
    try:
        yield from _listed(*read(text), 0)
        return
    except YamlProblem:
        pass  # and with it goes what was read until then
    for number, (line, piece) in enumerate(pieces(text)):
        try:
            yield from _listed(*read(piece, line), number)
        except YamlProblem as problem:
            found = re.search(r"\bid: *[\"']?([a-z0-9-]+)", piece)
            yield BrokenEntry(problem, found[1] if found else "")


def _listed(data: Any, marks: Marks, before: int) -> Iterator[Entry | BrokenEntry]:
    if data is None:
        return
    if not isinstance(data, list):
        hint = "Start each record with “- ” in the first column, its fields below it."
        raise YamlProblem("the file should be a list of records", *marks.top, hint)
    for index, raw in enumerate(data):
        yield Entry(raw, before + index + 1, data, marks, (index,))
    yield from _noticed(marks)


def _noticed(marks: Marks) -> Iterator[BrokenEntry]:
    for notice in marks.notices:
        yield BrokenEntry(notice, severity=WARNING)
