"""Many events as arrays: what decides over them is read from numbers, never from a million rows.

What is drawn of a date is said in `extents`, for one event; here the same for all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Days:
    """Of every event, by its position in a table: days (float) and importance (int8).

    first, end: possible days [first, end), infinite where open; mark: day of the mark, NaN where no
        end is dated; see `extents.Extent`
    """

    first: np.ndarray
    end: np.ndarray
    mark: np.ndarray
    importance: np.ndarray

    def middles(self, rows: np.ndarray | None = None) -> np.ndarray:
        """One day for every dated event (or those `rows`): sorted float64.

        The middle of what is possible, else the end that is dated.
        """
        first, last = (self.first, self.end) if rows is None else (self.first[rows], self.end[rows])
        last = last - 1
        middle = np.floor((first + last) / 2)
        one = np.where(np.isfinite(first), first, last)
        found = np.where(np.isfinite(middle), middle, one)
        return np.sort(found[np.isfinite(found)])


@dataclass(frozen=True)
class Laned:
    """Events in lanes.

    rows: lane → positions of its events, in the order of the table
    take: from positions to these rows of an events table
    find: from an id to its positions, none or one
    """

    days: Days
    rows: Mapping[str, np.ndarray] = field(default_factory=dict)
    take: Callable[[np.ndarray], pd.DataFrame] = lambda rows: pd.DataFrame()
    find: Callable[[str], np.ndarray] = lambda id: _NONE

    def of(self, lane: str) -> np.ndarray:
        """Positions of a lane's events."""
        return self.rows.get(lane, _NONE)


def laned(events: pd.DataFrame | Laned) -> Laned:
    """An events table with a column `lane` (an event may stand in several lanes) as `Laned`."""
    if isinstance(events, Laned):
        return events
    codes, ids = pd.factorize(events.index)
    once = events[~events.index.duplicated()]
    lanes = events["lane"].to_numpy(dtype=object)
    rows = {lane: codes[lanes == lane] for lane in pd.unique(lanes)}
    return Laned(days_of(once), rows, once.iloc.__getitem__, lambda id: np.flatnonzero(ids == id))


def days_of(events: pd.DataFrame) -> Days:
    """The days of an events table, in its order; the rules are those of `extents`."""
    low, high = _numbers(events["earliest"]), _numbers(events["latest"]) + 1
    is_interval, open_start, open_end, unknown_start, unknown_end = (
        events[name].to_numpy(dtype=bool)
        for name in ("is_interval", "open_start", "open_end", "unknown_start", "unknown_end")
    )
    high = np.where(unknown_end & np.isnan(high), low + 1, high)
    low = np.where(unknown_start & np.isnan(low), high - 1, low)
    start, end = _numbers(events["core_start"]), _numbers(events["core_end"])
    start = np.where(open_end & np.isnan(start), low, start)
    end = np.where(open_end, np.inf, end)
    end = np.where(open_start & np.isnan(end), high, end)
    start = np.where(open_start, -np.inf, start)
    has_core = ~(np.isnan(start) | np.isnan(end) | unknown_start | unknown_end)
    mark = np.where(np.isnan(low), high, np.where(np.isnan(high), low, (low + high) / 2))
    begins = np.where(has_core & (start != -np.inf), start, low) + 0.5
    mark = np.where(is_interval & (has_core | open_end | unknown_end), begins, mark)
    mark = np.where(unknown_start | (open_start & ~open_end), high - 0.5, mark)
    first, end = np.where(np.isnan(low), -np.inf, low), np.where(np.isnan(high), np.inf, high)
    importance = events["importance"].to_numpy(dtype=np.int8)
    return Days(_short(first), _short(end), _short(mark), importance)


def _short(days: np.ndarray) -> np.ndarray:
    """The same days in half the memory, where that holds them exactly (for 22,000 years)."""
    short = days.astype(np.float32)
    return short if np.array_equal(short.astype(np.float64), days, equal_nan=True) else days


def _numbers(column: pd.Series) -> np.ndarray:
    return column.to_numpy(dtype=np.float64, na_value=np.nan)
