"""Events as a CSV file for readers and their spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pandas as pd

from components.catalog.citations.chicago import plain, short_note
from components.catalog.citations.csl import one_line
from components.catalog.dates.calendars import iso

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog
    from components.catalog.models import Citation, Term

CSV_COLUMNS = (
    "id", "date", "date in words", "old style", "earliest", "latest", "title", "country", "place",
    "tendencies", "themes", "standing", "summary", "sources",
)  # fmt: skip
TERMS = ("licence", "version", "how to cite")  # last columns of every CSV that stands alone


def events_csv(table: pd.DataFrame, catalog: Catalog) -> str:
    """The events of an `events_table`, in its order, as CSV with CRLF (RFC 4180).

    earliest, latest: ISO days, empty when open or unknown. Countries, tendencies and themes by
    their labels, several parted by "; ", a tendency with its role in brackets. Sources as short
    notes. Licence, version and how to cite stand in every row, since rows are what gets copied.
    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*CSV_COLUMNS, *TERMS))
    header = catalog.header
    terms = (header.licence, header.version, one_line(header.cite))
    words = catalog.vocabulary
    labels = [_labels(terms) for terms in (words.countries, words.tendencies, words.themes)]
    for id, row in zip(table.index, table.to_dict("records"), strict=True):
        writer.writerow(formula_safe(cell) for cell in (*_cells(id, row, catalog, *labels), *terms))
    return text.getvalue()


def formula_safe(cell: str) -> str:
    """The cell, after an apostrophe where a spreadsheet would run it (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _labels(terms: tuple[Term, ...]) -> dict[str, str]:
    return {term.id: term.label for term in terms}


def _cells(
    id: str, row: dict, catalog: Catalog, countries: dict, tendencies: dict, themes: dict
) -> tuple[str, ...]:
    event = catalog.events[id]
    roles = (f"{tendencies[one.tendency]} ({one.role})" for one in event.roles)
    about = (themes[theme] for theme in row["themes"])
    days = ("" if pd.isna(row[end]) else iso(int(row[end])) for end in ("earliest", "latest"))
    sources = (_short(catalog, source) for source in event.sources)
    return (
        id, row["date"], row["date_words"], row["old_style"], *days, row["title"],
        countries[row["country"]], row["place_label"], "; ".join(roles),
        "; ".join(about), row["standing"], event.summary.strip(), "; ".join(sources),
    )  # fmt: skip


def _short(catalog: Catalog, citation: Citation) -> str:
    note = short_note(catalog.sources[citation.cite], citation.locator)
    return plain(note).removesuffix(".")
