"""The formats that are accepted: from the bytes of a file to records of ours.

To add one: a function from bytes, and whom to tell how far it has come, to `Found`, that raises
`Refused` for what it cannot read at all; its entry here, its test.
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
from components.catalog.imports.linked_places import from_geojson
from components.catalog.imports.linked_traces import from_linked_traces
from components.catalog.imports.markwhen import from_markwhen
from components.catalog.imports.periodo import from_periodo
from components.catalog.imports.ris import from_ris
from components.catalog.imports.simile import from_simile
from components.catalog.imports.timelinejs import from_timelinejs, from_timelinejs_csv
from components.catalog.imports.wikidata import from_wikidata
from components.catalog.models import Event, Period, Record, Source
from components.catalog.reading.shape_words import written_fields


class Reader(NamedTuple):
    """How a format is read, which records it gives, and what people should know before.

    read: from the bytes of a file, and whom to tell of each record, to what was found in it; raises
        Refused
    title: its name, for people
    leaves: what of such files is not carried, in words; a single file says more when it is read
    """

    read: Callable[..., Found]
    gives: type[Record]
    title: str
    leaves: tuple[str, ...]


_HOURS = "times of day"
_MARKUP = "markup of texts"

READERS: dict[str, Reader] = {
    "csv": Reader(
        from_csv, Event, "CSV with named columns",
        ("dates that are not EDTF: in words", "labels where an id is needed"),
    ),
    "ical": Reader(
        from_icalendar, Event, "iCalendar",
        (_HOURS, "repetitions: the first time alone", "places, guests, alarms"),
    ),
    "timelinejs": Reader(
        from_timelinejs, Event, "TimelineJS, version 2 and 3",
        (_HOURS, _MARKUP, "pictures, groups, eras"),
    ),
    "timelinejs-csv": Reader(
        from_timelinejs_csv, Event, "TimelineJS spreadsheet",
        (_HOURS, _MARKUP, "pictures, groups, eras"),
    ),
    "markwhen": Reader(
        from_markwhen, Event, "Markwhen",
        (
            _HOURS, "dates that a clock or another line decides (`2 weeks`, `now`): in words",
            "pages, groups, tags, properties, comments, pictures", "repetitions: the first alone",
        ),
    ),
    "simile": Reader(
        from_simile, Event, "SIMILE Timeline, XML or JSON",
        (
            _HOURS, _MARKUP, "pictures, links, colours",
            "begin and end in doubt at once: approximate, the limits in words",
        ),
    ),
    "geojson": Reader(
        from_geojson, Event, "Linked Places (GeoJSON with dates)",
        ("where it lies, names, types, relations", "several timespans that last: the first alone"),
    ),
    "linked-traces": Reader(
        from_linked_traces, Event, "Linked Traces",
        ("addresses of the places and of what is annotated", "places without a time"),
    ),
    "wikidata": Reader(
        from_wikidata, Event, "Wikidata, results of a query in JSON",
        (
            _HOURS, "dates whose precision cannot be told: in words",
            "other variables than item, label, description, date, start and end",
        ),
    ),
    "periodo": Reader(
        from_periodo, Period, "PeriodO",
        ("ids, places, languages", "an end between two years: approximate, both in its note"),
    ),
    "csl-json": Reader(
        from_csl, Source, "CSL-JSON", ("fields that a source does not have here",)
    ),
    "bibtex": Reader(
        from_bibtex, Source, "BibTeX, BibLaTeX",
        ("keywords, files, abstracts", "months that are none; “and others”", "commands of TeX"),
    ),
    "ris": Reader(from_ris, Source, "RIS", ("keywords, files, abstracts",)),
}  # fmt: skip


def yaml_of(found: Found, gives: type[Record], name: str) -> str:
    """The records as the text of a file of ours, with what is still to be written in them."""
    needed = [name for name, field in written_fields(gives).items() if field.is_required()]
    missing = [name for name in needed if any(name not in record for record in found.records)]
    lines = [f"# From {name}."]
    if gives is Period:
        lines.append("# Their place is below “periods:” in a collection.yaml.")
    if missing and found.records:
        lines.append(f"# Still to be written in some or all of them: {', '.join(missing)}.")
        if gives is not Period:
            kind = gives.__name__.lower()
            lines.append(f"# What they mean: python -m components new {kind}")
    return "\n".join(lines) + "\n\n" + records_text(found.records)
