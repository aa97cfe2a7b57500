"""Markwhen: a timeline as plain text, for Obsidian and markwhen.com.

It reads whole days, months and years and intervals of them, before year 1 years alone; anything
else is written as the days or years it can mean, with the date under `edtf` and in words below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days, iso
from components.catalog.formats.parts import (
    NO_BOUND,
    events_of,
    inline,
    is_within_four_digits,
    particulars,
    shown_days,
)
from components.catalog.models import Event

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_READABLE = re.compile(rf"{_DATE}(/{_DATE})?")
_SEASON = re.compile(r"[0-9]{4}-(2[1-9]|[34][0-9])")
# A line that its parser could take for an event, heading, list, comment, property or page.
_SPECIAL = re.compile(
    r"^\s*[^\w\s“‘(«„]|^\s*[0-9_]|:|^\s*$|^\s*(?:end\s?)?(?:group|section)\b", re.I
)
GUARD = "> "
_LONGEST = 100_000  # it reads years of five digits
_TOO_FAR = "years of more than five digits have no place there"


def markwhen(catalog: Catalog, table: pd.DataFrame) -> str:
    """The events under a heading for each collection, after a header with the terms of use."""
    header = catalog.header
    terms = {
        "title": header.title,
        "description": header.description,
        "licence": header.licence,
        "version": header.version,
        "cite": header.cite,
    }
    lines = ["---", *(f"{name}: {_quoted(text)}" for name, text in terms.items()), "---"]
    events = [event for event in events_of(catalog, table) if not why_not(event)]
    for id, collection in catalog.collections.items():
        inside = [event for event in events if catalog.collection_of[event.id] == id]
        if inside:
            lines += ["", f"# {inline(collection.title)}"]
        for event in inside:
            lines += ["", *_event(catalog, event)]
    return "\n".join(lines) + "\n"


def why_not(event: Event) -> str:
    """Why an event has no place in it, "" where it has one."""
    days = shown_days(event.date)
    if days is None:
        return NO_BOUND
    return "" if all(abs(civil_from_days(day)[0]) < _LONGEST for day in days) else _TOO_FAR


def _event(catalog: Catalog, event: Event) -> Iterator[str]:
    tags = "".join(f" #{theme.replace('-', '_')}" for theme in event.themes)
    yield f"{range_of(event.date)}: {inline(event.title)}{tags}"
    yield f"id: {event.id}"
    yield f"title: {_quoted(event.title)}"
    yield f"edtf: {_quoted(event.date.text)}"
    if event.old_style:
        yield f"old_style: {_quoted(event.old_style.text)}"
    for line in event.summary.split("\n"):
        yield f"{GUARD}{line}" if _SPECIAL.search(line) else line
    for label, text in particulars(catalog, event):
        yield f"{GUARD}{label}: {text}"


def range_of(span: Span) -> str:
    """A date as it reads it: as written where it can, else its first and last day or year."""
    days = shown_days(span)
    if not is_within_four_digits(days):
        first, last = (_year(civil_from_days(day)[0]) for day in days)
        return first if first == last else f"{first} - {last}"
    if _READABLE.fullmatch(span.text) and not _SEASON.search(span.text):
        return span.text
    first, last = map(iso, days)
    return first if first == last else f"{first}/{last}"


def _year(year: int) -> str:
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
