"""Samples that standards themselves print: iCalendar (RFC 5545), CSV (RFC 4180), SPARQL results."""

from __future__ import annotations

import json

import pytest

from components.catalog.imports.accepted import READERS
from components.catalog.imports.incoming import Refused


def brought(name: str, text: str):
    found = READERS[name].read(text.encode())
    return found.records, list(found.said())


def test_the_conference_and_the_anniversary_of_rfc_5545():
    # Section 4, the first object; section 3.6.1, the anniversary and the festival of eleven days.
    text = "\r\n".join([
        "BEGIN:VCALENDAR", "PRODID:-//xyz Corp//NONSGML PDA Calendar Version 1.0//EN",
        "VERSION:2.0", "BEGIN:VEVENT", "DTSTAMP:19960704T120000Z", "UID:uid1@example.com",
        "ORGANIZER:mailto:jsmith@example.com", "DTSTART:19960918T143000Z",
        "DTEND:19960920T220000Z", "STATUS:CONFIRMED", "CATEGORIES:CONFERENCE",
        "SUMMARY:Networld+Interop Conference",
        "DESCRIPTION:Networld+Interop Conference", "  and Exhibit\\nAtlanta World Congress Center\\n",
        " Atlanta\\, Georgia", "END:VEVENT",
        "BEGIN:VEVENT", "UID:19970901T130000Z-123403@example.com", "DTSTAMP:19970901T130000Z",
        "DTSTART;VALUE=DATE:19971102", "SUMMARY:Our Blissful Anniversary", "TRANSP:TRANSPARENT",
        "CLASS:CONFIDENTIAL", "CATEGORIES:ANNIVERSARY,PERSONAL,SPECIAL OCCASION",
        "RRULE:FREQ=YEARLY", "END:VEVENT",
        "BEGIN:VEVENT", "UID:20070423T123432Z-541111@example.com", "DTSTAMP:20070423T123432Z",
        "DTSTART;VALUE=DATE:20070628", "DTEND;VALUE=DATE:20070709",
        "SUMMARY:Festival International de Jazz de Montreal", "TRANSP:TRANSPARENT", "END:VEVENT",
        "END:VCALENDAR", "",
    ])  # fmt: skip
    records, told = brought("ical", text)
    assert records == [
        {"id": "networld-interop-conference", "date": "1996-09-18/1996-09-20",
         "title": "Networld+Interop Conference", "summary": "Networld+Interop Conference and "
         "Exhibit\nAtlanta World Congress Center\nAtlanta, Georgia"},
        {"id": "our-blissful-anniversary", "date": "1997-11-02", "title": "Our Blissful Anniversary"},
        {"id": "festival-international-de-jazz-de-montreal", "date": "2007-06-28/2007-07-08",
         "title": "Festival International de Jazz de Montreal"},
    ]  # fmt: skip
    assert "event 2 “Our Blissful Anniversary”: it repeats: its first time alone is carried" in told
    assert {"not carried: ORGANIZER", "not carried: CATEGORIES (2 times)"} <= set(told)


def test_the_records_of_rfc_4180_are_read_under_our_names_and_refused_under_none():
    # Section 2, rules 3, 6 and 7: a header, a line break within quotes, a quote that is doubled.
    records, told = brought(
        "csv", 'title,summary,id\r\n"aaa","b\r\nbb","ccc"\r\n"aaa","b""bb","ccc"\r\n'
    )
    assert [(one["title"], one["summary"], one["id"]) for one in records] == [
        ("aaa", "b\nbb", "ccc"), ("aaa", 'b"bb', "ccc-2"),
    ]  # fmt: skip
    assert len([line for line in told if "it has no date that can be carried" in line]) == 2
    with pytest.raises(Refused, match="two columns have the name"):
        brought("csv", "field_name,field_name,field_name\r\naaa,bbb,ccc\r\nzzz,yyy,xxx\r\n")


def test_the_books_of_the_recommendation_on_sparql_results():
    # SPARQL 1.1 Query Results JSON Format, section 1.
    records, told = brought("wikidata", json.dumps({
        "head": {"vars": ["book", "title"]},
        "results": {"bindings": [
            {"book": {"type": "uri", "value": "http://example.org/book/book6"},
             "title": {"type": "literal", "value": "Harry Potter and the Half-Blood Prince"}},
            {"book": {"type": "uri", "value": "http://example.org/book/book7"},
             "title": {"type": "literal", "value": "Harry Potter and the Deathly Hallows"}},
        ]},
    }))  # fmt: skip
    assert [one["title"] for one in records] == [
        "Harry Potter and the Half-Blood Prince", "Harry Potter and the Deathly Hallows",
    ]  # fmt: skip
    assert "not carried: variable “book” (2 times)" in told
    assert sum("it has no date that can be carried" in line for line in told) == 2
