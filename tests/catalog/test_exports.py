"""The whole catalogue as one document."""

from __future__ import annotations

import json
import stat

import pytest

from components.catalog.dates import parse
from components.catalog.formats.document import event_data, iso_day, json_document, json_text, write


def test_the_document_holds_every_record(ys):
    document = json_document(ys)
    assert list(document) == [
        "catalog", "collections", "events", "sources", "indicators", "vocabulary", "people",
        "organisations", "places", "disputes", "reviews", "comparisons",
    ]  # fmt: skip
    for name in ("events", "sources", "indicators", "people", "places", "disputes", "reviews"):
        assert [record["id"] for record in document[name]] == list(getattr(ys, name))
    assert document["catalog"]["title"] == "Ys and Lyonesse"
    assert document["vocabulary"]["themes"][4] == {
        "id": "bread", "label": "Bread", "definition": "Food and its price.",
    }  # fmt: skip


def test_an_event_stands_with_what_is_linked_to_it(ys):
    assert event_data(ys, ys.events["yards-taken"]) == {
        "id": "yards-taken",
        "date": "1900-03-13",
        "old_style": "1900-02-29",
        "date_note": None,
        "title": "Crews take the seven yards",
        "label": "Crews take the seven yards",
        "kind": "takeover",
        "place": {"id": "seven-yards", "label": "Seven Yards", "lat": 50.01, "lon": -6.02, "country": "kernow"},
        "country": "kernow",
        "importance": 1,
        "themes": ["takeover"],
        "roles": [
            {"tendency": "dock-crews", "role": "acted", "actors": ["penrose"], "note": None},
            {"tendency": "owners", "role": "opposed", "actors": ["yard-owners"], "note": None},
        ],
        "summary": "On a day that only the old calendar had, crews hoisted their own flags on the slips.",
        "indicators": ["yards-under-crews"],
        "sources": [{"cite": "trevena-1985", "locator": "p. 46", "standing": "read", "via": None, "note": None}],
        "disputes": ["why-the-yards-closed"],
        "readings": [
            {"by": "R. Trevena", "school": "economic history", "text": "Orders ended with the war at sea.",
             "sources": [{"cite": "trevena-1985", "locator": "p. 60", "standing": "read", "via": None, "note": None}],
             "dispute": "why-the-yards-closed"},
            {"by": "J. Morel", "school": "the movement itself", "text": "The owners feared the example.",
             "sources": [{"cite": "morel-1901", "locator": "p. 120", "standing": "read", "via": None, "note": None}],
             "dispute": "why-the-yards-closed"},
        ],
        "unknown": None,
        "related": [{"event": "sailmakers-strike", "how": "leads-to"}],
        "aliases": [],
        "date_words": "13 March 1900 (29 February Old Style)",
        "earliest": "1900-03-13",
        "latest": "1900-03-13",
        "collection": "lyonesse",
    }  # fmt: skip


def test_an_events_own_country_and_reading_come_first(ys):
    exiles = event_data(ys, ys.events["exiles-in-kernow"])
    assert (exiles["country"], exiles["place"]["country"]) == ("armor", "kernow")
    assert (exiles["earliest"], exiles["latest"]) == ("1901-03-01", None)
    readings = event_data(ys, ys.events["grain-store-seized"])["readings"]
    assert [reading["dispute"] for reading in readings] == [None]


def test_whole_numbers_have_no_point(ys):
    assert json_document(ys)["indicators"][0]["estimates"][0]["value"] == 82
    text = json_text(ys)
    assert '"value": 82,' in text
    assert '"value": 16.5,' in text


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("1917-11-07", "1917-11-07"),
        ("0001", "0001-01-01"),
        ("0000", "0000-01-01"),
        ("-0043-03-15", "-0043-03-15"),
        ("Y12000", "+12000-01-01"),
        ("Y-12000", "-12000-01-01"),
        ("../1900", None),
    ],
)
def test_days_are_iso_8601_in_any_year(date, day):
    assert iso_day(parse(date).earliest) == day


def test_the_text_is_readable_json_in_its_own_script(ys):
    text = json_text(ys)
    assert json.loads(text) == json.loads(json.dumps(json_document(ys)))
    assert "Алиса Пенроуз" in text


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "out.json"
    write("old", path)
    monkeypatch.setattr("os.fdopen", lambda *_, **__: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write("new", path)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.json"]


def test_a_written_file_is_for_those_whom_files_are_for(tmp_path):
    path = tmp_path / "out.json"
    plain = tmp_path / "plain"
    plain.write_text("")
    write("text", path)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
