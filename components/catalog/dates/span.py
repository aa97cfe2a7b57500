"""What reading a date gives: a `Span`, or an `EDTFError` for its author.

Knows no grammar: `dates.parse` makes spans. What a span can tell from its own text it tells from
its text, so that no flag can contradict what is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

NONE: frozenset[str] = frozenset()


class EDTFError(ValueError):
    """A date that cannot be read.

    what: the fault, in an author's words, with the offending text in “quotes”
    position: where in the whole text it is, counted from 0
    hint: what to do, or empty
    """

    def __init__(self, what: str, position: int = 0, hint: str = "") -> None:
        super().__init__(what, position, hint)
        self.what = what
        self.position = position
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what}. {self.hint}" if self.hint else self.what


def quoted(text: str) -> str:
    """A text as messages show it: “in quotes”, on one line, cut short when very long."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:60])
    return f"“{shown}”" if len(text) <= 60 else f"“{shown[:59]}…”"


class Part(NamedTuple):
    """One written component of a single date.

    unit: "year", "season" (all groupings 21–41), "month", "day" or "time"
    digits: as written, `X` included; of a year with Y or E its plain digits
    marks: subset of {"~", "?"} that holds for this part
    """

    unit: str
    digits: str
    marks: frozenset[str] = NONE

    @property
    def value(self) -> int | None:
        """The number, None when a digit is unspecified (or the part is a time)."""
        return None if "X" in self.digits or self.unit == "time" else int(self.digits)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Span:
    """The days a date expression can mean. Equal when text and calendar are equal.

    text: as written
    earliest, latest: first and last possible day, as day numbers (0 is 1970-01-01 New Style),
        both included; None where the end is open or unknown
    precision: of a single date the finest part with a digit known: "day", "month", "season" (any
        grouping 21–41), "year", "decade", "century", "millennium" (or wider); "time" for a day
        with a time of day; else "interval" or "set"
    calendar: "gregorian" or "julian": by which the text was read
    parts: of a single date, from year to day
    start, end: the ends of an interval, or of a range `a..b` within a set; None if open or unknown
    members: of a set, in the order written
    """

    text: str
    earliest: int | None
    latest: int | None
    precision: str
    calendar: str = "gregorian"
    parts: tuple[Part, ...] = ()
    start: Span | None = None
    end: Span | None = None
    members: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        calendar = "" if self.calendar == "gregorian" else f", calendar={self.calendar!r}"
        return f"Span({self.text!r}{calendar})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.text == other.text and self.calendar == other.calendar

    def __hash__(self) -> int:
        return hash((self.text, self.calendar))

    @property
    def approximate(self) -> bool:
        """Whether any part is marked `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def unspecified(self) -> bool:
        """Whether any digit is `X`."""
        return "X" in self.text

    @property
    def qualifiers(self) -> dict[str, frozenset[str]]:
        """Marks of each part of a single date: `2004?-06-~11` gives year {"?"}, day {"~"}."""
        return {part.unit: part.marks for part in self.parts}

    @property
    def estimated_year(self) -> int | None:
        """The year named where only its first digits are significant: 1950 of `1950S2`."""
        return self.parts[0].value if self.parts and "S" in self.text else None

    @property
    def is_interval(self) -> bool:
        """Whether it is `start/end`: everything between, not one day somewhere in it."""
        return self.precision == "interval"

    @property
    def is_one_of(self) -> bool:
        """Whether it is a set `[…]`: one of its members."""
        return self.text.startswith("[")

    @property
    def is_all_of(self) -> bool:
        """Whether it is a set `{…}`: all of its members."""
        return self.text.startswith("{")

    @property
    def open_start(self) -> bool:
        """Whether it begins with `..`: without a beginning, or "or earlier"."""
        return self.text.lstrip("[{").startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it ends with `..`: without an end, or "or later"."""
        return self.text.rstrip("]}").endswith("..")

    @property
    def unknown_start(self) -> bool:
        """Whether an interval leaves its start empty: there is one, nobody knows it."""
        return self.text.startswith("/")

    @property
    def unknown_end(self) -> bool:
        """Whether an interval leaves its end empty: there is one, nobody knows it."""
        return self.text.endswith("/")

    @property
    def soft_start(self) -> bool:
        """Whether the earliest day is approximate."""
        if self.members:
            return any(m.soft_start for m in self.members if m.earliest == self.earliest)
        if self.is_range:
            return self.start is not None and self.start.approximate
        return self.approximate

    @property
    def soft_end(self) -> bool:
        """Whether the latest day is approximate."""
        if self.members:
            return any(m.soft_end for m in self.members if m.latest == self.latest)
        if self.is_range:
            return self.end is not None and self.end.approximate
        return self.approximate

    @property
    def is_range(self) -> bool:
        """Whether it has two ends: an interval, or `a..b` within a set."""
        return not self.parts and not self.members

    @property
    def core(self) -> tuple[int, int] | None:
        """First and last of the days that are certainly meant, both included.

        A known day is its own core. An interval `a/b` certainly holds from the latest day of a to
        the earliest of b; `a/..` and `../b` hold at least on that one day; where the other end is
        unknown only a known day is certain. A month, a year, a set have none: it is one day
        somewhere in them.
        """
        if self.is_interval:
            first, last = self._certain_ends()
            return (first, last) if first is not None and first <= last else None
        if self.parts and self.earliest == self.latest:
            return self.earliest, self.latest
        return None

    def _certain_ends(self) -> tuple[int, int] | tuple[None, None]:
        start, end = self.start, self.end
        if start and end:
            return start.latest, end.earliest
        if start and (self.open_end or start.core):
            return start.latest, start.latest
        if end and (self.open_start or end.core):
            return end.earliest, end.earliest
        return None, None
