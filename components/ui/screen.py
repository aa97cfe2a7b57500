"""How wide this reader's page is, as the router told; a guess until it has."""

from __future__ import annotations

import streamlit as st

WIDE, PHONE = 1180, 358  # px of the main column, guessed until the browser tells
PHONE_BELOW = 600


def width() -> int:
    """Width of the main column in px: as the browser told, else guessed from its name."""
    told = st.session_state.get("router", {}).get("width")
    if told:
        return max(240, round(told))
    return PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDE


def is_phone() -> bool:
    """Whether this reader's window is as narrow as a phone's."""
    return width() < PHONE_BELOW
