"""Results of a query to Wikidata (SPARQL 1.1 results in JSON) as events.

The query decides what is in them; read are variables of these names, others are said:

    SELECT ?item ?itemLabel ?itemDescription ?date ?datePrecision ?dateCalendar WHERE {
      ?item p:P585/psv:P585 [wikibase:timeValue ?date; wikibase:timePrecision ?datePrecision;
                             wikibase:timeCalendarModel ?dateCalendar] . … }

`start` and `end` with the same endings make an interval. A date without its precision is carried
only if it is not the first of a month: “1917-01-01” may be all of 1917, or its January.
Source of the rules: Help:Dates of Wikidata; RDF dump format of Wikibase: years have a year 0,
a day of the Julian calendar is given in the Gregorian, and a month or year is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from components.catalog.citations.csl import one_line
from components.catalog.dates import Span
from components.catalog.dates.calendars import days_from_civil, iso, julian_from_days
from components.catalog.imports.incoming import (
    Found,
    Refused,
    add_event,
    each,
    edtf_day,
    from_json,
    read_date,
    text_in,
)
from components.catalog.reading.progress import Tell, nobody

_TITLE = ("itemlabel", "eventlabel", "label", "title")
_ABOUT = ("itemdescription", "eventdescription", "description")
_ITEM = ("item", "event")
_DATE = {
    "date": ("date", "time", "pointintime", "when"),
    "start": ("start", "starttime", "startdate", "begin"),
    "end": ("end", "endtime", "enddate"),
}
_TIME = re.compile(r"([+-]?[0-9]{1,16})-([0-9]{2})-([0-9]{2})(T[0-9:.]+Z?)?")
_JULIAN = "Q1985786"
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY, _MILLENNIUM = 11, 10, 9, 8, 7, 6
_REPEATED = "rows that repeat an item"


class _Point(NamedTuple):
    """EDTF, "" where it cannot be told; Old Style, "" where it was New; words of the file."""

    date: str = ""
    old_style: str = ""
    words: str = ""


def from_wikidata(data: bytes, tell: Tell = nobody) -> Found:
    """The rows of a result, one event for each item."""
    found = Found()
    seen: dict[str, str] = {}
    for number, row in each(_rows(from_json(data)), tell):
        if isinstance(row, Mapping):
            _row(found, f"row {number}", _values(row), seen)
        else:
            found.say(f"row {number}", "it is no row: not carried")
    return found


def _rows(document: Any) -> list[Any]:
    """Bindings of a result; the service's shorter form is a list of rows."""
    results = document.get("results") if isinstance(document, Mapping) else None
    rows = results.get("bindings") if isinstance(results, Mapping) else None
    if isinstance(document, list) and any(_is_row(row) for row in document):
        rows = document
    if not isinstance(rows, list):
        raise Refused("it is not a result of SPARQL: it has no list “results”, “bindings”")
    return rows


def _is_row(row: Any) -> bool:
    return isinstance(row, Mapping) and any(f"{name}Label" in row for name in _ITEM)


def _values(row: Mapping[str, Any]) -> dict[str, str]:
    """Variable → value; names in small letters without signs."""
    values = {}
    for name, cell in row.items():
        value = text_in(cell.get("value") if isinstance(cell, Mapping) else cell)
        values[re.sub("[^a-z0-9]", "", name.lower())] = value
    return {name: value for name, value in values.items() if value}


def _row(found: Found, where: str, row: dict[str, str], seen: dict[str, str]) -> None:
    used: set[str] = set()
    item = _take(row, _ITEM, used).rpartition("/")[2]
    title = one_line(_take(row, _TITLE, used))
    where = f"{where} “{title or item}”" if title or item else where
    points = {name: _point(found, where, row, names, used) for name, names in _DATE.items()}
    date, old_style, words = _date(found, where, points)
    if item and item in seen:
        found.unused[_REPEATED] += 1
        if seen[item] != date + words:
            found.say(where, f"it is in the file twice: its second date “{date}” is not carried")
        return
    seen[item] = date + words
    summary = _take(row, _ABOUT, used)
    for name in row:
        if name not in used:
            found.unused[f"variable “{name}”"] += 1
    more = {"aliases": [item.lower()]} if re.fullmatch("Q[0-9]{1,12}", item) else None
    is_named = title and title != item  # where no label is found the service gives the number
    if not is_named:
        found.say(where, "it has no label: not carried")
        return
    add_event(found, where, title=title, date=date, old_style=old_style, words=words,
              summary=summary, more=more)  # fmt: skip


