"""Day numbers in both calendars, against formulas that share nothing with ours."""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

import convertdate
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.catalog.dates.calendars import (
    civil_from_days,
    days_from_civil,
    days_from_julian,
    is_leap_civil,
    is_leap_julian,
    iso,
    julian_from_days,
)

# Julian day number of 1970-01-01 New Style at noon.
EPOCH = 2440588
day_numbers = st.integers(min_value=-(10**15), max_value=10**15)


def julian_day_of_civil(year: int, month: int, day: int) -> int:
    """Fliegel and Van Flandern, Communications of the ACM 11 (1968): Gregorian, year > -4800."""
    a = -1 if month <= 2 else 0
    return (
        (1461 * (year + 4800 + a)) // 4
        + (367 * (month - 2 - 12 * a)) // 12
        - (3 * ((year + 4900 + a) // 100)) // 4
        + day
        - 32075
    )


def julian_day_of_julian(year: int, month: int, day: int) -> int:
    """Explanatory Supplement to the Astronomical Almanac (1992), 12.95: Julian, year > -4712."""
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083


def test_the_first_day_of_1970_is_day_zero():
    assert days_from_civil(1970, 1, 1) == 0


@given(st.dates())
def test_the_gregorian_calendar_agrees_with_the_standard_library(day):
    number = (day - date(1970, 1, 1)) // timedelta(days=1)
    assert days_from_civil(day.year, day.month, day.day) == number
    assert civil_from_days(number) == (day.year, day.month, day.day)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
def test_the_julian_calendar_agrees_with_another_library(year, month, day):
    number = floor(convertdate.julian.to_jd(year, month, day) + 0.5) - EPOCH
    assert days_from_julian(year, month, day) == number
    assert julian_from_days(number) == (year, month, day)


@pytest.mark.parametrize("first", [-1, 1, 1582, 1896, 1900, 2096])
def test_day_follows_day_through_eight_years_in_both_calendars(first):
    lengths = {False: (31, 28, 31), True: (31, 29, 31)}
    for days, date_of, is_leap in (
        (days_from_civil, civil_from_days, is_leap_civil),
        (days_from_julian, julian_from_days, is_leap_julian),
    ):
        number = days(first, 1, 1)
        for year in range(first, first + 8):
            for month in range(1, 13):
                february = lengths[is_leap(year)]
                length = february[month - 1] if month < 4 else 30 if month in (4, 6, 9, 11) else 31
                for day in range(1, length + 1):
                    assert days(year, month, day) == number
                    assert date_of(number) == (year, month, day)
                    number += 1


@given(day_numbers)
def test_every_day_number_is_one_gregorian_day(number):
    assert days_from_civil(*civil_from_days(number)) == number


@given(day_numbers)
def test_every_day_number_is_one_julian_day(number):
    assert days_from_julian(*julian_from_days(number)) == number


@given(st.integers(-4700, 10**6), st.integers(1, 12), st.integers(1, 28))
def test_both_calendars_agree_with_the_julian_day_number(year, month, day):
    assert days_from_civil(year, month, day) == julian_day_of_civil(year, month, day) - EPOCH
    assert days_from_julian(year, month, day) == julian_day_of_julian(year, month, day) - EPOCH


@given(day_numbers)
def test_the_day_after_is_the_next_day_of_the_month_or_a_first(number):
    for from_days in (civil_from_days, julian_from_days):
        year, month, day = from_days(number)
        following = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)]
        assert from_days(number + 1) in following


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ((1582, 10, 5), (1582, 10, 15), "the reform: the day after 4 October"),
        ((1700, 2, 29), (1700, 3, 11), "a leap day of the Julian calendar only"),
        ((1752, 9, 3), (1752, 9, 14), "the reform in Britain"),
        ((1850, 1, 1), (1850, 1, 13), "twelve days in the nineteenth century"),
        ((1900, 2, 28), (1900, 3, 12), "the last day of twelve days' difference"),
        ((1900, 2, 29), (1900, 3, 13), "a leap day of the Julian calendar only"),
        ((1900, 3, 1), (1900, 3, 14), "thirteen days from here"),
        ((1901, 5, 1), (1901, 5, 14), "thirteen days in the twentieth century"),
        ((1900, 12, 31), (1901, 1, 13), "the year differs as well"),
        ((1923, 2, 16), (1923, 3, 1), "the reform in Greece"),
        ((2100, 2, 29), (2100, 3, 14), "fourteen days after this"),
        ((325, 5, 20), (325, 5, 21), "one day in the fourth century"),
        ((250, 1, 1), (250, 1, 1), "none in the third"),
        ((0, 3, 1), (0, 2, 28), "the other way round before"),
        ((-43, 3, 15), (-43, 3, 13), "44 BCE"),
        ((-4712, 1, 1), (-4713, 11, 24), "day zero of the Julian day numbers"),
    ],
)
def test_known_pairs_of_old_and_new_style(old, new, what):
    assert civil_from_days(days_from_julian(*old)) == new, what
    assert julian_from_days(days_from_civil(*new)) == old, what


@pytest.mark.parametrize(
    ("year", "civil", "julian"),
    [
        (1900, False, True),
        (2000, True, True),
        (1904, True, True),
        (1901, False, False),
        (0, True, True),
        (-4, True, True),
        (-100, False, True),
    ],
)
def test_leap_years(year, civil, julian):
    assert (is_leap_civil(year), is_leap_julian(year)) == (civil, julian)


@pytest.mark.parametrize(
    "day", [(1900, 2, 30), (1901, 2, 29), (1900, 0, 1), (1900, 13, 1), (1900, 4, 31), (1900, 1, 0)]
)
def test_days_that_neither_calendar_has_are_refused(day):
    for days_from in (days_from_civil, days_from_julian):
        with pytest.raises(ValueError, match=f"no day {day[2]} in month {day[1]} of year {day[0]}"):
            days_from(*day)


def test_the_leap_day_of_1900_is_refused_by_the_gregorian_calendar_alone():
    with pytest.raises(ValueError, match="no day 29 in month 2 of year 1900"):
        days_from_civil(1900, 2, 29)
    assert days_from_julian(1900, 2, 29) == days_from_civil(1900, 3, 13)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ((1901, 5, 14), "1901-05-14"),
        ((0, 1, 1), "0000-01-01"),
        ((-43, 3, 15), "-0043-03-15"),
        ((12345, 1, 1), "12345-01-01"),
    ],
)
def test_a_day_number_as_text(day, text):
    assert iso(days_from_civil(*day)) == text
