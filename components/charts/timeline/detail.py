"""How much is drawn: it follows from how many events the window holds.

Few: every label. More: labels by importance, lesser events as small marks. Very many: their
density as a strip, with the most important on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from components.charts.axis import Axis
from components.charts.extents import Extent

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


def most_important(shown: Sequence[Extent], axis: Axis, top: int = TOP_PER_LANE) -> list[Extent]:
    """At most `top` events, the important first, and of equals those spread over the window."""
    rank: dict[tuple[int, int], int] = {}
    order = []
    cells = max(top // 2, 1)
    for extent in sorted(shown, key=lambda extent: (extent.importance, extent.first)):
        inside = min(max(extent.at, axis.start), axis.end - 1)
        cell = int(axis.px(inside) * cells / axis.width)
        turn = rank.get((extent.importance, cell), 0)
        rank[extent.importance, cell] = turn + 1
        order.append((extent.importance, turn, extent.first, extent))
    order.sort(key=lambda item: item[:3])
    return [item[3] for item in order[:top]]


def density(shown: Sequence[Extent], axis: Axis) -> tuple[np.ndarray, np.ndarray]:
    """Edges (px) of bins and the number of events in each.

    An event that may have been on any of several days counts in parts over all of them
    (aoristic sum), so the counts of a window add up to the events that lie wholly in it.
    """
    bins = max(ceil(axis.width / BIN_PX), 1)
    edges = np.linspace(0, axis.width, bins + 1)
    first = np.array([max(extent.first, axis.start) for extent in shown], dtype=float)
    end = np.array([min(extent.end, axis.end) for extent in shown], dtype=float)
    whole = np.array([extent.end - extent.first for extent in shown], dtype=float)
    seen = np.where(np.isfinite(whole), whole, end - first)
    low, high = (np.array([axis.px(day) for day in days]) for days in (first, end))
    # Cumulative share of every event left of each edge; its differences are the bins.
    left = np.zeros(bins + 1)
    share = np.clip((end - first) / np.maximum(seen, 1e-9), 0, 1)
    for a, b, part in zip(low, high, share, strict=True):
        left += part * np.clip((edges - a) / max(b - a, 1e-9), 0, 1)
    return edges, np.diff(left)
