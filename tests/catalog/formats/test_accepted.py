"""Files of other programs: what can be carried is carried, the rest is said, nothing is guessed."""

from __future__ import annotations

import csv
import io
import json
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.catalog.formats.tex import plain
from components.catalog.imports.accepted import READERS, yaml_of
from components.catalog.imports.html_text import html_text
from components.catalog.imports.incoming import Found, Refused, slug
from components.catalog.models import Event
from components.catalog.reading.files import LARGEST_BYTES
from components.catalog.reading.strict_yaml import read


def brought(name: str, text: str | bytes) -> tuple[list[dict[str, Any]], list[str]]:
    found = READERS[name].read(text if isinstance(text, bytes) else text.encode())
    return found.records, list(found.said())


# TimelineJS ---------------------------------------------------------------------------------------


def slides(*events: Any, **more: Any) -> str:
    return json.dumps({"events": list(events), **more})


def slide(start: Any, end: Any = None, **more: Any) -> dict[str, Any]:
    return {"start_date": start, "end_date": end, "text": {"headline": "T"}, **more}


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ({"year": 1901}, None, "1901"),
        ({"year": "1901", "month": "5", "day": "", "hour": ""}, None, "1901-05"),
        ({"year": 1901, "month": 5, "day": 4}, {"year": 1902}, "1901-05-04/1902"),
        ({"year": 1901, "month": 5}, {"year": "1901", "month": "05"}, "1901-05"),
        ({"year": "1,901"}, None, "1901"),
        ({"year": -1}, None, "0000"),  # 1 BCE: there is no year 0 there
        ({"year": "-44", "month": 3, "day": 15}, None, "-0043-03-15"),
        ({"year": -12001}, None, "Y-12000"),
        ({"year": 800}, None, "0800"),
    ],
)
def test_a_slides_date_is_as_precise_as_it_was(start, end, date):
    assert brought("timelinejs", slides(slide(start, end))) == (
        [{"id": "t", "date": date, "title": "T"}],
        [],
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ({"year": 0}, None, "“0” is no year: 1 is followed backwards by -1"),
        ({"year": "spring"}, None, "“spring” is no year: 1 is followed backwards by -1"),
        ({"year": 1901, "month": 13}, None, "date: “1901-13” has no month 13."),
        ({"year": 1901, "day": 3}, None, "a day without a month: “3” is not carried"),
        ({"year": 1902}, {"year": 1901}, "date: “1902/1901” ends before it starts"),
        (None, None, "it has no date that can be carried"),
        ("1901", None, "“” is no year: 1 is followed backwards by -1"),
    ],
)
def test_a_date_that_is_none_is_said_and_its_words_are_kept(start, end, said):
    (record,), told = brought("timelinejs", slides(slide(start, end, display_date="Spring 1901")))
    assert any(line.startswith(f"event 1 “T”: {said}") for line in told), told
    assert "Spring 1901" in record["date_note"]
    assert record.get("date") in (None, "1901")


def test_a_slides_text_is_plain_text():
    text = {
        "headline": "The <i>Quay</i> &amp; the crews",
        "text": "<p>First<br>second.</p><script>alert(1)</script><style>p{}</style><p>A "
        '<a href="https://ys.example/">link</a> and <a href="javascript:x">none</a>.',
    }
    (record,), told = brought("timelinejs", slides({"start_date": {"year": 1901}, "text": text}))
    assert record == {
        "id": "the-quay-the-crews",
        "date": "1901",
        "title": "The Quay & the crews",
        "summary": "First\nsecond.\nA link (https://ys.example/) and none.",
    }
    assert told == []


def test_what_has_no_field_here_is_said():
    full = slide(
        {"year": 1901, "hour": 10},
        media={"url": "https://ys.example/x.jpg"},
        group="G",
        background={"color": "red"},
    )
    era = slide({"year": 1901}, {"year": 1902})
    records, told = brought(
        "timelinejs", slides(full, 7, slide(1, text=None), title={"text": {}}, eras=[era])
    )
    assert len(records) == 1
    assert told == [
        "era 1: an era is not carried. Write it as a period of a collection: {label: T, date: 1901/1902}",
        "event 2: it is no slide: not carried",
        "event 3: “” is no year: 1 is followed backwards by -1",
        "event 3: it has no title: not carried",
        "not carried: the title slide",
        "not carried: times of day",
        "not carried: media",
        "not carried: group",
        "not carried: background",
    ]


