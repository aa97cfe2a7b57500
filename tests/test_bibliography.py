"""The real bibliography under `events/`: complete for every kind of text, or plain about its gaps.

What a kind needs is what its entry names in The Chicago Manual of Style, 17th ed., chapter 14
(notes and bibliography). A field that the work has not, or that nobody could establish, is named
in the record’s note, in one of two sentences: “It has no date.” “Not established: pages, place.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.catalog.catalog import Catalog, load
from components.catalog.models import Source

EVENTS = Path(__file__).parent.parent / "events"
# By kind; any one of the fields between bars will do. `owner` is the body whose page or law it is.
REQUIRED = {
    "book": "author|editor publisher publisher_place issued",  # CMOS 14.100
    "pamphlet": "author|editor publisher publisher_place issued",  # 14.220, as a book
    "chapter": "author container_title page|number publisher publisher_place issued",  # 14.106
    "article-journal": "author container_title volume|issue issued page",  # 14.168
    "article-magazine": "author container_title issued",  # 14.188, pages may be left out
    "article-newspaper": "author container_title issued",  # 14.191
    "thesis": "author genre publisher issued",  # 14.215
    "webpage": "container_title|publisher|owner issued|accessed URL",  # 14.207, author if named
    "entry-encyclopedia": "container_title issued|accessed",  # 14.232
    "legislation": "owner container_title|number|URL issued",  # 14.281
    "report": "owner|author issued",  # 14.220
    "speech": "author container_title|publisher issued",  # 14.217
    "personal_communication": "author archive|container_title|URL issued",  # 14.111, 14.222
}
WORDS = {
    "address": "URL",
    "author": "author",
    "book": "container_title",
    "date": "issued",
    "journal": "container_title",
    "newspaper": "container_title",
    "pages": "page",
    "place": "publisher_place",
    "publisher": "publisher",
    "site": "container_title",
    "volume": "volume",
    "year": "issued",
}
GAPS = re.compile(r"(?:\bNot established: |\bIt has no )([a-z, ]+)\.")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(EVENTS)


def test_every_record_has_what_its_kind_needs_or_says_that_it_is_lacking(catalog):
    assert {source.id: gaps for source in catalog.sources.values() if (gaps := _gaps(source))} == {}


def test_nothing_is_said_to_be_lacking_that_is_given_or_that_its_kind_does_not_need(catalog):
    for source in catalog.sources.values():
        needed = {field for need in _needs(source) for field in need}
        for field in _said_to_be_lacking(source):
            assert field in needed and not getattr(source, field), (source.id, field)


def test_only_a_text_without_a_date_says_when_it_was_read(catalog):
    for source in catalog.sources.values():
        assert not (source.accessed and source.issued), source.id
        assert not (source.accessed and source.seen == "not-seen"), source.id


def test_most_records_lack_nothing(catalog):
    lacking = [source.id for source in catalog.sources.values() if _said_to_be_lacking(source)]
    assert len(lacking) <= len(catalog.sources) / 4


def test_a_gap_would_be_found(catalog):
    book = next(s for s in catalog.sources.values() if s.type == "book" and not _gaps(s))
    bare = book.model_copy(update={"issued": None, "author": (), "editor": (), "note": None})
    assert _gaps(bare)[:1] == ["author|editor"] and "issued" in _gaps(bare)
    told = bare.model_copy(update={"note": "Seen once. Not established: author, year, address."})
    assert set(_gaps(told)) == set(_gaps(bare)) - {"author|editor", "issued", "URL|DOI"}


def _needs(source: Source) -> Iterator[tuple[str, ...]]:
    """What the record must have; of each group one field."""
    yield ("title",)
    yield ("language",)
    for need in REQUIRED[source.type].split():
        yield tuple(need.split("|"))
    if source.seen != "not-seen":
        yield ("URL", "DOI")


def _gaps(source: Source) -> list[str]:
    lacking = _said_to_be_lacking(source)
    return [
        "|".join(need)
        for need in _needs(source)
        if not (lacking & set(need) or any(_has(source, field) for field in need))
    ]


def _has(source: Source, field: str) -> bool:
    if field == "owner":
        return any(name.literal for name in source.author)
    return bool(getattr(source, field))


def _said_to_be_lacking(source: Source) -> set[str]:
    found = GAPS.findall(source.note or "")
    return {WORDS[word] for words in found for word in words.split(", ")}
