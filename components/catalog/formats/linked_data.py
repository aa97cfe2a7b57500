"""JSON-LD in the words of schema.org, for search engines and linked data.

schema.org knows days, months and years; the date as written stands beside them as `dcterms:date`
in the Library of Congress's EDTF datatype.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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
from components.catalog.models import Agent, Event, Name, Place, Source

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
_WHOLES = {
    "chapter": "Book", "article-journal": "Periodical", "article-magazine": "Periodical",
    "article-newspaper": "Newspaper", "webpage": "WebSite",
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
    nodes = (
        *(_event(catalog, event, themes) for event in events),
        *(agent_node(agents[actor], actor in catalog.people) for actor in actors),
        *map(work_node, sources_of(catalog, table)),
    )
    return json_text(graph_of(catalog, nodes))


def graph_of(catalog: Catalog, nodes: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """A document of the nodes, after the catalogue itself as a `Dataset`."""
    whole = {
        "@type": "Dataset",
        "@id": "#catalogue",
        "name": catalog.header.title,
        "description": catalog.header.description,
        **terms(catalog),
    }
    return {"@context": _CONTEXT, "@graph": [whole, *nodes]}


def terms(catalog: Catalog) -> dict[str, Any]:
    """Licence, version, how to cite, language: the same for the whole and for a part of it."""
    header = catalog.header
    licence = {"@type": "CreativeWork", "name": header.licence}
    if address := _licence_url(header.licence):
        licence["url"] = address
    return {
        "license": licence,
        "version": header.version,
        "creditText": header.cite,
        "inLanguage": header.language,
    }


def _licence_url(name: str) -> str:
    """The address of a licence of Creative Commons, "" for any other."""
    if re.match("CC ?0", name):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    match = re.fullmatch(r"CC[ -](BY(?:-(?:NC|SA|ND))*)[ -]([0-9]\.[0-9])", name)
    base = "https://creativecommons.org/licenses"
    return f"{base}/{match[1].lower()}/{match[2]}/" if match else ""


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
    return given(data)


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


def agent_node(agent: Agent, is_person: bool) -> dict[str, Any]:
    """A `Person` or an `Organization`."""
    wikidata = agent.wikidata and f"http://www.wikidata.org/entity/{agent.wikidata}"
    data = {
        "@type": "Person" if is_person else "Organization",
        "@id": f"#agent-{agent.id}",
        "name": agent.label,
        "alternateName": [name for name in (agent.original, *agent.aliases) if name],
        "description": agent.note,
        "sameAs": wikidata,
    }
    return given(data)


def work_node(source: Source) -> dict[str, Any]:
    """A work: `Book`, `ScholarlyArticle`, `Thesis` …, those who made it, and what it is part of."""
    published = "-".join(f"{number:02d}" for number in first_date(source.issued))
    whole = source.container_title
    data = {
        "@type": _WORKS.get(source.type, "CreativeWork"),
        "@id": f"#source-{source.id}",
        "name": source.title,
        "author": [_maker(name) for name in source.author],
        "editor": [_maker(name) for name in source.editor],
        "translator": [_maker(name) for name in source.translator],
        "isPartOf": whole and {"@type": _WHOLES.get(source.type, "CreativeWork"), "name": whole},
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "datePublished": published,
        "inLanguage": source.language,
        "isbn": source.ISBN if source.type == "book" else None,  # which no other work has there
        "url": source.URL,
        "sameAs": source.DOI and f"https://doi.org/{source.DOI}",
    }
    return given(data)


def _maker(name: Name) -> dict[str, Any]:
    return {"@type": "Organization" if name.literal else "Person", "name": full_name(name)}


def given(data: dict[str, Any]) -> dict[str, Any]:
    """What is not empty."""
    return {key: value for key, value in data.items() if value}
