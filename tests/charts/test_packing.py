"""Labels in rows."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.charts.measure import text_px
from components.charts.timeline.packing import Place, Rows, bare, label_places
from components.charts.tokens import LABEL, NEIGHBOUR_GAP


def test_a_label_stands_right_of_its_mark_or_left_of_it():
    size = text_px("Harbour strike", LABEL) + 1
    assert label_places("Harbour strike", (200, 212), 600) == [
        Place(((0, 200, 216 + size),), "Harbour strike", "right", 216),
        Place(((0, 196 - size, 212),), "Harbour strike", "left", 196),
    ]


def test_at_the_right_edge_only_left_is_left():
    assert [place.side for place in label_places("Harbour strike", (560, 572), 600)] == ["left"]


def test_a_bar_over_the_whole_width_has_its_label_above():
    (place,) = label_places("Harbour strike", (0, 600), 600)
    assert (place.side, [row for row, *_ in place.intervals]) == ("above", [0, 1])


def test_without_room_on_either_side_a_label_is_cut_at_a_word():
    (place,) = label_places("The committee of supply and the bakers", (60, 72), 220)
    assert (place.text, place.side) == ("The committee of…", "right")


def test_where_no_word_fits_the_mark_stands_alone():
    assert label_places("Harbour strike", (20, 32), 60) == [bare((20, 32))]


def test_the_first_row_with_room_is_taken():
    rows = Rows()
    put = [rows.put([bare(span)], 9) for span in ((0, 50), (40, 90), (60, 70), (100, 120))]
    assert [row for row, _ in put] == [0, 1, 0, 0]


def test_the_other_side_is_tried_before_the_next_row():
    rows = Rows()
    rows.put([bare((300, 600))], 9)
    right, left = Place(((0, 250, 400),), "a", "right"), Place(((0, 100, 262),), "a", "left")
    assert rows.put([right, left], 9) == (0, left)


def test_full_rows_take_nothing():
    rows = Rows()
    rows.put([bare((0, 50))], 1)
    assert rows.put([bare((0, 50))], 1) is None


def test_a_place_of_two_rows_needs_both_within_the_limit():
    above = Place(((0, 0, 50), (1, 0, 90)), "a", "above")
    assert Rows().put([above], 1) is None
    assert Rows().put([above], 2) == (0, above)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), max_size=80))
def test_intervals_of_a_row_stay_apart(spans):
    rows, kept = Rows(), {}
    for low, size in spans:
        row, _ = rows.put([bare((low, low + size))], 100)
        kept.setdefault(row, []).append((low, low + size))
    for intervals in kept.values():
        intervals.sort()
        for (_, end), (start, _) in pairwise(intervals):
            assert start - end >= NEIGHBOUR_GAP
