"""SIMILE Timeline in: its four dates, its XML, and the JavaScript that passes for JSON there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from components.catalog.imports.incoming import Refused
from components.catalog.imports.simile import from_simile


def brought(text: str | bytes) -> tuple[list[dict[str, Any]], list[str]]:
    found = from_simile(text if isinstance(text, bytes) else text.encode())
    return found.records, list(found.said())


def one(**attributes: str) -> tuple[dict[str, Any], list[str]]:
    (record,), told = brought(json.dumps({"events": [{"title": "T", **attributes}]}))
    return record, told


def test_events_of_the_reference_timeline_of_a_painter():
    # Retyped, shortened, from simile-widgets/timeline, src/main/webapp/examples/monet/monet.xml.
    records, told = (
        brought("""<data wiki-url="http://simile.mit.edu/shelf/" wiki-section="Simile Monet Timeline">
    <!-- Source: http://en.wikipedia.org/wiki/Monet -->
    <event start="Nov 14 1840 00:00:00 GMT" title="Birth" image="monet.png"
        link="http://en.wikipedia.org/wiki/Monet">
        Claude Monet was born.
        &lt;p&gt;
            He was christened as Oscar-Claude.
        &lt;/p&gt;
        </event>
    <event start="1845" end="1846" title="Family moved to Le Havre, Normandy"></event>
    <event start="Jun 01 1861 00:00:00 GMT" latestStart="Jul 01 1861 00:00:00 GMT"
        earliestEnd="Jun 01 1863 00:00:00 GMT" end="Jul 01 1863 00:00:00 GMT"
        isDuration="true" title="Joined Cavalry in Algeria"/>
    <event start="1871" latestStart="1872" earliestEnd="1878" end="1879" isDuration="true"
        title="Lived at Argenteuil"/>
    <event start="1880" latestStart="1900" earliestEnd="1880" end="1900" isDuration="true"
        title="'Series' painting"/>
    <event start="1875" end="1879" title="The Seine at Argenteuil"
        icon="../../api/images/green-circle.png"/>
    <event start="1883" end="1909" isDuration="true" title="Painted landscapes" color="#0a0"/>
    </data>""")
    )
    assert records == [
        {"id": "birth", "date": "1840-11-14", "title": "Birth",
         "summary": "Claude Monet was born.\nHe was christened as Oscar-Claude."},
        {"id": "family-moved-to-le-havre-normandy", "date": "1845",
         "title": "Family moved to Le Havre, Normandy"},
        {"id": "joined-cavalry-in-algeria", "date": "1861-06/1863-06",
         "title": "Joined Cavalry in Algeria"},
        {"id": "lived-at-argenteuil", "date": "1871/1878",
         "title": "Lived at Argenteuil"},
        {"id": "series-painting", "date": "1880~/1900~", "title": "'Series' painting",
         "date_note": "In the file: start 1880, latestStart 1900, earliestEnd 1880, end 1900"},
        {"id": "the-seine-at-argenteuil", "date": "[1875..1879]",
         "title": "The Seine at Argenteuil"},
        {"id": "painted-landscapes", "date": "1883/1909", "title": "Painted landscapes"},
    ]  # fmt: skip
    assert told == [
        "event 5 “'Series' painting”: from when and until when it lasts is in doubt: kept in words",
        "not carried: “image”",
        "not carried: “link”",
    ]


def test_events_of_the_reference_timeline_that_is_javascript():
    # Retyped from simile-widgets/timeline, src/main/webapp/examples/cubism/cubism.js.
    records, told = brought("""{
'dateTimeFormat': 'iso8601',
'wikiURL': "http://simile.mit.edu/shelf/",
'events' : [
        {'start': '1924',
        'title': 'Barfusserkirche',
        'description': 'by Lyonel Feininger, American/German Painter, 1871-1956',
        'link': 'http://www.allposters.com/-sp/Barfusserkirche-1924-Posters_i1116895_.htm'
        },
        {'start': '1881',
        'end': '1953',
        'title': 'Landschaft bei Montreuil'
        }
]
}""")
    assert records == [
        {"id": "barfusserkirche", "date": "1924", "title": "Barfusserkirche",
         "summary": "by Lyonel Feininger, American/German Painter, 1871-1956"},
        {"id": "landschaft-bei-montreuil", "date": "[1881..1953]",
         "title": "Landschaft bei Montreuil"},
    ]  # fmt: skip
    assert told == ["not carried: “link”"]


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ("1845", "1845"),
        ("6", "0006"),
        ("1 AD", "0001"),
        ("500 BC", "-0499"),
        ("-500", "-0500"),  # SIMILE gives it to JavaScript's calendar, which has a year 0
        ("65000000 BC", "Y-64999999"),
        ("1901-05", "1901-05"),
        ("1901-05-14", "1901-05-14"),
        ("1901-05-14T00:00:00Z", "1901-05-14"),
        ("19010514", "1901-05-14"),
        ("May 14, 1901", "1901-05-14"),
        ("14 May 1901", "1901-05-14"),
        ("Tue May 14 1901 00:00:00 GMT-0600", "1901-05-14"),
        ("Tue, 14 May 1901 00:00:00 GMT", "1901-05-14"),
        ("Sept 1901", "1901-09"),
    ],
)
def test_a_date_is_read_as_precise_as_it_is_written(start, date):
    assert one(start=start) == ({"id": "t", "date": date, "title": "T"}, [])


@pytest.mark.parametrize(
    "start", ["05/14/1901", "spring 1901", "1901-13", "Feb 30 1901", "c. 1901"]
)
def test_a_date_that_may_be_two_or_none_is_kept_in_words(start):
    record, told = one(start=start)
    assert record == {"id": "t", "date_note": f"In the file: start {start}", "title": "T"}
    assert told == [
        f"event 1 “T”: start “{start}” is no date that is understood",
        "event 1 “T”: it has no date that can be carried",
    ]


@pytest.mark.parametrize(
    ("ends", "date"),
    [
        ({"start": "1901-05-14", "end": "1901-05-15"}, "1901-05-14"),
        ({"start": "1901-05-01", "end": "1901-06-01"}, "1901-05"),
        ({"start": "1901-12-01", "end": "1902-01-01"}, "1901-12"),
        ({"start": "1901-05-14", "end": "1901-05-15T10:00:00"}, "[1901-05-14..1901-05-15]"),
        ({"start": "1901-05-14", "latestStart": "1901-05-20"}, "[1901-05-14..1901-05-20]"),
        ({"start": "1901", "end": "1901"}, "1901"),
    ],
)
def test_a_moment_between_two_is_the_day_month_or_year_that_they_enclose(ends, date):
    assert one(**ends)[0]["date"] == date


def test_an_end_in_doubt_is_approximate_and_its_limits_stay_in_words():
    ends = {"start": "1901-05-14", "earliestEnd": "1902", "end": "1905", "durationEvent": True}
    record, told = one(**ends)
    assert record["date"] == "1901-05-14/1905~"
    assert record["date_note"] == "In the file: start 1901-05-14, earliestEnd 1902, end 1905"
    assert told == ["event 1 “T”: from when and until when it lasts is in doubt: kept in words"]


def test_time_counted_backwards_is_no_date():
    # simile-widgets/timeline, examples/dinosaurs/dinosaurs.xml counts millions of years ago.
    record, told = one(start="115", end="105", isDuration="true")
    assert record == {"id": "t", "date_note": "In the file: 0115/0105", "title": "T"}
    assert "ends before it starts" in told[0]


def test_javascript_is_read_and_not_run():
    text = """// made by hand
    var timeline_data = /* ours */ {events: [
        {start: '1901', title: 'The crew\\'s "quay"', description: "a // no comment", isDuration: false,},
    ]};"""
    records, _ = brought(text)
    assert records == [
        {"id": "the-crews-quay", "date": "1901", "title": 'The crew\'s "quay"', "summary": "a // no comment"}
    ]  # fmt: skip
    with pytest.raises(Refused, match="not JSON: line 1"):
        brought("{events: [{start: new Date(1901), title: 'T'}]}")


BILLION = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f'<!DOCTYPE data [<!ENTITY e0 "ha">{BILLION}]><data><event title="&e9;"/></data>', "document type"),
        ('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><data>&x;</data>', "document type"),
        ('<!DOCTYPE d SYSTEM "http://ys.example/d.dtd"><data/>', "document type"),
        ("<data><event></data>", "not XML: line 1, column"),
        ("<html></html>", "<data> was expected, not <html>"),
        ("<data date-time-format='geochrono'/>", "counted in another way (“geochrono”)"),
        (b"<?xml version='1.0' encoding='klingon'?><data/>", "encoding that is not known"),
        (b"<data><event title='caf\xe9'/></data>", "not XML"),
        ('{"events": 7}', "no list “events”"),
        ("[]", "no list “events”"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_reason(data, said):
    with pytest.raises(Refused) as refusal:
        brought(data)
    assert said in str(refusal.value)


def test_xml_may_be_in_the_encoding_that_it_names():
    text = "<?xml version='1.0' encoding='ISO-8859-1'?><data><event start='1901' title='Kêr-Is'/></data>"
    for data in (text.encode("latin-1"), text.split("?>")[1].encode("utf-16")):
        assert brought(data)[0] == [{"id": "ker-is", "date": "1901", "title": "Kêr-Is"}]
