"""Checks of comparisons: what stands for a side belongs to that side and has a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.models import Anchor, Comparison, PairSide, Side, Stance
from components.catalog.problems import Fault
from components.catalog.references import Key, parts, references

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

_HOMED = {"event", "indicator"}  # what lies in a collection
Found = Iterator[tuple[Key, Fault]]


def _parts(catalog: Catalog, *models: type) -> Iterator[tuple[Key, Comparison, tuple, object]]:
    for comparison in catalog.comparisons.values():
        for model in models:
            for path, part in parts(comparison, model):
                yield ("comparison", comparison.id), comparison, path, part


def sides(catalog: Catalog) -> Found:
    """Sides come in the order of the two collections, with events of their own.

    A side of a stage may also name events of a third collection, which belong to neither.
    """
    for key, comparison, path, part in _parts(catalog, Anchor, Side, Stance, PairSide):
        expected = comparison.collections
        if not isinstance(part, Stance):
            expected = (comparison.collections[path[-1]],)
        if part.collection not in expected:
            what = f"“{part.collection}” stands where “{' or '.join(expected)}” is expected"
            yield key, Fault((*path, "collection"), "wrong-side", what)
            continue
        for inner, kinds, identifier in references(part):
            home = catalog.collection_of.get(identifier) if _HOMED & set(kinds) else None
            others = comparison.collections if isinstance(part, Side) else catalog.collections
            if home != part.collection and home in others:
                what = f"“{identifier}” belongs to “{home}”, not to “{part.collection}”"
                yield key, Fault((*path, *inner), "wrong-side", what)


def anchors(catalog: Catalog) -> Found:
    """A clock starts on a day: that edge of its event is known."""
    for key, _, path, anchor in _parts(catalog, Anchor):
        event = catalog.events.get(anchor.event)
        if event:
            day = event.date.earliest if anchor.edge == "start" else event.date.latest
            if day is None:
                what = f"the {anchor.edge} of “{event.id}”, {event.date}, is no day"
                yield key, Fault((*path, "event"), "no-day", what)


def silent_sides(catalog: Catalog) -> Found:
    """A side of a stage without events says why."""
    for key, _, path, side in _parts(catalog, Side):
        if not side.events and not side.note:
            what = "no events and no note"
            yield key, Fault(path, "silent-side", what, "Say in note why nothing stands here.")


def pairs(catalog: Catalog) -> Found:
    """A side of a pair is an indicator, a span between two events, or a text: just one."""
    for key, _, path, side in _parts(catalog, PairSide):
        given = [name for name in ("indicator", "between", "text") if getattr(side, name)]
        if len(given) != 1:
            what = f"has {' and '.join(given) or 'nothing'}; just one of indicator, between, text"
            yield key, Fault(path, "pair-side", what)
