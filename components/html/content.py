"""A catalogue with what every page needs of it, and what pages have made of it so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any

import numpy as np
import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.columns.frame import plain
from components.catalog.columns.whole import index_of
from components.catalog.selection import Index, Known, known
from components.charts.timeline.days import Days, days_of

Make = Callable[..., Any]
FEW = 2000  # events that are kept a second time, as `take` gives them


@dataclass(frozen=True)
class Content:
    """A catalogue with what every page needs of it: never changed.

    is_own: whether it is a reader's own, seen in one session alone; else all readers share it
    made: what `remembered` functions have made of it; it lives and goes with the content
    """

    catalog: Catalog
    events: pd.DataFrame
    index: Index
    known: Known
    is_own: bool = False
    made: dict[Make, dict[tuple[Hashable, ...], Any]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def days(self) -> Days:
        """The days of all events, as charts take them."""
        return days_of(self.events)

    def find(self, id: str) -> np.ndarray:
        """Position of an event in the table: none or one."""
        return np.flatnonzero(self.events.index == id)

    @cached_property
    def _plain(self) -> pd.DataFrame:
        """All rows as `take` gives them: for few events quicker than making them each time."""
        return plain(self.events)

    def take(self, rows: np.ndarray) -> pd.DataFrame:
        """These rows of the events table, with its own dtypes."""
        if len(self.events) <= FEW:
            return self._plain.iloc[rows]
        return plain(self.events.iloc[rows])


def content_of(catalog: Catalog, *, is_own: bool = False) -> Content:
    """What every page needs of a catalogue."""
    index = index_of(catalog)
    return Content(catalog, index.table, index, known(catalog), is_own)


def remembered(*, most: int) -> Callable[[Make], Make]:
    """Decorates a function of a Content and plain values: what it returns is made once.

    It is kept with the content, so what is made of a reader's own goes with it. most: how many
    results are kept. Readers at one time may each make the same thing; none sees another's.
    """

    def decorate(make: Make) -> Make:
        @wraps(make)
        def made(data: Content, *rest: Hashable) -> Any:
            results = data.made.setdefault(made, {})
            try:
                return results[rest]
            except KeyError:
                result = make(data, *rest)
            if len(results) >= most:
                results.clear()
            results[rest] = result
            return result

        return made

    return decorate
