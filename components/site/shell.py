"""What stands around the content of every page: head, navigation, search, foot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.selection import Selection
from components.html.texts import text
from components.site.addresses import FRONT_PAGE, writer
from components.site.page import PREFIX, address

# Parts of the navigation and the page of the app that each stands for.
PARTS = (FRONT_PAGE, "compare", "figures", "people", "tendencies", "review", "sources", "about")


@dataclass(frozen=True)
class Head:
    """What goes into the head of a document beside its title: pieces of HTML."""

    title: str
    description: str
    canonical: str = ""
    linked: str = ""
    styles: str = ""
    scripts: str = ""
    policy: str = ""


def parts(catalog: Catalog) -> list[tuple[str, str, str]]:
    """(part, label, link) of the navigation; parts without a record are left out."""
    write, found = writer(catalog), []
    some = {
        "compare": catalog.comparisons, "figures": catalog.indicators, "review": catalog.reviews,
        "people": {**catalog.people, **catalog.organisations},
    }  # fmt: skip
    for part in PARTS:
        if part in some and not some[part]:
            continue
        link = address(part) if part == FRONT_PAGE else write(Selection(), part)
        found.append((part, text("page.timeline" if part == FRONT_PAGE else f"page.{part}"), link))
    return found


def navigation(catalog: Catalog, part: str) -> Markup:
    """The name of the catalogue, the pages, the search, the switch of the theme."""
    links = Markup("").join(
        Markup('<li><a href="{}" data-part="{}"{}>{}</a></li>').format(
            link, name, Markup(' aria-current="page"') if name == part else "", label
        )
        for name, label, link in parts(catalog)
    )
    return Markup(
        '<header class="top"><nav aria-label="{}"><ul>{}</ul></nav>'
        '<form class="go needs-js" action="{}" role="search"><input type="search" name="q" '
        'aria-label="{}" placeholder="{}" autocomplete="off"></form>'
        '<button type="button" class="theme needs-js" data-theme-switch aria-label="{}" '
        'title="{}">◐</button></header>'
    ).format(
        text("nav.label"), links, f"{PREFIX}search", text("site.search.go"), text("site.search"),
        text("site.theme"), text("site.theme"),
    )  # fmt: skip


def foot(catalog: Catalog) -> Markup:
    """How to cite the catalogue, its licence and version."""
    header = catalog.header
    return Markup('<footer class="tl"><p>{}</p><p>{}</p></footer>').format(
        header.cite, text("site.version", version=header.version, licence=header.licence)
    )


def document(head: Head, body: str, language: str, attributes: str = "") -> str:
    """A whole HTML document."""
    meta = Markup('<meta name="description" content="{}">').format(head.description)
    canonical = Markup('<link rel="canonical" href="{}">').format(head.canonical)
    return "\n".join(filter(None, (
        "<!DOCTYPE html>",
        Markup('<html lang="{}">').format(language),
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        head.policy,
        Markup("<title>{}</title>").format(head.title), meta,
        canonical if head.canonical else "",
        head.styles, head.scripts, head.linked, "</head>",
        f"<body{attributes}>", body, "</body>", "</html>", "",
    )))  # fmt: skip


def linked(data: dict[str, Any]) -> str:
    """schema.org data as an element of the head; nothing for none."""
    if not data:
        return ""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{said}</script>'


def skip() -> Markup:
    """The first link of every page."""
    return Markup('<a class="skip" href="#main">{}</a>').format(text("site.skip"))
