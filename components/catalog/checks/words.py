"""Checks of single records that their shape cannot say: tendencies, titles, citations, readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.catalog.models import Citation, Reading
from components.catalog.problems import WARNING, Fault
from components.catalog.references import Key, parts

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

Found = Iterator[tuple[Key, Fault]]

_NOBODY = re.compile(
    r"(some|many|most|several|various|other|certain)?\s*"
    r"(historians?|scholars?|authors?|writers?|people|others|unknown|anonymous|n/?a|[?–-])",
    re.IGNORECASE,
)


def tendencies(catalog: Catalog) -> Found:
    """A tendency is broad and has a colour slot, or has a broader one: not both, not neither."""
    terms = catalog.of_kind("tendency")
    for identifier, term in terms.items():
        key = ("tendency", identifier)
        if term.broader and term.slot:
            hint = "Delete one: a narrower tendency takes the mark of the broader."
            yield key, Fault(("slot",), "broader-and-slot", "has both broader and slot", hint)
        if not term.broader and not term.slot:
            hint = "The broadest tendencies need a slot; narrower ones name the broader."
            yield key, Fault((), "no-broader-no-slot", "has neither broader nor slot", hint)
        if _is_in_circle(identifier, terms):
            what = "is, by way of broader ones, a part of itself"
            yield key, Fault(("broader",), "circle", what)


def _is_in_circle(identifier: str, terms: dict) -> bool:
    seen, above = set(), terms[identifier].broader
    while above in terms and above not in seen:
        if above == identifier:
            return True
        seen.add(above)
        above = terms[above].broader
    return False


def slots(catalog: Catalog) -> Found:
    """Two tendencies with one slot look the same in every chart."""
    first: dict[str, str] = {}
    for identifier, term in catalog.of_kind("tendency").items():
        if term.slot and not term.broader and first.setdefault(term.slot, identifier) != identifier:
            what = f"“{term.slot}” is the mark of “{first[term.slot]}” already"
            yield ("tendency", identifier), Fault(("slot",), "slot-taken", what, "", WARNING)


def full_stops(catalog: Catalog) -> Found:
    """Titles and labels do not end with a full stop (an initial or an ellipsis may)."""
    for key, record in catalog.records():
        for field in ("title", "label", "finding"):
            text = getattr(record, field, None)
            # A source's title is as its title page has it.
            if key[0] != "source" and text and re.search(r"(?<![.\W][A-Z])(?<!\.)\.$", text):
                what = "ends with a full stop"
                yield key, Fault((field,), "full-stop", what, "Delete it.", WARNING)


def own_scripts(catalog: Catalog) -> Found:
    """A name in its own language says which language that is."""
    for kind in ("person", "organisation"):
        for identifier, agent in catalog.of_kind(kind).items():
            if bool(agent.original) != bool(agent.lang):
                field = "original" if agent.original else "lang"
                what = "original and lang belong together"
                yield (kind, identifier), Fault((field,), "no-language", what, "", WARNING)


def half_points(catalog: Catalog) -> Found:
    """A place has both degrees or neither."""
    for place in catalog.places.values():
        if (place.lat is None) != (place.lon is None):
            field, other = ("lat", "lon") if place.lon is None else ("lon", "lat")
            what = f"{field} stands without {other}"
            yield (
                ("place", place.id),
                Fault((field,), "half-a-point", what, "Give both or neither."),
            )


def needless_countries(catalog: Catalog) -> Found:
    """`country` of an event is for those that do not belong to the country of their place."""
    for event in catalog.written.values():
        place = catalog.places.get(event.place)
        if place and event.country == place.country:
            what = f"“{event.place}” is in “{event.country}” anyway"
            fault = Fault(("country",), "needless-country", what, "Delete it.", WARNING)
            yield ("event", event.id), fault


def citations(catalog: Catalog) -> Found:
    """Citations that do not say where, or contradict themselves or their source."""
    for key, record in catalog.records():
        for path, citation in parts(record, Citation):
            for field, kind, what, hint in _doubts(citation, catalog):
                yield key, Fault((*path, *field), kind, what, hint, WARNING)


def _doubts(citation: Citation, catalog: Catalog) -> Iterator[tuple[tuple, str, str, str]]:
    source = catalog.sources.get(citation.cite)
    if not citation.locator:
        yield (), "no-locator", "no locator", "Say where in it: p. 73, ch. 2, whole page."
    if citation.via == citation.cite:
        yield ("via",), "via-itself", "the source was met in itself", "Delete via."
    elif citation.via and citation.standing == "read":
        hint = "Standing cited: met in that text. Standing read: no via."
        yield ("via",), "via-read", "via is for what was not read in the source", hint
    if citation.standing == "read" and source and source.seen == "not-seen":
        hint = "Mend one of the two: standing here, or seen in sources.yaml."
        what = f"“{citation.cite}” was not seen, says sources.yaml"
        yield ("standing",), "read-unseen", what, hint


def attributions(catalog: Catalog) -> Found:
    """Readings that are somebody's name somebody."""
    for key, record in catalog.records():
        for path, reading in parts(record, Reading):
            if _NOBODY.fullmatch(reading.by):
                what, hint = f"“{reading.by}” is nobody", "Name who reads it so."
                yield key, Fault((*path, "by"), "no-attribution", what, hint)


def schools(catalog: Catalog) -> Found:
    """A dispute is between at least two schools."""
    for dispute in catalog.disputes.values():
        if len({reading.school.casefold() for reading in dispute.readings}) < 2:
            what = "all readings are of one school"
            hint = "Add a reading of another school, or it is no dispute."
            yield ("dispute", dispute.id), Fault(("readings",), "one-school", what, hint)
