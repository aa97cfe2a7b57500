"""Linked data in: Linked Places and Traces, PeriodO, and results of queries to Wikidata."""

from __future__ import annotations

import json
from typing import Any

import pytest

from components.catalog.imports.accepted import READERS
from components.catalog.imports.incoming import Refused


def brought(name: str, data: Any) -> tuple[list[dict[str, Any]], list[str]]:
    found = READERS[name].read(json.dumps(data).encode())
    return found.records, list(found.said())


# Linked Places ------------------------------------------------------------------------------------

# Retyped and shortened from LinkedPasts/linked-places-format, README.md, version 1.1.
ABINGDON = {
    "type": "FeatureCollection",
    "@context": "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld",
    "features": [{
        "@id": "http://mygaz.org/places/p_12345",
        "type": "Feature",
        "properties": {"title": "Abingdon (UK)", "ccodes": ["GB"]},
        "when": {
            "timespans": [{"start": {"in": "0676"}, "end": {"in": "1066"}}],
            "periods": [{"name": "Anglo-Saxon Period, 449-1066", "@id": "periodo:p06c6g3whtg"}],
            "label": "sample 'when' w/timespans, periods, duration",
            "duration": "P100Y",
        },
        "names": [{"toponym": "Abingdon", "lang": "en", "when": {"timespans": [{"start": {"in": "1600"}}]}}],
        "types": [{"identifier": "aat:300008375", "label": "town"}],
        "geometry": {"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [-1.2879, 51.6708], "certainty": "certain"}]},
        "links": [{"type": "exactMatch", "identifier": "http://www.geonames.org/2657780/"}],
        "descriptions": [{"@id": "https://en.wikipedia.org/wiki/Abingdon-on-Thames",
                          "value": "...a historic market town and civil parish...", "lang": "en"}],
    }],
}  # fmt: skip


def test_the_reference_record_of_linked_places():
    records, told = brought("geojson", ABINGDON)
    assert records == [
        {
            "id": "p-12345",
            "date": "0676/1066",
            "date_note": "In the file: period Anglo-Saxon Period, 449-1066; "
            "label sample 'when' w/timespans, periods, duration; duration P100Y",
            "title": "Abingdon (UK)",
            "summary": "...a historic market town and civil parish...",
        }
    ]
    assert told == [
        "feature 1 “Abingdon (UK)”: its id “p_12345” is “p-12345” here",
        *(f"not carried: “{name}”" for name in ("names", "types", "geometry", "links", "ccodes")),
    ]


def dated(when: Any) -> tuple[str, str]:
    (record,), told = brought(
        "geojson", {"features": [{"properties": {"title": "T"}, "when": when}]}
    )
    assert (len(told) > 0) == (
        "doubt" in str(told) or "no form" in str(told) or "date" not in record
    )
    return record.get("date", ""), record.get("date_note", "").removeprefix("In the file: ")


@pytest.mark.parametrize(
    ("timespan", "date", "words"),
    [
        ({"start": {"in": "1832"}}, "1832", ""),
        ({"start": {"in": "1832-08-01"}}, "1832-08-01", ""),
        ({"start": {"in": "1832-08?"}, "end": {"in": "1840~"}}, "1832-08?/1840~", ""),
        ({"start": {"in": "1832"}, "end": {"in": "1832"}}, "1832", ""),
        ({"start": {"earliest": "1832", "latest": "1840"}}, "[1832..1840]", ""),
        ({"start": {"earliest": "1832"}}, "[1832..]", ""),
        ({"earliest": "-0563", "latest": "-0480"}, "[-0563..-0480]", ""),
        ({"start": "0630", "end": "0644"}, "0630/0644", ""),
        ({"start": {"in": "1832-08?"}, "end": {"earliest": "1840", "latest": "1841-01-02"}},
         "1832-08?/1841-01-02~", "from 1832-08? to between 1840 and 1841-01-02"),
        ({"end": {"in": "1900"}}, "/1900", "from ? to 1900"),
        ({"start": "-0563/-0480", "end": "-0400"}, "", "from -0563/-0480 to -0400"),
        ({}, "", ""),
    ],
)  # fmt: skip
def test_a_timespan_is_a_date_or_stays_in_words(timespan, date, words):
    assert dated({"timespans": [timespan]}) == (date, words)


def test_several_timespans_are_all_of_a_set_or_the_first():
    years = [{"start": year, "end": year} for year in ("0633", "0634")]
    assert dated(years) == ("{0633,0634}", "")
    (record,), told = brought("geojson", {"features": [
        {"properties": {"title": "T"}, "when": {"timespans": [
            {"start": {"in": "1800"}, "end": {"in": "1810"}},
            {"start": {"in": "1820"}, "end": {"in": "1830"}}]}}]})  # fmt: skip
    assert (record["date"], record["date_note"]) == ("1800/1810", "In the file: 1820/1830")
    assert told == ["feature 1 “T”: it has 2 timespans: the first alone is its date"]


def test_our_own_date_counts_only_while_the_timespans_agree():
    about = {
        "title": "T",
        "date": "1901-05~",
        "kind": "strike",
        "importance": 2,
        "themes": ["bread"],
    }
    agreed = {"properties": about, "when": {"timespans": [{"start": {"in": "1901-05~"}}]}}
    changed = {"properties": about, "when": {"timespans": [{"start": {"in": "1902"}}]}}
    records, told = brought("geojson", {"features": [agreed, changed]})
    assert records[0] == {"id": "t", "date": "1901-05~", "title": "T", "kind": "strike",
                          "importance": 2, "themes": ["bread"]}  # fmt: skip
    assert records[1]["date"] == "1902"
    assert told == [
        "feature 2 “T”: date “1901-05~” does not fit the timespans beside it, which are taken"
    ]


# Linked Traces ------------------------------------------------------------------------------------


def test_the_reference_traces_of_a_life_in_both_versions():
    # Retyped and shortened from LinkedPasts/linked-traces-format: examples_whg.json (0.1) and
    # README.md (0.2).
    first = {
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"id": "http://whgazetteer.org/places/86438", "title": "Lumbini", "relation": "birthplace",
             "when": [{"earliest": "-0563", "latest": "-0480"}], "place_id": 86438},
            {"id": "http://whgazetteer.org/places/86545", "title": "Magadha", "relation": "taught"},
        ],
        "target": {"id": "https://en.wikipedia.org/wiki/Gautama_Buddha", "type": ["Person"],
                   "title": "Gautama Buddha"},
    }  # fmt: skip
    second = {
        "type": "Annotation",
        "target": [{"type": "Text", "title": "Gautama_Buddha"}],
        "body": {"type": "Dataset", "format": "application/json", "value": [
            {"title": "Lumbini", "relation": "lpo:birthplace", "when": {"timespans": [{"start": "-0563/-0480"}]}},
            {"lpo:title": "Kusinagara", "lpo:relation": "lpo:deathplace",
             "lpo:when": {"timespans": [{"start": "-0483/-0400"}]}},
        ]},
    }  # fmt: skip
    records, told = brought("linked-traces", [first, second])
    assert [(one["title"], one["date"]) for one in records] == [
        ("Gautama Buddha: birthplace, Lumbini", "[-0563..-0480]"),
        ("Gautama_Buddha: birthplace, Lumbini", "-0563/-0480"),
        ("Gautama_Buddha: deathplace, Kusinagara", "-0483/-0400"),
    ]
    assert told == [
        "not carried: places without a time",
        "not carried: “id” (2 times)",
        "not carried: “place_id”",
    ]


