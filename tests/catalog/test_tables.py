from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from components.catalog.dates import parse
from components.catalog.models import Vocabulary
from components.catalog.tables import (
    agents_table,
    estimates_table,
    events_table,
    indicators_table,
    roles_table,
    sources_table,
    uses_of,
)
from components.catalog.tables.events import extent

NOTHING = Vocabulary(countries=(), tendencies=(), themes=(), kinds=())


@pytest.fixture(scope="module")
def empty(ys):
    """The catalogue of Ys without a single record."""
    kinds = ("collections", "events", "people", "organisations", "places", "sources", "disputes",
             "indicators", "comparisons", "reviews", "collection_of")  # fmt: skip
    return replace(ys, vocabulary=NOTHING, **{kind: {} for kind in kinds})


def row_of(table: pd.DataFrame, id: str) -> dict:
    return {name: None if value is pd.NA else value for name, value in table.loc[id].items()}


def test_a_row_says_all_of_an_event(ys):
    row = row_of(events_table(ys), "grain-store-seized")
    search = row.pop("search")
    assert row == {
        "title": "Seizure of the grain store", "label": "Seizure of the grain store",
        "collection": "ys", "country": "armor", "place": "ys-quay", "place_label": "Great Quay",
        "kind": "takeover", "importance": 1, "date": "1900-05-14", "date_words": "14 May 1900",
        "old_style": "", "earliest": -25434, "latest": -25434, "core_start": -25434,
        "core_end": -25434, "approximate": False, "uncertain": False, "soft_start": False,
        "soft_end": False, "is_interval": False, "open_start": False, "open_end": False,
        "unknown_start": False, "unknown_end": False, "precision": "day",
        "tendencies": ("dock-crews", "crews", "municipal-socialist", "owners"),
        "roles": ("dock-crews:acted", "crews:acted", "municipal-socialist:proposed",
                  "owners:suppressed"),
        "slot": "green", "main_tendency": "crews", "themes": ("takeover", "bread"),
        "standing": "cited",
        "summary": "Crews opened the store and weighed the grain before witnesses. Nothing was sold "
        "for a week.",
    }  # fmt: skip
    assert set(search.split()) >= {"grain", "weighed", "kermarec", "committee", "quay", "1900"}


def test_an_event_of_the_other_calendar_says_both_dates(ys):
    row = events_table(ys).loc["yards-taken"]
    assert (row["old_style"], row["date_words"]) == (
        "1900-02-29",
        "13 March 1900 (29 February Old Style)",
    )


def test_a_short_title_is_the_label(ys):
    assert events_table(ys).loc["harbour-strike", "label"] == "Harbour strike"


def test_the_country_is_the_events_own_or_its_places(ys):
    table = events_table(ys)
    assert table.loc["exiles-in-kernow", ["place", "country"]].tolist() == ["lyonesse", "armor"]
    assert table.loc["yards-closed", "country"] == "kernow"


def test_the_best_standing_counts(ys):
    table = events_table(ys)
    assert {ys.events["harbour-strike"].sources[i].standing for i in (0, 1)} == {"read", "cited"}
    assert table.loc["harbour-strike", "standing"] == "read"
    assert table.loc["song-of-the-quay", "standing"] == "unchecked"


def test_open_and_unknown_ends_have_no_day(ys):
    table = events_table(ys)
    columns = ["latest", "open_end", "unknown_end"]
    assert table.loc["exiles-in-kernow", columns].tolist() == [pd.NA, True, False]
    assert table.loc["committee-papers-scattered", columns].tolist() == [pd.NA, False, True]


def test_a_month_has_no_certain_day_and_an_interval_has_its_inside(ys):
    core = events_table(ys)[["core_start", "core_end"]]
    assert core.loc["harbour-union-founded"].isna().all()
    assert core.loc["council-of-delegates"].tolist() == [
        parse("1900-06-30").latest,
        parse("1900-09-01").earliest,
    ]


def test_events_are_in_the_order_of_their_days(ys):
    assert list(events_table(ys).index) == [
        "song-of-the-quay", "harbour-union-founded", "yards-taken", "sailmakers-strike",
        "bread-shop-opened", "council-of-yards", "harbour-strike", "grain-store-seized",
        "council-of-delegates", "pilots-join", "tram-depot-taken",
        "dry-dock-run-by-crews", "morel-speaks", "prefects-decree", "yards-closed",
        "morels-book", "night-raid", "committee-papers-scattered", "strike-ends",
        "amnesty", "exiles-in-kernow",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("1900-05", "1900-05-01", "1900-05-31"),
        ("../1900", None, "1900-12-31"),
        ("1900/..", "1900-01-01", None),
        ("/1900", "1900-01-01", "1900-12-31"),
        ("1900-05/", "1900-05-01", "1900-05-31"),
    ],
)
def test_an_open_end_has_no_limit_and_an_unknown_one_is_the_known(date, first, last):
    days = tuple(parse(day).earliest if day else None for day in (first, last))
    endless = (float("-inf"), float("inf"))
    assert extent(parse(date)) == tuple(
        day if day is not None else end for day, end in zip(days, endless, strict=True)
    )


def test_a_role_has_its_tendency_colour_actors_and_note(ys):
    table = roles_table(ys)
    rows = table[table["event"] == "grain-store-seized"]
    assert list(rows["position"]) == [0, 1, 2]
    assert rows.iloc[0].to_dict() == {
        "event": "grain-store-seized", "position": 0, "title": "Seizure of the grain store",
        "date_words": "14 May 1900", "earliest": -25434, "latest": -25434, "collection": "ys",
        "country": "armor", "tendency": "dock-crews", "tendency_label": "Dock crews",
        "tendencies": ("dock-crews", "crews"), "slot": "green", "role": "acted",
        "actors": ("strike-committee",), "actor_labels": ("Strike committee",),
        "note": "with the keys of the clerk",
    }  # fmt: skip
    assert list(rows["role"]) == ["acted", "proposed", "suppressed"]


def test_every_role_of_every_event_has_its_row(ys):
    assert len(roles_table(ys)) == sum(len(event.roles) for event in ys.events.values())


TABLES = [events_table, roles_table, sources_table, indicators_table, agents_table]


@pytest.mark.parametrize("make", TABLES)
def test_an_empty_catalog_gives_an_empty_table_with_the_same_columns_and_dtypes(make, ys, empty):
    table = make(empty)
    assert len(table) == 0
    pd.testing.assert_series_equal(table.dtypes, make(ys).dtypes)
    assert table.index.name == make(ys).index.name
    assert table.index.dtype == make(ys).index.dtype


def test_no_uses_are_a_table_with_the_same_columns_and_dtypes(ys):
    nothing, something = uses_of(ys, "nobody"), uses_of(ys, "morel-1901")
    pd.testing.assert_series_equal(nothing.dtypes, something.dtypes)


@pytest.mark.parametrize("make", [*TABLES, uses_of, estimates_table])
def test_a_docstring_names_every_column(make, ys):
    argument = {uses_of: ["morel-1901"], estimates_table: ["strikers"]}.get(make, [])
    table = make(ys, *argument)
    named = set(re.findall(r"\w+", make.__doc__))
    assert [column for column in table.columns if column not in named] == []
