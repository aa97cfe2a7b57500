"""The dates of Markwhen as EDTF, by the grammar of its parser; what depends on a clock stays words.

Read are its EDTF, days of ISO 8601, years before and after 1 (`500 – 400 BCE`), `12/2012`,
`12/7/1941` (month first, unless its header says `dateFormat: d/M/y`), `18 March 2026`, and an end
that is `now`, which is open. Not read, because another line, the reader's clock or a calendar
decides: `2 weeks`, `after !id 3 days`, a day without a year, an hour, a week by its number.

Source of the rules: mark-when/parser, src/regex.ts; mark-when/docs, syntax/dates-and-ranges.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from components.catalog.imports.incoming import edtf_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:january|february|march|april|june|july|august|september|october|november|december"
    f"|{'|'.join(_MONTHS)})"
)
_TIME = r"(?:[0-9]{1,2}(?::[0-9]{2})?\s?[ap]m|[012]?[0-9](?::[0-9]{2})?)"
_UNIT = (
    r"(?:milliseconds|ms|seconds?|secs?|s|minutes?|mins?|hours?|h|(?:(?:week|work|business)\s?)?"
    r"(?:days?|d)|weeks?|w|months?|years?|y)\b"
)
_AMOUNTS = rf"-?[0-9]+\s?{_UNIT}(?:[,\s]{{0,3}}-?[0-9]+\s?{_UNIT})*"
_OF_EVENT = r"(?:!\w+(?:\.(?:start|end))?|\.(?:start|end)\b)"
_RELATIVE = (
    rf"(?:(?:by|before|after)\b\s?(?:{_OF_EVENT}\s?)?(?:(?:plus|\+)\s?)?(?:{_AMOUNTS})?"
    rf"|{_OF_EVENT}\s?(?:(?:plus|\+)\s?)?(?:{_AMOUNTS})?|{_AMOUNTS})"
)
_INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2,}(?:\.[0-9]*)?Z"
_WEEK = r"[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?"
_EDTF = rf"[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}}(?:\s{_TIME})?)?)?"
_SLASHED = rf"[0-9]{{1,5}}(?:/[0-9]{{1,5}}(?:/[0-9]{{1,5}}(?:[,\s]{{1,2}}{_TIME})?)?)?"
_ERA = r"[0-9]{1,5}\s?(?:BCE|BC|AD|CE)\b"
_CASUAL = (
    rf"(?:[0-9]{{1,2}}\s{_MONTH}\b|{_MONTH}\s[0-9]{{1,2}}(?![0-9])),?(?:\s[0-9]{{4}},?)?(?:\s{_TIME})?"
    rf"|{_MONTH}(?:\s[0-9]{{1,4}})?\b"
)
_ONE = rf"(?:{_INSTANT}|{_WEEK}|{_EDTF}|{_ERA}|{_SLASHED}|{_CASUAL}|now\b|{_RELATIVE}|{_TIME})"
_START = (
    rf"\s*(?P<date>(?P<start>{_ONE})(?:{{between}}(?P<end>{_ONE}))?)(?P<every>\s*every\b[^:]*)?"
)
_EVENT = [
    re.compile(_START.replace("{between}", between) + r"\s*:(?!//)(?P<text>.*)", re.I)
    for between in (r"\s*/\s*", r"(?:\s*[-–]\s*|\s+to\s+)")
]
_DAY = re.compile(rf"([0-9]{{4}})(?:-([0-9]{{2}})(?:-([0-9]{{2}})(T.*|\s{_TIME})?)?)?", re.I)
_YEAR = re.compile(r"([0-9]{1,5})\s?(BCE|BC|AD|CE)?", re.I)
_NUMBERS = re.compile(
    rf"([0-9]{{1,5}})/([0-9]{{1,5}})(?:/([0-9]{{1,5}})([,\s]{{1,2}}{_TIME})?)?", re.I
)
_NAMED = re.compile(
    rf"(?:(?P<first>[0-9]{{1,2}})\s)?(?P<month>{_MONTH})(?:\s(?P<second>[0-9]{{1,2}})(?![0-9]))?,?"
    rf"(?:\s(?P<year>[0-9]{{3,4}}),?)?(?P<time>\s{_TIME})?",
    re.I,
)
_FIRST_YEAR = 30  # Less is an hour of the day for its parser.


class Started(NamedTuple):
    """How an event begins: its date as written, what it repeats, what follows the colon."""

    start: str
    end: str
    words: str
    every: str
    text: str


class Read(NamedTuple):
    """EDTF, "" where it cannot be told; whether hours were left out; whether an order was read."""

    date: str = ""
    has_time: bool = False
    is_ordered: bool = False


def started(line: str) -> Started | None:
    """What a line begins with, if it begins an event."""
    line = line.replace("\t", " ")
    match = next(filter(None, (pattern.fullmatch(line) for pattern in _EVENT)), None)
    if not match:
        return None
    words = " ".join((match["date"] + (match["every"] or "")).split())
    return Started(match["start"], match["end"] or "", words, match["every"] or "", match["text"])


def edtf_of(start: str, end: str, day_first: bool) -> Read:
    """The dates of a beginning as EDTF; `now` as an end is open."""
    if _YEAR.fullmatch(start) and (era := _YEAR.fullmatch(end)) and era[2]:
        start = start if _YEAR.fullmatch(start)[2] else f"{start} {era[2]}"
    first = _one(start, day_first)
    if not end or not first.date:
        return first
    last = Read("..") if end.lower() == "now" else _one(end, day_first)
    if not last.date:
        return Read()
    date = first.date if first.date == last.date else f"{first.date}/{last.date}"
    return Read(date, first.has_time or last.has_time, first.is_ordered or last.is_ordered)


def _one(text: str, day_first: bool) -> Read:
    if day := _DAY.fullmatch(text):
        return Read("-".join(part for part in day.groups()[:3] if part), bool(day[4]))
    if year := _YEAR.fullmatch(text):
        number = int(year[1])
        if not year[2] and number < _FIRST_YEAR:
            return Read()
        return Read(edtf_day(1 - number if (year[2] or "").upper().startswith("B") else number))
    if numbers := _NUMBERS.fullmatch(text):
        return _in_numbers(*numbers.groups(), day_first)
    named = _NAMED.fullmatch(text)
    if not named or not named["year"] or (named["first"] and named["second"]):
        return Read()
    month = _MONTHS.index(named["month"][:3].lower()) + 1
    day = int(named["first"] or named["second"] or 0)
    return Read(edtf_day(int(named["year"]), month, day), bool(named["time"]))


def _in_numbers(a: str, b: str, c: str | None, time: str | None, day_first: bool) -> Read:
    """`12/2012` or `12/7/1941`; a year of two digits may mean two."""
    day, month = (0, int(a)) if c is None else (int(a), int(b)) if day_first else (int(b), int(a))
    year = b if c is None else c
    if len(year) < 3 or not 1 <= month <= 12:
        return Read()
    return Read(edtf_day(int(year), month, day), bool(time), c is not None)
