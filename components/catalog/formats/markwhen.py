"""Markwhen: a timeline as plain text, for Obsidian and markwhen.com.

It reads whole days, months and years and intervals of them; anything else is written as the days
it can mean, with the date as written under `edtf` and in words below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.dates.calendars import iso
from components.catalog.formats.parts import (
    BEYOND,
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
    return "" if is_within_four_digits(days) else BEYOND


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
    """A date as it reads it: as written where it can, else its first and last day."""
    if _READABLE.fullmatch(span.text) and not _SEASON.search(span.text):
        return span.text
    first, last = map(iso, shown_days(span))
    return first if first == last else f"{first}/{last}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