def test_a_date_that_was_changed_beside_our_own_is_the_one_that_counts():
    (record,), told = brought("timelinejs", slides(slide({"year": 1902}, edtf="1901~")))
    assert record["date"] == "1902"
    assert told == ["event 1 “T”: edtf “1901~” does not fit the dates beside it, which are taken"]


def test_ids_are_made_of_titles_and_none_is_twice():
    one = slide({"year": 1901}, unique_id="Grain Store")
    records, told = brought(
        "timelinejs",
        slides(one, one, slide({"year": 1901}), slide({"year": 1901}, text={"headline": "日本"})),
    )
    assert [record["id"] for record in records] == ["grain-store", "grain-store-2", "t", "untitled"]
    assert told[:2] == [
        "event 1 “T”: its id “Grain Store” is “grain-store” here",
        "event 2 “T”: its id “Grain Store” is “grain-store-2” here",
    ]


def test_the_spreadsheet_of_a_teacher():
    rows = [
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group",
        ",,,,,,,,,Our town,<p>Made in class</p>,,title,",
        "1901,5,14,,,,,,,Grain store,<p>Opened</p>,https://ys.example/x.jpg,,Town",
        "1901,,,10:30,1902,,,,Winter,Strike,,,,",
        "1900,,,,1901,,,,,An era,,,era,",
        ",,,,,,,,,,,,,",
    ]
    records, told = brought("timelinejs-csv", "\r\n".join(rows))
    assert records == [
        {"id": "grain-store", "date": "1901-05-14", "title": "Grain store", "summary": "Opened"},
        {
            "id": "strike",
            "date": "1901/1902",
            "date_note": "In the file: Winter",
            "title": "Strike",
        },
    ]
    assert told == [
        "row 5: an era is not carried. Write it as a period of a collection: {label: An era, date: 1900/1901}",
        "not carried: the title slide",
        "not carried: column “media”",
        "not carried: column “group”",
        "not carried: times of day",
    ]


# CSV ----------------------------------------------------------------------------------------------


def test_any_csv_whose_columns_have_our_names():
    text = (
        "Title;Start;End;Kind;Place;Themes;Importance;Colour;Description\r\n"
        '"Grain store; seized";1901-05-14;;takeover;Great Quay;bread, takeover;1;red;"It ""was"" weighed."\r\n'
        "Strike;1901-05;1901-06~;strike;quay;Bread;9;;\r\n"
        ";;;;;;;;\r\n"
    )
    records, told = brought("csv", text)
    assert records == [
        {"id": "grain-store-seized", "date": "1901-05-14", "title": "Grain store; seized", "kind": "takeover",
         "importance": 1, "themes": ["bread", "takeover"], "summary": 'It "was" weighed.'},
        {"id": "strike", "date": "1901-05/1901-06~", "title": "Strike", "kind": "strike", "place": "quay"},
    ]  # fmt: skip
    assert told == [
        "row 3 “Strike”: importance “9” is not 1, 2 or 3",
        "not carried: column “Colour”",
        "not carried: column “place”: labels, not ids",
        "not carried: column “themes”: labels, not ids",
    ]


@pytest.mark.parametrize(
    "date", ["14/05/1901", "May 1901", "05-14-1901", "c. 1901", "1901-02-30", "1901-13"]
)
def test_a_date_that_is_not_edtf_is_not_guessed_at(date):
    (record,), told = brought("csv", f"title,date\nStrike,{date}\n")
    assert record == {"id": "strike", "date_note": f"In the file: {date}", "title": "Strike"}
    assert len(told) == 1 and told[0].startswith("row 2 “Strike”: date")
    assert date in told[0]


