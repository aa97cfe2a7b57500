"""JSON-LD in the words of schema.org, for search engines and linked data.

schema.org knows days, months and years; the date as written stands beside them as `dcterms:date`
in the Library of Congress's EDTF datatype.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.citations.csl import first_date
from components.catalog.citations.parts import full_name
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days, iso
from components.catalog.formats.parts import (
    date_words,
    events_of,
    json_text,
    labels,
    sources_of,
)
from components.catalog.models import Agent, Event, Place, Source

_CONTEXT = [
    "https://schema.org",
    {"dcterms": "http://purl.org/dc/terms/", "edtf": "http://id.loc.gov/datatypes/edtf/"},
]
_WORKS = {
    "book": "Book", "chapter": "Chapter", "article-journal": "ScholarlyArticle",
    "article-magazine": "Article", "article-newspaper": "NewsArticle", "thesis": "Thesis",
    "webpage": "WebPage", "legislation": "Legislation", "manuscript": "Manuscript",
    "report": "Report",
}  # fmt: skip
# Who made an event; those against whom it was made are in no role of schema.org's.
_MADE = ("acted", "proposed", "supported")
_PLAIN = re.compile("[0-9]{4}(-[0-9]{2})?")


def schema_org(catalog: Catalog, table: pd.DataFrame) -> str:
    """The catalogue as a `Dataset`, its events, and the works on which they rest."""
    events = list(events_of(catalog, table))
    agents = {**catalog.people, **catalog.organisations}
    used = dict.fromkeys(_makers(event) for event in events)
    actors = dict.fromkeys(actor for makers in used for actor in makers)
    themes = labels(catalog)
    graph = [
        _dataset(catalog),
        *(_event(catalog, event, themes) for event in events),
        *(_agent(agents[actor], actor in catalog.people) for actor in actors),
        *map(_work, sources_of(catalog, table)),
    ]
    return json_text({"@context": _CONTEXT, "@graph": graph})


def _dataset(catalog: Catalog) -> dict[str, Any]:
    header = catalog.header
    return {
        "@type": "Dataset",
        "@id": "#catalogue",
        "name": header.title,
        "description": header.description,
        "license": header.licence,
        "version": header.version,
        "creditText": header.cite,
        "inLanguage": header.language,
    }


def _event(catalog: Catalog, event: Event, themes: dict[str, str]) -> dict[str, Any]:
    sources = dict.fromkeys(one.cite for one in event.sources)
    data = {
        "@type": "Event",
        "@id": f"#event-{event.id}",
        "identifier": event.id,
        "name": event.title,
        "alternateName": event.label,
        "description": event.summary,
        "disambiguatingDescription": date_words(event),
        **_days(event.date),
        "dcterms:date": {"@type": "edtf:EDTF", "@value": event.date.text},
        "location": _place(catalog.places[event.place]),
        "keywords": [themes[theme] for theme in event.themes],
        "contributor": [{"@id": f"#agent-{actor}"} for actor in _makers(event)],
        "subjectOf": [
            {"@id": "#catalogue"},
            *({"@id": f"#source-{source}"} for source in sources),
        ],
    }
    return _given(data)


def _makers(event: Event) -> tuple[str, ...]:
    made = (role for role in event.roles if role.role in _MADE)
    return tuple(dict.fromkeys(actor for role in made for actor in role.actors))


def _days(span: Span) -> dict[str, str | None]:
    """First and last day, or the year or month if it is just that; none for an open end."""
    if _PLAIN.fullmatch(span.text) and span.precision in ("year", "month"):
        return {"startDate": span.text, "endDate": span.text}
    ends = (span.earliest, span.latest)
    first, last = (None if day is None or not _is_iso(day) else iso(day) for day in ends)
    return {"startDate": first, "endDate": last}


def _is_iso(day: int) -> bool:
    return 0 <= civil_from_days(day)[0] <= 9999


def _place(place: Place) -> dict[str, Any]:
    data = {"@type": "Place", "name": place.label}
    if place.point:
        names = ("latitude", "longitude")
        data["geo"] = {"@type": "GeoCoordinates", **dict(zip(names, place.point, strict=True))}
    return data


def _agent(agent: Agent, is_person: bool) -> dict[str, Any]:
    wikidata = agent.wikidata and f"http://www.wikidata.org/entity/{agent.wikidata}"
    data = {
        "@type": "Person" if is_person else "Organization",
        "@id": f"#agent-{agent.id}",
        "name": agent.label,
        "alternateName": [name for name in (agent.original, *agent.aliases) if name],
        "description": agent.note,
        "sameAs": wikidata,
    }
    return _given(data)


def _work(source: Source) -> dict[str, Any]:
    published = "-".join(f"{number:02d}" for number in first_date(source.issued))
    data = {
        "@type": _WORKS.get(source.type, "CreativeWork"),
        "@id": f"#source-{source.id}",
        "name": source.title,
        "author": [full_name(name) for name in source.author],
        "isPartOf": source.container_title,
        "publisher": source.publisher,
        "datePublished": published,
        "inLanguage": source.language,
        "isbn": source.ISBN,
        "url": source.URL,
        "sameAs": source.DOI and f"https://doi.org/{source.DOI}",
    }
    return _given(data)


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
