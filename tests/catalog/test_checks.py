"""What must hold between records: each rule by an event, estimate … that breaks it."""

from __future__ import annotations

from inspect import isfunction, ismodule, signature
from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.checks import every

YS = Path(__file__).parents[1] / "fixtures" / "ys"
COMPARISON = "comparisons/ys-lyonesse.yaml"


@pytest.fixture
def edit(ys_folder):
    """Change a text in a file of Ys; the problems then, as (line, kind, field, what, hint)."""

    def problems(file: str, old: str, new: str) -> list[tuple]:
        path = ys_folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [
            (one.line, one.kind, one.field, one.what, one.hint) for one in load(ys_folder).problems
        ]

    return problems


def line_of(text: str, file: str) -> int:
    """The line of a file of Ys in which a text stands first."""
    lines = (YS / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_invented_catalogue_has_no_problems(ys):
    assert ys.problems == ()


def test_an_event_that_is_right_has_no_problems(check, an_event):
    assert check(an_event()) == []


# References ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "line", "hint"),
    [
        ({"place": "ys-quai"}, 5, "Did you mean “ys-quay”?"),
        ({"place": "atlantis"}, 5, "Add it to places.yaml."),
        ({"kind": "stirke"}, 4, "Did you mean “strike”?"),
        ({"themes": "[bread, takover]"}, 7, "Did you mean “takeover”?"),
        ({"roles": "[{tendency: syndicalists, role: acted}]"}, 8, "Did you mean “syndicalist”?"),
        ({"roles": "[{tendency: crews, role: acted, actors: [jeane-morel]}]"}, 8, "Did you mean “jeanne-morel”?"),
        ({"roles": "[{tendency: crews, role: acted, actors: [nobody-known]}]"}, 8, "Add it to people.yaml or organisations.yaml."),
        ({"sources": "[{cite: morel-1091, locator: p. 1, standing: read}]"}, 10, "Did you mean “morel-1901”?"),
        ({"country": "kerno"}, 11, "Did you mean “kernow”?"),
        ({"indicators": "[quay-union-member]"}, 11, "Did you mean “quay-union-members”?"),
        ({"indicators": "[arrests-1901]"}, 11, "It is now “raid-arrests”."),
        ({"disputes": "[was-it-planned]"}, 11, "Did you mean “was-the-strike-planned”?"),
        ({"related": "[{event: grain-store-1900, how: answers}]"}, 11, "It is now “grain-store-seized”."),
    ],
)  # fmt: skip
def test_an_unknown_id_is_reported_with_what_was_probably_meant(
    check, an_event, changes, line, hint
):
    assert check(an_event(**changes)) == [(line, "unknown-reference", hint)]


def test_unknown_ids_are_reported_wherever_they_stand(edit):
    found = edit(COMPARISON, "indicator: raid-arrests", "indicator: raids")
    assert found == [
        (line_of("raid-arrests", COMPARISON), "unknown-reference", "pairs 3, sides 1, indicator", "unknown indicator “raids”",
         "Add it to indicators.yaml.")
    ]  # fmt: skip


def test_what_points_to_a_broken_record_is_not_reported_for_it(edit):
    found = edit("places.yaml", "lat: 48.09", "lat: north")
    assert [(line, kind) for line, kind, *_ in found] == [(2, "wrong-value")]


def test_a_place_has_both_degrees_or_neither(edit):
    found = edit("places.yaml", "lat: 48.09, lon", "lon")
    assert [(line, kind) for line, kind, *_ in found] == [(2, "half-a-point")]
    assert edit("places.yaml", "lon: -4.51, extent: site", "extent: site") == []


def test_an_event_is_not_related_to_itself(check, an_event):
    found = check(an_event(related="[{event: extra, how: answers}]"))
    assert found == [(11, "related-to-itself", "")]


def test_the_same_id_twice_in_a_list_is_noticed(check, an_event):
    assert check(an_event(themes="[bread, ideas, bread]")) == [(7, "given-twice", "Delete one.")]


