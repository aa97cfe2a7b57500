"""BibTeX and BibLaTeX as sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from components.catalog.formats.tex import plain, unknown_commands
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.bibtex_dates import date_of
from components.catalog.imports.bibtex_entries import Entry, entries
from components.catalog.imports.bibtex_inherited import inherited
from components.catalog.imports.csl import add_source
from components.catalog.imports.incoming import Found, Refused, decoded, each
from components.catalog.reading.progress import Tell, nobody

_TYPES = {
    "book": "book", "mvbook": "book", "collection": "book", "proceedings": "book",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "chapter",
    "conference": "chapter", "article": "article-journal", "booklet": "pamphlet",
    "techreport": "report", "report": "report", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "unpublished": "manuscript", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "inreference": "entry-encyclopedia",
}  # fmt: skip
_FIELDS = {
    "journal": "container-title", "journaltitle": "container-title",
    "booktitle": "container-title", "howpublished": "container-title",
    "series": "collection-title", "volume": "volume", "issue": "issue", "edition": "edition",
    "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "address": "publisher-place", "location": "publisher-place",
    "language": "language", "langid": "language", "note": "note", "type": "genre", "isbn": "ISBN",
}  # fmt: skip
_VERBATIM = {"doi": "DOI", "url": "URL"}
_NAMES = ("author", "editor", "translator")
_ELSEWHERE = frozenset(
    (*_NAMES, "title", "subtitle", "number", "pages", "date", "year", "month", "urldate",
     "crossref", "xdata")
)  # fmt: skip


def from_bibtex(data: bytes, tell: Tell = nobody) -> Found:
    """The entries of a BibTeX file."""
    text = decoded(data)
    found = Found()
    read = list(entries(text))
    by_key: dict[str, Entry] = {}
    for entry in read:
        by_key.setdefault(entry.key.lower(), entry)
    for _, entry in each(read, tell):
        if entry.fault:
            found.say(f"line {entry.line}", f"the @{entry.kind} is not carried: {entry.fault}")
        elif entry.kind != "xdata":  # It is no source, but what several sources share.
            _entry(found, entry, by_key)
    if not read:
        raise Refused("it is not BibTeX: there is no entry in it (@book{…})")
    return found


def _entry(found: Found, entry: Entry, by_key: Mapping[str, Entry]) -> None:
    fields, told = inherited(entry, by_key)
    where = f"line {entry.line} @{entry.kind}{{{entry.key}}}"
    for what in told:
        found.say(where, what)
    for name in entry.undefined:
        found.say(where, f"“{name}” is no macro of the file: the word itself is taken")
    record: dict[str, Any] = {"id": entry.key, "type": _TYPES.get(entry.kind, entry.kind)}
    title = [plain(fields.get(name, "")) for name in ("title", "subtitle")]
    record["title"] = cleaned(": ".join(filter(None, title)))
    for name in _NAMES:
        record[name] = _names(found, where, fields.get(name, ""))
    for name, text in fields.items():
        if name not in _VERBATIM:
            found.unused.update(f"TeX’s “{command}”" for command in unknown_commands(text))
        if name in _FIELDS:
            record.setdefault(_FIELDS[name], cleaned(plain(text)))
        elif name in _VERBATIM:
            record[_VERBATIM[name]] = cleaned(re.sub(r"\\([&%$#_])", r"\1", text))
        elif name not in _ELSEWHERE:
            found.unused[f"field “{name}”"] += 1
    # BibTeX's number of an article is its issue.
    record["issue" if entry.kind == "article" else "number"] = plain(fields.get("number", ""))
    record["page"] = plain(fields.get("pages", ""))
    record["issued"] = _date(found, where, fields)
    record["accessed"] = _date(found, where, {"date": fields.get("urldate", "")})
    add_source(found, where, record)


def _date(found: Found, where: str, fields: Mapping[str, str]) -> str:
    date, left = date_of(fields)
    if left:
        found.say(where, left)
    return date


# Names ------------------------------------------------------------------------------------------


def _names(found: Found, where: str, text: str) -> list[dict[str, str]]:
    names = []
    for one in _split(text, re.compile(r"\s+and\s+", re.I)):
        if one.strip().lower() == "others":
            found.say(where, "“and others” is not carried: name them")
        elif name := _name(one.strip()):
            names.append(name)
    return names


def _name(tex: str) -> dict[str, str]:
    """`First von Last`, `von Last, First`, `von Last, Jr, First`, or a body in braces."""
    if tex.startswith("{") and tex.endswith("}") and len(_split(tex, re.compile(r"\s|,"))) == 1:
        return {"literal": plain(tex)} if plain(tex) else {}
    parts = [part.strip() for part in _split(tex, re.compile(","))]
    if len(parts) == 1:
        words = _split(parts[0], re.compile(r"[\s~]+"))
        small = [n for n, word in enumerate(words[:-1]) if word[:1].islower()]
        start = small[0] if small else len(words) - 1
        parts = [" ".join(words[start:]), " ".join(words[:start])]
    words = _split(parts[0], re.compile(r"[\s~]+"))
    lower = 0
    while lower < len(words) - 1 and words[lower][:1].islower():
        lower += 1
    name = {
        "family": plain(" ".join(words[lower:])),
        "given": plain(", ".join(filter(None, reversed(parts[1:])))),
        "particle": plain(" ".join(words[:lower])),
    }
    return {part: cleaned(text) for part, text in name.items() if text}


def _split(text: str, sign: re.Pattern[str]) -> list[str]:
    """The pieces between signs that stand outside braces."""
    depth = [0]
    for letter in text:
        depth.append(depth[-1] + {"{": 1, "}": -1}.get(letter, 0))
    pieces, start = [], 0
    for found in sign.finditer(text):
        if depth[found.start()] == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece for piece in [*pieces, text[start:]] if piece.strip()]
