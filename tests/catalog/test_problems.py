"""Problems in the author's words: one cause, one message, with its place and what to do."""

from __future__ import annotations

import pytest

from components.catalog.models import Agent, Comparison, Estimate, Event, Place, Source
from components.catalog.problems import (
    WARNING,
    Fault,
    Problem,
    did_you_mean,
    field_words,
    nearest,
    quoted,
    record_words,
)
from components.catalog.reading.shapes import salvaged, shaped
from components.catalog.reading.strict_yaml import read

AN_EVENT = (
    "{id: a, date: 1900-05, title: T, kind: k, place: p, importance: 2, themes: [t], "
    "roles: [{tendency: t, role: acted}], summary: s, sources: [{cite: c, standing: read}]}"
)


def faults(text: str, model: type = Event) -> list[tuple]:
    """(path, kind, what, hint) of everything wrong in a record written as YAML."""
    return [fault[:4] for fault in shaped(model, read(text)[0])[1]]


def of_event(old: str, new: str) -> list[tuple]:
    assert old in AN_EVENT
    return faults(AN_EVENT.replace(old, new))


# The value --------------------------------------------------------------------------------------


def test_a_problem_is_two_lines_with_place_record_field_and_advice():
    problem = Problem(
        "ys/1900.yaml", 12, 7, "event “harbour-strike”", "sources 1",
        "unknown field “locater”", "Did you mean “locator”?",
    )  # fmt: skip
    assert str(problem) == (
        "ys/1900.yaml:12:7: event “harbour-strike”, sources 1: unknown field “locater”\n"
        "    Did you mean “locator”?"
    )


def test_a_problem_of_a_whole_file_has_no_line_and_a_warning_says_so():
    assert str(Problem("people.yml", 0, 0, "", "", "this file is not read", severity=WARNING)) == (
        "people.yml: warning: this file is not read"
    )


def test_paths_and_records_are_said_as_an_author_says_them():
    assert field_words(("sources", 0, "cite")) == "sources 1, cite"
    assert field_words(()) == ""
    assert record_words("event", "harbour-strike") == "event “harbour-strike”"
    assert record_words("event", "") == "event"


def test_what_was_probably_meant_is_offered_and_wild_guesses_are_not():
    words = ["jeanne-morel", "kermarec", "penrose"]
    assert did_you_mean("kermerec", words) == "Did you mean “kermarec”?"
    assert nearest("Jeanne Morel", words) == "jeanne-morel"
    assert nearest("titel", ["date", "title"]) == "title"
    assert did_you_mean("harbour", words) == ""


def test_values_are_quoted_and_long_ones_cut():
    assert quoted("five") == "“five”"
    assert quoted(["a"]) == "a list"
    assert quoted({"a": "b"}) == "a group of fields"
    assert quoted("x" * 80) == f"“{'x' * 57}…”"


# Fields -----------------------------------------------------------------------------------------


def test_a_right_record_has_no_faults():
    assert faults(AN_EVENT) == []


def test_a_misspelt_field_is_named_once_and_does_not_count_as_missing():
    expected = [(("titel",), "unknown-field", "unknown field “titel”", "Did you mean “title”?")]
    assert of_event("title: T", "titel: T") == expected
    expected = [(("Title",), "unknown-field", "unknown field “Title”", "Did you mean “title”?")]
    assert of_event("title: T", "Title: T") == expected


def test_an_unknown_field_that_resembles_none_comes_with_the_fields_there_are():
    assert of_event("role: acted", "role: acted, colour: red") == [
        (
            ("roles", 0, "colour"),
            "unknown-field",
            "unknown field “colour”",
            "Fields here: tendency, role, actors, note.",
        )
    ]


def test_a_missing_field_is_explained_by_its_line_of_the_manual():
    ((path, kind, what, hint),) = of_event("date: 1900-05, ", "")
    assert (path, kind, what) == ((), "missing-field", "“date” is missing")
    assert hint.startswith("EDTF, New Style (Gregorian): 1901-05-14 a day, 1901-05 a month")
    assert hint.endswith("Example: 1901-05-14")


