"""From files to records: what is known of what was left out, and from faults back to their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.problems import WARNING, Fault
from components.catalog.reading.locating import Locator


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def broken(folder: Path, file: str, text: str):
    """The catalogue with another text as one of its files, and what is said of that file."""
    (folder / file).write_text(text, encoding="utf-8")
    catalog = load(folder)
    told = [
        (one.line, one.column, one.record, one.field, one.kind, one.severity, one.what)
        for one in catalog.problems
        if one.file == file
    ]
    return catalog, told


# What is left out -----------------------------------------------------------------------------------


def test_a_record_that_cannot_be_read_is_named_and_counts_as_declared(ys_folder):
    catalog, told = broken(ys_folder, "ys/extra.yaml", "- id: half\n  x: @\n")
    assert told == [
        (2, 6, "event “half”", "", "yaml", "error", "found character that cannot start any token")
    ]
    assert ("event", "half") in catalog.left_out
    assert "event" not in catalog.unread


def test_a_record_without_a_name_that_cannot_be_read_leaves_its_kind_unread(ys_folder):
    catalog, told = broken(ys_folder, "ys/extra.yaml", "- x: @\n")
    assert told[0][:4] == (1, 6, "", "")
    assert "event" in catalog.unread


def test_a_record_with_a_fault_is_named_and_counts_as_declared(ys_folder):
    catalog, told = broken(ys_folder, "people.yaml", "- {id: nobody, label: N}\n- {label: M}\n")
    assert [one[2] for one in told] == ["person “nobody”", "person 2"]
    assert ("person", "nobody") in catalog.left_out
    assert "person" not in catalog.unread


def test_who_points_to_what_could_not_be_read_is_not_told_so(ys_folder):
    catalog, told = broken(ys_folder, "people.yaml", "- x: @\n")
    assert len(told) == 1 and len(catalog.problems) == 1
    assert catalog.people == {}


def test_a_warning_leaves_nothing_unread(ys_folder, an_event):
    catalog, told = broken(ys_folder, "ys/extra.yaml", an_event(title="No #5"))
    assert [one[2:6] for one in told] == [("", "", "yaml", WARNING)]
    assert "event" not in catalog.unread and "extra" in catalog.events


def test_a_file_of_a_wrong_encoding_is_told_and_what_can_be_read_is(ys_folder, ys):
    text = (ys_folder / "places.yaml").read_text("utf-8")
    (ys_folder / "places.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    catalog = load(ys_folder)
    (told,) = catalog.problems
    assert (told.what, told.kind, told.record) == (
        "the file starts with a byte order mark",
        "yaml",
        "",
    )
    assert catalog.places == ys.places


def test_a_file_that_cannot_be_read_is_told_and_its_kind_unread(ys_folder):
    (ys_folder / "people.yaml").unlink()
    (ys_folder / "people.yaml").symlink_to(ys_folder / "gone")
    catalog = load(ys_folder)
    (told,) = catalog.problems
    assert (told.file, told.line, told.kind) == ("people.yaml", 0, "cannot-be-read")
    assert told.what == "cannot be read: it leads nowhere"
    assert "person" in catalog.unread


# Names that are taken -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "see"),
    [
        ({"id": "harbour-strike"}, "id", "See ys/1900.yaml:36."),
        ({"id": "workshops-seized"}, "id", "See ys/indicators.yaml:1."),
        ({"id": "was-the-strike-planned"}, "id", "See ys/disputes.yaml:1."),
        ({"aliases": "[free, grain-store-1900]"}, "aliases 2", "See ys/1900.yaml:97."),
    ],
)
def test_a_name_that_is_taken_is_told_with_the_place_of_the_first(
    ys_folder, an_event, changes, field, see
):
    path = ys_folder / "ys" / "extra.yaml"
    path.write_text(an_event(**changes), "utf-8")
    (told,) = [one for one in load(ys_folder).problems if one.file == "ys/extra.yaml"]
    assert (told.kind, told.field, told.hint) == ("duplicate-id", field, see)
    assert told.what == f"“{changes.get('id', 'grain-store-1900')}” is taken"


def test_the_former_name_of_an_indicator_is_taken_too(ys_folder, an_event):
    path = ys_folder / "ys" / "indicators.yaml"
    text = path.read_text("utf-8").replace(
        "- id: workshops-seized\n", "- id: workshops-seized\n  aliases: [old-workshops]\n"
    )
    path.write_text(text, "utf-8")
    (ys_folder / "ys" / "extra.yaml").write_text(an_event(id="old-workshops"), "utf-8")
    (told,) = [one for one in load(ys_folder).problems if one.kind == "duplicate-id"]
    assert (told.file, told.hint) == ("ys/extra.yaml", "See ys/indicators.yaml:2.")


def test_of_two_records_of_one_name_the_first_is_kept(ys_folder, an_event):
    path = ys_folder / "ys" / "extra.yaml"
    path.write_text(an_event(title="One") + an_event(title="Two"), "utf-8")
    assert load(ys_folder).events["extra"].title == "One"


def test_an_event_whose_alias_is_taken_is_kept(ys_folder, an_event):
    path = ys_folder / "ys" / "extra.yaml"
    path.write_text(an_event(aliases="[grain-store-1900]"), "utf-8")
    assert "extra" in load(ys_folder).events


def test_the_place_of_a_name_is_where_it_is_written(ys_folder, an_event):
    path = ys_folder / "ys" / "extra.yaml"
    path.write_text(an_event(id="\n    extra") + an_event(), "utf-8")
    (told,) = [one for one in load(ys_folder).problems if one.file == "ys/extra.yaml"]
    assert told.hint == "See ys/extra.yaml:2."


def test_a_person_and_an_organisation_share_their_names_and_a_place_does_not(ys_folder):
    person = "- {id: harbour-union, label: H, note: N}\n- {id: ys, label: Y, note: N}\n"
    path = ys_folder / "people.yaml"
    path.write_text(path.read_text("utf-8") + person, "utf-8")
    told = [one for one in load(ys_folder).problems if one.kind == "duplicate-id"]
    assert len(told) == 1 and "harbour-union" in told[0].what


# Back to the place ------------------------------------------------------------------------------------


def problem(ys, key, *path, **more):
    return Locator(ys.folder, ys.where).problem(key, Fault(path, "sort", "what", "hint", **more))


def test_a_fault_is_found_at_its_field_in_a_list_of_records(ys):
    one = problem(ys, ("event", "harbour-strike"), "sources", 1, "via", severity=WARNING)
    line = (ys.folder / "ys/1900.yaml").read_text("utf-8").split("\n")[one.line - 1]
    assert (one.file, one.record, one.field) == (
        "ys/1900.yaml",
        "event “harbour-strike”",
        "sources 2, via",
    )
    assert line[one.column - 1 :].startswith("le-goff-1978")
    assert (one.what, one.hint, one.severity, one.kind) == ("what", "hint", WARNING, "sort")


def test_a_fault_is_found_in_the_one_record_of_a_file(ys):
    one = problem(ys, ("catalog", ""), "licence")
    line = (ys.folder / "catalog.yaml").read_text("utf-8").split("\n")[one.line - 1]
    assert (one.file, one.record) == ("catalog.yaml", "catalog")
    assert line[one.column - 1 :] == "CC0-1.0"


def test_a_fault_is_found_in_a_term_of_the_vocabulary(ys):
    one = problem(ys, ("theme", "ideas"), "label")
    line = (ys.folder / "vocabulary.yaml").read_text("utf-8").split("\n")[one.line - 1]
    assert (one.file, one.record) == ("vocabulary.yaml", "theme “ideas”")
    assert line[one.column - 1 :].startswith("Ideas,")


def test_a_fault_of_a_file_that_is_gone_is_placed_where_its_record_stood(ys_folder):
    catalog = load(ys_folder)
    (ys_folder / "people.yaml").unlink()
    key = next(("person", id) for id in catalog.people)
    locator = Locator(ys_folder, catalog.where)
    one = locator.problem(key, Fault(("aliases", 0), "sort", "what", "hint", WARNING))
    assert (one.file, one.line, one.column) == catalog.where[key]
    assert (one.record, one.field) == (f"person “{key[1]}”", "aliases 1")
    assert (one.what, one.hint, one.severity, one.kind) == ("what", "hint", WARNING, "sort")


def test_a_fault_of_a_record_that_nobody_knows_has_no_place(ys):
    one = problem(ys, ("event", "nobody"), "date")
    assert (one.file, one.line, one.column, one.field) == ("", 0, 0, "date")


def test_a_fault_is_found_in_a_file_of_another_encoding(ys_folder):
    path = ys_folder / "places.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    catalog = load(ys_folder)
    one = Locator(ys_folder, catalog.where).problem(
        ("place", "ys"), Fault(("label",), "sort", "what")
    )
    assert (one.file, one.line, one.column) == ("places.yaml", 1, 19)
