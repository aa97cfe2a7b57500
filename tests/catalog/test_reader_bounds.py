"""What a hostile file cannot do: take very long, or much memory, to say all that is wrong in it.

What is right in a file is read all the same, wherever half of it is right.
"""

from __future__ import annotations

import pytest

from components.catalog.catalog import load
from components.catalog.models import Agent, Header, Indicator
from components.catalog.problems import WARNING
from components.catalog.reading import gathering, strict_yaml
from components.catalog.reading.shapes import MOST_FAULTS, salvaged, shaped
from components.catalog.reading.strict_yaml import YamlProblem, read


def extra(folder, text: str, file: str = "ys/extra.yaml"):
    """The catalogue with one more file, and the problems of that file."""
    (folder / file).write_text(text, encoding="utf-8")
    catalog = load(folder)
    return catalog, [one for one in catalog.problems if one.file == file]


# Records that are wrong --------------------------------------------------------------------------


def test_after_a_thousand_records_and_none_right_the_rest_of_a_file_is_not_read(ys_folder, ys):
    catalog, problems = extra(ys_folder, "- x\n" * 1001)
    assert [one.line for one in problems] == list(range(1, 1002))
    last = problems[-1]
    assert (last.column, last.kind, last.severity) == (3, "yaml", "error")
    assert last.what == "from here on nothing is read: 1,000 of 1,000 records were wrong"
    assert last.hint == "Mend those first."
    assert list(catalog.events) == list(ys.events)
    assert "event" in catalog.unread


def test_a_thousand_wrong_records_are_all_named_when_nothing_follows(ys_folder):
    catalog, problems = extra(ys_folder, "- x\n" * 1000)
    assert len(problems) == 1000
    assert {one.what for one in problems} == {"must be a group of fields, not “x”"}
    assert "event" not in catalog.unread


@pytest.fixture
def ten(monkeypatch) -> None:
    """Ten records stand for a thousand."""
    monkeypatch.setattr(gathering, "MOST_LEFT_OUT", 10)


def with_places(folder, of_each: tuple[str, str], number: int) -> str:
    """The places of the catalogue, and behind them `number` of each text, in turns."""
    place = "- {{id: p-{n}, label: P, country: armor, lat: 1, lon: 1}}\n"
    more = "".join(one.format(n=n) for n in range(number) for one in (place, *of_each))
    return (folder / "places.yaml").read_text("utf-8") + more


def test_records_that_cannot_be_read_at_all_count_among_the_wrong(ys_folder, ten):
    _, problems = extra(ys_folder, "- @\n" * 20)
    assert len(problems) == 11
    assert (problems[-1].line, problems[-1].column) == (11, 3)
    assert problems[-1].what.startswith("from here on nothing is read")


def test_a_file_that_is_half_right_is_read_to_its_end(ys_folder, ys, ten):
    text = with_places(ys_folder, ("- x\n",), 30)
    catalog, problems = extra(ys_folder, text, "places.yaml")
    assert len(catalog.places) == len(ys.places) + 30
    assert [one.what for one in problems] == ["must be a group of fields, not “x”"] * 30


def test_a_file_that_is_less_than_half_right_is_read_until_that_is_seen(ys_folder, ys, ten):
    text = with_places(ys_folder, ("- x\n", "- y\n"), 30)
    catalog, problems = extra(ys_folder, text, "places.yaml")
    # 5 places of Ys, then one that is right and two that are wrong: 12 wrong of 23 are too many.
    assert problems[-1].what == "from here on nothing is read: 12 of 23 records were wrong"
    assert problems[-1].line == 5 + 18 + 1
    assert len(problems) == 13 and len(catalog.places) == len(ys.places) + 6


def test_warnings_do_not_end_the_reading(ys_folder, an_event, ten):
    """In a file that is read piece by piece they come between the records."""
    cut = {"title": "A title #1", "label": "L #2", "unknown": "U #3"}
    noticed = "".join(an_event(id=f"extra-{n}", **cut) for n in range(40))
    catalog, problems = extra(ys_folder, noticed + '- "\n')
    assert sum(one.severity == WARNING for one in problems) >= 120
    assert {f"extra-{n}" for n in range(40)} <= set(catalog.events)


