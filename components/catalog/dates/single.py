"""Reads one date: a year, season, month or day, a long year, or a day with a time.

Intervals and sets are made of these in `dates`; the grammar and the choices are told there.
"""

from __future__ import annotations

import re

from components.catalog.dates.bounds import (
    DAYS,
    MONTHS,
    SEASONS,
    first_and_last_day,
    matching_years,
    season_bounds,
    significant_years,
)
from components.catalog.dates.calendars import Calendar, month_lengths
from components.catalog.dates.faults import no_day, no_month, unreadable
from components.catalog.dates.span import NONE, EDTFError, Part, Span, quoted

# Years of at most sixteen digits: their day numbers fit in 64 bits.
MAX_YEAR_DIGITS = 16

_MARKS = {
    "": NONE,
    "?": frozenset("?"),
    "~": frozenset("~"),
    "%": frozenset("?~"),
}
_YEAR_PRECISIONS = ("year", "decade", "century", "millennium", "millennium")

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_LONG_YEAR = re.compile(
    r"([?~%]?)(?:Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?|(-?[0-9]{4})(?=S))"
    r"(?:S([1-9][0-9]*))?([?~%]?)"
)
_TIME = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T"
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:(Z)|([+-][0-9]{2})(?::([0-9]{2}))?)?"
)


def read_single(text: str, offset: int, calendar: Calendar) -> Span:
    """One date as a span; EDTFError with positions counted from `offset`."""
    if match := _DATE.fullmatch(text):
        return _read_date(match, offset, calendar)
    if match := _LONG_YEAR.fullmatch(text):
        return _read_long_year(match, offset, calendar)
    if match := _TIME.fullmatch(text):
        return _read_time(match, offset, calendar)
    raise unreadable(text, offset)


# Year, season, month, day ---------------------------------------------------------------------


def _read_date(match: re.Match[str], offset: int, calendar: Calendar) -> Span:
    text = match[0]
    _, year, _, _, month, _, _, day, _ = match.groups()
    if year == "-0000":
        raise EDTFError("“-0000” is not a year", offset, "Year “0000” is 1 BCE.")
    if month in SEASONS:
        return _read_season(match, offset, calendar)
    if month is not None and month not in MONTHS:
        raise no_month(text, month, offset + match.start(5))
    if day is not None and day not in DAYS:
        raise no_day(match, offset, calendar)
    if "X" in text:
        earliest, latest = _unspecified_bounds(match, offset, calendar)
    else:
        earliest, latest = _bounds(match, offset, calendar)
    return Span(text, earliest, latest, _precision(match), calendar.name, _parts(match, "month"))


def _bounds(match: re.Match[str], offset: int, calendar: Calendar) -> tuple[int, int]:
    year, month, day = int(match[2]), match[5], match[8]
    if month is None:
        return calendar.days(year, 1, 1), calendar.days(year, 12, 31)
    length = month_lengths(calendar.is_leap(year))[int(month)]
    first = calendar.days(year, int(month), 1)
    if day is None:
        return first, first + length - 1
    if int(day) > length:
        raise no_day(match, offset, calendar)
    first += int(day) - 1
    return first, first


def _unspecified_bounds(match: re.Match[str], offset: int, calendar: Calendar) -> tuple[int, int]:
    months, days = MONTHS[match[5] or "XX"], DAYS[match[8] or "XX"]
    found = first_and_last_day(matching_years(match[2]), months, days, calendar)
    if found is None:
        raise no_day(match, offset, calendar)
    return calendar.days(*found[0]), calendar.days(*found[1])


def _precision(match: re.Match[str]) -> str:
    year, month, day = match[2], match[5], match[8]
    if day is not None and day != "XX":
        return "day"
    if month is not None and month != "XX":
        return "month"
    return _YEAR_PRECISIONS[len(year) - len(year.rstrip("X"))]


def _read_season(match: re.Match[str], offset: int, calendar: Calendar) -> Span:
    text, season = match[0], match[5]
    if match[8] is not None:
        what = f"{quoted(text)}: {season} is a season or another part of a year and has no days"
        raise EDTFError(what, offset + match.start(8), "Months are 01 to 12.")
    years = matching_years(match[2])
    earliest, latest = season_bounds(years[0], years[-1], season, calendar)
    return Span(text, earliest, latest, "season", calendar.name, _parts(match, "season"))


