"""What is said of foundations that are missing or wrong, and what stands in for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.dates import parse
from components.catalog.models import Tendency
from components.catalog.reading.foundations import (
    NO_DEFINITION,
    spoken,
    stand_in_collection,
    stand_in_term,
)
from components.catalog.reading.gathering import id_in
from components.catalog.reading.serving import _hull, _mend_tendencies


def said(folder: Path) -> list[tuple]:
    """(file, line, column, record, field, kind, what, hint) of every problem."""
    return [
        (one.file, one.line, one.column, one.record, one.field, one.kind, one.what, one.hint)
        for one in load(folder).problems
    ]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# Files that are missing ----------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_told_with_a_question(tmp_path):
    ((file, line, _, record, _, kind, what, hint),) = said(tmp_path / "workers-control")
    assert (file, line, record, kind) == (str(tmp_path / "workers-control"), 0, "", "no-folder")
    assert what == "cannot be read: no such file or directory"
    assert hint == "Where is the folder of the catalogue?"


def test_a_catalogue_that_is_not_there_has_a_header_of_stand_ins(tmp_path):
    header = load(tmp_path / "workers-control").header
    assert header.title == header.question == header.description == header.cite
    assert (header.title, header.language) == ("Workers control", "en")
    assert (header.licence, header.version, header.collections) == ("–", "–", ())


def test_a_folder_without_a_name_is_a_catalogue(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert load(Path()).header.title == "Catalogue"


def test_files_that_every_catalogue_needs_are_told_and_what_is_in_them_unread(ys_folder):
    for name in ("catalog.yaml", "vocabulary.yaml", "ys/collection.yaml"):
        (ys_folder / name).unlink()
    needed, spans = (
        "Every catalogue needs this file.",
        "It gives the collection its title and span.",
    )
    assert sorted(said(ys_folder)) == [
        ("catalog.yaml", 0, 0, "", "", "no-file", "the file is missing", needed),
        ("vocabulary.yaml", 0, 0, "", "", "no-file", "the file is missing", needed),
        ("ys/collection.yaml", 0, 0, "", "", "no-file", "the file is missing", spans),
    ]
    assert {"catalog", "vocabulary", "country", "theme"} <= load(ys_folder).unread


def test_a_file_that_records_point_into_is_told_when_it_is_missing(ys_folder):
    for name in ("people", "places", "sources", "organisations"):
        (ys_folder / f"{name}.yaml").unlink()
    assert [(one[0], one[-2:]) for one in said(ys_folder)] == [
        (f"{name}.yaml", ("the file is missing", "Records point into it."))
        for name in ("people", "organisations", "places", "sources")
    ]


def test_a_file_that_nothing_points_into_may_be_missing(tmp_path):
    (tmp_path / "catalog.yaml").write_text(
        "title: T\nquestion: Q\ndescription: D\nlanguage: en\nlicence: L\ncite: C\nversion: '1'\n"
        "collections: [quay]\n", "utf-8"
    )  # fmt: skip
    (tmp_path / "vocabulary.yaml").write_text(
        "countries: []\ntendencies: []\nthemes: []\nkinds: []\n", "utf-8"
    )
    (tmp_path / "quay").mkdir()
    (tmp_path / "quay" / "collection.yaml").write_text(
        "id: quay\ntitle: Quay\nspan: 1900/1901\ndescription: D\n", "utf-8"
    )
    assert [one for one in said(tmp_path) if one[5] == "no-file"] == []


def test_folders_that_the_header_does_not_list_come_last(ys_folder):
    change(ys_folder / "catalog.yaml", "collections: [ys, lyonesse]", "collections: [ys]")
    (ys_folder / "avalon").mkdir()
    (ys_folder / "avalon" / "1900.yaml").write_text("[]", "utf-8")
    catalog = load(ys_folder)
    assert list(catalog.collections) == ["ys", "avalon", "lyonesse"]
    assert catalog.header.collections == ("ys", "avalon", "lyonesse")


# A vocabulary with faults --------------------------------------------------------------------------


@pytest.fixture
def vocabulary(ys_folder):
    """What is said of the vocabulary when a part of its text is another."""

    def told(old: str, new: str) -> list[tuple]:
        change(ys_folder / "vocabulary.yaml", old, new)
        return [one[1:] for one in said(ys_folder) if one[0] == "vocabulary.yaml"]

    return told


def test_a_vocabulary_that_is_no_group_of_lists_is_told(ys_folder):
    (ys_folder / "vocabulary.yaml").write_text("[a]", "utf-8")
    what = "the file should hold the lists countries, tendencies, themes, kinds"
    assert said(ys_folder)[0] == (
        "vocabulary.yaml", 1, 1, "vocabulary", "", "wrong-value", what, "",
    )  # fmt: skip


def test_a_misspelt_list_is_told_once_with_what_was_meant(vocabulary):
    assert vocabulary("\nthemes:", "\nthemmes:") == [
        (
            16,
            1,
            "vocabulary",
            "",
            "unknown-field",
            "unknown list “themmes”",
            "Did you mean “themes”?",
        )
    ]


def test_an_unknown_list_is_told_with_the_lists_there_are(vocabulary):
    hint = "Lists here: countries, tendencies, themes, kinds."
    assert vocabulary("countries:", "x: []\ncountries:")[0] == (
        1, 1, "vocabulary", "", "unknown-field", "unknown list “x”", hint,
    )  # fmt: skip


def test_a_list_that_is_none_is_told(ys_folder):
    (ys_folder / "vocabulary.yaml").write_text(
        "countries: x\ntendencies: []\nthemes: []\nkinds: []\n", "utf-8"
    )
    assert said(ys_folder)[0] == (
        "vocabulary.yaml", 1, 12, "vocabulary", "countries", "wrong-value", "must be a list", "",
    )  # fmt: skip


def test_lists_that_are_missing_are_told_together(ys_folder):
    (ys_folder / "vocabulary.yaml").write_text("countries: []\nthemes: []\n", "utf-8")
    first = next(one for one in said(ys_folder) if one[0] == "vocabulary.yaml")
    assert first[5:] == ("missing-field", "missing: tendencies, kinds", "")


def test_a_term_without_an_id_is_counted_and_left_out(vocabulary):
    told = vocabulary("{id: ideas, label: Ideas,", "{label: Ideas,")
    assert told[0][:3] == (20, 5, "theme 4")
    assert told[0][4] == "missing-field"


def test_a_term_whose_id_is_none_is_left_out_and_one_with_another_fault_mended(ys_folder):
    change(ys_folder / "vocabulary.yaml", "id: bread", "id: 'No bread'")
    change(ys_folder / "vocabulary.yaml", "id: ideas, label: Ideas", "id: ideas")
    themes = load(ys_folder).vocabulary.themes
    assert "bread" not in {one.id for one in themes}
    mended = next(one for one in themes if one.id == "ideas")
    assert (mended.label, mended.definition) == ("Ideas", "What was written, said and sung.")


def test_a_term_that_is_given_twice_is_told_and_the_first_is_kept(ys_folder):
    change(
        ys_folder / "vocabulary.yaml",
        "  - {id: ideas,",
        "  - {id: takeover, label: Another, definition: Another.}\n  - {id: ideas,",
    )
    told = [one for one in said(ys_folder) if one[0] == "vocabulary.yaml"]
    assert told == [
        ("vocabulary.yaml", 20, 10, "theme “takeover”", "id", "duplicate-id",
         "“takeover” is taken", "See vocabulary.yaml:17.")
    ]  # fmt: skip
    assert load(ys_folder).vocabulary.themes[0].label == "Taking over the work"


# Stand-ins ----------------------------------------------------------------------------------------


def test_a_stand_in_says_no_more_than_an_id_does():
    assert NO_DEFINITION == "No definition could be read."
    plain = {"id": "old-guard", "label": "Old guard", "definition": NO_DEFINITION}
    assert stand_in_term("theme", "old-guard") == plain
    assert stand_in_term("tendency", "old-guard") == plain | {"slot": "stone"}
    assert stand_in_collection("the-quay") == {
        "id": "the-quay", "title": "The quay", "span": "../..", "description": "The quay",
    }  # fmt: skip
    assert (spoken(""), spoken("a-b-c"), spoken("été")) == ("", "A b c", "Été")


def test_an_id_is_text_in_a_group_of_fields():
    assert [id_in(raw) for raw in ({"id": "a"}, {"id": ["a"]}, {}, "id", None, ["id"])] == [
        "a", "", "", "", "", "",
    ]  # fmt: skip


def test_a_collection_of_another_name_is_told_how_to_mend_it(ys_folder):
    change(ys_folder / "lyonesse/collection.yaml", "id: lyonesse", "id: lioness")
    (told,) = said(ys_folder)
    assert told == (
        "lyonesse/collection.yaml", 1, 5, "collection “lioness”", "id", "wrong-id",
        "the folder is named “lyonesse”", "Mend one of the two.",
    )  # fmt: skip


def test_a_collection_has_the_name_of_its_folder_whatever_it_says(ys_folder):
    change(ys_folder / "lyonesse/collection.yaml", "id: lyonesse", "id: lioness")
    assert load(ys_folder).collections["lyonesse"].id == "lyonesse"


def test_a_fault_of_the_header_is_told_of_the_catalogue(ys_folder):
    change(ys_folder / "catalog.yaml", "licence: CC0-1.0\n", "")
    ((file, line, column, record, _, kind, what, _),) = said(ys_folder)
    assert (file, line, column, record) == ("catalog.yaml", 1, 1, "catalog")
    assert (kind, what) == ("missing-field", "“licence” is missing")
    assert load(ys_folder).where["catalog", ""] == ("catalog.yaml", 1, 1)


# What is served of them -----------------------------------------------------------------------------


def tendency(identifier: str, broader: str | None = None, slot: str | None = None) -> Tendency:
    return Tendency.model_construct(
        id=identifier, label=identifier, definition=identifier, broader=broader, slot=slot
    )


def test_a_circle_of_tendencies_is_opened_and_gets_a_colour():
    terms = {"a": tendency("a", "b"), "b": tendency("b", "c"), "c": tendency("c", "a")}
    _mend_tendencies(terms)
    assert [(one.id, one.broader, one.slot) for one in terms.values()] == [
        ("a", "b", None), ("b", "c", None), ("c", None, "stone"),
    ]  # fmt: skip


def test_the_broadest_tendency_keeps_its_colour_or_gets_one():
    terms = {"a": tendency("a", "b"), "b": tendency("b", slot="rust"), "c": tendency("c")}
    _mend_tendencies(terms)
    assert [(one.id, one.broader, one.slot) for one in terms.values()] == [
        ("a", "b", None), ("b", None, "rust"), ("c", None, "stone"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "hull"),
    [
        (("1900", "1899-05-01/1899-06"), "1899-05-01/1900-12-31"),
        (("1900-05-01/..",), "1900-05-01/1900-05-01"),
        (("../..",), "0001/9999"),
        ((), "0001/9999"),
        (("-0431-05", "-0429"), "-0431-05-01/-0429-12-31"),
        (("Y-12000",), "0001/9999"),
    ],
)
def test_the_hull_of_dates_goes_from_the_first_day_to_the_last(dates, hull):
    assert str(_hull([parse(one) for one in dates])) == hull