def test_a_list_of_terms_that_are_all_wrong_is_not_read_to_its_end(ys_folder, ys, ten):
    text = (ys_folder / "vocabulary.yaml").read_text("utf-8") + "  - x\n" * 40
    catalog, problems = extra(ys_folder, text, "vocabulary.yaml")
    assert len(problems) == 11
    assert "from here on nothing is read: 10 of 18 records" in problems[-1].what
    assert [one.id for one in catalog.vocabulary.kinds] == [one.id for one in ys.vocabulary.kinds]
    assert "kind" in catalog.unread


# Faults of one record ----------------------------------------------------------------------------


def estimates(number: int) -> dict:
    return {"id": "a", "estimates": [{"x": "1"} for _ in range(number)]}


def test_a_record_of_thousands_of_faults_names_how_many_and_the_first():
    record, faults = shaped(Indicator, estimates(MOST_FAULTS))
    assert record is None
    assert faults[0][:2] == ((), "too-many-faults")
    # Four of each estimate, and nine of the indicator itself.
    number = 4 * MOST_FAULTS + 9
    assert faults[0].what == f"has {number:,} faults: of these the first are named"
    named = {fault.path[1] for fault in faults if fault.path[:1] == ("estimates",)}
    assert named == set(range(40))
    assert any("title" in fault.what for fault in faults if fault.kind == "missing-field")


def test_two_thousand_faults_are_all_named_and_one_more_are_counted():
    right = {"id": "a", "label": "l", "note": "n"}
    _, faults = shaped(Agent, right | {"aliases": [[]] * MOST_FAULTS})
    assert MOST_FAULTS == len(faults) == 2000
    _, faults = shaped(Agent, right | {"aliases": [[]] * (MOST_FAULTS + 1)})
    assert faults[0].what == "has 2,001 faults: of these the first are named"
    assert [fault.path for fault in faults[1:]] == [("aliases", n) for n in range(40)]


def test_a_record_of_a_thousand_faults_names_all_of_them():
    _, faults = shaped(Indicator, {"id": "a", "aliases": ["A b"] * 1000})
    assert sum(fault.path[:1] == ("aliases",) for fault in faults) == 1000


def test_of_faults_within_faults_the_number_alone_is_named():
    text = {"estimates": [{"sources": [{"x": "1"}] * 40}] * 40}
    _, faults = shaped(Indicator, text)
    assert [fault.kind for fault in faults] == ["too-many-faults"]


def test_a_header_of_thousands_of_faults_is_made_of_what_stands_in_for_it():
    instead = {
        "title": "T", "question": "T", "description": "T", "language": "en", "licence": "–",
        "cite": "T", "version": "–", "collections": ["a"],
    }  # fmt: skip
    header, faults = salvaged(Header, {"collections": ["A b"] * 3000, "title": "Mine"}, instead)
    assert header.title == "T" and header.collections == ("a",)
    assert faults[0].kind == "too-many-faults"


# Values and notices ------------------------------------------------------------------------------


def test_a_record_of_too_many_values_is_refused_and_the_next_begins_anew(monkeypatch):
    monkeypatch.setattr(strict_yaml, "MOST_IN_RECORD", 3)
    assert len(read("- [a, b, c]\n- [d, e, f]\n")[0]) == 2
    with pytest.raises(YamlProblem, match=r"^more than 3 values in one record$") as caught:
        read("- [a, b, c]\n- [d, e, f, g]\n")
    assert caught.value.place == (2, 13)


def test_any_number_of_short_records_is_read(monkeypatch):
    monkeypatch.setattr(strict_yaml, "MOST_IN_RECORD", 3)
    assert len(read("- a\n" * 20)[0]) == 20
    assert len(read("- {a: b}\n" * 20 + "- c\n" * 20)[0]) == 40


def test_of_very_many_notices_the_first_thousand_are_named():
    _, marks = read("- a #b\n" * 1500)
    assert len(marks.notices) == 1001
    assert (marks.notices[999].place, marks.notices[1000].place) == ((1000, 4), (1001, 4))
    assert marks.notices[1000].message == "more such places follow"
    assert marks.notices[1000].hint == "The first 1,000 are named."
    assert len(read("- a #b\n" * 1000)[1].notices) == 1000


def test_of_very_many_signs_that_cannot_be_seen_the_first_thousand_are_named():
    _, marks = read("- a\u200b\n" * 1500)
    assert [one.line for one in marks.notices] == list(range(1, 1002))
