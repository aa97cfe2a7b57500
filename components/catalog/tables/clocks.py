"""Two collections on two clocks: how long after a starting point each thing happened.

Everything is computed from day numbers; no number of months is ever written down. A clock starts
on a day; where an event is only known to a month, or its starting point is, the distance is a
range, and a range it stays. Knows no axis, no page and no words but those of the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.models import Collection, Event
from components.catalog.models.reviews import Alignment, Comparison, Edge, PairSide, Side, Stage
from components.catalog.tables.frames import frame

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

MONTH = 30.4375  # days: a twelfth of a year of 365.25 days
EPOCH = 0  # the day from which a calendar counts: 1970-01-01
ORDERS = ("stage", "time", "gap")
Range = tuple[float, float]  # least and greatest possible months

_SIDE_COLUMNS = {
    "event": "str", "edge": "str", "title": "str", "label": "str", "date_words": "str",
    "first": "Int64", "last": "Int64", "low": "float64", "high": "float64", "soft": "bool",
    "doubtful": "bool", "lasting": "bool", "note": "str",
}  # fmt: skip
STAGE_COLUMNS = {
    "id": "str", "position": "int64", "question": "str", "fairness": "str", "why": "str",
    "limps": "str",
    **{f"{side}_{name}": kind for side in "ab" for name, kind in _SIDE_COLUMNS.items()},
    "gap_low": "float64", "gap_high": "float64", "events": "object",
}  # fmt: skip
FURTHER_COLUMNS = {
    "stage": "str", "side": "str",
    **{name: kind for name, kind in _SIDE_COLUMNS.items() if name != "note"},
}  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """The days on which an event may have begun, or ended: first and last, both included."""

    event: str
    edge: Edge
    first: int
    last: int
    soft: bool = False  # written as about
    doubtful: bool = False
    lasting: bool = False  # the event has another edge


@dataclass(frozen=True)
class Start:
    """Where the two clocks start, in the order of the comparison's collections.

    moments: None on the calendar, where both count from 1970-01-01; backwards: the reader counts
    what came before. `low` and `high` are months after the start whichever way is counted.
    """

    moments: tuple[Moment, Moment] | None = None
    backwards: bool = False


def moment(event: Event, edge: Edge) -> Moment | None:
    """The days of one edge of an event; None where that edge is open or unknown."""
    span: Span | None = event.date
    lasting = event.date.is_interval
    if lasting:
        span = event.date.start if edge == "start" else event.date.end
    if span is None or span.earliest is None or span.latest is None:
        return None
    return Moment(
        event.id, edge, span.earliest, span.latest, span.approximate, span.uncertain, lasting
    )


def alignment_start(catalog: Catalog, alignment: Alignment) -> Start | None:
    """The starting point of an alignment; None where an anchor has no day."""
    one, other = (moment(catalog.events[a.event], a.edge) for a in alignment.anchors)
    return Start((one, other), alignment.backwards) if one and other else None


def months_between(zero: Moment, then: Moment) -> Range:
    """Months from one moment to another; both ends are equal where both days are known."""
    if (zero.event, zero.edge) == (then.event, then.edge):
        return 0.0, 0.0
    return (then.first - zero.last) / MONTH, (then.last - zero.first) / MONTH


def pair_months(catalog: Catalog, side: PairSide) -> Range | None:
    """Months between the two events of a side of a pair; None where one has no such day."""
    if not side.between:
        return None
    ends = zip(side.between, side.edges, strict=True)
    one, other = (moment(catalog.events[event], edge) for event, edge in ends)
    return months_between(one, other) if one and other else None


def side_names(catalog: Catalog, comparison: Comparison) -> tuple[str, str]:
    """What to call the two sides: their countries where those differ, else their titles."""
    collections = [catalog.collections[one] for one in comparison.collections]
    labels = {term.id: term.label for term in catalog.vocabulary.countries}
    names = [labels.get(one.country or "", "") for one in collections]
    if all(names) and names[0] != names[1]:
        return names[0], names[1]
    return collections[0].title, collections[1].title


def clock_days(collection: Collection) -> tuple[int | None, int | None]:
    """First and last day on which a collection's clock runs, both included; None is no end.

    Its span; but a period that begins within the span runs to that period's end.
    """
    first, last = collection.span.earliest, collection.span.latest
    for period in collection.periods:
        began, ended = period.date.earliest, period.date.latest
        if None not in (began, ended, first, last) and first <= began <= last:
            last = max(last, ended)
    return first, last


def stage_events(stage: Stage) -> tuple[str, ...]:
    """Ids of all events behind a stage, those of its sides first."""
    sides = (event for side in stage.sides for event in side.events)
    stances = (event for stance in stage.stances for event in stance.events)
    return tuple(dict.fromkeys((*sides, *stances)))


def stage_table(catalog: Catalog, comparison: Comparison, start: Start) -> pd.DataFrame:
    """The stages of a comparison, one row each, in its order; index `id` (str).

    position: int64, counted from 1; question, fairness, why, limps: str
    events: tuple of ids, `stage_events`
    gap_low, gap_high: float64, months by which side a is later on its clock than side b on its
        own, at least and at most; NaN where a side is not measured
    and for each side, as `a_…` and `b_…`, of the first event it names:
    event, title, label, edge ("start" or "end"), date_words, note: str, "" where there is none
    first, last: Int64, the possible days of that edge since 1970-01-01, both included, or NA
    low, high: float64, months after the start at least and at most, unrounded; NaN if unmeasured
    soft, doubtful: bool, the date is marked about or doubtful; lasting: bool, see `Moment`
    """
    rows = (
        _stage_row(catalog, stage, position, start)
        for position, stage in enumerate(comparison.stages, 1)
    )
    return frame(rows, STAGE_COLUMNS, "id")


def further_table(catalog: Catalog, comparison: Comparison, start: Start) -> pd.DataFrame:
    """The other events of the sides: one row an event; stage: str, side: "a" or "b".

    All other columns are those of a side in `stage_table`.
    """
    rows = (
        {"stage": stage.id, "side": name, **_event_row(catalog, event, side.edge, start, number)}
        for stage in comparison.stages
        for number, (name, side) in enumerate(zip("ab", stage.sides, strict=True))
        for event in side.events[1:]
    )
    return frame(rows, FURTHER_COLUMNS)


def ordered(stages: pd.DataFrame, order: str) -> pd.DataFrame:
    """A stage table by "stage" (as written), "time" (earlier side first) or "gap" (widest first).

    What cannot be measured comes last; equals keep their order.
    """
    if order == "time":
        key = stages[["a_low", "b_low"]].min(axis="columns")
    elif order == "gap":
        key = -(stages["gap_low"] + stages["gap_high"]).abs()
    else:
        key = stages["position"]
    return stages.loc[key.sort_values(kind="stable", na_position="last").index]


def _stage_row(catalog: Catalog, stage: Stage, position: int, start: Start) -> dict[str, Any]:
    sides = {
        name: _side_row(catalog, side, start, number)
        for number, (name, side) in enumerate(zip("ab", stage.sides, strict=True))
    }
    a, b = sides["a"], sides["b"]
    return {
        "id": stage.id, "position": position, "question": stage.question,
        "fairness": stage.fairness, "why": stage.why.strip(), "limps": stage.limps.strip(),
        **{f"{side}_{name}": value for side in "ab" for name, value in sides[side].items()},
        "gap_low": a["low"] - b["high"], "gap_high": a["high"] - b["low"],
        "events": stage_events(stage),
    }  # fmt: skip


def _side_row(catalog: Catalog, side: Side, start: Start, number: int) -> dict[str, Any]:
    note = (side.note or "").strip()
    if not side.events:
        nothing = dict.fromkeys(_SIDE_COLUMNS, "")
        return nothing | _measured(None, start, number) | {"edge": side.edge, "note": note}
    return _event_row(catalog, side.events[0], side.edge, start, number) | {"note": note}


def _event_row(
    catalog: Catalog, identifier: str, edge: Edge, start: Start, number: int
) -> dict[str, Any]:
    event = catalog.events[identifier]
    return {
        "event": event.id, "edge": edge, "title": event.title, "label": event.label or event.title,
        "date_words": words(event.date, event.old_style),
        **_measured(moment(event, edge), start, number),
    }  # fmt: skip


def _measured(then: Moment | None, start: Start, number: int) -> dict[str, Any]:
    if then is None:
        days = {"first": None, "last": None, "low": np.nan, "high": np.nan}
        return days | {"soft": False, "doubtful": False, "lasting": False}
    zero = start.moments[number] if start.moments else Moment("", "start", EPOCH, EPOCH)
    low, high = months_between(zero, then)
    return {
        "first": then.first, "last": then.last, "low": low, "high": high, "soft": then.soft,
        "doubtful": then.doubtful, "lasting": then.lasting,
    }  # fmt: skip


def moments_of(catalog: Catalog, collection: str) -> Iterator[Moment]:
    """All moments of a collection's events that can start a clock, in order of time.

    An event that lasted gives its start and its end.
    """
    found: Sequence[Moment] = [
        one
        for event in catalog.written.values()
        if catalog.collection_of[event.id] == collection
        for edge in (("start", "end") if event.date.is_interval else ("start",))
        if (one := moment(event, edge))
    ]
    yield from sorted(found, key=lambda one: (one.first, one.last, one.event))
