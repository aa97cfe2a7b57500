"""The catalog as tables: what charts, pages and downloads are made of.

Import the tables from here; the files behind it only keep each kind of record readable. Every
function names its columns and dtypes; an empty catalog gives an empty table with all of them.
To add a column: its line in the columns, in the row and in the docstring of one table, a test.
"""

from __future__ import annotations

from components.catalog.formats.events_csv import events_csv
from components.catalog.tables.counts import estimates_table, indicators_table
from components.catalog.tables.events import events_table, roles_table
from components.catalog.tables.sources import agents_table, sources_table, uses_of

__all__ = [
    "agents_table",
    "estimates_table",
    "events_csv",
    "events_table",
    "indicators_table",
    "roles_table",
    "sources_table",
    "uses_of",
]
