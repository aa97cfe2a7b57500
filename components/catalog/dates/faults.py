"""What is wrong with a date, in its author's words. Only texts that were refused come here."""

from __future__ import annotations

import re

from components.catalog.dates.bounds import MONTHS
from components.catalog.dates.calendars import GREGORIAN, JULIAN, Calendar
from components.catalog.dates.span import EDTFError, quoted

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAMES = {" ": "the space", "\t": "the tab", "\n": "the line break"}


def _longest_prefix(*steps: str) -> re.Pattern[str]:
    """A pattern that matches as many of the steps, in order, as the text has."""
    pattern = ""
    for step in reversed(steps):
        pattern = f"(?:{step}{pattern})?"
    return re.compile(pattern)


_FORMS = "Dates are written “1901”, “1901-05” or “1901-05-14”, intervals “1901/1902”."
_MARK, _DIGIT, _UNIT, _NUMBER = "[?~%]?", "[0-9]", "[0-9X]", "[1-9][0-9]*"
_TWO_UNITS = (_MARK, _UNIT, _UNIT, _MARK)
_TWO_DIGITS = (_DIGIT, _DIGIT)
_PREFIXES = (
    _longest_prefix(_MARK, "-?", *[_UNIT] * 4, _MARK, "-", *_TWO_UNITS, "-", *_TWO_UNITS),
    _longest_prefix(_MARK, "Y", "-?", _NUMBER, "E", _NUMBER, "S", _NUMBER, _MARK),
    _longest_prefix(_MARK, f"(?:Y-?{_NUMBER}|-?[0-9]{{4}})", "S", _NUMBER, _MARK),
    _longest_prefix(
        *("-?", *[_DIGIT] * 4, "-", *_TWO_DIGITS, "-", *_TWO_DIGITS, "T"),
        *(*_TWO_DIGITS, ":", *_TWO_DIGITS, ":", *_TWO_DIGITS),
        *("[+-]", *_TWO_DIGITS, ":", *_TWO_DIGITS),
    ),
    re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"),
)


def unreadable(text: str, offset: int) -> EDTFError:
    """The fault of a single date that has no form of the grammar, at its first odd character."""
    matches = (pattern.match(text) for pattern in _PREFIXES)
    at = max(match.end() for match in matches if match)
    if text == "..":
        return EDTFError("“..” is not a date", offset, "An open end stands so: “1901/..”.")
    if at == len(text):
        return EDTFError(f"{quoted(text)} is not complete", offset + at, _short_hint(text))
    return stray(text, at, offset)


def _short_hint(text: str) -> str:
    """Years with less than four digits are the usual reason why a date ends too early."""
    if not text.isdigit() or len(text) > 3:
        return _FORMS
    wider = {3: f"; a decade is “{text}X”", 2: f"; a century is “{text}XX”"}.get(len(text), "")
    return f"Years have four digits: “{text:0>4}”{wider}."


def stray(text: str, at: int, offset: int) -> EDTFError:
    """The fault that one character has no place where it stands."""
    sign = text[at]
    name = _NAMES.get(sign) or (
        f"“{sign}”" if sign.isprintable() else f"the sign U+{ord(sign):04X}"
    )
    what = f"{quoted(text)}: {name} at character {at + 1} does not belong there"
    return EDTFError(what, offset + at, _FORMS)


def no_month(text: str, month: str, position: int) -> EDTFError:
    """The fault of a month that is neither 01–12 nor a grouping 21–41."""
    if month == "00":
        hint = "Leave the month out, or write “XX”, when it is not known."
    else:
        hint = "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, other parts 37 to 41."
    return EDTFError(f"{quoted(text)} has no month {month}", position, hint)


def no_day(match: re.Match[str], offset: int, calendar: Calendar) -> EDTFError:
    """The fault of a day its month does not have; `match` is that of the whole date."""
    text, year, month, day = match[0], match[2], match[5], match[8]
    what = f"{quoted(text)} has no day {day}{_in_month(year, month)}"
    return EDTFError(what, offset + match.start(8), _day_hint(year, month, day, calendar))


def _in_month(year: str, month: str) -> str:
    known_year = "" if "X" in year else f" {year}"
    if len(MONTHS[month]) == 1:
        return f" in {MONTH_NAMES[MONTHS[month][0]]}{known_year}"
    return f" in {known_year.strip()}" if known_year else " in any month"


def _day_hint(year: str, month: str, day: str, calendar: Calendar) -> str:
    if day == "00":
        return "Leave the day out, or write “XX”, when it is not known."
    if month != "02" or day != "29" or "X" in year:
        return ""
    if calendar is GREGORIAN and JULIAN.is_leap(int(year)):
        return f"{year} is a leap year by the Julian calendar (Old Style) only."
    return f"{year} is not a leap year."
