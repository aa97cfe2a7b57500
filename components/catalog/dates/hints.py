"""What an author may have meant: a refused date rewritten until it can be read.

Each row of `_REWRITINGS` mends one habit; they are tried in order until the result is a valid
date, and nothing is offered when it never is: so no row needs to be certain. To teach another
habit, add a row and its line in the test. Speed does not matter: only refused texts come here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from components.catalog.dates.faults import MONTH_NAMES
from components.catalog.dates.span import EDTFError

# Whole names or their first three letters; `Sept` as well.
_MONTH = rf"({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTH_NAMES[1:])}|Sept)\.?"
_SEASON = r"(spring|summer|autumn|fall|winter)"
_MONTH_NUMBERS = {name[:3].lower(): f"{n:02d}" for n, name in enumerate(MONTH_NAMES) if name}
_SEASON_NUMBERS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def _month_number(name: str) -> str:
    return _MONTH_NUMBERS[name[:3].lower()]


def _named_day(match: re.Match[str]) -> str:
    return f"{match[3]}-{_month_number(match[2])}-{match[1]:0>2}"


def _named_day_after_month(match: re.Match[str]) -> str:
    return f"{match[3]}-{_month_number(match[1])}-{match[2]:0>2}"


def _named_month(match: re.Match[str]) -> str:
    return f"{match[2]}-{_month_number(match[1])}"


def _named_season(match: re.Match[str]) -> str:
    return f"{match[2]}-{_SEASON_NUMBERS[match[1].lower()]}"


def _numbered(match: re.Match[str]) -> str:
    """Day, month, year in numbers, where only one order is possible."""
    first, second = int(match[1]), int(match[2])
    if first > 12 or first == second or "." in match[0]:  # dots are written day first everywhere
        return f"{match[3]}-{second:02d}-{first:02d}"
    return f"{match[3]}-{first:02d}-{second:02d}" if second > 12 else match[0]


def _years(match: re.Match[str]) -> str:
    """Two years, the second perhaps by its last two digits: 1899–1901, 1899–01."""
    end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
    return f"{match[1]}/{end}" if int(end) > int(match[1]) else match[0]


def _before_common_era(match: re.Match[str]) -> str:
    year = 1 - int(match[1].replace(",", ""))
    return f"{'-' if year < 0 else ''}{abs(year):04d}" if year > -10000 else f"Y{year}"


def _century(match: re.Match[str]) -> str:
    return f"{int(match[1]) - 1:02d}XX"


def _capital_x(match: re.Match[str]) -> str:
    return match[0].replace("x", "X").replace("u", "X")


Rewriting = str | Callable[[re.Match[str]], str]

_REWRITINGS: tuple[tuple[str, Rewriting, str], ...] = (
    # words
    (r"(?i)\b(?:circa|approx|about|around|ca|c)(?=[\s.\d])[.\s]*([^/]+)", r"\1~", "“~” for about"),
    (r"(?i)\b(?:perhaps|probably|possibly|maybe)\s+([^/]+)", r"\1?", "“?” for perhaps"),
    (rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}\s+(\d{{4}})", _named_day, "year, month, day"),
    (rf"(?i)\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", _named_day_after_month,
     "year, month, day"),
    (rf"(?i)\b{_MONTH}\s+(\d{{4}})\b", _named_month, "months as numbers"),
    (rf"(?i)\b{_SEASON}\s+(\d{{4}})\b", _named_season, "seasons as 21 to 24"),
    (r"^(?:the )?(\d{1,2})(?:st|nd|rd|th) century\b", _century, "X for open digits"),
    (r"^(?:the )?(\d{3})0s\b", r"\1X", "X for open digits"),
    (r"(?i)^(\d[\d,]{0,6})\s*(?:BCE|BC)$", _before_common_era, "year 0 is 1 BCE, -0001 is 2 BCE"),
    (r"(?i)^(\d{3})\s*(?:CE|AD)$", r"0\1", "four digits for the year"),
    (r"(?i)(?<=/)(?:present|now|today|open)$", "..", "“..” for an open end"),
    (r"(?i)^open(?=/)", "..", "“..” for an open start"),
    (r"(?i)(?<=/)(?:unknown|\?)$|^(?:unknown|\?)(?=/)", "", "nothing for an unknown end"),
    # what stands between
    (r"^\s+|\s+$|(?<=[,\[{/])\s+|\s+(?=[,\]}/])", "", "no spaces"),
    (r"^(\d{4})\s*[-–—]\s*(\d{4}|\d{2})$", _years, "a slash between start and end"),
    (r"(?<=\d)\s*[–—]\s*(?=\d)|\s+[-–—]\s+|\s+to\s+", "/", "a slash between start and end"),
    (r"(?<=[\[{,])([^,/\]}]+)/([^,/\]}]+)(?=[,\]}])", r"\1..\2", "“..” within a set"),
    (r"[‐‑−]", "-", "plain hyphens"),
    (r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b", _numbered, "year, month, day"),
    (r"\b(\d{4})[./](\d{1,2})[./](\d{1,2})\b", r"\1-\2-\3", "hyphens between the parts"),
    (r"^(\d{4})/(0?[1-9]|1[0-2])$", r"\1-\2", "a hyphen before the month"),
    (r"^(\d{4})(\d{2})(\d{2})\b", r"\1-\2-\3", "hyphens between the parts"),
    # digits and marks
    (r"(?<=\b\d{4}-)(\d)(?=-|\b)", r"0\1", "two digits for month and day"),
    (r"(?<=\b\d{4}-\d{2}-)(\d)\b", r"0\1", "two digits for month and day"),
    (r"(?<![A-Za-z\d])(?:[\dXxu]{4}|[\dXxu]{2})(?![A-Za-z\d])", _capital_x, "X for open digits"),
    (r"\b(\d{2})\?\?", r"\1XX", "X for open digits"),
    (r"\b(\d{3})\?$", r"\1X", "X for open digits"),
    (r"(?:~\?|\?~)", "%", "“%” for “?” and “~” together"),
    (r"^\+(?=\d{4})", "", "no plus sign"),
    (r"^(-?)(\d{5,})$", r"Y\1\2", "“Y” before a year of five digits or more"),
    (r"^y(?=-?\d)", "Y", "a capital Y"),
    (r"(?<=\d)e(?=\d)", "E", "a capital E"),
    (r"(?<=\d)[ps](?=\d)", "S", "a capital S"),
    # times
    (r"(?<=\d)[t ](?=\d\d(?::|$))", "T", "a capital T before the time"),
    (r"(?<=T\d\d)$", ":00", "minutes and seconds in a time"),
    (r"(?<=T\d\d:\d\d)(?=$|[Zz+-])", ":00", "minutes and seconds in a time"),
    (r"(?<=:\d\d)[.,]\d+", "", "no fractions of a second"),
    (r"(?<=:\d\d)z$", "Z", "a capital Z"),
    (r"(?<=:\d\d[+-]\d\d)(?=\d\d$)", ":", "a colon in the zone offset"),
)  # fmt: skip
_COMPILED = tuple((re.compile(find, re.ASCII), put, advice) for find, put, advice in _REWRITINGS)


def rewritten(text: str, reads: Callable[[str], object]) -> str:
    """A hint such as `Write “1901-03-08”: hyphens between the parts.`, or nothing.

    reads: raises EDTFError for a text that is no date
    """
    better, advices = text, []
    for pattern, replacement, advice in _COMPILED:
        mended = pattern.sub(replacement, better)
        if mended == better:
            continue
        better = mended
        if advice not in advices:
            advices.append(advice)
        if _can_be_read(better, reads):
            return f"Write “{better}”: {', '.join(advices)}."
    return ""


def _can_be_read(text: str, reads: Callable[[str], object]) -> bool:
    try:
        reads(text)
    except EDTFError:
        return False
    return True
