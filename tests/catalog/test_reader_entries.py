"""Records of a file: their numbers, their places, and how a fault in one of them is named."""

from __future__ import annotations

import pytest

from components.catalog.problems import WARNING, Fault
from components.catalog.reading import entries
from components.catalog.reading.entries import BrokenEntry

THREE = "- id: a\n- id: b\n  x: @\n- id: c\n  notes: [{by: d}]\n"


def one(text: str, split=entries.several):
    (entry,) = split(text)
    return entry


def test_records_are_numbered_from_one_as_they_stand():
    found = list(entries.several("- id: a\n- id: b\n- id: c\n"))
    assert [(entry.raw["id"], entry.number) for entry in found] == [("a", 1), ("b", 2), ("c", 3)]
    assert [entry.place() for entry in found] == [(1, 3), (2, 3), (3, 3)]


def test_a_broken_record_has_its_id_and_its_number_is_not_given_to_another():
    first, broken, third = entries.several(THREE)
    assert (first.number, first.raw) == (1, {"id": "a"})
    assert isinstance(broken, BrokenEntry)
    assert (broken.id, broken.severity, broken.problem.place) == ("b", "error", (3, 6))
    assert (third.number, third.raw["id"], third.place()) == (3, "c", (4, 3))


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("- id: 'a-1'\n  x: @\n", "a-1"),
        ('- x: @\n  id:   "b2"\n', "b2"),
        ("- x: @\n", ""),
        ("- grid: a\n  x: @\n", ""),
        ("- {id: c, x: @}\n", "c"),
    ],
)
def test_the_id_of_a_broken_record_is_made_out_where_it_can_be(text, identifier):
    assert one(text).id == identifier


def test_a_file_that_is_no_list_is_told_where_it_begins():
    for text, place in (("a: 1\nb: 2\n", (1, 1)), ("\n\ntext\n", (3, 1))):
        broken = one(text)
        assert (broken.problem.place, broken.id) == (place, "")
        assert broken.problem.message == "the file should be a list of records"
        assert broken.problem.hint == (
            "Start each record with “- ” in the first column, its fields below it."
        )


def test_an_empty_file_has_no_record_and_nothing_wrong():
    assert list(entries.several("")) == list(entries.several("# nothing\n")) == []


def test_what_was_probably_not_meant_comes_after_the_records_as_a_warning():
    *records, notice = entries.several("- a #b\n- c\n")
    assert [entry.raw for entry in records] == ["a", "c"]
    assert (notice.severity, notice.id, notice.problem.place) == (WARNING, "", (1, 4))


def test_a_file_of_one_record_is_that_record_and_its_notices():
    entry, notice = entries.single("a: b #c\n")
    assert (entry.raw, entry.number, entry.path, entry.place()) == ({"a": "b"}, 1, (), (1, 1))
    assert (notice.severity, notice.id) == (WARNING, "")
    broken = one("a: @\n", entries.single)
    assert (broken.severity, broken.id, broken.problem.place) == ("error", "", (1, 4))


def test_the_records_in_a_list_of_a_record_are_numbered_and_placed():
    entry = one("themes:\n  - {id: a}\n  - {id: b}\n", entries.single)
    inside = list(entry.inside("themes"))
    assert [(one.number, one.raw["id"]) for one in inside] == [(1, "a"), (2, "b")]
    assert [one.place() for one in inside] == [(2, 5), (3, 5)]
    assert inside[1].place(("id",)) == (3, 10)
    assert inside[1].place(("id",), at_key=True) == (3, 6)


def test_a_fault_is_placed_at_the_value_or_at_the_name_and_says_the_field():
    entry = one("- notes:\n  - {by: d,\n     of: e}\n")
    value = entry.problem("f.yaml", "note “a”", Fault(("notes", 0, "of"), "sort", "what", "hint"))
    assert (value.file, value.line, value.column) == ("f.yaml", 3, 10)
    assert (value.record, value.field) == ("note “a”", "notes 1, of")
    assert (value.what, value.hint, value.severity, value.kind) == ("what", "hint", "error", "sort")
    fault = Fault(("notes", 0, "of"), "sort", "what", at_key=True, severity=WARNING)
    name = entry.problem("f.yaml", "note “a”", fault)
    assert (name.line, name.column, name.field, name.severity) == (3, 6, "notes 1", WARNING)
