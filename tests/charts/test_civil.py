"""Day numbers of any year."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from components.charts.civil import civil_of, day_of, year_of


def test_the_first_of_january_1970_is_day_zero():
    assert day_of(1970) == 0


@given(st.dates())
def test_days_agree_with_the_standard_library_where_it_has_years(day):
    number = (day - date(1970, 1, 1)).days
    assert day_of(day.year, day.month, day.day) == number
    assert civil_of(number) == (day.year, day.month, day.day)


@given(st.integers(-(10**11), 10**11))
def test_every_day_of_hundreds_of_millions_of_years_comes_back(number):
    assert day_of(*civil_of(number)) == number


def test_the_year_before_year_one_is_year_zero():
    assert year_of(day_of(1) - 1) == 0
