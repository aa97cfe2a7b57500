"""GeoJSON (RFC 7946): the events as points for any map, with `when` as in Linked Places.

What the file says of itself stands beside its features, where programs that do not know it pass it
over.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.formats.document import iso_day
from components.catalog.formats.parts import (
    date_words,
    events_of,
    json_text,
    source_notes,
)
from components.catalog.models import Event, Place


def geojson(catalog: Catalog, table: pd.DataFrame) -> str:
    """A FeatureCollection: a point an event, in degrees east and north (WGS 84)."""
    header = catalog.header
    features = [_feature(catalog, event) for event in events_of(catalog, table)]
    return json_text({
        "type": "FeatureCollection",
        "title": header.title,
        "licence": header.licence,
        "version": header.version,
        "citation": header.cite,
        "features": features,
    })  # fmt: skip


def _feature(catalog: Catalog, event: Event) -> dict[str, Any]:
    place = catalog.places[event.place]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _point(place),
        "properties": {
            "title": event.title,
            "date": event.date.text,
            "date_words": date_words(event),
            "earliest": iso_day(event.date.earliest),
            "latest": iso_day(event.date.latest),
            "old_style": event.old_style.text if event.old_style else None,
            "place": place.label,
            "extent": place.extent,
            "collection": catalog.collection_of[event.id],
            "country": event.country or place.country,
            "kind": event.kind,
            "importance": event.importance,
            "themes": list(event.themes),
            "tendencies": list(dict.fromkeys(role.tendency for role in event.roles)),
            "summary": event.summary,
            "sources": source_notes(catalog, event),
        },
        "when": {"timespans": [timespan(event.date)]},
    }


def _point(place: Place) -> dict[str, Any] | None:
    """None is what the format has for a feature without a known place (RFC 7946, 3.2)."""
    return place.point and {"type": "Point", "coordinates": [*reversed(place.point)]}


def timespan(span: Span) -> dict[str, dict[str, str]]:
    """Start and end as written; what is one day somewhere has one start, between two days."""
    if span.is_interval:
        ends = {"start": span.start, "end": span.end}
        return {name: {"in": end.text} for name, end in ends.items() if end}
    if span.parts:
        return {"start": {"in": span.text}}
    days = {"earliest": iso_day(span.earliest), "latest": iso_day(span.latest)}
    return {"start": {name: day for name, day in days.items() if day}}
