"""Markwhen in: every construct of its manual is carried or named (mark-when/docs, syntax/*.md)."""

from __future__ import annotations

import pytest

from components.catalog.imports.accepted import READERS
from components.catalog.imports.incoming import Refused
from components.catalog.imports.markwhen_dates import edtf_of, started


def brought(text: str):
    found = READERS["markwhen"].read(text.encode())
    return found.records, list(found.said())


def date_of(words: str, day_first: bool = False) -> str:
    begun = started(f"{words}: Title")
    assert begun and begun.text.strip() == "Title"
    return edtf_of(begun.start, begun.end, day_first).date


# Dates of dates-and-ranges.md and events.md ------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("1964/2008", "1964/2008"),
        ("2004-06 / 2006-08", "2004-06/2006-08"),
        ("2004-02-01/ 2005-02-08", "2004-02-01/2005-02-08"),
        ("2004-02-01 /2005-02", "2004-02-01/2005-02"),
        ("2004-02-01/2005", "2004-02-01/2005"),
        ("2005/2006-02", "2005/2006-02"),
        ("2005/now", "2005/.."),
        ("1981", "1981"),
        ("2012-05", "2012-05"),
        ("2022-01-30", "2022-01-30"),
        ("2025-08-03 10am", "2025-08-03"),
        ("04/1776", "1776-04"),
        ("12/2012", "2012-12"),
        ("01/01/2024", "2024-01-01"),
        ("12/7/1941", "1941-12-07"),
        ("11/11/2024-12/12/2024", "2024-11-11/2024-12-12"),
        ("2031-11-19T01:35:10Z-2099-08-04T18:22:48Z", "2031-11-19/2099-08-04"),
        ("2020-02-22T12:13:14Z-now", "2020-02-22/.."),
        ("2022-02-22T16:27:08.369Z", "2022-02-22"),
        ("2021-01-02T06:27:00Z-2022", "2021-01-02/2022"),
        ("1 Jan 1998 to 11/11/2011 8am", "1998-01-01/2011-11-11"),
        ("18 March 2026", "2026-03-18"),
        ("Oct 8 2012", "2012-10-08"),
        ("May 3, 1901", "1901-05-03"),
        ("July 1901", "1901-07"),
        ("2021 - 2023", "2021/2023"),
        ("2012-2013", "2012/2013"),
        ("02/23/1836", "1836-02-23"),
        ("1665", "1665"),
        ("44 BC", "-0043"),
        ("500 – 400 BCE", "-0499/-0399"),
        ("50 BC – 50 AD", "-0049/0050"),
        ("79", "0079"),
    ],
)
def test_a_date_that_stands_for_itself_is_carried(words, edtf):
    assert date_of(words) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "now", "now - 10 years 6 months 3 days", "2018/6 months", "January 3 - Apr 6",
        "3:30pm - 4:30pm", "Nov 11 02:30", "Aug 30 9:45am", "2 weeks", "1 week - 3 days",
        "after !Phase1 2 weeks", "!ww1 21 years - 6 years", "before !Christmas 1 week - 1 month",
        "by !Christmas 1 day", "10 business days", "1 Jan 1998 - 3 years", "2024-W03", "2024W031",
        "13/1901", "13/13/1901", "5/3/01", "12", "18 March", "!a.start + 2 days", "1 Jan 2 1998",
    ],
)  # fmt: skip
def test_a_date_that_a_clock_or_another_line_decides_stays_words(words):
    begun = started(f"{words}: Title")
    if begun is None:  # no date in its grammar either
        assert words == "1 Jan 2 1998"
        return
    assert edtf_of(begun.start, begun.end, False).date == ""


@pytest.mark.parametrize(
    "line",
    ["Three men: they left", "Note: later", "He said: go", "https://ys.example/1901",
     "1901://x", "In 1901: a text", "title: T", "#work: red", ": x", "- 3 men: x", "5 crews: x"],
)  # fmt: skip
def test_a_line_of_prose_begins_no_event(line):
    assert started(line) is None


