"""An events table made ready to be filtered, counted and searched: its columns as numbers.

An `Index` is made once for a table and kept beside it; then filtering and counting are a few
operations on arrays of bool.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import pandas as pd

from components.catalog.dates import parse
from components.catalog.search.everywhere import Words
from components.catalog.tables.events import extent

# The filter groups, with the column that each looks into.
COLUMNS = {
    "countries": "country",
    "collections": "collection",
    "tendencies": "tendencies",
    "roles": "roles",
    "themes": "themes",
    "kinds": "kind",
    "standings": "standing",
}
GROUPS = tuple(COLUMNS)
_ANSWERS_KEPT = 12


class Searchable(Protocol):
    """What finds words."""

    def holding(self, text: str) -> np.ndarray:
        """Which rows hold all words of the query: bool."""


class Cells:
    """A column of text or of tuples as numbers: which of its different cells each row has.

    What a cell holds is asked once for each different one: few stand in many rows.
    codes: of every row, the number of its cell; holding: value → which cells hold it (bool)
    """

    def __init__(self, column: pd.Series) -> None:
        if isinstance(column.dtype, pd.CategoricalDtype):
            codes, different = column.cat.codes.to_numpy(), column.cat.categories
        else:
            codes, different = pd.factorize(column.to_numpy(dtype=object))
            codes = codes.astype(np.min_scalar_type(len(different)))
        self.codes, self.number = codes, len(different)
        self.holding: dict[str, np.ndarray] = {}
        for code, cell in enumerate(different):
            for value in filter(None, (cell,) if isinstance(cell, str) else cell):
                if value not in self.holding:
                    self.holding[value] = np.zeros(len(different), dtype=bool)
                self.holding[value][code] = True

    def cells(self, fits: Callable[[str], bool]) -> np.ndarray:
        """Which cells hold a value that fits."""
        found = np.zeros(self.number, dtype=bool)
        for value, holds in self.holding.items():
            if fits(value):
                found |= holds
        return found

    def rows(self, fits: Callable[[str], bool]) -> np.ndarray:
        """Which rows hold a value that fits."""
        return self.cells(fits)[self.codes] if self.number else np.zeros(len(self.codes), bool)

    def numbers(self, among: np.ndarray | None) -> np.ndarray:
        """How many of the rows `among` (bool; None is all) have each cell."""
        codes = self.codes if among is None else self.codes[among]
        return np.bincount(codes, minlength=self.number)


class _Rows(Mapping[str, np.ndarray]):
    """Each value of a column with the rows that have it, made when they are asked for."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def __getitem__(self, value: str) -> np.ndarray:
        return self._cells.holding[value][self._cells.codes]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells.holding)

    def __len__(self) -> int:
        return len(self._cells.holding)


class Index:
    """An events table made ready to be filtered and counted; its parts are made when first asked.

    The last answers are kept: a page asks the same again whenever it is drawn.
    """

    def __init__(self, table: pd.DataFrame, words: Searchable | None = None) -> None:
        """Take an `events_table` (or rows of one); words: else made of its column `search`."""
        self.table = table
        self._words = words
        self._cells: dict[str, Cells] = {}
        self._answers: dict[tuple, Any] = {}

    def cells(self, column: str) -> Cells:
        """A column of text or of tuples as numbers."""
        if column not in self._cells:
            self._cells[column] = Cells(self.table[column])
        return self._cells[column]

    def rows(self, group: str) -> Mapping[str, np.ndarray]:
        """Every value of a group with its rows (bool); for roles the values are "tendency:role"."""
        return _Rows(self.cells(COLUMNS[group]))

    @cached_property
    def extents(self) -> tuple[np.ndarray, np.ndarray]:
        """First and last possible day, float64, by `event_tables.extent`."""
        ends = (self.table[end] for end in ("earliest", "latest"))
        first, last = (end.to_numpy(dtype="float64", na_value=np.nan) for end in ends)
        half = np.flatnonzero(np.isnan(first) | np.isnan(last))
        codes, dates = pd.factorize(self.table["date"].iloc[half].to_numpy(dtype=object))
        ends = np.array([extent(parse(date)) for date in dates]).reshape(-1, 2)
        first[half], last[half] = ends[codes].T
        return first, last

    @cached_property
    def words(self) -> Searchable:
        """The words that a search looks into."""
        return self._words or Words(self.table["search"])

    def any_of(self, group: str, values: tuple[str, ...]) -> np.ndarray | None:
        """Rows with any of the values; None, all rows, for no values."""
        return self.cells(COLUMNS[group]).rows(set(values).__contains__) if values else None

    def with_role(self, tendencies: tuple[str, ...], roles: tuple[str, ...]) -> np.ndarray | None:
        """Rows in which one of the tendencies (none given: anyone) had one of the roles."""
        if not roles:
            return self.any_of("tendencies", tendencies)
        return self.cells("roles").rows(acting(tendencies, roles))

    def once(self, key: tuple, make: Callable[[], Any]) -> Any:
        """The answer to a question, from memory where it was one of the last."""
        found = self._answers.get(key)
        if found is None:
            found = make()
            for old in list(self._answers)[: max(len(self._answers) - _ANSWERS_KEPT, 0)]:
                self._answers.pop(old, None)  # another reader's run may have taken it away
            self._answers[key] = found
        return found


def acting(tendencies: tuple[str, ...], roles: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a "tendency:role" is one of the roles, of one of the tendencies (none: of anyone)."""

    def fits(pair: str) -> bool:
        tendency, _, role = pair.partition(":")
        return role in roles and (not tendencies or tendency in tendencies)

    return fits
