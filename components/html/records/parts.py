"""Pieces that the pages of records are made of: rows of events, citations, signs, copy links."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from components.catalog.citations.chicago import short_note
from components.catalog.columns.events import in_time
from components.catalog.dates.words import words
from components.catalog.models import Citation, Event
from components.catalog.selection import Selection
from components.charts.tokens import THEMES
from components.html import pieces
from components.html.content import Content
from components.html.records.shared import FOCUS, focus_of, link_to
from components.html.texts import text

_OPEN_AT_MOST = 12  # rows of a part that is open at first
MOST_LISTED = 200  # events of a part; files of rows may hold very many
_RING = '<circle cx="8" cy="8" r="6.2" fill="none" stroke="{c}" stroke-width="1.6"/>'
_DASHED = _RING.replace("/>", ' stroke-dasharray="2.5,2"/>')
_HALF = '<path d="M8,1.8 A6.2,6.2 0 0 0 8,14.2 Z" fill="{c}"/>'
_FULL = '<circle cx="8" cy="8" r="7" fill="{c}"/>'
_LINE = 'fill="none" stroke="{p}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
# How much of a source was seen, and what the literature says of a claim: shapes, not colours.
_SIGNS = {
    "whole": _FULL,
    "part": _RING + _HALF,
    "not-seen": _DASHED,
    "supported": _FULL + f'<path d="M4.6,8.3 L7,10.7 L11.4,5.6" {_LINE}/>',
    "partly": _RING + _HALF,
    "wrong": '<rect x="1" y="1" width="14" height="14" rx="2" fill="{c}"/>'
    + f'<path d="M5,5 L11,11 M11,5 L5,11" {_LINE}/>',
    "opinion": '<path d="M2,2 H14 V11 H8 L5,14.2 V11 H2 Z" fill="none" stroke="{c}" '
    'stroke-width="1.6" stroke-linejoin="round"/>',
    "not-verified": _DASHED
    + '<path d="M6.1,6.4 A2,2 0 1 1 8.6,8.3 Q8,8.6 8,9.4 M8,11.4 V11.5" fill="none" '
    'stroke="{c}" stroke-width="1.6" stroke-linecap="round"/>',
}


@cache
def sign(name: str, theme: str) -> Markup:
    """A small drawing that stands beside the word it repeats: decoration for a screen reader."""
    colours = THEMES[theme]
    drawn = _SIGNS[name].format(c=colours.text, p=colours.page)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
        f"{drawn}</svg>"
    )
    return pieces.image(svg, height=14)


def record_link(
    kind: str, id: str, label: str | Markup, selection: Selection, within: str = ""
) -> Markup:
    """An inner link to a record on its page."""
    return pieces.link(link_to(kind, id, selection, within), label, focus=focus_of(kind))


def head(where: str | Markup, title: str | Markup, close: str, focus: str) -> Markup:
    """The top of an open record; `close` is the link that closes it, `focus` where that leads."""
    return Markup(
        '<div class="where"><span>{}</span>{}</div><h2 id="{}" tabindex="-1">{}</h2>'
    ).format(where, closing(close, focus), FOCUS[1:], title)


def closing(href: str, focus: str) -> Markup:
    """The link that closes an open record; Escape follows it as well."""
    return Markup('<a id="event-close" href="{}" data-inner="1" data-focus="{}">× {}</a>').format(
        href, focus, text("event.close")
    )


def card(*parts: Markup) -> Markup:
    """An open record."""
    return Markup(
        '<article class="card record" id="record" aria-labelledby="{}">{}</article>'
    ).format(FOCUS[1:], Markup("").join(parts))


def paragraph(body: str | Markup | None, cls: str = "") -> Markup:
    """A paragraph; nothing for nothing."""
    return Markup('<p class="{}">{}</p>').format(cls, body) if body else Markup("")


def folding(heading: str, number: int, body: Markup) -> Markup:
    """A part of a card that folds; open at first while it is short."""
    if not body:
        return Markup("")
    return Markup('<details class="fold"{}><summary><h3>{}</h3></summary>{}</details>').format(
        Markup(" open") if number <= _OPEN_AT_MOST else "", heading, body
    )


def event_rows(rows: Iterable[tuple[Event, Markup]], selection: Selection) -> Markup:
    """Events with their dates as links to the timeline; rows: (event, what else to say)."""
    lines = (
        Markup('<span class="d">{}</span> <span class="t">{}{}</span>').format(
            words(event.date),
            record_link("event", event.id, event.title, selection),
            Markup(' <span class="note">{}</span>').format(more) if more else "",
        )
        for event, more in rows
    )
    return pieces.items(lines, "rows")


def in_order(data: Content, ids: Iterable[str]) -> list[Event]:
    """Events in the order of their dates, none twice."""
    events = data.catalog.events
    return sorted((events[id] for id in dict.fromkeys(ids) if id in events), key=in_time)


def citations(data: Content, cited: Iterable[Citation], selection: Selection) -> Markup:
    """Short notes with locator and standing, each a link to its source's record."""
    return pieces.items((_citation(data, one, selection) for one in cited), "cited")


