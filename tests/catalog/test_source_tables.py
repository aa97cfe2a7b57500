"""Tables of sources, of what rests on them, of people and of things counted."""

from __future__ import annotations

import pandas as pd
import pytest

from components.catalog.tables import (
    agents_table,
    estimates_table,
    indicators_table,
    sources_table,
    uses_of,
)


def row_of(table: pd.DataFrame, id: str) -> dict:
    return {name: None if value is pd.NA else value for name, value in table.loc[id].items()}


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
        "ys-web", "gazette-1900", "kermarec-1902", "le-goff-1978", "port-archive", "morel-1901",
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
    assert table[columns].astype(object).where(
        table[columns].notna(), None
    ).to_numpy().tolist() == [
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
