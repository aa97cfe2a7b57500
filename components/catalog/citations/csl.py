"""Sources as CSL-JSON, what Zotero, Pandoc and citeproc read.

Sources are CSL already, so nothing is lost but `seen`, our own remark, which stays at home.
"""

from __future__ import annotations

from typing import Any

from components.catalog.dates import Span
from components.catalog.models import Name, Source

_CSL_NAMES = ("author", "editor", "translator")


def csl_json(source: Source) -> dict[str, Any]:
    """The source as a CSL-JSON item (schema 1.0.2), dates as date-parts where they can be."""
    item = source.model_dump(by_alias=True, exclude_none=True, exclude={"seen", *_CSL_NAMES})
    for field in ("issued", "original-date", "accessed"):
        if field in item:
            item[field] = _csl_date(getattr(source, field.replace("-", "_")))
    for field in _CSL_NAMES:
        if names := getattr(source, field):
            item[field] = [_csl_name(name) for name in names]
    return item


def _csl_name(name: Name) -> dict[str, str]:
    renamed = {"particle": "non-dropping-particle"}
    return {renamed.get(key, key): text for key, text in name.model_dump(exclude_none=True).items()}


def _csl_date(span: Span) -> dict[str, Any]:
    """CSL knows whole dates and closed ranges of them; anything else is printed as written."""
    ends = (span.start, span.end) if span.is_interval else (span,)
    dates = [_date_parts(end) for end in ends]
    if not all(dates):
        return {"literal": span.text}
    date: dict[str, Any] = {"date-parts": dates}
    season = next((part.value for part in span.parts if part.unit == "season"), None)
    if season in (21, 22, 23, 24):  # EDTF goes on to hemispheres and quarters, CSL does not.
        date["season"] = season - 20
    if span.approximate or span.uncertain:
        date["circa"] = True
    return date


def _date_parts(span: Span | None) -> list[int]:
    """Year, month, day as far as they are known; nothing where not even the year is."""
    values = {part.unit: part.value for part in span.parts} if span else {}
    known: list[int] = []
    for unit in ("year", "month", "day"):
        if values.get(unit) is None:
            break
        known.append(values[unit])
    return known


def first_date(span: Span | None) -> list[int]:
    """The first date of an expression as year, month, day, as far as known."""
    while span is not None and not span.parts:
        span = span.members[0] if span.members else span.start
    return _date_parts(span)


def one_line(text: str | None) -> str:
    """Without control characters: a line break would begin a field of its own."""
    return "".join(sign if sign.isprintable() else " " for sign in text or "")
