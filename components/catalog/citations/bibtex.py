"""Sources as BibTeX entries, in UTF-8."""

from __future__ import annotations

import re
from urllib.parse import quote

from components.catalog.citations.csl import first_date, one_line
from components.catalog.citations.parts import dashed
from components.catalog.models import Name, Source

_BIBTEX_TYPES = {
    "book": "book", "chapter": "incollection", "entry-encyclopedia": "incollection",
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "pamphlet": "booklet", "report": "techreport", "manuscript": "unpublished",
}  # fmt: skip
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(source: Source) -> str:
    """The source as a BibTeX entry in UTF-8; titles in double braces keep their capitals."""
    date = first_date(source.issued)
    fields = {
        "author": _bibtex_names(source.author),
        "editor": _bibtex_names(source.editor),
        "translator": _bibtex_names(source.translator),
        "title": f"{{{_tex(source.title)}}}",
        **_bibtex_container(source),
        "volume": _tex(source.volume),
        "number": _tex(source.issue or source.number),
        "pages": _tex(dashed(source.page)).replace("–", "--"),
        "edition": _tex(source.edition),
        "address": _tex(source.publisher_place),
        "year": str(date[0]) if date else _tex(source.issued.text if source.issued else ""),
        "language": _tex(source.language),
        "doi": _tex_address(source.DOI),
        "isbn": _tex(source.ISBN),
        "url": _tex_address(source.URL),
        "urldate": "-".join(f"{number:02d}" for number in first_date(source.accessed)),
        "note": _tex(", ".join(filter(None, (source.archive_location, source.archive)))),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    if len(date) > 1:
        lines.append(f"  month = {_MONTHS[date[1] - 1]},")
    return f"@{_bibtex_type(source)}{{{source.id},\n" + "\n".join(lines) + "\n}\n"


def _bibtex_type(source: Source) -> str:
    if source.type == "thesis":
        return "mastersthesis" if "master" in (source.genre or "").lower() else "phdthesis"
    return _BIBTEX_TYPES.get(source.type, "misc")


def _bibtex_container(source: Source) -> dict[str, str]:
    """BibTeX has a name of its own for the whole and the house of every kind."""
    kind = _bibtex_type(source)
    whole = {"article": "journal", "incollection": "booktitle"}.get(kind, "howpublished")
    house = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
    return {
        whole: _tex(source.container_title),
        "series": _tex(source.collection_title),
        house.get(kind, "publisher"): _tex(source.publisher),
        "type": _tex(source.genre),
    }


def _bibtex_names(names: tuple[Name, ...]) -> str:
    return " and ".join(
        f"{{{_tex(name.literal)}}}" if name.literal else _bibtex_person(name) for name in names
    )


def _bibtex_person(name: Name) -> str:
    """Each part in braces of its own where it holds the word or sign that parts names."""
    family, given = (_kept_together(_tex(text)) for text in (name.family, name.given))
    last = f"{_tex(name.particle)} {family}" if name.particle else family
    return f"{last}, {given}" if last and given else last or given


def _kept_together(text: str) -> str:
    return f"{{{text}}}" if "," in text or re.search(r"\band\b", text) else text


def _tex(text: str | None) -> str:
    return "".join(_TEX.get(sign, sign) for sign in one_line(text))


def _tex_address(text: str | None) -> str:
    """Addresses are read verbatim; only what would unbalance the entry is percent-encoded."""
    return quote(one_line(text), safe=":/?#[]@!$&'()*+,;=%~-._")
