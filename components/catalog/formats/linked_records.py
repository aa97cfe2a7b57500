"""Single records in the words of schema.org, for the pages that show them to search engines.

A person or organisation, a work, an indicator as a `Dataset` with what it measures, a tendency as
a `DefinedTerm`, the claims of a text as `ClaimReview`s; each beside the catalogue it belongs to.
"""

from __future__ import annotations

from typing import Any

from components.catalog.catalog import Catalog
from components.catalog.dates.calendars import civil_from_days, iso
from components.catalog.formats.linked_data import agent_node, given, graph_of, terms, work_node
from components.catalog.models import Citation, Indicator, Review, Tendency

_WHOLE = {"@id": "#catalogue"}


def agent_document(catalog: Catalog, id: str) -> dict[str, Any]:
    """A person or organisation."""
    is_person = id in catalog.people
    agent = (catalog.people if is_person else catalog.organisations)[id]
    return graph_of(catalog, [agent_node(agent, is_person) | {"subjectOf": _WHOLE}])


def source_document(catalog: Catalog, id: str) -> dict[str, Any]:
    """A work on which the catalogue rests."""
    return graph_of(catalog, [work_node(catalog.sources[id])])


def tendency_document(catalog: Catalog, term: Tendency) -> dict[str, Any]:
    """A tendency as a term that the catalogue defines."""
    node = {
        "@type": "DefinedTerm",
        "@id": f"#tendency-{term.id}",
        "identifier": term.id,
        "name": term.label,
        "description": term.definition,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": catalog.header.title},
    }
    return graph_of(catalog, [node])


def indicator_document(catalog: Catalog, one: Indicator) -> dict[str, Any]:
    """An indicator as a `Dataset`: what is measured, in which unit and time, by what method."""
    cited = _cited(catalog, [source for voice in one.estimates for source in voice.sources])
    labels = {term.id: term.label for term in catalog.vocabulary.themes}
    methods = (voice.method for voice in one.estimates if voice.method)
    node = {
        "@type": "Dataset",
        "@id": f"#indicator-{one.id}",
        "identifier": one.id,
        "name": one.title,
        "description": f"{one.finding.removesuffix('.')}. {one.definition} {one.scope} {one.note}",
        "isPartOf": _WHOLE,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": one.title,
            "unitText": one.unit,
            "description": one.definition,
        },
        "measurementTechnique": list(dict.fromkeys(methods)),
        "temporalCoverage": _time(one),
        "keywords": [labels[theme] for theme in one.themes],
        "citation": [{"@id": work["@id"]} for work in cited],
        **terms(catalog),
    }
    return graph_of(catalog, [given(node), *cited])


def review_document(catalog: Catalog, review: Review) -> dict[str, Any]:
    """The claims of a text, each with the verdict on it."""
    work = work_node(catalog.sources[review.source])
    claims = (
        {
            "@type": "ClaimReview",
            "@id": f"#claim-{claim.id}",
            "claimReviewed": claim.claim,
            "reviewBody": claim.reason,
            "reviewRating": {"@type": "Rating", "alternateName": claim.verdict},
            "itemReviewed": {"@type": "Claim", "appearance": {"@id": work["@id"]}},
            "author": {"@type": "Organization", "name": catalog.header.title},
            "isPartOf": _WHOLE,
        }
        for claim in review.claims
    )
    return graph_of(catalog, [work, *map(given, claims)])


def _cited(catalog: Catalog, citations: list[Citation]) -> list[dict[str, Any]]:
    ids = dict.fromkeys(one.cite for one in citations)
    return [work_node(catalog.sources[id]) for id in ids if id in catalog.sources]


def _time(one: Indicator) -> str:
    """From the first possible day of its estimates to the last, `..` for an end that is open."""
    first, last = ([getattr(e.date, end) for e in one.estimates] for end in ("earliest", "latest"))
    ends = (None if None in first else min(first), None if None in last else max(last))
    if any(day is not None and not 0 <= civil_from_days(day)[0] <= 9999 for day in ends):
        return ""
    return "/".join(".." if day is None else iso(day) for day in ends) if any(ends) else ""
