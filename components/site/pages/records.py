"""The pages of records: events, people, organisations, tendencies, sources, texts examined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from markupsafe import Markup

from components.catalog.citations.chicago import bibliography, plain
from components.catalog.dates.words import words
from components.catalog.formats.linked_data import schema_org
from components.catalog.formats.linked_records import (
    agent_document,
    review_document,
    source_document,
    tendency_document,
)
from components.catalog.models import Review
from components.catalog.selection import Selection
from components.html import pieces
from components.html.content import Content
from components.html.records import agents, claims, reviews, sources, tendencies
from components.html.records.agent_card import agent_card
from components.html.records.facets import Facet
from components.html.records.shared import Records
from components.html.records.source_card import source_card
from components.html.records.tendency_card import tendency_card
from components.html.texts import text
from components.html.timeline.card import event_card
from components.site.page import Page, address
from components.site.settling import raised

DESCRIPTION = 300  # characters that a search engine may show


def event_pages(data: Content) -> Iterator[Page]:
    """A page for every event."""
    every = np.arange(len(data.events))
    for id, event in data.catalog.events.items():
        body = event_card(data, every, Selection(event=id), "light")
        said = f"{words(event.date)}. {event.summary}"
        linked = json.loads(schema_org(data.catalog, data.events.loc[[id]]))
        yield _record(f"events/{id}", event.title, said, body, "index", linked)


def agent_pages(kept: Records) -> Iterator[Page]:
    """A page for every person and organisation."""
    for id in kept.agents.index:
        agent = agents.agent_of(kept.content, id)
        body = agent_card(kept, id, Selection(), "light")
        said = agent.note or agent.label
        linked = agent_document(kept.content.catalog, id)
        yield _record(f"people/{id}", agent.label, said, body, "people", linked)


def tendency_pages(kept: Records) -> Iterator[Page]:
    """A page for every tendency."""
    for term in kept.content.catalog.vocabulary.tendencies:
        body = tendency_card(kept, term.id, Selection(), "light")
        path, linked = f"tendencies/{term.id}", tendency_document(kept.content.catalog, term)
        yield _record(path, term.label, term.definition, body, "tendencies", linked)


def source_pages(kept: Records) -> Iterator[Page]:
    """A page for every source."""
    for id, source in kept.content.catalog.sources.items():
        body = source_card(kept, id, Selection(), "light")
        said = plain(bibliography(source))
        linked = source_document(kept.content.catalog, id)
        yield _record(f"sources/{id}", source.title, said, body, "sources", linked)


def _record(
    path: str, title: str, said: str, body: Markup, part: str, linked: dict[str, Any]
) -> Page:
    """A card as a page of its own: its title becomes the page's, what it says its description."""
    back = Markup('<p class="back"><a href="{}">← {}</a></p>').format(
        address(part), text("page.timeline" if part == "index" else f"page.{part}")
    )
    inside = back + Markup(raised(body))
    return Page(path, title, shortened(said), inside, part, linked=linked)


def shortened(said: str) -> str:
    """The beginning of a text, whole words, at most `DESCRIPTION` characters."""
    said = " ".join(said.split())
    if len(said) <= DESCRIPTION:
        return said
    return f"{said[:DESCRIPTION].rsplit(' ', 1)[0]} …"


# Indexes ------------------------------------------------------------------------------------------


def people(kept: Records) -> Page:
    """Everybody who acted, by name."""
    page = agents.page(kept, Selection())
    body = agents.index(kept, list(page.ids), Selection(), "light")
    return _index("people", "agents", page.facets, body, len(page.ids), "a-")


def all_tendencies(kept: Records) -> Page:
    """The currents, the narrower below the broad."""
    page = tendencies.page(kept, Selection())
    body = tendencies.index(kept, list(page.ids), Selection(), "light")
    return _index("tendencies", "tendencies", (), body, len(page.ids), "t-")


def all_sources(kept: Records) -> Page:
    """The bibliography."""
    page = sources.page(kept, Selection())
    body = sources.index(kept, list(page.ids), Selection(), "light")
    return _index("sources", "sources", page.facets, body, len(page.ids), "s-")


def _index(
    path: str, key: str, groups: tuple[Facet, ...], body: Markup, total: int, prefix: str
) -> Page:
    title, subtitle = text(f"{key}.title"), text(f"{key}.subtitle")
    inside = pieces.title(title, subtitle) + narrowed(
        groups, body, total, text(f"{key}.of", total=total), prefix, f"{path}/"
    )
    return Page(path, title, subtitle, inside, path)


def narrowed(
    groups: tuple[Facet, ...], body: Markup, total: int, of: str, prefix: str, path: str
) -> Markup:
    """A list that the script can narrow by the values of each group.

    prefix, path: what stands before a record's id in the id of its list item, and in its address
    """
    selects = Markup("").join(_select(group) for group in groups)
    values = {group.key: {id: list(of) for id, of in group.of.items()} for group in groups}
    data = json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    form = Markup(
        '<form class="narrow needs-js" data-narrow data-prefix="{}" data-path="{}">'
        '<label class="search"><span>{}</span><input type="search" name="q" autocomplete="off">'
        "</label>{}"
        '<script type="application/json">{}</script></form>'
    ).format(prefix, path, text("site.narrow"), selects, Markup(data))
    count = Markup('<p class="count" role="status"><b>{}</b> {}</p>').format(f"{total:,}", of)
    return form + count + body


def _select(group: Facet) -> Markup:
    used = {value for values in group.of.values() for value in values}
    options = Markup("").join(
        Markup('<option value="{}">{}</option>').format(value, label)
        for value, label in group.labels.items()
        if value in used
    )
    return Markup(
        '<label><span>{}</span><select name="{}"><option value="">{}</option>{}</select></label>'
    ).format(group.heading, group.key, text("site.any"), options)


# Texts under examination --------------------------------------------------------------------------


def review_pages(kept: Records) -> Iterator[Page]:
    """A page for every text under examination with all its claims."""
    for review in kept.content.catalog.reviews.values():
        body = _review(kept, review)
        said = shortened(review.description)
        linked = review_document(kept.content.catalog, review)
        yield Page(f"reviews/{review.id}", review.title, said, body, "review", linked=linked)


def _review(kept: Records, review: Review) -> Markup:
    data, usual = kept.content, Selection(extras=(("id", review.id),))
    page = reviews.page(kept, review, usual)
    claims_of = Markup("").join(
        Markup('<li id="claim-{}">{}</li>').format(
            claim.id, claims.claim_sides(data, review, claim, usual, "light")
        )
        for claim in review.claims
    )
    body = Markup(
        '<section class="records claims"><h2 class="hidden">{}</h2><ol>{}</ol></section>'
    ).format(text("reviews.claims"), claims_of)
    of = text("reviews.of", total=len(page.ids))
    return Markup("{}{}{}{}").format(
        pieces.title(review.title),
        reviews.introduction(data, review, usual),
        reviews.tally(kept, review, usual, "light"),
        narrowed(page.facets, body, len(page.ids), of, "claim-", f"reviews/{review.id}#claim-"),
    )
