"""The formats that are offered: command line, download menu and manual are made from this table.

Order is the order in which they are offered. To add one, see the package's docstring.
"""

from __future__ import annotations

from components.catalog.formats import bibliography, icalendar, lists, markwhen, timelinejs
from components.catalog.formats.datapackage import datapackage
from components.catalog.formats.format import Format
from components.catalog.formats.geojson import geojson
from components.catalog.formats.linked_data import schema_org
from components.catalog.formats.parquet import parquet
from components.catalog.formats.periodo import periodo
from components.catalog.formats.tables import readers_csv, whole_json
from components.catalog.models import Claim, Estimate, Event, Source
from components.catalog.reading.shape_words import written_fields

_EVENT, _SOURCE = tuple(written_fields(Event)), tuple(written_fields(Source))
_DATES = ("issued", "original-date", "accessed")
_KEPT = ("id", "date", "old_style", "title", "summary")
_EXTENT = "doubt about a date: it is drawn as long as it can have been, and said in words"
_HALF = "open and unknown ends: the known end is shown, the rest said in words"
_FOUR_DIGITS = "events in years before 1 and after 9999"
_STANDING = "how well each source was checked, and by way of which text"
_LOCATORS = "locators: they belong to what cites a source"
_APOSTROPHE = "the apostrophe of a text that begins with '= '+ '- or '@"
_SPACES = "empty lines and runs of spaces in a text"
_COMMENTS = "comments in the files"

