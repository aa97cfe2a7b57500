"""What is wrong in a file of events, with the number of its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.columns.fields import FIELDS
from tests.catalog.columns.conftest import HEADER, ROWS

GOOD = ROWS[0]


def row(**changes: str) -> str:
    """The first row with some cells changed."""
    cells = dict(zip(HEADER.split(","), GOOD.split(","), strict=True)) | changes
    return ",".join(cells.values())


@pytest.mark.parametrize(
    ("changes", "kind", "what"),
    [
        ({"date": "1901-02-30"}, "date", "“1901-02-30” has no day 30 in February 1901"),
        ({"date": ""}, "missing-field", "“date” is empty"),
        ({"title": ""}, "wrong-value", "“title” is empty"),
        ({"title": "x" * 101}, "wrong-value", "longer than 100 characters"),
        ({"id": "Not An Id"}, "wrong-value", "it is no id: a–z, 0–9 and hyphens"),
        ({"place": "ys-quai"}, "unknown-reference", "unknown place “ys-quai”"),
        ({"place": "", "country": ""}, "wrong-value", "“place” and “country” are empty"),
        ({"kind": "strik"}, "unknown-reference", "unknown kind “strik”"),
        ({"themes": "bread;idea"}, "unknown-reference", "unknown theme “idea”"),
        ({"themes": ""}, "missing-field", "“themes” is empty"),
        ({"tendencies": "crews:acting"}, "wrong-value", "unknown role “acting”"),
        ({"source": "morel"}, "unknown-reference", "unknown source “morel”"),
        ({"importance": "4"}, "wrong-value", "“4” is not 1, 2 or 3"),
        ({"standing": "seen"}, "wrong-value", "“seen” is not read, cited, unchecked"),
    ],
)
def test_a_row_with_a_fault_is_left_out_and_named(faults, ys_folder, changes, kind, what):
    assert faults(ROWS[1], row(**changes)) == [(3, kind, what)]
    events = load(ys_folder).events
    assert "nets" in events
    assert "lamps" not in events


@pytest.mark.parametrize(
    ("changes", "kind", "what"),
    [
        ({"title": "They stop."}, "full-stop", "ends with a full stop"),
        (
            {"date": "1950"},
            "outside-span",
            "“1950” lies outside the collection's span, 1890/1910",
        ),
    ],
)
def test_a_doubtful_row_is_named_and_served(faults, ys_folder, changes, kind, what):
    assert faults(row(**changes)) == [(2, kind, what)]
    assert "lamps" in load(ys_folder).events


def test_one_fault_in_many_rows_is_one_problem(archive):
    rows = [row(id=f"e-{n}", place="ys-quai") for n in range(1000)]
    (problem,) = load(archive(GOOD, *rows)).problems
    assert str(problem) == (
        "archive/disputes.csv:3:4: row 3, place: unknown place “ys-quai”\n"
        "    Did you mean “ys-quay”? So in 1,000 rows."
    )


def test_many_different_faults_of_a_kind_are_not_all_told(faults):
    rows = [row(id=f"e-{n}", date=f"May {n}") for n in range(200)]
    assert len(faults(*rows)) == 50


def test_an_id_may_stand_once_in_a_file_and_not_in_another(faults, ys_folder):
    rows = (GOOD, row(title="Another"), row(id="harbour-strike"))
    assert faults(*rows) == [
        (3, "duplicate-id", "“lamps” is taken"),
        (4, "duplicate-id", "“harbour-strike” is taken"),
    ]
    assert load(ys_folder).events["lamps"].title == "Lamp lighters stop work"


def test_a_misspelt_column_is_named_once_a_missing_and_a_foreign_one_each(faults):
    rows = [row.partition(",")[2] for row in ROWS]
    header = HEADER.removeprefix("id,").replace("source", "sorce")
    assert faults(*rows, header=header) == [(1, "unknown-field", "the column “sorce” is not read")]
    assert faults(*rows, header=header.replace("sorce", "shelfmark")) == [
        (1, "missing-field", "the column “source” is missing"),
        (1, "unknown-field", "the column “shelfmark” is not read"),
    ]


def test_a_file_that_is_no_table_is_one_problem(ys_folder, archive):
    folder = archive(*ROWS)
    (folder / "archive" / "more.parquet").write_bytes(b"no parquet at all")
    (problem,) = load(folder).problems
    assert (problem.file, problem.kind) == ("archive/more.parquet", "cannot-be-read")
    assert "lamps" in load(folder).events


def test_a_file_that_only_has_a_header_has_no_events(archive):
    catalog = load(archive())
    assert catalog.problems == ()
    assert catalog.counts["events"] == 21


def test_the_old_style_rule_holds_for_rows(archive, ys_folder):
    folder = archive("a,1900-05-14,1900-05-01,A meeting,ys,ideas,crews,morel-1901",
                     "b,1900-05-14,1900-05-02,Another,ys,ideas,crews,morel-1901",
                     header="id,date,old_style,title,place,themes,tendencies,source")  # fmt: skip
    (problem,) = load(folder).problems
    assert (problem.line, problem.kind) == (3, "old-style-differs")
    assert load(folder).events["a"].old_style.text == "1900-05-01"


def test_the_authors_manual_lists_every_column_as_it_is_read():
    manual = (Path(__file__).parents[3] / "events" / "README.md").read_text("utf-8")
    for field in FIELDS:
        must = " (must be there)" if field.is_required else ""
        assert f"| `{field.name}`{must} | {field.text} | {field.example} |" in manual
