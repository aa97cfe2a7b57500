"""The catalogue that a reader sees: the server's, read once for all readers and anew when changed.

A reader may look at events of their own instead (`ui/own`): those live in one session alone.

The folder is the argument after `--`, else the environment variable EVENTS, else `events/`
beside the app.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components.catalog.catalog import Catalog, fingerprint, load
from components.catalog.selection import Index, Known, known
from components.catalog.tables import events_table

# Keys of the session: the Content of this reader's own events, and what was made of it.
OWN, MADE = "own-content", "made-of-own-content"
Make = Callable[..., Any]


@dataclass(frozen=True)
class Content:
    """A catalogue with what every page needs of it: never changed.

    is_own: whether it is a reader's own, seen in one session alone; else all readers share it
    """

    catalog: Catalog
    events: pd.DataFrame
    index: Index
    known: Known
    is_own: bool = False


def content_of(catalog: Catalog, *, is_own: bool = False) -> Content:
    """What every page needs of a catalogue."""
    events = events_table(catalog)
    return Content(catalog, events, Index(events), known(catalog), is_own)


def remembered(*, most: int) -> Callable[[Make], Make]:
    """Decorates a function of a Content and plain values: what it returns is made once.

    Of the shared content it is kept for all readers; of a reader's own it is kept in that reader's
    session, and goes with it. most: how many results are kept.
    """

    def decorate(make: Make) -> Make:
        # The content is kept with the result: as long as it is, no other content has its id.
        @wraps(make)
        def held(data: Content, *rest: Hashable) -> tuple[Content, Any]:
            return data, make(data, *rest)

        options = {"max_entries": most, "show_spinner": False, "hash_funcs": {Content: id}}
        for_all = st.cache_resource(**options)(held)

        @wraps(make)
        def made(data: Content, *rest: Hashable) -> Any:
            if not data.is_own:
                return for_all(data, *rest)[1]
            results = st.session_state.setdefault(MADE, {}).setdefault((make, most), {})
            if (id(data), rest) not in results:
                if len(results) >= most:
                    results.clear()
                results[id(data), rest] = held(data, *rest)
            return results[id(data), rest][1]

        return made

    return decorate


def folder() -> Path:
    """The folder of content that this process serves."""
    arguments = sys.argv[1:] if Path(sys.argv[0]).name == "app.py" else []
    default = Path(__file__).parents[2] / "events"
    return Path(arguments[0] if arguments else os.environ.get("EVENTS") or default)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(path: str, version: str) -> Content:
    return content_of(load(Path(path)))


def content() -> Content:
    """What this reader looks at: a catalogue of their own, else the shared one as its files stand.

    Cheap when nothing has changed.
    """
    if own := st.session_state.get(OWN):
        return own
    path = folder()
    return _read(str(path), fingerprint(path))
