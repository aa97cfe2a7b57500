"""TimelineJS: slides whose dates are as precise as they are, and text that is never markup."""

from __future__ import annotations

import csv
import io
import json

import pytest

from components.catalog.formats.timelinejs import timelinejs, timelinejs_csv, why_not


def day(*numbers: int) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), numbers, strict=False))


def test_an_event_is_a_slide(ys, table):
    (slide,) = json.loads(timelinejs(ys, table.loc[["yards-taken"]]))["events"]
    assert slide == {
        "unique_id": "yards-taken",
        "start_date": day(1900, 3, 13),
        "display_date": "13 March 1900 (29 February Old Style)",
        "text": {
            "headline": "Crews take the seven yards",
            "text": '<div class="summary"><p>On a day that only the old calendar had, crews hoisted '
            "their own flags on the slips.</p></div><p>Place: Seven Yards</p>"
            "<p>Sources: Trevena, “Seven Yards and One League,” 46</p>",
        },
        "group": "Lyonesse, 1900–1901",
        "edtf": "1900-03-13",
        "old_style": "1900-02-29",
    }


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1901", day(1901), None),
        ("1901-03", day(1901, 3), None),
        ("1901-03-01", day(1901, 3, 1), None),
        ("1901-03-01?", day(1901, 3, 1), None),
        ("190X", day(1900, 1, 1), day(1909, 12, 31)),
        ("1950S2", day(1900, 1, 1), day(1999, 12, 31)),
        ("1901-03-XX", day(1901, 3, 1), day(1901, 3, 31)),
        ("1901-21", day(1901, 3, 1), day(1901, 5, 31)),
        ("1901-03-01T12:00:00Z", day(1901, 3, 1), None),
        ("1901-03/1901-04", day(1901, 3, 1), day(1901, 4, 30)),
        ("1901-03-01/..", day(1901, 3, 1), None),
        ("../1901-03", day(1901, 3, 1), day(1901, 3, 31)),
        ("[1901-03-01..]", day(1901, 3, 1), None),
        ("{1901-03-01,1901-03-05}", day(1901, 3, 1), day(1901, 3, 5)),
        # 44 BCE is -0043 in EDTF, which counts a year 0, and -44 there.
        ("-0043-03-15", day(-44, 3, 15), None),
        ("0000", day(-1), None),
        ("Y-12000", day(-12001), None),
    ],
)
def test_a_date_is_drawn_as_precise_as_it_is(changed, edtf, start, end):
    (slide,) = json.loads(timelinejs(*changed(date=edtf)))["events"]
    assert (slide["start_date"], slide.get("end_date"), slide["edtf"]) == (start, end, edtf)


def test_a_date_without_any_end_has_no_slide(changed):
    catalog, table = changed(date="../..")
    assert why_not(catalog.events["amnesty"]) == "neither its start nor its end is known"
    assert json.loads(timelinejs(catalog, table))["events"] == []


def test_text_is_never_markup(changed):
    hostile = "<script>alert(1)</script> & co\n\n<b>2</b>"
    (slide,) = json.loads(timelinejs(*changed(title="<i>T</i>", summary=hostile)))["events"]
    assert slide["text"]["headline"] == "&lt;i&gt;T&lt;/i&gt;"
    assert slide["text"]["text"].startswith(
        '<div class="summary"><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</p>'
        "<p>&lt;b&gt;2&lt;/b&gt;</p></div>"
    )


def test_the_title_slide_says_the_terms_of_use_and_periods_are_eras(ys, table):
    document = json.loads(timelinejs(ys, table))
    assert document["title"]["text"]["headline"] == "Ys and Lyonesse"
    assert "<p>Licence: CC0-1.0. Version: 1. How to cite: " in document["title"]["text"]["text"]
    assert document["eras"] == [  # what came after has no end, and an era needs one
        {"start_date": day(1900, 5, 1), "end_date": day(1901, 2, 14), "text": {"headline": "The long strike"}},
        {"start_date": day(1900, 3, 13), "end_date": day(1900, 11, 2), "text": {"headline": "Yards under crews"}},
    ]  # fmt: skip


def test_the_spreadsheet_has_the_columns_of_its_template(ys, table):
    rows = list(
        csv.DictReader(io.StringIO(timelinejs_csv(ys, table.loc[["harbour-strike"]]), newline=""))
    )
    assert list(rows[0])[:18] == [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
        "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
        "Media Thumbnail", "Type", "Group", "Background",
    ]  # fmt: skip
    assert [row["Type"] for row in rows] == ["title", "", "era", "era"]
    assert {name: cell for name, cell in rows[1].items() if cell and name != "Text"} == {
        "Year": "1900", "Month": "5", "Day": "1", "End Year": "1901", "End Month": "2", "End Day": "14",
        "Display Date": "1 May 1900 – 14 February 1901", "Headline": "The harbour strike of Ys",
        "Group": "Ys, 1900–1901", "Id": "harbour-strike", "EDTF": "1900-05-01/1901-02-14",
    }  # fmt: skip


def test_no_cell_is_a_formula_but_a_year_may_be_negative(changed):
    text = timelinejs_csv(*changed(title="=HYPERLINK(1)", date="-0043"))
    row = list(csv.DictReader(io.StringIO(text, newline="")))[1]
    assert (row["Headline"], row["Year"], row["EDTF"]) == ("'=HYPERLINK(1)", "-44", "'-0043")
