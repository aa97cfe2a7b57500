"""What must hold between records: generators from a catalogue to the faults of its records.

To add a check: write a generator in the file it belongs to, enter it in `CHECKS`, and give it a
test with a snippet that it reports and one that it does not.

A fault of severity "error" means that something is wrong or cannot be shown as it is meant; a
"warning" that something was probably forgotten. `check` fails on errors only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.checks import comparisons, counts, dates, references, words
from components.catalog.problems import Problem
from components.catalog.reading.locating import Locator
from components.catalog.reading.progress import Tell, nobody

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

CHECKS = (
    references.unknown,
    references.related_to_itself,
    references.given_twice,
    references.ids_within,
    references.unlisted_collections,
    references.unused,
    words.tendencies,
    words.slots,
    words.full_stops,
    words.own_scripts,
    words.half_points,
    words.needless_countries,
    words.citations,
    words.attributions,
    words.schools,
    dates.outside,
    dates.edges,
    dates.old_style,
    counts.numbers,
    counts.shares,
    counts.broken_series,
    comparisons.sides,
    comparisons.anchors,
    comparisons.silent_sides,
    comparisons.pairs,
)


def problems(catalog: Catalog, tell: Tell = nobody) -> Iterator[Problem]:
    """Everything that does not hold between the records of a catalogue, check by check."""
    locator = Locator(catalog.folder, catalog.where)
    for number, check in enumerate(CHECKS):
        tell("checks", number, len(CHECKS))
        for key, fault in check(catalog):
            yield locator.problem(key, fault)
