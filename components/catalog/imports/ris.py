"""RIS, as EndNote, Mendeley and library catalogues export it, as sources.

Why not rispy (0.10): it says nothing of what it leaves out. A record without its end, all of a
file that begins with a byte order mark or has one space before the hyphen, and the second line of
a name that may stand once are gone without a word; a record that follows an open one is mixed
into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from components.catalog.citations.formats import RIS_TYPES
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.csl import add_source
from components.catalog.imports.incoming import Found, Refused, decoded, each
from components.catalog.reading.progress import Tell, nobody

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_TYPES = {ris: csl for csl, ris in reversed(RIS_TYPES.items())}
_FIELDS = {
    "ID": "id", "TI": "title", "T1": "title", "T2": "container-title", "JO": "container-title",
    "JF": "container-title", "BT": "container-title", "T3": "collection-title", "VL": "volume",
    "IS": "issue", "ET": "edition", "PB": "publisher", "CY": "publisher-place", "M3": "genre",
    "LA": "language", "SN": "ISBN", "DO": "DOI", "UR": "URL", "AN": "archive_location",
    "DB": "archive", "N1": "note",
}  # fmt: skip
_NAMES = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator"}
_DATES, _PAGES = ("PY", "Y1", "DA"), ("SP", "EP")
_ADDRESSES = ("UR", "DO")


def from_ris(data: bytes, tell: Tell = nobody) -> Found:
    """The records of a RIS file."""
    found = Found()
    records = list(_records(decoded(data)))
    if not records:
        raise Refused("it is not RIS: no line begins with “TY  - ”")
    for number, lines in each(records, tell):
        _record(found, number, lines)
    return found


def _records(text: str) -> Iterator[list[tuple[str, str]]]:
    lines: list[tuple[str, str]] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.rstrip())
        if match and match[1] == "TY":
            if lines:  # the one before was never closed
                yield lines
            lines = [("TY", match[2])]
        elif match and match[1] == "ER" and lines:
            yield lines
            lines = []
        elif match and lines:
            lines.append((match[1], cleaned(match[2])))
        elif line.strip() and lines:  # a text that goes on
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.strip()}")
    if lines:
        yield lines


def _record(found: Found, number: int, lines: list[tuple[str, str]]) -> None:
    record: dict[str, Any] = {}
    dates: dict[str, str] = {}
    pages: dict[str, str] = {}
    # Of a page on a site Y2 is the day of access; of a patent or a conference it is another date.
    is_online = any(tag in _ADDRESSES and text for tag, text in lines)
    for tag, text in lines:
        if not text:
            continue
        if tag == "TY":
            record["type"] = _TYPES.get(text, text)
        elif tag in _NAMES:
            record.setdefault(_NAMES[tag], []).append(_name(text))
        elif tag in _DATES or (tag == "Y2" and is_online):
            dates.setdefault(tag, text)
        elif tag in _PAGES:
            pages.setdefault(tag, text)
        elif tag in _FIELDS and _FIELDS[tag] not in record:
            record[_FIELDS[tag]] = text
        else:
            found.unused[f"field {tag}"] += 1
    where = f"record {number}" + (f" “{record['title']}”" if "title" in record else "")
    if pages:
        record["page"] = "–".join(filter(None, (pages.get(tag, "") for tag in _PAGES)))
    record["issued"] = _date(found, where, dates.get("DA") or dates.get("PY") or dates.get("Y1"))
    record["accessed"] = _date(found, where, dates.get("Y2"))
    add_source(found, where, record)


def _name(text: str) -> dict[str, str]:
    family, comma, given = text.partition(",")
    if not comma:
        return {"literal": text}
    return {"family": family.strip(), **({"given": given.strip()} if given.strip() else {})}


def _date(found: Found, where: str, text: str | None) -> str:
    """`year/month/day/` as far as it is given; a year that is no year is said."""
    if not text:
        return ""
    match = re.fullmatch(r"([0-9]{1,4})(?:/([0-9]{0,2})(?:/([0-9]{0,2})(?:/.*)?)?)?", text)
    if match:
        year, month, day = match.groups(default="")
        known = [month, day] if month and day else [month] if month else []
        return "-".join([year.zfill(4), *(one.zfill(2) for one in known)])
    found.say(where, f"its date “{text}” is not year/month/day: left out")
    return ""
