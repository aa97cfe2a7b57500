"""SIMILE Timeline, XML or JSON, as events: what many old university timelines are kept in.

XML is read by defusedxml, which refuses what a document type can hide (bombs of entities, files
of the reader's machine). “JSON” is often JavaScript there and is read as such, see `javascript`.
Sources: simile-widgets.org/wiki/Timeline_EventSources, and how its `sources.js` loads both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from components.catalog.imports.html_text import html_text
from components.catalog.imports.incoming import (
    Found,
    Refused,
    add_event,
    decoded,
    each,
    sized,
    text_in,
)
from components.catalog.imports.javascript import from_javascript
from components.catalog.imports.simile_dates import ENDS, date_of
from components.catalog.reading.progress import Tell, nobody

_TEXTS = frozenset({"title", "description", "id", "eventID"})
_FLAGS = ("isDuration", "durationEvent")
# How the event is drawn; a history has no use for it.
_LOOKS = frozenset({
    "color", "textColor", "icon", "classname", "tapeImage", "tapeRepeat", "hoverText", "caption",
    "trackNum", "track",
})  # fmt: skip
_READABLE = ("", "gregorian", "iso8601", "iso 8601")


def from_simile(data: bytes, tell: Tell = nobody) -> Found:
    """The events of a document, XML or JSON."""
    is_xml = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
    found = Found()
    written, events = _xml(sized(data)) if is_xml else _json(data)
    if written.lower() not in _READABLE:
        raise Refused(f"its dates are counted in another way (“{written[:40]}”)")
    for number, event in each(events, tell):
        if isinstance(event, Mapping):
            _event(found, f"event {number}", event)
        else:
            found.say(f"event {number}", "it is no event: not carried")
    return found


def _xml(data: bytes) -> tuple[str, Iterator[Mapping[str, Any]]]:
    """How its dates are written, and the attributes of each event with its text."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("it has a document type, which may hide anything: delete it") from None
    except ParseError as error:
        line, column = error.position
        what = f"line {line}, column {column + 1}: {str(error).partition(':')[0]}"
        raise Refused(f"it is not XML: {what}") from None
    except (LookupError, ValueError):
        raise Refused("it is in an encoding that is not known: save it as UTF-8") from None
    if root.tag != "data":
        raise Refused(f"it is not a timeline of SIMILE: <data> was expected, not <{root.tag[:40]}>")
    events = ({**one.attrib, "description": "".join(one.itertext())} for one in root.iter("event"))
    return root.get("date-time-format", ""), events


def _json(data: bytes) -> tuple[str, Iterator[Any]]:
    document = from_javascript(decoded(data))
    events = document.get("events") if isinstance(document, Mapping) else None
    if not isinstance(events, list):
        raise Refused("it is not a timeline of SIMILE: it has no list “events”")
    return text_in(document.get("dateTimeFormat")), iter(events)


def _event(found: Found, where: str, event: Mapping[str, Any]) -> None:
    title = html_text(text_in(event.get("title"))).replace("\n", " ")
    where = f"{where} “{title}”" if title else where
    is_duration = any(event.get(name) in (True, "true") for name in _FLAGS)
    ends = {name: text_in(event.get(name)) for name in ENDS}
    date, words = date_of(found, where, ends, is_duration=is_duration)
    for name, value in event.items():
        if value and name not in (*_TEXTS, *ENDS, *_FLAGS, *_LOOKS):
            found.unused[f"“{name}”"] += 1
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=text_in(event.get("eventID") or event.get("id")),
        words=words,
        summary=html_text(text_in(event.get("description"))),
    )
