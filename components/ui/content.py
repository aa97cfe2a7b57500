"""The catalogue that a reader sees: the server's, read once for all readers and anew when changed.

A reader may look at events of their own instead (`ui/own`): those live in one session alone.

The folder is the argument after `--`, else the environment variable EVENTS, else `events/`
beside the app.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st

from components.catalog.catalog import Catalog, fingerprint
from components.catalog.reading.progress import Stopped
from components.html.content import Content, content_of, remembered
from components.ui import waiting

__all__ = ["OWN", "Content", "content", "content_of", "folder", "remembered"]

OWN = "own-content"  # key of the session: the Content of this reader's own events


def folder() -> Path:
    """The folder of content that this process serves."""
    arguments = sys.argv[1:] if Path(sys.argv[0]).name == "app.py" else []
    default = Path(__file__).parents[2] / "events"
    return Path(arguments[0] if arguments else os.environ.get("EVENTS") or default)


@st.cache_resource(max_entries=2, show_spinner=False)
def _work(path: str, version: str) -> waiting.Work:
    return waiting.Work(Path(path), _last(path).get("catalog"))


@st.cache_resource(max_entries=1, show_spinner=False)
def _last(path: str) -> dict[str, Catalog]:
    """The folder as it was last read, under “catalog”."""
    return {}


def content() -> Content:
    """What this reader looks at: a catalogue of their own, else the shared one as its files stand.

    Cheap when nothing has changed.
    """
    if own := st.session_state.get(OWN):
        return own
    path = folder()
    asked = (str(path), fingerprint(path))
    work = _work(*asked)
    waiting.wait(work)
    try:
        found = work.result()
        _last(str(path))["catalog"] = found.catalog
        return found
    except Stopped:
        if waiting.say_stopped():
            _work.clear(*asked)
            st.rerun()
        st.stop()
