"""The page that says what the catalogue is, how sure it is of itself, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from components.ui import html
from components.ui.content import Content
from components.ui.texts import count, text


def show(data: Content, theme: str) -> None:
    """Draw the page from the catalogue's header, collections and counts."""
    header = data.catalog.header
    html.show(
        html.title(header.title, header.description),
        Markup('<div class="prose">{}</div>').format(Markup("").join(_sections(data, theme))),
    )


def _sections(data: Content, theme: str) -> Iterator[Markup]:
    catalog, header = data.catalog, data.catalog.header
    yield _section(
        text("about.collections"),
        html.items(
            Markup("<b>{}</b> ({}). {}").format(
                c.title,
                count("events", int((data.events["collection"] == c.id).sum())),
                c.description,
            )
            for c in catalog.collections.values()
        ),
    )
    yield _section(
        text("about.standing"),
        html.items(
            Markup("{} {}").format(html.tag(standing), text(f"standing.{standing}.long"))
            for standing in ("read", "cited", "unchecked")
        ),
    )
    yield _section(
        text("about.dates"),
        html.date_key(theme),
        Markup("<p>{}</p>").format(text("about.dates.text")),
    )
    yield _section(text("about.cite"), Markup("<p>{}</p>").format(header.cite))
    yield _section(text("about.licence"), Markup("<p>{}</p>").format(header.licence))
    yield _section(text("about.version"), Markup("<p>{}</p>").format(header.version))


def _section(heading: str, *body: Markup) -> Markup:
    return Markup("<h2>{}</h2>{}").format(heading, Markup("").join(body))
