"""Dates as historians know them: EDTF, levels 0, 1 and 2, read into day numbers.

`parse(text)` gives a frozen `Span`: the first and last day the text can mean, how precise it is,
what is uncertain or approximate about it, and the text itself: `str(parse(text)) == text`.
The module knows no event and needs nothing but the standard library; the package can be taken
elsewhere as it is.

Sources: ISO 8601-2:2019 and its profile, the Extended Date/Time Format Specification of the
Library of Congress (4 February 2019), https://www.loc.gov/standards/datetime/.

Grammar (q is one of ? ~ % or nothing; X may stand for any digit n of a year, month or day)

    expression = date | time | interval | set
    date       = year [ "-" month [ "-" day ] ] | year "-" grouping | long
    year       = q [ "-" ] nnnn q            0000 is 1 BCE; -0000 is refused
    month      = q nn q                      01–12
    day        = q nn q                      days that exist in the month
    grouping   = q nn q                      21–41: seasons, quarters, thirds and halves of a year
    long       = q ( "Y" [ "-" ] n… [ "E" n… ] [ "S" n… ] | [ "-" ] nnnn "S" n… ) q
    time       = year "-" month "-" day "T" hh:mm:ss [ "Z" | ( "+" | "-" ) hh [ ":" mm ] ]
    interval   = end "/" end                 end = date | ".." (open) | nothing (unknown)
    set        = "[" member, … "]" | "{" member, … "}"       one of | all of
    member     = date | date ".." date | ".." date (first only) | date ".." (last only)

? is uncertain, ~ approximate, % both. Left of a part a mark holds for that part alone, right of
it for the part and all before it.

Choices where the standard leaves one or allows two

- Days are proleptic Gregorian; by `calendar="julian"` the same grammar is read with the Julian
  calendar (Old Style), in which 29 February 1900 exists.
- Earliest and latest are bounds by what is written. Marks never widen them; an open or unknown
  end has no bound and is never padded. With X they are the first and last *existing* day.
- Spring 21 is March to May, and so on by threes; winter 24 runs from December to February of the
  next year. 25–28 are the same; 29–32 lie in the Southern Hemisphere (spring September to
  November, summer December to February of the next year).
- `1950S2` spans 1900 to 1999 and is estimated to be 1950. Leading zeros are not significant.
- A number after Y has five digits or more unless E follows; years have at most sixteen digits
  (so day numbers fit in 64 bits), a text at most 500 characters.
- A day with a time is that day on the calendar of the place: zones never move it. 24:00:00 is
  its end (ISO 8601-1:2019/Amd 1:2022); second 60 is read where 23:59:60 in UTC can be meant.
  Zone offsets go from -12:00 to +14:00; -00:00 is no offset. No fractions, no `hh:mm` alone.
- Times stand alone: the profile has no times in intervals or sets.
- An interval is refused when it certainly ends before it starts. `2004-06-11/2004-06` is read,
  because it may end later in June. `/` alone is refused, since it says nothing.
- Both ends of `a..b` in a set have the same precision.
- Marks and X are read on seasons and on members and ends of all kinds, marks on long years too;
  the profile gives examples of some of these only.

Cost: some microseconds a date. Time and memory are linear in the text, save that X in a year tries
at most 10 000 years; no input of allowed length takes longer than milliseconds.
"""

from __future__ import annotations

from components.catalog.dates.calendars import CALENDARS, Calendar, iso
from components.catalog.dates.faults import stray
from components.catalog.dates.hints import rewritten
from components.catalog.dates.single import read_single
from components.catalog.dates.span import EDTFError, Part, Span, quoted

__all__ = ["MAX_LENGTH", "EDTFError", "Part", "Span", "iso_bounds", "parse"]

MAX_LENGTH = 500


def parse(text: str, calendar: str = "gregorian") -> Span:
    """The span of an EDTF expression; EDTFError says what is wrong, where, and what to do.

    calendar: "gregorian", or "julian" for a date as an Old Style calendar on the wall said it;
    either way `earliest` and `latest` are the same day numbers and can be compared.
    """
    try:
        return _read(text, CALENDARS[calendar])
    except EDTFError as error:
        if len(text) <= MAX_LENGTH:
            better = rewritten(text, lambda attempt: _read(attempt, CALENDARS[calendar]))
            error.hint = better or error.hint
        raise


