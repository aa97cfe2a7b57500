"""Fixtures for formats: rows of a catalogue, and one event that has everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from components.catalog.catalog import Catalog, load
from components.catalog.dates import parse
from components.catalog.tables import events_table

PROBE = {
    "catalog.yaml": """
title: Qcatalogue
question: Q?
description: "Qdescription: <b>bold</b> & a comma, a semicolon; a \\\\ and “quotes”."
language: en
licence: Qlicence
cite: Qcite
version: "Qversion"
collections: [qcollection]
""",
    "vocabulary.yaml": """
countries: [{id: qhome, label: Qhome, definition: D.}, {id: qcountry, label: Qcountry, definition: D.}]
tendencies: [{id: qtendency, label: Qtendency, definition: D., slot: rust}]
themes: [{id: qthemes, label: Qthemes, definition: D.}]
kinds: [{id: qkind, label: Qkind, definition: D.}]
""",
    "people.yaml": "- {id: qroles, label: Qroles, note: N.}",
    "organisations.yaml": "[]",
    "places.yaml": "- {id: qplace, label: Qplace, country: qhome, lat: 48.1, lon: -4.5, extent: region}",
    "sources.yaml": """
- id: qsources
  type: article-journal
  title: Qtitle
  author: [{family: Qauthor, given: G}]
  editor: [{family: Qeditor, given: G}]
  translator: [{family: Qtranslator, given: G}]
  container-title: Qcontainer-title
  collection-title: Qcollection-title
  volume: Qvolume
  issue: Qissue
  page: 5551–5552
  edition: Qedition
  number: Qnumber
  publisher: Qpublisher
  publisher-place: Qplace-of-it
  issued: 1987
  original-date: 1876
  accessed: 2017
  archive: Qarchive
  archive_location: Qlocation
  genre: Qgenre
  language: qq
  URL: https://qurl.example/
  DOI: 10.1000/qdoi
  ISBN: 978-0-00-000000-2
  seen: not-seen
  note: Qnote
- {id: qother, type: book, title: Other, seen: part}
""",
    "qcollection/collection.yaml": """
id: qcollection
title: Qcollectiontitle
span: 1900/1902
description: Qcollectiondescription
periods: [{label: Qperiod, date: 1901-02~/..}]
""",
    "qcollection/1901.yaml": """
- id: qid
  date: 1901-05-14
  old_style: 1901-05-01
  date_note: Qdatenote
  title: "Qtitle <i>&</i>, qtitle; qtitle"
  label: Qlabel
  kind: qkind
  place: qplace
  country: qcountry
  importance: 3
  themes: [qthemes]
  roles: [{tendency: qtendency, role: acted, actors: [qroles], note: Qrolenote}]
  summary: "Qsummary: first.\\n\\nSecond <script>alert(1)</script>, third; fourth."
  indicators: [qindicators]
  sources: [{cite: qsources, locator: p. 73, standing: cited, via: qother, note: Qcitenote}]
  disputes: [qdisputes]
  readings: [{by: Qreadings, school: S, text: T., sources: [{cite: qother, locator: p. 1, standing: read}]}]
  unknown: Qunknown
  related: [{event: qrelated, how: leads-to}]
  aliases: [qaliases]
- id: qrelated
  date: 1901-06
  title: Other
  kind: qkind
  place: qplace
  importance: 2
  themes: [qthemes]
  roles: [{tendency: qtendency, role: acted}]
  summary: Other.
  sources: [{cite: qother, locator: p. 2, standing: read}]
""",
    "qcollection/disputes.yaml": """
- id: qdisputes
  question: Q?
  readings:
    - {by: A, school: S, text: T., sources: [{cite: qother, locator: p. 1, standing: read}]}
    - {by: B, school: S2, text: T., sources: [{cite: qother, locator: p. 1, standing: read}]}
""",
    "reviews/qreview.yaml": """
id: qreview
title: Qreviewtitle
source: qother
description: D.
claims: [{id: Q-1, claim: Qclaim., subjects: [qthemes], verdict: opinion, reason: R.}]
""",
    "qcollection/indicators.yaml": """
- id: qindicators
  title: T
  finding: F
  form: count
  unit: u
  definition: D.
  scope: S.
  themes: [qthemes]
  estimates: [{value: 1, date: 1901-05, by: B, sources: [{cite: qother, locator: p. 1, standing: read}]}]
  note: N.
""",
}  # fmt: skip


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A catalogue whose first event uses every field, each with a word of its own (Q…)."""
    folder: Path = tmp_path_factory.mktemp("probe")
    for name, text in PROBE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    catalog = load(folder)
    assert [str(one) for one in catalog.problems if one.severity == "error"] == []
    return catalog


@pytest.fixture(scope="session")
def table(ys: Catalog) -> pd.DataFrame:
    """The events table of Ys."""
    return events_table(ys)


@pytest.fixture
def changed(ys: Catalog) -> Callable[..., tuple[Catalog, pd.DataFrame]]:
    """Ys with one event alone, changed: (catalog, table). Dates are given as EDTF."""

    def of(**changes: Any) -> tuple[Catalog, pd.DataFrame]:
        dates = {name: parse(changes[name]) for name in ("date", "old_style") if changes.get(name)}
        event = ys.events["amnesty"].model_copy(update=changes | dates)
        catalog = replace(ys, events={"amnesty": event})
        return catalog, events_table(catalog)

    return of
