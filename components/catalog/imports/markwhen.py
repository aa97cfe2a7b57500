"""Markwhen as events, whatever page, group or section they stand in.

What it has and an event has not is named: groups, tags, comments, properties, repetitions, hours. A
date that depends on another line or on the reader's clock is kept in words (`markwhen_dates`).
Source of the rules: mark-when/docs, syntax; mark-when/parser, src/parse.ts and lineChecks.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

from components.catalog.dates import Span
from components.catalog.formats.markwhen import GUARD, range_of
from components.catalog.formats.parts import inline, shown_days
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.incoming import Found, Refused, add_event, decoded, each, read_date
from components.catalog.imports.markwhen_dates import Started, edtf_of, started
from components.catalog.reading.progress import Tell, nobody

_PAGE_BREAK = "_-_-_break_-_-_"
_DAY_FIRST = re.compile(r"\s*dateFormat:\s*d/M/y\s*")
_PROPERTY = re.compile(r"\s*(?!-)([\w.-]+):(?:\s+(.*))?$")
_COMMENT = re.compile(r"\s*//")
_HEADING = re.compile(r"#{1,6}\s|\s*(?:group|section)(?:\s|$)", re.I)
_END_OF_GROUP = re.compile(r"\s*end\s?(?:group|section)\b", re.I)
_TAG = re.compile(r"\s#(?![0-9]+(?:\s|$))(\w+)")
_ID = re.compile(r"\s!(\w+)")
_DONE = re.compile(r"\s*\[[xX ]?\](?=\s|$)")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_BESIDE = f"{GUARD}Date: "  # where what stands beside our own summaries begins
_Lines = list[tuple[int, str]]


class _Block(NamedTuple):
    """An event as it stands in the text: its line, how it begins, the lines below."""

    number: int
    begun: Started
    day_first: bool
    below: list[str]


def from_markwhen(data: bytes, tell: Tell = nobody) -> Found:
    """The events of a Markwhen text."""
    lines = decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = Found()
    blocks = [block for page in _pages(found, lines) for block in _blocks(found, page)]
    if not blocks and not lines[0].startswith("---"):  # A header alone is an empty timeline.
        raise Refused("there is no event in it (1901-05-14: What happened)")
    for _, block in each(blocks, tell):
        _event(found, block)
    found.unused = +found.unused
    return found


# Pages, headers, groups -------------------------------------------------------------------------


def _pages(found: Found, lines: list[str]) -> Iterator[_Lines]:
    """The numbered lines of each page, without comments."""
    page: _Lines = []
    for number, line in enumerate(lines, 1):
        if _COMMENT.match(line):
            found.unused["comments"] += 1
        elif line.strip() == _PAGE_BREAK:
            found.unused["page breaks"] += 1
            yield page
            page = []
        else:
            page.append((number, line))
    yield page


def _blocks(found: Found, page: _Lines) -> list[_Block]:
    header, body = _divided(page)
    found.unused["the header"] += any(line.strip() for _, line in header)
    day_first = any(_DAY_FIRST.fullmatch(line) for _, line in header)
    blocks: list[_Block] = []
    is_below_event = False
    for number, line in body:
        if begun := started(line):
            blocks.append(_Block(number, begun, day_first, []))
            is_below_event = True
        elif _HEADING.match(line) or _END_OF_GROUP.match(line):
            found.unused["groups"] += not _END_OF_GROUP.match(line)
            is_below_event = False  # What follows is the group's.
        elif is_below_event:
            blocks[-1].below.append(line)
        else:
            found.unused["text of groups"] += bool(line.strip())
    return blocks


def _divided(page: _Lines) -> tuple[_Lines, _Lines]:
    """The header, between lines of dashes or all before the first event or heading; the rest."""
    dashes = [at for at, (_, line) in enumerate(page) if line.startswith("---")]
    is_fenced = len(dashes) > 1 and not any(line.strip() for _, line in page[: dashes[0]])
    start = dashes[1] + 1 if is_fenced else 0
    for at in range(start, len(page)):
        if started(page[at][1]) or _HEADING.match(page[at][1]):
            return page[:at], page[at:]
    return page, []


# Events -----------------------------------------------------------------------------------------


def _event(found: Found, block: _Block) -> None:
    begun, lines = block.begun, list(block.below)
    properties = _properties(lines)
    title, given_id = _title(found, begun.text.strip(), properties)
    where = f"line {block.number} “{title or begun.text.strip()}”"
    date = edtf_of(begun.start, begun.end, block.day_first)
    edtf = _own_date(found, where, properties, date.date)
    lines = _without_beside(lines) if edtf else textwrap.dedent("\n".join(lines)).split("\n")
    found.unused["times of day"] += date.has_time
    if date.is_ordered:
        order = "day/month/year" if block.day_first else "month/day/year"
        found.unused[f"the order of numbers in dates, which are read as {order}"] += 1
    if begun.every:
        found.say(where, "it repeats: its first time alone is carried")
    old_style = properties.pop("old_style", "")
    for name in properties:
        found.unused[f"property “{name}”"] += 1
    add_event(
        found,
        where,
        title=title,
        date=edtf or date.date,
        given_id=given_id,
        old_style=old_style,
        words="" if date.date else begun.words,
        summary=_summary(found, lines, is_ours=bool(edtf)),
    )


def _own_date(found: Found, where: str, properties: dict[str, str], date: str) -> str:
    """The date under `edtf`, where it fits the one that the event begins with."""
    exact = properties.pop("edtf", "")
    read = read_date(exact) if exact else ""
    if isinstance(read, Span) and shown_days(read) and _as_read(range_of(read)) == date:
        return exact
    if exact and date != exact:
        found.say(where, f"edtf “{exact}” does not fit “{date}”, which is taken")
    return ""


def _as_read(words: str) -> str:
    begun = started(f"{words}: x")
    return edtf_of(begun.start, begun.end, False).date if begun else ""


def _properties(lines: list[str]) -> dict[str, str]:
    """Take the properties off the lines: `name: value` directly below the event."""
    found: dict[str, str] = {}
    number = 0
    for line in lines:
        match = _PROPERTY.match(line)
        if not match:
            break
        found[match[1]] = _value((match[2] or "").strip())
        number += 1
    del lines[:number]
    return found


def _value(text: str) -> str:
    if text.startswith('"'):
        try:
            read: Any = json.loads(text)
        except ValueError:
            return text
        return cleaned(read) if isinstance(read, str) else text
    return text


def _title(found: Found, text: str, properties: dict[str, str]) -> tuple[str, str]:
    """The title without its marks, and the id; as it was exported where nobody changed it since."""
    exact, given_id = properties.pop("title", ""), properties.pop("id", "")
    if exact and text.startswith(inline(exact)):
        return exact, given_id
    ids = _ID.findall(f" {text}")
    found.unused["tags"] += len(_TAG.findall(f" {text}"))
    found.unused["marks of what is done"] += bool(_DONE.match(text))
    found.unused["pictures"] += len(_PICTURE.findall(text))
    plain = _ID.sub("", _TAG.sub("", " " + _PICTURE.sub("", _DONE.sub("", text, count=1))))
    found.unused["links in titles"] += len(_LINK.findall(plain))
    return " ".join(cleaned(_LINK.sub(r"\1", plain)).split()), given_id or "".join(ids[:1])


def _summary(found: Found, lines: list[str], is_ours: bool) -> str:
    """The text below an event; in a foreign one links are words and pictures are left out."""
    text = "\n".join(line.removeprefix(GUARD) for line in lines)
    if is_ours:
        return cleaned(text)
    found.unused["pictures"] += len(_PICTURE.findall(text))
    text = _PICTURE.sub("", text)
    return cleaned(_LINK.sub(r"\1 (\2)", text))


def _without_beside(lines: list[str]) -> list[str]:
    """The lines before those that were added to the summary when it was exported."""
    at = [number for number, line in enumerate(lines) if line.startswith(_BESIDE)]
    return lines[: at[-1]] if at else lines
