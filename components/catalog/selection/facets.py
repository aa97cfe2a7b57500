"""Which rows of an events table a selection keeps, and how many each further choice would keep.

Knows no addresses and no widgets. An `Index` is made once for a table and kept beside it; then
filtering and counting are a few operations on arrays of bool.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, reduce
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


class Filters(Protocol):
    """What of a selection decides over rows."""

    countries: tuple[str, ...]
    collections: tuple[str, ...]
    tendencies: tuple[str, ...]
    roles: tuple[str, ...]
    themes: tuple[str, ...]
    kinds: tuple[str, ...]
    standings: tuple[str, ...]
    text: str
    window: tuple[int | None, int | None] | None


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
        return self.cells("roles").rows(_acting(tendencies, roles))

    def once(self, key: tuple, make: Callable[[], Any]) -> Any:
        """The answer to a question, from memory where it was one of the last."""
        found = self._answers.get(key)
        if found is None:
            found = make()
            for old in list(self._answers)[: max(len(self._answers) - _ANSWERS_KEPT, 0)]:
                self._answers.pop(old, None)  # another reader's run may have taken it away
            self._answers[key] = found
        return found


def _acting(tendencies: tuple[str, ...], roles: tuple[str, ...]) -> Callable[[str], bool]:
    def fits(pair: str) -> bool:
        tendency, _, role = pair.partition(":")
        return role in roles and (not tendencies or tendency in tendencies)

    return fits


def question(chosen: Filters) -> tuple:
    """All that decides over rows, as one value that can be remembered."""
    return (*(getattr(chosen, group) for group in GROUPS), chosen.text, chosen.window)


def kept(index: Index, chosen: Filters, without: str | None = None) -> np.ndarray:
    """Which rows fit all filters but those of the group `without`: bool, in the table's order.

    A group is one of `GROUPS`, "text" or "window". An event touches the window when its possible
    days do; both ends are included.
    """
    return index.once(("kept", without, *question(chosen)), lambda: _kept(index, chosen, without))


def _kept(index: Index, chosen: Filters, without: str | None) -> np.ndarray:
    masks = _masks(index, chosen)
    if without in ("tendencies", "roles"):
        masks["roles"] = _who(index, chosen, without)
    elif without:
        masks.pop(without, None)
    found = _all(masks.values())
    found = np.ones(len(index.table), dtype=bool) if found is None else found.copy()
    found.flags.writeable = False  # it is handed out again
    return found


def facet_counts(table: pd.DataFrame | Index, chosen: Filters) -> dict[str, dict[str, int]]:
    """For each group and each value in the table: how many rows it would keep.

    That is, chosen alone in its group, under the filters of all other groups. A tendency counts in
    the chosen roles, a role for the chosen tendencies. Values in alphabetical order.
    """
    index = table if isinstance(table, Index) else Index(table)
    return index.once(("counts", *question(chosen)), lambda: _facet_counts(index, chosen))


def _facet_counts(index: Index, chosen: Filters) -> dict[str, dict[str, int]]:
    masks = _masks(index, chosen)
    counts = {}
    for group in GROUPS:
        mine = "roles" if group == "tendencies" else group
        others = _all(mask for key, mask in masks.items() if key != mine)
        counts[group] = _counts(index, chosen, group, others)
    return counts


def _counts(index: Index, chosen: Filters, group: str, others: np.ndarray | None) -> dict[str, int]:
    by_role = group == "roles" or (group == "tendencies" and chosen.roles)
    cells = index.cells("roles" if by_role else COLUMNS[group])
    numbers = cells.numbers(others)
    if group == "roles":
        values = {pair.partition(":")[2] for pair in cells.holding}
        has = {role: cells.cells(_acting(chosen.tendencies, (role,))) for role in values}
    elif by_role:
        values = index.cells("tendencies").holding
        has = {one: cells.cells(_acting((one,), chosen.roles)) for one in values}
    else:
        has = cells.holding
    return {value: int(numbers[has[value]].sum()) for value in sorted(has)}


def _masks(index: Index, chosen: Filters) -> dict[str, np.ndarray | None]:
    """The rows that fit each filter; tendency and role are one filter, under "roles"."""
    single = (group for group in GROUPS if group not in ("tendencies", "roles"))
    masks = {group: index.any_of(group, getattr(chosen, group)) for group in single}
    masks["roles"] = index.with_role(chosen.tendencies, chosen.roles)
    masks["text"] = index.words.holding(chosen.text) if chosen.text else None
    if chosen.window:
        first, last = index.extents
        start, end = chosen.window
        masks["window"] = (first <= (np.inf if end is None else end)) & (
            last >= (-np.inf if start is None else start)
        )
    return masks


def _who(index: Index, chosen: Filters, without: str) -> np.ndarray | None:
    if without == "tendencies":
        return index.with_role((), chosen.roles)
    return index.with_role(chosen.tendencies, ())


def _all(masks: Iterable[np.ndarray | None]) -> np.ndarray | None:
    """Rows that fit every mask; None where no mask says anything."""
    given = [mask for mask in masks if mask is not None]
    return reduce(np.logical_and, given) if given else None
