"""Day numbers: the Gregorian and the Julian calendar, both ways, for any year.

A day number counts days from 1 January 1970 New Style, which is 0. Years are astronomical: 0 is
1 BCE, -1 is 2 BCE. Both calendars are proleptic: each is carried on before it was decreed.
Time is constant, whatever the year.

Sources: the Gregorian rule of the bull Inter gravissimas (1582), carried backwards as by ISO
8601-1:2019; the Julian rule, by which every fourth year is a leap year. Counting from 1 March,
so that the leap day comes last, is after H. Hinnant, "chrono-Compatible Low-Level Date
Algorithms" (2013).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# A March-based year 0 begins this many days before 1970-01-01 New Style.
_GREGORIAN_ZERO = 719468
_JULIAN_ZERO = 719470
_COMMON = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap_civil(year: int) -> bool:
    """Whether the Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_leap_julian(year: int) -> bool:
    """Whether the Julian year has a 29 February."""
    return year % 4 == 0


def month_lengths(leap: bool) -> tuple[int, ...]:
    """Days in each month of such a year; index 1 is January."""
    return _LEAP if leap else _COMMON


def days_from_civil(year: int, month: int, day: int) -> int:
    """The number of a Gregorian day; ValueError when there is no such day."""
    _require_day(year, month, day, is_leap_civil(year))
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    leap_days = year_of_era // 4 - year_of_era // 100
    return era * 146097 + year_of_era * 365 + leap_days + _day_of_year(month, day) - _GREGORIAN_ZERO


def civil_from_days(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number in the Gregorian calendar."""
    era, day_of_era = divmod(number + _GREGORIAN_ZERO, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    return _from_march(era * 400 + year_of_era, day_of_year)


def days_from_julian(year: int, month: int, day: int) -> int:
    """The number of a Julian day (29 February 1900 exists); ValueError when there is none."""
    _require_day(year, month, day, is_leap_julian(year))
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 4)
    return era * 1461 + year_of_era * 365 + _day_of_year(month, day) - _JULIAN_ZERO


def julian_from_days(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number in the Julian calendar."""
    era, day_of_era = divmod(number + _JULIAN_ZERO, 1461)
    year_of_era = (day_of_era - day_of_era // 1460) // 365
    return _from_march(era * 4 + year_of_era, day_of_era - 365 * year_of_era)


def _require_day(year: int, month: int, day: int, leap: bool) -> None:
    if not (1 <= month <= 12 and 1 <= day <= month_lengths(leap)[month]):
        raise ValueError(f"there is no day {day} in month {month} of year {year}")


def _day_of_year(month: int, day: int) -> int:
    """Days since 1 March; 153 days make five months of 31, 30, 31, 30, 31."""
    return (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1


def _from_march(year: int, day_of_year: int) -> tuple[int, int, int]:
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def iso(number: int) -> str:
    """The Gregorian day as text, `1901-05-14`; years beyond four digits are written out."""
    year, month, day = civil_from_days(number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a reader of dates must know of a calendar with twelve Roman months."""

    name: str
    days: Callable[[int, int, int], int]
    date: Callable[[int], tuple[int, int, int]]
    is_leap: Callable[[int], bool]


GREGORIAN = Calendar("gregorian", days_from_civil, civil_from_days, is_leap_civil)
JULIAN = Calendar("julian", days_from_julian, julian_from_days, is_leap_julian)
CALENDARS = {calendar.name: calendar for calendar in (GREGORIAN, JULIAN)}
