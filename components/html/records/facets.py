"""Filters of the pages of records: which records a selection leaves, and how that is said.

The groups of events (`themes`, `tendencies` …) keep their meaning; other groups are the pages' own
keys. Several values of one group widen, groups narrow, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from components.catalog.search.everywhere import find
from components.catalog.selection import GROUPS, Selection
from components.html import addresses, pieces
from components.html.records.shared import Records
from components.html.texts import text


@dataclass(frozen=True)
class Facet:
    """One group of filters of a page.

    key: a field of `Selection`, or one of the pages' own keys
    labels: value → words, in display order; of: record → its values
    slots: value → colour slot, where it has one; finer: values that stand folded below
    is_folded: whether the whole group is, until it is used; in_sidebar: else the page shows it
    """

    key: str
    heading: str
    labels: Mapping[str, str]
    of: Mapping[str, tuple[str, ...]]
    slots: Mapping[str, str] = field(default_factory=dict)
    finer: frozenset[str] = frozenset()
    is_folded: bool = False
    in_sidebar: bool = True


@dataclass(frozen=True)
class Page:
    """An index that can be filtered: its page, its records' ids in order, what each search finds.

    found: which of `ids` hold the words of the search; kept outside, since it looks at texts
    """

    name: str
    ids: tuple[str, ...]
    facets: tuple[Facet, ...]
    found: frozenset[str]


def found(records: Records, kinds: tuple[str, ...], words: str, within: str = "") -> frozenset[str]:
    """Ids of the records of these kinds that hold all words; all of them for no words.

    within: the review whose claims are looked at
    """
    among = [one for one in records.entries if one.kind in kinds and one.within == within]
    hits = find(among, words, len(among)) if words else among
    return frozenset(hit.id for hit in hits)


def chosen(facet: Facet, selection: Selection) -> tuple[str, ...]:
    """The values of a facet that are chosen."""
    if facet.key in GROUPS:
        return getattr(selection, facet.key)
    return selection.extra(facet.key)


def choose(facet: Facet, selection: Selection, values: tuple[str, ...]) -> Selection:
    """The selection with exactly these values of a facet."""
    if facet.key in GROUPS:
        return selection.with_(**{facet.key: values})
    return selection.with_extra(facet.key, *values)


def toggle(facet: Facet, selection: Selection, value: str) -> Selection:
    """With the value where it was not, without it where it was."""
    values = chosen(facet, selection)
    others = tuple(one for one in values if one != value)
    return choose(facet, selection, others if value in values else (*values, value))


def kept(page: Page, selection: Selection, without: str = "") -> list[str]:
    """The ids that fit all filters (but those of the group `without`), in the page's order."""
    wanted = [
        (facet, frozenset(chosen(facet, selection)))
        for facet in page.facets
        if facet.key != without and chosen(facet, selection)
    ]
    among = page.ids if without == "text" or not selection.text else page.found
    return [
        id
        for id in page.ids
        if (among is page.ids or id in among)
        and all(values.intersection(facet.of.get(id, ())) for facet, values in wanted)
    ]


def counts(page: Page, facet: Facet, selection: Selection) -> dict[str, int]:
    """How many records each value of a facet would keep, under the other filters."""
    numbers = dict.fromkeys(facet.labels, 0)
    for id in kept(page, selection, without=facet.key):
        for value in facet.of.get(id, ()):
            if value in numbers:
                numbers[value] += 1
    return numbers


# What the reader sees -----------------------------------------------------------------------------


def in_use(page: Page, selection: Selection) -> Iterator[tuple[str, Selection]]:
    """Every filter at work as its name and the selection without it."""
    if selection.text:
        yield text("filter.text.chip", text=selection.text), selection.with_(text="")
    for facet in page.facets:
        for value in chosen(facet, selection):
            yield facet.labels.get(value, value), toggle(facet, selection, value)


def reset(page: Page, selection: Selection) -> Selection:
    """The selection without this page's filters."""
    for facet in page.facets:
        selection = choose(facet, selection, ())
    return selection.with_(text="")


def head(page: Page, selection: Selection, number: int, of: str) -> Markup:
    """How many records are shown, and each filter at work as a link that takes it away."""
    count = Markup('<p class="count" role="status"><b>{}</b> {}</p>').format(f"{number:,}", of)
    links = [
        Markup(
            '<a href="{}" data-inner="1" aria-label="{}">{} <span aria-hidden="true">×</span></a>'
        ).format(addresses.href(without, page.name), text("filter.remove", name=name), name)
        for name, without in in_use(page, selection)
    ]
    if not links:
        return count
    back = addresses.href(reset(page, selection), page.name)
    return count + pieces.items(
        [*links, pieces.link(back, text("filter.reset"), cls="reset")], "chips"
    )


def empty(page: Page, selection: Selection) -> Markup:
    """What to say when nothing matches: how many there would be without each filter."""
    if not kept(page, Selection()):
        return pieces.holds_none()
    ways = [
        pieces.link(
            addresses.href(without, page.name),
            text("records.without", name=name, n=len(kept(page, without))),
        )
        for name, without in in_use(page, selection)
        if kept(page, without)
    ]
    back = pieces.link(addresses.href(reset(page, selection), page.name), text("filter.reset"))
    lines = pieces.items(ways) or Markup("<p>{}</p>").format(text("empty.none"))
    return Markup('<div class="empty" role="status"><b>{}</b>{}{}</div>').format(
        text("records.empty"), lines, back
    )
