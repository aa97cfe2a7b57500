"""What a format is: a function, and what somebody who chooses it should know first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.models import (
    Agent,
    Claim,
    Estimate,
    Event,
    Period,
    Record,
    Source,
    Tendency,
)
from components.catalog.reading.shape_words import written_fields

# What is held → the record whose fields are spoken of.
HELD: dict[str, type[Record]] = {
    "everything": Event,
    "events": Event,
    "sources": Source,
    "periods": Period,
    "figures": Estimate,
    "people": Agent,
    "tendencies": Tendency,
    "claims": Claim,
}


def all_fit(event: Event) -> str:
    """Of a format that holds every event."""
    return ""


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which the catalogue is taken out.

    write: from the catalogue and rows of its `events_table` to text or bytes; pure
    title, opens: its name, and what opens it, for people
    ending, media_type: of a file
    holds: which records are in it, a key of `HELD`
    keeps: fields that come back unchanged when the file is read in again
    says: fields that are in the file for people or other programs, but do not come back as such
    loses: what more it cannot hold; fields in neither list are lost too
    has_terms: whether licence, version and how to cite have a place in it
    why_not: why an event has no place in it, in a few words; "" where it has
    """

    write: Callable[[Catalog, pd.DataFrame], str | bytes]
    title: str
    opens: str
    ending: str
    media_type: str
    holds: str = "events"
    keeps: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    has_terms: bool = True
    why_not: Callable[[Event], str] = all_fit

    @property
    def lost_fields(self) -> tuple[str, ...]:
        """Fields of the records that are not in the file at all, in the order of the model."""
        fields = written_fields(HELD[self.holds])
        return tuple(name for name in fields if name not in (*self.keeps, *self.says))

    def left_out(self, catalog: Catalog, table: pd.DataFrame) -> list[tuple[str, str]]:
        """(id, reason) of each of the events that is not in the file."""
        found = ((id, self.why_not(catalog.events[id])) for id in table.index)
        return [(id, reason) for id, reason in found if reason]
