"""What the models say of a field, and how many faults a record has."""

from __future__ import annotations

import pytest
from pydantic.fields import FieldInfo

from components.catalog.models import Agent, Comparison, Dispute, Event, Source
from components.catalog.models.events import Role
from components.catalog.problems import Fault
from components.catalog.reading.shape_words import (
    described_as,
    field_at,
    record_at,
    words_for,
    written_fields,
)
from components.catalog.reading.shapes import salvaged, shaped
from components.catalog.reading.strict_yaml import read

A_COMPARISON = "{id: a, title: t, description: d, stages: [], alignments: [], collections: [a, b]}"
IDS = "Ids are made of a–z, 0–9 and hyphens"


def faults(text: str, model: type) -> list[Fault]:
    return shaped(model, read(text)[0])[1]


def said(text: str, model: type) -> list[tuple]:
    return [(one.path, one.kind, one.what, one.hint) for one in faults(text, model)]


# What the models say -----------------------------------------------------------------------------


def test_a_field_is_known_by_the_name_that_authors_write():
    assert {"container-title", "publisher-place", "title"} <= written_fields(Source).keys()
    assert "container_title" not in written_fields(Source)


def test_the_record_at_a_path_is_found_through_lists_and_fields():
    assert record_at(Event, ()) is Event
    assert record_at(Event, ("roles", 0)) is record_at(Event, ("roles",)) is Role
    for nowhere in (("roles", 0, "note"), ("title",), ("nothing",), ("nothing", "more")):
        assert record_at(Event, nowhere) is None


def test_the_field_at_a_path_is_the_list_of_an_entry():
    roles = written_fields(Event)["roles"]
    assert field_at(Event, ("roles",)) is field_at(Event, ("roles", 3)) is roles
    assert field_at(Event, ("roles", "note")) is written_fields(Role)["note"]
    assert field_at(Event, ("roles", 0, "note")) is written_fields(Role)["note"]
    for nowhere in ((), (0,), ("nothing",), ("title", "more"), ("roles", 0, "nothing")):
        assert field_at(Event, nowhere) is None


def test_a_field_is_described_by_its_line_of_the_manual_and_an_example():
    assert described_as(written_fields(Event)["themes"]) == "What it is about. Example: [takeover]"
    assert described_as(written_fields(Event)["aliases"]) == "Former ids, so that old links work."
    assert described_as(FieldInfo()) == ""
    assert described_as(FieldInfo(examples=[["a", "b"]])) == "Example: [a, b]"
    assert "`" not in described_as(written_fields(Event)["date"])
    assert "`" in written_fields(Event)["date"].description


# Words -------------------------------------------------------------------------------------------


def test_a_fault_without_words_of_its_own_is_told_by_the_manual():
    found = {"type": "a_new_sort", "loc": ("themes",), "input": "x" * 3}
    hint = "What it is about. Example: [takeover]"
    assert words_for(found, Event) == ("wrong-value", "“xxx” is not valid here", hint)
    assert words_for(found | {"loc": ("nothing",)}, Event)[2] == ""


@pytest.mark.parametrize(
    ("identifier", "hint"),
    [
        ("'The Red: Flag (1901)!'", f"{IDS}: “the-red-flag-1901”."),
        ("É" * 79, f"{IDS}: “{'e' * 79}”."),
        ("É" * 80, f"{IDS}."),
        ("'!!!'", f"{IDS}."),
        ("A", f"{IDS}: “a”."),
        ("a--b", f"{IDS}: “a-b”."),
    ],
)
def test_an_id_that_is_none_comes_with_a_better_one_that_is_not_too_long(identifier, hint):
    ((path, kind, _, found),) = said(f"{{id: {identifier}, label: l, note: n}}", Agent)
    assert (path, kind, found) == (("id",), "wrong-id", hint)


@pytest.mark.parametrize(
    ("collections", "what"),
    [
        ("[]", "needs at least 2 entries"),
        ("[a]", "needs at least 2 entries"),
        ("[a, b, c]", "has 3 entries; exactly 2 fit"),
    ],
)
def test_a_pair_has_two_entries_and_anything_else_is_one_fault(collections, what):
    text = A_COMPARISON.replace("[a, b]", collections)
    found = [one for one in said(text, Comparison) if one[0] == ("collections",)]
    assert found == [(("collections",), "wrong-number", what, "")]


