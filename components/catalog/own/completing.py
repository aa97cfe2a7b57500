"""Events or sources alone, made into a whole catalogue: what is missing is filled in and said.

Terms, people, places and sources are made of the ids that the events use. Nothing is claimed of
them: a place has no point, a source is one that nobody saw, a definition says that there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from components.catalog.formats.yaml_text import field_lines, records_text
from components.catalog.models import Citation, Event, Record, Source
from components.catalog.reading.entries import Entry, several
from components.catalog.reading.foundations import TERMS, spoken
from components.catalog.reading.shapes import shaped
from components.catalog.reading.yaml_problems import YamlProblem, decoded, decoded_anyway
from components.catalog.references import parts, references

COLLECTION = "events"  # the folder of what came alone
NOT_GIVEN = "not-given"
BEYOND = ("indicator", "dispute")  # what events point to and a file of them cannot hold
_ITSELF = "the-file-itself"
_NOT_SAID = "The file says nothing of it."
_SLOTS = ("rust", "green", "blue", "purple", "ochre", "petrol", "stone")
_FILLED: dict[str, Any] = {
    "date": "XXXX",
    "kind": NOT_GIVEN,
    "place": NOT_GIVEN,
    "importance": 2,
    "themes": [NOT_GIVEN],
    "roles": [{"tendency": NOT_GIVEN, "role": "acted"}],
    "summary": "The file gives no more than the title.",
    "sources": [{"cite": _ITSELF, "locator": "this record", "standing": "unchecked"}],
}


def filled(records: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """Events of another program with every field they need, and what was filled in, in words."""
    done, counted = [], Counter()
    for record in records:
        missing = {name: value for name, value in _FILLED.items() if name not in record}
        counted.update(missing.keys())
        done.append({**record, **missing})
    said = [f"{name}: not in the file for {_events(n)}" for name, n in counted.items()]
    return done, said


def _events(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"


def completed(
    name: str, title: str, text: bytes, found: Iterable[Entry]
) -> tuple[dict[str, bytes], list[str]]:
    """A file of events as a whole catalogue: path → bytes; and what was assumed, in words.

    name: of the file in the catalogue, such as `1901.yaml`; title: of the file, for readers
    found: the entries of the text
    """
    used = _used(found)
    tops = {
        "vocabulary.yaml": _vocabulary(used),
        "people.yaml": records_text(_agent(one) for one in used["person"]),
        "organisations.yaml": "[]\n",
        "places.yaml": records_text(_place(one) for one in used["place"]),
        "sources.yaml": records_text(
            _source(one, title, one in used["read"]) for one in used["source"]
        ),
    }
    home = {
        "id": COLLECTION, "title": title, "span": "../..",
        "description": "The events of the file, from the first to the last.",
    }  # fmt: skip
    files = {"catalog.yaml": _header(title, [COLLECTION]), **tops}
    files[f"{COLLECTION}/collection.yaml"] = _record(home)
    whole = {name: text.encode() for name, text in files.items()}
    return {**whole, f"{COLLECTION}/{name}": text}, list(_assumed(used))


def bibliography(title: str, text: bytes) -> dict[str, bytes]:
    """A file of sources as a whole catalogue without events."""
    return {
        "catalog.yaml": _header(title, [COLLECTION]).encode(),
        "vocabulary.yaml": _vocabulary({}).encode(),
        "sources.yaml": text,
        f"{COLLECTION}/collection.yaml": _record({
            "id": COLLECTION, "title": title, "span": "../..",
            "description": "The file holds sources and no events.",
        }).encode(),
        f"{COLLECTION}/events.yaml": b"[]\n",
    }  # fmt: skip


def entries(text: bytes) -> list[Entry]:
    """What can be read of a file that is a list; `load` says what cannot."""
    try:
        read = decoded(text)
    except YamlProblem:
        read = decoded_anyway(text)
    return [entry for entry in several(read) if isinstance(entry, Entry)]


def holds(found: Iterable[Entry]) -> type[Record] | None:
    """Whether a file is a list of events or of sources; None where it is neither."""
    for entry in found:
        if isinstance(entry.raw, dict):
            is_source = "type" in entry.raw and not {"date", "kind", "roles"} & set(entry.raw)
            return Source if is_source else Event
    return None


def _used(found: Iterable[Entry]) -> dict[str, list[str]]:
    """Ids by kind of record to which the events that are right point, in the order of their use.

    Under "read" those of sources in which something was read.
    """
    kinds = [*(kind for kind, _ in TERMS.values()), "person", "place", "source"]
    used: dict[str, dict[str, None]] = {kind: {} for kind in (*kinds, *BEYOND, "read")}
    for entry in found:
        event, _ = shaped(Event, entry.raw)
        for _, (kind, *_), identifier in references(event) if event else ():
            if kind in used:
                used[kind][identifier] = None
        for _, citation in parts(event, Citation) if event else ():
            if citation.standing == "read":
                used["read"][citation.cite] = None
    used["country"].setdefault(NOT_GIVEN)
    return {kind: [*ids] for kind, ids in used.items()}


def _header(title: str, collections: list[str]) -> str:
    return _record({
        "title": title,
        "question": title,
        "description": "A file that came alone, shown with the least that a catalogue needs.",
        "language": "en",
        "licence": _NOT_SAID,
        "cite": title,
        "version": "–",
        "collections": collections,
    })  # fmt: skip


def _vocabulary(used: Mapping[str, list[str]]) -> str:
    lists = {}
    for section, (kind, _) in TERMS.items():
        lists[section] = [_term(kind, n, one) for n, one in enumerate(used.get(kind, ()))]
    lines = [
        "\n".join(field_lines(section, terms)) if terms else f"{section}: []"
        for section, terms in lists.items()
    ]
    return "\n".join(lines) + "\n"


def _term(kind: str, number: int, identifier: str) -> dict[str, str]:
    term = {"id": identifier, "label": spoken(identifier), "definition": _NOT_SAID}
    if kind == "tendency":
        term["slot"] = _SLOTS[min(number, len(_SLOTS) - 1)]
    return term


def _agent(identifier: str) -> dict[str, Any]:
    return {"id": identifier, "label": _name(identifier), "note": _NOT_SAID}


def _place(identifier: str) -> dict[str, Any]:
    return {"id": identifier, "label": _name(identifier), "country": NOT_GIVEN, "extent": "region"}


def _source(identifier: str, title: str, is_read: bool) -> dict[str, Any]:
    if identifier == _ITSELF:
        fields = {"title": title, "seen": "whole", "note": "The file itself."}
    else:
        seen = "part" if is_read else "not-seen"
        fields = {"title": spoken(identifier), "seen": seen, "note": _NOT_SAID}
    return {"id": identifier, "type": "report", **fields}


def _name(identifier: str) -> str:
    return spoken(identifier) if identifier == NOT_GIVEN else identifier.replace("-", " ").title()


def _record(fields: Mapping[str, Any]) -> str:
    return "".join(
        f"{line}\n" for name, value in fields.items() for line in field_lines(name, value)
    )


_MADE_OF = {
    "tendency": "tendencies", "theme": "themes", "kind": "kinds of event",
    "person": "people and organisations", "place": "places, without a point on the map",
    "source": "sources, of which the file gives the ids alone",
    "indicator": "things counted, left out", "dispute": "disputed questions, left out",
}  # fmt: skip


def _assumed(used: Mapping[str, list[str]]) -> Iterator[str]:
    for kind, words in _MADE_OF.items():
        names = [one for one in used[kind] if one not in (NOT_GIVEN, _ITSELF)]
        if names:
            more = f" and {len(names) - 8:,} more" if len(names) > 8 else ""
            yield f"{words}: {', '.join(names[:8])}{more}"