def _take(row: Mapping[str, str], names: tuple[str, ...], used: set[str]) -> str:
    used.update(names)
    return next((row[name] for name in names if name in row), "")


def _date(found: Found, where: str, points: Mapping[str, _Point]) -> tuple[str, str, str]:
    """(EDTF, Old Style, words): of the point in time, else from start to end."""
    one, start, end = (points[name] for name in ("date", "start", "end"))
    if one.date or one.words:
        return one
    words = "; ".join(filter(None, (start.words, end.words)))
    if not (start.date or end.date):
        return "", "", words
    date = f"{start.date}/{end.date}"
    if isinstance(read_date(date), str):
        found.say(where, f"from “{start.date}” to “{end.date}” has no form in EDTF: kept in words")
        return "", "", "; ".join(filter(None, (date, words)))
    old_style = f"{start.old_style}/{end.old_style}" if start.old_style and end.old_style else ""
    return date, old_style, words


def _point(
    found: Found, where: str, row: Mapping[str, str], names: tuple[str, ...], used: set[str]
) -> _Point:
    name = next((name for name in names if name in row), "")
    if not name:
        return _Point()
    endings = {ending: (f"{name}{ending}", *([ending] if name == "date" else ()))
               for ending in ("precision", "calendar", "calendarmodel")}  # fmt: skip
    precision, *calendars = (_take(row, one, used) for one in endings.values())
    used.add(name)
    text = row[name]
    match = _TIME.fullmatch(text)
    if not match:
        found.say(where, f"its {name} “{text[:60]}” is no date: not carried")
        return _Point(words=text)
    year, month, day = (int(part) for part in match.groups()[:3])
    if not precision and (day != 1 or month == 0):
        precision = str(_DAY)
    if not precision.isdecimal() or len(precision) > 2:
        found.say(where, f"its {name} may mean a day, a month or a year: its precision is missing")
        return _Point(words=text[: text.find("T")] if "T" in text else text)
    is_julian = any(_JULIAN in one for one in calendars)
    return _read(found, where, (year, month, day), int(precision), is_julian)


def _read(
    found: Found, where: str, day: tuple[int, int, int], precision: int, is_julian: bool
) -> _Point:
    if precision >= _DAY:
        found.unused["times of day"] += precision > _DAY
        found.unused = +found.unused
        return _Point(edtf_day(*day), _julian(day) if is_julian else "")
    text = _coarse(day[0], day[1], precision)
    if not text:
        found.say(where, f"its date is of precision {precision}: kept in words")
        return _Point(words=f"{day[0]}, of precision {precision}")
    if not is_julian:
        return _Point(text)
    span = read_date(text, "julian")
    if isinstance(span, Span) and None not in (span.earliest, span.latest):
        return _Point(f"[{iso(span.earliest)}..{iso(span.latest)}]", text)
    return _Point(text, "", f"{text}, of the Julian calendar")


def _coarse(year: int, month: int, precision: int) -> str:
    """A month, year, decade, century or millennium; the last two begin with a year 1."""
    if precision == _MONTH:
        return edtf_day(year, month)
    if precision == _YEAR:
        return edtf_day(year)
    if precision == _DECADE and 0 <= year <= 9999:
        return f"{year // 10:03d}X"
    length = {_CENTURY: 100, _MILLENNIUM: 1000}.get(precision)
    if not length or not 1 <= year <= 9999:
        return ""
    first = (year - 1) // length * length + 1
    return f"[{edtf_day(first)}..{edtf_day(first + length - 1)}]"


def _julian(day: tuple[int, int, int]) -> str:
    try:
        return edtf_day(*julian_from_days(days_from_civil(*day)))
    except ValueError:  # no such day: what reads the date says so
        return ""
