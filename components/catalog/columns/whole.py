"""All events of a catalogue as one table, made ready to be filtered and searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from components.catalog.columns.frame import frame_of, joined
from components.catalog.search.everywhere import Words
from components.catalog.search.folding import indexed
from components.catalog.search.postings import CellWords, Parts, Placed, Postings
from components.catalog.selection.index import Index, Searchable
from components.catalog.tables.events import EVENT_COLUMNS, events_table

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

_SHOWN = tuple(name for name in EVENT_COLUMNS if name not in ("id", "summary", "search"))


def index_of(catalog: Catalog) -> Index:
    """The index of all events.

    Without large collections its table is `events_table`; with them it is as `columns.frame` says,
    and the texts that a search looks into are gone through when something is first searched.
    """
    written = events_table(catalog)
    if not catalog.tables:
        return Index(written)
    places = dict(catalog.places)
    parts = [frame_of(columns, catalog.vocabulary, places) for columns in catalog.tables]
    texts = written["search"] if len(written) else None
    table, rows = joined([written, *parts] if len(written) else parts, _SHOWN)
    return Index(table, _Later(catalog, table, texts, rows))


class _Later:
    """Words of all events, made when they are first asked for."""

    def __init__(
        self, catalog: Catalog, table: pd.DataFrame, texts: pd.Series | None, rows: list[np.ndarray]
    ) -> None:
        self._given = catalog, table, texts, rows
        self._words: Searchable | None = None

    def holding(self, text: str) -> np.ndarray:
        """Which rows hold all words of the query: bool."""
        if self._words is None:
            self._words = Parts(_parts(*self._given), len(self._given[1]))
        return self._words.holding(text)


def _parts(
    catalog: Catalog, table: pd.DataFrame, texts: pd.Series | None, rows: list[np.ndarray]
) -> Iterator[Postings | CellWords | Placed]:
    if texts is not None:
        yield Placed(Words(texts), rows[0])
        rows = rows[1:]
    for columns, mine in zip(catalog.tables, rows, strict=True):
        yield columns.words if len(mine) == len(table) else Placed(columns.words, mine)
    dates = table["date_words"].cat
    yield CellWords([indexed(one) for one in dates.categories], dates.codes.to_numpy())
    spots = table["place"].cat
    named = (catalog.places[id] for id in spots.categories)
    forms = [indexed(place.label, *place.aliases) for place in named]
    yield CellWords(forms, spots.codes.to_numpy())
