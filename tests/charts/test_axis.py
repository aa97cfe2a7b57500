"""Days, coordinates and pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.folds import Stretch

WINDOW = (day_of(1900), day_of(1940) - 1)
FOLDED = [Stretch(day_of(1905), day_of(1919), 0), Stretch(day_of(1922), day_of(1935), 2)]


def folded(width: float = 900):
    return make_axis(WINDOW, width, FOLDED, [46, 74])


def test_without_folds_the_coordinate_is_the_day():
    axis = make_axis(WINDOW, 900)
    assert axis.range == (WINDOW[0], WINDOW[1] + 1)
    assert axis.u(day_of(1936, 7, 19)) == day_of(1936, 7, 19)


def test_the_last_day_of_the_window_is_inside():
    axis = make_axis((10, 10), 900)
    assert (axis.px(10), axis.px(11)) == (0, 900)


def test_a_window_that_ends_before_it_begins_is_one_day():
    assert make_axis((10, 3), 900).range == (10, 11)


def test_a_fold_keeps_the_px_it_was_given():
    axis = folded()
    assert axis.px(day_of(1919)) - axis.px(day_of(1905)) == pytest.approx(46)
    assert axis.px(day_of(1935)) - axis.px(day_of(1922)) == pytest.approx(74)


def test_the_folded_axis_still_fills_its_width():
    axis = folded()
    assert axis.px(WINDOW[0]) == 0
    assert axis.px(WINDOW[1] + 1) == pytest.approx(900)


def test_years_on_both_sides_of_a_fold_have_the_same_width():
    axis = folded()
    before = axis.px(day_of(1904)) - axis.px(day_of(1903))
    assert axis.px(day_of(1938)) - axis.px(day_of(1937)) == pytest.approx(before)


def test_a_fold_knows_its_years():
    assert [fold.years for fold in folded().folds] == [(1905, 1918), (1922, 1934)]


@given(st.floats(day_of(1850), day_of(2000)))
def test_every_day_comes_back_from_its_coordinate(day):
    axis = folded()
    assert axis.day(axis.u(day)) == pytest.approx(day, abs=1e-6)


@given(st.floats(0, 900))
def test_every_px_comes_back_from_its_coordinate_to_a_tenth(px):
    axis = folded()
    assert axis.px(axis.day(axis.u_at(px))) == pytest.approx(px, abs=0.1)


@given(st.lists(st.integers(day_of(1890), day_of(1950)), min_size=2, unique=True))
def test_later_days_lie_further_right(days):
    axis = folded()
    pixels = [axis.px(day) for day in sorted(days)]
    assert pixels == sorted(set(pixels))


def test_deep_time_has_room():
    axis = make_axis((day_of(-170_000_000), day_of(170_000_002)), 900)
    assert axis.px(day_of(1)) == pytest.approx(450, abs=0.1)
