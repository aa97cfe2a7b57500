"""A problem: something in the content that its author should mend, as a value.

A `Fault` says what is wrong in one record; a `Problem` says also where it stands in which file.
Tests compare (line, kind), so that the wording can improve without breaking them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from components.catalog.unseen import printable

ERROR, WARNING = "error", "warning"
Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """What is wrong inside a record.

    path: field names and list indexes (from 0) from the record to the place; () is all of it
    kind: a lasting name for this sort of fault, such as "unknown-field"
    at_key: whether the field's name is meant rather than its value
    """

    path: Path
    kind: str
    what: str
    hint: str = ""
    severity: str = ERROR
    at_key: bool = False


_MOST = {"what": 300, "hint": 700}  # characters of what is said


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that its author should mend, and where.

    file: path inside the catalogue's folder, with “/”; line and column from 1, 0 when the whole
        file is meant
    record: in the author's words, `event “harbour-strike”`; empty when the file is meant
    field: in the author's words, `sources 1, locator`; empty when the record is meant
    severity: "error" (what is wrong is left out or not served as meant) or "warning"
    """

    file: str
    line: int
    column: int
    record: str
    field: str
    what: str
    hint: str = ""
    severity: str = ERROR
    kind: str = ""

    def __post_init__(self) -> None:
        """Names and values come from files: what does not print is shown by its code.

        A sentence that this makes too long to be read is cut; none is so by its own words.
        """
        for name in ("file", "record", "field", "what", "hint"):
            shown = printable(getattr(self, name))
            most = _MOST.get(name, len(shown))
            object.__setattr__(self, name, shown if len(shown) <= most else f"{shown[: most - 1]}…")

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        about = ", ".join(part for part in (self.record, self.field) if part)
        warning = "warning: " if self.severity == WARNING else ""
        first = f"{place}: {warning}{about + ': ' if about else ''}{self.what}"
        return f"{first}\n    {self.hint}" if self.hint else first


def field_words(path: Path) -> str:
    """A path as an author says it: ("sources", 0, "cite") is `sources 1, cite`."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] = f"{words[-1]} {step + 1}"
        else:
            words.append(str(step + 1) if isinstance(step, int) else step)
    return ", ".join(words)


def record_words(kind: str, identifier: str) -> str:
    """A record as an author says it: `event “harbour-strike”`."""
    return f"{kind} “{identifier}”" if identifier else kind


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that was probably meant by `word`, or "" when none is near."""
    words = list(candidates)
    found = difflib.get_close_matches(word, words, n=1, cutoff=0.7)
    if not found:
        by_folded = {candidate.casefold(): candidate for candidate in words}
        meant = word.casefold().replace("_", "-").replace(" ", "-")
        near = difflib.get_close_matches(meant, by_folded, n=1, cutoff=0.7)
        found = [by_folded[near[0]]] if near else []
    return found[0] if found else ""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """The hint “Did you mean …?”, or "" when nothing is near."""
    found = nearest(word, candidates)
    return f"Did you mean “{found}”?" if found else ""


def quoted(value: object) -> str:
    """A value for a message: text in “quotes”, in one line, short; what is not text by its form."""
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    text = " ".join(str(value).splitlines())
    return f"“{text[:57]}…”" if len(text) > 60 else f"“{text}”"
