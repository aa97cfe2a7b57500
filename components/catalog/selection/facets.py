"""Which rows of an events table a selection keeps, and how many each further choice would keep.

Knows no addresses and no widgets. An `Index` is made once for a table and kept beside it; then
filtering and counting are a few operations on arrays of bool.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

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


class Index:
    """The values of an events table, each with the rows that have it; made when first asked."""

    def __init__(self, table: pd.DataFrame) -> None:
        """Take an `events_table` (or rows of one)."""
        self.table = table
        self._rows: dict[str, dict[str, np.ndarray]] = {}

    def rows(self, group: str) -> dict[str, np.ndarray]:
        """Every value of a group with its rows (bool); for roles the values are "tendency:role"."""
        if group not in self._rows:
            self._rows[group] = _rows_by_value(self.table[COLUMNS[group]])
        return self._rows[group]

    @cached_property
    def extents(self) -> tuple[np.ndarray, np.ndarray]:
        """First and last possible day, float64, by `event_tables.extent`."""
        ends = (self.table[end] for end in ("earliest", "latest"))
        first, last = (end.to_numpy(dtype="float64", na_value=np.nan) for end in ends)
        dates = self.table["date"].tolist()
        for row in np.flatnonzero(np.isnan(first) | np.isnan(last)):
            first[row], last[row] = extent(parse(dates[row]))
        return first, last

    @cached_property
    def words(self) -> Words:
        """The words of the column `search`."""
        return Words(self.table["search"])

    def any_of(self, group: str, values: tuple[str, ...]) -> np.ndarray | None:
        """Rows with any of the values; None, all rows, for no values."""
        return self._any(self.rows(group), set(values).__contains__) if values else None

    def with_role(self, tendencies: tuple[str, ...], roles: tuple[str, ...]) -> np.ndarray | None:
        """Rows in which one of the tendencies (none given: anyone) had one of the roles."""
        if not roles:
            return self.any_of("tendencies", tendencies)

        def fits(pair: str) -> bool:
            tendency, _, role = pair.partition(":")
            return role in roles and (not tendencies or tendency in tendencies)

        return self._any(self.rows("roles"), fits)

    def _any(self, rows: dict[str, np.ndarray], fits: Callable[[str], bool]) -> np.ndarray:
        found = np.zeros(len(self.table), dtype=bool)
        for value, has in rows.items():
            if fits(value):
                found |= has
        return found


def kept(index: Index, chosen: Filters, without: str | None = None) -> np.ndarray:
    """Which rows fit all filters but those of the group `without`: bool, in the table's order.

    A group is one of `GROUPS`, "text" or "window". An event touches the window when its possible
    days do; both ends are included.
    """
    masks = _masks(index, chosen)
    if without in ("tendencies", "roles"):
        masks["roles"] = _who(index, chosen, without)
    elif without:
        masks.pop(without, None)
    return _all(masks, len(index.table))


def facet_counts(table: pd.DataFrame | Index, chosen: Filters) -> dict[str, dict[str, int]]:
    """For each group and each value in the table: how many rows it would keep.

    That is, chosen alone in its group, under the filters of all other groups. A tendency counts in
    the chosen roles, a role for the chosen tendencies. Values in alphabetical order.
    """
    index = table if isinstance(table, Index) else Index(table)
    masks = _masks(index, chosen)
    counts = {}
    for group in GROUPS:
        mine = "roles" if group == "tendencies" else group
        others = _all({key: mask for key, mask in masks.items() if key != mine}, len(index.table))
        counts[group] = _counts(index, chosen, group, others)
    return counts


def _counts(index: Index, chosen: Filters, group: str, others: np.ndarray) -> dict[str, int]:
    if group == "roles":
        values = sorted({pair.partition(":")[2] for pair in index.rows("roles")})
        rows = {role: index.with_role(chosen.tendencies, (role,)) for role in values}
    elif group == "tendencies" and chosen.roles:
        rows = {one: index.with_role((one,), chosen.roles) for one in index.rows(group)}
    else:
        rows = index.rows(group)
    return {value: int(np.count_nonzero(rows[value] & others)) for value in sorted(rows)}


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


def _all(masks: dict[str, np.ndarray | None], length: int) -> np.ndarray:
    found = np.ones(length, dtype=bool)
    for mask in masks.values():
        if mask is not None:
            found &= mask
    return found


def _rows_by_value(column: pd.Series) -> dict[str, np.ndarray]:
    """Each value of a column of text or of tuples, with the rows that have it."""
    # Few different tuples stand in many rows: what a tuple holds is asked once for each of them.
    codes, different = pd.factorize(column.to_numpy(dtype=object))
    holders: dict[str, list[int]] = {}
    for code, cell in enumerate(different):
        for value in filter(None, (cell,) if isinstance(cell, str) else cell):
            holders.setdefault(value, []).append(code)
    rows = {}
    for value, holding in holders.items():
        has = np.zeros(len(different), dtype=bool)
        has[holding] = True
        rows[value] = has[codes]
    return rows