@pytest.mark.parametrize(
    ("changes", "line", "file", "first"),
    [
        ({"id": "harbour-strike"}, 1, "ys/1900.yaml", "- id: harbour-strike"),
        ({"id": "quay-union-members"}, 1, "ys/indicators.yaml", "- id: quay-union-members"),
        ({"id": "grain-store-1900"}, 1, "ys/1900.yaml", "aliases: [grain-store-1900]"),
        ({"aliases": "[pilots-join]"}, 11, "ys/1900.yaml", "- id: pilots-join"),
    ],
)
def test_an_id_or_alias_is_taken_once(check, an_event, changes, line, file, first):
    hint = f"See {file}:{line_of(first, file)}."
    assert check(an_event(**changes)) == [(line, "duplicate-id", hint)]


def test_a_person_and_an_organisation_cannot_share_an_id(edit):
    found = edit("people.yaml", "- id: kermarec", "- id: prefecture")
    hint = f"See organisations.yaml:{line_of('- id: prefecture', 'organisations.yaml')}."
    line = line_of("- id: kermarec", "people.yaml")
    assert found[0] == (line, "duplicate-id", "id", "“prefecture” is taken", hint)


def test_ids_inside_a_review_are_different(edit):
    found = edit("reviews/kermarec-1902.yaml", "id: K-2", "id: K-1")
    line = line_of("K-2", "reviews/kermarec-1902.yaml")
    assert found == [(line, "duplicate-id", "claims 2, id", "“K-1” is taken in this list", "")]


@pytest.mark.parametrize(
    ("file", "text", "record"),
    [
        ("people.yaml", "- {id: extra, label: E, note: N.}\n", "person “extra”"),
        ("organisations.yaml", "- {id: extra, label: E, note: N.}\n", "organisation “extra”"),
        ("places.yaml", "- {id: extra, label: E, country: armor, lat: 1, lon: 1}\n", "place “extra”"),
        ("sources.yaml", "- {id: extra, type: book, title: E, seen: part}\n", "source “extra”"),
        ("vocabulary.yaml", "  - {id: extra, label: E, definition: D.}\n", "kind “extra”"),
    ],
)  # fmt: skip
def test_what_nothing_points_to_is_noticed(ys_folder, file, text, record):
    with (ys_folder / file).open("a", encoding="utf-8") as opened:
        opened.write(text)
    problems = load(ys_folder).problems
    assert [(one.record, one.kind, one.severity) for one in problems] == [
        (record, "unused", "warning")
    ]


def test_a_folder_of_events_is_named_in_the_catalogue(edit):
    found = edit("catalog.yaml", "[ys, lyonesse]", "[ys]")
    assert found == [
        (10, "unlisted-collection", "collections", "the folder “lyonesse” is not named here",
         "Add it, so that it has a place in the order; it is shown last.")
    ]  # fmt: skip


def test_a_named_collection_has_a_folder(edit):
    found = edit("catalog.yaml", "[ys, lyonesse]", "[ys, lyonesse, atlantis]")
    assert found == [
        (10, "unknown-reference", "collections 3", "unknown collection “atlantis”", "")
    ]


# Words --------------------------------------------------------------------------------------------


def test_a_narrower_tendency_has_no_slot_of_its_own(edit):
    found = edit("vocabulary.yaml", "broader: syndicalist}", "broader: syndicalist, slot: rust}")
    hint = "Delete one: a narrower tendency takes the mark of the broader."
    assert found == [(7, "broader-and-slot", "slot", "has both broader and slot", hint)]


def test_a_broad_tendency_has_a_slot(edit):
    found = edit("vocabulary.yaml", ", slot: purple}", "}")
    hint = "The broadest tendencies need a slot; narrower ones name the broader."
    assert found == [(11, "no-broader-no-slot", "", "has neither broader nor slot", hint)]


def test_a_tendency_is_no_part_of_itself(edit):
    found = edit("vocabulary.yaml", "slot: rust}", "broader: harbour-syndicalist}")
    assert [(line, kind) for line, kind, *_ in found] == [(6, "circle"), (7, "circle")]


def test_a_slot_marks_one_tendency(edit):
    found = edit("vocabulary.yaml", "slot: purple", "slot: blue")
    what = "“blue” is the mark of “municipal-socialist” already"
    assert found == [(11, "slot-taken", "slot", what, "")]


