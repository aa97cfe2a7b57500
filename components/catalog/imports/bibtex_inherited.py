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
_MOST = 20  # entries from which one takes, those of those included: nobody writes more


def inherited(entry: Entry, by_key: Mapping[str, Entry]) -> tuple[dict[str, str], list[str]]:
    """The fields of an entry with what it takes from others, and what is to be said of that."""
    fields, told = dict(entry.fields), []
    for name in ("xdata", "crossref"):
        followed, is_cut = _followed(entry, by_key, name)
        for key, found in followed.items():
            if found is None:
                told.append(f"it takes what it lacks from “{key}”, which is not in the file")
            elif name == "xdata":
                fields = {**found.fields, **fields}
            else:
                fields = {**_of_the_whole(entry.kind, found), **fields}
        if is_cut:
            told.append(f"of the entries that its {name} leads to {_MOST} are read")
    return fields, told


def _followed(
    entry: Entry, by_key: Mapping[str, Entry], name: str
) -> tuple[dict[str, Entry | None], bool]:
    """The entries that a field names, and those that they name in turn, nearest first."""
    followed: dict[str, Entry | None] = {}
    keys = _keys(entry, name)
    for key in keys:  # which grows while it is gone through
        if len(followed) == _MOST:
            return followed, True
        if key not in followed:
            followed[key] = by_key.get(key.lower())
            keys += _keys(followed[key], name)
    return followed, False


def _keys(entry: Entry | None, name: str) -> list[str]:
    named = entry.fields.get(name, "").split(",", _MOST + 1) if entry else []
    return [key.strip() for key in named if key.strip()]


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
