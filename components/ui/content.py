"""The catalogue that this server shows: read once, held for all readers, read anew when changed.

The folder is the argument after `--`, else the environment variable EVENTS, else `events/`
beside the app.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from components.catalog.catalog import Catalog, fingerprint, load
from components.catalog.selection import Index, Known, known
from components.catalog.tables import events_table


@dataclass(frozen=True)
class Content:
    """A catalogue with what every page needs of it. Shared by all sessions: never changed."""

    catalog: Catalog
    events: pd.DataFrame
    index: Index
    known: Known


def folder() -> Path:
    """The folder of content that this process serves."""
    arguments = sys.argv[1:] if Path(sys.argv[0]).name == "app.py" else []
    default = Path(__file__).parents[2] / "events"
    return Path(arguments[0] if arguments else os.environ.get("EVENTS") or default)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(path: str, version: str) -> Content:
    catalog = load(Path(path))
    events = events_table(catalog)
    return Content(catalog, events, Index(events), known(catalog))


def content() -> Content:
    """The catalogue as its files stand now; cheap when nothing has changed."""
    path = folder()
    return _read(str(path), fingerprint(path))