@pytest.mark.parametrize(
    ("title", "is_reported"),
    [("The end.", True), ("Was it the end?", False), ("The end…", False), ("A talk by J. M.", False),
     ("Statutes of the H.U.Y.", False), ("Etc.", True)],
)  # fmt: skip
def test_a_title_ends_without_a_full_stop(check, an_event, title, is_reported):
    expected = [(3, "full-stop", "Delete it.")] if is_reported else []
    assert check(an_event(title=title)) == expected


def test_a_name_in_its_own_language_names_the_language(edit):
    found = edit("people.yaml", "  lang: kw\n", "")
    assert [entry[:4] for entry in found] == [
        (
            line_of("Alys", "people.yaml"),
            "no-language",
            "original",
            "original and lang belong together",
        )
    ]


def test_the_country_of_the_place_is_not_repeated(check, an_event):
    assert check(an_event(country="armor")) == [(11, "needless-country", "Delete it.")]


@pytest.mark.parametrize(
    ("citation", "kind"),
    [
        ("{cite: morel-1901, standing: read}", "no-locator"),
        ("{cite: morel-1901, locator: p. 1, standing: cited, via: morel-1901}", "via-itself"),
        ("{cite: morel-1901, locator: p. 1, standing: read, via: ys-web}", "via-read"),
        ("{cite: gazette-1900, locator: p. 1, standing: read}", "read-unseen"),
    ],
)
def test_a_citation_says_where_and_does_not_contradict_itself(check, an_event, citation, kind):
    assert [entry[:2] for entry in check(an_event(sources=f"[{citation}]"))] == [(10, kind)]


@pytest.mark.parametrize(
    ("by", "is_reported"),
    [("Historians", True), ("some scholars", True), ("Unknown", True), ("?", True),
     ("A. Le Goff", False), ("Historians of the Port Archive", False)],
)  # fmt: skip
def test_a_reading_is_somebodys(check, an_event, by, is_reported):
    sources = "[{cite: ys-web, locator: whole page, standing: read}]"
    reading = f"[{{by: '{by}', school: s, text: t, sources: {sources}}}]"
    expected = [(11, "no-attribution", "Name who reads it so.")] if is_reported else []
    assert check(an_event(readings=reading)) == expected


def test_a_dispute_is_between_schools(edit):
    found = edit(
        "lyonesse/disputes.yaml", "school: economic history", "school: The movement itself"
    )
    assert [entry[:4] for entry in found] == [
        (4, "one-school", "readings", "all readings are of one school")
    ]


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["1890", "1909-12-31", "1905/..", "1905/", "/1905"])
def test_edges_widen_the_span(check, an_event, date):
    assert check(an_event(date=date)) == []


@pytest.mark.parametrize(
    "date", ["1889-12-31", "1910", "1909-12/1910-01", "1889/..", "1910/..", "../1889"]
)
def test_a_date_outside_the_edges_is_reported(check, an_event, date):
    hint = "Mend the date, or widen edges in collection.yaml."
    assert check(an_event(date=date)) == [(2, "outside-span", hint)]


def test_without_edges_the_span_decides(check, an_event):
    assert [k for _, k, _ in check(an_event(date="1901-06-30"), "lyonesse/extra.yaml")] == []
    assert [k for _, k, _ in check(an_event(date="1901-07-01"), "lyonesse/extra.yaml")] == [
        "outside-span"
    ]


def test_edges_contain_the_span(edit):
    found = edit("ys/collection.yaml", "edges: 1890/1909", "edges: 1890/1900")
    assert (
        4,
        "narrow-edges",
        "edges",
        "“1890/1900” does not contain the span, 1900-03/1901-03",
        "",
    ) in found


OLD = "lyonesse/extra.yaml"


@pytest.mark.parametrize(
    ("date", "old_style"),
    [
        ("1900-03-13", "1900-02-29"),
        ("1900-03-14", "1900-03-01"),
        ("1900-06-14/1900-07-14", "1900-06-01/1900-07-01"),
        ("1900-06-14/..", "1900-06-01/.."),
        ("[1900-06-14,1900-06-15]", "[1900-06-01,1900-06-02]"),
        ("[1900-06-14..1900-06-20]", "[1900-06-01..1900-06-07]"),
        ("1900-06-14?", "1900-06-01?"),
        ("1900-06", "1900-05"),
        ("1900-06", "1900-06"),
        ("1900-06~/1900-08", "1900-05~/1900-07"),
        ("1901-01", "1900-12"),
        ("1900-06-14T10:00:00Z", "1900-06-01"),
    ],
)
def test_old_style_that_agrees_is_silent(check, an_event, date, old_style):
    text = an_event(date=f"'{date}'", old_style=f"'{old_style}'")
    assert check(text, OLD) == []


