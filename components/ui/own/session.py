"""What this reader handed in, held in the session and nowhere else."""

from __future__ import annotations

import logging

import streamlit as st

from components.catalog.imports.incoming import Refused
from components.catalog.own.confined import taken
from components.catalog.own.handed import Handed
from components.catalog.reading.progress import Tell, nobody
from components.catalog.selection import Selection
from components.ui import state
from components.ui.content import OWN, content_of
from components.ui.texts import text

_HANDED, _REFUSED, _TURN = "own-handed", "own-refused", "own-turn"


def handed() -> Handed | None:
    """What this reader handed in, None where nothing is shown of it."""
    return st.session_state.get(_HANDED)


def refused() -> tuple[str, str] | None:
    """Name of the last file if it could not be taken, and why, in a sentence."""
    return st.session_state.get(_REFUSED)


def turn() -> int:
    """How many files were handed in: the uploader starts empty after each."""
    return st.session_state.get(_TURN, 0)


def take(name: str, data: bytes, kind: str, tell: Tell = nobody) -> None:
    """Show this file to this reader; one that cannot be read changes nothing but `refused`."""
    st.session_state[_TURN] = turn() + 1
    st.session_state.pop(_REFUSED, None)
    try:
        found = taken(name, data, kind, tell)
        content = content_of(found.catalog, is_own=True)
    except Refused as refusal:
        st.session_state[_REFUSED] = (name, str(refusal))
        return
    except Exception:  # What nobody foresaw of a file is told as well, and noted.
        logging.getLogger(__name__).exception("a file that was read cannot be shown")
        st.session_state[_REFUSED] = (name, text("own.refused.unforeseen"))
        return
    forget()
    st.session_state[_HANDED], st.session_state[OWN] = found, content


def forget() -> None:
    """Back to the catalogue that all readers see; nothing is left of this reader's own."""
    for key in (_HANDED, _REFUSED, OWN):
        st.session_state.pop(key, None)
    state.choose(Selection())
