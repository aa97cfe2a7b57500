"""What a format is: a function, and what somebody who chooses it should know first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.models import Event


def all_fit(event: Event) -> str:
    """Of a format that holds every event."""
    return ""


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which the catalogue is taken out.

    write: from the catalogue and rows of its `events_table` to text or bytes; pure
    title, opens: its name, and what opens it, for people
    ending, media_type: of a file
    holds: which records are in it: "events", "sources", "periods", "everything"
    keeps: fields that come back unchanged when the file is read in again
    loses: what it cannot hold, each a few words; the rest is in it, if only as words
    why_not: why an event has no place in it, in a few words; "" where it has
    """

    write: Callable[[Catalog, pd.DataFrame], str | bytes]
    title: str
    opens: str
    ending: str
    media_type: str
    holds: str = "events"
    keeps: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    why_not: Callable[[Event], str] = all_fit

    def left_out(self, catalog: Catalog, table: pd.DataFrame) -> list[tuple[str, str]]:
        """(id, reason) of each of the events that is not in the file."""
        found = ((id, self.why_not(catalog.events[id])) for id in table.index)
        return [(id, reason) for id, reason in found if reason]
