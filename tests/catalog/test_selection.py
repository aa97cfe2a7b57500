"""A selection as a value, and which events it keeps."""

from __future__ import annotations

import pytest

from components.catalog.dates.calendars import days_from_civil
from components.catalog.selection import GROUPS, Index, Selection, facet_counts
from components.catalog.selection.index import COLUMNS
from components.catalog.tables import events_table


@pytest.fixture(scope="module")
def events(ys):
    return events_table(ys)


@pytest.fixture(scope="module")
def index(events):
    return Index(events)


# The value -------------------------------------------------------------------------------------


def test_equal_choices_are_one_value():
    one = Selection(themes=("ideas", "bread", "ideas"), text="  grain \n store ", window=(9, 3))
    assert one == Selection(themes=("bread", "ideas"), text="grain store", window=(3, 9))
    assert len({one, Selection(themes=["bread", "ideas"], text="grain store", window=(3, 9))}) == 1


def test_a_lane_has_one_zoom_the_last():
    chosen = Selection(zooms=(("ys", 5, 9), ("crews", 1, 2), ("ys", 4, 3)))
    assert chosen.zooms == (("crews", 1, 2), ("ys", 3, 4))


def test_text_is_cut_at_two_hundred_characters():
    assert Selection(text="x" * 300).text == "x" * 200


def test_a_window_without_ends_is_no_window():
    assert Selection(window=(None, None)) == Selection()
    assert Selection(window=(None, 5)).window == (None, 5)


def test_toggling_twice_changes_nothing():
    once = Selection().toggle("themes", "bread")
    assert once == Selection(themes=("bread",))
    assert once.toggle("themes", "bread") == Selection()


def test_chips_name_every_filter_and_taking_all_away_leaves_the_view():
    chosen = Selection(
        themes=("ideas", "bread"), roles=("acted",), text="quay", window=(1, 2), view="list"
    )
    assert chosen.chips == (
        ("roles", "acted"), ("themes", "bread"), ("themes", "ideas"), ("text", "quay"),
        ("window", (1, 2)),
    )  # fmt: skip
    for group, value in chosen.chips:
        chosen = chosen.without_value(group, value)
    assert chosen == Selection(view="list")
    assert chosen.chips == ()


def test_only_the_usual_selection_is_default():
    assert Selection().is_default
    assert not Selection(view="list").is_default
    assert Selection(view="list").with_(view="auto").is_default


# Filters ---------------------------------------------------------------------------------------


def ids(table) -> set[str]:
    return set(table.index)


def test_nothing_chosen_keeps_everything_in_its_order(events):
    assert list(Selection().apply(events).index) == list(events.index)


def test_values_of_one_group_widen_and_groups_narrow(events):
    bread = Selection(themes=("bread",)).apply(events)
    assert ids(bread) == {"bread-shop-opened", "grain-store-seized", "sailmakers-strike"}
    both = Selection(themes=("bread", "ideas")).apply(events)
    assert ids(both) > ids(bread)
    in_ys = Selection(themes=("bread",), collections=("ys",)).apply(events)
    assert ids(in_ys) == {"bread-shop-opened", "grain-store-seized"}


def test_a_broad_tendency_keeps_the_events_of_its_parts(events):
    narrow = ids(Selection(tendencies=("harbour-syndicalist",)).apply(events))
    broad = ids(Selection(tendencies=("syndicalist",)).apply(events))
    assert broad - narrow == {"tram-depot-taken", "exiles-in-kernow"}
    assert narrow < broad


def test_a_role_holds_for_the_tendency_that_had_it(events):
    chosen = Selection(tendencies=("owners",), roles=("acted",))
    assert ids(chosen.apply(events)) == {"yards-closed"}
    assert "grain-store-seized" in ids(Selection(tendencies=("owners",)).apply(events))
    assert "grain-store-seized" in ids(Selection(roles=("acted",)).apply(events))


