"""What a reader takes away is what the page shows, and what belongs to it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from components.catalog.catalog import Catalog
from components.catalog.formats.offered import FORMATS
from components.catalog.formats.taken import Taken, taken_events, taken_records


def rows(name: str, taken: Taken) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FORMATS[name].write(*taken.of()))))


def ids(taken: Taken) -> list[str]:
    """Of events or sources that are taken."""
    name = "csv" if taken.kind == "events" else "csl-json"
    if name == "csv":
        return [row["id"] for row in rows("csv", taken)]
    return [item["id"] for item in json.loads(FORMATS[name].write(*taken.of()))]


def test_a_selection_of_events_is_taken_with_its_sources(ys, table):
    events, sources = taken_events(ys, 1, lambda: table.loc[["grain-store-seized"]])
    assert (events.number, ids(events)) == (1, ["grain-store-seized"])
    assert (sources.number, ids(sources)) == (None, ["le-goff-1978", "gazette-1900"])


def test_nothing_is_worked_out_before_it_is_taken(ys, table):
    def never() -> pd.DataFrame:
        raise AssertionError

    assert [one.kind for one in taken_events(ys, 3, never)] == ["events", "sources"]


@pytest.mark.parametrize(
    ("kind", "chosen", "name"),
    [
        ("figures", ["workshops-seized"], "figures-csv"),
        ("people", ["kermarec"], "people-csv"),
        ("tendencies", ["crews"], "tendencies-csv"),
        ("claims", ["kermarec-review/K-1"], "claims-csv"),
    ],
)
def test_records_of_a_page_come_alone_then_their_events_then_all_sources(
    ys: Catalog, table: pd.DataFrame, kind: str, chosen: list[str], name: str
):
    own, events, sources = taken_records(ys, table, kind, chosen)
    assert (own.kind, own.number, list(own.formats)) == (kind, 1, [name])
    key = {"figures": "indicator"}.get(kind, "id")
    assert {row[key] for row in rows(name, own)} == {one.rpartition("/")[2] for one in chosen}
    assert 0 < len(ids(events)) < len(ys.events)
    assert 0 < len(ids(sources)) < len(ys.sources)


def test_of_figures_and_claims_the_sources_are_those_that_they_cite_themselves(ys, table):
    figures = taken_records(ys, table, "figures", ["workshops-seized"])[2]
    claims = taken_records(ys, table, "claims", ["kermarec-review/K-1"])[2]
    assert ids(figures) == sorted_like(ys, {"morel-1901", "le-goff-1978", "kermarec-1902"})
    assert ids(claims) == ["le-goff-1978", "gazette-1900"]  # cited by way of Le Goff


def sorted_like(ys: Catalog, wanted: set[str]) -> list[str]:
    return [id for id in ys.sources if id in wanted]


def test_of_sources_the_events_are_those_that_cite_them(ys, table):
    own, events = taken_records(ys, table, "sources", ["ys-web"])
    assert ids(own) == ["ys-web"]
    cited = [
        id
        for id, event in ys.events.items()
        if "ys-web" in json.dumps(event.model_dump(mode="json"))
    ]
    assert sorted(ids(events)) == sorted(cited)


def test_rival_estimates_stand_below_each_other_with_who_counted(ys, table):
    found = rows("figures-csv", taken_records(ys, table, "figures", ["workshops-seized"])[0])
    said = [
        (row["by"], row["value"] or f"{row['low']}–{row['high']}", row["bound"]) for row in found
    ]
    assert ("J. Morel", "82", "") in said and ("A. Le Goff", "104", "over") in said
    assert {row["how to cite"] for row in found} == {ys.header.cite.strip()}


def test_a_table_of_events_in_parquet_keeps_lists_and_days(ys, table):
    data = FORMATS["parquet"].write(ys, table)
    read = pq.read_table(io.BytesIO(data))
    strike: dict[str, Any] = next(
        row for row in read.to_pylist() if row["id"] == "sailmakers-strike"
    )
    assert strike["themes"] == ["bread"]
    assert strike["roles"] == [
        {"tendency": "crews", "role": "acted", "actors": ["penrose"], "note": None}
    ]
    assert (strike["earliest_day"], strike["earliest"]) == (-25495, "1900-03-14")
    assert read.schema.metadata[b"licence"] == ys.header.licence.encode()
    assert read.schema.field("date").metadata[b"description"]
    assert read.num_rows == len(ys.events)
    assert pd.read_parquet(io.BytesIO(data))["importance"].sum() == table["importance"].sum()


def test_cells_of_lists_are_safe_from_spreadsheets(ys, table):
    person = ys.people["kermarec"].model_copy(update={"label": "=HYPERLINK(1)", "note": "@x"})
    own = taken_records(ys, table, "people", ["kermarec"])[0]
    catalog, whole = own.of()
    text = FORMATS["people-csv"].write(
        Catalog(**{**vars(catalog), "people": {"kermarec": person}, "organisations": {}}), whole
    )
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["label"], row["note"]) == ("'=HYPERLINK(1)", "'@x")