@pytest.mark.parametrize(
    ("date", "old_style", "what"),
    [
        ("1900-06-14", "1900-06-02", "1900-06-02 Old Style is 1900-06-15, but date says 1900-06-14"),
        ("1900-03-13", "1900-03-01", "1900-03-01 Old Style is 1900-03-14, but date says 1900-03-13"),
        ("1900-06", "1900-08", "1900-08 Old Style is 1900-08-14/1900-09-13, but date says 1900-06"),
        ("1900-06-14/1900-07-14", "1900-06-01/1900-07-02", "1900-07-02 Old Style is 1900-07-15, but date says 1900-07-14"),
        ("[1900-06-14,1900-06-15]", "[1900-06-01,1900-06-03]", "1900-06-03 Old Style is 1900-06-16, but date says 1900-06-15"),
        ("1900-06-14/1900-06-20", "1900-06-10", "1900-06-10 Old Style is 1900-06-23, but date says 1900-06-14/1900-06-20"),
    ],
)  # fmt: skip
def test_old_style_that_differs_is_worked_out(ys_folder, an_event, date, old_style, what):
    text = an_event(date=f"'{date}'", old_style=f"'{old_style}'")
    (ys_folder / OLD).write_text(text, encoding="utf-8")
    (problem,) = load(ys_folder).problems
    assert (problem.line, problem.field, problem.what) == (11, "old_style", what)
    assert problem.hint == "Mend one of the two; the source decides."


def test_old_style_is_as_precise_as_the_date(check, an_event):
    found = check(an_event(date="1900-06-14", old_style="1900-06"), OLD)
    assert [entry[:2] for entry in found] == [(11, "unlike-precision")]


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("1900-06-14", "By the Julian calendar it is 1900-06-01."),
        ("1900-03-13", "By the Julian calendar it is 1900-02-29."),
        ("1901-01-13", "By the Julian calendar it is 1900-12-31."),
        ("1900-06/1900-07-14", "1900-07-14 is 1900-07-01 by the Julian calendar."),
        ("1900-06-14/1901-03", "1900-06-14 is 1900-06-01 by the Julian calendar."),
        ("[1900-06-14..1900-06-16]", "1900-06-14 is 1900-06-01 by the Julian calendar."),
    ],
)
def test_old_style_is_asked_for_where_a_day_needs_it(check, an_event, date, hint):
    assert check(an_event(date=f"'{date}'"), OLD) == [(1, "old-style-missing", hint)]


@pytest.mark.parametrize("date", ["1901-01-14", "1900-06", "1900-06/1901-02-01", "1900"])
def test_old_style_is_not_asked_for_elsewhere(check, an_event, date):
    kinds = [kind for _, kind, _ in check(an_event(date=date), OLD)]
    assert "old-style-missing" not in kinds
    assert check(an_event(date="1900-06-14"), "ys/extra.yaml") == []


def test_there_is_no_old_style_after_the_reform(check, an_event):
    found = check(an_event(date="1901-01-14", old_style="1901-01-01"), OLD)
    assert found == [(11, "old-style-after-reform", "Delete old_style.")]


# Things counted -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        ("value: 82", []),
        ("low: 60, high: 70", []),
        ("value: 65, low: 60, high: 70", []),
        ("bound: about", ["no-number"]),
        ("low: 70, high: 60", ["range"]),
        ("value: 71, low: 60, high: 70", ["range"]),
        ("value: 59, low: 60", ["range"]),
    ],
)
def test_an_estimate_has_a_value_or_a_range_around_it(edit, numbers, kinds):
    found = edit("ys/indicators.yaml", "{value: 82,", f"{{{numbers},")
    assert [(line, kind) for line, kind, *_ in found] == [(10, kind) for kind in kinds]