def test_the_day_comes_first_where_the_header_says_so():
    text = "dateFormat: d/M/y\n\n01/02/2023 - 14/03/2023: Phase 1\n02/2023: Phase 3\n"
    records, told = brought(text)
    assert [one["date"] for one in records] == ["2023-02-01/2023-03-14", "2023-02"]
    assert told == [
        "not carried: the header",
        "not carried: the order of numbers in dates, which are read as day/month/year",
    ]


def test_words_of_a_date_that_is_not_carried_are_kept_with_the_event():
    (record,), told = brought("after !x 2 days every week for 3 times: Later #a\nText.\n")
    assert record == {
        "id": "later", "title": "Later", "summary": "Text.",
        "date_note": "In the file: after !x 2 days every week for 3 times",
    }  # fmt: skip
    assert told == [
        "line 1 “Later”: it repeats: its first time alone is carried",
        "line 1 “Later”: it has no date that can be carried",
        "not carried: tags",
    ]


# Pages, headers, groups, events ------------------------------------------------------------------


def test_the_first_events_of_the_manual():
    # syntax/events.md
    records, told = brought(
        "12/2012: End of the world\n\n1961: Year after 1960\nLater, 1962 would happen\n\n"
        "1 year: 1962, just as predicted\n\n12/7/1941: Pearl Harbor attacked\n"
        "Launched US into WWII\n\n1892/2021-08-12: Example of EDTF date range\n",
    )
    assert records == [
        {"id": "end-of-the-world", "date": "2012-12", "title": "End of the world"},
        {"id": "year-after-1960", "date": "1961", "title": "Year after 1960",
         "summary": "Later, 1962 would happen"},
        {"id": "1962-just-as-predicted", "date_note": "In the file: 1 year",
         "title": "1962, just as predicted"},
        {"id": "pearl-harbor-attacked", "date": "1941-12-07", "title": "Pearl Harbor attacked",
         "summary": "Launched US into WWII"},
        {"id": "example-of-edtf-date-range", "date": "1892/2021-08-12",
         "title": "Example of EDTF date range"},
    ]  # fmt: skip
    assert told == [
        "line 6 “1962, just as predicted”: it has no date that can be carried",
        "not carried: the order of numbers in dates, which are read as month/day/year",
    ]


def test_a_page_break_ends_an_event_and_begins_another_header():
    # syntax/pages.md
    records, told = brought(
        "title: One\ndateFormat: d/M/y\n\n1/2/1901: First\nText.\n\n_-_-_break_-_-_\ntitle: Two\n"
        "1/2/1901: Second\n"
    )
    assert records == [
        {"id": "first", "date": "1901-02-01", "title": "First", "summary": "Text."},
        {"id": "second", "date": "1901-01-02", "title": "Second"},
    ]
    assert told == [
        "not carried: page breaks",
        "not carried: the header (2 times)",
        "not carried: the order of numbers in dates, which are read as day/month/year",
        "not carried: the order of numbers in dates, which are read as month/day/year",
    ]


def test_groups_and_sections_are_named_and_their_events_carried():
    # syntax/groups-and-sections.md and syntax/sections.md
    records, told = brought(
        'group The 90s // The title for this group is "The 90s"\n\n  1991: Desert Storm\n'
        "  1994: Friends premiered\n  05/14/1998: Series finale of Seinfeld\n\n"
        "  // Nested groups are allowed\n  group The 2000s\n\n"
        "    03/2005: Premiere of The Office (US)\n\n  endGroup\n\n  2020: Pandemic\n\nendGroup\n\n"
        "# My Section\nstyle: section\n\n2024: Event in section-styled container\n"
        "## The 2010s\n2022: Other things happen\n...\n"
    )
    assert [(one["date"], one["title"]) for one in records] == [
        ("1991", "Desert Storm"), ("1994", "Friends premiered"),
        ("1998-05-14", "Series finale of Seinfeld"), ("2005-03", "Premiere of The Office (US)"),
        ("2020", "Pandemic"), ("2024", "Event in section-styled container"),
        ("2022", "Other things happen"),
    ]  # fmt: skip
    assert [one.get("summary") for one in records] == [None] * 6 + ["..."]
    assert told == [
        "not carried: comments",
        "not carried: groups (4 times)",
        "not carried: text of groups",
        "not carried: the order of numbers in dates, which are read as month/day/year",
    ]


