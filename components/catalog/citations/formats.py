"""Sources for other programs: CSL-JSON, BibTeX, RIS and COinS (by which Zotero reads a page).

CSL-JSON is the full form; the others drop what they cannot say. To add a format: a function from a
source to text, its line in `FORMATS`, its test.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape
from urllib.parse import quote, urlencode

from components.catalog.citations.bibtex import bibtex
from components.catalog.citations.csl import csl_json, first_date, one_line
from components.catalog.citations.parts import dashed, full_name
from components.catalog.dates import Span
from components.catalog.models import Name, Source

# RIS --------------------------------------------------------------------------------------------

RIS_TYPES = {
    "book": "BOOK", "chapter": "CHAP", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "thesis": "THES", "pamphlet": "PAMP", "webpage": "ELEC",
    "entry-encyclopedia": "ENCYC", "legal_case": "CASE", "legislation": "STAT",
    "manuscript": "MANSCPT", "report": "RPRT", "personal_communication": "PCOMM",
}  # fmt: skip


def ris(source: Source) -> str:
    """The source as a RIS record, lines ended by CR LF; what has no kind there is `GEN`."""
    first, _, last = dashed(source.page).partition("–")
    lines = [
        ("TY", RIS_TYPES.get(source.type, "GEN")),
        ("ID", source.id),
        *(("AU", _ris_name(name)) for name in source.author),
        *(("ED", _ris_name(name)) for name in source.editor),
        *(("A4", _ris_name(name)) for name in source.translator),
        ("TI", source.title), ("T2", source.container_title), ("T3", source.collection_title),
        *_ris_dates(source.issued), *_ris_access(source.accessed),
        ("VL", source.volume), ("IS", source.issue or source.number), ("SP", first), ("EP", last),
        ("ET", source.edition), ("PB", source.publisher), ("CY", source.publisher_place),
        ("M3", source.genre), ("LA", source.language), ("SN", source.ISBN), ("DO", source.DOI),
        ("UR", source.URL), ("AN", source.archive_location), ("DB", source.archive),
        ("N1", source.note),
    ]  # fmt: skip
    written = (f"{tag}  - {one_line(text)}\r\n" for tag, text in lines if text)
    return "".join(written) + "ER  - \r\n"


def _ris_name(name: Name) -> str:
    family = " ".join(filter(None, (name.particle, name.family)))
    return name.literal or ", ".join(filter(None, (family, name.given)))


def _ris_dates(span: Span | None) -> list[tuple[str, str]]:
    """PY is the year, DA `year/month/day/` with what is not known left empty."""
    date = first_date(span)
    if not date:
        return [("DA", f"///{span.text}")] if span else []
    written = [f"{number:02d}" for number in date] + ["", ""]
    return [("PY", f"{date[0]:04d}"), ("DA", f"{date[0]:04d}/{written[1]}/{written[2]}/")]


def _ris_access(span: Span | None) -> list[tuple[str, str]]:
    """Y2, the day of access, written like DA."""
    return [("Y2", text) for tag, text in _ris_dates(span) if tag == "DA"]


# COinS -----------------------------------------------------------------------------------------

_BOOKS = {
    "book": "book", "chapter": "bookitem", "entry-encyclopedia": "bookitem", "report": "report",
    "pamphlet": "document", "manuscript": "document",
}  # fmt: skip
_ARTICLES = ("article-journal", "article-magazine", "article-newspaper")


def coins(source: Source) -> str:
    """An empty HTML span by which Zotero and its like find the source in a page (Z39.88-2004)."""
    date = "-".join(f"{number:02d}" for number in first_date(source.issued))
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        *_coins_kind(source),
        ("rft.date", date), ("rft.volume", source.volume), ("rft.issue", source.issue),
        ("rft.pages", source.page), ("rft.edition", source.edition),
        ("rft.pub", source.publisher), ("rft.place", source.publisher_place),
        ("rft.isbn", source.ISBN), ("rft.language", source.language),
        ("rft_id", f"info:doi/{source.DOI}" if source.DOI else source.URL),
        *_coins_names(source),
    ]  # fmt: skip
    title = urlencode([(key, one_line(text)) for key, text in pairs if text], quote_via=quote)
    return f'<span class="Z3988" title="{escape(title)}"></span>'


def _coins_kind(source: Source) -> list[tuple[str, str | None]]:
    form = "info:ofi/fmt:kev:mtx:"
    if source.type in _ARTICLES:
        titles = (("rft.atitle", source.title), ("rft.jtitle", source.container_title))
        return [("rft_val_fmt", f"{form}journal"), ("rft.genre", "article"), *titles]
    if source.type == "thesis":
        titles = (("rft.title", source.title), ("rft.inst", source.publisher))
        return [("rft_val_fmt", f"{form}dissertation"), *titles]
    if genre := _BOOKS.get(source.type):
        is_part = genre == "bookitem"
        book = source.container_title if is_part else source.title
        titles = (("rft.atitle", source.title if is_part else None), ("rft.btitle", book))
        return [("rft_val_fmt", f"{form}book"), ("rft.genre", genre), *titles]
    titles = (("rft.title", source.title), ("rft.source", source.container_title))
    return [("rft_val_fmt", f"{form}dc"), ("rft.type", source.type), *titles]


def _coins_names(source: Source) -> list[tuple[str, str | None]]:
    if not source.author:
        return []
    first = source.author[0]
    family = " ".join(filter(None, (first.particle, first.family)))
    whole = [("rft.au", full_name(name)) for name in source.author]
    return [("rft.aulast", family), ("rft.aufirst", first.given), *whole]


# Files -----------------------------------------------------------------------------------------


def csl_file(sources: Iterable[Source]) -> str:
    """The sources as the text of a CSL-JSON file."""
    return json.dumps([csl_json(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def bibtex_file(sources: Iterable[Source]) -> str:
    """The sources as the text of a BibTeX file."""
    return "\n".join(bibtex(source) for source in sources)


def ris_file(sources: Iterable[Source]) -> str:
    """The sources as the text of a RIS file."""
    return "".join(ris(source) for source in sources)


# By the ending of the file's name.
FORMATS: dict[str, Callable[[Iterable[Source]], str]] = {
    "json": csl_file,
    "bib": bibtex_file,
    "ris": ris_file,
}
