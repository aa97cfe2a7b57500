from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pandas as pd
import pytest

from components.catalog import tables
from components.catalog.dates import parse
from components.catalog.event_tables import extent
from components.catalog.events_csv import formula_safe
from components.catalog.lineage import lineage, slots
from components.catalog.models import Tendency, Vocabulary
from components.catalog.tables import (
    agents_table,
    estimates_table,
    events_csv,
    events_table,
    indicators_table,
    roles_table,
    sources_table,
    uses_of,
)

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
        "harbour-strike", "bread-shop-opened", "council-of-yards", "grain-store-seized",
        "council-of-delegates", "pilots-join", "tram-depot-taken", "dry-dock-run-by-crews",
        "morel-speaks", "prefects-decree", "yards-closed", "morels-book", "night-raid",
        "committee-papers-scattered", "strike-ends", "amnesty", "exiles-in-kernow",
    ] or list(events_table(ys).index) == sorted(
        ys.events, key=lambda id: (*extent(ys.events[id].date), id)
    )  # fmt: skip


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


def test_a_source_has_its_entry_and_what_rests_on_it(ys):
    row = row_of(sources_table(ys), "trevena-1985")
    assert row.pop("search").startswith(" trevena rosa")
    assert row == {
        "type": "chapter", "authors": "Trevena, Rosa", "year": "1985",
        "title": "Seven Yards and One League", "language": "en", "seen": "part",
        "chicago": "Trevena, Rosa. “Seven Yards and One League.” In Drowned Towns, edited by Pol Ruz "
        "and Society for Drowned Towns, 44–71. Lyonesse: Sea Press, 1985.",
        "chicago_markdown": "Trevena, Rosa. “Seven Yards and One League.” In *Drowned Towns*, edited "
        "by Pol Ruz and Society for Drowned Towns, 44–71. Lyonesse\\: Sea Press, 1985.",
        "url": "", "events": 6, "estimates": 1, "claims": 0, "used_by": 8,
        "collections": ("ys", "lyonesse"), "note": "",
    }  # fmt: skip


def test_sources_stand_in_the_order_of_a_bibliography(ys):
    assert list(sources_table(ys).index) == [
        "ys-web", "le-goff-1978", "gazette-1900", "kermarec-1902", "port-archive", "morel-1901",
        "trevena-1985",
    ]  # fmt: skip


def test_a_doi_is_the_address_of_a_source(ys):
    assert sources_table(ys).loc["le-goff-1978", "url"] == "https://doi.org/10.1000/ys.12.3"


def test_everything_that_rests_on_a_source_is_listed(ys):
    table = uses_of(ys, "gazette-1900")
    columns = ["kind", "id", "within", "part", "locator", "standing", "via", "is_via"]
    assert table[columns].to_numpy().tolist() == [
        ["event", "grain-store-seized", "", "", "p. 2", "cited", "le-goff-1978", False],
        ["estimate", "strikers", "", "Gazette of Ys", "p. 2", "cited", "le-goff-1978", False],
        ["claim", "K-1", "kermarec-review", "", "p. 2", "cited", "le-goff-1978", False],
    ]


def test_a_text_in_which_another_was_met_is_used_as_well(ys):
    table = uses_of(ys, "le-goff-1978")
    claim = table[table["kind"] == "claim"]
    assert claim[["id", "locator", "is_via"]].to_numpy().tolist() == [["K-1", "p. 2", True]]


def test_readings_disputes_people_and_reviews_use_sources_too(ys):
    assert set(uses_of(ys, "morel-1901")["kind"]) == {
        "event", "dispute", "estimate", "claim", "person",
    }  # fmt: skip
    table = uses_of(ys, "kermarec-1902")
    assert table.loc[table["kind"] == "review", "id"].tolist() == ["kermarec-review"]
    readings = table[table["part"] == "Y. Kermarec"]
    assert readings["id"].tolist() == ["council-of-delegates", "workshops-seized"]


def test_nothing_rests_on_an_unknown_source(ys):
    assert uses_of(ys, "nobody").empty


def test_competing_estimates_keep_range_bound_and_reason(ys):
    table = estimates_table(ys, "workshops-seized")
    columns = ["value", "low", "high", "bound", "label", "scope", "preferred", "note"]
    assert table[columns].astype(object).where(table[columns].notna(), None).to_numpy().tolist() == [
        [82.0, None, None, "", "J. Morel", "", "She had the register.", ""],
        [104.0, None, None, "over", "A. Le Goff", "with the suburbs", "", ""],
        [None, 60.0, 70.0, "about", "Y. Kermarec", "", "", "From memory."],
    ]
    assert table["citation"].tolist() == [
        "Morel, The Quay Is Ours, 73",
        "Le Goff, “Bread and Delegates in a Harbour Town,” 208",
        "Kermarec, What the Clerk Saw, 4",
    ]


def test_a_share_keeps_the_two_numbers_it_was_made_of(ys):
    row = estimates_table(ys, "yards-under-crews").iloc[0]
    assert row[["value", "count", "total"]].tolist() == [71.4, 30.0, 42.0]


