"""SIMILE's dates as EDTF. What is written there is an instant: 1845 is the first of its moments.

An event has up to four: start, latestStart, earliestEnd, end. Without `isDuration` it is one
moment somewhere between them; with it, it lasts. So `1845` to `1846` without it is the year 1845;
from `1871`, at the latest `1872`, is in 1871; else what may be is a set, `[1875..1879]`. The end
of what lasts is kept as written, since half of the authors meant the year, not its first moment.
Where a begin or an end in doubt has no exact form in EDTF, both outer limits are marked as
approximate and the limits are kept in words.
Source of the forms of dates: `parseGregorianDateTime` and `setIso8601` of simile-ajax.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from components.catalog.dates import EDTFError, Span, parse
from components.catalog.dates.calendars import civil_from_days
from components.catalog.imports.incoming import Found, edtf_day

ENDS = ("start", "latestStart", "earliestEnd", "end")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_NAME = r"(?P<name>" + "|".join(_MONTHS) + r")[a-z]*\.?"
_TIME = (
    r"(?:[T\s]\s*(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"\s*(?:Z|(?:GMT|UTC)?\s*(?:[+-][0-9]{1,2}:?[0-9]{0,2})?))?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>-?[0-9]{{4}})-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}){_TIME})?",
        rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_TIME}",
        rf"{_WEEKDAY}{_NAME}\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{3,4}}){_TIME}",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})\s+{_NAME},?\s+(?P<year>[0-9]{{3,4}}){_TIME}",
        rf"{_NAME}\s+(?P<year>[0-9]{{3,4}})",
        r"(?P<year>-?[0-9]{1,10})(?:\s*(?P<era>AD|CE|BCE?))?",
    )
)  # fmt: skip


class When(NamedTuple):
    """An instant as far as it is written: EDTF, its span, and whether an hour stands with it."""

    text: str
    span: Span
    has_time: bool


def date_of(
    found: Found, where: str, given: Mapping[str, str], *, is_duration: bool
) -> tuple[str, str]:
    """The date as EDTF ("" where it has none) and words of the file that it cannot hold.

    given: the four ends (`ENDS`) as written, "" where there is none
    """
    written = ", ".join(f"{name} {text}" for name, text in given.items() if text)
    ends = {name: _when(text) if text else None for name, text in given.items()}
    for name, text in given.items():
        if text and ends[name] is None:
            found.say(where, f"{name} “{text[:60]}” is no date that is understood")
    if any(text and ends[name] is None for name, text in given.items()) or not ends["start"]:
        return "", written
    found.unused["times of day"] += any(end.has_time for end in ends.values() if end)
    found.unused = +found.unused
    if not is_duration or not ends["end"]:
        return _moment(ends), _words_of_more(ends, written)
    begin, finish = _between(ends["start"], ends["latestStart"]), ends["end"].text
    if ends["earliestEnd"]:
        finish = _between(ends["earliestEnd"], ends["end"])
    if begin.startswith("[") or finish.startswith("["):
        found.say(where, "from when and until when it lasts is in doubt: kept in words")
        return f"{_about(begin, ends['start'])}/{_about(finish, ends['end'])}", written
    return begin if begin == finish else f"{begin}/{finish}", ""


def _moment(ends: Mapping[str, When | None]) -> str:
    """One moment between the first and the last of the dates."""
    return _between(ends["start"], ends["end"] or ends["latestStart"])


def _words_of_more(ends: Mapping[str, When | None], written: str) -> str:
    """Of a moment the two dates between its limits say nothing that EDTF could."""
    return written if ends["end"] and (ends["latestStart"] or ends["earliestEnd"]) else ""


def _about(date: str, limit: When) -> str:
    """The outer limit as approximate where the date is a set, which no interval can hold."""
    return f"{limit.text}~" if date.startswith("[") else date


def _between(first: When | None, last: When | None) -> str:
    """Some moment from the first instant to the last: a day, month or year if it is just that."""
    if first is None or last is None or first.text == last.text:
        return first.text if first else ""
    start, end = first.span.earliest, last.span.earliest
    if start is not None and end is not None and start < end and not last.has_time:
        year, month, day = civil_from_days(start)
        following = civil_from_days(end)
        if following == (year + 1, 1, 1) and (month, day) == (1, 1):
            return edtf_day(year)
        if following == (year + month // 12, month % 12 + 1, 1) and day == 1:
            return edtf_day(year, month)
        if end == start + 1:
            return edtf_day(year, month, day)
    return f"[{first.text}..{last.text}]"


def _when(text: str) -> When | None:
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            part = {name: value for name, value in match.groupdict().items() if value}
            return _read(part)
    return None


def _read(part: Mapping[str, str]) -> When | None:
    year = int(part["year"])
    if part.get("era", "").upper().startswith("B"):
        year = 1 - year
    named = part.get("name", "").lower()
    month = _MONTHS.index(named) + 1 if named else int(part.get("month", 0))
    text = edtf_day(year, month, int(part.get("day", 0)))
    has_time = bool(re.search("[1-9]", part.get("time", "")))
    try:
        return When(text, parse(text), has_time)
    except EDTFError:
        return None
