"""What of a date may be drawn."""

from __future__ import annotations

import math

import pytest

from components.charts.civil import day_of
from components.charts.extents import extents

MAY = (day_of(1900, 5), day_of(1900, 6) - 1)


@pytest.fixture
def by_id(ys):
    return {extent.id: extent for extent in extents(ys)}


@pytest.mark.parametrize(
    ("id_", "style"),
    [
        ("day", "solid"),
        ("month", "hollow"),
        ("year", "hollow"),
        ("set", "hollow"),
        ("days", "solid"),
        ("months", "solid"),
        ("about", "solid"),
        ("about-day", "solid"),
        ("doubtful", "doubtful"),
        ("doubtful-month", "doubtful"),
        ("goes-on", "solid"),
        ("end-unknown", "solid"),
        ("start-unknown", "solid"),
        ("far-ahead", "hollow"),
    ],
)
def test_a_mark_is_solid_only_where_a_day_is_known(by_id, id_, style):
    assert by_id[id_].style == style


def test_a_known_day_lasts_a_day_and_is_marked_at_noon(by_id):
    day = day_of(1900, 3, 8)
    assert (by_id["day"].low, by_id["day"].high, by_id["day"].mark) == (day, day + 1, day + 0.5)


def test_a_month_is_marked_in_its_middle(by_id):
    assert by_id["month"].mark == (MAY[0] + MAY[1] + 1) / 2


def test_an_interval_is_marked_where_it_has_certainly_begun(by_id):
    assert by_id["months"].mark == day_of(1900, 11, 30) + 0.5
    assert by_id["months"].core == (day_of(1900, 11, 30), day_of(1901, 3, 1) + 1)


def test_what_goes_on_has_no_end(by_id):
    assert by_id["goes-on"].core == (day_of(1901, 10, 1), math.inf)
    assert by_id["goes-on"].end == math.inf


def test_what_had_always_been_has_no_beginning_and_is_marked_where_it_ends(by_id):
    assert by_id["came-from-before"].first == -math.inf
    assert by_id["came-from-before"].mark == day_of(1900, 4, 1) + 0.5


def test_an_unknown_end_claims_no_length(by_id):
    extent = by_id["end-unknown"]
    assert (extent.low, extent.high, extent.core) == (day_of(1901, 2, 2), day_of(1901, 2, 3), None)


def test_an_interval_without_a_certain_day_is_hollow(row, as_table):
    (extent,) = extents(as_table([row("both", *MAY, is_interval=True, precision="interval")]))
    assert (extent.style, extent.core) == ("hollow", None)


def test_an_event_without_any_dated_end_is_kept(row, as_table):
    nowhere = row("always", None, None, is_interval=True, open_start=True, open_end=True)
    nowhere |= {"core_start": None, "core_end": None, "earliest": None, "latest": None}
    (extent,) = extents(as_table([nowhere]))
    assert (extent.first, extent.end, extent.mark) == (-math.inf, math.inf, None)


def test_a_row_without_a_label_has_its_title(row, as_table):
    (extent,) = extents(as_table([row("a", 0, title="Harbour strike") | {"label": ""}]))
    assert extent.label == "Harbour strike"


def test_hover_says_title_and_date_literally(row, as_table):
    (extent,) = extents(as_table([row("a", 0, title="<b>Quay</b> & $x$", date_words="1 < 2")]))
    assert extent.hover == "<b>&lt;b&gt;Quay&lt;/b&gt; &amp; &#36;x&#36;</b><br>1 &lt; 2"
