"""What the catalogue says of itself: collections, their periods and what is in doubt about these."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.selection import Index, known
from components.catalog.tables import events_table
from components.html.about import sections
from components.ui.content import Content


def told(catalog: Catalog) -> str:
    events = events_table(catalog)
    content = Content(catalog, events, Index(events), known(catalog))
    return " ".join(
        unescape(re.sub("<[^>]*>", " ", Markup("").join(sections(content, "light")))).split()
    )


def with_note(catalog: Catalog, note: str) -> Catalog:
    ys = catalog.collections["ys"]
    first, *others = ys.periods
    periods = (first.model_copy(update={"note": note}), *others)
    changed = ys.model_copy(update={"periods": periods})
    return replace(catalog, collections={**catalog.collections, "ys": changed})


def test_a_collection_names_its_periods_with_their_dates(ys):
    assert (
        "The long strike : 1 May 1900 – 14 February 1901. After the strike : "
        "since 15 February 1901."
    ) in told(ys)


def test_whose_period_it_is_and_what_is_in_doubt_is_said_as_text(ys):
    note = "Morel ends it in 1900, <b>with the lockout</b>."
    assert f"14 February 1901. {note}" in unescape(told(with_note(ys, note)))
    page = Markup("").join(
        sections(
            Content(with_note(ys, note), (events := events_table(ys)), Index(events), known(ys)),
            "light",
        )
    )
    assert "&lt;b&gt;with the lockout&lt;/b&gt;" in page and "<b>with" not in page


def test_a_collection_without_periods_says_nothing_of_them(ys):
    bare = {id: one.model_copy(update={"periods": ()}) for id, one in ys.collections.items()}
    assert "shades behind the events" not in told(replace(ys, collections=bare))
