"""iCalendar as events, on whole days. Times of day and repetitions are said, not carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from components.catalog.citations.csl import one_line
from components.catalog.dates import EDTFError, Span, parse
from components.catalog.dates.calendars import days_from_civil, iso
from components.catalog.formats.parts import shown_days
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.incoming import Found, Refused, add_event, decoded, read_date

_FOLD = re.compile(rb"\r?\n[ \t]")
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(T[0-9]{6}Z?)?")
_DURATION = re.compile(r"P(?:([0-9]{1,4})W|([0-9]{1,5})D)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_KNOWN = frozenset({
    "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "X-EDTF", "X-OLD-STYLE",
    "X-TITLE", "RRULE", "RDATE",
    # Of no use to a history.
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "STATUS", "CLASS",
})  # fmt: skip
_BESIDE = "\n\nDate: "  # where what stands beside our own summaries begins


class _Value(NamedTuple):
    params: str
    text: str


def from_icalendar(data: bytes) -> Found:
    """The VEVENTs of a calendar."""
    text = decoded(_FOLD.sub(b"", data))
    if not re.match(r"\s*BEGIN:VCALENDAR", text, re.IGNORECASE):
        raise Refused("it is not iCalendar: it does not begin with BEGIN:VCALENDAR")
    found = Found()
    for number, properties in enumerate(_events(text), 1):
        _event(found, number, properties)
    return found


def _events(text: str) -> Iterator[dict[str, _Value]]:
    """The properties of each event, not those of alarms in it; the first of a name counts."""
    inside: list[str] = []
    event: dict[str, _Value] = {}
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if not match:
            continue
        name, value = match[1].upper(), _Value(match[2].upper(), match[3])
        if name == "BEGIN":
            inside.append(value.text.upper())
            event = {} if inside[-1] == "VEVENT" else event
        elif name == "END":
            if inside and inside.pop() == "VEVENT":
                yield event
        elif inside and inside[-1] == "VEVENT":
            event.setdefault(name, value)


def _event(found: Found, number: int, properties: dict[str, _Value]) -> None:
    texts = {name: _unescaped(value.text) for name, value in properties.items()}
    title = _title(texts)
    where = f"event {number} “{title}”" if title else f"event {number}"
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


def _date(found: Found, where: str, properties: dict[str, _Value]) -> str:
    """First and last day as EDTF, "" where it has none."""
    if "RRULE" in properties or "RDATE" in properties:
        found.say(where, "it repeats: its first time alone is carried")
    if "DTSTART" not in properties:
        return ""
    first, has_time = _day(properties["DTSTART"].text)
    if first is None:
        found.say(where, f"“{properties['DTSTART'].text}” is no day")
        return ""
    last = first
    if "DTEND" in properties:
        end, end_has_time = _day(properties["DTEND"].text)
        is_midnight = properties["DTEND"].text[8:15] == "T000000"
        # A day that ends an event is the day after its last.
        last = first if end is None else end - (not end_has_time or is_midnight)
    elif match := _DURATION.fullmatch(properties.get("DURATION", _Value("", "")).text):
        last = first + int(match[1] or 0) * 7 + int(match[2] or 0) - 1
    found.unused["times of day"] += has_time
    found.unused = +found.unused
    return _interval(first, max(first, last))


def _day(text: str) -> tuple[int | None, bool]:
    """The day number, None where it is none, and whether a time of day stands with it."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None, False
    try:
        parse(f"{match[1]}-{match[2]}-{match[3]}")
    except EDTFError:
        return None, False
    return days_from_civil(int(match[1]), int(match[2]), int(match[3])), bool(match[4])


def _interval(first: int, last: int) -> str:
    return iso(first) if first == last else f"{iso(first)}/{iso(last)}"


def _days_text(span: Span) -> str:
    days = shown_days(span)
    return _interval(*days) if days else ""


def _unescaped(text: str) -> str:
    plain = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return cleaned(plain)
