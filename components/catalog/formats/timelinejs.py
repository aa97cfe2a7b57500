"""TimelineJS, by Knight Lab: its JSON (format 3) and the columns of its spreadsheet.

A slide has a start, perhaps an end, and a text for the date; so an imprecise date is drawn as long
as it can have been, and said in words. Texts are HTML there: everything is escaped. Years before 1
are counted without a year 0, as its readers read them. The date as written stands under `edtf`, a
key and a column that TimelineJS does not know and passes over.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days
from components.catalog.formats.events_csv import formula_safe
from components.catalog.formats.parts import (
    NO_BOUND,
    date_words,
    events_of,
    json_text,
    particulars,
    shown_days,
    terms_of_use,
)
from components.catalog.models import Event, Period

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type",
    "Group", "Background",
    # Ours, to the right of those that its template reads.
    "Id", "EDTF", "Old Style",
)  # fmt: skip
_UNITS = ("year", "month", "day")


def timelinejs(catalog: Catalog, table: pd.DataFrame) -> str:
    """A timeline as one JSON document: a title slide with the terms of use, slides, eras."""
    slides = (_slide(catalog, event) for event in events_of(catalog, table) if not why_not(event))
    title = {"text": {"headline": escape(catalog.header.title, False), "text": _title(catalog)}}
    document = {"title": title, "events": list(slides), "eras": list(_eras(catalog))}
    return json_text(document)


def timelinejs_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """The same for its spreadsheet template: a row a slide, CRLF, safe to open in Excel."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    head = {"Headline": escape(catalog.header.title, False), "Text": _title(catalog)}
    rows = [
        head | {"Type": "title"},
        *(_row(_slide(catalog, e)) for e in events_of(catalog, table) if not why_not(e)),
        *(_row(era) | {"Type": "era"} for era in _eras(catalog)),
    ]
    for row in rows:
        # A year before 1 is a negative number, not a formula.
        is_number = ("Year", "End Year")
        writer.writerow(
            {name: cell if name in is_number else formula_safe(cell) for name, cell in row.items()}
        )
    return text.getvalue()


def why_not(event: Event) -> str:
    """Why an event has no slide, "" where it has one."""
    return NO_BOUND if shown_days(event.date) is None else ""


def _title(catalog: Catalog) -> str:
    return "".join(_paragraphs(catalog.header.description, terms_of_use(catalog.header)))


def _slide(catalog: Catalog, event: Event) -> dict[str, Any]:
    beside = [f"{label}: {text}" for label, text in particulars(catalog, event)[1:]]
    collection = catalog.collections[catalog.collection_of[event.id]]
    return {
        "unique_id": event.id,
        **dates_of(event.date),
        "display_date": date_words(event),
        "text": {
            "headline": escape(event.title, False),
            "text": f'<div class="summary">{"".join(_paragraphs(event.summary))}</div>'
            + "".join(_paragraphs(*beside)),
        },
        "group": escape(collection.title, False),
        "edtf": event.date.text,
        **({"old_style": event.old_style.text} if event.old_style else {}),
    }


def dates_of(span: Span) -> dict[str, dict[str, int]]:
    """`start_date` and perhaps `end_date`; nothing where neither end is known.

    A known or plain date is as precise as it is; anything else goes from its first to its last day.
    """
    if span.parts and span.precision in _UNITS and span.estimated_year is None:
        numbers = [part.value for part in span.parts]
        if None not in numbers:
            return {"start_date": _numbered(numbers)}
    days = shown_days(span)
    if days is None:
        return {}
    first, last = days
    start = {"start_date": _numbered(civil_from_days(first))}
    return start if first == last else start | {"end_date": _numbered(civil_from_days(last))}


def _numbered(numbers: Any) -> dict[str, int]:
    year, *others = numbers
    return dict(zip(_UNITS, (year if year > 0 else year - 1, *others), strict=False))


def _eras(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Periods of the collections; an era needs two ends."""
    for collection in catalog.collections.values():
        for period in collection.periods:
            if None not in (period.date.earliest, period.date.latest):
                yield _era(period)


def _era(period: Period) -> dict[str, Any]:
    days = (period.date.earliest, period.date.latest)
    start, end = (_numbered(civil_from_days(day)) for day in days)
    text = {"headline": escape(period.label, False)}
    return {"start_date": start, "end_date": end, "text": text}


def _paragraphs(*texts: str) -> Iterator[str]:
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return (f"<p>{escape(line, False)}</p>" for line in lines if line)


def _row(slide: dict[str, Any]) -> dict[str, str]:
    row = {
        "Display Date": slide.get("display_date", ""),
        "Headline": slide["text"]["headline"],
        "Text": slide["text"].get("text", ""),
        "Group": slide.get("group", ""),
        "Id": slide.get("unique_id", ""),
        "EDTF": slide.get("edtf", ""),
        "Old Style": slide.get("old_style", ""),
    }
    for prefix, key in (("", "start_date"), ("End ", "end_date")):
        for unit, number in slide.get(key, {}).items():
            row[f"{prefix}{unit.capitalize()}"] = str(number)
    return row
