"""From what was understood to what is served: nothing in it points nowhere, and all of it is counted."""

from __future__ import annotations

from pathlib import Path

from components.catalog.catalog import load
from components.catalog.dates.calendars import iso


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_goes_with_a_missing_record_is_left_out_and_known_to_be(ys_folder, ys):
    change(ys_folder / "places.yaml", "id: tram-depot", "id: another-depot")
    there = [one.id for one in ys.events.values() if one.place == "tram-depot"]
    assert there
    catalog = load(ys_folder)
    assert not set(there) & set(catalog.events)
    assert {("event", name) for name in there} <= catalog.left_out
    assert not set(there) & set(catalog.collection_of)
    assert len(catalog.collection_of) == sum(
        len(catalog.of_kind(kind)) for kind in ("event", "indicator", "dispute")
    )


def test_what_pointed_to_what_is_gone_goes_as_well(ys_folder, ys):
    """Comparison → event → place: one link that is broken breaks the next."""
    change(ys_folder / "places.yaml", "id: seven-yards", "id: eight-yards")
    catalog = load(ys_folder)
    gone = set(ys.events) - set(catalog.events)
    assert gone
    text = repr(list(catalog.comparisons.values())) + repr(list(catalog.events.values()))
    assert [name for name in gone if f"'{name}'" in text] == []


def test_nothing_is_left_out_where_nothing_is_missing(ys):
    assert ys.left_out == frozenset()
    assert set(ys.collection_of) == {*ys.events, *ys.indicators, *ys.disputes}
    assert ys.header.collections == tuple(ys.collections)


def test_a_collection_with_an_open_span_spans_its_own_events_and_what_is_known(ys_folder):
    text = (ys_folder / "ys/collection.yaml").read_text("utf-8")
    span = next(line for line in text.split("\n") if line.startswith("span:"))
    change(ys_folder / "ys/collection.yaml", span, "span: 1850/..")
    catalog = load(ys_folder)
    dates = [one.date for id, one in catalog.events.items() if catalog.collection_of[id] == "ys"]
    days = [day for one in dates for day in (one.earliest, one.latest) if day is not None]
    assert str(catalog.collections["ys"].span) == f"1850-01-01/{iso(max(days))}"


def test_a_span_that_is_known_stays(ys_folder, ys):
    assert load(ys_folder).collections["ys"].span == ys.collections["ys"].span


def test_terms_of_a_list_that_could_not_be_read_are_made_of_the_ids_in_use(ys_folder, ys):
    change(ys_folder / "vocabulary.yaml", "themes:", "thmes:")
    catalog = load(ys_folder)
    used = {theme for one in catalog.events.values() for theme in one.themes}
    assert used and {one.id for one in catalog.vocabulary.themes} >= used
    assert {one.label for one in catalog.vocabulary.themes} >= {"Takeover", "Bread"}
    assert catalog.vocabulary.kinds == ys.vocabulary.kinds
    assert catalog.vocabulary.tendencies == ys.vocabulary.tendencies


def test_tendencies_that_could_not_be_read_get_the_colour_of_stone(ys_folder):
    change(ys_folder / "vocabulary.yaml", "\ntendencies:", "\ntendncies:")
    terms = {one.id: one for one in load(ys_folder).vocabulary.tendencies}
    assert (terms["old-guard"].label, terms["old-guard"].slot) == ("Old guard", "stone")
    assert terms["old-guard"].definition == "No definition could be read."


def test_an_event_that_points_to_a_row_of_a_file_keeps_what_it_says(ys_folder, an_event):
    (ys_folder / "ys" / "rows.csv").write_text(
        "id,date,title,place,kind,importance,themes,tendencies,source\n"
        "lamps,1901-05-14,Lamp lighters stop work,ys-quay,strike,1,bread,crews,morel-1901\n",
        "utf-8",
    )
    text = an_event(related="[{event: lamps, how: leads-to}]") + an_event(
        id="other", related="[{event: nothing, how: leads-to}]"
    )
    (ys_folder / "ys" / "extra.yaml").write_text(text, "utf-8")
    catalog = load(ys_folder)
    assert [one.event for one in catalog.events["extra"].related] == ["lamps"]
    assert catalog.events["other"].related == ()


def test_everything_served_is_counted(ys_folder):
    change(ys_folder / "people.yaml", "id: kermarec", "id: kermarek")
    catalog = load(ys_folder)
    counts = catalog.counts
    for kind, field in catalog.fields.items():
        assert counts[field] == len(catalog.of_kind(kind)), kind
    assert counts["estimates"] == sum(len(one.estimates) for one in catalog.indicators.values())
    assert counts["claims"] == sum(len(one.claims) for one in catalog.reviews.values())
    records = [*catalog.events.values(), *catalog.disputes.values()]
    assert counts["readings"] == sum(len(one.readings) for one in records)
