"""The formats that are accepted: from the bytes of a file to records of ours.

To add one: a function from bytes to `Found` that raises `Refused` for what it cannot read at all,
its entry here, its test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from components.catalog.formats.yaml_text import records_text
from components.catalog.imports.bibtex import from_bibtex
from components.catalog.imports.csl import from_csl
from components.catalog.imports.csv import from_csv
from components.catalog.imports.icalendar import from_icalendar
from components.catalog.imports.incoming import Found
from components.catalog.imports.markwhen import from_markwhen
from components.catalog.imports.ris import from_ris
from components.catalog.imports.timelinejs import from_timelinejs, from_timelinejs_csv
from components.catalog.models import Event, Record, Source
from components.catalog.reading.shape_words import written_fields


class Reader(NamedTuple):
    """How a format is read, and which records it gives."""

    read: Callable[[bytes], Found]
    gives: type[Record]


READERS: dict[str, Reader] = {
    "csv": Reader(from_csv, Event),
    "ical": Reader(from_icalendar, Event),
    "timelinejs": Reader(from_timelinejs, Event),
    "timelinejs-csv": Reader(from_timelinejs_csv, Event),
    "markwhen": Reader(from_markwhen, Event),
    "csl-json": Reader(from_csl, Source),
    "bibtex": Reader(from_bibtex, Source),
    "ris": Reader(from_ris, Source),
}


def yaml_of(found: Found, gives: type[Record], name: str) -> str:
    """The records as the text of a file of ours, with what is still to be written in them."""
    needed = [name for name, field in written_fields(gives).items() if field.is_required()]
    missing = [name for name in needed if any(name not in record for record in found.records)]
    kind = gives.__name__.lower()
    lines = [f"# From {name}."]
    if missing and found.records:
        lines.append(f"# Still to be written in some or all of them: {', '.join(missing)}.")
        lines.append(f"# What they mean: python -m components new {kind}")
    return "\n".join(lines) + "\n\n" + records_text(found.records)
