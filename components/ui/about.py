"""The page that says what the catalogue is, how sure it is of itself, and how to cite it."""

from __future__ import annotations

from markupsafe import Markup

from components.html.about import sections
from components.ui import html
from components.ui.content import Content


def show(data: Content, theme: str) -> None:
    """Draw the page from the catalogue's header, collections and counts."""
    header = data.catalog.header
    html.show(
        html.title(header.title, header.description),
        Markup('<div class="prose">{}</div>').format(Markup("").join(sections(data, theme))),
    )
