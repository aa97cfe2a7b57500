"""How much is drawn."""

from __future__ import annotations

import numpy as np
import pytest

from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.extents import extents
from components.charts.timeline.detail import (
    MAX_ROWS,
    MAX_ROWS_DENSE,
    Detail,
    density,
    detail_of,
    most_important,
)

AXIS = make_axis((day_of(1900), day_of(1903) - 1), 900)


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
    chosen = most_important(extents(as_table(rows)), AXIS, top=4)
    assert [extent.importance for extent in chosen] == [1, 1, 1, 1]


def test_of_equally_important_ones_those_spread_over_the_window_are_drawn(row, as_table):
    crowd = [row(f"crowd-{n}", day_of(1900, 1, 2) + n, importance=1) for n in range(20)]
    alone = [row("alone", day_of(1902, 6), importance=1)]
    chosen = most_important(extents(as_table(crowd + alone)), AXIS, top=4)
    assert "alone" in [extent.id for extent in chosen]


def test_density_counts_every_event_once(row, as_table):
    rows = [row(f"e{n}", day_of(1900, 1, 5) + n, day_of(1900, 2, 5) + n) for n in range(400)]
    edges, counts = density(extents(as_table(rows)), AXIS)
    assert counts.sum() == pytest.approx(400)
    assert len(edges) == len(counts) + 1


def test_an_imprecise_event_is_spread_over_its_days(row, as_table):
    rows = [row("year", day_of(1901), day_of(1902) - 1, precision="year")]
    edges, counts = density(extents(as_table(rows)), AXIS)
    inside = (edges[:-1] >= AXIS.px(day_of(1901))) & (edges[1:] <= AXIS.px(day_of(1902)))
    assert np.ptp(counts[inside]) == pytest.approx(0)
    assert counts[edges[1:] < AXIS.px(day_of(1901))].sum() == 0


def test_half_of_an_event_that_lies_half_outside_is_counted(row, as_table):
    rows = [row("half", day_of(1899, 12, 2), day_of(1900, 1, 30))]
    _, counts = density(extents(as_table(rows)), AXIS)
    assert counts.sum() == pytest.approx(0.5)


def test_what_goes_on_is_counted_where_it_is_seen(row, as_table):
    rows = [row("on", day_of(1902), None, open_end=True, is_interval=True)]
    edges, counts = density(extents(as_table(rows)), AXIS)
    assert counts.sum() == pytest.approx(1)
    assert counts[edges[1:] < AXIS.px(day_of(1902))].sum() == 0
