"""Whoever brings a file in hears how many of its records are done."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.catalog.formats.offered import FORMATS
from components.catalog.imports import icalendar as ical
from components.catalog.imports.accepted import READERS
from components.catalog.imports.incoming import Refused
from components.catalog.reading.progress import Stopped, nobody
from components.catalog.tables import events_table

TWO = {
    "csv": "title,date\nBread,1901\nFlour,1902\n",
    "ical": "BEGIN:VCALENDAR\n"
    + "BEGIN:VEVENT\nSUMMARY:Bread\nDTSTART:19010514\nEND:VEVENT\n" * 2
    + "END:VCALENDAR\n",
    "timelinejs": '{"events": [{"start_date": {"year": 1901}, "text": {"headline": "T"}}, {}]}',
    "timelinejs-csv": "Year,Headline\n1901,Bread\n1902,Flour\n",
    "markwhen": "1901: Bread\n1902: Flour\n",
    "simile": '{"events": [{"title": "Bread", "start": "1901"}, {"title": "Flour"}]}',
    "geojson": '{"type": "FeatureCollection", "features": [{"properties": {"title": "T"}}, {}]}',
    "linked-traces": '[{"body": [{"title": "T", "when": {}}]}, {"body": []}]',
    "wikidata": '[{"itemLabel": "Bread", "date": "1901"}, {"itemLabel": "Flour"}]',
    "periodo": '{"periods": [{"label": "A", "start": {}, "stop": {}}, {"start": {}, "stop": {}}]}',
    "csl-json": '[{"title": "Bread"}, {"title": "Flour"}]',
    "bibtex": "@book{a, title = {Bread}}\n@book{b, title = {Flour}}\n",
    "ris": "TY  - BOOK\nTI  - Bread\nER  - \nTY  - BOOK\nTI  - Flour\nER  - \n",
}


@pytest.mark.parametrize("name", READERS)
def test_every_reader_tells_of_each_record(name):
    told = []
    READERS[name].read(TWO[name].encode(), lambda *step: told.append(step))
    assert told == [("records", 0, 2), ("records", 1, 2)]


@pytest.mark.parametrize("name", READERS)
def test_every_reader_can_be_stopped(name):
    def stop(what, done, total):
        raise Stopped

    with pytest.raises(Stopped):
        READERS[name].read(TWO[name].encode(), stop)


# iCalendar is read event by event; that is how the library reads it as a whole. --------------------


def test_a_calendar_of_ours_is_read_event_by_event(ys):
    text = FORMATS["ical"].write(ys, events_table(ys))
    text = text if isinstance(text, str) else text.decode()
    one_by_one = ical._one_by_one(text, nobody)
    assert len(one_by_one) == text.count("BEGIN:VEVENT")
    assert [one.to_ical() for one in one_by_one] == [one.to_ical() for one in ical._at_once(text)]


_LINES = [
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM",
    "SUMMARY:Bread", "DTSTART:19010514", " and flour", "nonsense", "begin:vevent", "BEGIN:VTODO",
]  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_what_is_read_event_by_event_is_what_is_read_as_a_whole(lines, end):
    text = end.join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])
    found = ical._one_by_one(text, nobody)
    if found:
        assert [one.to_ical() for one in found] == [one.to_ical() for one in _whole(text)]


def _whole(text):
    try:
        return ical._at_once(text)
    except Refused:
        return []


def test_events_are_really_told_apart_in_the_texts_that_are_tried():
    text = re.sub("^ *", "", TWO["ical"], flags=re.MULTILINE)
    assert len(ical._one_by_one(text, nobody)) == 2
