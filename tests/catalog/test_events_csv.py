"""The readers' CSV: plain words, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from components.catalog.formats.events_csv import formula_safe
from components.catalog.tables import events_csv, events_table


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
        "licence": "CC0-1.0", "version": "1",
        "how to cite": "Ys and Lyonesse, an invented catalogue, version 1.",
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
