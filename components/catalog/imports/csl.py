"""CSL-JSON, as Zotero exports it, as sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from components.catalog.dates import Span
from components.catalog.imports.incoming import Found, Refused, each, from_json, read_date, text_in
from components.catalog.models import Source
from components.catalog.reading.progress import Tell, nobody
from components.catalog.reading.shape_words import written_fields

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "original-date", "accessed")
_TYPES = frozenset(get_args(Source.model_fields["type"].annotation))
_FIELDS = tuple(written_fields(Source))
_SEEN = "how much of a source was seen: “not-seen” is written for all"


def from_csl(data: bytes, tell: Tell = nobody) -> Found:
    """The items of a list (or of an export with `items`)."""
    items = from_json(data)
    if isinstance(items, Mapping) and isinstance(items.get("items"), list):
        items = items["items"]
    if not isinstance(items, list):
        raise Refused("it is not CSL-JSON: it is no list of items")
    found = Found()
    for number, item in each(items, tell):
        if isinstance(item, Mapping):
            _item(found, number, item)
        else:
            found.say(f"item {number}", "it is no item: not carried")
    return found


def _item(found: Found, number: int, item: Mapping[str, Any]) -> None:
    title = text_in(item.get("title"))
    where = f"item {number} “{title}”" if title else f"item {number}"
    record = {name: text_in(item.get(name)) for name in _FIELDS if name not in (*_NAMES, *_DATES)}
    for name in _NAMES:
        record[name] = _names(item.get(name))
    for name in _DATES:
        record[name] = _date(found, where, name, item.get(name))
    for name in item:
        if name not in (*_FIELDS, "custom") and item[name]:
            found.unused[f"field “{name}”"] += 1
    add_source(found, where, record)


def add_source(found: Found, where: str, record: Mapping[str, Any]) -> None:
    """Add a source in the order of our fields; what cannot be right in it is said and left out."""
    title = record.get("title", "")
    if not title:
        found.say(where, "it has no title: not carried")
        return
    kept: dict[str, Any] = {"id": found.new_id(record.get("id", ""), _maker(record), where)}
    for name in _FIELDS[1:]:
        value = record.get(name)
        if name == "seen":
            kept[name] = "not-seen"
        elif value and name == "type" and value not in _TYPES:
            found.say(where, f"its type “{value}” is none of ours: left out")
        elif value and name == "URL" and not value.startswith(("http://", "https://")):
            found.say(where, f"its address “{value}” does not begin with http: left out")
        elif value:
            kept[name] = value
    found.unused[_SEEN] = 1
    found.records.append(kept)


def _maker(record: Mapping[str, Any]) -> str:
    """From what an id is made: first family name and year, or the title."""
    names = record.get("author") or record.get("editor") or ()
    name = (names[0].get("family") or names[0].get("literal") or "") if names else ""
    year = record.get("issued", "")[:4]
    return f"{name} {year}" if name else record["title"]


def _names(value: Any) -> list[dict[str, str]]:
    names = []
    for one in value if isinstance(value, list) else ():
        if not isinstance(one, Mapping):
            continue
        particle = " ".join(
            filter(None, (text_in(one.get(f"{kind}dropping-particle")) for kind in ("", "non-")))
        )
        given = ", ".join(filter(None, (text_in(one.get(part)) for part in ("given", "suffix"))))
        name = {
            "family": text_in(one.get("family")),
            "given": given,
            "particle": particle,
            "literal": text_in(one.get("literal")),
        }
        if name := {part: text for part, text in name.items() if text}:
            names.append(name)
    return names


def _date(found: Found, where: str, name: str, value: Any) -> str:
    """A CSL date as EDTF, "" where there is none or it cannot be said."""
    if not isinstance(value, Mapping):
        return ""
    written = _written(value)
    read = read_date(written) if written else ""
    if isinstance(read, Span):
        return written
    if written:
        found.say(where, f"{name}: {read} It is left out.")
    return ""


def _written(value: Mapping[str, Any]) -> str:
    parts = value.get("date-parts")
    if not isinstance(parts, list):
        return text_in(value.get("literal") or value.get("raw"))
    mark = "~" if value.get("circa") else ""
    ends = [_edtf(one, value.get("season")) for one in parts if isinstance(one, list) and one]
    return "/".join(f"{end}{mark}" for end in ends[:2])


def _edtf(parts: list[Any], season: Any) -> str:
    numbers = [text_in(part) for part in parts[:3]]
    if text_in(season) in ("1", "2", "3", "4") and len(numbers) == 1:
        numbers.append(str(20 + int(text_in(season))))
    year, *others = numbers
    sign, digits = ("-", year[1:]) if year.startswith("-") else ("", year)
    head = f"Y{year}" if len(digits) > 4 else f"{sign}{digits.zfill(4)}"
    return "-".join([head, *(one.zfill(2) for one in others if one)])
