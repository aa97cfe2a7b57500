"""What an entry of BibTeX takes from another: `crossref` of BibTeX and BibLaTeX, and `xdata`.

A part takes what it lacks of the whole: where and by whom that was published, its editors, its
title as the title of the whole. Source of the rules: BibTeXing, 4; biblatex manual, Appendix B.
"""

from __future__ import annotations

from collections.abc import Mapping

from components.catalog.imports.bibtex_entries import Entry

_TAKEN = (
    "booktitle", "editor", "translator", "publisher", "organization", "institution", "school",
    "address", "location", "year", "date", "month", "series", "volume", "number", "edition", "isbn",
    "journal", "journaltitle", "language", "langid",
)  # fmt: skip
_PARTS = ("inbook", "incollection", "inproceedings", "conference", "inreference", "bookinbook")
_DEEPEST = 5


def inherited(entry: Entry, by_key: Mapping[str, Entry]) -> tuple[dict[str, str], list[str]]:
    """The fields of an entry with what it takes from others, and the keys that no entry has."""
    fields, missing = dict(entry.fields), []
    of_data, of_parents = _followed(entry, by_key, "xdata"), _followed(entry, by_key, "crossref")
    for key, found in of_data:
        if found is None:
            missing.append(key)
        else:
            fields = {**found.fields, **fields}
    for key, found in of_parents:
        if found is None:
            missing.append(key)
        else:
            fields = {**_of_the_whole(entry.kind, found), **fields}
    return fields, missing


def _followed(
    entry: Entry, by_key: Mapping[str, Entry], name: str
) -> list[tuple[str, Entry | None]]:
    """The entries that a field names, and those that they name in turn, nearest first."""
    followed: dict[str, Entry | None] = {}
    keys = _keys(entry, name)
    for _ in range(_DEEPEST):
        new = [key for key in keys if key not in followed]
        followed |= {key: by_key.get(key.lower()) for key in new}
        keys = [key for one in new if (found := followed[one]) for key in _keys(found, name)]
    return list(followed.items())


def _keys(entry: Entry, name: str) -> list[str]:
    return [key.strip() for key in entry.fields.get(name, "").split(",") if key.strip()]


def _of_the_whole(kind: str, whole: Entry) -> dict[str, str]:
    fields = whole.fields
    taken = {name: fields[name] for name in _TAKEN if name in fields}
    title = ": ".join(filter(None, (fields.get("title"), fields.get("subtitle"))))
    if kind in _PARTS and title:
        taken.setdefault("booktitle", title)
    elif kind == "article" and title and "journal" not in fields:
        taken.setdefault("journaltitle", title)
    if kind == "inbook" and "author" in fields:
        taken["author"] = fields["author"]
    return taken
