"""The years and months of BibTeX as EDTF: what can be told of them, and what cannot.

A month may be a name, a number, a day with it (`"10~" # jan`), a stretch of either (`apr-may`,
`10--12 jan`) or a season; where it is none of these the year alone is carried, and it is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from components.catalog.dates import Span
from components.catalog.formats.tex import plain
from components.catalog.imports.bibtex_entries import MONTHS
from components.catalog.imports.incoming import read_date

_SORTED_AS = re.compile(r"\{?\\noopsort\s*\{[^{}]*\}\}?")  # by what a year is sorted: not printed
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WORD = rf"(?P<name>{'|'.join((*MONTHS, *_SEASONS))})[a-z]*\.?"
_NUMBER = r"(?P<number>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|\.)?"
# 10 jan, jan 10, jan, 1; of a stretch each end so, or the first end a day alone.
_END = [re.compile(form) for form in (rf"{_DAY} {_WORD}", rf"{_WORD} {_DAY}", _WORD, _NUMBER)]
_LONE_DAY = re.compile(_DAY)
_BETWEEN = re.compile(r"\s*(?:[-–—/]|\bto\b|\band\b|&)\s*")


class Dated(NamedTuple):
    """EDTF, "" for none; what of it could not be carried, "" for nothing."""

    date: str = ""
    left: str = ""


def date_of(fields: Mapping[str, str]) -> Dated:
    """When it was issued: `date` as BibLaTeX writes it, else `year` with `month`."""
    text = _year(fields.get("date") or fields.get("year", ""))
    month = plain(fields.get("month", "")).lower().replace(",", " ")
    month = " ".join(re.sub(r"-{2,}", "-", month).split())
    if not text:
        return Dated(left=f"its month “{month}”: it has no year. It is left out." if month else "")
    read = read_date(text)
    if not isinstance(read, Span):
        return Dated(left=f"its date: {read} It is left out.")
    if not month or fields.get("date"):
        return Dated(text)
    whole = _with_month(text, month)
    if whole and isinstance(read_date(whole), Span):
        return Dated(whole)
    return Dated(text, f"its month “{month}” is not carried")


def _year(tex: str) -> str:
    # In a date ~ means “about”, in TeX a space.
    text = re.sub(r"[{}\s]", "", _SORTED_AS.sub("", tex))
    return re.sub("-{2,3}|–", "/", text)


def _with_month(year: str, month: str) -> str:
    """The year with its month as EDTF, "" where it cannot be told."""
    if not re.fullmatch("-?[0-9]{4}", year):
        return ""
    ends = _BETWEEN.split(month)
    if len(ends) > 2:
        return ""
    last = _end(ends[-1])
    if len(ends) == 1 or not last:
        return f"{year}-{last}" if last else ""
    first = _end(ends[0])
    month_first = re.fullmatch(rf"{_WORD} {_DAY}", ends[0])
    if month_first and _LONE_DAY.fullmatch(ends[1]):
        last = f"{first[:2]}-{int(ends[1].rstrip('.stndrh')):02d}"
    elif "-" in last and (day := _LONE_DAY.fullmatch(ends[0])):
        first = f"{last[:2]}-{int(day['day']):02d}"
    return f"{year}-{first}/{year}-{last}" if first else ""


def _end(text: str) -> str:
    """`01` or `01-10`, "" where it is no month."""
    match = next(filter(None, (form.fullmatch(text) for form in _END)), None)
    if not match:
        return ""
    part = match.groupdict()
    name = part.get("name")
    if name in _SEASONS:
        return "" if part.get("day") else str(_SEASONS[name])
    number = MONTHS.index(name) + 1 if name else int(part["number"])
    return f"{number:02d}-{int(part['day']):02d}" if part.get("day") else f"{number:02d}"
