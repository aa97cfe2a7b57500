"""iCalendar as events, on whole days. Times of day and repetitions are said, not carried.

The lines are read by the library icalendar, which tells of each event what of it is not understood
and reads megabytes of anything in one pass.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Component, Event
from icalendar.error import BrokenCalendarProperty

from components.catalog.citations.csl import one_line
from components.catalog.dates import Span
from components.catalog.dates.calendars import days_from_civil, iso
from components.catalog.formats.parts import shown_days
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.incoming import Found, Refused, add_event, decoded, each, read_date
from components.catalog.reading.progress import Tell, nobody

_KNOWN = frozenset({
    "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "X-EDTF", "X-OLD-STYLE",
    "X-TITLE", "RRULE", "RDATE",
    # Of no use to a history.
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "STATUS", "CLASS",
})  # fmt: skip
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_TEXTS = ("UID", "SUMMARY", "DESCRIPTION", "X-EDTF", "X-OLD-STYLE", "X-TITLE")
_EDGE = re.compile(r"^(BEGIN|END):VEVENT[ \t]*\r?$\n?", re.MULTILINE)
_FAULTS = (ValueError, KeyError, IndexError)
_DATES = ("DTSTART", "DTEND", "DURATION", "RDATE")
_BESIDE = "\n\nDate: "  # where what stands beside our own summaries begins


def from_icalendar(data: bytes, tell: Tell = nobody) -> Found:
    """The VEVENTs of one or several calendars."""
    text = decoded(data)
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise Refused("it is not iCalendar: it does not begin with BEGIN:VCALENDAR")
    found = Found()
    for number, event in enumerate(_one_by_one(text, tell) or _at_once(text), 1):
        _event(found, number, event)
    return found


def _at_once(text: str) -> list[Component]:
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except _FAULTS as error:
        raise Refused(f"it is not iCalendar: {one_line(str(error))[:200]}") from None
    if not calendars:
        raise Refused("it is not iCalendar: END:VCALENDAR is missing")
    return [event for calendar in calendars for event in calendar.walk("VEVENT")]


def _one_by_one(text: str, tell: Tell) -> list[Component]:
    """The events of a text in which nothing is odd, none of any other; `tell` hears of each.

    The library reads a text as a whole, which takes a second for 2,000 events.
    """
    edges = list(_EDGE.finditer(text))
    begins, ends = edges[::2], edges[1::2]
    if {edge[1] for edge in begins} != {"BEGIN"} or {edge[1] for edge in ends} != {"END"}:
        return []
    inside = [(begin.start(), end.end()) for begin, end in zip(begins, ends, strict=False)]
    outside = zip((0, *(end for _, end in inside)), (*(start for start, _ in inside), None),
                  strict=True)  # fmt: skip
    try:
        rest = "".join(text[start:end] for start, end in outside)
        calendars = Calendar.from_ical(rest, multiple=True)
        if len(begins) > len(ends) or not calendars or any(c.walk("VEVENT") for c in calendars):
            return []
        pieces = (text[start:end] for start, end in inside)
        return [Event.from_ical(piece) for _, piece in each(pieces, tell)]
    except _FAULTS:
        return []


def _properties(event: Component) -> dict[str, Any]:
    """Name → value as the library has it; of several of one name the first."""
    return {name: value[0] if isinstance(value, list) else value for name, value in event.items()}


def _text(value: Any) -> str:
    """What is written, without the signs by which commas and line ends are written there."""
    written = str(value) if isinstance(value, str) else value.to_ical()
    return cleaned(written.decode("utf-8", "replace") if isinstance(written, bytes) else written)


def _unescaped(text: str) -> str:
    return cleaned(_ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text))


def _event(found: Found, number: int, event: Component) -> None:
    properties = _properties(event)
    texts = {name: _text(value) for name, value in properties.items() if name in _TEXTS}
    # Of names that begin with X- the library does not know that they are text.
    texts |= {name: _unescaped(text) for name, text in texts.items() if name.startswith("X-")}
    title = _title(texts)
    where = f"event {number} “{title}”" if title else f"event {number}"
    for name, what in event.errors:
        if name not in _DATES:
            found.say(where, f"a line is not understood: {one_line(what)[:200]}")
    date = _date(found, where, properties)
    given_id, summary = "", texts.get("DESCRIPTION", "")
    exact = texts.get("X-EDTF", "")
    read = read_date(exact) if exact else ""
    if isinstance(read, Span) and _days_text(read) == date:
        # Ours: the id stands before the @, and what stands beside the summary is ours too.
        date, given_id = exact, texts.get("UID", "").partition("@")[0]
        summary = summary.rpartition(_BESIDE)[0] or summary
    elif exact:
        found.say(where, f"X-EDTF “{exact}” does not fit “{date}”, which is taken")
    for name in properties:
        if name not in _KNOWN:
            found.unused[name] += 1
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=given_id,
        old_style=texts.get("X-OLD-STYLE", ""),
        summary=cleaned(summary),
    )


def _title(texts: dict[str, str]) -> str:
    """SUMMARY; without the date in words that was added to it when it was exported."""
    shown, exact = texts.get("SUMMARY", ""), texts.get("X-TITLE", "")
    if exact and (shown == exact or shown.startswith(f"{exact} (")):
        return exact
    return one_line(shown).strip()


def _date(found: Found, where: str, properties: dict[str, Any]) -> str:
    """First and last day as EDTF, "" where it has none."""
    if "RRULE" in properties or "RDATE" in properties:
        found.say(where, "it repeats: its first time alone is carried")
    if "DTSTART" not in properties:
        return ""
    start = _moment(properties["DTSTART"])
    if start is None:
        found.say(where, f"“{_text(properties['DTSTART'])}” is no day")
        return ""
    end = _moment(properties.get("DTEND"))
    duration = _time_of(properties.get("DURATION"))
    if end is None and isinstance(duration, timedelta):
        end = start + duration
    found.unused["times of day"] += isinstance(start, datetime)
    found.unused = +found.unused
    first = _day(start)
    return _interval(first, max(first, first if end is None else _last_day(end)))


def _moment(value: Any) -> date | None:
    """A day, or a day with a time (in the zone that is written); None for anything else."""
    moment = _time_of(value)
    return moment if isinstance(moment, date) else None


def _time_of(value: Any) -> Any:
    """What the library read of a date or duration; None where it could not, or there is none."""
    try:
        return value.dt
    except (AttributeError, BrokenCalendarProperty):
        return None


def _last_day(end: date) -> int:
    """A day, or midnight, that ends an event is the day after its last."""
    is_whole = not isinstance(end, datetime) or end.time() == time()
    return _day(end) - is_whole


def _day(moment: date) -> int:
    return days_from_civil(moment.year, moment.month, moment.day)


def _interval(first: int, last: int) -> str:
    return iso(first) if first == last else f"{iso(first)}/{iso(last)}"


def _days_text(span: Span) -> str:
    days = shown_days(span)
    return _interval(*days) if days else ""
