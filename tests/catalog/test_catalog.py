"""Loading a folder: what is right is served, what is wrong is told, whatever the files say."""

from __future__ import annotations

import gc
import os
import random
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from components.catalog.catalog import Catalog, fingerprint, load
from components.catalog.references import references


def kinds(catalog: Catalog) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.kind) for one in catalog.problems]


def dead_ends(catalog: Catalog) -> list:
    """References in what is served that lead nowhere."""
    return [
        (key, reference)
        for key, record in catalog.records()
        for reference in references(record)
        if not any(reference.id in catalog.of_kind(kind) for kind in reference.kinds)
    ]


def replace_in(path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# What is right ------------------------------------------------------------------------------------


def test_everything_in_the_folder_is_read(ys):
    assert ys.counts == {
        "events": 21, "sources": 7, "indicators": 9, "estimates": 21, "disputes": 2, "readings": 6,
        "claims": 5, "people": 4, "organisations": 5, "places": 5, "collections": 2,
        "comparisons": 1, "reviews": 1,
    }  # fmt: skip
    assert (ys.problems, ys.left_out, ys.unread) == ((), frozenset(), frozenset())


def test_collections_come_in_the_order_of_the_header_and_events_in_that_of_the_files(ys):
    assert list(ys.collections) == ["ys", "lyonesse"]
    assert list(ys.events)[:3] == ["song-of-the-quay", "harbour-union-founded", "harbour-strike"]
    assert list(ys.events)[-2:] == ["yards-closed", "amnesty"]


def test_events_indicators_and_disputes_know_their_collection(ys):
    of = ys.collection_of
    assert (of["amnesty"], of["council-seats"], of["was-the-strike-planned"]) == (
        "lyonesse",
        "ys",
        "ys",
    )


def test_every_record_knows_where_it_stands(ys):
    lines = (ys.folder / "ys/1901.yaml").read_text("utf-8").splitlines()
    file, line, column = ys.where["event", "strike-ends"]
    assert (file, lines[line - 1], column) == ("ys/1901.yaml", "- id: strike-ends", 3)
    assert ys.where["collection", "ys"] == ("ys/collection.yaml", 1, 1)
    file, line, column = ys.where["theme", "bread"]
    assert (file, column) == ("vocabulary.yaml", 5)


def test_prose_is_one_line_without_a_break_at_its_end(ys):
    assert (
        ys.events["sailmakers-strike"].summary == "Sailmakers struck for bread in place of tokens."
    )


def test_a_catalogue_cannot_be_changed(ys):
    with pytest.raises(FrozenInstanceError):
        ys.header = None
    with pytest.raises(TypeError):
        ys.events["new"] = None
    with pytest.raises(ValueError, match="frozen"):
        ys.events["amnesty"].title = "New"


def test_records_of_a_kind_are_found_by_the_kinds_name(ys):
    assert ys.of_kind("person") is ys.people
    assert list(ys.of_kind("theme")) == ["takeover", "coordination", "repression", "ideas", "bread"]


def test_the_same_folder_gives_the_same_catalogue(ys):
    again = load(ys.folder)
    assert again == ys


def test_garbage_collection_goes_on_as_before(ys_folder):
    load(ys_folder)
    assert gc.isenabled()
    gc.disable()
    load(ys_folder)
    assert not gc.isenabled()
    gc.enable()


# Which files -----------------------------------------------------------------------------------------


def test_translations_hidden_files_and_backups_are_not_read(ys_folder):
    for name in (
        "1900.es.yaml",
        "1900.pt-BR.yaml",
        ".1900.yaml",
        "_draft.yaml",
        "1900.yaml~",
        "notes.txt",
    ):
        (ys_folder / "ys" / name).write_text("not a list", "utf-8")
    assert load(ys_folder).problems == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("people.yml", "Name it .yaml."),
        ("persons.yaml", "Events belong in the folder of a collection."),
        ("place.yaml", "Did you mean “places.yaml”?"),
        ("ys/1902.yml", "Name it .yaml."),
    ],
)
def test_a_file_that_would_be_overlooked_is_told(ys_folder, name, hint):
    (ys_folder / name).write_text("[]", "utf-8")
    (problem,) = load(ys_folder).problems
    assert (problem.file, problem.hint, problem.severity) == (name, hint, "warning")


