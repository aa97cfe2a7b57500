"""What several formats say of an event in the same way: its days, its sources, its terms of use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.chicago import plain, short_note
from components.catalog.citations.csl import one_line
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days
from components.catalog.dates.words import words
from components.catalog.models import Event, Header, Source
from components.catalog.references import references

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
NO_BOUND = "neither its start nor its end is known"
BEYOND = "years before 1 and after 9999 have no place there"


def events_of(catalog: Catalog, table: pd.DataFrame) -> Iterator[Event]:
    """The events of these rows, in their order."""
    return (catalog.events[id] for id in table.index)


def json_text(data: Any) -> str:
    """Data as a JSON file in its own script."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def terms_of_use(header: Header) -> str:
    """Licence, version and how to cite, in one line."""
    texts = (header.licence, header.version, one_line(header.cite))
    licence, version, cite = (text.removesuffix(".") for text in texts)
    return f"Licence: {licence}. Version: {version}. How to cite: {cite}."


# Dates ------------------------------------------------------------------------------------------


def shown_days(span: Span) -> tuple[int, int] | None:
    """First and last day to draw: all it can mean, of an open date the days of its known end."""
    first, last = span.earliest, span.latest
    if first is None and last is None:
        return None
    if first is None:
        end = span.end or span.members[-1].end or span.members[-1]
        return end.earliest if end.earliest is not None else last, last
    if last is None:
        start = span.start or span.members[0].start or span.members[0]
        return first, start.latest if start.latest is not None else first
    return first, last


def is_exact(span: Span) -> bool:
    """Whether its days say everything: none is doubtful and no end is open."""
    days = (span.earliest, span.latest)
    return None not in days and span.core == days and not (span.approximate or span.uncertain)


def is_within_four_digits(days: tuple[int, int]) -> bool:
    """Whether both days are in the years 1 to 9999."""
    return all(1 <= civil_from_days(day)[0] <= 9999 for day in days)


def date_words(event: Event) -> str:
    """The event's date in words, Old Style included."""
    return words(event.date, event.old_style)


# Words ------------------------------------------------------------------------------------------


def inline(text: str) -> str:
    """A text on one line: nothing in it ends a line or steers a terminal."""
    return _CONTROL.sub(" ", text)


def source_notes(catalog: Catalog, event: Event) -> list[str]:
    """Its sources as short notes, each with its locator."""
    return [
        plain(short_note(catalog.sources[one.cite], one.locator)).removesuffix(".")
        for one in event.sources
    ]


def particulars(catalog: Catalog, event: Event) -> list[tuple[str, str]]:
    """(label, one line of text) of what stands beside the summary: date, place, doubt, sources."""
    found = [
        ("Date", date_words(event)),
        ("On the date", event.date_note),
        ("Place", catalog.places[event.place].label),
        ("Not known", event.unknown),
        ("Sources", "; ".join(source_notes(catalog, event))),
    ]
    return [(label, one_line(text)) for label, text in found if text]


def labels(catalog: Catalog) -> dict[str, str]:
    """Theme id → label."""
    return {term.id: term.label for term in catalog.vocabulary.themes}


# Sources ----------------------------------------------------------------------------------------


def sources_of(catalog: Catalog, table: pd.DataFrame) -> list[Source]:
    """The sources on which these events rest, in the order of the bibliography file.

    With what belongs to the events: their readings, disputes and things counted. Where the table
    holds every event, every source of the catalogue.
    """
    if len(table) == len(catalog.events):
        return list(catalog.sources.values())
    found: set[str] = set()
    for event in events_of(catalog, table):
        records = [event]
        records += [catalog.disputes[id] for id in event.disputes]
        records += [catalog.indicators[id] for id in event.indicators]
        found |= set(_sources_named(records))
    return [source for id, source in catalog.sources.items() if id in found]


def _sources_named(records: Iterable[Any]) -> Iterator[str]:
    for record in records:
        for _, kinds, id in references(record):
            if "source" in kinds:
                yield id