def test_a_role_holds_for_broad_tendencies_as_well(events):
    chosen = Selection(tendencies=("crews",), roles=("suppressed",))
    assert ids(chosen.apply(events)) == {"yards-closed"}


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        ("1901-01-12", "1901-01-12", {"harbour-strike", "night-raid", "dry-dock-run-by-crews",
                                      "morels-book"}),
        ("1901-01-13", "1901-01-13", {"harbour-strike", "dry-dock-run-by-crews", "morels-book"}),
        ("1950-01-01", "1950-12-31", {"exiles-in-kernow"}),
        ("1899-12-31", "1899-12-31", {"song-of-the-quay"}),
        ("1901-02-20", "1901-02-28", {"committee-papers-scattered", "morels-book"}),
        ("1890-01-01", "1889-01-01", {"song-of-the-quay"}),
        ("1800-01-01", "1889-12-31", set()),
        (None, "1899-12-31", {"song-of-the-quay"}),
        ("1902-01-01", None, {"exiles-in-kernow"}),
    ],
)  # fmt: skip
def test_an_event_is_in_the_window_if_it_can_have_been(events, first, last, kept):
    days = tuple(day and days_from_civil(*map(int, day.split("-"))) for day in (first, last))
    assert ids(Selection(window=days).apply(events)) == kept


def test_text_is_searched_in_any_spelling(events):
    assert ids(Selection(text="Tremeur").apply(events)) == {"harbour-strike", "prefects-decree"}


def test_one_filter_can_be_left_out(events):
    chosen = Selection(themes=("bread",), collections=("lyonesse",), text="tokens", window=(0, 1))
    kept = {
        group: len(chosen.with_(**{group: getattr(Selection(), group)}).apply(events))
        for group in ("themes", "collections", "text", "window")
    }
    assert {group: len(chosen.apply(events, without=group)) for group in kept} == kept


def test_leaving_out_tendencies_keeps_the_role(events):
    chosen = Selection(tendencies=("owners",), roles=("acted",))
    for left, group in (("roles", "tendencies"), ("tendencies", "roles")):
        alone = Selection(**{left: getattr(chosen, left)})
        assert ids(chosen.apply(events, without=group)) == ids(alone.apply(events))


def test_an_index_and_its_table_give_the_same(events, index):
    chosen = Selection(tendencies=("crews",), roles=("acted",), text="strike")
    assert chosen.apply(index).equals(chosen.apply(events))
    assert chosen.mask(index).sum() == len(chosen.apply(events))


def test_an_empty_table_stays_empty(events):
    chosen = Selection(tendencies=("crews",), roles=("acted",), text="strike", window=(0, 1))
    assert chosen.apply(events.head(0)).equals(events.head(0))
    assert facet_counts(events.head(0), chosen) == {group: {} for group in GROUPS}


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(tendencies=("crews",)),
        Selection(tendencies=("crews",), roles=("opposed", "suppressed")),
        Selection(roles=("supported",), themes=("coordination",)),
        Selection(text="crews", standings=("read",), window=(-25500, -25300)),
    ],
)
def test_a_count_is_what_choosing_that_value_alone_would_keep(chosen, events, index):
    counts = facet_counts(index, chosen)
    assert counts == {
        group: {
            value: len(chosen.with_(**{group: (value,)}).apply(events)) for value in counts[group]
        }
        for group in GROUPS
    }


def test_every_value_of_the_table_is_counted_even_where_nothing_is_left(events):
    counts = facet_counts(events, Selection(text="no such word"))
    assert set(counts) == set(COLUMNS)
    assert counts["collections"] == {"lyonesse": 0, "ys": 0}
    assert counts["standings"] == {"cited": 0, "read": 0, "unchecked": 0}
    assert counts["roles"] == dict.fromkeys(
        ("acted", "opposed", "proposed", "supported", "suppressed"), 0
    )


def test_counts_of_everything(events):
    counts = facet_counts(events, Selection())
    assert counts["collections"] == {"lyonesse": 5, "ys": 16}
    assert counts["themes"] == {
        "bread": 3, "coordination": 7, "ideas": 4, "repression": 5, "takeover": 7,
    }  # fmt: skip