# PeriodO ------------------------------------------------------------------------------------------


def test_the_reference_periods_of_periodo():
    # Retyped and shortened from periodo/periodo-server, test/test-data.json.
    data = {"periodCollections": {"p0trgkv": {
        "definitions": {
            "p0trgkvkhrv": {
                "label": "Iron Age", "language": "eng-latn", "type": "PeriodDefinition",
                "spatialCoverage": [{"id": "http://dbpedia.org/resource/Turkey", "label": "Turkey"}],
                "start": {"in": {"year": "-0799"}, "label": "800 B.C."},
                "stop": {"in": {"year": "-0549"}, "label": "550 B.C."},
            },
            "p0trgkv4kxb": {
                "label": "Herakleid", "note": "chronological table on p. 4",
                "start": {"in": {"year": "-1184"}, "label": "1185 B.C."},
                "stop": {"in": {"year": "-0679"}, "label": "680 B.C."},
            },
        },
        "source": {"locator": "page 4", "partOf": {
            "title": "The Corinthian, Attic, and Lakonian pottery from Sardis", "yearPublished": 1997}},
    }}}  # fmt: skip
    by = "By: The Corinthian, Attic, and Lakonian pottery from Sardis, 1997, page 4"
    records, told = brought("periodo", data)
    assert records == [
        {"label": "Iron Age", "date": "-0799/-0549", "note": f"In the file: 800 B.C. to 550 B.C.\n{by}"},
        {"label": "Herakleid", "date": "-1184/-0679",
         "note": f"chronological table on p. 4\nIn the file: 1185 B.C. to 680 B.C.\n{by}"},
    ]  # fmt: skip
    assert told == ["not carried: “spatialCoverage”"]


