"""The readers' CSV and the whole as JSON, for the rows that are asked for."""

from __future__ import annotations

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.formats.document import json_text
from components.catalog.formats.events_csv import events_csv


def readers_csv(catalog: Catalog, table: pd.DataFrame) -> str:
    """The events as a readers' CSV, see `events_csv`."""
    return events_csv(table, catalog)


def whole_json(catalog: Catalog, table: pd.DataFrame) -> str:
    """The whole catalogue with these events, see `json_document`; order is that of the files."""
    return json_text(catalog, set(table.index))
