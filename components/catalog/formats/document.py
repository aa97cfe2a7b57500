"""The whole catalogue in one document, for others to use, and how a file is written.

Other programs' formats are in the package `formats`.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from components.catalog.catalog import Catalog
from components.catalog.citations.csl import csl_json
from components.catalog.dates.calendars import civil_from_days
from components.catalog.dates.words import words
from components.catalog.models import Event, Reading, Record


def json_document(catalog: Catalog) -> dict[str, Any]:
    """The catalogue as plain data: lists of records in the order of display.

    Dates are EDTF as written, with `earliest` and `latest` as ISO 8601 days (None where an end is
    open or unknown). Events carry what is otherwise linked: place, readings of their disputes.
    """
    return {
        "catalog": _plain(catalog.header),
        "collections": _all(catalog.collections),
        "events": [event_data(catalog, event) for event in catalog.events.values()],
        "sources": [csl_json(source) for source in catalog.sources.values()],
        "indicators": _homed(catalog, catalog.indicators),
        "vocabulary": _plain(catalog.vocabulary),
        "people": _all(catalog.people),
        "organisations": _all(catalog.organisations),
        "places": _all(catalog.places),
        "disputes": _homed(catalog, catalog.disputes),
        "reviews": _all(catalog.reviews),
        "comparisons": _all(catalog.comparisons),
    }


def event_data(catalog: Catalog, event: Event) -> dict[str, Any]:
    """One event as plain data, with its collection, country, place and readings."""
    place = catalog.places[event.place]
    linked = {
        "date_words": words(event.date, event.old_style),
        "earliest": iso_day(event.date.earliest),
        "latest": iso_day(event.date.latest),
        "collection": catalog.collection_of[event.id],
        "country": event.country or place.country,
        "place": _plain(place, ("id", "label", "lat", "lon", "country")),
        "readings": [
            *(_reading(reading) for reading in event.readings),
            *(
                _reading(reading, dispute)
                for dispute in event.disputes
                for reading in catalog.disputes[dispute].readings
            ),
        ],
    }
    return {**_plain(event), "label": event.label or event.title, **linked}


def iso_day(number: int | None) -> str | None:
    """A day number as ISO 8601: four digits for the year, more with a sign (`+12000-01-01`)."""
    if number is None:
        return None
    year, month, day = civil_from_days(number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def json_text(catalog: Catalog, events: Container[str] | None = None) -> str:
    """The catalogue as one JSON document (see `json_document`), UTF-8, indented.

    events: ids of the events that are in it; all where it is None
    """
    document = json_document(catalog)
    if events is not None:
        document["events"] = [one for one in document["events"] if one["id"] in events]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write(data: str | bytes, path: Path) -> None:
    """Write a file (text as UTF-8) whole or not at all; OSError when that cannot be done."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
        # A temporary file is for its owner's eyes only, an exported one for whom files are for.
        umask = os.umask(0)
        os.umask(umask)
        draft.chmod(0o666 & ~umask)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _all(records: Mapping[str, Record]) -> list[dict[str, Any]]:
    return [_plain(record) for record in records.values()]


def _homed(catalog: Catalog, records: Mapping[str, Record]) -> list[dict[str, Any]]:
    homes = catalog.collection_of
    return [{**_plain(one), "collection": homes[name]} for name, one in records.items()]


def _plain(record: Record, only: Iterable[str] | None = None) -> dict[str, Any]:
    """A record as plain data, empty fields included, whole numbers without a point."""
    data = record.model_dump(mode="json", by_alias=True, include=set(only) if only else None)
    return _whole(data)


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _reading(reading: Reading, dispute: str | None = None) -> dict[str, Any]:
    return {**_plain(reading), "dispute": dispute}