def _citation(data: Content, one: Citation, selection: Selection) -> Markup:
    source = data.catalog.sources[one.cite]
    label = pieces.runs(short_note(source, one.locator), source.language)
    parts = [record_link("source", one.cite, label, selection), pieces.tag(one.standing)]
    if one.via:
        before, after = text("event.via", source="\0").split("\0")
        via = data.catalog.sources[one.via]
        through = pieces.runs(short_note(via), via.language)
        through = record_link("source", one.via, through, selection)
        parts.append(Markup('<span class="note">{}{}{}</span>').format(before, through, after))
    if one.note:
        parts.append(Markup('<span class="note">{}</span>').format(one.note))
    return Markup(" ").join(parts)


def named(prefix: str, code: str) -> str:
    """The word for a code, or the code itself where there is none."""
    try:
        return text(f"{prefix}.{code}")
    except KeyError:
        return code


def initial_of(sorted_by: str) -> str:
    """The letter under which something stands; “#” for what begins with none."""
    initial = sorted_by[:1].upper()
    return initial if initial.isalpha() else "#"


def alphabetical(entries: Iterable[tuple[str, Markup]], href: str, name: str, cls: str) -> Markup:
    """Entries, each a list item with its letter, in their order under these letters.

    href: this page, for the line of letters that leads to them; name: what the index is called
    """
    groups = [(key, [one for _, one in some]) for key, some in groupby(entries, itemgetter(0))]
    body = Markup("").join(
        Markup("{}<ol>{}</ol>").format(_heading(letter), Markup("").join(some))
        for letter, some in groups
    )
    jump = _letters((letter for letter, _ in groups), href)
    return Markup('{}<section class="records {}" aria-label="{}">{}</section>').format(
        jump, cls, name, body
    )


def _letters(present: Iterable[str], href: str) -> Markup:
    """A line of letters that lead to the headings `letter-…` of an alphabetical index."""
    links = (
        pieces.link(
            href,
            Markup('<span class="hidden">{} </span>{}').format(text("records.letter"), letter),
            focus=f"#{_anchor(letter)}",
        )
        for letter in present
    )
    return Markup('<nav class="letters" aria-label="{}">{}</nav>').format(
        text("records.letters"), pieces.items(links)
    )


def _heading(letter: str) -> Markup:
    """The heading of a letter in an alphabetical index."""
    return Markup('<h2 class="letter" id="{}" tabindex="-1">{}</h2>').format(
        _anchor(letter), letter
    )


def _anchor(letter: str) -> str:
    """The id of a letter's heading; what is no letter would not do in a selector."""
    return f"letter-{letter if letter.isalpha() else 0}"