def test_many_missing_fields_are_one_fault():
    assert faults("{id: a, titel: b, date: 1900}") == [
        (("titel",), "unknown-field", "unknown field “titel”", "Did you mean “title”?"),
        ((), "missing-field",
         "missing: kind, place, importance, themes, roles, summary, sources", ""),
    ]  # fmt: skip


def test_a_text_that_was_cut_by_a_comma_is_told_how_to_be_whole():
    text = "{id: a, type: book, title: Stones, and how they fell, seen: whole}"
    (fault,) = faults(text, Source)
    assert fault[2:] == (
        "unknown field “and how they fell”",
        "The rest of a text? Inside {…} a comma ends a text: put the text between quotes.",
    )


def test_a_csl_field_is_known_by_the_name_that_csl_writes():
    assert faults("{id: a, type: book, title: t, container_title: b, seen: whole}", Source) == [
        (("container_title",), "unknown-field", "unknown field “container_title”",
         "Did you mean “container-title”?")
    ]  # fmt: skip


def test_an_empty_field_that_may_be_left_out_is_as_if_left_out():
    record, found = shaped(Event, read(AN_EVENT.replace("summary: s", "summary: s, aliases: "))[0])
    assert (record.aliases, found) == ((), [])


@pytest.mark.parametrize("empty", ["summary: ", "summary: ''", "summary: ' '"])
def test_an_empty_field_that_is_needed_is_empty_and_not_missing(empty):
    assert of_event("summary: s", empty) == [(("summary",), "empty", "is empty", "")]


def test_an_empty_entry_of_a_list_is_empty():
    aliases = "{aliases: [b, ''], "
    assert faults(AN_EVENT.replace("{", aliases, 1)) == [
        (("aliases", 1), "wrong-id", "“” is not an id", "Ids are made of a–z, 0–9 and hyphens.")
    ]
    assert faults("id: a\nlabel: b\nnote: c\naliases:\n  -\n", Agent) == [
        (("aliases", 0), "empty", "is empty", "")
    ]


# Values -----------------------------------------------------------------------------------------

TEXT = "Put quotes around a text that starts with [ or { or contains “: ”."
ROLES = "acted, proposed, supported, opposed, suppressed"


