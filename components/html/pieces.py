"""Small pieces of HTML. Text from content goes through Markup.format and is always escaped.

A piece is `Markup`; a plain `str` put into one is escaped.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from components.charts.symbols import grammar_key, mark_svg
from components.charts.tokens import THEMES
from components.html.addresses import leads_here
from components.html.texts import text

_NOTHING = Markup("")
# In words that are copied: where the address goes. No text of a record can hold this sign.
ADDRESS = "\ufffc"
_QUOTATION = re.compile(r"(“[^”]+”)")


def data_uri(svg: str) -> str:
    """SVG text as an address that an image can show."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def image(svg: str, alt: str = "", height: int = 12) -> Markup:
    """A picture from SVG text; with an empty `alt` it is decoration."""
    return Markup('<img alt="{}" height="{}" src="{}">').format(alt, height, data_uri(svg))


@lru_cache(maxsize=1000)
def mark(slot: str, theme: str, style: str = "solid", alt: str = "") -> Markup:
    """The mark of a tendency's colour slot in one of the styles of the date grammar."""
    return image(mark_svg(slot, THEMES[theme], style), alt)


def link(href: str, label: str | Markup, *, focus: str = "", cls: str = "") -> Markup:
    """An inner link: the router follows it without loading the page anew.

    focus: CSS selector of the element that takes the keyboard focus afterwards.
    """
    return Markup('<a href="{}" data-inner="1" data-focus="{}" class="{}">{}</a>').format(
        href, focus, cls, label
    )


def section(heading: str, *body: Markup, level: int = 3) -> Markup:
    """A part of a card, or of a page (`level` 2), with its heading; nothing without a body."""
    inside = Markup("").join(body)
    return Markup("<h{0}>{1}</h{0}>{2}").format(level, heading, inside) if inside else inside


def items(pieces: Iterable[Markup], cls: str = "") -> Markup:
    """An unordered list; nothing when it would be empty."""
    inside = Markup("").join(Markup("<li>{}</li>").format(piece) for piece in pieces)
    return Markup('<ul class="{}">{}</ul>').format(cls, inside) if inside else Markup("")


def option(
    group: str,
    value: str,
    label: str,
    number: int,
    href: str,
    *,
    chosen: bool,
    mark: Markup = _NOTHING,
) -> Markup:
    """One value of a filter: a link that works as a checkbox, with its count.

    group, value: make the id by which the keyboard focus comes back; href: the view with this value
    toggled. A value that would leave nothing and is not chosen is no link. Streamlit's own checkbox
    would read its label's Markdown and the mark aloud (1.67).
    """
    inside = Markup('{}<span>{}</span> <span class="n">{:,}</span>').format(mark, label, number)
    if not number and not chosen:
        return Markup('<span class="option off">{}</span>').format(inside)
    return Markup(
        '<a class="option" id="f-{0}-{1}" role="checkbox" aria-checked="{2}" href="{3}" '
        'data-inner="1" data-focus="#f-{0}-{1}">{4}</a>'
    ).format(group, value, "true" if chosen else "false", href, inside)  # fmt: skip


def options(name: str, rows: Iterable[Markup], *, titled: bool = True) -> Markup:
    """The values of one filter under its name, which is read aloud even where it is not shown."""
    heading = Markup("<h2>{}</h2>").format(name) if titled else _NOTHING
    return Markup('{}<div class="options" role="group" aria-label="{}">{}</div>').format(
        heading, name, Markup("").join(rows)
    )


def tag(standing: str) -> Markup:
    """How well a citation was checked, in a word and a mark."""
    sign = {"read": "✓ ", "cited": "", "unchecked": ""}[standing]
    return Markup('<span class="tag {}" title="{}">{}{}</span>').format(
        standing, text(f"standing.{standing}.long"), sign, text(f"standing.{standing}")
    )


def runs(pieces: Iterable[tuple[str, bool]], language: str | None = None) -> Markup:
    """Citation runs, (text, italic), as HTML.

    language: BCP 47 tag of the source's text; its titles, which are what is italic or quoted, say
    so, that they are read aloud rightly
    """
    said = Markup(' lang="{}"').format(language) if language else _NOTHING
    return Markup("").join(
        Markup("<i{}>{}</i>").format(said, part) if italic else _quoted(part, said)
        for part, italic in pieces
    )


def _quoted(text: str, said: Markup) -> Markup:
    """Text whose quotations carry an attribute."""
    if not said:
        return Markup.escape(text)
    return Markup("").join(
        Markup("<span{}>{}</span>").format(said, part) if part.startswith("“") else part
        for part in _QUOTATION.split(text)
    )


def notice(*body: Markup | str) -> Markup:
    """A calm message to the reader."""
    return Markup('<div class="notice" role="status">{}</div>').format(
        Markup("").join(Markup.escape(part) for part in body)
    )


def holds_none() -> Markup:
    """What to say where a catalogue has nothing of what a page shows, whatever is chosen."""
    return Markup('<div class="empty" role="status"><b>{}</b></div>').format(
        text("empty.holds_none")
    )


def note(body: str) -> Markup:
    """A remark below what it is about; nothing when it is empty."""
    return Markup('<p class="note">{}</p>').format(body) if body else Markup("")


def title(heading: str, subtitle: str = "") -> Markup:
    """The page's heading and what it is about."""
    below = Markup('<p class="sub">{}</p>').format(subtitle) if subtitle else Markup("")
    return Markup("<h1>{}</h1>{}").format(heading, below)


def copy_link(href: str, label: str, words: str = ADDRESS) -> Markup:
    """A button that copies `words`; in them `ADDRESS` stands for the address.

    Where no address leads here, that is said instead.
    """
    if not leads_here():
        if words == ADDRESS:
            return Markup('<span class="muted">{}</span>').format(text("own.no_link"))
        words = words.replace(ADDRESS, text("own.instead_of_link"))
    return Markup('<a href="{}" data-copy="{}" data-done="{}" role="button">{}</a>').format(
        href, words, text("event.copied"), label
    )


def date_key(theme: str) -> Markup:
    """How sure a date is, as it is drawn: once per page, with the words."""
    entries = (
        Markup("{} {}").format(image(svg), text(f"key.{item}"))
        for item, svg in grammar_key(THEMES[theme]).items()
    )
    heading = Markup("<b>{}</b>").format(text("key.heading"))
    return items([heading, *entries], "key")
