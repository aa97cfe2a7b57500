"""The page that says what the catalogue is, how sure it is of itself, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from components.catalog.dates.words import words
from components.catalog.models import Collection
from components.html import pieces
from components.html.content import Content
from components.html.texts import count, text


def sections(data: Content, theme: str) -> Iterator[Markup]:
    """Each section with its heading."""
    catalog, header = data.catalog, data.catalog.header
    yield _section(
        text("about.collections"),
        pieces.items(
            Markup("<b>{}</b> ({}). {}{}").format(
                c.title,
                count("events", int((data.events["collection"] == c.id).sum())),
                c.description,
                _periods(c),
            )
            for c in catalog.collections.values()
        ),
    )
    yield _section(
        text("about.standing"),
        pieces.items(
            Markup("{} {}").format(pieces.tag(standing), text(f"standing.{standing}.long"))
            for standing in ("read", "cited", "unchecked")
        ),
    )
    yield _section(
        text("about.dates"),
        pieces.date_key(theme),
        Markup("<p>{}</p>").format(text("about.dates.text")),
    )
    yield _section(text("about.cite"), Markup("<p>{}</p>").format(header.cite))
    yield _section(text("about.licence"), Markup("<p>{}</p>").format(header.licence))
    yield _section(text("about.version"), Markup("<p>{}</p>").format(header.version))


def _periods(collection: Collection) -> Markup:
    """The periods that are drawn behind the events: their dates, and what is to be said of them."""
    if not collection.periods:
        return Markup("")
    said = pieces.items(
        Markup("<i>{}</i>: {}. {}").format(period.label, words(period.date), period.note or "")
        for period in collection.periods
    )
    return Markup("<p>{}</p>{}").format(text("about.periods"), said)


def _section(heading: str, *body: Markup) -> Markup:
    return Markup("<h2>{}</h2>{}").format(heading, Markup("").join(body))
