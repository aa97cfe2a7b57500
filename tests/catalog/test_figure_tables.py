"""Things counted as rows that the filters of events take."""

from __future__ import annotations

import pytest

from components.catalog.catalog import load
from components.catalog.selection import Selection
from components.catalog.selection.index import COLUMNS, Index
from components.catalog.tables.figures import FIGURE_COLUMNS, figures_table


@pytest.fixture(scope="module")
def table(ys):
    return figures_table(ys)


def test_it_has_the_declared_columns_and_those_that_filters_look_into(table):
    assert [table.index.name, *table.columns] == list(FIGURE_COLUMNS)
    assert set(COLUMNS.values()) <= set(table.columns)


def test_a_row_says_who_counted_what_and_which_events_show_it(table):
    row = table.loc["council-seats"]
    assert row["tendencies"] == (
        "harbour-syndicalist", "syndicalist", "dock-crews", "crews", "old-guard",
    )  # fmt: skip
    assert (row["by"], row["events"]) == (("J. Morel",), ("council-of-delegates",))
    assert (row["country"], row["kind"], row["roles"]) == (("armor",), "seats", ())


def test_its_time_is_that_of_all_estimates(table):
    assert table.at["bread-price", "date"] == "1900-04-01/1900-09-30"
    in_may = Selection(window=(-25447, -25447)).apply(Index(table))  # 1 May 1900
    assert list(in_may.index) == ["workshops-seized", "strikers", "quay-union-members",
                                  "bread-price", "ships-mended"]  # fmt: skip


def test_open_time_reaches_to_the_end(ys_folder):
    file = ys_folder / "ys" / "indicators.yaml"
    text = file.read_text("utf-8").replace(
        "date: 1900-05-01, by: Gazette", "date: 1900/.., by: Gazette"
    )
    file.write_text(text, "utf-8")
    table = figures_table(load(ys_folder))
    assert table.at["strikers", "date"] == "1900-01-01/.."
    late = Selection(window=(0, None)).apply(Index(table))
    assert list(late.index) == ["strikers"]


def test_words_of_estimates_and_of_their_sources_are_found(table):
    def found(text: str) -> list[str]:
        return list(Selection(text=text).apply(Index(table)).index)

    assert found("suburbs") == ["workshops-seized"]
    assert found("gazette") == ["strikers"]
    assert found("Drowned Trevena") == []
    assert found("Seven Yards and One League") == ["yards-under-crews"]


def test_without_a_country_of_its_own_a_collection_has_those_of_the_events(ys_folder):
    file = ys_folder / "lyonesse" / "collection.yaml"
    file.write_text(file.read_text("utf-8").replace("country: kernow\n", ""), "utf-8")
    assert figures_table(load(ys_folder)).at["yards-under-crews", "country"] == ("kernow",)


def test_an_empty_folder_gives_an_empty_table(tmp_path):
    table = figures_table(load(tmp_path))
    assert len(table) == 0
    assert [table.index.name, *table.columns] == list(FIGURE_COLUMNS)
