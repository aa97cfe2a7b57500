"""What every page of the site tells search engines: valid JSON-LD in schema.org's own words."""

from __future__ import annotations

import json
import re

import pytest

from components.site.shell import linked

# Which properties a type has, by schema.org (version 28); every type has those of Thing.
THING = {
    "identifier", "name", "alternateName", "description", "disambiguatingDescription", "sameAs",
    "subjectOf", "url", "dcterms:date",
}  # fmt: skip
WORK = {
    "author", "editor", "translator", "isPartOf", "publisher", "datePublished", "inLanguage",
    "license", "version", "creditText", "keywords", "citation", "temporalCoverage",
}  # fmt: skip
PROPERTIES = {
    "Event": {"startDate", "endDate", "location", "contributor", "keywords"},
    "Place": {"geo"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Person": set(),
    "Organization": set(),
    "Dataset": WORK | {"variableMeasured", "measurementTechnique"},
    "PropertyValue": {"unitText"},
    "DefinedTerm": {"inDefinedTermSet"},
    "DefinedTermSet": WORK,
    "ClaimReview": WORK | {"claimReviewed", "reviewBody", "reviewRating", "itemReviewed"},
    "Rating": set(),
    "Claim": WORK | {"appearance"},
    "Book": WORK | {"isbn"},
    **dict.fromkeys(
        ("CreativeWork", "Article", "Chapter", "Legislation", "Manuscript", "NewsArticle",
         "Newspaper", "Periodical", "Report", "ScholarlyArticle", "Thesis", "WebPage", "WebSite"),
        WORK,
    ),
}  # fmt: skip
OF_PAGES = {
    "events": {"Event"}, "people": {"Person", "Organization"}, "tendencies": {"DefinedTerm"},
    "sources": set(PROPERTIES) - {"Event"}, "figures": {"Dataset"}, "reviews": {"ClaimReview"},
}  # fmt: skip


def nodes(value):
    """Every node of a document, however deep."""
    if isinstance(value, dict):
        if "@type" in value and not str(value["@type"]).startswith("edtf:"):
            yield value
        for one in value.values():
            yield from nodes(one)
    elif isinstance(value, list):
        for one in value:
            yield from nodes(one)


def pages_of(site, folder):
    return [page for page in site.pages if page.path.startswith(f"{folder}/")]


@pytest.mark.parametrize("folder", OF_PAGES)
def test_every_record_says_what_it_is(site, folder):
    pages = pages_of(site, folder)
    assert pages
    for page in pages:
        whole, *others = page.linked["@graph"]
        assert whole["@id"] == "#catalogue" and whole["@type"] == "Dataset"
        assert {one["@type"] for one in others} & OF_PAGES[folder], page.path


def test_types_and_properties_are_those_of_schema_org(site):
    said = [node for page in site.pages for node in nodes(page.linked.get("@graph", []))]
    assert len(said) > 100
    strange = {
        (node["@type"], name)
        for node in said
        for name in node
        if not name.startswith("@") and name not in THING | PROPERTIES[node["@type"]]
    }
    assert strange == set()


def test_what_a_page_points_at_is_on_the_page(site):
    for page in site.pages:
        graph = page.linked.get("@graph", [])
        here = {node["@id"] for node in graph}
        assert len(here) == len(graph), page.path
        pointed = set(re.findall(r'\{"@id": "([^"]*)"\}', json.dumps(graph)))
        assert pointed <= here, page.path


def test_an_indicator_is_a_dataset_with_unit_time_and_sources(site, ys):
    page = next(page for page in site.pages if page.path.startswith("figures/"))
    one = ys.indicators[page.path.removeprefix("figures/")]
    found = page.linked["@graph"][1]
    assert found["name"] == one.title
    assert found["variableMeasured"]["unitText"] == one.unit
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}",
                        found["temporalCoverage"])  # fmt: skip
    assert found["license"]["name"] == ys.header.licence and found["creditText"] == ys.header.cite
    assert {one["@id"] for one in found["citation"]} == {
        f"#source-{citation.cite}" for voice in one.estimates for citation in voice.sources
    }


def test_the_files_hold_it_as_json_whatever_it_says(site, folder):
    for page in site.pages:
        text = (folder / f"{page.path}.html").read_text("utf-8")
        held = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        assert [json.loads(one) for one in held] == ([page.linked] if page.linked else [])


def test_no_text_can_end_the_element(site):
    hostile = {"name": "</script><script>alert(1)</script><!--"}
    assert linked(hostile).count("<") == 2
    assert json.loads(linked(hostile)[35:-9]) == hostile
