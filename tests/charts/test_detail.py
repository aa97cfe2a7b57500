"""How much is drawn."""

from __future__ import annotations

import numpy as np
import pytest

from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.extents import extents
from components.charts.folds import Stretch
from components.charts.timeline.days import Days, days_of
from components.charts.timeline.detail import (
    MAX_ROWS,
    MAX_ROWS_DENSE,
    Detail,
    density,
    detail_of,
    most_important,
    shown,
)

AXIS = make_axis((day_of(1900), day_of(1903) - 1), 900)


def _density(table):
    return density(days_of(table), np.arange(len(table)), AXIS)


def _importances(table, top):
    chosen = most_important(days_of(table), np.arange(len(table)), AXIS, top=top)
    return table["importance"].iloc[chosen].tolist()


@pytest.mark.parametrize(
    ("count", "detail"),
    [
        (0, Detail(3, False, MAX_ROWS, False)),
        (39, Detail(3, False, MAX_ROWS, False)),
        (40, Detail(2, False, MAX_ROWS, False)),
        (150, Detail(2, False, MAX_ROWS, False)),
        (151, Detail(3, True, MAX_ROWS_DENSE, False)),
        (1500, Detail(3, True, MAX_ROWS_DENSE, False)),
        (1501, Detail(3, True, MAX_ROWS_DENSE, True)),
    ],
)
def test_the_number_of_events_decides_what_is_drawn(count, detail):
    assert detail_of(count) == detail


@pytest.mark.parametrize(("count", "labelled"), [(10, 3), (11, 2), (20, 2), (21, 1), (500, 1)])
def test_a_phone_labels_less(count, labelled):
    assert detail_of(count, phone=True).labelled == labelled


def test_many_plots_say_less_each():
    assert detail_of(30, plots=3).labelled == 3
    assert detail_of(30, plots=7).labelled == 2


def test_several_plots_share_the_number_of_marks_that_can_be_drawn():
    assert not detail_of(500, plots=3).is_density
    assert detail_of(501, plots=3).is_density


def test_the_most_important_come_first(row, as_table):
    rows = [row(f"e{n}", day_of(1900) + 30 * n, importance=3 - n % 3) for n in range(12)]
    assert _importances(as_table(rows), top=4) == [1, 1, 1, 1]


def test_of_equally_important_ones_those_spread_over_the_window_are_drawn(row, as_table):
    crowd = [row(f"crowd-{n}", day_of(1900, 1, 2) + n, importance=1) for n in range(20)]
    alone = [row("alone", day_of(1902, 6), importance=1)]
    table = as_table(crowd + alone)
    chosen = most_important(days_of(table), np.arange(len(table)), AXIS, top=4)
    assert "alone" in table.index[chosen]


def test_density_counts_every_event_once(row, as_table):
    rows = [row(f"e{n}", day_of(1900, 1, 5) + n, day_of(1900, 2, 5) + n) for n in range(400)]
    edges, counts = _density(as_table(rows))
    assert counts.sum() == pytest.approx(400)
    assert len(edges) == len(counts) + 1


def test_an_imprecise_event_is_spread_over_its_days(row, as_table):
    rows = [row("year", day_of(1901), day_of(1902) - 1, precision="year")]
    edges, counts = _density(as_table(rows))
    inside = (edges[:-1] >= AXIS.px(day_of(1901))) & (edges[1:] <= AXIS.px(day_of(1902)))
    assert np.ptp(counts[inside]) == pytest.approx(0)
    assert counts[edges[1:] < AXIS.px(day_of(1901))].sum() == 0


def test_half_of_an_event_that_lies_half_outside_is_counted(row, as_table):
    rows = [row("half", day_of(1899, 12, 2), day_of(1900, 1, 30))]
    _, counts = _density(as_table(rows))
    assert counts.sum() == pytest.approx(0.5)


def test_what_goes_on_is_counted_where_it_is_seen(row, as_table):
    rows = [row("on", day_of(1902), None, open_end=True, is_interval=True)]
    edges, counts = _density(as_table(rows))
    assert counts.sum() == pytest.approx(1)
    assert counts[edges[1:] < AXIS.px(day_of(1902))].sum() == 0


def test_arrays_say_of_every_shape_of_date_what_a_single_event_says(ys):
    days = days_of(ys)
    for position, one in enumerate(extents(ys)):
        assert (days.first[position], days.end[position]) == (one.first, one.end), one.id
        mark = None if np.isnan(days.mark[position]) else days.mark[position]
        assert (mark, days.importance[position]) == (one.mark, one.importance), one.id


def test_the_density_is_the_sum_of_every_events_own_share(many_rows, as_table):
    table = as_table(many_rows(400))
    edges, counts = _density(table)
    expected = np.zeros(len(counts))
    for one in extents(table):
        low, high = max(one.first, AXIS.start), min(one.end, AXIS.end)
        if low < high:
            a, b = AXIS.px(low), AXIS.px(high)
            left = np.clip((edges - a) / (b - a), 0, 1) * (high - low) / (one.end - one.first)
            expected += np.diff(left)
    assert counts == pytest.approx(expected, abs=1e-6)


def test_days_with_many_events_each_count_like_single_events():
    random = np.random.default_rng(3)
    first = random.integers(-20, 200, 3000).astype(np.float32)
    end = first + np.where(random.random(3000) < 0.7, 1, random.integers(1, 60, 3000))
    end[:5], first[5:9] = np.inf, -np.inf
    days = Days(first, end.astype(np.float32), first, np.ones(3000, dtype=np.int8))
    axis = make_axis((0, 180), 700.0, [Stretch(60, 120, 2)], [40.0])
    rows = shown(days, np.arange(3000), axis).rows
    edges, counts = density(days, rows, axis)
    expected = np.zeros(len(counts))
    for low, high in zip(first[rows], end[rows], strict=True):
        a, b = axis.px(max(low, axis.start)), axis.px(min(high, axis.end))
        whole = high - low
        inside = min(high, axis.end) - max(low, axis.start)
        share = inside / whole if np.isfinite(whole) else 1.0
        expected += np.diff(np.clip((edges - a) / (b - a), 0, 1)) * share
    assert counts == pytest.approx(expected, abs=1e-3)
    assert counts.sum() > 2000


def test_bins_hold_a_million_events_without_losing_one():
    first = np.arange(1_000_000, dtype=float) % (AXIS.end - AXIS.start) + AXIS.start
    days = Days(first, first + 1, first + 0.5, np.ones(len(first), dtype=np.int8))
    _, counts = density(days, np.arange(len(first)), AXIS)
    assert counts.sum() == pytest.approx(1_000_000)