def period(start: Any, stop: Any) -> tuple[dict[str, Any], list[str]]:
    (record,), told = brought(
        "periodo", {"periods": {"a": {"label": "P", "start": start, "stop": stop}}}
    )
    return record, told


def test_the_earliest_and_the_latest_year_of_an_end_are_both_kept():
    record, told = period(
        {"in": {"earliestYear": "-1199", "latestYear": "-1149"}, "label": "12th c. BC"},
        {"in": {"earliestYear": "-0999", "latestYear": "-0979"}},
    )
    assert record["date"] == "-1199~/-0979~"
    assert record["note"] == (
        "In the file: 12th c. BC (between -1199 and -1149) to between -0999 and -0979"
    )
    assert told == ["period 1 “P”: in which years it begins and ends is in doubt: kept in its note"]


@pytest.mark.parametrize(
    ("start", "stop", "date"),
    [
        ({"in": {"year": "1900"}}, {"in": {"year": "1900"}}, "1900"),
        ({"in": {"year": "1900"}}, {"label": "unknown"}, "1900/"),
        ({"label": "?"}, {"in": {"year": 1900}}, "/1900"),
        ({"in": {"year": "-2500000"}}, {"in": {"year": "-0001"}}, "Y-2500000/-0001"),
        ({"in": {"year": "1900"}}, {"in": {"year": "1800"}}, None),
        ({"in": {"year": "MCM"}}, {}, None),
    ],
)
def test_years_that_are_known_make_the_date(start, stop, date):
    record, told = period(start, stop)
    assert record.get("date") == date
    assert (told == []) == (date is not None)


# Wikidata -----------------------------------------------------------------------------------------

ENTITY = "http://www.wikidata.org/entity/"
JULIAN = f"{ENTITY}Q1985786"


def rows(*several: dict[str, Any]) -> dict[str, Any]:
    """Retyped in the form of SPARQL 1.1 Query Results JSON Format, section 3 (W3C, 2013)."""
    return {"head": {"vars": ["item", "itemLabel", "date"]}, "results": {"bindings": [
        {name: {"type": "literal", "value": value} for name, value in row.items()} for row in several
    ]}}  # fmt: skip


def item(**row: str) -> tuple[dict[str, Any], list[str]]:
    (record,), told = brought("wikidata", rows({"itemLabel": "T", **row}))
    return {name: value for name, value in record.items() if name not in ("id", "title")}, told


