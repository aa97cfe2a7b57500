"""TimelineJS, JSON or spreadsheet, as events. Its texts are HTML and come as plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.formats.timelinejs import dates_of
from components.catalog.imports.csv import csv_rows, unguarded
from components.catalog.imports.html_text import html_text
from components.catalog.imports.incoming import (
    Found,
    Refused,
    add_event,
    each,
    from_json,
    read_date,
    text_in,
)
from components.catalog.reading.progress import Tell, nobody

_PARTS = ("year", "month", "day")
_CARRIED = frozenset({
    *(f"{end}{part}" for end in ("", "end ") for part in (*_PARTS, "time")),
    "display date", "headline", "text", "type", "id", "edtf", "old style",
})  # fmt: skip
_TIME = ("hour", "minute", "second", "millisecond", "time")


def from_timelinejs(data: bytes, tell: Tell = nobody) -> Found:
    """The slides of a JSON document, of version 3 or 2."""
    document = from_json(data)
    if isinstance(document, Mapping) and isinstance(document.get("timeline"), Mapping):
        document = _of_version_2(document["timeline"])
    if not isinstance(document, Mapping) or not isinstance(document.get("events"), list):
        raise Refused("it is not a timeline of TimelineJS: it has no list “events”")
    found = Found()
    if document.get("title"):
        found.unused["the title slide"] += 1
    eras = document.get("eras")
    for number, slide in enumerate(eras if isinstance(eras, list) else [], 1):
        _say_era(found, f"era {number}", slide)
    for number, slide in each(document["events"], tell):
        _slide(found, f"event {number}", slide)
    return found


def _of_version_2(timeline: Mapping[str, Any]) -> dict[str, Any]:
    """What version 2 wrote (`timeline` with `date`, and dates like `1963,8,9`) as version 3."""
    dates, eras = timeline.get("date"), timeline.get("era")
    return {
        "title": timeline.get("headline"),
        "events": [_slide_of_2(one) for one in dates] if isinstance(dates, list) else None,
        "eras": [_slide_of_2(one) for one in eras] if isinstance(eras, list) else [],
    }


def _slide_of_2(slide: Any) -> Any:
    if not isinstance(slide, Mapping):
        return slide
    asset = slide.get("asset")
    start, end = (text_in(slide.get(name)).split(",") for name in ("startDate", "endDate"))
    return {
        "start_date": dict(zip((*_PARTS, "hour", "minute"), start, strict=False)),
        "end_date": dict(zip((*_PARTS, "hour", "minute"), end, strict=False)) if end[0] else None,
        "text": {"headline": slide.get("headline"), "text": slide.get("text")},
        "media": asset.get("media") if isinstance(asset, Mapping) else None,
        "group": slide.get("tag"),
    }


def from_timelinejs_csv(data: bytes, tell: Tell = nobody) -> Found:
    """The rows of its spreadsheet."""
    header, rows = csv_rows(data)
    if not {"year", "headline"} <= {name.lower() for name in header}:
        raise Refused("it is not a spreadsheet of TimelineJS: no columns “Year” and “Headline”")
    found = Found()
    for _, (number, row) in each(rows, tell):
        given = {name.lower(): unguarded(cell) for name, cell in row.items() if cell}
        slide = _slide_of(given)
        kind = given.get("type", "").lower()
        if kind == "title":
            found.unused["the title slide"] += 1
        elif kind == "era":
            _say_era(found, f"row {number}", slide)
        elif given:
            _slide(found, f"row {number}", slide)
            found.unused.update(f"column “{name}”" for name in given if name not in _CARRIED)
    return found


def _slide_of(row: Mapping[str, str]) -> dict[str, Any]:
    start, end = (
        {unit: row.get(f"{prefix}{unit}", "") for unit in (*_PARTS, "time")}
        for prefix in ("", "end ")
    )
    return {
        "start_date": start,
        "end_date": end if end["year"] else None,
        "text": {"headline": row.get("headline", ""), "text": row.get("text", "")},
        "display_date": row.get("display date", ""),
        "unique_id": row.get("id", ""),
        "edtf": row.get("edtf", ""),
        "old_style": row.get("old style", ""),
    }


def _say_era(found: Found, where: str, era: Any) -> None:
    text = era.get("text") if isinstance(era, Mapping) else None
    title = html_text(text_in(text.get("headline"))) if isinstance(text, Mapping) else ""
    date = _date(found, where, era)[0] if isinstance(era, Mapping) else ""
    as_period = f" Write it as a period of a collection: {{label: {title}, date: {date}}}"
    found.say(where, "an era is not carried." + (as_period if date else ""))


def _slide(found: Found, where: str, slide: Any) -> None:
    if not isinstance(slide, Mapping):
        found.say(where, "it is no slide: not carried")
        return
    text = slide.get("text")
    text = text if isinstance(text, Mapping) else {}
    title = html_text(text_in(text.get("headline"))).replace("\n", " ")
    where = f"{where} “{title}”" if title else where
    date, shown = _date(found, where, slide)
    for name in ("media", "group", "background"):
        found.unused[name] += bool(slide.get(name))
    old_style = text_in(slide.get("old_style"))
    add_event(
        found,
        where,
        title=title,
        date=date,
        given_id=text_in(slide.get("unique_id")),
        old_style=old_style,
        words="" if shown == _in_words(date, old_style) else shown,
        summary=html_text(text_in(text.get("text")), only="summary"),
    )
    found.unused = +found.unused


def _in_words(date: str, old_style: str) -> str:
    span, old = read_date(date) if date else "", read_date(old_style, "julian")
    old = old if old_style and isinstance(old, Span) else None
    return words(span, old) if isinstance(span, Span) else ""


def _date(found: Found, where: str, slide: Mapping[str, Any]) -> tuple[str, str]:
    """The date as EDTF ("" for none) and what the slide shows for it."""
    start, end = slide.get("start_date"), slide.get("end_date")
    shown = text_in(slide.get("display_date"))
    if not shown and isinstance(start, Mapping):
        shown = text_in(start.get("display_date"))
    exact = text_in(slide.get("edtf"))
    if exact:
        read = read_date(exact)
        if isinstance(read, Span) and _is_same(dates_of(read), start, end):
            return exact, shown
        found.say(where, f"edtf “{exact}” does not fit the dates beside it, which are taken")
    ends = [_edtf(found, where, one) for one in (start, end) if one]
    if not ends or not all(ends):
        return "", shown
    return ends[0] if len(set(ends)) == 1 else "/".join(ends), shown


def _is_same(dates: Mapping[str, Mapping[str, int]], start: Any, end: Any) -> bool:
    given = {"start_date": start, "end_date": end}
    return all(_numbers(dates.get(name)) == _numbers(one) for name, one in given.items())


def _numbers(date: Any) -> list[str]:
    return (
        [text_in(date.get(unit)).strip() for unit in _PARTS]
        if isinstance(date, Mapping)
        else [""] * 3
    )


def _edtf(found: Found, where: str, date: Any) -> str:
    """A date in parts as EDTF, "" where it is none. Its years have no 0; EDTF's have."""
    year, month, day = _numbers(date)
    year = re.sub(r"[\s,]", "", year)
    if any(text_in(date.get(unit)) for unit in _TIME if isinstance(date, Mapping)):
        found.unused["times of day"] += 1
    if not re.fullmatch(r"-?[0-9]{1,16}", year) or not int(year):
        found.say(where, f"“{year}” is no year: 1 is followed backwards by -1")
        return ""
    number = int(year) if int(year) > 0 else int(year) + 1
    sign = "-" if number < 0 else ""
    if abs(number) > 9999:
        if month:
            found.say(where, "of a year of more than four digits the month is not carried")
        return f"Y{number}"
    parts = [f"{sign}{abs(number):04d}", *(one.zfill(2) for one in (month, day) if one)]
    if day and not month:
        found.say(where, f"a day without a month: “{day}” is not carried")
        parts.pop()
    return "-".join(parts)