FORMATS: dict[str, Format] = {
    "csv": Format(
        readers_csv, "CSV", "Excel, LibreOffice, R", ".csv", "text/csv",
        keeps=_KEPT,
        says=("place", "country", "themes", "roles", "sources"),
        loses=(
            "who acted: of a role the tendency alone",
            "the standing of each single source",
            _APOSTROPHE,
        ),
    ),
    "json": Format(
        whole_json, "JSON", "programs", ".json", "application/json",
        holds="everything",
        says=_EVENT,
        loses=(_COMMENTS,),
    ),
    "parquet": Format(
        parquet, "Parquet", "pandas, R, DuckDB, Polars", ".parquet",
        "application/vnd.apache.parquet",
        says=_EVENT,
        loses=("what a citation points to: its id alone", _COMMENTS),
    ),
    "datapackage": Format(
        datapackage, "Frictionless Data Package", "R, Python, archives, spreadsheets", ".zip",
        "application/zip",
        holds="everything",
        says=_EVENT,
        loses=("reviews and comparisons", _COMMENTS),
    ),
    "jsonld": Format(
        schema_org, "JSON-LD (schema.org Event)", "search engines, linked data", ".jsonld",
        "application/ld+json",
        says=("id", "date", "old_style", "title", "label", "summary", "place", "themes", "roles",
              "sources"),
        loses=(
            "doubt about a date in schema.org's own words: it stands beside them as EDTF",
            "tendencies; who opposed or was suppressed: the others are contributors",
            _STANDING,
            "locators",
        ),
    ),
    "ical": Format(
        icalendar.icalendar, "iCalendar", "Outlook, Apple and Google Calendar, Thunderbird",
        ".ics", "text/calendar",
        keeps=_KEPT,
        says=("date_note", "place", "themes", "sources", "unknown"),
        loses=(
            _EXTENT, _HALF, "one day somewhere in more than a season: left out",
            f"{_FOUR_DIGITS}: left out", _STANDING,
        ),
        why_not=icalendar.why_not,
    ),
    "timelinejs": Format(
        timelinejs.timelinejs, "TimelineJS", "TimelineJS", ".json", "application/json",
        keeps=_KEPT,
        says=("date_note", "place", "sources", "unknown"),
        loses=(_EXTENT, _HALF, "a date without any known end: left out", _SPACES, _STANDING),
        why_not=timelinejs.why_not,
    ),
    "timelinejs-csv": Format(
        timelinejs.timelinejs_csv, "TimelineJS spreadsheet",
        "the Google Sheets template of TimelineJS", ".csv", "text/csv",
        keeps=_KEPT,
        says=("date_note", "place", "sources", "unknown"),
        loses=(
            _EXTENT, _HALF, "a date without any known end: left out", _SPACES, _APOSTROPHE,
            _STANDING,
        ),
        why_not=timelinejs.why_not,
    ),
    "markwhen": Format(
        markwhen.markwhen, "Markwhen", "markwhen.com, Obsidian", ".mw", "text/plain",
        keeps=_KEPT,
        says=("date_note", "place", "themes", "sources", "unknown"),
        loses=(
            _EXTENT, _HALF, "months and days of years before 1 and after 9999: years alone",
            "years of more than five digits: left out", _STANDING,
        ),
        why_not=markwhen.why_not,
    ),
    "geojson": Format(
        geojson, "GeoJSON", "QGIS, Leaflet, World Historical Gazetteer", ".geojson",
        "application/geo+json",
        keeps=(*_KEPT, "kind", "importance", "themes"),
        says=("place", "country", "roles", "sources"),
        loses=(
            "who acted: of a role the tendency alone",
            "how exact a place is: a region is a point, its extent a word",
            _STANDING,
        ),
    ),
    "periodo": Format(
        periodo, "PeriodO", "PeriodO and other gazetteers of periods", ".jsonld",
        "application/ld+json",
        holds="periods",
        keeps=("label", "date", "note"),
        loses=(
            "events", "months and days of a limit for other programs: in words only",
            "lasting ids", "that a collection is more than the widest of its periods",
        ),
    ),
    "figures-csv": Format(
        lists.figures_csv, "CSV", "Excel, LibreOffice, R", ".csv", "text/csv",
        holds="figures",
        says=tuple(written_fields(Estimate)),
        loses=("why a country has no number, and what breaks a series", _APOSTROPHE),
    ),
    "people-csv": Format(
        lists.people_csv, "CSV", "Excel, LibreOffice, R", ".csv", "text/csv",
        holds="people",
        says=lists.PEOPLE_FIELDS,
        loses=("what they did: that is in the events", _APOSTROPHE),
    ),
    "tendencies-csv": Format(
        lists.tendencies_csv, "CSV", "Excel, LibreOffice, R", ".csv", "text/csv",
        holds="tendencies",
        says=("id", "label", "definition", "broader"),
        loses=("what they did: that is in the events", _APOSTROPHE),
    ),
    "claims-csv": Format(
        lists.claims_csv, "CSV", "Excel, LibreOffice, R", ".csv", "text/csv",
        holds="claims",
        says=tuple(written_fields(Claim)),
        loses=("how well each source was checked", _APOSTROPHE),
    ),
    "csl-json": Format(
        bibliography.csl, "CSL-JSON", "Zotero, Pandoc", ".json", "application/json",
        holds="sources",
        keeps=tuple(name for name in _SOURCE if name not in (*_DATES, "seen")),
        says=_DATES,
        loses=("doubt about a date beyond “circa”; sets, open ends: they are text", _LOCATORS),
    ),
    "bibtex": Format(
        bibliography.bibtex, "BibTeX", "LaTeX, JabRef", ".bib", "text/x-bibtex",
        holds="sources",
        keeps=("id", "title", "volume", "edition", "language", "ISBN", "collection-title",
               "publisher-place"),
        says=("type", "author", "editor", "translator", "container-title", "issue", "page",
              "number", "publisher", "issued", "accessed", "archive", "archive_location", "genre",
              "URL", "DOI"),
        loses=(
            "days, and doubt about a year",
            "kinds it does not have: `misc`",
            "two hyphens, two quotes, or runs of spaces in a text",
            _LOCATORS,
        ),
    ),
    "ris": Format(
        bibliography.ris_of, "RIS", "EndNote, Mendeley, Citavi", ".ris",
        "application/x-research-info-systems",
        holds="sources",
        keeps=("id", "title", "container-title", "collection-title", "volume", "edition",
               "publisher", "publisher-place", "archive", "archive_location", "genre", "language",
               "URL", "DOI", "ISBN", "note"),
        says=("type", "author", "editor", "translator", "issue", "page", "number", "issued",
              "accessed"),
        loses=("doubt about a year, intervals", "kinds it does not have: `GEN`", _LOCATORS),
    ),
    "chicago": Format(
        bibliography.text, "Bibliography", "people: in Chicago style, to print", ".txt",
        "text/plain",
        holds="sources",
        says=("title", "author", "editor", "translator", "container-title", "collection-title",
              "volume", "issue", "page", "edition", "number", "publisher", "publisher-place",
              "issued", "original-date", "accessed", "archive", "archive_location", "genre",
              "URL", "DOI"),
        loses=("italics", _LOCATORS),
    ),
}  # fmt: skip
