"""How much is drawn: it follows from how many events the window holds.

Few: every label. More: labels by importance, lesser events as small marks. Very many: their
density as a strip, with the most important on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

import numpy as np

from components.charts.axis import Axis
from components.charts.timeline.days import Days

ALL_LABELLED, BY_DATE, ALL_MARKED = 40, 150, 1500
PHONE_ALL, PHONE_TWO = 10, 20
MAX_ROWS, MAX_ROWS_DENSE, ROWS_OF_MARKS = 60, 20, 14
TOP_PER_LANE = 40
BIN_PX = 5
FREE_PLOTS = 3


@dataclass(frozen=True)
class Detail:
    """What a number of events allows."""

    labelled: int  # events up to this importance have a label; 1 is the most important
    by_importance: bool  # who chooses a place first: the important, or the early
    max_rows: int  # rows with labels
    is_density: bool


def detail_of(count: int, *, plots: int = 1, phone: bool = False) -> Detail:
    """Level of detail of one of several plots, for the number of events in its window."""
    # Many plots make a long page: each may say less.
    weight = count * max(plots / FREE_PLOTS, 1)
    dense = weight > BY_DATE
    if phone:
        labelled = 3 if count <= PHONE_ALL else 2 if count <= PHONE_TWO else 1
    else:
        labelled = 3 if weight < ALL_LABELLED or dense else 2
    rows = MAX_ROWS_DENSE if dense else MAX_ROWS
    return Detail(labelled, dense, rows, is_density=count * plots > ALL_MARKED)


class Shown(NamedTuple):
    """Those of a lane's events of which a possible day lies in the window, and how many do not."""

    rows: np.ndarray
    before: int
    after: int


def shown(days: Days, rows: np.ndarray, axis: Axis) -> Shown:
    """Which of the rows (positions of events) the window shows."""
    before, after = days.end[rows] <= axis.start, days.first[rows] >= axis.end
    left_out = [int(np.count_nonzero(one)) for one in (before, after)]
    return Shown(rows[~(before | after)] if any(left_out) else rows, *left_out)


def most_important(days: Days, rows: np.ndarray, axis: Axis, top: int = TOP_PER_LANE) -> np.ndarray:
    """At most `top` of the rows, the important first, and of equals those spread over the window.

    rows: positions of events that are `shown`; so is what comes back.
    """
    rows = rows[np.argsort(days.first[rows], kind="stable")]
    chosen: list[np.ndarray] = []
    for importance in range(1, 4):
        left = top - sum(map(len, chosen))
        mine = rows[days.importance[rows] == importance]
        if left > 0 and len(mine):
            chosen.append(_spread(days, mine, axis, left, max(top // 2, 1)))
    return np.concatenate(chosen) if chosen else rows[:0]


def _spread(days: Days, rows: np.ndarray, axis: Axis, top: int, cells: int) -> np.ndarray:
    """The first of each cell of the window, then the second of each, and so on."""
    at = np.nan_to_num(days.mark[rows], nan=0.0)
    px = axis.px_of(np.clip(at, axis.start, axis.end - 1))
    cell = (px * cells / axis.width).astype(np.int16)
    order = np.argsort(cell, kind="stable")
    starts = np.searchsorted(cell[order], np.arange(cells + 1))
    turn = np.arange(len(order)) - starts[cell[order]]
    early = order[turn < top]
    turns = turn[turn < top]
    return rows[early[np.lexsort((early, turns))][:top]]


def density(days: Days, rows: np.ndarray, axis: Axis) -> tuple[np.ndarray, np.ndarray]:
    """Edges (px) of bins and the number of events in each; rows: events that are `shown`.

    An event that may have been on any of several days counts in parts over all of them
    (aoristic sum), so the counts of a window add up to the events that lie wholly in it.
    """
    bins = max(ceil(axis.width / BIN_PX), 1)
    edges = np.linspace(0, axis.width, bins + 1)
    first, end, number = _days_counted(days.first[rows], days.end[rows], axis)
    low, high = np.maximum(first, axis.start), np.minimum(end, axis.end)
    whole = end - first
    share = np.where(np.isfinite(whole), (high - low) / np.maximum(whole, 1e-9), 1.0) * number
    a, b = axis.px_of(low), axis.px_of(high)
    in_bin = [np.clip((px * bins / axis.width).astype(np.int64), 0, bins - 1) for px in (a, b)]
    within = in_bin[0] == in_bin[1]
    counts = np.bincount(in_bin[0][within], share[within], minlength=bins)
    return edges, counts + _spread_sum(a[~within], b[~within], share[~within], edges)


def _days_counted(
    first: np.ndarray, end: np.ndarray, axis: Axis
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First days and ends, each pair of a single day once, and how many events have each pair."""
    if axis.end - axis.start > len(first):
        return first, end, np.ones(len(first))
    is_day = (end - first) == 1  # and so, being shown, within the window
    numbers = np.bincount((first[is_day] - axis.start).astype(np.int64))
    found = np.flatnonzero(numbers)
    single, others = found + float(axis.start), np.count_nonzero(~is_day)
    return (
        np.concatenate([single, first[~is_day]]),
        np.concatenate([single + 1, end[~is_day]]),
        np.concatenate([numbers[found], np.ones(others)]),
    )


def _spread_sum(a: np.ndarray, b: np.ndarray, share: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Sum in each bin of `share`, spread evenly over [a, b) px.

    What lies left of an edge grows in a straight line from a to b: a slope that begins at a, and
    one that ends at b. Sums of slopes and of where they begin give it for all events at once.
    """
    slope = share / np.maximum(b - a, 1e-9)
    left = np.zeros(len(edges))
    for at, sign in ((a, 1), (b, -1)):
        place = np.searchsorted(edges, at)  # the first edge at or behind it
        slopes = np.cumsum(np.bincount(place, slope, minlength=len(edges) + 1))[: len(edges)]
        begun = np.cumsum(np.bincount(place, slope * at, minlength=len(edges) + 1))[: len(edges)]
        left += sign * (edges * slopes - begun)
    return np.maximum(np.diff(left), 0)
