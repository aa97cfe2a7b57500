"""PeriodO as periods of a collection: whose definition each is, and all four of its years.

PeriodO gives of each end a year, or the earliest and the latest it can be. An end in doubt has no
place in an EDTF interval: the outer year is taken and marked as approximate, both stand in `note`.
Source: the PeriodO data model, perio.do/technical-overview; data of periodo-server's tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from components.catalog.dates import Span
from components.catalog.imports.incoming import (
    Found,
    Refused,
    each,
    edtf_day,
    from_json,
    read_date,
    text_in,
)
from components.catalog.reading.progress import Tell, nobody

_LISTS = ("authorities", "periodCollections", "periods", "definitions", "@graph")
_READ = frozenset({
    "id", "@id", "type", "@type", "label", "localizedLabels", "language", "languageTag", "start",
    "stop", "note", "editorialNote", "temporal", "inScheme",
})  # fmt: skip
_DEEPEST = 4


class _End(NamedTuple):
    """EDTF of one end, "" where unknown; its words; whether it is between two years."""

    date: str
    words: str
    is_range: bool = False


def from_periodo(data: bytes, tell: Tell = nobody) -> Found:
    """The periods of a dataset, an authority, or one period alone."""
    document = from_json(data)
    found = Found()
    periods = list(_periods(document, "", 0))
    if not periods:
        raise Refused("it is not PeriodO: there is no period with “start” and “stop” in it")
    for number, (period, source) in each(periods, tell):
        _period(found, f"period {number}", period, source)
    return found


def _periods(value: Any, source: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every period with what its authority says of its source."""
    if not isinstance(value, Mapping) or depth > _DEEPEST:
        return
    if "start" in value and "stop" in value:
        yield value, source
        return
    here = _source(value.get("source")) or source
    for name in _LISTS:
        inside = value.get(name)
        entries = inside.values() if isinstance(inside, Mapping) else inside
        for entry in entries if isinstance(inside, Mapping | list) else ():
            yield from _periods(entry, here, depth + 1)


def _source(source: Any) -> str:
    """Citation, or title and year, of an authority's source, or of the whole it is part of."""
    if not isinstance(source, Mapping):
        return ""
    whole = source.get("partOf")
    about = {**whole, **source} if isinstance(whole, Mapping) else source
    named = text_in(about.get("citation")) or text_in(about.get("title"))
    more = (text_in(about.get(name)) for name in ("yearPublished", "locator"))
    return ", ".join(filter(None, (named.removesuffix("."), *more)))


def _period(found: Found, where: str, period: Mapping[str, Any], source: str) -> None:
    label = text_in(period.get("label")).replace("\n", " ")
    if not label:
        found.say(where, "it has no label: not carried")
        return
    where = f"{where} “{label}”"
    date, words = _date(found, where, period)
    note = (text_in(period.get(name)) for name in ("note", "editorialNote"))
    said = f"In the file: {words}" if words else ""
    notes = [*note, said, f"By: {source}" if source and not _exact(period) else ""]
    record = {"label": label, "date": date, "note": "\n".join(filter(None, notes))}
    for name, value in period.items():
        if value and name not in _READ:
            found.unused[f"“{name}”"] += 1
    found.records.append({name: text for name, text in record.items() if text})


def _exact(period: Mapping[str, Any]) -> str:
    """The date that we wrote ourselves, where the years beside it are still its years."""
    given = period.get("temporal")
    text = text_in(given.get("@value") if isinstance(given, Mapping) else given)
    read = read_date(text) if text else ""
    return text if isinstance(read, Span) else ""


def _date(found: Found, where: str, period: Mapping[str, Any]) -> tuple[str, str]:
    """The date as EDTF ("" for none) and the words of its ends."""
    if exact := _exact(period):
        return exact, ""
    start, stop = (_end(period.get(name), name) for name in ("start", "stop"))
    words = f"{start.words or '?'} to {stop.words or '?'}"
    if not start.date and not stop.date:
        found.say(where, "it has no year that can be carried")
        return "", words
    if start.is_range or stop.is_range:
        found.say(where, "in which years it begins and ends is in doubt: kept in its note")
    date = start.date if start.date == stop.date else f"{start.date}/{stop.date}"
    read = read_date(date)
    if isinstance(read, str):
        found.say(where, f"date: {read.removesuffix('.')}. It is kept in its note.")
        return "", words
    return date, words


def _end(value: Any, name: str) -> _End:
    value = value if isinstance(value, Mapping) else {}
    inside = value.get("in")
    years = inside if isinstance(inside, Mapping) else {}
    label = text_in(value.get("label"))
    if year := _year(years.get("year")):
        return _End(year, label or year)
    both = [_year(years.get(f"{which}Year")) for which in ("earliest", "latest")]
    if not any(both):
        return _End("", label)
    outer = both[0] or both[1] if name == "start" else both[1] or both[0]
    limits = f"between {both[0] or '?'} and {both[1] or '?'}"
    if both[0] == both[1]:
        return _End(outer, label or outer)
    return _End(f"{outer}~", f"{label} ({limits})" if label else limits, is_range=True)


def _year(value: Any) -> str:
    """A year with a year 0, as xsd:gYear has it, as EDTF; "" where it is none."""
    text = text_in(value)
    return edtf_day(int(text)) if re.fullmatch(r"[-+]?[0-9]{1,15}", text) else ""