@pytest.mark.parametrize(
    ("time", "precision", "date"),
    [
        ("1901-05-14", "11", "1901-05-14"),
        ("1901-05-01", "10", "1901-05"),
        ("1901-01-01", "9", "1901"),
        ("1960-01-01", "8", "196X"),
        ("1900-01-01", "7", "[1801..1900]"),
        ("1901-01-01", "7", "[1901..2000]"),
        ("2000-01-01", "6", "[1001..2000]"),
        ("-0043-03-15", "11", "-0043-03-15"),
        ("0000-01-01", "9", "0000"),
        ("-13798000000-01-01", "9", "Y-13798000000"),
        ("1901-05-14", "14", "1901-05-14"),
        ("1901-05-14", "", "1901-05-14"),  # not the first of a month: a day
    ],
)
def test_a_time_of_wikidata_is_as_precise_as_its_precision_says(time, precision, date):
    given = {"date": f"{time}T00:00:00Z"} | ({"datePrecision": precision} if precision else {})
    record, told = item(**given)
    assert record == {"date": date}
    assert told == (["not carried: times of day"] if precision == "14" else [])


@pytest.mark.parametrize("time", ["1917-01-01", "1917-05-01"])
def test_a_first_of_the_month_without_precision_is_not_guessed_at(time):
    record, told = item(date=f"{time}T00:00:00Z")
    assert record == {"date_note": f"In the file: {time}"}
    assert told[0] == (
        "row 1 “T”: its date may mean a day, a month or a year: its precision is missing"
    )


def test_days_of_the_julian_calendar_get_their_old_style():
    day = item(date="1917-11-07T00:00:00Z", datePrecision="11", dateCalendar=JULIAN)[0]
    month = item(date="1700-05-01T00:00:00Z", datePrecision="10", dateCalendarModel=JULIAN)[0]
    assert day == {"date": "1917-11-07", "old_style": "1917-10-25"}
    assert month == {"date": "[1700-05-12..1700-06-11]", "old_style": "1700-05"}


def test_start_and_end_make_an_interval():
    given = {"start": "1936-07-19T00:00:00Z", "startPrecision": "11"}
    ended = {"end": "1937-01-01T00:00:00Z", "endPrecision": "9"}
    century = {"start": "1900-01-01T00:00:00Z", "startPrecision": "7", **ended}
    assert item(**given, **ended)[0] == {"date": "1936-07-19/1937"}
    assert item(**given)[0] == {"date": "1936-07-19/"}
    record, told = item(**century)
    assert record == {"date_note": "In the file: [1801..1900]/1937"}
    assert "has no form in EDTF" in told[0]


def test_rows_that_repeat_an_item_are_one_event():
    one = {"item": f"{ENTITY}Q7", "itemLabel": "Strike", "date": "1901-05-14T00:00:00Z",
           "itemDescription": "on the quay", "place": f"{ENTITY}Q1"}  # fmt: skip
    records, told = brought("wikidata", rows(
        one, {**one, "place": f"{ENTITY}Q2"}, {**one, "date": "1901-05-15T00:00:00Z"},
        {**one, "item": f"{ENTITY}Q8", "itemLabel": "Q8"}, {**one, "item": f"{ENTITY}Q9", "date": "t12345"},
    ))  # fmt: skip
    assert records == [
        {"id": "strike", "date": "1901-05-14", "title": "Strike", "aliases": ["q7"], "summary": "on the quay"},
        {"id": "strike-2", "date_note": "In the file: t12345", "title": "Strike", "aliases": ["q9"],
         "summary": "on the quay"},
    ]  # fmt: skip
    assert told == [
        "row 3 “Strike”: it is in the file twice: its second date “1901-05-15” is not carried",
        "row 4 “Q8”: it has no label: not carried",
        "row 5 “Strike”: its date “t12345” is no date: not carried",
        "row 5 “Strike”: it has no date that can be carried",
        "not carried: variable “place” (3 times)",
        "not carried: rows that repeat an item (2 times)",
    ]


def test_the_shorter_form_of_the_query_service_is_read_too():
    records, _ = brought("wikidata", [{"itemLabel": "T", "date": "1901-05-14T00:00:00Z"}])
    assert records == [{"id": "t", "date": "1901-05-14", "title": "T"}]


# Not these ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["geojson", "linked-traces", "periodo", "wikidata"])
@pytest.mark.parametrize("data", [{}, {"type": "Topology"}, 7, None, "x", {"results": []}])
def test_json_that_is_something_else_is_refused(name, data):
    with pytest.raises(Refused, match="it is not"):
        brought(name, data)
