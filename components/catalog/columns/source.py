"""A file, or a table of a server, as an ibis table whose documented columns are all text.

ibis turns one expression into the language of whatever holds the data: DuckDB, embedded, by
default; a server such as PostgreSQL with the same code.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import ibis
from ibis import Table

from components.catalog.columns.fields import NAMES
from components.catalog.columns.kept import Unreadable

# Nothing is fetched from anywhere, and what does not fit into memory goes to a temporary folder.
_SETTINGS = ("autoinstall_known_extensions = false", "autoload_known_extensions = false")
FIRST_ROW = {".csv": 2, ".parquet": 1}  # as a spreadsheet counts them


def opened(path: Path, folder: Path) -> tuple[Table, list[str]]:
    """The rows of a CSV or Parquet file, and the names of its columns as they stand in it.

    folder: for what does not fit into memory. The table is as `texts` makes it. Raises Unreadable.
    """
    try:
        database = ibis.duckdb.connect()
        scratch = str(folder).replace("'", "''")
        for setting in (*_SETTINGS, f"temp_directory = '{scratch}'"):
            database.raw_sql(f"SET {setting}")
        if path.suffix == ".csv":
            raw = database.read_csv(str(path), all_varchar=True, header=True, null_padding=False)
        else:
            raw = database.read_parquet(str(path))
        numbered = texts(raw).mutate(row=ibis.row_number() + FIRST_ROW[path.suffix])
        # A CSV would be parsed again for every question.
        return database.create_table("events", numbered, temp=True), list(raw.columns)
    except duckdb.Error as error:
        raise Unreadable(_reason(error)) from None


def texts(raw: Table) -> Table:
    """A table with the documented columns that `raw` has, each as text, "" where it says nothing.

    A list becomes its entries parted by ";". A column `row` is kept as it is.
    """
    columns = {name.strip(): raw[name] for name in raw.columns}
    made = {}
    for name in NAMES:
        if name in columns:
            column = columns[name]
            column = column.join(";") if column.type().is_array() else column.cast("string")
            made[name] = column.fill_null("").strip()
    rows = {"row": columns["row"]} if "row" in columns else {}
    return raw.select(**made, **rows)


def _reason(error: Exception) -> str:
    """The first sentence of what DuckDB says, without its own words of advice."""
    line = str(error).strip().splitlines()[0]
    return line.partition("Error: ")[2].strip() or line