def test_a_note_on_the_date_stays_beside_what_was_not_understood():
    (record,), _ = brought("csv", "title,date,date note\nStrike,5/1901,Morel has the day after.\n")
    assert record["date_note"] == "Morel has the day after.\nIn the file: 5/1901"


def test_a_file_from_excel_is_read_as_it_comes():
    for data in (
        "\ufefftitle,date\nКерь,1901\n".encode(),
        "title\tdate\nКерь\t1901\n".encode("utf-16"),
    ):
        (record,), _ = brought("csv", data)
        assert (record["title"], record["date"]) == ("Керь", "1901")


# iCalendar ----------------------------------------------------------------------------------------


def calendar(*lines: str) -> str:
    return "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "BEGIN:VEVENT",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["DTSTART;VALUE=DATE:19010514"], "1901-05-14"),
        (["DTSTART;VALUE=DATE:19010514", "DTEND;VALUE=DATE:19010515"], "1901-05-14"),
        (["DTSTART;VALUE=DATE:19010514", "DTEND;VALUE=DATE:19010517"], "1901-05-14/1901-05-16"),
        (["DTSTART:19010514", "DURATION:P2D"], "1901-05-14/1901-05-15"),
        (["DTSTART:19010514", "DURATION:P1W"], "1901-05-14/1901-05-20"),
        (['DTSTART;TZID="Ys/Quay;1":19010514T090000', "DTEND:19010514T170000Z"], "1901-05-14"),
        (["DTSTART:19010514T220000", "DTEND:19010515T010000"], "1901-05-14/1901-05-15"),
        (["DTSTART:19010514T220000", "DTEND:19010515T000000"], "1901-05-14"),
        (["DTSTART:19010514", "DTEND:19010101"], "1901-05-14"),
    ],
)
def test_an_entry_of_a_calendar_is_its_days(lines, date):
    (record,), told = brought("ical", calendar("SUMMARY:Strike", *lines))
    assert record["date"] == date
    assert told == (["not carried: times of day"] if "T0" in lines[0] or "T2" in lines[0] else [])


def test_a_calendars_texts_are_unfolded_and_its_alarms_are_not_events():
    text = calendar(
        "SUMMARY:Grain\\, sto", " re", "DTSTART:19010514", "DESCRIPTION:One\\nTwo\\; three\\\\",
        "RRULE:FREQ=YEARLY", "LOCATION:Quay", "BEGIN:VALARM", "SUMMARY:Wake up", "END:VALARM",
        "UID:123@ys.example",
    )  # fmt: skip
    records, told = brought("ical", text)
    assert records == [
        {
            "id": "grain-store",
            "date": "1901-05-14",
            "title": "Grain, store",
            "summary": "One\nTwo; three\\",
        }
    ]
    assert told == [
        "event 1 “Grain, store”: it repeats: its first time alone is carried",
        "not carried: LOCATION",
    ]


def test_a_duration_of_hours_ends_on_its_last_day():
    lines = ["SUMMARY:T", "DTSTART:19010514T220000", "DURATION:PT5H"]
    assert brought("ical", calendar(*lines))[0][0]["date"] == "1901-05-14/1901-05-15"


def test_a_calendar_says_which_line_it_does_not_understand_and_reads_the_rest():
    (record,), told = brought("ical", calendar("SUMMARY:T", "nonsense", "DTSTART:19010514"))
    assert record == {"id": "t", "date": "1901-05-14", "title": "T"}
    assert told[0].startswith("event 1 “T”: a line is not understood: ") and "nonsense" in told[0]


def test_several_calendars_in_a_file_are_all_read_and_an_open_one_is_refused():
    one = calendar("SUMMARY:T", "DTSTART:19010514")
    assert len(brought("ical", one + one)[0]) == 2
    with pytest.raises(Refused, match="END:VCALENDAR is missing"):
        brought("ical", one.replace("END:VCALENDAR", ""))


@pytest.mark.parametrize("start", ["19010230", "1901", "tomorrow", ""])
def test_a_day_that_is_none_is_said(start):
    (record,), told = brought("ical", calendar("SUMMARY:Strike", f"DTSTART:{start}"))
    assert record == {"id": "strike", "title": "Strike"}
    assert told == [
        f"event 1 “Strike”: “{start}” is no day",
        "event 1 “Strike”: it has no date that can be carried",
    ]


