"""The grammar of uncertainty: what of an event's date is certain, possible, soft, open or unknown.

Tables say what is known; this says what may be drawn of it. Never a false point: a mark is solid
only where a day is known. Days are half-open here, [low, high), so that a day has a width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from components.charts.literal import literal
from components.charts.measure import wrap
from components.charts.tokens import LABEL

HOVER_PX = 300


@dataclass(frozen=True, slots=True)
class Extent:
    """One event of one lane, as it can be drawn."""

    id: str
    lane: str
    title: str
    label: str
    date_words: str
    importance: int
    slot: str
    low: float | None  # possible days [low, high); None: goes on beyond every window
    high: float | None
    core: tuple[float, float] | None  # certain days [from, to); may be infinite
    mark: float | None  # day of the mark; None when no end is dated
    style: str  # "solid", "hollow" or "doubtful"
    soft_start: bool
    soft_end: bool
    unknown_start: bool
    unknown_end: bool

    @property
    def first(self) -> float:
        """First possible day, minus infinity if open."""
        return float("-inf") if self.low is None else self.low

    @property
    def end(self) -> float:
        """Day after the last possible one, infinity if open."""
        return float("inf") if self.high is None else self.high

    @property
    def at(self) -> float:
        """Where in time the event is when it must be one day; finite if any end is dated."""
        return 0.0 if self.mark is None else self.mark

    @property
    def hover(self) -> str:
        """Title over date, broken into lines; both literal."""
        lines = wrap(self.title, HOVER_PX, LABEL, bold=True)
        return f"<b>{'<br>'.join(map(literal, lines))}</b><br>{literal(self.date_words)}"


COLUMNS = (
    *("title", "label", "date_words", "importance", "slot", "lane"),
    *("earliest", "latest", "core_start", "core_end", "uncertain", "soft_start", "soft_end"),
    *("is_interval", "open_start", "open_end", "unknown_start", "unknown_end"),
)


def extents(events: pd.DataFrame) -> list[Extent]:
    """Every row of an events table with a column `lane`, in the table's order."""
    return list(_extents(events))


def _extents(events: pd.DataFrame) -> Iterator[Extent]:
    columns = [_values(events[name]) for name in COLUMNS]
    for id_, *values in zip(events.index.tolist(), *columns, strict=True):
        row = dict(zip(COLUMNS, values, strict=True))
        low, high = _bounds(row)
        core = _core(row, low, high)
        mark, style = _mark(row, low, high, core)
        yield Extent(
            id=id_,
            lane=row["lane"],
            title=row["title"],
            label=row["label"] or row["title"],
            date_words=row["date_words"],
            importance=int(row["importance"]),
            slot=row["slot"],
            low=low,
            high=high,
            core=core,
            mark=mark,
            style=style,
            soft_start=row["soft_start"] and low is not None,
            soft_end=row["soft_end"] and high is not None,
            unknown_start=row["unknown_start"],
            unknown_end=row["unknown_end"],
        )


def _values(column: pd.Series) -> list:
    """Plain Python values, NA as None."""
    return column.to_numpy(dtype=object, na_value=None).tolist()


def _bounds(row: dict) -> tuple[float | None, float | None]:
    """Possible days [low, high). An unknown end is at the other end: it claims no length."""
    low = row["earliest"]
    high = None if row["latest"] is None else row["latest"] + 1
    if row["unknown_end"] and high is None:
        high = None if low is None else low + 1
    if row["unknown_start"] and low is None:
        low = None if high is None else high - 1
    return low, high


def _core(row: dict, low: float | None, high: float | None) -> tuple[float, float] | None:
    """Certain days [from, to); an open end goes on for ever from where the other is known."""
    start, end = row["core_start"], row["core_end"]
    end = None if end is None else end + 1
    if row["open_end"]:
        start, end = low if start is None else start, float("inf")
    if row["open_start"]:
        start, end = float("-inf"), high if end is None else end
    if start is None or end is None or row["unknown_end"] or row["unknown_start"]:
        return None
    return start, end


def _mark(
    row: dict, low: float | None, high: float | None, core: tuple[float, float] | None
) -> tuple[float | None, str]:
    """Day of the mark and its style."""
    if row["uncertain"]:
        style = "doubtful"
    elif core or row["core_start"] is not None:
        style = "solid"
    else:
        style = "hollow"
    if row["unknown_start"] or (row["open_start"] and not row["open_end"]):
        return None if high is None else high - 0.5, style
    if row["is_interval"] and (core or row["open_end"] or row["unknown_end"]):
        start = core[0] if core and core[0] != float("-inf") else low
        return None if start is None else start + 0.5, style
    if low is None or high is None:
        bound = low if high is None else high
        return bound, style
    return (low + high) / 2, style
