"""What a Chicago citation says of each kind of source, a note and an entry side by side.

Every kind is described once, as groups: between them a note has commas (and round brackets around
some), an entry has full stops. To add a kind: its function here, its line in `_KINDS`, a test.
Sections are those of The Chicago Manual of Style, 17th ed. (CMOS).
"""

from __future__ import annotations

import re

from components.catalog.citations.elements import (
    IN_A_BOOK,
    Group,
    archive,
    edition,
    editors,
    imprint,
    is_unsigned_entry,
    link,
    owner_of,
    paper,
    series,
    translators,
    volume,
    who,
)
from components.catalog.citations.parts import dashed, date_text, is_page, italic, listed, quoted
from components.catalog.citations.titles import addressed, is_description, title_of
from components.catalog.models import Source

_REVISED = re.compile(r"last (?:modified|updated|revised|edited)")
_ENDS_IN_AN_INITIAL = re.compile(r"\b[^\W\d_]\.$")


def groups(source: Source, entry: bool, locator: str) -> list[Group]:
    """The groups of a note or, where `entry`, of a bibliography entry; some may be empty."""
    is_within = source.container_title is not None and source.type in IN_A_BOOK
    if is_within and source.type == "entry-encyclopedia" and not source.author:
        return [*_looked_up(source, entry, locator), link(source)]
    kind = _chapter if is_within else _KINDS.get(source.type, _book)
    return [*_head(source, entry), *kind(source, entry, locator), link(source)]


def _head(source: Source, entry: bool) -> list[Group]:
    """Who and what; of a letter that is named after both, its title alone or its writer first."""
    first, title = who(source, entry), title_of(source, source.title)
    if to := addressed(source):
        word = "" if source.genre else "letter "
        return [Group(first), Group(f"{word}to {to}")] if entry else [Group(title)]
    if entry and _ENDS_IN_AN_INITIAL.search(first) and is_description(source, source.title):
        # A full stop would be read as the initial's own: “House, Edward M., Papers.”
        return [Group(listed((first, title)))]
    return [Group(first), Group(title)]


# Kinds -----------------------------------------------------------------------------------------


def _book(source: Source, entry: bool, locator: str) -> list[Group]:
    finest = "day" if source.type in ("pamphlet", "report") else "year"
    return [
        Group(editors(source, entry) if source.author else ""),
        Group(translators(source, entry) if source.author or source.editor else ""),
        Group(edition(source)),
        Group(volume(source)),
        Group(series(source)),
        *imprint(source, entry, finest),
        Group(locator),
        archive(source),
    ]


def _chapter(source: Source, entry: bool, locator: str) -> list[Group]:
    within = (
        f"in {italic(source.container_title)}",
        edition(source),
        f"vol. {source.volume}" if source.volume else "",
        editors(source, entry),
        translators(source, entry),
        dashed(source.page) if entry else "",
    )
    tail = (*imprint(source, entry, "year"), Group(locator), archive(source))
    return [Group(listed(within)), Group(series(source)), *tail]


def _looked_up(source: Source, entry: bool, locator: str) -> list[Group]:
    """An unsigned article of a work in alphabetical order (CMOS 14.232, online 14.233)."""
    work = listed((italic(source.container_title), edition(source)))
    word = f"s.v. {quoted(source.title)}"
    printed = imprint(source, entry, "year") if source.issued else []
    read = Group("" if source.issued else _web_date(source))
    if entry:
        return [Group(listed((work, word))), *printed, read]
    return [Group(work), *printed, Group(word), read, Group(locator)]


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
    name = "" if is_unsigned_entry(source, entry) else paper(source)
    issue = f"no. {source.issue}" if source.issue else ""
    place = "" if entry else locator
    return [Group(listed((name, issue, date_text(source.issued), place)))]


def _lecture(source: Source, entry: bool, locator: str) -> list[Group]:
    """A thesis, or a speech that is in no book: `(PhD diss., University of Ys, 1978)`."""
    is_thesis = source.type == "thesis"
    what = source.genre or ("PhD diss." if is_thesis else "speech")
    date = date_text(source.issued, "year" if is_thesis else "day")
    given = listed((what, source.publisher, source.publisher_place, date))
    return [Group(given, True), Group(locator), archive(source)]


def _webpage(source: Source, entry: bool, locator: str) -> list[Group]:
    is_named = source.publisher == who(source, False) or (entry and owner_of(source))
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
    # A section stands with the number of the law, a page with the pages of the gazette.
    section = locator if source.number and locator.startswith("§") else ""
    found = listed((source.number, section, gazette, locator if is_pinpoint else ""))
    dated = Group(f"{found} ({court})") if found else Group(court, True)
    return [dated, Group("" if is_pinpoint or section else locator), archive(source)]


def _manuscript(source: Source, entry: bool, locator: str) -> list[Group]:
    """From the particular to the general: piece, collection, box, archive (CMOS 14.222)."""
    # A note says that it has no date, an entry does not.
    date = date_text(source.issued) if source.issued or not entry else ""
    dated = Group(listed((source.genre, date)), is_close=not source.genre and date.startswith("["))
    return [dated, Group(locator), Group(source.container_title or ""), archive(source)]


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
