"""Sources as the reader meets them: Chicago notes and bibliography entries.

By The Chicago Manual of Style, 17th ed., notes and bibliography; the 18th drops the place of
publication and names fewer authors, which serves old pamphlets badly. Titles are printed as the
source file has them, in their own script, without a change of case.

A citation is a tuple of (text, is_italic) runs; `plain` and `markdown` write it. What belongs to a
book or a decree stands in `kinds`, how titles are set in `titles`, formats for programs in
`formats`.
"""

from __future__ import annotations

import re

from components.catalog.citations.elements import owner_of
from components.catalog.citations.kinds import groups
from components.catalog.citations.parts import (
    Runs,
    ended,
    inverted_name,
    italic,
    last_name,
    listed,
    locator_text,
    names_in_note,
    runs,
    sentences,
)
from components.catalog.citations.titles import TRANSLATED, addressed, title_of
from components.catalog.models import Source
from components.catalog.search.folding import plain as unmarked

_LEADING_ARTICLE = re.compile(r"^(?:A|An|The)\s+(?=\S)")
_SUBTITLE = re.compile(r"(?<=[?!])\s|:\s|; or, ")
_URL = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?)\]]")
_SITE = re.compile(r"[a-z0-9-]+\.[a-z]{2,}\b")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$:&!^])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([+\-=])")


def note(source: Source, locator: str | None = None) -> Runs:
    """A full note, as for the first mention: `Jeanne Morel, *The Quay* (Ys: Port, 1901), 73.`"""
    text = ""
    for group in groups(source, False, locator_text(locator)):
        if group.in_brackets and group.text:
            text += f" ({group.text})"
        elif group.is_close and group.text:
            text += f" {group.text}"
        else:
            text = listed((text, group.text))
    return runs(ended(text, "."))


def short_note(source: Source, locator: str | None = None) -> Runs:
    """A note for further mentions: last names, title without subtitle and article, locator."""
    names = names_in_note(source.author or source.editor or source.translator, last_name)
    names = names[:1].upper() + names[1:]  # A note begins like a sentence: Du Maurier (CMOS 8.5).
    if not names and source.type == "article-newspaper":
        names = italic(source.container_title)  # An unsigned piece is known by its paper.
    if addressed(source):
        names = ""  # The title begins with it.
    title = title_of(source, _short_title(source))
    return runs(ended(listed((names, title, locator_text(locator))), "."))


def bibliography(source: Source) -> Runs:
    """An entry: `Morel, Jeanne. *The Quay*. Ys: Port, 1901.`"""
    first, *others = [group.text for group in groups(source, True, "") if group.text]
    return runs(sentences((first, *map(_capitalised, others))))


def bibliography_key(source: Source) -> tuple[str, str, int, str]:
    """By which a bibliography is sorted: what the entry begins with, then title, day, id.

    Letters count as they are written, without marks and in Latin script: Jonas under J, not under
    the I by which a search finds him as well.
    """
    who = (source.author or source.editor or source.translator)[:1]
    head = inverted_name(who[0]) if who else ""
    if not head and source.type == "article-newspaper":
        head = source.container_title or ""
    head = head or owner_of(source)
    title = unmarked(_LEADING_ARTICLE.sub("", source.title))
    issued = source.issued.earliest if source.issued else None
    return unmarked(_LEADING_ARTICLE.sub("", head)) or title, title, issued or 0, source.id


def plain(runs: Runs) -> str:
    """The text without italics."""
    return "".join(text for text, _ in runs)


def markdown(runs: Runs) -> str:
    """The text as Markdown: italics between asterisks, addresses as links, all else escaped."""
    parts = (f"*{_escaped(text)}*" if is_italic else _linked(text) for text, is_italic in runs)
    return _LIST_MARK.sub(lambda mark: rf"{mark[1] or ''}\{mark[2] or mark[3]}", "".join(parts))


def _short_title(source: Source) -> str:
    whole = TRANSLATED.fullmatch(source.title)
    title = _SUBTITLE.split(whole[1] if whole else source.title)[0]
    if not (source.language or "en").startswith("en"):
        return title
    title = _LEADING_ARTICLE.sub("", title)
    return title[:1].upper() + title[1:]


def _capitalised(sentence: str) -> str:
    """What an entry says in our own words begins with a capital; addresses and sites stay."""
    is_name = _URL.match(sentence) or _SITE.match(sentence)
    return sentence if is_name else sentence[:1].upper() + sentence[1:]


def _linked(text: str) -> str:
    pieces, position = [], 0
    for url in _URL.finditer(text):
        pieces += [_escaped(text[position : url.start()]), f"<{url[0]}>"]
        position = url.end()
    return "".join((*pieces, _escaped(text[position:])))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