def iso_bounds(span: Span) -> str:
    """The Gregorian days of a span: `1901-05-14`, `1901-03-01/1901-03-31`, `1901-05-14/..`."""
    first = ".." if span.earliest is None else iso(span.earliest)
    last = ".." if span.latest is None else iso(span.latest)
    return first if first == last else f"{first}/{last}"


def _read(text: str, calendar: Calendar) -> Span:
    if len(text) > MAX_LENGTH:
        what = f"the date has {len(text)} characters; at most {MAX_LENGTH} are read"
        raise EDTFError(what, MAX_LENGTH)
    if not text:
        raise EDTFError("the date is empty")
    if text[0] in "[{":
        return _read_set(text, calendar)
    if "/" in text:
        return _read_interval(text, calendar)
    return read_single(text, 0, calendar)


# Intervals ------------------------------------------------------------------------------------


def _read_interval(text: str, calendar: Calendar) -> Span:
    left, _, right = text.partition("/")
    if "/" in right:
        raise stray(text, text.index("/", len(left) + 1), 0)
    if text == "/":
        raise EDTFError("“/” has neither start nor end")
    start = _read_end(left, 0, calendar)
    end = _read_end(right, len(left) + 1, calendar)
    if start and end and start.earliest > end.latest:
        raise EDTFError(f"{quoted(text)} ends before it starts", len(left) + 1)
    return Span(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        "interval",
        calendar.name,
        start=start,
        end=end,
    )


def _read_end(text: str, offset: int, calendar: Calendar) -> Span | None:
    return None if text in ("", "..") else _read_date_only(text, offset, calendar, "an interval")


def _read_date_only(text: str, offset: int, calendar: Calendar, where: str) -> Span:
    if text[0] in "[{":
        raise EDTFError(f"{quoted(text)}: a set cannot stand in {where}", offset)
    span = read_single(text, offset, calendar)
    if span.precision == "time":
        at = text.index("T")
        hint = f"Write “{text[:at]}”."
        raise EDTFError(f"{quoted(text)}: {where} has no times of day", offset + at, hint)
    return span


# Sets -----------------------------------------------------------------------------------------


def _read_set(text: str, calendar: Calendar) -> Span:
    closing = "]" if text[0] == "[" else "}"
    if len(text) < 2 or text[-1] != closing:
        raise EDTFError(f"{quoted(text)} has no “{closing}” at its end", len(text))
    members = []
    offset = 1
    written = text[1:-1].split(",")
    for number, member in enumerate(written):
        allowed = (number == 0, number == len(written) - 1)
        members.append(_read_member(member, offset, calendar, allowed))
        offset += len(member) + 1
    firsts = [member.earliest for member in members]
    lasts = [member.latest for member in members]
    return Span(
        text,
        None if None in firsts else min(firsts),
        None if None in lasts else max(lasts),
        "set",
        calendar.name,
        members=tuple(members),
    )


def _read_member(text: str, offset: int, calendar: Calendar, allowed: tuple[bool, bool]) -> Span:
    if not text:
        raise EDTFError("a member of the set is empty", offset)
    left, dots, right = text.partition("..")
    if not dots:
        return _read_date_only(text, offset, calendar, "a set")
    if not left and not right:
        raise EDTFError("“..” in a set needs a date", offset)
    if (not left and not allowed[0]) or (not right and not allowed[1]):
        place = "first" if not left else "last"
        raise EDTFError(f"{quoted(text)} can only be the {place} member of a set", offset)
    start = _read_date_only(left, offset, calendar, "a set") if left else None
    end = _read_date_only(right, offset + len(left) + 2, calendar, "a set") if right else None
    if start and end:
        _require_range(text, start, end, offset + len(left) + 2)
    return Span(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        "set",
        calendar.name,
        start=start,
        end=end,
    )


def _require_range(text: str, start: Span, end: Span, position: int) -> None:
    units = [[part.unit for part in side.parts] for side in (start, end)]
    if units[0] != units[1] or start.precision != end.precision:
        raise EDTFError(f"{quoted(text)}: both ends of “..” need the same precision", position)
    if start.earliest > end.latest:
        raise EDTFError(f"{quoted(text)} ends before it starts", position)