@pytest.mark.parametrize(
    ("value", "part", "is_right"),
    [
        ("71.4", "30, total: 42", True),
        ("71", "30, total: 42", True),
        ("72", "30, total: 42", True),
        ("71.3", "30, total: 42", False),
        ("71.42", "30, total: 42", True),
        ("75", "30, total: 42", False),
        ("100", "42, total: 42", True),
        ("100", "43, total: 42", False),
        ("0", "0, total: 0", False),
    ],
)
def test_a_share_agrees_with_what_it_was_made_of(edit, value, part, is_right):
    old = "value: 71.4, of: {count: 30, total: 42}"
    found = edit("lyonesse/indicators.yaml", old, f"value: {value}, of: {{count: {part}}}")
    assert [kind for _, kind, *_ in found] == ([] if is_right else ["share"])


def test_a_count_out_of_a_total_may_be_given_as_the_count(edit):
    assert (
        edit("ys/indicators.yaml", "{value: 82,", "{value: 82, of: {count: 82, total: 200},") == []
    )


def test_a_broken_series_says_why(edit):
    found = edit("ys/indicators.yaml", "  breaks: The shops of before May had closed.\n", "")
    assert [entry[:2] for entry in found] == [
        (line_of("- id: bread-price", "ys/indicators.yaml"), "no-breaks")
    ]


# Comparisons ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "kind", "field"),
    [
        ("- {collection: ys, event: grain-store-seized}", "- {collection: lyonesse, event: yards-taken}", "wrong-side", "alignments 1, anchors 1, collection"),
        ("event: grain-store-seized}", "event: yards-taken}", "wrong-side", "alignments 1, anchors 1, event"),
        ("events: [council-of-yards], edge: start", "events: [amnesty, strike-ends]", "wrong-side", "stages 1, sides 2, events 2"),
        ("indicator: workshops-seized", "indicator: yards-under-crews", "wrong-side", "pairs 1, sides 1, indicator"),
        ("between: [grain-store-seized,", "between: [yards-taken,", "wrong-side", "pairs 2, sides 1, between 1"),
        ("stance: for, events: [council-of-yards]", "stance: for, events: [night-raid]", "wrong-side", "stages 1, stances 2, events 1"),
        ("event: harbour-strike, edge: end", "event: exiles-in-kernow, edge: end", "no-day", "alignments 2, anchors 1, event"),
        ("{collection: lyonesse, note: Nothing is recorded.}", "{collection: lyonesse}", "silent-side", "stages 2, sides 2"),
        ("{collection: lyonesse, text: No list is left.}", "{collection: lyonesse}", "pair-side", "pairs 3, sides 2"),
        ("indicator: workshops-seized}", "indicator: workshops-seized, text: More}", "pair-side", "pairs 1, sides 1"),
    ],
)  # fmt: skip
def test_what_stands_for_a_side_belongs_to_it(edit, old, new, kind, field):
    found = edit(COMPARISON, old, new)
    assert [(entry[1], entry[2]) for entry in found] == [(kind, field)]


def test_a_side_of_a_stage_may_name_events_of_a_third_collection(ys_folder, edit, an_event):
    (ys_folder / "sea").mkdir()
    header = (ys_folder / "lyonesse" / "collection.yaml").read_text("utf-8")
    (ys_folder / "sea" / "collection.yaml").write_text(header, encoding="utf-8")
    (ys_folder / "sea" / "1900.yaml").write_text(an_event(id="at-sea"), encoding="utf-8")
    found = edit(COMPARISON, "events: [council-of-yards], edge: start", "events: [at-sea]")
    assert [entry for entry in found if entry[1] == "wrong-side"] == []
    found = edit(COMPARISON, "event: grain-store-seized}", "event: at-sea}")
    assert [entry[1] for entry in found if entry[1] == "wrong-side"] == ["wrong-side"]


def test_a_problem_stands_at_the_place_of_its_field(edit):
    ((line, *_),) = edit(
        COMPARISON, "{collection: lyonesse, text: No list is left.}", "{collection: lyonesse}"
    )
    assert line == line_of("No list is left", COMPARISON)


def test_every_check_that_is_written_is_run():
    modules = [value for value in vars(every).values() if ismodule(value)]
    assert len(modules) >= 5
    written = {
        function
        for module in modules
        for name, function in vars(module).items()
        if isfunction(function) and function.__module__ == module.__name__ and name[0] != "_"
        if [*signature(function).parameters] == ["catalog"]
    }
    assert written == set(every.CHECKS)
