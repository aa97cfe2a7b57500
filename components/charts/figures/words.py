"""The words of the charts of numbers, as format strings; the page brings them in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.charts.civil import civil_of
from components.charts.words import Words


@dataclass(frozen=True)
class FigureWords:
    """Format strings; the fields in braces are named after each."""

    time: Words  # months and years, as in all charts
    million: str  # {n}
    billion: str  # {n}
    percent: str  # {n}
    about: str  # {n}
    over: str  # {n}
    under: str  # {n}
    at_least: str  # {n}; only a least value is given
    at_most: str  # {n}
    between: str  # {low} {high}
    within: str  # {n} {range}; a value and its range
    no_number: str
    standings: Mapping[str, str]  # read, cited, unchecked
    columns: Mapping[str, str]  # head, by, period, scope, method, standing
    common: str  # {facts}; what holds for all rows
    preferred: str  # {reason}
    square_each: str  # {unit}
    square_of: str  # {step} {unit}
    rivals: str
    rivals_note: str
    of_scope: str  # {scope}
    of_total: str  # {count} {total}
    missing: str
    no_figure: str  # {name}
    hole_between: str  # {start} {end}
    listed: str  # {n}
    half: str
    undated: str  # {items}; values that a time axis cannot show
    long_gap: str
    nothing: str
    source: str  # {source}
    alt_forms: Mapping[str, str]  # by form: {n} {unit}
    alt_nothing: str  # {unit}
    alt_item: str  # {label} {amount}
    alt_item_facts: str  # {label} {amount} {facts}
    alt_more: str  # {n}
    alt_missing: str  # {label} {reason}
    alt_breaks: str  # {reason}

    def standing(self, standing: str) -> str:
        """The word for a standing; the standing itself if there is none."""
        return self.standings.get(standing, standing)

    def month(self, day: int) -> str:
        """Month and year of a day number: "May 1901"."""
        year, month, _ = civil_of(day)
        return f"{self.time.months[month - 1]} {self.time.year(year)}"
