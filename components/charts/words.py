"""The words of the charts arrive from the page; this file only puts numbers into them.

Figures in words: the alternative texts say the same as the pictures, with numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from components.charts.civil import year_of, years_of
from components.charts.timeline.days import Days, Laned, laned

if TYPE_CHECKING:
    from components.charts.timeline.lanes import Lane


@dataclass(frozen=True)
class Words:
    """Format strings for charts; the fields in braces are named after each."""

    months: tuple[str, ...]  # twelve short names
    bce: str  # {year}
    million: str  # {n}
    event_one: str
    events: str  # {n}
    earlier: str  # {n}
    later: str  # {n}
    folded: str
    hidden: str  # {n}
    bin_events: str  # {when} {n}
    bin_chosen: str  # {when} {n} {chosen}
    all_dates: str
    a_bar: Mapping[str, str]  # quarter, year, decade, century, long {n}
    alt_timeline: str  # {events} {lanes} {first} {last}
    alt_lane: str  # {lane} {events} {year} {n}
    alt_lane_empty: str  # {lane}
    alt_overview: str  # {chosen} {events} {first} {last} {year} {n}
    shortened: str = ""  # of folded years with a few events in them; `folded` if empty

    def count(self, n: int) -> str:
        """ "1 event", "45 events"."""
        return self.event_one if n == 1 else self.events.format(n=f"{n:,}")

    def year(self, year: int) -> str:
        """A civil year (0 is 1 BCE) for people: "1917", "12,000", "45 BCE", "170 million"."""
        if year < 1:
            return self.bce.format(year=self._number(1 - year))
        return self._number(year)

    def _number(self, n: int) -> str:
        if n >= 1_000_000 and n % 100_000 == 0:
            return self.million.format(n=f"{n / 1_000_000:,.1f}".removesuffix(".0"))
        return f"{n:,}" if n >= 10_000 else str(n)

    def years(self, first: int, last: int) -> str:
        """A range of years: "1923–35", "1898–1903", "593–511 BCE", "1 BCE–12"."""
        if first == last:
            return self.year(first)
        if last < 1:
            return self.bce.format(year=f"{self._number(1 - first)}–{self._number(1 - last)}")
        end = self.year(last)
        if first >= 1000 and last < 10_000 and first // 100 == last // 100:
            end = f"{last % 100:02d}"
        return f"{self.year(first)}–{end}"


def timeline_alt(events: pd.DataFrame | Laned, lanes: Sequence[Lane], labels: Words) -> str:
    """What the timeline shows, in sentences with numbers.

    events: as `timeline_figure` takes them
    """
    events = laned(events)
    days, parts = events.days, []
    seen = np.zeros(len(days.first), dtype=bool)
    for lane in lanes:
        seen[events.of(lane.id)] = True
    whole = np.flatnonzero(seen)
    span = _span(days, whole)
    if span:
        count = labels.count(len(whole))
        first, last = (labels.year(year) for year in span)
        parts.append(
            labels.alt_timeline.format(events=count, lanes=len(lanes), first=first, last=last)
        )
    return " ".join([*parts, *(_lane_alt(days, events.of(one.id), one, labels) for one in lanes)])


def overview_alt(days: Days, chosen: int, labels: Words) -> str:
    """What the overview shows, in a sentence with numbers; "" when there is no dated event.

    days: of all events; chosen: how many of them are
    """
    every = np.arange(len(days.first))
    span = _span(days, every)
    if not span:
        return ""
    first, last = (labels.year(year) for year in span)
    year, n = _busiest(days, every)
    return labels.alt_overview.format(
        chosen=f"{chosen:,}",
        events=labels.count(len(every)),
        first=first,
        last=last,
        year=labels.year(year),
        n=f"{n:,}",
    )


def _lane_alt(days: Days, mine: np.ndarray, lane: Lane, labels: Words) -> str:
    if not _span(days, mine):
        return labels.alt_lane_empty.format(lane=lane.label)
    year, n = _busiest(days, mine)
    return labels.alt_lane.format(
        lane=lane.label, events=labels.count(len(mine)), year=labels.year(year), n=f"{n:,}"
    )


def _span(days: Days, rows: np.ndarray) -> tuple[int, int] | None:
    first, last = days.first[rows], days.end[rows] - 1
    known = np.concatenate([first[np.isfinite(first)], last[np.isfinite(last)]])
    return (year_of(known.min()), year_of(known.max())) if len(known) else None


def _busiest(days: Days, rows: np.ndarray) -> tuple[int, int]:
    """Year in which most events begin, and how many."""
    first, last = days.first[rows], days.end[rows] - 1
    begins = np.where(np.isfinite(first), first, last)
    years, counts = np.unique_counts(years_of(begins[np.isfinite(begins)]))
    return int(years[counts.argmax()]), int(counts.max())
