"""Axes have round numbers and dates, and labels are placed where they touch nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.civil import day_of
from components.charts.figures.days import day_ticks
from components.charts.figures.placing import around, arrange, free, overlaps
from components.charts.figures.scale import Scale, domain, steps
from components.charts.figures.shades import INK, WHITE, contrast, mixed, on_fill
from components.charts.tokens import SLOTS, THEMES


@pytest.mark.parametrize(
    ("low", "high", "most", "found"),
    [
        (0, 847, 6, (0, 200, 400, 600, 800, 1000)),
        (0, 91.4, 6, (0, 20, 40, 60, 80, 100)),
        (-40, 25, 5, (-40, -20, 0, 20, 40)),
        (0, 0.3, 4, (0, 0.1, 0.2, 0.3)),
        (0, 0, 4, (0, 0.5, 1)),
    ],
)
def test_steps_are_round_and_reach_around_the_numbers(low, high, most, found) -> None:
    assert steps(low, high, most) == found


def test_whole_numbers_have_no_steps_between_them() -> None:
    assert steps(0, 2, 6, whole=True) == (0, 1, 2)


@given(st.lists(st.floats(-1e12, 1e12, allow_subnormal=False), max_size=3), st.integers(2, 9))
def test_steps_contain_zero_and_all_numbers(numbers, most) -> None:
    low, high = domain(numbers)
    found = steps(low, high, most)
    air = (found[-1] - found[0]) * 1e-9
    assert found[0] <= low + air and found[-1] >= high - air
    assert 2 <= len(found) <= max(most, 3)


def test_lengths_compare_from_zero() -> None:
    assert (domain([5, 9]), domain([-3]), domain([])) == ((0, 9), (-3, 0), (0, 1))


def test_a_number_outside_the_scale_lies_at_its_end() -> None:
    scale = Scale(0, 10, 100, 200)
    assert [scale.px(number) for number in (-1, 0, 5, 10, 99)] == [100, 100, 150, 200, 200]


def test_months_stand_over_their_middle_with_the_first_year(labels) -> None:
    found = day_ticks(day_of(1900, 11), day_of(1901, 3), 600, labels)
    assert [tick.text for tick in found] == ["Nov 1900", "Dec", "Jan 1901", "Feb"]
    assert found[0].at == (day_of(1900, 11) + day_of(1900, 12)) / 2


def test_two_years_and_more_are_told_in_years(labels) -> None:
    two = day_ticks(day_of(1900), day_of(1902), 600, labels)
    assert [tick.text for tick in two] == ["1900", "1901"]
    less = day_ticks(day_of(1900, 7, 21), day_of(1902, 4, 5), 900, labels)
    assert [tick.text for tick in less][:3] == ["Sep 1900", "Nov", "Jan 1901"]


def test_many_years_stand_at_round_ticks(labels) -> None:
    found = day_ticks(day_of(1871), day_of(1936), 360, labels)
    assert [tick.text for tick in found] == ["1880", "1890", "1900", "1910", "1920", "1930"]
    assert all(tick.at == tick.day for tick in found)


def test_years_before_the_common_era_have_their_names(labels) -> None:
    assert [tick.text for tick in day_ticks(day_of(-1), day_of(2), 400, labels)] == [
        "2 BCE", "1 BCE", "1",
    ]  # fmt: skip
    found = day_ticks(day_of(-24), day_of(24), 400, labels)
    assert [tick.text for tick in found] == ["20 BCE", "10 BCE", "1", "10", "20"]


def test_a_label_takes_the_first_place_that_touches_nothing() -> None:
    places = list(around((50, 50), (20, 10), 6))
    assert free(places, [], (0, 0, 100, 100)) == (56, 45, 76, 55)
    assert free(places, [(56, 45, 76, 55)], (0, 0, 100, 100)) == (24, 45, 44, 55)
    assert free(places, [(0, 0, 100, 100)], (0, 0, 100, 100)) is None


def test_labels_are_rearranged_so_that_all_have_room() -> None:
    left, right = (0, 0, 10, 10), (20, 0, 30, 10)
    bounds = (0, 0, 100, 100)
    assert arrange([[left, right], [left]], [], bounds) == [1, 0]
    assert arrange([[left], [left]], [], bounds) is None


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    assert not overlaps((0, 0, 10, 10), (10, 0, 20, 10))
    assert overlaps((0, 0, 10, 10), (9, 9, 20, 20))


def test_mixtures_lie_between_their_colours() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("slot", SLOTS)
def test_numbers_are_readable_on_every_hue(theme, slot) -> None:
    fill = mixed(theme.hue(slot), theme.page, theme.area)
    assert contrast(on_fill(fill), fill) >= 4.3
    assert on_fill(fill) in (WHITE, INK)