@pytest.mark.parametrize(
    ("old", "new", "path", "kind", "what", "hint"),
    [
        ("importance: 2", "importance: 5", "importance", "wrong-value", "“5” is not one of: 1, 2, 3", ""),
        ("importance: 2", "importance: two", "importance", "wrong-value", "“two” is not one of: 1, 2, 3", ""),
        ("role: acted", "role: actd", "roles 1, role", "wrong-value", f"“actd” is not one of: {ROLES}", "Did you mean “acted”?"),
        ("id: a", "id: 'Ünder the Sea!'", "id", "wrong-id", "“Ünder the Sea!” is not an id", "Ids are made of a–z, 0–9 and hyphens: “under-the-sea”."),
        ("title: T", f"title: {'x' * 101}", "title", "wrong-value", "has 101 characters; at most 100 fit", "Shorten it."),
        ("summary: s", "summary: [s]", "summary", "wrong-value", "must be text, not a list", TEXT),
        ("summary: s", "summary: {s: t}", "summary", "wrong-value", "must be text, not a group of fields", TEXT),
        ("themes: [t]", "themes: t", "themes", "wrong-value", "must be a list", "Write [t]."),
        ("themes: [t]", "themes: []", "themes", "empty", "is empty", ""),
        ("roles: [{tendency: t, role: acted}]", "roles: {tendency: t, role: acted}", "roles", "wrong-value", "must be a list", "Start each entry with “- ”, or write [{…}]."),
        ("roles: [{tendency: t, role: acted}]", "roles: [t]", "roles 1", "wrong-value", "must be a group of fields, not “t”", "Write {tendency: …, role: …}."),
        ("date: 1900-05", "date: 1900-02-30", "date", "wrong-date", "“1900-02-30” has no day 30 in February 1900", ""),
        ("date: 1900-05", "date: [1900-05-02,1900-05-03]", "date", "wrong-date", "must be a date, not a list", "Put quotes around a date that starts with [ or {."),
        ("date: 1900-05", "date: {text: 1900}", "date", "wrong-date", "must be a date, not a group of fields", "Put quotes around a date that starts with [ or {."),
        ("date: 1900-05", "date: ", "date", "empty", "is empty", ""),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_in_plain_words(old, new, path, kind, what, hint):
    ((at, *found),) = of_event(old, new)
    assert (field_words(at), *found) == (path, kind, what, hint)


@pytest.mark.parametrize("number", ["1,200", "1_200", "nan", "inf", "12 %", "0x10", "٣", "--1"])
def test_numbers_are_written_with_digits_and_a_point(number):
    text = f"{{value: '{number}', date: 1900, by: b, sources: [{{cite: c, standing: read}}]}}"
    hint = "Digits, with a point before decimals: 1200 or 86.9."
    expected = [(("value",), "wrong-value", f"“{number}” is not a number", hint)]
    assert faults(text, Estimate) == expected


def test_a_number_out_of_bounds_names_the_bound():
    assert faults("{id: a, label: b, country: c, lat: 91, lon: -200}", Place) == [
        (
            ("lat",),
            "wrong-value",
            "91 is more than 90",
            "Degrees north; left out with lon where nobody knows. Example: 48.09",
        ),
        (("lon",), "wrong-value", "-200 is less than -180", "Degrees east. Example: -4.51"),
    ]


def test_a_pattern_is_explained_by_the_manual():
    assert faults("{id: a, label: b, note: c, wikidata: '12'}", Agent) == [
        (("wikidata",), "wrong-value", "“12” does not fit",
         "Number of its Wikidata item. Example: Q1")
    ]  # fmt: skip


def test_pairs_are_two_and_yes_is_not_true():
    text = (
        "{id: a, title: t, description: d, collections: [a], stages: [], alignments: "
        "[{id: x, label: l, question: q, reason: r, backwards: yes, anchors: "
        "[{collection: a, event: b}, {collection: b, event: d}, {collection: c, event: d}]}]}"
    )
    assert faults(text, Comparison) == [
        (("collections",), "wrong-number", "needs at least 2 entries", ""),
        (("alignments", 0, "anchors"), "wrong-number", "has 3 entries; exactly 2 fit", ""),
        (("alignments", 0, "backwards"), "wrong-value", "“yes” is neither true nor false", ""),
        (("stages",), "empty", "is empty", ""),
    ]


def test_a_julian_day_is_a_day_of_its_own_calendar():
    assert of_event("date: 1900-05", "date: 1900-05, old_style: 1900-02-29") == []
    assert of_event("date: 1900-05", "date: 1900-02-29")[0][1] == "wrong-date"


@pytest.mark.parametrize(("text", "what"), [("hello", "“hello”"), ("[a, b]", "a list")])
def test_what_is_no_record_at_all_is_told_so(text, what):
    assert faults(text) == [((), "wrong-value", f"must be a group of fields, not {what}", "")]


def test_no_message_speaks_of_classes_or_of_pydantic():
    wrong = "{id: [], date: [], title: {}, kind: 1 2, importance: x, themes: x, roles: x, sources: [1], foo: 1}"
    said = " ".join(f"{what} {hint}" for _, _, what, hint in faults(wrong))
    assert not [
        word
        for word in ("Input", "pydantic", "validation", "Event", "tuple", "str")
        if word in said.split()
    ]


# What cannot be left out --------------------------------------------------------------------------


def test_a_salvaged_record_keeps_what_is_right():
    instead = {"id": "a", "label": "Instead", "note": "Instead", "lang": "en"}
    agent, found = salvaged(Agent, {"id": "b", "label": [], "note": "Right", "x": "y"}, instead)
    assert (agent.id, agent.label, agent.note) == ("b", "Instead", "Right")
    assert [fault.kind for fault in found] == ["wrong-value", "unknown-field"]


def test_a_fault_is_an_error_unless_it_says_otherwise():
    assert Fault((), "kind", "what").severity == "error"


def test_a_sentence_that_codes_of_signs_make_too_long_is_cut():
    one = Problem("a.yaml", 1, 1, "", "", "\u202e" * 200, "\u202e" * 200)
    assert (len(one.what), one.what[-1]) == (300, "…")
    assert (len(one.hint), one.hint[-1]) == (700, "…")