# Bibliographies -----------------------------------------------------------------------------------


def test_csl_json_as_zotero_writes_it():
    items = [
        {
            "id": "http://zotero.org/users/1/items/ABC",
            "type": "article-journal",
            "title": "Bread",
            "author": [
                {
                    "family": "Beethoven",
                    "given": "L.",
                    "non-dropping-particle": "van",
                    "suffix": "Jr",
                }
            ],
            "issued": {"date-parts": [["1901", 5]]},
            "accessed": {"date-parts": [[2020]]},
            "abstract": "Of bread.",
            "volume": 12,
            "URL": "ftp://ys.example",
        },
        {
            "type": "post-weblog",
            "title": "A post",
            "issued": {"date-parts": [[1901]], "season": 2, "circa": True},
        },
        {
            "type": "book",
            "title": "Old",
            "editor": [{"literal": "Committee"}],
            "issued": {"raw": "circa 1901"},
        },
        {"type": "book"},
        "x",
    ]
    records, told = brought("csl-json", json.dumps(items))
    assert records == [
        {"id": "http-zotero-org-users-1-items-abc", "type": "article-journal", "title": "Bread",
         "author": [{"family": "Beethoven", "given": "L., Jr", "particle": "van"}], "volume": "12",
         "issued": "1901-05", "accessed": "2020", "seen": "not-seen"},
        {"id": "a-post", "title": "A post", "issued": "1901-22~", "seen": "not-seen"},
        {"id": "committee", "type": "book", "title": "Old", "editor": [{"literal": "Committee"}], "seen": "not-seen"},
    ]  # fmt: skip
    assert [line for line in told if "its id" not in line] == [
        "item 1 “Bread”: its address “ftp://ys.example” does not begin with http: left out",
        "item 2 “A post”: its type “post-weblog” is none of ours: left out",
        next(line for line in told if line.startswith("item 3 “Old”: issued: “circa 1901”")),
        "item 4: it has no title: not carried",
        "item 5: it is no item: not carried",
        "not carried: field “abstract”",
        "not carried: how much of a source was seen: “not-seen” is written for all",
    ]


def test_bibtex_with_what_people_write_in_it():
    text = r"""
    @string{quay = {The Quay Press}}
    @comment{@book{no, title={No}}}
    @Book{morel:1901, author = {Morel, Jeanne and Le~Goff, {\'E}tienne and Ludwig van Beethoven and
      {Strike Committee and Friends} and others}, title = {{The} Qua{\"y}: 100\% \emph{ours}---``now''},
      publisher = quay # " of Ys", year = 1901, month = may, keywords = {x}}
    @article{b, title="Tides", journal={Gazette}, number=3, pages={1--2}, date={1901-05~}, year={1700}}
    @misc{c, title={Odd}, year={c. 1901}}
    @book{broken, title = {never closed
    @online(d, title = {Parentheses}, url = {https://ys.example/~x?a=1\&b=2}, crossref = {z})
    """
    records, told = brought("bibtex", text)
    assert records == [
        {"id": "morel-1901", "type": "book", "title": "The Quaÿ: 100% ours—“now”",
         "author": [{"family": "Morel", "given": "Jeanne"},
                    {"family": "Le Goff", "given": "Étienne"},
                    {"family": "Beethoven", "given": "Ludwig", "particle": "van"},
                    {"literal": "Strike Committee and Friends"}],
         "publisher": "The Quay Press of Ys", "issued": "1901-05", "seen": "not-seen"},
        {"id": "b", "type": "article-journal", "title": "Tides", "container-title": "Gazette", "issue": "3",
         "page": "1–2", "issued": "1901-05~", "seen": "not-seen"},
        {"id": "c", "title": "Odd", "seen": "not-seen"},
        {"id": "d", "type": "webpage", "title": "Parentheses", "URL": "https://ys.example/~x?a=1&b=2", "seen": "not-seen"},
    ]  # fmt: skip
    kinds = [line.split(": ", 1)[1][:40] for line in told]
    assert kinds == [
        "“and others” is not carried: name them",
        "its id “morel:1901” is “morel-1901” here",
        "its date: “c.1901”: “c” at character 1 d",
        "its type “misc” is none of ours: left ou",
        "the @book is not carried: a brace is ope",
        "it takes what it lacks from “z”, which i",
        "field “keywords”",
        "how much of a source was seen: “not-seen",
    ]


