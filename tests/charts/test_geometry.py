"""Extents in px."""

from __future__ import annotations

import pytest

from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.extents import extents
from components.charts.timeline.geometry import ARROW, footing, is_shown
from components.charts.tokens import MARK, PALE

WIDTH = 1095  # a px a day
AXIS = make_axis((day_of(1900), day_of(1903) - 1), WIDTH)


@pytest.fixture
def foot(ys):
    by_id = {extent.id: extent for extent in extents(ys)}
    return lambda id_, **more: footing(by_id[id_], AXIS, **more)


def px(year: int, month: int, day: int = 1) -> float:
    return AXIS.px(day_of(year, month, day))


def test_a_known_day_is_a_mark_without_a_bar(foot):
    assert foot("day").bars == ()


def test_a_month_is_a_pale_bar_over_its_days(foot):
    assert foot("month").bars == ((px(1900, 5), px(1900, 6), PALE),)


def test_an_interval_is_solid_where_certain_and_pale_where_possible(foot):
    assert foot("months").bars == (
        (px(1900, 11), px(1901, 4), PALE),
        (px(1900, 11, 30), px(1901, 3, 2), 1.0),
    )


def test_an_interval_of_known_days_has_nothing_pale(foot):
    assert foot("days").bars == ((px(1900, 9, 3), px(1900, 9, 25), 1.0),)


def test_about_fades_in_three_steps_of_fixed_px_on_both_sides(foot):
    steps = [bar for bar in foot("about-day").bars]
    assert [round(high - low, 6) for low, high, _ in steps] == [5] * 6
    assert [opacity for *_, opacity in steps] == [0.62, 0.36, 0.15] * 2


def test_a_soft_edge_after_pale_is_fainter(foot):
    assert [opacity for *_, opacity in foot("about").bars] == [
        PALE, 1, 0.22, 0.13, 0.06, 0.22, 0.13, 0.06,
    ]  # fmt: skip


def test_what_goes_on_ends_at_the_window_with_an_arrow(foot):
    assert (foot("goes-on").left, foot("goes-on").right) == ("", "arrow")
    assert foot("goes-on").bars[-1] == (px(1901, 10, 1), WIDTH, 1.0)


def test_a_bar_that_leaves_the_window_has_arrows_and_its_mark_beside_them(foot):
    long = foot("long")
    assert (long.left, long.right, long.low, long.high) == ("arrow", "arrow", 0, WIDTH)
    assert long.mark == ARROW + MARK / 2


def test_an_unknown_end_has_a_pale_stub_and_a_question(foot):
    unknown = foot("end-unknown")
    assert (unknown.right, unknown.bars) == ("unknown", ((unknown.mark, unknown.mark + 20, PALE),))


def test_a_question_at_the_edge_stays_inside(row, as_table):
    late = row("late", day_of(1902, 12, 30), None, unknown_end=True, is_interval=True)
    (extent,) = extents(as_table([late]))
    assert footing(extent, AXIS).high <= WIDTH


def test_a_mark_at_the_edge_is_drawn_whole(row, as_table):
    (extent,) = extents(as_table([row("first", day_of(1900))]))
    assert footing(extent, AXIS).low >= 0


def test_the_open_event_has_room_for_its_ring(foot):
    closed, opened = foot("day"), foot("day", is_open=True)
    assert opened.high - closed.high == 4.5


def test_the_room_of_an_event_holds_its_mark_and_all_its_bars(ys):
    for extent in extents(ys):
        if is_shown(extent, AXIS):
            made = footing(extent, AXIS)
            edges = [edge for low, high, _ in made.bars for edge in (low, high)]
            assert made.low <= min([made.mark - MARK / 2, *edges])
            assert made.high >= max([made.mark + MARK / 2, *edges])


def test_an_event_is_shown_if_any_possible_day_lies_in_the_window(row, as_table):
    rows = [
        row("before", day_of(1899, 12, 31)),
        row("first", day_of(1900)),
        row("last", day_of(1902, 12, 31)),
        row("after", day_of(1903)),
        row("half", day_of(1899, 12), day_of(1900, 1, 1)),
    ]
    shown = [extent.id for extent in extents(as_table(rows)) if is_shown(extent, AXIS)]
    assert shown == ["first", "last", "half"]
