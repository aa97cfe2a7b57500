"""What a Chicago citation says of each kind of source, a note and an entry side by side.

Every kind is described once, as groups: between them a note has commas (and round brackets around
some), an entry has full stops. To add a kind: its function here, its line in `_KINDS`, a test.
Sections are those of The Chicago Manual of Style, 17th ed. (CMOS).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from components.catalog.citations.parts import (
    dashed,
    date_text,
    is_page,
    italic,
    listed,
    names_in_entry,
    names_in_note,
    names_inside,
    quoted,
)
from components.catalog.models import Source

ITALIC_TITLES = ("book", "pamphlet", "report", "legal_case")
ROMAN_TITLES = ("legislation", "personal_communication")
IN_A_BOOK = ("chapter", "speech", "entry-encyclopedia")
PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")


class Group(NamedTuple):
    """What a note separates by commas, or puts in brackets, and an entry by full stops."""

    text: str
    in_brackets: bool = False


TRANSLATED = re.compile(r"([^\[].*\S) (\[[^\[\]]+\])")
_DESCRIPTION = re.compile(
    r"(?:Minutes|Memorandum|Description) (?:of|by) .+|(?:.+ )?(?:Papers|Manuscripts|Collection)"
)
_REVISED = re.compile(r"last (?:modified|updated|revised|edited)")


def groups(source: Source, entry: bool, locator: str) -> list[Group]:
    """The groups of a note or, where `entry`, of a bibliography entry; some may be empty."""
    is_within = source.container_title is not None and source.type in IN_A_BOOK
    if is_within and source.type == "entry-encyclopedia" and not source.author:
        return [*_looked_up(source, entry, locator), _link(source)]
    kind = _chapter if is_within else _KINDS.get(source.type, _book)
    who, title = Group(_who(source, entry)), Group(title_of(source, source.title))
    if to := addressed(source):
        word = "" if source.genre else "letter "
        who, title = (who, Group(f"{word}to {to}")) if entry else (Group(""), title)
    return [who, title, *kind(source, entry, locator), _link(source)]


def addressed(source: Source) -> str:
    """To whom a letter is whose title names its writer (`Anne Goff to the port`), or nothing.

    Such a title says who wrote it, so no name stands before it in a note (CMOS 14.111).
    """
    if source.type not in ("manuscript", "personal_communication") or not source.author:
        return ""
    head = f"{names_in_note(source.author)} to "
    return source.title.removeprefix(head) if source.title.startswith(head) else ""


def owner_of(source: Source) -> str:
    """Whose page it is: what an unsigned web page is listed under (CMOS 14.207), or nothing."""
    signed = source.author or source.editor or source.translator
    return "" if source.type != "webpage" or signed else source.publisher or ""


def title_of(source: Source, title: str) -> str:
    """The title as its kind is set: whole works italic, parts quoted, laws and letters plain.

    A title that a cataloguer supplied in square brackets is a description, and plain (CMOS 14.22);
    so is a translation in brackets after the title (CMOS 14.99), a letter named after its writer
    and reader, and what a manuscript is called in general words (CMOS 14.222).
    """
    if translated := TRANSLATED.fullmatch(title):
        return f"{title_of(source, translated[1])} {translated[2]}"
    is_described = source.type == "manuscript" and _DESCRIPTION.fullmatch(title)
    if is_described or addressed(source) or (title.startswith("[") and title.endswith("]")):
        return title
    if source.type in ROMAN_TITLES:
        return title
    return italic(title) if source.type in ITALIC_TITLES else quoted(title)


# Kinds -----------------------------------------------------------------------------------------


def _book(source: Source, entry: bool, locator: str) -> list[Group]:
    finest = "day" if source.type in ("pamphlet", "report") else "year"
    return [
        Group(_editors(source, entry) if source.author else ""),
        Group(_translators(source, entry) if source.author or source.editor else ""),
        Group(_edition(source)),
        Group(_volume(source)),
        Group(_series(source)),
        *_imprint(source, entry, finest),
        Group(locator),
        _archive(source),
    ]


def _chapter(source: Source, entry: bool, locator: str) -> list[Group]:
    within = (
        f"in {italic(source.container_title)}",
        _edition(source),
        f"vol. {source.volume}" if source.volume else "",
        _editors(source, entry),
        _translators(source, entry),
        dashed(source.page) if entry else "",
    )
    tail = (*_imprint(source, entry, "year"), Group(locator), _archive(source))
    return [Group(listed(within)), Group(_series(source)), *tail]


def _looked_up(source: Source, entry: bool, locator: str) -> list[Group]:
    """An unsigned article of a work in alphabetical order (CMOS 14.232, online 14.233)."""
    work = listed((italic(source.container_title), _edition(source)))
    word = f"s.v. {quoted(source.title)}"
    imprint = _imprint(source, entry, "year") if source.issued else []
    read = Group("" if source.issued else _web_date(source))
    if entry:
        return [Group(listed((work, word))), *imprint, read]
    return [Group(work), *imprint, Group(word), read, Group(locator)]


def _journal(source: Source, entry: bool, locator: str) -> list[Group]:
    name = f"{italic(source.container_title)} {source.volume or ''}".strip()
    issue = f"no. {source.issue}" if source.issue else ""
    date = date_text(source.issued)
    dated = f"{listed((name, issue))} ({date})" if name or issue else date
    place = dashed(source.page) if entry else locator
    return [Group(f"{dated}: {place}" if place and is_page(place) else listed((dated, place)))]


def _paper(source: Source, entry: bool, locator: str) -> list[Group]:
    """A newspaper or magazine, known by its date (CMOS 14.189); with a volume, like a journal."""
    if source.volume:
        return _journal(source, entry, locator)
    town = f" ({source.publisher_place})" if source.publisher_place else ""
    name = "" if _is_unsigned_entry(source, entry) else f"{italic(source.container_title)}{town}"
    issue = f"no. {source.issue}" if source.issue else ""
    place = "" if entry else locator
    return [Group(listed((name, issue, date_text(source.issued), place)))]


def _lecture(source: Source, entry: bool, locator: str) -> list[Group]:
    """A thesis, or a speech that is in no book: `(PhD diss., University of Ys, 1978)`."""
    is_thesis = source.type == "thesis"
    what = source.genre or ("PhD diss." if is_thesis else "speech")
    date = date_text(source.issued, "year" if is_thesis else "day")
    given = listed((what, source.publisher, source.publisher_place, date))
    return [Group(given, True), Group(locator), _archive(source)]


def _webpage(source: Source, entry: bool, locator: str) -> list[Group]:
    is_named = source.publisher == _who(source, False) or (entry and owner_of(source))
    owner = "" if is_named else source.publisher
    site = listed((source.container_title, owner))
    return [Group(site), Group(_web_date(source)), Group(locator)]


def _web_date(source: Source) -> str:
    """When a page was published or changed; of one without a date when it was read (CMOS 14.207).

    "n.d." is for prints (CMOS 14.145).
    """
    if source.issued:
        word = source.genre if _REVISED.fullmatch(source.genre or "") else ""
        return f"{word} {date_text(source.issued)}".strip()
    return f"accessed {date_text(source.accessed)}" if source.accessed else ""


def _law(source: Source, entry: bool, locator: str) -> list[Group]:
    """A law or case: number, volume and page in a gazette or reporter (CMOS 14.276, 14.281)."""
    gazette = " ".join(filter(None, (source.volume, source.container_title)))
    issue = f"no. {source.issue}" if source.issue else ""
    if source.URL and not (source.volume or issue or source.page or source.number):
        return _webpage(source, entry, locator)  # What stands on a site is in no gazette.
    gazette = listed((gazette, issue)) + (f" {source.page}" if source.page else "")
    court = " ".join(filter(None, (source.publisher, date_text(source.issued))))
    is_pinpoint = bool(gazette) and is_page(locator)
    found = listed((source.number, gazette, locator if is_pinpoint else ""))
    dated = Group(f"{found} ({court})") if found else Group(court, True)
    return [dated, Group("" if is_pinpoint else locator), _archive(source)]


def _manuscript(source: Source, entry: bool, locator: str) -> list[Group]:
    """From the particular to the general: piece, collection, box, archive (CMOS 14.222)."""
    # A note says that it has no date, an entry does not.
    dated = listed((source.genre, date_text(source.issued) if source.issued or not entry else ""))
    return [Group(dated), Group(locator), Group(source.container_title or ""), _archive(source)]


_KINDS = {
    "article-journal": _journal,
    "article-magazine": _paper,
    "article-newspaper": _paper,
    "thesis": _lecture,
    "speech": _lecture,
    "webpage": _webpage,
    "legislation": _law,
    "legal_case": _law,
    "manuscript": _manuscript,
    "personal_communication": _manuscript,
}


# What several kinds say ------------------------------------------------------------------------


def _who(source: Source, entry: bool) -> str:
    """Who stands first: authors; of a book without one its editors or translators."""
    listing = names_in_entry if entry else names_in_note
    if source.author:
        return listing(source.author)
    if _is_unsigned_entry(source, entry):
        return italic(source.container_title)
    if entry and owner_of(source):
        return owner_of(source)
    if source.container_title and source.type in (*IN_A_BOOK, *PERIODICALS):
        return ""  # The editors are those of the whole.
    if source.editor:
        return f"{listing(source.editor)}, {'ed.' if len(source.editor) == 1 else 'eds.'}"
    return f"{listing(source.translator)}, trans." if source.translator else ""


def _is_unsigned_entry(source: Source, entry: bool) -> bool:
    """An unsigned newspaper article stands under its newspaper (CMOS 14.199)."""
    unsigned = not source.author and source.container_title is not None
    return entry and unsigned and source.type == "article-newspaper"


def _editors(source: Source, entry: bool) -> str:
    word = "edited by" if entry else "ed."
    return f"{word} {names_inside(source.editor, entry)}" if source.editor else ""


def _translators(source: Source, entry: bool) -> str:
    word = "translated by" if entry else "trans."
    return f"{word} {names_inside(source.translator, entry)}" if source.translator else ""


def _edition(source: Source) -> str:
    number = source.edition or ""
    if not number.isdigit():
        return number
    is_teen = number[-2:-1] == "1"
    ending = "th" if is_teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{ending} ed."


def _volume(source: Source) -> str:
    """A volume, and the work it is a volume of (CMOS 14.119)."""
    whole = italic(source.container_title)
    if not source.volume:
        return f"in {whole}" if whole else ""
    return f"vol. {source.volume} of {whole}" if whole else f"vol. {source.volume}"


def _series(source: Source) -> str:
    number = source.number or ""
    if source.type == "report" and source.genre:
        return listed((f"{source.genre} {number}".strip(), source.collection_title))
    number = f"no. {number}" if number.isdigit() else number
    return listed((source.collection_title, number))


def _imprint(source: Source, entry: bool, finest: str) -> list[Group]:
    """Place, publisher, date; before it the year of the first edition (CMOS 14.114)."""
    house = ": ".join(filter(None, (source.publisher_place, source.publisher)))
    printed = listed((house, date_text(source.issued, finest)))
    if not source.original_date:
        return [Group(printed, True)]
    first = date_text(source.original_date, "year")
    if not house and not source.issued:
        return [Group(first, True)]
    if source.translator:  # Not a reprint: the year is that of the original.
        return [Group(first), Group(printed)] if entry else [Group(f"{first}; {printed}", True)]
    if entry:
        return [Group(first), Group(f"reprint, {printed}")]
    return [Group(f"{first}; repr., {printed}", True)]


def _archive(source: Source) -> Group:
    return Group(listed((source.archive_location, source.archive)))


def _link(source: Source) -> Group:
    if source.DOI:
        return Group(f"https://doi.org/{source.DOI}")
    return Group(source.URL or "")
