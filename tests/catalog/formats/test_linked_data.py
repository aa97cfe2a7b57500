"""Linked data and maps: JSON-LD in schema.org's words, PeriodO, GeoJSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from components.catalog.dates import parse
from components.catalog.formats.geojson import geojson
from components.catalog.formats.icalendar import icalendar
from components.catalog.formats.linked_data import schema_org
from components.catalog.formats.periodo import periodo


def node(text: str, kind: str) -> dict:
    return next(one for one in json.loads(text)["@graph"] if one["@type"] == kind)


# schema.org ---------------------------------------------------------------------------------------


def test_an_event_in_schema_orgs_words(ys, table):
    text = schema_org(ys, table.loc[["grain-store-seized"]])
    assert node(text, "Event") == {
        "@type": "Event",
        "@id": "#event-grain-store-seized",
        "identifier": "grain-store-seized",
        "name": "Seizure of the grain store",
        "description": "Crews opened the store and weighed the grain before witnesses. Nothing was sold for a week.",
        "disambiguatingDescription": "14 May 1900",
        "startDate": "1900-05-14",
        "endDate": "1900-05-14",
        "dcterms:date": {"@type": "edtf:EDTF", "@value": "1900-05-14"},
        "location": {
            "@type": "Place",
            "name": "Great Quay",
            "geo": {"@type": "GeoCoordinates", "latitude": 48.09, "longitude": -4.51},
        },
        "keywords": ["Taking over the work", "Bread"],
        "contributor": [{"@id": "#agent-strike-committee"}, {"@id": "#agent-kermarec"}],
        "subjectOf": [{"@id": "#catalogue"}, {"@id": "#source-gazette-1900"}],
    }
    assert node(text, "Dataset") == {
        "@type": "Dataset",
        "@id": "#catalogue",
        "name": "Ys and Lyonesse",
        "description": ys.header.description,
        "license": {
            "@type": "CreativeWork",
            "name": "CC0-1.0",
            "url": "https://creativecommons.org/publicdomain/zero/1.0/",
        },
        "version": "1",
        "creditText": "Ys and Lyonesse, an invented catalogue, version 1.",
        "inLanguage": "en",
    }
    assert node(text, "NewsArticle") == {
        "@type": "NewsArticle",
        "@id": "#source-gazette-1900",
        "name": "The Grain Store",
        "isPartOf": {"@type": "Newspaper", "name": "Gazette of Ys"},
        "datePublished": "1900-05-16",
    }


def test_everything_that_is_named_is_in_the_file(ys, table):
    graph = json.loads(schema_org(ys, table))["@graph"]
    named = {
        one["@id"]
        for node in graph
        for key in ("contributor", "subjectOf")
        for one in node.get(key, ())
    }
    ids = [node["@id"] for node in graph]
    assert named <= set(ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1901", "1901", "1901"),
        ("1901-03", "1901-03", "1901-03"),
        ("1901~", "1901-01-01", "1901-12-31"),
        ("1901-21", "1901-03-01", "1901-05-31"),
        ("1901-03/..", "1901-03-01", None),
        ("/1901-03", None, "1901-03-31"),
        ("-0043", None, None),
        ("Y12000", None, None),
    ],
)
def test_an_end_that_is_not_known_is_not_there(changed, edtf, start, end):
    event = node(schema_org(*changed(date=edtf)), "Event")
    assert (event.get("startDate"), event.get("endDate")) == (start, end)
    assert event["dcterms:date"]["@value"] == edtf


def test_those_who_opposed_or_were_suppressed_are_no_contributors(ys, table):
    event = node(schema_org(ys, table.loc[["yards-closed"]]), "Event")
    assert event["contributor"] == [{"@id": "#agent-yard-owners"}]


@pytest.mark.parametrize(
    ("licence", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("All rights reserved", None),
        ("CC BY, ask us", None),
    ],
)
def test_a_licence_has_its_name_and_an_address_where_it_is_known(ys, table, licence, url):
    catalog = replace(ys, header=ys.header.model_copy(update={"licence": licence}))
    found = node(schema_org(catalog, table.iloc[:0]), "Dataset")["license"]
    assert (found["name"], found.get("url")) == (licence, url)


# PeriodO ------------------------------------------------------------------------------------------


def test_a_collection_and_its_periods_are_attributed_definitions(ys, table):
    document = json.loads(periodo(ys, table.loc[["amnesty"]]))
    assert document["authorities"] == {
        "#catalogue": {
            "id": "#catalogue",
            "type": "Authority",
            "source": {
                "title": "Ys and Lyonesse",
                "citation": "Ys and Lyonesse, an invented catalogue, version 1.",
                "license": "CC0-1.0",
                "version": "1",
            },
            "periods": {
                "#lyonesse": {
                    "id": "#lyonesse",
                    "type": "Period",
                    "label": "Lyonesse, 1900–1901",
                    "languageTag": "en",
                    "localizedLabels": {"en": ["Lyonesse, 1900–1901"]},
                    "spatialCoverageDescription": "Kernow",
                    "temporal": "1900-03/1901-06",
                    "start": {"label": "March 1900", "in": {"year": "1900"}},
                    "stop": {"label": "June 1901", "in": {"year": "1901"}},
                    "editorialNote": "Seven shipyards under their crews. Lyonesse kept the Julian calendar until 1901.",
                },
                "#lyonesse-1": {
                    "id": "#lyonesse-1",
                    "type": "Period",
                    "label": "Yards under crews",
                    "languageTag": "en",
                    "localizedLabels": {"en": ["Yards under crews"]},
                    "spatialCoverageDescription": "Kernow",
                    "temporal": "1900-03-13/1900-11-02",
                    "start": {"label": "13 March 1900", "in": {"year": "1900"}},
                    "stop": {"label": "2 November 1900", "in": {"year": "1900"}},
                    "broader": "#lyonesse",
                },
            },
        }
    }


def test_every_word_of_it_is_in_its_context(ys, table):
    document = json.loads(periodo(ys, table))
    (authority,) = document["authorities"].values()
    used = {*authority, *authority["source"]}
    for period in authority["periods"].values():
        used |= {*period, *period["start"], *period["stop"], *period["start"].get("in", ())}
    assert used <= set(document["@context"])


@pytest.mark.parametrize(
    ("edtf", "start", "stop"),
    [
        ("-0043/0014", {"label": "44 BCE", "in": {"year": "-0043"}}, {"label": "14 CE", "in": {"year": "0014"}}),
        ("189X/1901~", {"label": "the 1890s", "in": {"earliestYear": "1890", "latestYear": "1899"}},
         {"label": "about 1901", "in": {"year": "1901"}}),
        ("1901/..", {"label": "1901", "in": {"year": "1901"}}, {"label": "open"}),
        ("/1901", {"label": "unknown"}, {"label": "1901", "in": {"year": "1901"}}),
        ("1901", {"label": "1901", "in": {"year": "1901"}}, {"label": "1901", "in": {"year": "1901"}}),
    ],
)  # fmt: skip
def test_a_limit_is_the_words_and_the_years_it_can_mean(ys, table, edtf, start, stop):
    home = ys.collections["lyonesse"]
    period = home.periods[0].model_copy(update={"date": parse(edtf)})
    collection = home.model_copy(update={"periods": (period,)})
    document = json.loads(
        periodo(replace(ys, collections={"lyonesse": collection}), table.iloc[:0])
    )
    written = document["authorities"]["#catalogue"]["periods"]["#lyonesse-1"]
    assert (written["start"], written["stop"]) == (start, stop)


# GeoJSON ------------------------------------------------------------------------------------------


def test_an_event_is_a_point_with_its_time(ys, table):
    document = json.loads(geojson(ys, table.loc[["yards-taken"]]))
    assert (document["type"], document["licence"], document["version"]) == (
        "FeatureCollection",
        "CC0-1.0",
        "1",
    )
    assert document["features"] == [
        {
            "type": "Feature",
            "id": "yards-taken",
            "geometry": {"type": "Point", "coordinates": [-6.02, 50.01]},
            "properties": {
                "title": "Crews take the seven yards",
                "date": "1900-03-13",
                "date_words": "13 March 1900 (29 February Old Style)",
                "earliest": "1900-03-13",
                "latest": "1900-03-13",
                "old_style": "1900-02-29",
                "place": "Seven Yards",
                "extent": "region",
                "collection": "lyonesse",
                "country": "kernow",
                "kind": "takeover",
                "importance": 1,
                "themes": ["takeover"],
                "tendencies": ["dock-crews", "owners"],
                "summary": "On a day that only the old calendar had, crews hoisted their own flags on the slips.",
                "sources": ["Trevena, “Seven Yards and One League,” 46"],
            },
            "when": {"timespans": [{"start": {"in": "1900-03-13"}}]},
        }
    ]


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("1901-03~/..", {"start": {"in": "1901-03~"}}),
        ("/1901", {"end": {"in": "1901"}}),
        ("1901/1902?", {"start": {"in": "1901"}, "end": {"in": "1902?"}}),
        ("[1901-03-01,1901-03-04]", {"start": {"earliest": "1901-03-01", "latest": "1901-03-04"}}),
        ("[1901-03-01..]", {"start": {"earliest": "1901-03-01"}}),
    ],
)
def test_a_time_span_has_the_ends_that_are_known(changed, edtf, span):
    (feature,) = json.loads(geojson(*changed(date=edtf)))["features"]
    assert feature["when"] == {"timespans": [span]}


def test_a_place_that_nobody_can_point_to_has_no_point(changed):
    catalog, table = changed()
    place = catalog.events["amnesty"].place
    nowhere = catalog.places[place].model_copy(update={"lat": None, "lon": None})
    catalog = replace(catalog, places={place: nowhere})
    (feature,) = json.loads(geojson(catalog, table))["features"]
    assert feature["geometry"] is None
    assert node(schema_org(catalog, table), "Event")["location"] == {
        "@type": "Place",
        "name": nowhere.label,
    }
    assert "GEO:" not in icalendar(catalog, table)
