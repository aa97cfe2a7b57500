"""What must hold for the YAML reader, whatever it is given: data with places, or a placed problem."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from components.catalog.reading import entries
from components.catalog.reading.entries import BrokenEntry
from components.catalog.reading.gathering import MODELS
from components.catalog.reading.shapes import shaped
from components.catalog.reading.strict_yaml import Marks, YamlProblem, locate, read
from components.catalog.reading.yaml_problems import decoded, decoded_anyway

LONGEST_MESSAGE, LONGEST_HINT = 300, 700


def judge(text: str | bytes, kind: str = "event") -> str:
    """Read as a document and as records of `kind`; AssertionError when anything is amiss.

    Returns what it was found to be: "read", or the message of what is wrong with it.
    """
    try:
        lines = lines_of(decoded(text))
    except YamlProblem:
        lines = lines_of(decoded_anyway(text))
    found = _as_document(text, lines)
    _as_records(text, kind, lines)
    return found


def lines_of(text: str) -> list[str]:
    """The lines as editors count them."""
    return text.split("\n")


def _as_document(text: str | bytes, lines: list[str]) -> str:
    try:
        data, marks = read(text)
    except YamlProblem as problem:
        _is_placed(problem, lines)
        return problem.message
    for path in _paths(data):
        _is_in(locate(data, marks, path), lines)
        _is_in(locate(data, marks, path, key=True), lines)
    _are_placed(marks, lines)
    return "read"


def _paths(data: Any, path: tuple = ()) -> Iterator[tuple]:
    """Paths of values, at most the first hundred of any container."""
    yield path
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for (step, value), _ in zip(inner, range(100), strict=False):
        yield from _paths(value, (*path, step))


def _as_records(text: str | bytes, kind: str, lines: list[str]) -> None:
    if isinstance(text, bytes):
        try:
            text = decoded(text)
        except YamlProblem:
            text = decoded_anyway(text)
    for split in (entries.several, entries.single):
        for entry in split(text):
            if isinstance(entry, BrokenEntry):
                _is_placed(entry.problem, lines)
                continue
            _is_in(entry.place(), lines)
            record, faults = shaped(MODELS[kind], entry.raw)
            assert (record is None) == bool(faults), "neither a record nor a fault, or both"
            for fault in faults:
                problem = entry.problem("file.yaml", "record", fault)
                _is_in((problem.line, problem.column), lines)
                assert 0 < len(problem.what) <= LONGEST_MESSAGE, "no words, or too many"
                assert len(problem.hint) <= LONGEST_HINT, "a hint too long to be read"
                assert "\n" not in problem.what + problem.hint, "words on several lines"


def _are_placed(marks: Marks, lines: list[str]) -> None:
    _is_in(marks.top, lines)
    for notice in marks.notices:
        _is_placed(notice, lines)


def _is_placed(problem: YamlProblem, lines: list[str]) -> None:
    _is_in((problem.line, problem.column), lines)
    assert problem.message, "a problem without words"
    assert "\n" not in problem.message, "a message of several lines"
    assert len(problem.message) <= LONGEST_MESSAGE, "a message too long to be read"


def _is_in(place: tuple[int, int], lines: list[str]) -> None:
    line, column = place
    assert 1 <= line <= len(lines) + 1, f"line {line} of {len(lines)}"
    width = len(lines[line - 1]) if line <= len(lines) else 0
    assert 1 <= column <= width + 1, f"column {column} of {width} in line {line}"


def any_kind(chance: Random) -> str:
    """A kind of record."""
    return chance.choice(tuple(MODELS))
