"""Which rows of an events table a selection keeps, and how many each further choice would keep.

Knows no addresses and no widgets; an `Index` answers what the columns hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Protocol

import numpy as np
import pandas as pd

from components.catalog.selection.index import COLUMNS, GROUPS, Index, acting


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
        has = {role: cells.cells(acting(chosen.tendencies, (role,))) for role in values}
    elif by_role:
        values = index.cells("tendencies").holding
        has = {one: cells.cells(acting((one,), chosen.roles)) for one in values}
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
