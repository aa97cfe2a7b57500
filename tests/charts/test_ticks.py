"""Ticks and what stands beside them."""

from __future__ import annotations

import pytest

from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.folds import Stretch
from components.charts.measure import text_px
from components.charts.ticks import BESIDE, ticks
from components.charts.tokens import TICK


def texts(first: int, last: int, width: float, words, **more) -> list[str]:
    """What stands on an axis, "upper/text", within the window."""
    axis = make_axis((first, last), width, **more)
    shown = [
        f"{upper}/{text}".lstrip("/")
        for day, text, upper in ticks(axis, words).major
        if axis.start <= day < axis.end
    ]
    return [text for text in shown if text]


def test_six_years_on_a_phone_have_a_tick_each(words):
    assert texts(day_of(1900), day_of(1906) - 1, 358, words) == [
        "1900", "1901", "1902", "1903", "1904", "1905",
    ]  # fmt: skip


def test_four_months_have_three_ticks_each(words):
    assert texts(day_of(1900, 11), day_of(1901, 3) - 1, 500, words) == [
        "Nov 1900/1", "11", "21", "Dec 1900/1", "11", "21",
        "Jan 1901/1", "11", "21", "Feb 1901/1", "11", "21",
    ]  # fmt: skip


def test_two_years_name_their_months_under_the_year(words):
    found = texts(day_of(1900), day_of(1902) - 1, 900, words)
    assert found[:3] == ["1900/Jan", "Feb", "Mar"]
    assert found[12] == "1901/Jan"


def test_the_first_tick_in_sight_says_the_year(words):
    assert texts(day_of(1900, 3, 8), day_of(1900, 12), 500, words)[0] == "1900/Apr"


def test_days_are_named_under_their_month(words):
    found = texts(day_of(1900, 5, 28), day_of(1900, 6, 3), 700, words)
    assert found == ["May 1900/28", "29", "30", "31", "Jun 1900/1", "2", "3"]


def test_ten_thousand_years_are_counted_on_both_sides_of_year_one(words):
    found = texts(day_of(-4999), day_of(12999), 1300, words)
    assert found[:7] == ["5000 BCE", "4000 BCE", "3000 BCE", "2000 BCE", "1000 BCE", "1", "1000"]
    assert found[-2:] == ["11,000", "12,000"]


def test_deep_time_is_counted_in_millions(words):
    found = texts(day_of(-170_000_000), day_of(170_000_002), 700, words)
    assert found == [
        "150 million BCE", "100 million BCE", "50 million BCE", "1",
        "50 million", "100 million",
    ]  # fmt: skip


def test_ticks_reach_one_window_beyond_so_that_panning_finds_them(words):
    axis = make_axis((day_of(1900), day_of(1906) - 1), 358)
    days = [day for day, *_ in ticks(axis, words).major]
    assert (min(days), max(days)) == (day_of(1894), day_of(1912))


def test_folded_years_have_no_ticks(words):
    stretch = Stretch(day_of(1903), day_of(1936), 0)
    found = texts(day_of(1900), day_of(1938) - 1, 400, words, stretches=[stretch], fold_px=[46])
    assert found == ["1900", "1901", "1902", "1936", "1937"]


@pytest.mark.parametrize("width", [200, 358, 588, 928, 1400])
@pytest.mark.parametrize("days", [1, 12, 45, 120, 365, 1100, 4000, 15000, 400_000, 10**8])
def test_tick_labels_never_touch_nor_leave_the_plot(words, width, days):
    axis = make_axis((day_of(1899, 12, 17), day_of(1899, 12, 17) + days), width)
    end = float("-inf")
    for day, text, upper in ticks(axis, words).major:
        left = axis.px(day) + BESIDE
        if not text or left > width or left < 0:
            continue
        assert left > end
        end = left + text_px(text, TICK)
        assert left + max(text_px(text, TICK), text_px(upper, TICK)) <= width


@pytest.mark.parametrize("width", [200, 358, 928])
@pytest.mark.parametrize("days", [12, 45, 120, 365, 1100])
def test_upper_lines_never_touch(words, width, days):
    axis = make_axis((day_of(1899, 12, 17), day_of(1899, 12, 17) + days), width)
    end = float("-inf")
    for day, _, upper in ticks(axis, words).major:
        if upper and axis.px(day) >= 0:
            assert axis.px(day) + BESIDE > end
            end = axis.px(day) + BESIDE + text_px(upper, TICK)
