"""What the citations of several kinds have in common: who, edition, volume, series, imprint, where.

Sections are those of The Chicago Manual of Style, 17th ed. (CMOS).
"""

from __future__ import annotations

from typing import NamedTuple

from components.catalog.citations.parts import (
    date_text,
    italic,
    listed,
    names_in_entry,
    names_in_note,
    names_inside,
)
from components.catalog.models import Source

IN_A_BOOK = ("chapter", "speech", "entry-encyclopedia")
PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")


class Group(NamedTuple):
    """What a note separates by commas, or puts in brackets, and an entry by full stops.

    is_close: it has brackets of its own, and no comma before it in a note
    """

    text: str
    in_brackets: bool = False
    is_close: bool = False


def owner_of(source: Source) -> str:
    """Whose page it is: what an unsigned web page is listed under (CMOS 14.207), or nothing."""
    signed = source.author or source.editor or source.translator
    return "" if source.type != "webpage" or signed else source.publisher or ""


def who(source: Source, entry: bool) -> str:
    """Who stands first: authors; of a book without one its editors or translators."""
    listing = names_in_entry if entry else names_in_note
    if source.author:
        return listing(source.author)
    if is_unsigned_entry(source, entry):
        return paper(source)
    if entry and owner_of(source):
        return owner_of(source)
    if source.container_title and source.type in (*IN_A_BOOK, *PERIODICALS):
        return ""  # The editors are those of the whole.
    if source.editor:
        return f"{listing(source.editor)}, {'ed.' if len(source.editor) == 1 else 'eds.'}"
    return f"{listing(source.translator)}, trans." if source.translator else ""


def is_unsigned_entry(source: Source, entry: bool) -> bool:
    """An unsigned newspaper article stands under its newspaper (CMOS 14.199)."""
    unsigned = not source.author and source.container_title is not None
    return entry and unsigned and source.type == "article-newspaper"


def paper(source: Source) -> str:
    """A newspaper or magazine, with its town where that is not in its name (CMOS 14.193)."""
    town = f" ({source.publisher_place})" if source.publisher_place else ""
    return f"{italic(source.container_title)}{town}"


def editors(source: Source, entry: bool) -> str:
    """`ed.` or, in an entry, `edited by` with all of them; nothing for none."""
    word = "edited by" if entry else "ed."
    return f"{word} {names_inside(source.editor, entry)}" if source.editor else ""


def translators(source: Source, entry: bool) -> str:
    """`trans.` or, in an entry, `translated by` with all of them; nothing for none."""
    word = "translated by" if entry else "trans."
    return f"{word} {names_inside(source.translator, entry)}" if source.translator else ""


def edition(source: Source) -> str:
    """A number as an ordinal, `2nd ed.`; words as they are."""
    number = source.edition or ""
    if not number.isdigit():
        return number
    is_teen = number[-2:-1] == "1"
    ending = "th" if is_teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{ending} ed."


def volume(source: Source) -> str:
    """A volume, and the work it is a volume of (CMOS 14.119)."""
    whole = italic(source.container_title)
    if not source.volume:
        return f"in {whole}" if whole else ""
    return f"vol. {source.volume} of {whole}" if whole else f"vol. {source.volume}"


def series(source: Source) -> str:
    """The series and the number in it, or of a report its kind and number."""
    number = source.number or ""
    if source.type == "report" and source.genre:
        return listed((f"{source.genre} {number}".strip(), source.collection_title))
    number = f"no. {number}" if number.isdigit() else number
    return listed((source.collection_title, number))


def imprint(source: Source, entry: bool, finest: str) -> list[Group]:
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


def archive(source: Source) -> Group:
    """Where the thing lies: signature, then archive."""
    return Group(listed((source.archive_location, source.archive)))


def link(source: Source) -> Group:
    """The DOI as an address, else the URL."""
    if source.DOI:
        return Group(f"https://doi.org/{source.DOI}")
    return Group(source.URL or "")
