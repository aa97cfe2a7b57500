"""One way of looking at a comparison, and where its clocks can start.

A clock starts from an alignment, from two events of the reader's choice (“own”), or not at all:
the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import Moment, Start, alignment_start, moments_of
from components.charts.clocks.words import ClockWords
from components.html.compare.words import clock_words
from components.html.content import Content

PAGE = "compare"
OWN, CALENDAR = "own", "calendar"
LONG_DAYS = 60 * 366  # of a collection: a longer one is compared in years
OF_OWN = ("start", "end")  # keys of the address that name events of the reader's choice


@dataclass(frozen=True)
class View:
    """One way of looking at a comparison; `names` are those of its two sides.

    selection: what else the reader looks at; links carry it along
    in_years: whether distances are so long that they are told in years
    """

    comparison: Comparison
    names: tuple[str, str]
    clock: str
    start: Start
    order: str
    open_ids: tuple[str, ...]
    selection: Selection
    in_years: bool = False

    @property
    def words(self) -> ClockWords:
        """The words of its clocks."""
        return clock_words(in_years=self.in_years)

    @property
    def is_calendar(self) -> bool:
        """Whether both sides stand on the calendar."""
        return self.start.moments is None


def is_told_in_years(data: Content, comparison: Comparison) -> bool:
    """Whether one of the two collections is so long that nobody would count its months."""
    spans = (data.catalog.collections[one].span for one in comparison.collections)
    return any(
        span.latest - span.earliest > LONG_DAYS
        for span in spans
        if span.earliest is not None and span.latest is not None
    )


def clocks(data: Content, comparison: Comparison) -> tuple[str, ...]:
    """What the clocks can start from, the usual way first."""
    alignments = (a.id for a in comparison.alignments if alignment_start(data.catalog, a))
    return (*alignments, OWN, CALENDAR)


def with_moments(selection: Selection, moments: tuple[Moment, Moment]) -> Selection:
    """The selection with two events of the reader's choice as starting points."""
    for key in OF_OWN:
        selection = selection.with_extra(key, *(m.event for m in moments if m.edge == key))
    return selection


def toggled(view: View, stage: str) -> Selection:
    """The selection with a row open that was closed, or closed that was open."""
    others = tuple(one for one in view.open_ids if one != stage)
    ids = others if stage in view.open_ids else (*others, stage)
    return view.selection.with_extra("open", *ids)


def choices(data: Content, comparison: Comparison, side: int) -> dict[tuple[str, str], Moment]:
    """The moments from which a side can count, by (edge, event)."""
    found = moments_of(data.catalog, comparison.collections[side])
    return {(one.edge, one.event): one for one in found}


def start_of(data: Content, comparison: Comparison, clock: str, selection: Selection) -> Start:
    """Where a clock starts: an alignment, two events that the selection names, or the calendar."""
    if clock not in (OWN, CALENDAR):
        by_id = {alignment.id: alignment for alignment in comparison.alignments}
        return alignment_start(data.catalog, by_id[clock]) or Start()
    asked = [(key, event) for key in OF_OWN for event in selection.extra(key)]
    usual = usual_start(data, comparison)
    if clock == CALENDAR or usual is None:
        return Start()
    possible = [choices(data, comparison, side) for side in (0, 1)]
    one, other = (
        next((among[key] for key in asked if key in among), before)
        for among, before in zip(possible, usual, strict=True)
    )
    return Start((one, other))


def usual_start(data: Content, comparison: Comparison) -> tuple[Moment, Moment] | None:
    """Where the clocks start before the reader has chosen."""
    starts = (alignment_start(data.catalog, one) for one in comparison.alignments)
    return next((start.moments for start in starts if start), None)
