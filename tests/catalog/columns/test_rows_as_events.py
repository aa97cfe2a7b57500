"""Events that are rows of a file are the same events as those written one by one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from components.catalog.catalog import load
from components.catalog.columns.frame import plain
from components.catalog.columns.whole import index_of
from components.catalog.dates import parse
from components.catalog.formats.document import json_text
from components.catalog.models import Event
from components.catalog.selection import Selection, facet_counts, known
from components.catalog.tables import events_csv, events_table, sources_table
from tests.catalog.columns.conftest import HEADER, ROWS

MAY_14 = parse("1901-05-14").earliest
AS_YAML = """\
- id: lamps
  date: 1901-05-14
  title: Lamp lighters stop work
  kind: strike
  place: ys-quay
  importance: 1
  themes: [bread, ideas]
  roles: [{tendency: crews, role: acted}, {tendency: republican, role: opposed}]
  summary: Lamp lighters stop work
  sources: [{cite: morel-1901, locator: p. 12, standing: read}]
- id: tides
  date: 1899/1902~
  title: The tide committee meets
  kind: congress
  place: seven-yards
  importance: 3
  themes: [coordination]
  roles: [{tendency: harbour-syndicalist, role: supported}]
  summary: The tide committee meets
  sources: [{cite: le-goff-1978, locator: note 3, standing: cited}]
