"""GeoJSON with `when` as events: Linked Places, and what we write ourselves.

A place of a gazetteer becomes an event with the place's title and time: what happened there is to
be written. Where it lies is not carried, since a place here is a record of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from components.catalog.dates import Span
from components.catalog.formats.geojson import timespan
from components.catalog.imports.incoming import (
    IS_ID,
    Found,
    Refused,
    add_event,
    each,
    from_json,
    read_date,
    text_in,
)
from components.catalog.imports.linked_when import when_of
from components.catalog.reading.progress import Tell, nobody

_FIELDS = frozenset({"title", "date", "old_style", "summary", "kind", "importance", "themes"})
# Of what we write: it follows from other records.
_DERIVED = frozenset({"date_words", "earliest", "latest", "collection", "extent"})
_READ = frozenset({"type", "@id", "id", "properties", "when", "descriptions", "@context"})


def from_geojson(data: bytes, tell: Tell = nobody) -> Found:
    """The features of a collection."""
    document = from_json(data)
    found = Found()
    for number, feature in each(_features(document), tell):
        if isinstance(feature, Mapping):
            _feature(found, f"feature {number}", feature)
        else:
            found.say(f"feature {number}", "it is no feature: not carried")
    return found


def _features(document: Any) -> list[Any]:
    if isinstance(document, Mapping):
        if isinstance(document.get("features"), list):
            return document["features"]
        if document.get("type") == "Feature":
            return [document]
    raise Refused("it is not GeoJSON: it has no list “features”")


def _feature(found: Found, where: str, feature: Mapping[str, Any]) -> None:
    about = feature.get("properties")
    about = about if isinstance(about, Mapping) else {}
    title = text_in(about.get("title") or about.get("name")).replace("\n", " ")
    where = f"{where} “{title}”" if title else where
    date, words = _date(found, where, feature, text_in(about.get("date")))
    address = text_in(feature.get("@id") or feature.get("id"))
    for name in _not_carried(feature, about):
        found.unused[f"“{name}”"] += 1
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=re.split("[/#:]", address.rstrip("/"))[-1],
        old_style=text_in(about.get("old_style")),
        words=words,
        summary=text_in(about.get("summary")) or _description(feature),
        more=_more(about),
    )


def _date(found: Found, where: str, feature: Mapping[str, Any], exact: str) -> tuple[str, str]:
    """The date as written where it fits the timespans beside it, else the timespans."""
    when = feature.get("when")
    read = read_date(exact) if exact else ""
    if isinstance(read, Span) and when in (None, {"timespans": [timespan(read)]}):
        return exact, ""
    if exact:
        found.say(where, f"date “{exact}” does not fit the timespans beside it, which are taken")
    return when_of(found, where, when) if when else ("", "")


def _description(feature: Mapping[str, Any]) -> str:
    given = feature.get("descriptions")
    texts = [text_in(one.get("value")) for one in given or () if isinstance(one, Mapping)] if (
        isinstance(given, list)) else []  # fmt: skip
    return "\n".join(filter(None, texts))


def _more(about: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that are taken over where they are already as they should be."""
    more: dict[str, Any] = {}
    if IS_ID.fullmatch(text_in(about.get("kind"))):
        more["kind"] = about["kind"]
    if about.get("importance") in (1, 2, 3) and not isinstance(about["importance"], bool):
        more["importance"] = int(about["importance"])
    themes = about.get("themes")
    if isinstance(themes, list) and themes and all(IS_ID.fullmatch(text_in(one)) for one in themes):
        more["themes"] = themes
    return more


def _not_carried(feature: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name, value in feature.items() if value and name not in _READ)
    for name, value in about.items():
        if value and name not in _FIELDS and name not in _DERIVED:
            yield name