def test_ris_with_what_libraries_write_in_it():
    text = (
        "\ufeffTY  - JOUR\r\nT1  - Bread\r\nA1  - Goff, Anne\r\nAU  - Committee\r\nY1  - 1901/05//\r\nSP  - 1\r\n"
        "EP  - 9\r\nJO  - Gazette\r\nKW  - bread\r\nKW  - salt\r\nN1  - A note\r\nthat goes on\r\nER  - \r\n\r\n"
        "TY  - GEN\r\nTI  - Odd\r\nPY  - n.d.\r\nER  -\r\n"
    )
    records, told = brought("ris", text)
    assert records == [
        {"id": "goff-1901", "type": "article-journal", "title": "Bread",
         "author": [{"family": "Goff", "given": "Anne"}, {"literal": "Committee"}],
         "container-title": "Gazette", "page": "1–9", "issued": "1901-05", "seen": "not-seen",
         "note": "A note that goes on"},
        {"id": "odd", "title": "Odd", "seen": "not-seen"},
    ]  # fmt: skip
    assert told == [
        "record 2 “Odd”: its date “n.d.” is not year/month/day: left out",
        "record 2 “Odd”: its type “GEN” is none of ours: left out",
        "not carried: field KW (2 times)",
        "not carried: how much of a source was seen: “not-seen” is written for all",
    ]


def test_a_record_of_ris_that_is_not_closed_is_not_lost():
    text = "TY  - BOOK\nTI  - One\nTY - BOOK\nTI - Two\n"
    assert [record["title"] for record in brought("ris", text)[0]] == ["One", "Two"]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"B{\"u}y{\"u}kg{\"u}ng{\"o}r", "Büyükgüngör"),
        (r"\'{\i}\v{C}\c c\H{o}\r{a}{\ss}", "íČçőåß"),
        (r"\^\i \`a\~n\=o\.z", "îàñōż"),
        (r"a~-- b\,c \textbackslash{}x \& \{\}", "a – b,c \\x & {}"),
        (r"{\'Etudes}  sur\n", "Études sur"),
        ("--- -- -", "— – -"),
    ],
)
def test_tex_is_read_as_it_would_print(tex, text):
    assert plain(tex).replace(", ", ",") == text.replace(", ", ",")


# The YAML -----------------------------------------------------------------------------------------


def test_the_file_says_what_is_still_to_be_written():
    found = Found(records=[{"id": "a", "title": "T", "date": "1901"}])
    assert yaml_of(found, Event, "x.csv") == (
        "# From x.csv.\n"
        "# Still to be written in some or all of them: kind, place, importance, themes, roles, summary, sources.\n"
        "# What they mean: python -m components new event\n"
        "\n"
        "- id: a\n"
        "  title: T\n"
        "  date: '1901'\n"
    )


@pytest.mark.parametrize(
    ("text", "id"),
    [("The “Quay” & Co.", "the-quay-co"), ("Kêr-Is", "ker-is"), ("日本", ""), ("it's", "its"),
     ("word " * 30, "-".join(["word"] * 12)), ("x" * 99, "x" * 60)],
)  # fmt: skip
def test_an_id_is_a_plain_form_of_a_text(text, id):
    assert slug(text) == id


def test_html_without_its_markup():
    assert html_text("a<p>b<b>c</b></p> d &lt;p&gt;<ul><li>e<li>f</ul>") == "a\nbc\nd <p>\ne\nf"
    assert html_text('x<div class="s"><p>a</p><div>b</div></div>c', only="s") == "a\nb"
    assert html_text("x<div>a</div>", only="s") == "x\na"
    assert html_text("<script>never closed") == ""


