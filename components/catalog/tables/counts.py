"""Things counted, as tables: one row an indicator, one row an estimate of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from components.catalog.citations.chicago import plain, short_note
from components.catalog.dates.words import words
from components.catalog.models import Citation, Estimate, Indicator
from components.catalog.search.folding import indexed
from components.catalog.tables.events import best_standing
from components.catalog.tables.frames import frame
from components.catalog.tables.lineage import slots

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

INDICATOR_COLUMNS = {
    "id": "str", "title": "str", "finding": "str", "form": "str", "unit": "str",
    "definition": "str", "scope": "str", "collection": "str", "country": "str",
    "themes": "object", "estimates": "int64", "standing": "str", "breaks": "str", "note": "str",
    "missing": "object", "search": "str",
}  # fmt: skip
ESTIMATE_COLUMNS = {
    "value": "float64", "low": "float64", "high": "float64", "bound": "str", "count": "float64",
    "total": "float64", "date": "str", "date_words": "str", "earliest": "Int64", "latest": "Int64",
    "series": "str", "category": "str", "tendency": "str", "slot": "str", "label": "str",
    "by": "str", "scope": "str", "method": "str", "note": "str", "preferred": "str",
    "standing": "str", "citation": "str",
}  # fmt: skip


def indicators_table(catalog: Catalog) -> pd.DataFrame:
    """All things counted, in the order of the catalog; index `id` (str).

    title, finding, form, unit, definition, scope, collection, country (of the collection), breaks,
        note: str
    themes: tuple of ids; missing: tuple of (collection, reason)
    estimates: int64, how many; standing: str, best among them
    search: str, `folding.indexed` of title, finding, definition and scope
    """
    rows = (_indicator_row(catalog, one) for one in catalog.indicators.values())
    return frame(rows, INDICATOR_COLUMNS, "id")


def estimates_table(catalog: Catalog, indicator_id: str) -> pd.DataFrame:
    """The estimates of one indicator, in the order of the file; KeyError for an unknown id.

    value, low, high: float64 in the indicator's unit, NaN where not given; count, total: float64,
        the two numbers behind a share
    bound: "about", "over", "under" or ""; date (EDTF), date_words: str; earliest, latest: Int64
        days, NA when open or unknown
    series, category, tendency, by, scope, method, note, standing: str
    slot: str, the colour slot of the tendency, "" without one
    label: str, what is written beside the mark: category, else tendency, else whose number it is
    preferred: str, why it is preferred; "" if it is not
    citation: str, short notes of its sources in Chicago style
    """
    labels = {term.id: term.label for term in catalog.vocabulary.tendencies}
    colours = slots(catalog.vocabulary)
    rows = []
    for one in catalog.indicators[indicator_id].estimates:
        of = one.tendency
        label = one.category or (labels[of] if of else one.by)
        slot = colours[of] if of else ""
        cited = "; ".join(_short(catalog, source) for source in one.sources)
        rows.append({**_said(one), "label": label, "slot": slot, "citation": cited})
    return frame(rows, ESTIMATE_COLUMNS)


def _indicator_row(catalog: Catalog, one: Indicator) -> dict[str, Any]:
    home = catalog.collections[catalog.collection_of[one.id]]
    return {
        "id": one.id, "title": one.title, "finding": one.finding, "form": one.form,
        "unit": one.unit, "definition": one.definition, "scope": one.scope,
        "collection": home.id, "country": home.country or "",
        "themes": one.themes, "estimates": len(one.estimates),
        "standing": best_standing(cite for estimate in one.estimates for cite in estimate.sources),
        "breaks": one.breaks or "", "note": one.note,
        "missing": tuple((gap.collection, gap.reason) for gap in one.missing),
        "search": indexed(one.title, one.finding, one.definition, one.scope),
    }  # fmt: skip


def _said(one: Estimate) -> dict[str, Any]:
    return {
        "value": one.value, "low": one.low, "high": one.high, "bound": one.bound or "",
        "count": one.of.count if one.of else None, "total": one.of.total if one.of else None,
        "date": one.date.text, "date_words": words(one.date), "earliest": one.date.earliest,
        "latest": one.date.latest, "series": one.series or "", "category": one.category or "",
        "tendency": one.tendency or "", "by": one.by, "scope": one.scope or "",
        "method": one.method or "", "note": one.note or "", "preferred": one.preferred or "",
        "standing": best_standing(one.sources),
    }  # fmt: skip


def _short(catalog: Catalog, citation: Citation) -> str:
    """A short note without its full stop."""
    note = short_note(catalog.sources[citation.cite], citation.locator)
    return plain(note).removesuffix(".")