def test_an_estimate_of_a_tendency_has_its_colour(ys):
    table = estimates_table(ys, "council-seats")
    assert table[["tendency", "slot", "label"]].to_numpy().tolist() == [
        ["harbour-syndicalist", "rust", "Harbour syndicalists"],
        ["dock-crews", "green", "Dock crews"],
        ["old-guard", "purple", "Old guard"],
    ]


def test_an_unknown_indicator_is_a_key_error(ys):
    with pytest.raises(KeyError):
        estimates_table(ys, "nothing-counted")


def test_an_indicator_says_what_was_looked_for_and_not_found(ys):
    row = row_of(indicators_table(ys), "workshops-seized")
    row.pop("search")
    assert row == {
        "title": "Workshops seized", "finding": "Three witnesses count from 60 to 104 workshops",
        "form": "estimates", "unit": "workshops", "collection": "ys", "country": "armor",
        "definition": "A place of work that ran for at least a week without its owner.",
        "scope": "Town of Ys, May and June 1900.", "themes": ("takeover",), "estimates": 3,
        "standing": "read", "breaks": "", "note": "Nobody counted workshops without a name.",
        "missing": (("lyonesse", "Only yards were counted."),),
    }  # fmt: skip


def test_an_agent_has_dates_colour_and_events(ys):
    row = row_of(agents_table(ys), "penrose")
    assert row.pop("search").startswith(" alice penrose")
    assert row == {
        "kind": "person", "label": "Alice Penrose", "original": "Alys Pennros", "lang": "kw",
        "aliases": ("Алиса Пенроуз", "A. Penrose"), "dates": "1858?/1920",
        "date_words": row["date_words"], "tendencies": ("dock-crews", "old-guard"),
        "slot": "green", "events": ("yards-taken", "sailmakers-strike"),
        "note": "Sailmaker, delegate of the Lyonesse yards.", "wikidata": "",
    }  # fmt: skip


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


def test_what_the_module_offers_is_what_it_names():
    assert {name for name in tables.__all__ if not callable(getattr(tables, name))} == set()


# Tendencies ------------------------------------------------------------------------------------


def tendencies(**broader: str | None) -> Vocabulary:
    terms = tuple(
        Tendency(id=id, label=id, definition=id, broader=above, slot=None if above else "blue")
        for id, above in broader.items()
    )
    return NOTHING.model_copy(update={"tendencies": terms})


def test_a_line_goes_from_the_narrowest_to_the_broadest():
    words = tendencies(a=None, b="a", c="b")
    assert lineage(words) == {"a": ("a",), "b": ("b", "a"), "c": ("c", "b", "a")}
    assert slots(words) == {"a": "blue", "b": "blue", "c": "blue"}


def test_a_circle_of_tendencies_ends():
    assert lineage(tendencies(a="b", b="a")) == {"a": ("a", "b"), "b": ("b", "a")}
    assert slots(tendencies(a="b", b="a")) == {"a": "stone", "b": "stone"}


# CSV -------------------------------------------------------------------------------------------


def test_a_readers_csv_is_plain_words(ys):
    rows = list(csv.DictReader(io.StringIO(events_csv(events_table(ys), ys), newline="")))
    assert len(rows) == len(ys.events)
    assert rows[7] == {
        "id": "grain-store-seized", "date": "1900-05-14", "date in words": "14 May 1900",
        "old style": "", "earliest": "1900-05-14", "latest": "1900-05-14",
        "title": "Seizure of the grain store", "country": "Armor", "place": "Great Quay",
        "tendencies": "Dock crews (acted); Municipal socialists (proposed); Owners (suppressed)",
        "themes": "Taking over the work; Bread", "standing": "cited",
        "summary": "Crews opened the store and weighed the grain before witnesses. Nothing was sold "
        "for a week.", "sources": "Gazette of Ys, “Grain Store,” 2",
    }  # fmt: skip


def test_a_csv_holds_the_rows_it_is_given_in_their_order(ys):
    table = events_table(ys).loc[["night-raid", "amnesty"]]
    assert [line.split(",")[0] for line in events_csv(table, ys).split("\r\n")] == [
        "id", "night-raid", "amnesty", "",
    ]  # fmt: skip


def test_an_open_end_is_an_empty_cell(ys):
    text = events_csv(events_table(ys).loc[["exiles-in-kernow"]], ys)
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["earliest"], row["latest"]) == ("1901-03-01", "")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-0043", "@SUM(A1)", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell):
    assert formula_safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1900-05-14", "a=b", "'quoted'"])
def test_other_cells_are_left_alone(cell):
    assert formula_safe(cell) == cell


def test_every_cell_of_the_csv_is_safe(ys):
    event = ys.events["amnesty"].model_copy(update={"title": "=HYPERLINK(1)"})
    changed = replace(ys, events={"amnesty": event})
    assert ",'=HYPERLINK(1)," in events_csv(events_table(changed), changed)
