"""How the title of a source is set, and which titles name a letter's writer and reader.

Sections are those of The Chicago Manual of Style, 17th ed. (CMOS).
"""

from __future__ import annotations

import re

from components.catalog.citations.parts import italic, names_in_note, quoted
from components.catalog.models import Source

ITALIC_TITLES = ("book", "pamphlet", "report", "legal_case")
ROMAN_TITLES = ("legislation", "personal_communication")
TRANSLATED = re.compile(r"([^\[].*\S) (\[[^\[\]]+\])")
_DESCRIPTION = re.compile(
    r"(?i:Minutes|Memorandum|Description) (?:of|by) .+|(?:.+ )?(?:Papers|Manuscripts|Collection)"
)


def addressed(source: Source) -> str:
    """To whom a letter is whose title names its writer (`Anne Goff to the port`), or nothing.

    Such a title says who wrote it, so no name stands before it in a note (CMOS 14.111).
    """
    if source.type not in ("manuscript", "personal_communication") or not source.author:
        return ""
    head = f"{names_in_note(source.author)} to "
    return source.title.removeprefix(head) if source.title.startswith(head) else ""


def title_of(source: Source, title: str) -> str:
    """The title as its kind is set: whole works italic, parts quoted, laws and letters plain.

    A title that a cataloguer supplied in square brackets is a description, and plain (CMOS 14.22);
    so is a translation in brackets after the title (CMOS 14.99), a letter named after its writer
    and reader, and what a manuscript is called in general words (CMOS 14.222).
    """
    if translated := TRANSLATED.fullmatch(title):
        return f"{title_of(source, translated[1])} {translated[2]}"
    if is_description(source, title) or addressed(source) or source.type in ROMAN_TITLES:
        return title
    return italic(title) if source.type in ITALIC_TITLES else quoted(title)


def is_description(source: Source, title: str) -> bool:
    """Whether a title says what the thing is, and is no name of it."""
    is_general = source.type == "manuscript" and _DESCRIPTION.fullmatch(title) is not None
    return is_general or (title.startswith("[") and title.endswith("]"))
