"""The search over everything: what else the words of a search are found in."""

from __future__ import annotations

from itertools import groupby
from textwrap import shorten

from markupsafe import Markup

from components.catalog.search.everywhere import Hit, find
from components.catalog.selection import Selection
from components.html.records.parts import record_link
from components.html.records.shared import PAGE_OF, found_rows, records
from components.ui import html, state
from components.ui.content import Content
from components.ui.texts import text

# In the order in which the kinds are offered.
KINDS = ("event", "person", "organisation", "tendency", "place", "indicator", "claim", "source")
_AT_MOST = 5
_LONGEST = 64  # characters of a label


def also_found(
    data: Content, selection: Selection, *, without: tuple[str, ...] = ("event",)
) -> Markup:
    """Hits of the reader's search in records of other kinds, grouped; nothing without any.

    without: the kinds that the page shows by itself
    """
    kept = records(data)
    hits = find(kept.entries, selection.text, len(kept.entries)) if selection.text else ()
    wanted = [hit for hit in hits if hit.kind in KINDS and hit.kind not in without]
    is_asked = selection.text and "event" not in without
    rows, number = found_rows(data, selection.text, _AT_MOST) if is_asked else ({}, 0)
    wanted += [Hit("event", id, title, "") for id, title in rows.items()]
    wanted.sort(key=_place)
    more = number - len(rows)
    groups = [_group(data, list(of), more, selection) for _, of in groupby(wanted, _place)]
    if not groups:
        return Markup("")
    return Markup('<section class="also" aria-label="{0}"><b>{0}</b>{1}</section>').format(
        text("also.heading"), html.items(groups)
    )


def _place(hit: Hit) -> tuple[int, str]:
    """Hits of one kind, and the claims of one review, stand together."""
    return KINDS.index(hit.kind), hit.within


def _group(data: Content, hits: list[Hit], more: int, selection: Selection) -> Markup:
    """The first hits of a kind, and the way to all of them; more: other events"""
    kind, within = hits[0].kind, hits[0].within
    number = len(hits) + (more if kind == "event" else 0)
    links = [_link(hit, selection) for hit in hits[:_AT_MOST]]
    if number > _AT_MOST:
        links.append(_all(hits[0], number, selection))
    reviews = data.catalog.reviews
    name = reviews[within].title if within and len(reviews) > 1 else text(f"also.{kind}")
    return Markup('<span class="label">{}</span> <span>{}</span>').format(
        name, Markup(" · ").join(links)
    )


def _link(hit: Hit, selection: Selection) -> Markup:
    if hit.kind == "place":  # A place has no page: the search for its name is what there is.
        there = selection.with_(text=hit.label, extras=(), event="")
        return html.link(state.href(there, PAGE_OF["event"]), hit.label)
    label = shorten(hit.label, _LONGEST, placeholder="…")
    label = Markup("<b>{}</b> {}").format(hit.id, label) if hit.kind == "claim" else label
    return record_link(hit.kind, hit.id, label, selection, hit.within)


def _all(hit: Hit, number: int, selection: Selection) -> Markup:
    """The page of this kind of record with the same search."""
    if hit.kind == "place":
        return Markup.escape(text("also.all", n=f"{number:,}"))
    there = Selection(text=selection.text, lanes=selection.lanes)
    if hit.kind in ("person", "organisation"):
        there = there.with_extra("type", hit.kind)
    if hit.within:
        there = there.with_extra("id", hit.within)
    return html.link(state.href(there, PAGE_OF[hit.kind]), text("also.all", n=f"{number:,}"))