def test_two_pairs_that_are_too_short_are_two_faults():
    anchors = "{id: x, label: l, question: q, reason: r, anchors: []}"
    text = A_COMPARISON.replace("[a, b]", "[]").replace(
        "alignments: []", f"alignments: [{anchors}]"
    )
    found = [one[:2] for one in said(text, Comparison) if one[1] == "wrong-number"]
    assert found == [
        (("collections",), "wrong-number"), (("alignments", 0, "anchors"), "wrong-number"),
    ]  # fmt: skip


def test_a_list_that_is_too_short_says_how_many_it_needs():
    assert said("{id: a, question: q, readings: []}", Dispute) == [
        (("readings",), "empty", "is empty", "It needs at least 2.")
    ]
    reading = "{by: b, school: s, text: t, sources: [{cite: c, standing: read}]}"
    ((path, kind, what, hint),) = said(f"{{id: a, question: q, readings: [{reading}]}}", Dispute)
    assert (path, kind, what) == (("readings",), "wrong-number", "has 1; it needs at least 2")
    assert hint == described_as(written_fields(Dispute)["readings"]) != ""


def test_an_entry_that_is_wrong_is_not_also_missing():
    reading = "{by: b, school: s, text: t, sources: [{cite: c, standing: read}]}"
    found = said(f"{{id: a, question: q, readings: [{reading}, x]}}", Dispute)
    assert [(path, kind) for path, kind, *_ in found] == [(("readings", 1), "wrong-value")]


def test_a_group_is_told_with_the_fields_that_it_needs():
    text = A_COMPARISON.replace("stages: []", "stages: [x]")
    found = next(one for one in said(text, Comparison) if one[0] == ("stages", 0))
    assert found[1:] == (
        "wrong-value", "must be a group of fields, not “x”",
        "Write {id: …, question: …, fairness: …, why: …, limps: …, sides: …}.",
    )  # fmt: skip


def test_an_unknown_field_is_placed_at_its_name_and_any_other_fault_at_its_value():
    unknown, missing = faults("{id: a, labell: l}", Agent)
    assert (unknown.path, unknown.at_key) == (("labell",), True)
    assert (missing.path, missing.at_key, missing.what) == ((), False, "“note” is missing")


def test_two_missing_fields_are_named_together_and_one_alone_is_explained():
    assert said("{id: a}", Agent) == [((), "missing-field", "missing: label, note", "")]
    ((_, _, what, hint),) = said("{id: a, label: l}", Agent)
    assert (what, hint) == ("“note” is missing", described_as(written_fields(Agent)["note"]))


def test_every_missing_field_that_resembles_none_is_told_but_no_twice():
    found = said("{id: a, labell: l, notee: n, xyz: z}", Agent)
    assert [(kind, what) for _, kind, what, _ in found] == [
        ("unknown-field", "unknown field “labell”"),
        ("unknown-field", "unknown field “notee”"),
        ("unknown-field", "unknown field “xyz”"),
    ]


def test_empty_fields_that_may_be_left_out_are_no_faults_wherever_they_are():
    text = "id: a\nlabel: l\nnote: n\nlang:\nsources:\n  - {cite: c, standing: read, locator: }\n"
    record, found = shaped(Agent, read(text)[0])
    assert (record.lang, record.sources[0].locator, found) == (None, None, [])


def test_what_is_no_group_of_fields_is_salvaged_from_what_stands_in_for_it():
    instead = {"id": "a", "label": "Instead", "note": "Instead"}
    agent, found = salvaged(Agent, ["x"], instead)
    assert (agent.id, agent.label) == ("a", "Instead")
    assert [one.path for one in found] == [()]


def test_what_is_right_is_salvaged_without_a_fault():
    agent, found = salvaged(Agent, {"id": "b", "label": "B", "note": "N"}, {})
    assert (agent.id, found) == ("b", [])


@pytest.mark.parametrize("wrong", [{"aliases": ["x", ["y"]]}, {"sources": [{"cite": "c"}]}])
def test_of_a_list_with_a_fault_nothing_is_salvaged(wrong):
    instead = {"id": "a", "label": "Instead", "note": "Instead"}
    agent, _ = salvaged(Agent, {"label": "Mine", **wrong}, instead)
    assert (agent.label, agent.aliases, agent.sources) == ("Mine", (), ())
