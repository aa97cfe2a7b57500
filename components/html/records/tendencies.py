"""The currents: what each stood for, the broad ones with their marks and the narrower below."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from components.catalog.models import Tendency
from components.catalog.selection import Selection, facet_counts
from components.catalog.tables.lineage import lineage
from components.html import addresses, pieces
from components.html.content import Content
from components.html.records import facets
from components.html.records.facets import Facet, Page
from components.html.records.shared import FOCUS, Records, first
from components.html.texts import count, text

PAGE = "tendencies"
SIDE = 520  # px of the open record


def allowed(records: Records) -> dict[str, tuple[str, ...]]:
    """The page's own keys with the values that mean something."""
    return {"id": tuple(records.content.known.tendencies)}


def page(records: Records, selection: Selection) -> Page:
    """The tendencies in the order of the vocabulary."""
    data = records.content
    groups = (
        Facet("collections", text("tendencies.collection"),
              {one.id: one.title for one in data.catalog.collections.values()},
              _homes(data)),
    )  # fmt: skip
    found = facets.found(records, ("tendency",), selection.text)
    return Page(PAGE, data.known.tendencies, groups, found)


def _homes(data: Content) -> dict[str, tuple[str, ...]]:
    """Tendency → the collections in whose events it had a role."""
    tendencies, collections = data.index.cells("tendencies"), data.index.cells("collection")
    pairs = np.unique(np.stack([tendencies.codes, collections.codes]).astype(np.int64), axis=1)
    return {
        id: tuple(
            home
            for home in data.catalog.collections
            if home in collections.holding
            and (holds[pairs[0]] & collections.holding[home][pairs[1]]).any()
        )
        for id, holds in tendencies.holding.items()
    }


def index(records: Records, shown: list[str], selection: Selection, theme: str) -> Markup:
    """The tendencies `shown`: a broad one with its mark, its narrower ones indented below it.

    A broad one that is not among them stands there nevertheless, as the heading of those that are.
    """
    data, wanted = records.content, set(shown)
    line = lineage(data.catalog.vocabulary)
    parts = []
    for term in data.catalog.vocabulary.tendencies:
        below = [one for one in shown if line[one][-1] == term.id and one != term.id]
        if len(line[term.id]) == 1 and (below or term.id in wanted):
            parts.append(_family(data, term, below, selection, theme))
    return Markup('<section class="records families" aria-label="{}">{}</section>').format(
        text("tendencies.list"), Markup("").join(parts)
    )


def _family(
    data: Content, broad: Tendency, below: list[str], selection: Selection, theme: str
) -> Markup:
    terms = {one.id: one for one in data.catalog.vocabulary.tendencies}
    mark = pieces.mark(broad.slot or "stone", theme)
    heading = Markup('<h2 id="t-{}" class="{}">{}{}{}</h2><p>{}</p>').format(
        broad.id,
        _open(selection, broad.id),
        mark,
        _link(selection, broad),
        _number(data, broad),
        broad.definition,
    )
    narrower = Markup("").join(
        Markup('<li id="t-{}" class="{}">{}{}<span class="m">{}</span></li>').format(
            id, _open(selection, id), _link(selection, terms[id]), _number(data, terms[id]),
            terms[id].definition,
        )
        for id in below
    )  # fmt: skip
    body = Markup("<ul>{}</ul>").format(narrower) if narrower else ""
    return Markup('<div class="family">{}{}</div>').format(heading, body)


def _open(selection: Selection, id: str) -> str:
    return "open" if first(selection, "id") == id else ""


def _link(selection: Selection, term: Tendency) -> Markup:
    return pieces.link(
        addresses.href(selection.with_extra("id", term.id), PAGE), term.label, focus=FOCUS
    )


def _number(data: Content, term: Tendency) -> Markup:
    number = facet_counts(data.index, Selection())["tendencies"].get(term.id, 0)
    return Markup(' <span class="n">{}</span>').format(count("events", number))
