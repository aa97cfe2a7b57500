"""One way of looking at a comparison, and where its clocks can start.

A clock starts from an alignment, from two events of the reader's choice (“own”), or not at all:
the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import Moment, Start, alignment_start, moments_of
from components.html.content import Content

PAGE = "compare"
OWN, CALENDAR = "own", "calendar"
OF_OWN = ("start", "end")  # keys of the address that name events of the reader's choice


@dataclass(frozen=True)
class View:
    """One way of looking at a comparison; `names` are those of its two sides.

    selection: what else the reader looks at; links carry it along
    """

    comparison: Comparison
    names: tuple[str, str]
    clock: str
    start: Start
    order: str
    open_ids: tuple[str, ...]
    selection: Selection

    @property
    def is_calendar(self) -> bool:
        """Whether both sides stand on the calendar."""
        return self.start.moments is None


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