@pytest.mark.parametrize(
    "header",
    [
        "title: Party Planning\ndescription: The main events\nview: *@example.com\n#Travel: blue\n",
        "---\ntimezone: America/New_York\n\n#covid: blue\n#london:\n  color: green\n"
        "  timezone: Europe/London\nreminders:\n    - 15 minutes\n    - 1 hour\n---\n",
        "Anything else in the header area\n",
    ],
)
def test_a_header_is_named_with_fence_or_without(header):
    # syntax/header.md, timezones.md, reminders.md
    records, told = brought(f"{header}\n2012-2013: Norway and Malta #Travel\n")
    assert records == [{"id": "norway-and-malta", "date": "2012/2013", "title": "Norway and Malta"}]
    assert told == ["not carried: the header", "not carried: tags"]


def test_properties_are_named_and_the_id_is_taken():
    # syntax/properties.md
    records, told = brought(
        "2025-04-30: Carpooling to work\n  riders: Tom, Jerry\n  fee: $4\n\n"
        "  Some day I'll have my own car\n\n2025-08-03 10am: Meeting\ntz: -5\nid: meeting\n"
        "2023: Phase 1 #Exploratory !Phase1\n2022-12-25: Christmas !christmas\n"
    )
    assert records == [
        {"id": "carpooling-to-work", "date": "2025-04-30", "title": "Carpooling to work",
         "summary": "Some day I'll have my own car"},
        {"id": "meeting", "date": "2025-08-03", "title": "Meeting"},
        {"id": "phase1", "date": "2023", "title": "Phase 1"},
        {"id": "christmas", "date": "2022-12-25", "title": "Christmas"},
    ]  # fmt: skip
    assert told[0] == "line 10 “Phase 1”: its id “Phase1” is “phase1” here"
    named = ("tags", "property “riders”", "property “fee”", "times of day", "property “tz”")
    assert sorted(told[1:]) == sorted(f"not carried: {what}" for what in named)


def test_links_pictures_tasks_and_references_of_a_description():
    # syntax/event-descriptions.md and events.md
    records, told = brought(
        "2018: [Google](www.google.com) #a #1\n05/25/2021: [x] Done\n- [ ] unfinished task\n"
        "See [Hacker News](https://news.example/item?id=2). ![alt](https://ys.example/a.png)\n"
        "1919: Treaty of Versailles @wwi 50%\n"
    )
    assert records == [
        {"id": "google-1", "date": "2018", "title": "Google #1"},
        {"id": "done", "date": "2021-05-25", "title": "Done",
         "summary": "- [ ] unfinished task\nSee Hacker News (https://news.example/item?id=2)."},
        {"id": "treaty-of-versailles-wwi-50", "date": "1919",
         "title": "Treaty of Versailles @wwi 50%"},
    ]  # fmt: skip
    assert {f"not carried: {what}" for what in ("tags", "links in titles", "pictures",
            "marks of what is done")} <= set(told)  # fmt: skip


def test_an_event_that_was_changed_counts_as_it_stands():
    text = '1902: New #bread\ntitle: "Old"\nedtf: "1901~"\nText.\n> Date: a remark\n'
    (record,), told = brought(text)
    assert record == {
        "id": "new", "date": "1902", "title": "New", "summary": "Text.\nDate: a remark",
    }  # fmt: skip
    assert told[0] == "line 1 “New”: edtf “1901~” does not fit “1902”, which is taken"


@pytest.mark.parametrize("text", ["", "hello", "# Heading\ntext", "title: T\n", "_-_-_break_-_-_"])
def test_a_text_without_an_event_is_refused(text):
    with pytest.raises(Refused, match="there is no event in it"):
        brought(text)


def test_a_header_without_events_is_an_empty_timeline():
    assert brought("---\ntitle: T\n---\n") == ([], ["not carried: the header"])
