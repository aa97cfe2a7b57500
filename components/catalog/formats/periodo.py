"""PeriodO: the periods of the catalogue as attributed definitions, in JSON-LD.

PeriodO counts in years (ISO 8601, with a year 0) and keeps beside them the words of the source;
so days and months stand in the labels, and the date as it is in `temporal`. The context is
PeriodO's own, written out so that the file is read without the network. Ids are local: PeriodO
gives lasting ones when it takes them in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from components.catalog.catalog import Catalog
from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days
from components.catalog.dates.words import words
from components.catalog.formats.parts import json_text
from components.catalog.models import Collection

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TIME = "http://www.w3.org/2006/time#"
_TERMS = "http://purl.org/dc/terms/"
_YEAR = "http://www.w3.org/2001/XMLSchema#gYear"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_OWN = "http://n2t.net/ark:/99152/p0v#"
_CONTEXT = {
    "id": "@id",
    "type": "@type",
    "Authority": f"{_SKOS}ConceptScheme",
    "Period": f"{_SKOS}Concept",
    "authorities": {"@id": "http://www.w3.org/2000/01/rdf-schema#member", "@container": "@index"},
    "periods": {"@reverse": f"{_SKOS}inScheme", "@container": "@index"},
    "source": f"{_TERMS}source",
    "title": f"{_TERMS}title",
    "citation": f"{_TERMS}bibliographicCitation",
    "license": f"{_TERMS}license",
    "version": f"{_OWN}version",
    "label": f"{_SKOS}prefLabel",
    "localizedLabels": {"@id": f"{_SKOS}altLabel", "@container": "@language"},
    "languageTag": f"{_TERMS}language",
    "broader": {"@id": f"{_SKOS}broader", "@type": "@id"},
    "editorialNote": f"{_SKOS}editorialNote",
    "spatialCoverageDescription": f"{_OWN}spatialCoverageDescription",
    "start": f"{_TIME}intervalStartedBy",
    "stop": f"{_TIME}intervalFinishedBy",
    "in": f"{_TIME}hasDateTimeDescription",
    "temporal": {"@id": f"{_TERMS}temporal", "@type": _EDTF},
    "year": {"@id": f"{_TIME}year", "@type": _YEAR},
    "earliestYear": {"@id": f"{_OWN}earliestYear", "@type": _YEAR},
    "latestYear": {"@id": f"{_OWN}latestYear", "@type": _YEAR},
}


def periodo(catalog: Catalog, table: pd.DataFrame) -> str:
    """The periods of the collections to which these events belong, each collection one too."""
    header = catalog.header
    source = {
        "title": header.title,
        "citation": header.cite,
        "license": header.licence,
        "version": header.version,
    }
    chosen = set(table["collection"]) if len(table) else set(catalog.collections)
    periods = [
        period
        for id, collection in catalog.collections.items()
        if id in chosen
        for period in _periods(catalog, collection)
    ]
    authority = {
        "id": "#catalogue",
        "type": "Authority",
        "source": source,
        "periods": {period["id"]: period for period in periods},
    }
    return json_text({"@context": _CONTEXT, "authorities": {"#catalogue": authority}})


def _periods(catalog: Catalog, collection: Collection) -> Iterator[dict[str, Any]]:
    countries = {term.id: term.label for term in catalog.vocabulary.countries}
    where = countries.get(collection.country or "")
    whole = f"#{collection.id}"
    yield _period(catalog, whole, collection.title, collection.span, where) | {
        "editorialNote": collection.description
    }
    for number, period in enumerate(collection.periods, 1):
        about = _period(catalog, f"{whole}-{number}", period.label, period.date, where)
        noted = {"editorialNote": period.note} if period.note else {}
        yield about | noted | {"broader": whole}


def _period(catalog: Catalog, id: str, label: str, date: Span, where: str | None) -> dict[str, Any]:
    language = catalog.header.language
    start, stop = (date.start, date.end) if date.is_interval else (date, date)
    return {
        "id": id,
        "type": "Period",
        "label": label,
        "languageTag": language,
        "localizedLabels": {language: [label]},
        **({"spatialCoverageDescription": where} if where else {}),
        "temporal": date.text,
        "start": _end(start, "open" if date.open_start else "unknown"),
        "stop": _end(stop, "open" if date.open_end else "unknown"),
    }


def _end(span: Span | None, otherwise: str) -> dict[str, Any]:
    """The words of one end, and its years where they are known."""
    if span is None:
        return {"label": otherwise}
    said: dict[str, Any] = {"label": words(span)}
    if None in (span.earliest, span.latest):
        return said
    first, last = (_year(day) for day in (span.earliest, span.latest))
    years = {"year": first} if first == last else {"earliestYear": first, "latestYear": last}
    return said | {"in": years}


def _year(day: int) -> str:
    year = civil_from_days(day)[0]
    return f"{'-' if year < 0 else ''}{abs(year):04d}"
