"""iCalendar (RFC 5545): whole days for “on this day” in any calendar.

A calendar knows days and nothing of doubt. A day that is known is that day; a month or a span is
as long as it can have been, and its title then says the date in words and its status is tentative.
One day somewhere in a year or more is left out: it would be a bar of a year about which nothing is
known. The date as written stands in `X-EDTF`, the Old Style one in `X-OLD-STYLE`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days
from components.catalog.formats.parts import (
    BEYOND,
    NO_BOUND,
    date_words,
    events_of,
    inline,
    is_exact,
    is_within_four_digits,
    labels,
    particulars,
    shown_days,
    terms_of_use,
)
from components.catalog.models import Event

MOST_DAYS_OF_DOUBT = 92  # a season
TOO_WIDE = "one day somewhere in more than a season: too wide for a calendar"
# When an event was last revised is not known here; the version is that of the whole catalogue.
_STAMP = "19700101T000000Z"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def icalendar(catalog: Catalog, table: pd.DataFrame) -> str:
    """The events as a calendar, lines ended by CR LF and folded at 75 octets."""
    header = catalog.header
    about = f"{header.description}\n\n{terms_of_use(header)}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Historical catalogue//iCalendar//EN",
        "CALSCALE:GREGORIAN",
        # RFC 7986 has a name and a description for the whole; many programs know only the older.
        *(f"{name}:{_text(header.title)}" for name in ("NAME", "X-WR-CALNAME")),
        *(f"{name}:{_text(about)}" for name in ("DESCRIPTION", "X-WR-CALDESC")),
    ]
    themes = labels(catalog)
    place = uuid.uuid5(uuid.NAMESPACE_URL, header.title)
    for event in events_of(catalog, table):
        if not why_not(event):
            lines += _event(catalog, event, themes, f"{event.id}@{place}")
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def why_not(event: Event) -> str:
    """Why an event has no place in a calendar, "" where it has one."""
    days = shown_days(event.date)
    if days is None:
        return NO_BOUND
    if not is_within_four_digits((days[0], days[1] + 1)):
        return BEYOND
    is_lasting = event.date.is_interval and not _is_half_known(event.date)
    return "" if is_lasting or days[1] - days[0] < MOST_DAYS_OF_DOUBT else TOO_WIDE


def _is_half_known(span: Span) -> bool:
    return span.earliest is None or span.latest is None


def _event(catalog: Catalog, event: Event, themes: dict[str, str], uid: str) -> Iterator[str]:
    place = catalog.places[event.place]
    is_plain = is_exact(event.date)
    title = event.title if is_plain else f"{event.title} ({date_words(event)})"
    first, last = shown_days(event.date)
    beside = "\n".join(f"{label}: {text}" for label, text in particulars(catalog, event))
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_STAMP}"
    yield f"DTSTART;VALUE=DATE:{_date(first)}"
    yield f"DTEND;VALUE=DATE:{_date(last + 1)}"  # the day after
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(event.summary)}\\n\\n{_text(beside)}"
    yield f"LOCATION:{_text(place.label)}"
    if place.point:
        yield "GEO:{:.6f};{:.6f}".format(*place.point)
    yield f"CATEGORIES:{','.join(_text(themes[theme]) for theme in event.themes)}"
    yield f"STATUS:{'CONFIRMED' if is_plain else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy because of it
    yield f"X-EDTF:{_text(event.date.text)}"
    if event.old_style:
        yield f"X-OLD-STYLE:{_text(event.old_style.text)}"
    yield f"X-TITLE:{_text(event.title)}"
    yield "END:VEVENT"


def _date(day: int) -> str:
    year, month, day_of_month = civil_from_days(day)
    return f"{year:04d}{month:02d}{day_of_month:02d}"


def _text(text: str) -> str:
    """A value of the type TEXT: escaped, no control character."""
    return "\n".join(map(inline, text.split("\n"))).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line broken after at most 75 octets, never inside a character (RFC 5545, 3.1)."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > 75:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n".join(parts)
