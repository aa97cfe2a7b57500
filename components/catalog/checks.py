"""What must hold between records: generators from a catalogue to the faults of its records.

To add a check: write a generator in the file it belongs to, enter it in `CHECKS`, and give it a
test with a snippet that it reports and one that it does not.

A fault of severity "error" means that something is wrong or cannot be shown as it is meant; a
"warning" that something was probably forgotten. `check` fails on errors only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog import (
    checks_comparisons,
    checks_counts,
    checks_dates,
    checks_references,
    checks_words,
)
from components.catalog.locating import Locator
from components.catalog.problems import Problem

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

CHECKS = (
    checks_references.unknown,
    checks_references.related_to_itself,
    checks_references.given_twice,
    checks_references.ids_within,
    checks_references.unlisted_collections,
    checks_references.unused,
    checks_words.tendencies,
    checks_words.slots,
    checks_words.full_stops,
    checks_words.own_scripts,
    checks_words.needless_countries,
    checks_words.citations,
    checks_words.attributions,
    checks_words.schools,
    checks_dates.outside,
    checks_dates.edges,
    checks_dates.old_style,
    checks_counts.numbers,
    checks_counts.shares,
    checks_counts.broken_series,
    checks_comparisons.sides,
    checks_comparisons.anchors,
    checks_comparisons.silent_sides,
    checks_comparisons.pairs,
)


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Everything that does not hold between the records of a catalogue, check by check."""
    locator = Locator(catalog.folder, catalog.where)
    for check in CHECKS:
        for key, fault in check(catalog):
            yield locator.problem(key, fault)