def _parts(match: re.Match[str], second_unit: str) -> tuple[Part, ...]:
    """The components with their marks: left of one for it alone, right of one for all so far."""
    before_y, year, after_y, before_m, month, after_m, before_d, day, after_d = match.groups("")
    if not (before_y or after_y or before_m or after_m or before_d or after_d):
        marks = NONE, NONE, NONE
    else:
        group_d = _MARKS[after_d]
        group_m = group_d | _MARKS[after_m]
        group_y = group_m | _MARKS[after_y]
        marks = group_y | _MARKS[before_y], group_m | _MARKS[before_m], group_d | _MARKS[before_d]
    first = Part("year", year, marks[0])
    if not month:
        return (first,)
    second = Part(second_unit, month, marks[1])
    return (first, second, Part("day", day, marks[2])) if day else (first, second)


# Long years -----------------------------------------------------------------------------------


def _read_long_year(match: re.Match[str], offset: int, calendar: Calendar) -> Span:
    text = match[0]
    before, long, exponent, short, _, after = match.groups()
    digits = long or short
    size = len(digits.lstrip("-")) + int(exponent or "0")
    if size > MAX_YEAR_DIGITS:
        limit = f"Years of up to {MAX_YEAR_DIGITS} digits are read."
        raise EDTFError(f"{quoted(text)} is too far away", offset, limit)
    if long and not exponent and size < 5:
        short_form = f"{'-' if digits[0] == '-' else ''}{digits.lstrip('-'):0>4}"
        what = f"{quoted(text)}: after “Y” come five digits or more"
        raise EDTFError(what, offset + match.start(2), f"Write “{short_form}”.")
    year = int(digits) * 10 ** int(exponent or "0")
    first, last, precision = _significant(match, offset, year)
    part = Part("year", str(year) if long else digits, _MARKS[before] | _MARKS[after])
    earliest, latest = calendar.days(first, 1, 1), calendar.days(last, 12, 31)
    return Span(text, earliest, latest, precision, calendar.name, (part,))


def _significant(match: re.Match[str], offset: int, year: int) -> tuple[int, int, str]:
    """First year, last year, precision: leading zeros are never significant."""
    if match[5] is None:
        return year, year, "year"
    digits = len(str(abs(year))) if year else 0
    if int(match[5]) > digits:
        what = f"{quoted(match[0])}: the year {year} has only {digits} significant digits"
        raise EDTFError(what, offset + match.start(5))
    loose = digits - int(match[5])
    return *significant_years(year, int(match[5])), _YEAR_PRECISIONS[min(loose, 4)]


# Days with a time -----------------------------------------------------------------------------


def _read_time(match: re.Match[str], offset: int, calendar: Calendar) -> Span:
    day = _DATE.fullmatch(match[1])
    assert day is not None
    span = _read_date(day, offset, calendar)
    _require_offset(match, offset)
    _require_clock(match, offset)
    parts = (*span.parts, Part("time", match[0][len(match[1]) + 1 :]))
    return Span(match[0], span.earliest, span.latest, "time", calendar.name, parts)


def _require_offset(match: re.Match[str], offset: int) -> None:
    if match[6] is None:
        return
    hours, minutes = int(match[6]), int(match[7] or "0")
    shift = abs(hours) * 60 + minutes
    written = match[6] + (f":{match[7]}" if match[7] else "")
    if match[6][0] == "-" and shift == 0:
        what = f"{quoted(match[0])} has no zone offset {written}"
        raise EDTFError(what, offset + match.start(6), "Write “Z” or “+00:00”.")
    if minutes > 59 or shift > (12 if match[6][0] == "-" else 14) * 60:
        what = f"{quoted(match[0])} has no zone offset {written}"
        raise EDTFError(what, offset + match.start(6), "Offsets go from -12:00 to +14:00.")


def _require_clock(match: re.Match[str], offset: int) -> None:
    hour, minute, second = int(match[2]), int(match[3]), int(match[4])
    if hour < 24 and minute < 60 and second < 60:
        return
    if (hour, minute, second) == (24, 0, 0) or _is_leap_second(match, hour, minute, second):
        return
    what = f"{quoted(match[0])} has no time {match[2]}:{match[3]}:{match[4]}"
    raise EDTFError(what, offset + match.start(2))


def _is_leap_second(match: re.Match[str], hour: int, minute: int, second: int) -> bool:
    """Leap seconds are 23:59:60 in UTC; without a zone, the last second of any hour may be one."""
    if second != 60 or hour > 23 or minute > 59:
        return False
    if match[5] is None and match[6] is None:
        return minute == 59
    sign = -1 if (match[6] or "+")[0] == "-" else 1
    shift = sign * (abs(int(match[6] or "0")) * 60 + int(match[7] or "0"))
    return (hour * 60 + minute - shift) % 1440 == 1439
