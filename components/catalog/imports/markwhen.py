"""Markwhen as events: those whose dates are EDTF. Its casual dates are named, not guessed at.

`5/2009`, `now` or “2 weeks after that” depend on the reader's country or clock.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

from components.catalog.dates import Span
from components.catalog.formats.markwhen import GUARD, range_of
from components.catalog.formats.parts import inline, shown_days
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.incoming import (
    Found,
    Refused,
    add_event,
    decoded,
    read_date,
)

_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_EVENT = re.compile(rf"\s*({_DATE}(?:\s*/\s*{_DATE})?)\s*:(?!//)\s*(.*)")
_YEARS = re.compile(r"\s*([0-9]{4})\s*-\s*([0-9]{4})\s*:\s*(.*)")
# What its parser takes for the start of an event, with a date that we do not read.
_OTHER = re.compile(
    r"(?i)\s*(?:[0-9]{1,5}\b|now\b|(?:by|before|after)\s|![a-z0-9_]+\s"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+[0-9])[^:]*:(?!//)"
)
_PROPERTY = re.compile(r"\s*([A-Za-z_]\w*):(?:\s+(.*))?$")
_PASSED_OVER = re.compile(r"\s*(?://|#{1,6}\s|(?:group|section|endgroup|endsection)\b)", re.I)
_TAG = re.compile(r"\s#(\w+)")
_BESIDE = f"{GUARD}Date: "  # where what stands beside our own summaries begins


def from_markwhen(data: bytes) -> Found:
    """The events of a Markwhen text."""
    lines = decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = Found()
    lines = _without_header(found, lines)
    blocks: list[tuple[int, str, str, list[str]]] = []
    for number, line in lines:
        if match := _EVENT.fullmatch(line):
            blocks.append((number, re.sub(r"\s", "", match[1]), match[2], []))
        elif match := _YEARS.fullmatch(line):
            blocks.append((number, f"{match[1]}/{match[2]}", match[3], []))
        elif _OTHER.match(line):
            blocks.append((number, "", line.strip(), []))
        elif blocks and not _PASSED_OVER.match(line):
            blocks[-1][3].append(line)
    if not blocks and not found.unused:
        raise Refused("there is no event in it (1901-05-14: What happened)")
    for block in blocks:
        _event(found, *block)
    return found


def _without_header(found: Found, lines: list[str]) -> list[tuple[int, str]]:
    """The numbered lines after the front matter."""
    numbered = list(enumerate(lines, 1))
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        return numbered
    end = next(at for at, line in numbered[1:] if line.strip() == "---")
    found.unused["the header"] += 1
    return numbered[end:]


def _event(found: Found, number: int, date: str, text: str, lines: list[str]) -> None:
    properties = _properties(lines)
    where = f"line {number} “{text}”"
    if not date:
        found.say(where, "its date is not EDTF: not carried")
        return
    title = _title(found, text, properties)
    exact = properties.pop("edtf", "")
    read = read_date(exact) if exact else ""
    if isinstance(read, Span) and shown_days(read) and range_of(read) == date:
        date = exact
        lines = _without_beside(lines)
    else:
        lines = textwrap.dedent("\n".join(lines)).split("\n")
    if exact and date != exact:
        found.say(where, f"edtf “{exact}” does not fit “{date}”, which is taken")
    given_id, old_style = properties.pop("id", ""), properties.pop("old_style", "")
    for name in properties:
        found.unused[f"property “{name}”"] += 1
    summary = "\n".join(line.removeprefix(GUARD) for line in lines)
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=given_id,
        old_style=old_style,
        summary=cleaned(summary),
    )


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


def _title(found: Found, text: str, properties: dict[str, str]) -> str:
    """The title without its tags; as it was exported where nobody changed it since."""
    exact = properties.pop("title", "")
    if exact and text.startswith(inline(exact)):
        return exact
    found.unused["tags"] += len(_TAG.findall(f" {text}"))
    found.unused = +found.unused
    return cleaned(_TAG.sub("", f" {text}"))


def _without_beside(lines: list[str]) -> list[str]:
    """The lines before those that were added to the summary when it was exported."""
    at = [number for number, line in enumerate(lines) if line.startswith(_BESIDE)]
    return lines[: at[-1]] if at else lines
