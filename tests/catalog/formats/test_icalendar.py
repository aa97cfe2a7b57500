"""iCalendar: whole days that any calendar reads, and no certainty that is not there."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from components.catalog.formats.icalendar import icalendar, why_not
from components.catalog.tables import events_table


def read(text: str) -> Component:
    """The calendar as another program understands it; it finds nothing wrong."""
    calendar = Calendar.from_ical(text)
    assert [fault for part in calendar.walk() for fault in part.errors] == []
    return calendar


def test_another_program_reads_every_event_that_fits(ys, table):
    events = read(icalendar(ys, table)).walk("VEVENT")
    fitting = [id for id in table.index if not why_not(ys.events[id])]
    assert [str(event["UID"]).split("@")[0] for event in events] == fitting
    assert len({str(event["UID"]) for event in events}) == len(fitting) == 19


def test_a_known_day_is_that_day(ys, table):
    (event,) = read(icalendar(ys, table.loc[["yards-taken"]])).walk("VEVENT")
    read_back = {name: event.decoded(name) for name in event if name not in ("UID", "DTSTAMP")}
    assert read_back == {
        "DTSTART": date(1900, 3, 13),
        "DTEND": date(1900, 3, 14),  # the day after the last
        "SUMMARY": "Crews take the seven yards",
        "DESCRIPTION": (
            "On a day that only the old calendar had, crews hoisted their own flags on the slips.\n\n"
            "Date: 13 March 1900 (29 February Old Style)\n"
            "Place: Seven Yards\n"
            "Sources: Trevena, “Seven Yards and One League,” 46"
        ),
        "LOCATION": "Seven Yards",
        "GEO": (50.01, -6.02),
        "CATEGORIES": read_back["CATEGORIES"],
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "X-EDTF": read_back["X-EDTF"],
        "X-OLD-STYLE": read_back["X-OLD-STYLE"],
        "X-TITLE": read_back["X-TITLE"],
    }
    assert event["CATEGORIES"].to_ical() == b"Taking over the work"
    assert (str(event["X-EDTF"]), str(event["X-OLD-STYLE"])) == ("1900-03-13", "1900-02-29")


@pytest.mark.parametrize(
    ("edtf", "first", "after", "title"),
    [
        ("1901-03-01", (1901, 3, 1), (1901, 3, 2), "T"),
        ("1901-03-01/1901-03-04", (1901, 3, 1), (1901, 3, 5), "T"),
        ("1901-03-01T12:00:00Z", (1901, 3, 1), (1901, 3, 2), "T"),
        ("1901-03", (1901, 3, 1), (1901, 4, 1), "T (March 1901)"),
        ("1901-03-01?", (1901, 3, 1), (1901, 3, 2), "T (perhaps 1 March 1901)"),
        ("1901-03-01~", (1901, 3, 1), (1901, 3, 2), "T (about 1 March 1901)"),
        ("[1901-03-01,1901-03-04]", (1901, 3, 1), (1901, 3, 5), "T (1 or 4 March 1901)"),
        ("1901-21", (1901, 3, 1), (1901, 6, 1), "T (spring 1901)"),
        ("1901/1902", (1901, 1, 1), (1903, 1, 1), "T (1901–1902)"),
        ("1901-03-01/..", (1901, 3, 1), (1901, 3, 2), "T (since 1 March 1901)"),
        ("../1901-03-01", (1901, 3, 1), (1901, 3, 2), "T (until 1 March 1901)"),
        ("1901-03/", (1901, 3, 1), (1901, 4, 1), "T (from March 1901, end unknown)"),
        ("9999-12-30", (9999, 12, 30), (9999, 12, 31), "T"),
    ],
)
def test_what_is_not_known_to_the_day_says_so_in_its_title(changed, edtf, first, after, title):
    catalog, table = changed(date=edtf, title="T")
    (event,) = read(icalendar(catalog, table)).walk("VEVENT")
    days = (event.decoded("DTSTART"), event.decoded("DTEND"))
    assert days == (date(*first), date(*after))
    assert str(event["SUMMARY"]).startswith("T")
    assert (str(event["SUMMARY"]) == "T") == (str(event["STATUS"]) == "CONFIRMED") == (title == "T")
    assert str(event["SUMMARY"]) == title


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("1901", "one day somewhere in more than a season: too wide for a calendar"),
        ("190X", "one day somewhere in more than a season: too wide for a calendar"),
        ("1901/..", "one day somewhere in more than a season: too wide for a calendar"),
        ("../..", "neither its start nor its end is known"),
        ("-0043-03-15", "years before 1 and after 9999 have no place there"),
        ("0000-03-15", "years before 1 and after 9999 have no place there"),
        ("9999-12-31", "years before 1 and after 9999 have no place there"),
        ("Y12000", "years before 1 and after 9999 have no place there"),
    ],
)
def test_what_no_calendar_can_hold_is_left_out_with_the_reason(changed, edtf, reason):
    catalog, table = changed(date=edtf)
    assert why_not(catalog.events["amnesty"]) == reason
    assert read(icalendar(catalog, table)).walk("VEVENT") == []


def test_the_calendar_says_its_terms_of_use(ys, table):
    calendar = read(icalendar(ys, table))
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "Ys and Lyonesse"
    assert str(calendar["DESCRIPTION"]).endswith(
        "\n\nLicence: CC0-1.0. Version: 1. How to cite: Ys and Lyonesse, an invented catalogue, version 1."
    )


def test_lines_are_folded_at_75_octets_and_never_inside_a_letter(changed):
    text = icalendar(*changed(summary="Кермарек " * 60, title="é" * 90))
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert all(line.decode() or line == b"" for line in lines)
    assert str(read(text).walk("VEVENT")[0]["SUMMARY"]) == "é" * 90


def test_no_text_can_begin_a_line_of_its_own(changed):
    hostile = "a\r\nEND:VEVENT\r\nBEGIN:VALARM\\;,\x00\x1b\u2028b"
    catalog, table = changed(title=hostile, summary=hostile)
    calendar = read(icalendar(catalog, table))
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    assert str(calendar.walk("VEVENT")[0]["SUMMARY"]) == "a \nEND:VEVENT \nBEGIN:VALARM\\;,   b"


def test_two_catalogues_in_one_calendar_do_not_mix(ys, probe, table):
    (one,) = read(icalendar(ys, table.loc[["amnesty"]])).walk("VEVENT")
    other = read(icalendar(probe, events_table(probe))).walk("VEVENT")[0]
    assert str(one["UID"]).split("@")[1] != str(other["UID"]).split("@")[1]
