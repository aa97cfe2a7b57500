"""Figures in words."""

from __future__ import annotations

import pytest

from components.charts.civil import day_of
from components.charts.timeline.days import days_of
from components.charts.timeline.lanes import Lane
from components.charts.words import overview_alt, timeline_alt


@pytest.fixture
def strike(row, as_table):
    rows = [
        row("a", day_of(1900, 5, 1)),
        row("b", day_of(1900, 6), day_of(1900, 7) - 1),
        row("c", day_of(1901, 1, 2), lane="island"),
    ]
    return as_table(rows)


def test_the_timeline_is_told_with_its_numbers(strike, words):
    lanes = [Lane("harbour", "Harbour", 2), Lane("island", "Island", 1), Lane("coast", "Coast", 0)]
    assert timeline_alt(strike, lanes, words) == (
        "Timeline of 3 events in 3 lanes, 1900 to 1901. "
        "Harbour: 2 events, most in 1900 (2). "
        "Island: 1 event, most in 1901 (1). "
        "Coast: no events."
    )


def test_an_event_in_two_lanes_is_one_event(row, as_table, words):
    rows = [row("a", day_of(1900)), row("a", day_of(1900), lane="island")]
    lanes = [Lane("harbour", "Harbour", 1), Lane("island", "Island", 1)]
    assert timeline_alt(as_table(rows), lanes, words).startswith("Timeline of 1 event in 2 lanes")


def test_an_empty_timeline_is_told_too(as_table, words):
    assert timeline_alt(as_table([]), [Lane("harbour", "Harbour", 0)], words) == (
        "Harbour: no events."
    )


def test_the_overview_is_told_with_its_numbers(strike, words):
    assert overview_alt(days_of(strike), 1, words) == (
        "1 of 3 events between 1900 and 1901; most in 1900 (2)."
    )


def test_an_overview_without_events_says_nothing(as_table, words):
    assert overview_alt(days_of(as_table([])), 0, words) == ""


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (1917, "1917"),
        (0, "1 BCE"),
        (-43, "44 BCE"),
        (12000, "12,000"),
        (170_000_000, "170 million"),
        (1_500_000, "1.5 million"),
        (170_000_002, "170,000,002"),
    ],
)
def test_years_are_written_for_people(words, year, text):
    assert words.year(year) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (1923, 1935, "1923–35"),
        (1898, 1903, "1898–1903"),
        (1900, 1909, "1900–09"),
        (1923, 1923, "1923"),
        (-9, 12, "10 BCE–12"),
        (-592, -510, "593–511 BCE"),
        (-11999, -9, "12,000–10 BCE"),
        (1911, 11999, "1911–11,999"),
    ],
)
def test_ranges_of_years_are_short_where_they_can_be(words, first, last, text):
    assert words.years(first, last) == text


def test_one_event_is_not_many(words):
    assert [words.count(n) for n in (0, 1, 1500)] == ["0 events", "1 event", "1,500 events"]
