"""What a reader looks at: the selection, its address, and the rows that it keeps."""

from __future__ import annotations

from components.catalog.selection.selection import (
    AXES,
    GROUPS,
    KEYS,
    LANES,
    VIEWS,
    Index,
    Known,
    Notice,
    Selection,
    facet_counts,
    known,
)

__all__ = [
    "AXES",
    "GROUPS",
    "KEYS",
    "LANES",
    "VIEWS",
    "Index",
    "Known",
    "Notice",
    "Selection",
    "facet_counts",
    "known",
]
