"""The `when` of Linked Places and Linked Traces as EDTF, whose signs ~ ? % it uses itself.

A timespan has a start and mostly an end, each `in` a date, or between an `earliest` and a `latest`.
Without an end it is the time that its start describes (README of linked-places-format, 1.1); of
a start between two days that is one day between them. Earlier drafts of both formats write the
dates without `in`, and a list without `timespans`; these are read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from components.catalog.dates import Span
from components.catalog.imports.incoming import Found, read_date, text_in


class _End(NamedTuple):
    """A date, or the two between which it lies."""

    date: str = ""
    earliest: str = ""
    latest: str = ""

    def __bool__(self) -> bool:
        return any(self)

    @property
    def text(self) -> str:
        return self.date or f"[{self.earliest}..{self.latest}]"

    @property
    def words(self) -> str:
        return self.date or f"between {self.earliest or '?'} and {self.latest or '?'}"


def when_of(found: Found, where: str, when: Any) -> tuple[str, str]:
    """The date as EDTF ("" where there is none) and words of the file that it cannot hold."""
    spans = when.get("timespans") if isinstance(when, Mapping) else when
    spans = [one for one in spans if isinstance(one, Mapping)] if isinstance(spans, list) else []
    periods = when.get("periods") if isinstance(when, Mapping) else None
    names = [text_in(one.get("name")) for one in periods or () if isinstance(one, Mapping)]
    dates, words = [], [f"period {name}" for name in names if name]
    if isinstance(when, Mapping):
        said = {name: text_in(when.get(name)) for name in ("label", "duration")}
        words += [f"{name} {text}" for name, text in said.items() if text]
    for span in spans:
        date, said = _timespan(found, where, span)
        dates += [date] if date else []
        words += [said] if said else []
    if len(dates) < 2:
        return "".join(dates), "; ".join(words)
    every = f"{{{','.join(dates)}}}"
    if isinstance(read_date(every), Span):
        return every, "; ".join(words)
    found.say(where, f"it has {len(dates)} timespans: the first alone is its date")
    return dates[0], "; ".join([*words, *dates[1:]])


def _timespan(found: Found, where: str, span: Mapping[str, Any]) -> tuple[str, str]:
    start, end = _end(span.get("start")), _end(span.get("end"))
    if not start and not end:
        start = _end(span)
    if not end:
        return (start.text if start else ""), ""
    if start.date == end.date and end.date:
        return end.date, ""
    if start.date and end.date and "/" not in start.date + end.date:
        return f"{start.date}/{end.date}", ""
    words = f"from {start.words if start else '?'} to {end.words}"
    first, last = start.date or start.earliest, end.date or end.latest
    if not last or "/" in first + last:
        found.say(where, "its timespan has no form in EDTF: it is kept in words")
        return "", words
    found.say(where, "from when and until when it lasts is in doubt: kept in words")
    first = f"{first}~" if first and not start.date else first
    return f"{first}/{last if end.date else f'{last}~'}", words


def _end(value: Any) -> _End:
    if not isinstance(value, Mapping):
        return _End(text_in(value))
    return _End(*(text_in(value.get(name)) for name in ("in", "earliest", "latest")))
