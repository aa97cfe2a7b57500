"""What a lane is: a name, a window of its own, and periods behind its events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Period(NamedTuple):
    """A named stretch of days behind the events, both ends included."""

    label: str
    short: str
    earliest: int
    latest: int


@dataclass(frozen=True)
class Lane:
    """One lane of the timeline; `total` counts its events whether the window shows them or not."""

    id: str
    label: str
    total: int
    periods: tuple[Period | tuple[str, str, int, int], ...] = ()
    window: tuple[int, int] = (0, 0)  # days, both included
