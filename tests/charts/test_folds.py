"""Which years are folded."""

from __future__ import annotations

from itertools import pairwise

from components.charts.civil import day_of
from components.charts.folds import MOST_FOLDED, Stretch, fold_room, stretches

WINDOW = (day_of(1900), day_of(1940) - 1)


def every_month(first: int, last: int) -> list[int]:
    return [day_of(year, month) for year in range(first, last + 1) for month in range(1, 13)]


def test_the_empty_years_between_two_busy_times_are_folded():
    days = every_month(1900, 1904) + every_month(1936, 1938)
    assert stretches(days, WINDOW, 900) == [Stretch(day_of(1905), day_of(1936), 0)]


def test_two_empty_years_are_not_worth_a_break():
    days = every_month(1900, 1919) + every_month(1922, 1939)
    assert stretches(days, WINDOW, 2000) == []


def test_three_empty_years_are_folded_where_they_take_room():
    days = every_month(1900, 1919) + every_month(1923, 1939)
    assert stretches(days, WINDOW, 2000) == [Stretch(day_of(1920), day_of(1923), 0)]


def test_nothing_is_saved_where_the_years_take_few_px():
    days = every_month(1900, 1919) + every_month(1923, 1939)
    assert stretches(days, WINDOW, 600) == []


def test_empty_years_before_the_first_and_after_the_last_event_stay():
    assert stretches(every_month(1915, 1920), WINDOW, 900) == []


def test_a_few_lonely_events_are_folded_with_the_years_around_them():
    busy = every_month(1900, 1904) + every_month(1936, 1938)
    assert stretches([*busy, day_of(1929, 4, 2)], WINDOW, 900) == [
        Stretch(day_of(1905), day_of(1936), 1)
    ]


def test_evenly_sparse_events_are_not_squeezed():
    days = [day_of(year, 6) for year in range(1900, 1940, 2)]
    assert stretches(days, WINDOW, 900) == []


def test_events_outside_the_window_do_not_count():
    days = [*every_month(1900, 1904), day_of(1960)]
    assert stretches(days, WINDOW, 900) == []


def test_at_most_three_stretches_in_order_and_apart():
    busy = [
        day for first in (1900, 1908, 1916, 1924, 1932, 1939) for day in every_month(first, first)
    ]
    found = stretches(busy, WINDOW, 3000)
    assert len(found) == 3
    assert all(a.end < b.start for a, b in pairwise(found))


def test_most_of_the_width_stays_for_what_happened():
    busy = [
        day for first in (1900, 1908, 1916, 1924, 1932, 1939) for day in every_month(first, first)
    ]
    found = stretches(busy, WINDOW, 250)
    assert sum(fold_room(stretch, 250) for stretch in found) <= 250 * MOST_FOLDED


def test_years_that_lie_very_far_apart_fold_like_others():
    day = day_of(1900)
    near = [day + n for n in range(40)]
    far = [day - 400_000 * 365.2425 + n for n in range(40)]
    window = (int(far[0]) - 1, day + 50)
    (found,) = stretches(far + near, window, 900)
    assert found.start > far[-1] and found.end == day_of(1900)


def test_no_events_no_folds():
    assert stretches([], WINDOW, 900) == []


def test_a_fold_has_room_for_its_name_and_its_events():
    assert fold_room(Stretch(0, 2000, 2), 1400, 60) == 60 + 2 * 14
