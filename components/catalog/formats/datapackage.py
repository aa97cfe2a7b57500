"""Frictionless Data Package: tables with their schema, licence and citation in one zip.

Data Package 1 with Table Schema, which R, Python and archives read. Every column carries the
description that authors see in the models.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.bibtex import bibtex
from components.catalog.citations.formats import csl_file
from components.catalog.formats.datapackage_tables import TABLES, Table
from components.catalog.formats.events_csv import formula_safe
from components.catalog.formats.parts import sources_of, terms_of_use
from components.catalog.models import Header
from components.catalog.reading.shape_words import written_fields

LIST_SIGN = "; "
_TYPES = {
    "importance": "integer", "position": "integer", "value": "number", "low": "number",
    "high": "number", "count": "number", "total": "number", "lat": "number", "lon": "number",
}  # fmt: skip
# Columns that hold words of people; ids, dates and numbers cannot be taken for a formula's text.
_PROSE = frozenset({
    "title", "label", "date_words", "date_note", "summary", "unknown", "note", "locator",
    "question", "by", "school", "text", "sources", "finding", "unit", "definition", "scope",
    "breaks", "series", "category", "method", "preferred", "original", "aliases", "authors",
    "chicago", "url", "claim", "words", "where", "reason", "correction", "of_what", "dates",
})  # fmt: skip
_DESCRIBED = {
    "date_words": "The date in words.",
    "earliest": "First day it can mean, New Style; empty where open or unknown.",
    "latest": "Last day it can mean, New Style; empty where open or unknown.",
    "collection": "The collection to which it belongs.",
    "standing": "How well the record has been checked: read, cited or unchecked.",
    "position": "Which it is in its list, from 1.",
    "event": "Id of the event.",
    "indicator": "Id of the thing counted.",
    "dispute": "Id of the question it answers; empty where it reads this event alone.",
    "question": "That question.",
    "count": "The part of a share.",
    "total": "The whole of a share.",
    "kind": "Its kind.",
    "of": "Which list of the vocabulary: country, tendency, theme or kind.",
    "authors": "Authors, family name first.",
    "chicago": "The entry in a bibliography, by The Chicago Manual of Style.",
    "url": "Where it can be found.",
}
_ALL_ONE_TIME = (1980, 1, 1, 0, 0, 0)  # so that equal content is an equal file


def datapackage(catalog: Catalog, table: pd.DataFrame) -> bytes:
    """The package as a zip: datapackage.json, a CSV for each table, bibliography, README."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in package_files(catalog, table).items():
            file = zipfile.ZipInfo(name, _ALL_ONE_TIME)
            file.compress_type = zipfile.ZIP_DEFLATED
            file.external_attr = 0o644 << 16
            archive.writestr(file, text.encode())
    return data.getvalue()


def package_files(catalog: Catalog, table: pd.DataFrame) -> dict[str, str]:
    """The files of the package by their names."""
    sources = sources_of(catalog, table)
    return {
        "datapackage.json": json.dumps(_descriptor(catalog), ensure_ascii=False, indent=1) + "\n",
        "README.md": _readme(catalog.header),
        **{f"{name}.csv": _csv(one, catalog, table) for name, one in TABLES.items()},
        "bibliography.json": csl_file(sources),
        "bibliography.bib": "\n".join(map(bibtex, sources)),
    }


def _descriptor(catalog: Catalog) -> dict[str, Any]:
    header = catalog.header
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", header.title.lower()).strip("-") or "catalogue",
        "title": header.title,
        "description": header.description,
        "version": header.version,
        "licenses": [_licence(header.licence)],
        "citation": header.cite,
        "languages": [header.language],
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _licence(text: str) -> dict[str, str]:
    """A licence has a name without spaces; “CC BY 4.0” is CC-BY-4.0, as SPDX writes it."""
    name = re.sub(r"[^-a-zA-Z0-9._]+", "-", text).strip("-")
    return {"name": name or "unknown", "title": text}


def _resource(name: str, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.columns[0] == "id" and name != "terms":
        schema["primaryKey"] = "id"
    if table.keys:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": field}}
            for column, other, field in table.keys
        ]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": table.title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: str, table: Table) -> dict[str, str]:
    known = written_fields(table.model).get(column)
    text = _DESCRIBED.get(column) or (known.description if known else None) or column
    return {"name": column, "type": _TYPES.get(column, "string"), "description": text}


def _csv(one: Table, catalog: Catalog, table: pd.DataFrame) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(one.columns)
    for row in one.rows(catalog, table):
        writer.writerow(cell(column, row) for column in one.columns)
    return text.getvalue()


def cell(column: str, row: Mapping[str, Any]) -> str:
    """The value of a column as a cell: a list on one line, prose safe from spreadsheets."""
    value = row.get(column)
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    text = LIST_SIGN.join(value) if isinstance(value, list | tuple) else str(value)
    return formula_safe(text) if column in _PROSE else text


def _readme(header: Header) -> str:
    return "\n".join([
        f"# {header.title}",
        "",
        header.description,
        "",
        f"{terms_of_use(header)}",
        "",
        "Dates are EDTF (ISO 8601-2), New Style; `earliest` and `latest` are the days they can",
        "mean.",
        "A list in one cell is parted by “; ”. A text that a spreadsheet would take for a formula",
        "begins with an apostrophe. What the columns mean stands in `datapackage.json`.",
        "",
    ])  # fmt: skip
