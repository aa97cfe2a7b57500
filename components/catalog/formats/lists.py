"""Records of one kind as a CSV: estimates, people and bodies, tendencies, claims of reviews.

Every row carries licence, version and how to cite, since a row is what gets copied. Of a table
that holds every event these are all records of the catalogue, else those that belong to its events.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.csl import one_line
from components.catalog.formats.datapackage import cell
from components.catalog.formats.datapackage_tables import TABLES, Row
from components.catalog.formats.events_csv import TERMS, formula_safe
from components.catalog.formats.parts import events_of
from components.catalog.models import Agent
from components.catalog.reading.shape_words import written_fields

_MEASURED = ("title", "finding", "unit", "definition", "scope")
_FIGURES = (
    "indicator", *_MEASURED, "date", "value", "low", "high", "bound", "count", "total", "series",
    "category", "tendency", "by", "of_what", "method", "note", "preferred", "sources",
)  # fmt: skip
_PEOPLE = TABLES["agents"].columns
PEOPLE_FIELDS = tuple(name for name in _PEOPLE if name in written_fields(Agent))
_TENDENCIES = ("id", "label", "definition", "broader")
_CLAIMS = (
    "review", "id", "claim", "words", "where", "subjects", "verdict", "reason", "correction",
    "sources", "events", "indicators",
)  # fmt: skip


def figures_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """A row for each estimate, with what is counted: rival ones stand below each other."""
    return _csv(catalog, _FIGURES, _figures(catalog, table))


def people_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """A row for each person and each body."""
    used = {actor for event in events_of(catalog, table) for one in event.roles
            for actor in one.actors}  # fmt: skip
    rows = TABLES["agents"].rows(catalog, table)
    return _csv(catalog, _PEOPLE, _some(catalog, table, rows, used))


def tendencies_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """A row for each tendency, with the broader one to which it belongs."""
    used = {one.tendency for event in events_of(catalog, table) for one in event.roles}
    rows = (term.model_dump() for term in catalog.vocabulary.tendencies)
    return _csv(catalog, _TENDENCIES, _some(catalog, table, rows, used))


def claims_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """A row for each claim of a text under examination, with the verdict on it."""
    return _csv(catalog, _CLAIMS, _claims(catalog, table))


def _is_whole(catalog: Catalog, table: pd.DataFrame) -> bool:
    return len(table) == len(catalog.events)


def _some(
    catalog: Catalog, table: pd.DataFrame, rows: Iterable[Row], used: set[str]
) -> Iterator[Row]:
    return (row for row in rows if _is_whole(catalog, table) or row["id"] in used)


def _figures(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    for row in TABLES["estimates"].rows(catalog, table):
        about = catalog.indicators[row["indicator"]].model_dump(include=set(_MEASURED))
        yield {**row, "of_what": row["scope"], **about}


def _claims(catalog: Catalog, table: pd.DataFrame) -> Iterator[Row]:
    shown = None if _is_whole(catalog, table) else set(table.index)
    for review in catalog.reviews.values():
        for claim in review.claims:
            if shown is None or not shown.isdisjoint(claim.events):
                row = claim.model_dump(mode="json")
                cited = [f"{one.cite} {one.locator or ''}".strip() for one in claim.sources]
                yield row | {"review": review.id, "sources": cited}


def _csv(catalog: Catalog, columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> str:
    header = catalog.header
    terms = [formula_safe(one) for one in (header.licence, header.version, one_line(header.cite))]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*columns, *TERMS))
    for row in rows:
        writer.writerow((*(_safe_cell(column, row) for column in columns), *terms))
    return text.getvalue()


def _safe_cell(column: str, row: Mapping[str, Any]) -> str:
    """The cell, safe from spreadsheets whatever its column; a number stays one."""
    text = cell(column, row)
    return text if isinstance(row.get(column), int | float) else formula_safe(text)