# Hostile files --------------------------------------------------------------------------------------

NESTED = "[" * 200_000
HOSTILE = {
    "empty": b"",
    "zeros": b"\0" * 1000,
    "random": bytes(range(256)),
    "latin-1": "títle,date\ncafé,1901".encode("latin-1"),
    "nested": NESTED.encode(),
    "nested-text": ('{"events": ' + NESTED).encode(),
    "number": b'{"events": [{"start_date": {"year": 1' + b"0" * 10_000 + b'}, "text": {"headline": "T"}}]}',
    "braces": b"@book{" + b"{" * 200_000,
    "quotes": b'title,date\n"' + b"x" * 300_000,
    "html": json.dumps({"events": [{"start_date": {"year": 1901}, "text": {"headline": "<div>" * 20_000 + "T"}}]}).encode(),
    "begin": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 50_000,
    "and": b"@book{a, title={T}, author={" + b" and " * 50_000 + b"}}",
    "at": b"@" * 200_000,
    "spaces": b"1901" + b" " * 200_000 + b"x: y",
    "lines": b"1901: T\n" + b"a: \n" * 100_000,
    "xml-nested": b"<data>" + b"<event>" * 100_000,
    "xml-attributes": b"<data><event " + b"".join(b'a%d="x" ' % n for n in range(20_000)) + b"title='T'/></data>",
    "xml-bomb": b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><data><event title="&b;"/></data>',
    "years": json.dumps({"events": [{"title": "T", "start": "9" * 5000}], "features": [
        {"properties": {"title": "T"}, "when": {"timespans": [{"start": {"in": "Y" + "9" * 5000}}]}}],
        "results": {"bindings": [{"itemLabel": {"value": "T"}, "date": {"value": "9" * 5000 + "-01-02"}}]},
        "periods": [{"label": "P", "start": {"in": {"year": "9" * 5000}}, "stop": {}}]}).encode(),
    "wrong-kinds": json.dumps({"events": [[], 1, {"title": {}, "start": [], "end": {"a": 1}}], "features": [
        {"properties": [], "when": 7, "descriptions": {}}, {"properties": {"title": "T", "themes": [{}]}, "when": [[]]}],
        "body": [{"title": [], "when": "x"}], "results": {"bindings": [{"item": 1, "date": []}]},
        "periods": {"a": {"start": [], "stop": 1, "label": 2}}}).encode(),
    "in-each-other": (b'{"authorities": ' * 5000) + b"1" + b"}" * 5000,
    "comments": b"var x = " + b"/*" * 100_000,
    "javascript": b"{'events': [" + b"{'title': 'T'}," * 30_000 + b"]}",
    "yaml": b"title,date\n\"- id: x\n  evil: !!python/object\",1901\n",
}  # fmt: skip


