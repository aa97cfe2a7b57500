"""Linked Traces as events: annotations that tie something of history to places and times.

Of each annotation every body with a `when` is an event: what the target names, how the place is
related to it, and the place. Source: README and samples of linked-traces-format, 0.1 and 0.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from components.catalog.citations.csl import one_line
from components.catalog.imports.incoming import Found, Refused, add_event, each, from_json, text_in
from components.catalog.imports.linked_when import when_of
from components.catalog.reading.progress import Tell, nobody

_READ = frozenset({"title", "relation", "when"})
_WITHOUT = "places without a time"


def from_linked_traces(data: bytes, tell: Tell = nobody) -> Found:
    """The events of a list of annotations, or of one."""
    document = from_json(data)
    annotations = document if isinstance(document, list) else [document]
    if not any(isinstance(one, Mapping) and "body" in one for one in annotations):
        raise Refused("it is not Linked Traces: there is no annotation with a “body” in it")
    found = Found()
    for number, annotation in each(annotations, tell):
        if isinstance(annotation, Mapping):
            _annotation(found, f"annotation {number}", annotation)
        else:
            found.say(f"annotation {number}", "it is no annotation: not carried")
    return found


def _annotation(found: Found, where: str, annotation: Mapping[str, Any]) -> None:
    targets = annotation.get("target")
    targets = targets if isinstance(targets, list) else [targets]
    subject = next((text_in(one.get("title")) for one in targets if isinstance(one, Mapping)), "")
    for place in _places(annotation.get("body")):
        name, relation = _given(place, "title"), _given(place, "relation")
        when = place.get("when") or place.get("lpo:when")
        found.unused[_WITHOUT] += not when
        for field, value in place.items():
            if value and field.removeprefix("lpo:") not in _READ:
                found.unused[f"“{field}”"] += 1
        if when:
            _event(found, where, ": ".join(filter(None, (subject, ", ".join(
                filter(None, (relation, name)))))), when)  # fmt: skip
    found.unused = +found.unused


def _event(found: Found, where: str, title: str, when: Any) -> None:
    title = one_line(title)
    where = f"{where} “{title}”" if title else where
    date, words = when_of(found, where, when)
    add_event(found, where, title=title, date=date, words=words)


def _given(place: Mapping[str, Any], name: str) -> str:
    return text_in(place.get(name) or place.get(f"lpo:{name}")).removeprefix("lpo:")


def _places(body: Any) -> Iterator[Mapping[str, Any]]:
    """The bodies themselves, or in version 0.2 what stands in the `value` of one."""
    for one in body if isinstance(body, list) else [body]:
        if isinstance(one, Mapping):
            inside = one.get("value")
            inside = inside if isinstance(inside, list) else [one]
            yield from (place for place in inside if isinstance(place, Mapping))
