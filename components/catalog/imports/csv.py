"""A plain CSV as events: ours, or any whose first line names the columns.

Read are the columns of our own export and the fields of an event by their names (`title`, `date`,
`summary`, `kind` …); `start` and `end` make an interval. Dates are EDTF and nothing else:
14/05/1901 may be two days, and is neither.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.incoming import IS_ID, Found, Refused, add_event, decoded, each
from components.catalog.reading.progress import Tell, nobody

_SAME = {"headline": "title", "name": "title", "description": "summary", "text": "summary"}
# Of our own export: what follows from other fields, and what belongs to the whole catalogue.
_DERIVED = frozenset({
    "date_in_words", "earliest", "latest", "licence", "version", "how_to_cite",
})  # fmt: skip
_IDS = ("kind", "place", "country")
_TEXTS = ("label", "unknown", "date_note")
_KNOWN = frozenset({
    "id", "date", "start", "end", "old_style", "title", "summary", "importance", "themes",
    *_IDS, *_TEXTS,
})  # fmt: skip
_GUARDED = re.compile(r"'(?=[=+\-@\t\r])")
_SIGNS = ",;\t"


def from_csv(data: bytes, tell: Tell = nobody) -> Found:
    """The rows of a CSV."""
    header, rows = csv_rows(data)
    fields = {name: _field(name) for name in header}
    if "title" not in fields.values():
        shown = ", ".join(header)[:80]
        raise Refused(f"it has no column “title” (columns: {shown})")
    found = Found()
    for _, (number, row) in each(rows, tell):
        given: dict[str, str] = {}
        for name, cell in row.items():
            field = fields.get(name, "")
            if field in _KNOWN:
                given[field] = cleaned(unguarded(cell))
            elif cell and field not in _DERIVED:
                found.unused[f"column “{name}”"] += 1
        if any(given.values()):
            _event(found, f"row {number}", given)
    return found


def csv_rows(data: bytes) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """The names of the columns, and the rows with their numbers as a spreadsheet counts them.

    Cells are parted by what parts the names of the columns: a comma, semicolon or tab.
    """
    text = decoded(data)
    first = text.lstrip("\r\n").split("\n")[0]
    sign = max(_SIGNS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    lines = _read(reader)
    header = [name.strip() for name in next(lines, [])]
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise Refused(f"two columns have the name “{twice}”")
    return header, _numbered(header, lines)


def _read(reader: Any) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise Refused(f"it is not CSV: line {reader.line_num}: {error}") from None


def _numbered(
    header: list[str], lines: Iterator[list[str]]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, cells in enumerate(lines, 2):
        if any(cells[len(header) :]):
            raise Refused(f"row {number} has more cells than there are columns")
        yield number, dict(zip(header, cells, strict=False))


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    return _GUARDED.sub("", cell, count=1) if cell.startswith("'") else cell


def _field(name: str) -> str:
    plain = re.sub(r"[\s_-]+", "_", name.strip().lower())
    return _SAME.get(plain, plain)


def _event(found: Found, where: str, given: Mapping[str, str]) -> None:
    title = given.get("title", "").replace("\n", " ")
    where = f"{where} “{title}”" if title else where
    date = given.get("date", "")
    if not date and (given.get("start") or given.get("end")):
        ends = [given.get("start", ""), given.get("end", "")]
        date = "/".join(ends) if ends[1] else ends[0]
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=given.get("id", ""),
        old_style=given.get("old_style", ""),
        summary=given.get("summary", ""),
        more=_more(found, where, given),
    )


def _more(found: Found, where: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Fields that are taken over where they are already as they should be."""
    more: dict[str, Any] = {name: given[name] for name in _TEXTS if given.get(name)}
    for name in _IDS:
        if IS_ID.fullmatch(given.get(name, "")):
            more[name] = given[name]
        elif given.get(name):
            found.unused[f"column “{name}”: labels, not ids"] += 1
    if given.get("importance") in ("1", "2", "3"):
        more["importance"] = int(given["importance"])
    elif given.get("importance"):
        found.say(where, f"importance “{given['importance']}” is not 1, 2 or 3")
    themes = [theme.strip() for theme in re.split("[;,]", given.get("themes", "")) if theme.strip()]
    if themes and all(map(IS_ID.fullmatch, themes)):
        more["themes"] = themes
    elif themes:
        found.unused["column “themes”: labels, not ids"] += 1
    return more