FIVE_MB = 5_000_000
LONG = b"<a " + b"b " * 1500  # in each of many records, or one text that never ends
MANY = FIVE_MB // len(LONG)
GREAT = {
    "csv": b"title,date\n" + (LONG + b",1901-05-14\n") * MANY,
    "ical": b"BEGIN:VCALENDAR\n" + b"X:" + b"\n " * (FIVE_MB // 2),
    "timelinejs": b'{"events": [' + b'{"text": {"headline": "%s"}},' % LONG * MANY + b"0]}",
    "timelinejs-csv": b"Year,Headline\n" + (b"1901," + LONG + b"\n") * MANY,
    "markwhen": b"1901: T\n" + b"#" * FIVE_MB,
    "simile": b"{'events': ['" + b"\\'" * (FIVE_MB // 2),
    "geojson": b'{"features": [' + b'{"properties": {"title": "%s"}},' % LONG * MANY + b"0]}",
    "linked-traces": b'{"body": [' + b'{"title": "%s", "when": []},' % LONG * MANY + b"0]}",
    "wikidata": b"[" + b'{"itemLabel": "%s"},' % LONG * MANY + b"0]",
    "periodo": b'{"periods": [' + b'{"label": "%s", "start": 0, "stop": 0},' % LONG * MANY + b"0]}",
    "csl-json": b"[" + b'{"title": "%s"},' % LONG * MANY + b"0]",
    "bibtex": b"@book{a, title = {" + b"\\" * FIVE_MB,
    "ris": b"TY  - BOOK\n" + (b"AU  - " + LONG + b"\n") * MANY,
}  # fmt: skip


def test_many_records_of_one_name_get_a_number_each():
    found = READERS["csv"].read(b"title\n" + b"T\n" * 3000)
    assert [one["id"] for one in found.records[:3]] == ["t", "t-2", "t-3"]
    assert len({one["id"] for one in found.records}) == 3000


# What is found in them: the number of records, or why the file is refused.
FOUND_IN_GREAT = {
    "csv": MANY, "timelinejs": MANY, "timelinejs-csv": MANY, "markwhen": 1, "geojson": MANY,
    "linked-traces": 0, "wikidata": MANY, "periodo": MANY, "csl-json": MANY, "bibtex": 0, "ris": 0,
    "ical": "it is not iCalendar: END:VCALENDAR is missing",
    "simile": "it is not JSON: line 1, column 2",
}  # fmt: skip


@pytest.fixture
def a_minute() -> Iterator[None]:
    """A minute of processor time; what grows with the square of five megabytes takes hours."""
    before = signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 60)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def _too_long(*_: object) -> None:
    raise TimeoutError("a minute of processor time is over")


@pytest.mark.parametrize("name", READERS)
def test_five_megabytes_of_what_is_hard_to_read_are_read_or_refused_while_one_waits(name, a_minute):
    try:
        found = len(READERS[name].read(GREAT[name]).records)
    except Refused as refusal:
        found = str(refusal)
    expected = FOUND_IN_GREAT[name]
    assert found == expected if isinstance(expected, int) else found.startswith(expected)


@pytest.mark.parametrize("name", READERS)
def test_a_file_larger_than_any_that_people_write_is_refused(name):
    with pytest.raises(Refused, match="larger than"):
        READERS[name].read(b" " * (LARGEST_BYTES + 1))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_or_read_and_never_more(name, case):
    try:
        found = READERS[name].read(HOSTILE[case])
    except Refused as refusal:
        assert len(str(refusal)) < 300
        return
    data, marks = read(yaml_of(found, READERS[name].gives, "a file"))
    assert (data or []) == _as_read(found.records)
    assert marks.notices == []


def _as_read(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    return [_as_read(one) for one in value] if isinstance(value, list) else str(value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@pytest.mark.parametrize("name", READERS)
def test_any_bytes_at_all_are_refused_or_read(name, data):
    try:
        found = READERS[name].read(data)
    except Refused:
        return
    data, _ = read(yaml_of(found, READERS[name].gives, "a file"))
    assert len(data or []) == len(found.records)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["events", "text", "headline", "start_date", "end_date", "year", "month", "day", "edtf", "title",
                         "id", "type", "author", "family", "issued", "date-parts", "season", "circa", "raw", "eras"]),
        inner, max_size=6),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JSON, st.sampled_from(["timelinejs", "csl-json"]))
def test_any_json_at_all_is_refused_or_read(data, name):
    text = json.dumps(
        {"events": [data, data]} if name == "timelinejs" else [data, {"title": "T", "issued": data}]
    )
    found = READERS[name].read(text.encode())
    data, _ = read(yaml_of(found, READERS[name].gives, "a file"))
    assert len(data or []) == len(found.records)


def test_a_cell_that_is_yaml_stays_a_cell():
    cells = [
        "- id: x",
        "&a",
        "*a",
        "!!python/object:os.system",
        "{a: b}",
        "a: b #c",
        "---",
        "%YAML",
        "'\"",
        "<<: *a",
    ]
    text = io.StringIO()
    csv.writer(text).writerows([["title", "date"], *([cell, "1901"] for cell in cells)])
    found = READERS["csv"].read(text.getvalue().encode())
    data, _ = read(yaml_of(found, Event, "x"))
    assert [record["title"] for record in data] == cells
