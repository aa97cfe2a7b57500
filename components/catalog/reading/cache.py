"""Where what was read is kept for the next start: a folder of the reader's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_OFF = "off"


def folder() -> Path | None:
    """EVENTS_CACHE, else a folder in the user's cache folder; None for “off”."""
    chosen = os.environ.get("EVENTS_CACHE", "")
    if chosen.lower() == _OFF:
        return None
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "historical-timeline"
