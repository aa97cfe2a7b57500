"""What every reader of a foreign file needs: its text, honest dates, ids, and what was left behind.

Nothing is guessed silently: a date that is not understood stays out and its words are kept as a
note; a record that cannot be carried is named; what has no field here is counted and said.
"""

from __future__ import annotations

import codecs
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from components.catalog.dates import EDTFError, Span, parse
from components.catalog.formats.yaml_text import cleaned
from components.catalog.problems import quoted
from components.catalog.reading.files import LARGEST_BYTES
from components.catalog.reading.progress import Tell

T = TypeVar("T")

IS_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60


class Refused(ValueError):
    """A file that cannot be read at all, and why, in one line."""


@dataclass
class Found:
    """What a foreign file gave: records as plain data, and what of it was left behind."""

    records: list[dict[str, Any]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unused: Counter[str] = field(default_factory=Counter)
    taken: dict[str, int] = field(default_factory=dict)  # id → the last number made from it

    def say(self, where: str, what: str) -> None:
        """Note what happened to one record."""
        self.notices.append(f"{where}: {what}")

    def said(self) -> Iterator[str]:
        """All that is to be said, one line each: single records first, then what was not used."""
        yield from self.notices
        for name, number in self.unused.items():
            yield f"not carried: {name}" + (f" ({number} times)" if number > 1 else "")

    def new_id(self, given: str, title: str, where: str) -> str:
        """The id it has, if it can have it; else one made of its title, and none twice."""
        base = given if IS_ID.fullmatch(given) else slug(given) or slug(title) or "untitled"
        name = base
        while name in self.taken:
            self.taken[base] += 1
            name = f"{base}-{self.taken[base]}"
        self.taken[name] = 1
        if given and name != given:
            self.say(where, f"its id {quoted(given)} is “{name}” here")
        return name


def each(items: Iterable[T], tell: Tell) -> Iterator[tuple[int, T]]:
    """The items with their numbers, from 1; `tell` hears before each how many are done."""
    every = list(items)
    for number, one in enumerate(every, 1):
        tell("records", number - 1, len(every))
        yield number, one


# The file -----------------------------------------------------------------------------------------


def sized(data: bytes) -> bytes:
    """The file itself; Refused where it is larger than any file that people write."""
    if len(data) > LARGEST_BYTES:
        raise Refused(f"the file is larger than {LARGEST_BYTES // 1_000_000} MB")
    return data


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 that says so; Refused for anything else."""
    sized(data)
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"it is not UTF-8 (byte {error.start + 1}): save it as UTF-8") from None
    if "\0" in text:
        raise Refused("it is not a text file")
    return text


def from_json(data: bytes) -> Any:
    """The data of a JSON file; Refused where it is none."""
    return data_of(decoded(data))


def data_of(text: str) -> Any:
    """The data of a JSON text; Refused where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise Refused(f"it is not JSON: {what}") from None
    except RecursionError:
        raise Refused("it is not JSON that anybody wrote: too many levels") from None
    except ValueError:  # a number of thousands of digits
        raise Refused("it is not JSON that anybody wrote: a number is too long") from None


def text_in(value: Any) -> str:
    """A value as clean text: numbers as digits, "" for what is no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return cleaned(str(value))


def slug(text: str) -> str:
    """A text as an id, "" where no letter of it has a plain form."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if len(short) <= _LONGEST_ID:
        return short
    return short[: _LONGEST_ID + 1].rpartition("-")[0] or short[:_LONGEST_ID]


# Records ----------------------------------------------------------------------------------------


def read_date(text: str, calendar: str = "gregorian") -> Span | str:
    """The date, or what is wrong with it."""
    try:
        return parse(text, calendar)
    except EDTFError as error:
        return str(error)


def edtf_day(year: int, month: int = 0, day: int = 0) -> str:
    """A year with a year 0, a month or a day as EDTF; 0 is what is not known."""
    if abs(year) > 9999:
        return f"Y{year}"  # which has no months
    parts = (f"{'-' if year < 0 else ''}{abs(year):04d}", *(f"{n:02d}" for n in (month, day) if n))
    return "-".join(parts)


def add_event(
    found: Found,
    where: str,
    *,
    title: str,
    date: str,
    given_id: str = "",
    old_style: str = "",
    words: str = "",
    summary: str = "",
    more: dict[str, Any] | None = None,
) -> None:
    """Add an event, its date as EDTF or "" for none; `words` is what the file says of the date.

    more: further fields, right already
    """
    if not title:
        found.say(where, "it has no title: not carried")
        return
    more = more or {}
    fields: dict[str, Any] = {"id": found.new_id(given_id, title, where)}
    fields |= _dates(found, where, date, old_style)
    notes = [words, fields.pop("not understood", "")]
    said = f"In the file: {'; '.join(filter(None, notes))}" if any(notes) else ""
    fields["date_note"] = "\n".join(filter(None, (more.get("date_note"), said)))
    fields |= {"title": title, **more, "date_note": fields["date_note"], "summary": summary}
    found.records.append({name: value for name, value in fields.items() if value})


def _dates(found: Found, where: str, date: str, old_style: str) -> dict[str, str]:
    """The dates that are understood, and the words of those that are not."""
    fields: dict[str, str] = {}
    for name, text, calendar in (("date", date, "gregorian"), ("old_style", old_style, "julian")):
        read = read_date(text, calendar) if text else ""
        if isinstance(read, Span):
            fields[name] = text
        elif text:
            about = "" if text in read else f" {quoted(text)}"
            what = read.removesuffix(".")
            found.say(where, f"{name.replace('_', ' ')}{about}: {what}. It is kept as a note.")
            fields["not understood"] = "; ".join(filter(None, (fields.get("not understood"), text)))
    if not date:
        found.say(where, "it has no date that can be carried")
    return fields
