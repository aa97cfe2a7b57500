"""Parquet: the events with their lists as lists, for pandas, R, DuckDB and Polars.

Days are numbers, 0 is 1970-01-01 New Style, beside them the same as text, since neither pandas
nor R has days before the year 1. Licence, version and how to cite stand in the file's metadata.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.csl import one_line
from components.catalog.formats.document import event_data
from components.catalog.formats.parts import events_of
from components.catalog.models import Event
from components.catalog.reading.shape_words import written_fields

if TYPE_CHECKING:
    import pyarrow as pa


def parquet(catalog: Catalog, table: pd.DataFrame) -> bytes:
    """The events as one table; see `_schema` for its columns."""
    # Loaded here: it takes as long as all else together, and few commands need it.
    import pyarrow as pa
    import pyarrow.parquet as pq

    header = catalog.header
    terms = {
        "title": header.title,
        "description": one_line(header.description),
        "licence": header.licence,
        "version": header.version,
        "citation": one_line(header.cite),
        "language": header.language,
    }
    schema = _schema(pa).with_metadata(terms)
    rows = [_row(catalog, event) for event in events_of(catalog, table)]
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), data, compression="zstd")
    return data.getvalue()


def _row(catalog: Catalog, event: Event) -> dict[str, Any]:
    row = event_data(catalog, event)
    place = row["place"]
    return row | {
        "place": place["id"],
        "place_label": place["label"],
        "lat": place["lat"],
        "lon": place["lon"],
        "earliest_day": event.date.earliest,
        "latest_day": event.date.latest,
    }


def _schema(pa: Any) -> pa.Schema:
    """The columns with their types; of fields of an event also what authors are told of them."""
    text, texts = pa.string(), pa.list_(pa.string())
    citation = _struct(pa, "cite", "locator", "standing", "via", "note")
    role = pa.struct([("tendency", text), ("role", text), ("actors", texts), ("note", text)])
    reading = pa.struct([
        ("by", text), ("school", text), ("text", text), ("sources", pa.list_(citation)),
        ("dispute", text),
    ])  # fmt: skip
    columns = {
        "id": text, "title": text, "label": text, "date": text, "date_words": text,
        "earliest": text, "latest": text, "earliest_day": pa.int64(), "latest_day": pa.int64(),
        "old_style": text, "date_note": text, "collection": text, "country": text, "place": text,
        "place_label": text, "lat": pa.float64(), "lon": pa.float64(), "kind": text,
        "importance": pa.int8(), "themes": texts, "roles": pa.list_(role), "summary": text,
        "indicators": texts, "sources": pa.list_(citation), "disputes": texts,
        "readings": pa.list_(reading), "unknown": text,
        "related": pa.list_(_struct(pa, "event", "how")), "aliases": texts,
    }  # fmt: skip
    known = written_fields(Event)
    described = {name: known[name].description or "" for name in columns if name in known}
    return pa.schema([
        pa.field(name, kind, metadata={"description": described.get(name, "")})
        for name, kind in columns.items()
    ])  # fmt: skip


def _struct(pa: Any, *names: str) -> pa.DataType:
    return pa.struct([(name, pa.string()) for name in names])