"""


def test_right_rows_give_no_problem(catalog):
    assert catalog.problems == ()
    assert catalog.counts["events"] == len(catalog.events) == 21 + 3


def test_a_row_is_the_event_that_yaml_would_make(catalog, ys_folder):
    (ys_folder / "archive" / "disputes.csv").unlink()
    (ys_folder / "archive" / "events.yaml").write_text(AS_YAML, encoding="utf-8")
    written = load(ys_folder)
    for id in ("lamps", "tides"):
        assert catalog.events[id] == written.events[id]
        assert catalog.collection_of[id] == "archive"


def test_a_row_without_place_and_kind_has_stand_ins_that_can_be_looked_up(catalog):
    event = catalog.events["nets"]
    assert catalog.places[event.place].label == "Kernow"
    assert catalog.places[event.place].country == "kernow"
    assert [term.label for term in catalog.vocabulary.kinds if term.id == event.kind] == ["Event"]
    assert (event.importance, event.sources[0].standing) == (2, "unchecked")


def test_all_events_are_one_table_in_order_of_time(catalog):
    table = index_of(catalog).table
    first = table["earliest"].to_numpy(dtype=float, na_value=-np.inf)
    assert (np.diff(first) >= 0).all()
    assert {"lamps", "nets", "tides", "harbour-strike"} < set(table.index)


def test_rows_of_that_table_are_as_an_events_table_has_them(catalog, ys_folder):
    of_rows = plain(index_of(catalog).table).loc[["lamps", "tides"]]
    (ys_folder / "archive" / "disputes.csv").unlink()
    (ys_folder / "archive" / "events.yaml").write_text(AS_YAML, encoding="utf-8")
    expected = events_table(load(ys_folder)).loc[["lamps", "tides"]]
    pd.testing.assert_frame_equal(of_rows[list(expected)[:-2]], expected.iloc[:, :-2])


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(collections=("archive",)), {"lamps", "nets", "tides"}),
        (Selection(collections=("archive",), countries=("kernow",)), {"nets", "tides"}),
        (Selection(collections=("archive",), tendencies=("syndicalist",)), {"tides"}),
        (Selection(collections=("archive",), roles=("opposed",)), {"lamps"}),
        (Selection(collections=("archive",), themes=("ideas",)), {"lamps"}),
        (Selection(collections=("archive",), window=(MAY_14, MAY_14)), {"lamps", "nets", "tides"}),
        (Selection(text="lighters"), {"lamps"}),
        (Selection(text="net makers elect"), {"nets"}),
        (Selection(text="lamp quay"), {"lamps"}),
        (Selection(text="lamp Kêr-Is"), set()),
        (Selection(collections=("archive",), text="14 May 1901"), {"lamps"}),
        (Selection(text="grain store seized", collections=("archive",)), set()),
    ],
)
def test_filters_and_words_find_rows(catalog, selection, ids):
    assert set(selection.apply(index_of(catalog)).index) == ids


def test_a_search_finds_written_events_beside_rows(catalog):
    assert "grain-store-seized" in Selection(text="grain store").apply(index_of(catalog)).index


def test_counts_are_those_of_the_filters(catalog):
    index = index_of(catalog)
    counts = facet_counts(index, Selection(collections=("archive",)))
    assert counts["themes"]["bread"] == 1
    for group in ("themes", "tendencies", "roles", "kinds", "countries"):
        for value, number in counts[group].items():
            chosen = Selection(collections=("archive",), **{group: (value,)})
            assert number == len(chosen.apply(index)), (group, value)


def test_an_address_may_name_a_row(catalog):
    selection, ignored = Selection.from_query({"event": ["nets"]}, known(catalog))
    assert (selection.event, ignored) == ("nets", ())


def test_a_written_event_may_be_related_to_a_row(archive, ys_folder, an_event):
    text = an_event(id="night-watch", related="[{event: lamps, how: see-also}]")
    (ys_folder / "ys" / "extra.yaml").write_text(text, encoding="utf-8")
    catalog = load(archive(*ROWS))
    assert [p.what for p in catalog.problems] == []
    assert catalog.events["night-watch"].related[0].event == "lamps"


def test_what_only_rows_use_is_used(archive, ys_folder):
    places = ys_folder / "places.yaml"
    new = "- {id: far-rock, label: Far Rock, country: armor}\n"
    places.write_text(places.read_text("utf-8") + new, encoding="utf-8")
    row = "rock,1901,Meeting on the rock,far-rock,,,,ideas,crews,morel-1901,p. 3,"
    assert load(archive(row)).problems == ()


def test_sources_count_the_rows_that_rest_on_them(catalog, ys):
    numbers = sources_table(catalog)["events"] - sources_table(ys)["events"]
    assert numbers[["morel-1901", "port-archive", "le-goff-1978"]].tolist() == [1, 1, 1]
    assert numbers.sum() == 3


def test_rows_go_out_as_csv_and_as_a_whole_document(catalog):
    chosen = plain(Selection(collections=("archive",)).apply(index_of(catalog)))
    lines = events_csv(chosen, catalog).splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["tides", "nets", "lamps"]
    assert '"lamps"' in json_text(catalog)


def test_many_events_asked_for_one_by_one_are_found(catalog):
    for _ in range(40):
        assert isinstance(catalog.events["tides"], Event)
        assert "no-such-event" not in catalog.events
    assert list(catalog.events)[-3:] == ["tides", "nets", "lamps"]
    with pytest.raises(KeyError):
        catalog.events["no-such-event"]


def test_a_file_without_ids_gets_them_from_its_rows(archive):
    header = HEADER.removeprefix("id,")
    rows = [row.partition(",")[2] for row in ROWS]
    assert {"archive-2", "archive-3", "archive-4"} < set(load(archive(*rows, header=header)).events)


def test_parquet_holds_lists_and_numbers(archive, ys_folder):
    folder = archive(*ROWS)
    path = folder / "archive" / "disputes.csv"
    table = pd.read_csv(path, dtype=str).fillna("")
    table["themes"] = table["themes"].str.split(";")
    table["importance"] = pd.to_numeric(table["importance"]).astype("Int64")
    from_csv = load(folder).events["lamps"]
    path.unlink()
    table.to_parquet(folder / "archive" / "disputes.parquet")
    catalog = load(folder)
    assert catalog.problems == ()
    assert catalog.events["lamps"] == from_csv
