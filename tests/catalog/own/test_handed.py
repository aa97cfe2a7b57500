"""What a reader hands in: recognised, completed, checked; and read in a process that is bounded."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from components.catalog.authoring.templates import starter
from components.catalog.imports.incoming import Refused
from components.catalog.own import confined
from components.catalog.own.handed import handed
from components.catalog.own.unpacking import packed
from components.catalog.reading.progress import Stopped

EVENTS = b"""\
- id: a-siege
  date: -0430/-0428
  title: A siege
  kind: siege
  place: long-wall
  importance: 1
  themes: [war]
  roles: [{tendency: town, role: acted, actors: [the-guild]}]
  summary: It happened.
  indicators: [besieged]
  sources: [{cite: a-chronicle, locator: p. 1, standing: read}]
- id: a-peace
  date: -0420-13
  title: A peace
  kind: peace
  place: long-wall
  importance: 1
  themes: [war]
  roles: [{tendency: town, role: actd}]
  summary: It happened.
  sources: [{cite: a-chronicle, locator: p. 2, standing: read}]
"""


def test_a_zipped_catalogue_is_the_catalogue(tmp_path):
    found = handed("mine.zip", packed(starter()), tmp_path)
    assert (found.kind, found.problems, found.assumed) == ("folder", (), ())
    assert [*found.catalog.events] == ["council-votes-money", "builders-strike", "bridge-opens"]
    assert found.lost == ("1 files that are no YAML of this catalogue: not read",)
    assert str(found.catalog.folder) == "own"


def test_events_alone_are_shown_with_what_they_name(tmp_path):
    found = handed("My siege_notes.yaml", EVENTS, tmp_path)
    catalog = found.catalog
    assert catalog.header.title == "My siege notes"
    assert [*catalog.events] == ["a-siege"]
    assert catalog.places["long-wall"].label == "Long Wall"
    assert catalog.places["long-wall"].point is None
    assert catalog.people["the-guild"].note == "The file says nothing of it."
    assert catalog.sources["a-chronicle"].seen == "part"
    assert found.assumed == (
        "tendencies: town",
        "themes: war",
        "kinds of event: siege",
        "people and organisations: the-guild",
        "places, without a point on the map: long-wall",
        "sources, of which the file gives the ids alone: a-chronicle",
        "things counted, left out: besieged",
    )
    assert catalog.collections["events"].span.earliest < catalog.events["a-siege"].date.latest


def test_problems_name_the_readers_own_file_and_the_place_in_it(tmp_path):
    found = handed("mine.yaml", EVENTS, tmp_path)
    assert [(p.file, p.line, p.column, p.kind) for p in found.problems] == [
        ("mine.yaml", 13, 9, "wrong-date"),
        ("mine.yaml", 19, 34, "wrong-value"),
    ]
    assert found.problems[1].hint == "Did you mean “acted”?"


def test_what_was_filled_in_is_a_catalogue_without_a_problem_of_its_own(tmp_path):
    good = EVENTS.partition(b"- id: a-peace")[0].replace(b"  indicators: [besieged]\n", b"")
    found = handed("mine.yaml", good, tmp_path / "first")
    again = handed("mine.zip", packed(found.files), tmp_path / "second")
    assert found.problems == again.problems == ()
    assert again.catalog.events == found.catalog.events


def test_a_file_of_another_program_says_what_it_lost_and_what_was_filled_in(tmp_path):
    table = b"title,date,colour\nA siege,-0430,red\nA peace,14/05/1901,blue\n"
    found = handed("table.csv", table, tmp_path)
    assert found.kind == "csv"
    assert [event.date.text for event in found.catalog.events.values()] == ["-0430", "XXXX"]
    assert found.problems == ()
    assert any("row 3 “A peace”: date" in line for line in found.lost)
    assert "not carried: column “colour” (2 times)" in found.lost
    assert "date: not in the file for 1 event" in found.assumed
    assert "roles: not in the file for 2 events" in found.assumed
    assert "- id: a-siege\n" in found.yaml and "not-given" not in found.yaml
    assert found.catalog.events["a-peace"].date_note == "In the file: 14/05/1901"


@pytest.mark.parametrize(
    ("name", "data", "kind", "events", "sources"),
    [
        ("slides.json", json.dumps({"events": [{"start_date": {"year": "-431"}, "text": {"headline": "War"}}]}), "timelinejs", 1, 1),
        ("sheet.csv", "Year,Headline\n-431,War\n", "timelinejs-csv", 1, 1),
        ("old.xml", "<data><event start='1901' title='A strike'/></data>", "simile", 1, 1),
        ("old.json", json.dumps({"events": [{"start": "1901", "title": "A strike"}]}), "simile", 1, 1),
        ("places.geojson", json.dumps({"features": [{"properties": {"title": "T"}, "when": {"timespans": [{"start": {"in": "1901"}}]}}]}), "geojson", 1, 1),
        ("query.json", json.dumps([{"itemLabel": "A strike", "date": "1901-05-14T00:00:00Z"}]), "wikidata", 1, 1),
        ("notes.mw", "1901-05-14: A strike\n", "markwhen", 1, 1),
        ("list.bib", "@book{a, title={T}, author={A, B}, year=1901}", "bibtex", 0, 1),
        ("list.json", json.dumps([{"id": "a", "type": "book", "title": "T"}]), "csl-json", 0, 1),
        ("sources.yaml", "- {id: a, type: book, title: T, seen: whole}", "yaml", 0, 1),
    ],
)  # fmt: skip
def test_a_format_is_recognised_by_name_and_content(tmp_path, name, data, kind, events, sources):
    found = handed(name, data.encode(), tmp_path)
    assert (found.kind, len(found.catalog.events), len(found.catalog.sources)) == (
        kind,
        events,
        sources,
    )
    assert found.problems == ()


def test_a_reader_may_say_what_it_is(tmp_path):
    found = handed("notes.csv", b"1901-05-14: A strike, at last\n", tmp_path, "markwhen")
    assert [event.title for event in found.catalog.events.values()] == ["A strike, at last"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.yaml", b"", "the file is empty"),
        ("mine.zip", b"PK", "it is not a ZIP file that can be read: pack it again"),
        ("page.pdf", b"%PDF-1.7\n\x00\x01", "it is in no format that is known here"),
        (
            "eras.json",
            b'{"periods": [{"label": "P", "start": {}, "stop": {"in": {"year": "1901"}}}]}',
            "it holds periods, whose place is in the file of a collection",
        ),
        ("table.csv", b"colour,size\nred,2\n", "it has no column “title” (columns: colour, size)"),
    ],
)
def test_what_is_nothing_that_can_be_shown_is_told_in_a_sentence(tmp_path, name, data, told):
    with pytest.raises(Refused) as refusal:
        handed(name, data, tmp_path)
    assert str(refusal.value) == told


def test_a_yaml_file_that_cannot_be_read_is_shown_with_its_problem(tmp_path):
    found = handed("mine.yaml", b"- id: a\n\ttitle: T\n", tmp_path)
    assert [(p.file, p.line, p.kind) for p in found.problems] == [("mine.yaml", 2, "yaml")]


# In a process of its own ------------------------------------------------------------------------


def test_what_a_process_found_arrives_whole_and_its_folder_is_gone(monkeypatch, tmp_path):
    monkeypatch.setattr(confined.tempfile, "tempdir", str(tmp_path))
    found = confined.taken("mine.yaml", EVENTS)
    assert [*found.catalog.events] == ["a-siege"] and len(found.problems) == 2
    assert found.catalog.counts["events"] == 1
    with pytest.raises(TypeError):
        found.catalog.events["b"] = None
    assert [*tmp_path.iterdir()] == []


def test_a_refusal_arrives_too(monkeypatch):
    with pytest.raises(Refused, match=r"no \.yaml file"):
        confined.taken("mine.zip", packed({"a.txt": b""}))
    with pytest.raises(Refused, match="larger than 5 MB"):
        confined.taken("mine.yaml", b" " * 5_000_001)


@pytest.mark.parametrize(
    "data",
    [b"[" * 200_000, b"- " * 200_000, b"{a: " * 100_000, b"- &a [*a]\n", b"a: !!python/object/apply:os.system [id]"],
    ids=["brackets", "dashes", "braces", "anchor", "tag"],
)  # fmt: skip
def test_a_hostile_yaml_is_a_problem_of_its_own_and_no_more(data):
    found = confined.taken("mine.yaml", data)
    assert not found.catalog.events and found.problems[0].kind in ("yaml", "wrong-value")


def test_a_file_that_stops_its_reader_is_refused_in_a_sentence(monkeypatch, caplog):
    died = subprocess.CompletedProcess([], -9, b"", b"killed")
    monkeypatch.setattr(confined, "_ended", lambda *_: died)
    with pytest.raises(Refused, match="takes too long or too much memory"):
        confined.taken("mine.yaml", EVENTS)
    assert "stopped its reader (-9)" in caplog.text


def test_a_reader_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(confined, "SECONDS", 0)
    monkeypatch.setattr(confined, "_LOOK_SECONDS", 0.01)
    with pytest.raises(Refused, match="takes too long"):
        confined.taken("mine.yaml", EVENTS)


def test_a_reader_that_waits_hears_how_far_it_has_come_and_may_stop_it(monkeypatch):
    started, told = [], []

    class Noted(subprocess.Popen):
        def __init__(self, *given, **more):
            super().__init__(*given, **more)
            started.append(self)

    def tell(*step):
        told.append(step)
        if step[0] == "records":
            raise Stopped

    monkeypatch.setattr(confined.subprocess, "Popen", Noted)
    monkeypatch.setattr(confined, "_LOOK_SECONDS", 0.01)
    with pytest.raises(Stopped):
        confined.taken("mine.csv", b"title,date\n" + b"Bread,1901-05-14\n" * 4000, tell=tell)
    assert started[0].returncode is not None
    assert told[0] == ("", 0, 0) and told[-1][2] == 4000


def test_processor_time_is_bounded(monkeypatch, tmp_path):
    script = "from components.catalog.own import confined as c; c.SECONDS = 1; c._limit()\nwhile True: pass"
    done = subprocess.run(
        [confined.sys.executable, "-c", script], cwd=Path(__file__).parents[3], check=False
    )
    assert done.returncode < 0


def test_more_events_than_can_be_shown_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("components.catalog.own.handed.MOST_EVENTS", 2)
    with pytest.raises(Refused, match="3 events; here 2 are shown"):
        handed("mine.zip", packed(starter()), tmp_path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mine.yaml", b"- id: a\n" * 5_001),
        ("table.csv", b"title\n" + b"A strike\n" * 5_001),
        ("mine.zip", packed({"catalog.yaml": b"a: b", "ys/a.yaml": b"- id: a\n" * 15_001})),
    ],
    ids=["yaml", "csv", "zip"],
)
def test_too_many_records_are_refused_before_they_are_read(monkeypatch, tmp_path, name, data):
    monkeypatch.setattr("components.catalog.own.handed.load", None)
    monkeypatch.setattr("components.catalog.own.handed.entries", None)
    with pytest.raises(Refused, match="start the app on your own computer for more"):
        handed(name, data, tmp_path)
