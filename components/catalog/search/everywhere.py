"""Searching: which rows hold the words of a query, and what in the whole catalog does.

Spelling is the business of `folding`. A query word is found when either of its forms begins a word
of the text; all words must be found. Nothing here ranks by anything but where the words stand.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from components.catalog.search.folding import fold, indexed, plain

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog
    from components.catalog.models import Event, Name

_ELISION = re.compile(r"^\w['’](?=\w)")
Query = tuple[tuple[str, ...], ...]  # of each word the forms that will do


def query_words(text: str) -> Query:
    """The words of a query, each as the forms of which one must stand in an `indexed` text."""
    return tuple(dict.fromkeys(forms for piece in text.split() for forms in _forms(piece)))


def _forms(piece: str) -> list[tuple[str, ...]]:
    words = plain(piece).split()
    bare = plain(_ELISION.sub("", piece)).split()  # d'Aragó asks for Aragó as well.
    forms = [dict.fromkeys((word, fold(word))) for word in words]
    if bare and bare != words:
        forms[0] |= dict.fromkeys((bare[0], fold(bare[0])))
    return [tuple(f" {form}" for form in of_word) for of_word in forms]


def matches_text(form: str, words: Query) -> bool:
    """Whether a text, as `indexed`, holds all words; no words match everything."""
    return all(any(one in form for one in forms) for forms in words)


def matches(forms: pd.Series, text: str) -> np.ndarray:
    """Which rows hold all words of the query `text`: bool, in the order of `forms` (`indexed`)."""
    return Words(forms).holding(text)


class Words:
    """All words of a column in alphabetical order, each with its rows: for many queries."""

    def __init__(self, forms: pd.Series) -> None:
        """Take a column of texts as `indexed`."""
        texts = forms.tolist()
        # A space stands before every word, so spaces count words, and all can be split at once.
        codes, words = pd.factorize(np.array("".join(texts).split(), dtype=object), sort=True)
        counts = [text.count(" ") for text in texts]
        rows = np.repeat(np.arange(len(texts), dtype=np.int32), np.array(counts, dtype=np.int64))
        self._length = len(texts)
        self._words = words.tolist()
        self._rows = rows[np.argsort(codes, kind="stable")]
        self._starts = np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=len(words)))))

    def holding(self, text: str) -> np.ndarray:
        """Which rows hold all words of the query: bool; every row where it has no words."""
        found = np.ones(self._length, dtype=bool)
        for forms in query_words(text):
            hit = np.zeros(self._length, dtype=bool)
            for form in forms:
                hit[self._beginning_with(form.strip())] = True
            found &= hit
        return found

    def mark(self, start: str, hit: np.ndarray) -> None:
        """Set `hit` (bool) where a word begins so."""
        hit[self._beginning_with(start)] = True

    def _beginning_with(self, start: str) -> np.ndarray:
        """Rows of the words that begin so: they stand side by side."""
        first = bisect_left(self._words, start)
        last = bisect_left(self._words, start + chr(sys.maxunicode))
        return self._rows[self._starts[first] : self._starts[last]]


# The whole catalog -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the search over everything sees it; `within` is a claim's review."""

    kind: str
    id: str
    label: str
    within: str
    texts: tuple[str, ...]
    names: str
    form: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds all words of a query."""

    kind: str  # event, person, organisation, tendency, place, source, indicator or claim
    id: str
    label: str
    snippet: str
    within: str = ""  # the review a claim belongs to


def search_everything(catalog: Catalog, text: str, limit: int = 60) -> tuple[Hit, ...]:
    """The records that hold all words of `text`, best first; nothing for a text without words."""
    return find(entries(catalog), text, limit)


def find(among: Iterable[Entry], text: str, limit: int = 60) -> tuple[Hit, ...]:
    """Hits among `entries` (kept by the caller, who searches more than once), best first.

    First what is called exactly so, then what has all words in its names, then what has them in its
    texts; within these in the order of the catalog.
    """
    words = query_words(text)
    if not words:
        return ()
    whole, best = fold(text), ([], [], [])
    for entry in among:
        if matches_text(entry.form, words):
            named = matches_text(entry.names, words)
            best[0 if fold(entry.label) == whole else 1 if named else 2].append(entry)
    found = [entry for level in best for entry in level][:limit]
    return tuple(
        Hit(one.kind, one.id, one.label, snippet(one.texts, text), one.within) for one in found
    )


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """Everything that can be found, in the order of the catalog; made once, searched often."""
    return (*_named(catalog), *_told(catalog), *_claimed(catalog))


def _named(catalog: Catalog) -> Iterator[Entry]:
    agents = (("person", catalog.people), ("organisation", catalog.organisations))
    for kind, records in agents:
        for one in records.values():
            yield _entry(kind, one.id, one.label, (one.original, *one.aliases), (one.note,))
    for one in catalog.places.values():
        yield _entry("place", one.id, one.label, one.aliases, (one.note,))
    for one in catalog.vocabulary.tendencies:
        yield _entry("tendency", one.id, one.label, (), (one.definition,))


def _told(catalog: Catalog) -> Iterator[Entry]:
    for one in catalog.written.values():
        texts = (one.summary, _linked(catalog, one))
        yield _entry("event", one.id, one.title, (one.label,), texts)
    for one in catalog.indicators.values():
        texts = (one.finding, one.definition, one.scope, one.note)
        yield _entry("indicator", one.id, one.title, (), texts)


def _claimed(catalog: Catalog) -> Iterator[Entry]:
    for one in catalog.sources.values():
        names = [_name(name) for name in (*one.author, *one.editor)]
        yield _entry("source", one.id, one.title, names, (one.container_title, one.note))
    for review in catalog.reviews.values():
        for one in review.claims:
            texts = (one.words, one.reason, one.correction)
            yield _entry("claim", one.id, one.claim, (), texts, review.id)


def _entry(
    kind: str,
    id: str,
    label: str,
    names: Iterable[str | None],
    texts: Iterable[str | None],
    within: str = "",
) -> Entry:
    also, said = tuple(filter(None, names)), tuple(filter(None, texts))
    called = indexed(label, *also)
    return Entry(kind, id, label, within, (*said, *also), called, called + indexed(*said))


def _linked(catalog: Catalog, event: Event) -> str:
    """Names of an event's people, organisations and place."""
    ids = [actor for role in event.roles for actor in role.actors]
    known = [catalog.people.get(id) or catalog.organisations.get(id) for id in ids]
    known.append(catalog.places.get(event.place))
    return ", ".join(dict.fromkeys(one.label for one in known if one))


def _name(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.particle, name.family)))


def snippet(texts: Iterable[str], text: str, length: int = 140) -> str:
    """About `length` characters of the first of `texts` in which a word of the query stands.

    Without one, the beginning of the first. An ellipsis shows where something was left out.
    """
    words, several = query_words(text), [one for one in texts if one]
    for one in several:
        for found in re.finditer(r"\S+", one):
            if any(matches_text(indexed(found[0]), (word,)) for word in words):
                return _cut(one, found.start(), length)
    return _cut(several[0], 0, length) if several else ""


def _cut(text: str, position: int, length: int) -> str:
    """A stretch of whole words around `position`."""
    text = text.rstrip()
    if len(text) <= length:
        return text
    start = max(0, min(position - length // 3, len(text) - length))
    if start:
        space = text.find(" ", start, position)
        start = space + 1 if space >= 0 else position
    end = start + length
    if end < len(text):
        end = max(text.rfind(" ", start, end), position + 1)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
