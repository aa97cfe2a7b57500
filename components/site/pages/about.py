"""What the catalogue is, how to cite it, and the page of the search."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from components.catalog.search.everywhere import Entry
from components.catalog.search.folding import APOSTROPHES, CYRILLIC, SPELLINGS, UNDIVIDED
from components.html import pieces
from components.html.about import sections
from components.html.content import Content
from components.html.records.shared import Records, link_to
from components.html.texts import text
from components.site.page import PREFIX, Page

_LONGEST = 160  # characters of what stands below a hit


def about(data: Content) -> Page:
    """What the catalogue covers, how sure it is, how to cite it, licence and version."""
    header = data.catalog.header
    body = pieces.title(header.title, header.description) + Markup(
        '<div class="prose">{}<h2>{}</h2><p>{}</p></div>'
    ).format(Markup("").join(sections(data, "light")), text("site.files"), text("site.files.text"))
    return Page("about", text("page.about"), header.description, body, "about")


def search() -> Page:
    """The search over everything; without a script it leads to the lists."""
    body = Markup(
        '{}<form class="find needs-js" data-search role="search"><label class="search"><span>{}'
        '</span><input type="search" name="q" maxlength="200" autocomplete="off"></label></form>'
        '<p class="count needs-js" role="status"></p><div class="hits needs-js"></div>'
        '<noscript><p class="notice">{}</p></noscript>'
    ).format(pieces.title(text("site.search"), text("site.search.sub")), text("site.search"),
             text("site.search.noscript"))  # fmt: skip
    return Page("search", text("site.search"), text("site.search.sub"), body, "search")


def search_data(kept: Records) -> dict[str, Any]:
    """Everything that can be found: [kind, label, page, below, words of its names, other words]."""
    return {
        "kinds": {
            kind: text(f"also.{kind}")
            for kind in (
                "event", "person", "organisation", "tendency", "indicator", "claim", "source",
            )
        },
        "entries": [_found(one) for one in kept.entries if one.kind != "place"],
    }  # fmt: skip


def _found(one: Entry) -> list[str]:
    said = " ".join(next((text for text in one.texts if text), "").split())
    below = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
    named = set(one.names.split())
    others = " ".join(word for word in one.form.split() if word not in named)
    page = link_to(one.kind, one.id, within=one.within).removeprefix(PREFIX)
    return [one.kind, one.label, page, below, one.names.strip(), others]


def folding_rules() -> dict[str, Any]:
    """How words are folded, for the script: the rules of `catalog.search.folding`."""
    return {
        "roman": {**CYRILLIC, **UNDIVIDED, "·": ""},
        "apostrophes": APOSTROPHES,
        "spellings": [
            [pattern.pattern.replace(r"[^\W\d]", r"[\p{L}_]"), common.replace(r"\1", "$1")]
            for pattern, common in SPELLINGS
        ],
    }
