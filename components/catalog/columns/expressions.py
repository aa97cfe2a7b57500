"""Counting and binning where the data is: expressions that DuckDB, or a server, works out.

events: `Reading.good`: the columns as text, and `first` and `last`, the possible days (float, both
included, infinite where open). Nothing but the answers comes here, whatever the number of events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import ibis
import pyarrow as pa
from ibis import Table


def different(events: Table, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The different cells of columns with `n`, how many rows have them, most first, and `row`."""
    found = events.group_by(list(columns)).agg(n=events.count(), row=events.row.min())
    for batch in found.order_by([found.n.desc(), found.row]).to_pyarrow_batches():
        yield from batch.to_pylist()


def touching(events: Table, window: tuple[int | None, int | None]) -> Table:
    """The events of which a possible day lies in the window of days, both included."""
    start, end = window
    if start is not None:
        events = events.filter(events.last >= start)
    return events if end is None else events.filter(events["first"] <= end)


def density(events: Table, edges: Sequence[int], by: str = "") -> dict[str, list[float]]:
    """How many events each bin [edge, next edge) of days holds, for each value of the column `by`.

    An event that may have been on any of several days counts in parts over all of them (aoristic
    sum); of one that is open at an end the part that the bins hold counts as all. "" without `by`.
    """
    bounds = list(pairwise(edges))
    bins = ibis.memtable(
        pa.table({
            "bin": pa.array(range(len(bounds)), pa.int32()),
            "low": pa.array([float(low) for low, _ in bounds]),
            "high": pa.array([float(high) for _, high in bounds]),
        })
    )  # fmt: skip
    first, end = float(edges[0]), float(edges[-1])
    group = events[by] if by else ibis.literal("")
    open_end = (events["first"] < _FAR_BACK) | (events.last > _FAR_AHEAD)
    seen = events.select(
        group=group,
        low=ibis.greatest(events["first"], open_end.ifelse(first, events["first"])),
        high=ibis.least(events.last + 1, open_end.ifelse(end, events.last + 1)),
    )
    parts = seen.join(bins, [seen.low < bins.high, seen.high > bins.low], rname="{name}_of_bin")
    overlap = ibis.least(parts.high, parts.high_of_bin) - ibis.greatest(parts.low, parts.low_of_bin)
    shares = parts.mutate(share=overlap / (parts.high - parts.low))
    summed = shares.group_by(["group", "bin"]).agg(events=shares.share.sum())
    made: dict[str, list[float]] = {}
    for one in summed.to_pyarrow().to_pylist():
        made.setdefault(one["group"], [0.0] * len(bounds))[one["bin"]] = one["events"]
    return made


_FAR_BACK, _FAR_AHEAD = -1e300, 1e300