def test_a_folder_inside_a_collection_is_told(ys_folder):
    (ys_folder / "ys" / "more").mkdir()
    (ys_folder / "ys" / "more" / "1900.yaml").write_text("[]", "utf-8")
    assert kinds(load(ys_folder)) == [("ys/more", 0, "not-read")]


def test_a_link_out_of_the_folder_is_not_followed(ys_folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("secret: text", "utf-8")
    (ys_folder / "ys" / "secret.yaml").symlink_to(outside / "secret.yaml")
    (ys_folder / "linked").symlink_to(outside)
    (ys_folder / "ys" / "dead.yaml").symlink_to(ys_folder / "ys" / "nowhere")
    found = load(ys_folder)
    assert kinds(found) == [
        ("linked", 0, "not-read"),
        ("ys/secret.yaml", 0, "not-read"),
        ("ys/dead.yaml", 0, "cannot-be-read"),
    ]
    assert "secret: text" not in str(found.problems)


def test_a_link_inside_the_folder_is_followed(ys_folder):
    (ys_folder / "ys" / "1901.yaml").rename(ys_folder / "kept")
    (ys_folder / "ys" / "1901.yaml").symlink_to(ys_folder / "kept")
    assert load(ys_folder).problems == ()


def test_links_in_a_circle_are_told(ys_folder):
    (ys_folder / "ys" / "a.yaml").symlink_to(ys_folder / "ys" / "b.yaml")
    (ys_folder / "ys" / "b.yaml").symlink_to(ys_folder / "ys" / "a.yaml")
    found = load(ys_folder)
    assert [(one.file, one.what) for one in found.problems] == [
        ("ys/a.yaml", "cannot be read: it leads nowhere"),
        ("ys/b.yaml", "cannot be read: it leads nowhere"),
    ]
    assert len(fingerprint(ys_folder)) == 16


def test_a_folder_that_cannot_be_opened_takes_no_other_with_it(ys_folder, monkeypatch):
    opened = Path.iterdir

    def refuse(path):
        if path.name == "lyonesse":
            raise PermissionError(13, "Permission denied")
        return opened(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = load(ys_folder)
    assert ("lyonesse", 0, "cannot-be-read") in kinds(found)
    assert len(found.events) == 16
    assert dead_ends(found) == []


def test_a_pipe_or_a_folder_in_place_of_a_file_is_told(ys_folder):
    os.mkfifo(ys_folder / "ys" / "pipe.yaml")
    (ys_folder / "people.yaml").unlink()
    (ys_folder / "people.yaml").mkdir()
    found = kinds(load(ys_folder))
    assert ("ys/pipe.yaml", 0, "cannot-be-read") in found
    assert ("people.yaml", 0, "no-file") in found


def test_a_file_that_is_too_large_is_told(ys_folder, monkeypatch):
    monkeypatch.setattr("components.catalog.reading.files.LARGEST_BYTES", 3000)
    (problem,) = [one for one in load(ys_folder).problems if one.file == "ys/1900.yaml"]
    assert problem.what == "cannot be read: it is larger than 0 MB: split it"


# What is wrong ------------------------------------------------------------------------------------------


def test_a_wrong_record_is_left_out_and_the_rest_is_served(ys_folder, ys):
    replace_in(ys_folder / "ys/1900.yaml", "date: 1900-05-14", "date: 1900-05-41")
    found = load(ys_folder)
    line = ys.where["event", "grain-store-seized"][1] + 1
    assert [str(problem) for problem in found.problems] == [
        f"ys/1900.yaml:{line}:9: event “grain-store-seized”, date: “1900-05-41” has no day 41 in May 1900"
    ]
    assert set(ys.events) - set(found.events) == {"grain-store-seized"}
    assert dead_ends(found) == []
    assert ("event", "grain-store-seized") in found.left_out


def test_a_record_that_cannot_be_read_takes_no_other_with_it(ys_folder, ys):
    replace_in(ys_folder / "ys/1900.yaml", "title: Seizure of", "title: 'Seizure of")
    replace_in(ys_folder / "ys/1900.yaml", "title: A common", "title: So: a common")
    found = load(ys_folder)
    assert set(ys.events) - set(found.events) == {"grain-store-seized", "bread-shop-opened"}
    assert [(one.record, one.what) for one in found.problems] == [
        ("event “bread-shop-opened”", "mapping values are not allowed in this context"),
        ("event “grain-store-seized”", "found unexpected end of stream"),
    ]
    assert found.where["event", "morel-speaks"] == ys.where["event", "morel-speaks"]


def test_all_problems_come_at_once_in_the_order_of_files_and_lines(ys_folder):
    replace_in(ys_folder / "people.yaml", "wikidata: Q1", "wikidata: one")
    replace_in(ys_folder / "ys/1900.yaml", "kind: decree", "kind: decrees")
    replace_in(ys_folder / "ys/1900.yaml", "date: 1900-03\n", "date: 1900-43\n")
    replace_in(ys_folder / "lyonesse/1900.yaml", "old_style: 1900-10-20", "old_style: 1900-10-21")
    found = [(one.file, one.kind) for one in load(ys_folder).problems]
    assert found == [
        ("people.yaml", "wrong-value"),
        ("ys/1900.yaml", "wrong-date"),
        ("ys/1900.yaml", "unknown-reference"),
        ("lyonesse/1900.yaml", "old-style-differs"),
    ]


def test_what_needs_a_missing_record_goes_and_what_does_not_stays_without_it(ys_folder, ys):
    replace_in(ys_folder / "places.yaml", "id: tram-depot,", "id: tram-depots,")
    replace_in(ys_folder / "people.yaml", "- id: penrose", "- id: penroses")
    found = load(ys_folder)
    assert set(ys.events) - set(found.events) == {"tram-depot-taken"}
    assert found.events["sailmakers-strike"].roles[0].actors == ()
    assert found.events["yards-taken"].roles[1].actors == ("yard-owners",)
    assert dead_ends(found) == []


def test_a_missing_event_takes_its_pair_and_its_alignment_but_not_the_comparison(ys_folder):
    replace_in(ys_folder / "lyonesse/1900.yaml", "id: yards-closed", "id: yards-shut")
    comparison = load(ys_folder).comparisons["ys-lyonesse"]
    assert [alignment.id for alignment in comparison.alignments] == ["first-takeover"]
    assert comparison.pairs[1].sides[1].between is None


def test_a_file_that_is_no_list_is_told_with_an_example(check):
    ((line, kind, hint),) = check("id: extra\ntitle: An event\n")
    assert (line, kind) == (1, "yaml")
    assert hint == "Start each record with “- ” in the first column, its fields below it."


def test_a_cut_text_is_a_warning_and_the_record_is_served(check, an_event, ys_folder):
    assert [entry[:2] for entry in check(an_event(title="Crew #5 rises"))] == [(3, "yaml")]
    assert load(ys_folder).events["extra"].title == "Crew"


def test_a_record_without_an_id_is_counted(ys_folder, an_event):
    (ys_folder / "ys/extra.yaml").write_text(
        an_event() + an_event(id=None, x="y").replace("- date", "- date")
    )
    assert [problem.record for problem in load(ys_folder).problems] == ["event 2", "event 2"]


def test_a_byte_that_is_not_utf_8_is_told_and_the_file_is_read(ys_folder, ys):
    path = ys_folder / "people.yaml"
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xe9"))
    found = load(ys_folder)
    assert [(one.file, one.what) for one in found.problems] == [
        ("people.yaml", "byte e9 is not UTF-8")
    ]
    assert found.people["tremeur"].label == "Alain Tr\ufffdmeur"
    assert list(found.events) == list(ys.events)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_another_encoding_is_told_and_read(ys_folder, ys, encoding):
    path = ys_folder / "places.yaml"
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    found = load(ys_folder)
    assert [(one.file, one.line, one.kind) for one in found.problems] == [
        ("places.yaml", 1, "yaml")
    ]
    assert found.places == ys.places


# Header, vocabulary, collections ---------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_one_problem(tmp_path):
    found = load(tmp_path / "nowhere")
    assert [problem.what for problem in found.problems] == [
        "cannot be read: no such file or directory"
    ]
    assert (found.header.title, dict(found.events), found.header.collections) == ("Nowhere", {}, ())


def test_a_file_in_place_of_the_folder_is_one_problem(tmp_path):
    (tmp_path / "file").write_text("")
    assert [one.what for one in load(tmp_path / "file").problems] == [
        "cannot be read: not a directory"
    ]


def test_an_empty_folder_is_an_empty_catalogue(tmp_path):
    assert kinds(load(tmp_path)) == [
        ("catalog.yaml", 0, "no-file"),
        ("vocabulary.yaml", 0, "no-file"),
    ]


def test_without_a_header_the_folders_are_the_collections(ys_folder, ys):
    (ys_folder / "catalog.yaml").unlink()
    found = load(ys_folder)
    assert kinds(found) == [("catalog.yaml", 0, "no-file")]
    assert found.header.title == "Ys"
    assert found.header.collections == ("lyonesse", "ys")
    assert set(found.events) == set(ys.events)


@pytest.mark.parametrize(
    "text", ["", "[]", "title: 'x", "titel: x", "\x00", "collections: ys", "{"]
)
def test_a_broken_header_still_serves_every_event(ys_folder, ys, text):
    (ys_folder / "catalog.yaml").write_text(text, "utf-8")
    found = load(ys_folder)
    assert {one.file for one in found.problems} == {"catalog.yaml"}
    assert set(found.events) == set(ys.events)
    assert set(found.header.collections) == {"ys", "lyonesse"}


def test_a_header_keeps_what_is_right(ys_folder):
    replace_in(ys_folder / "catalog.yaml", "licence: CC0-1.0\n", "")
    found = load(ys_folder)
    assert [(one.kind, one.what) for one in found.problems] == [
        ("missing-field", "“licence” is missing")
    ]
    assert (found.header.title, found.header.licence) == ("Ys and Lyonesse", "–")


@pytest.mark.parametrize("text", [None, "", "[]", "themes: 'x", "\x00", "{", "countries: []"])
def test_a_broken_vocabulary_still_serves_every_event(ys_folder, ys, text):
    path = ys_folder / "vocabulary.yaml"
    path.unlink() if text is None else path.write_text(text, "utf-8")
    found = load(ys_folder)
    if text != "countries: []":
        assert {one.file for one in found.problems} == {"vocabulary.yaml"}
        assert set(found.events) == set(ys.events)
        assert {term.id: term.label for term in found.vocabulary.countries} == {
            "armor": "Armor",
            "kernow": "Kernow",
        }
    assert {term.slot for term in found.vocabulary.tendencies} == {"stone"}
    assert dead_ends(found) == []


def test_a_broken_term_is_mended_and_told(ys_folder, ys):
    replace_in(
        ys_folder / "vocabulary.yaml", "label: Taking over the work", "labell: Taking over the work"
    )
    found = load(ys_folder)
    assert [(one.record, one.hint) for one in found.problems] == [
        ("theme “takeover”", "Did you mean “label”?")
    ]
    assert found.vocabulary.themes[0].label == "Takeover"
    assert set(found.events) == set(ys.events)


def test_every_tendency_served_leads_to_one_with_a_slot(ys_folder):
    path = ys_folder / "vocabulary.yaml"
    replace_in(path, "slot: rust}", "broader: harbour-syndicalist}")
    replace_in(path, "broader: crews}", "broader: crew}")
    replace_in(path, ", slot: purple}", "}")
    terms = load(ys_folder).of_kind("tendency")
    for term in terms.values():
        for _ in terms:
            term = terms[term.broader] if term.broader else term
        assert term.slot


def test_a_collection_without_its_file_spans_its_events(ys_folder, ys):
    (ys_folder / "lyonesse/collection.yaml").unlink()
    found = load(ys_folder)
    assert kinds(found) == [("lyonesse/collection.yaml", 0, "no-file")]
    assert str(found.collections["lyonesse"].span) == "1900-03-13/1901-03-01"
    assert found.collections["lyonesse"].title == "Lyonesse"
    assert list(found.collections) == ["ys", "lyonesse"]
    assert found.events.keys() == ys.events.keys()


def test_a_collection_is_named_like_its_folder(ys_folder, ys):
    replace_in(ys_folder / "lyonesse/collection.yaml", "id: lyonesse", "id: lioness")
    found = load(ys_folder)
    assert [(one.line, one.what) for one in found.problems] == [
        (1, "the folder is named “lyonesse”")
    ]
    assert found.collections == ys.collections


def test_a_missing_file_is_one_problem_however_many_records_need_it(ys_folder):
    (ys_folder / "people.yaml").unlink()
    found = load(ys_folder)
    assert kinds(found) == [("people.yaml", 0, "no-file")]
    assert dead_ends(found) == []


# Whatever comes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_catalogue_is_told_and_served_without_dead_ends(ys_folder, seed):
    chance = random.Random(seed)
    for path in chance.sample(sorted(ys_folder.rglob("*.yaml")), 3):
        lines = path.read_bytes().split(b"\n")
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(lines))
            lines[at] = chance.choice([
                b"", b"\t" + lines[at], lines[at][::-1], lines[at] + b": x", b"\xff", b"- - -",
                lines[at].replace(b"a", b"b"), b"}" + lines[at], lines[at][:-2], b"'" + lines[at],
                lines[at] + lines[at], lines[at].upper(), b"  " + lines[at],
            ])  # fmt: skip
        path.write_bytes(b"\n".join(lines))
    found = load(ys_folder)
    assert dead_ends(found) == []
    assert all(str(problem) and problem.kind for problem in found.problems)


# Fingerprint ----------------------------------------------------------------------------------------------


def test_the_fingerprint_changes_with_any_file_and_not_without(ys_folder):
    seen = [fingerprint(ys_folder)]
    assert fingerprint(ys_folder) == seen[0]
    (ys_folder / "ys/1902.yaml").write_text("[]", "utf-8")
    seen.append(fingerprint(ys_folder))
    (ys_folder / "ys/1902.yaml").write_text("[ ]", "utf-8")
    seen.append(fingerprint(ys_folder))
    os.utime(ys_folder / "catalog.yaml", (1, 1))
    seen.append(fingerprint(ys_folder))
    (ys_folder / "people.yaml").unlink()
    seen.append(fingerprint(ys_folder))
    (ys_folder / "notes.txt").write_text("no content", "utf-8")
    seen.append(fingerprint(ys_folder))
    assert len(set(seen)) == 5
    assert seen[-1] == seen[-2]


def test_the_fingerprint_of_no_folder_is_empty(tmp_path):
    assert fingerprint(tmp_path / "nowhere") == ""


def test_a_folder_without_a_span_spans_its_events_before_year_1_too(ys_folder, an_event):
    (ys_folder / "old").mkdir()
    (ys_folder / "old" / "a.yaml").write_text(an_event(date="-0430/-0428~"), encoding="utf-8")
    span = load(ys_folder).collections["old"].span
    assert span.text == "-0430-01-01/-0428-12-31"
