"""Header, vocabulary and collections: what all other records stand on.

Without them nothing could be served; so what is missing or wrong in them is reported, and filled
in with plain stand-ins made of ids and folders' names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from components.catalog.models import Collection, Header, Record, Tendency, Term
from components.catalog.problems import Fault, did_you_mean, quoted
from components.catalog.reading.entries import Entry
from components.catalog.reading.files import ContentFile
from components.catalog.reading.gathering import Gathering, id_in
from components.catalog.reading.shapes import salvaged, shaped

# The lists of `vocabulary.yaml`: the kind of record in each, and its model.
TERMS: dict[str, tuple[str, type[Record]]] = {
    "countries": ("country", Term),
    "tendencies": ("tendency", Tendency),
    "themes": ("theme", Term),
    "kinds": ("kind", Term),
}
_NO_COLLECTION = "no-collection"  # an empty folder has none, a header needs one
NO_DEFINITION = "No definition could be read."


def read_header(
    gathering: Gathering, file: ContentFile | None, collections: list[str], title: str
) -> Header:
    """`catalog.yaml`; what is missing in it is filled in from the folder itself."""
    instead = {
        "title": title,
        "question": title,
        "description": title,
        "language": "en",
        "licence": "–",
        "cite": title,
        "version": "–",
        "collections": collections or [_NO_COLLECTION],
    }
    header = Header.model_validate(instead)
    for entry in gathering.entries(file) if file else ():
        header, faults = salvaged(Header, entry.raw, instead)
        gathering.where["catalog", ""] = (file.name, *entry.place())
        gathering.faults("catalog", entry, file, faults)
    is_empty = header.collections == (_NO_COLLECTION,)
    return header.model_copy(update={"collections": ()}) if is_empty else header


def read_vocabulary(gathering: Gathering, file: ContentFile) -> None:
    """The four lists of terms; a term with a fault is mended, not left out."""
    for entry in gathering.entries(file):
        given = entry.raw if isinstance(entry.raw, dict) else {}
        gathering.faults("vocabulary", entry, file, list(_wrong_lists(entry.raw)))
        for section, terms in given.items():
            if section in TERMS and isinstance(terms, list):
                _read_terms(gathering, section, entry, file)


def _wrong_lists(raw: Any) -> Iterator[Fault]:
    if not isinstance(raw, dict):
        yield Fault((), "wrong-value", f"the file should hold the lists {', '.join(TERMS)}")
        return
    for name, terms in raw.items():
        if name not in TERMS:
            hint = did_you_mean(name, TERMS) or f"Lists here: {', '.join(TERMS)}."
            yield Fault((name,), "unknown-field", f"unknown list {quoted(name)}", hint, at_key=True)
        elif not isinstance(terms, list):
            yield Fault((name,), "wrong-value", "must be a list")
    missing = [name for name in TERMS if name not in raw]
    if missing and not any(did_you_mean(name, missing) for name in raw):
        yield Fault((), "missing-field", f"missing: {', '.join(missing)}")


def _read_terms(gathering: Gathering, section: str, entry: Entry, file: ContentFile) -> None:
    kind, model = TERMS[section]
    gathering.absent.discard(kind)
    for term in gathering.while_hopeful(kind, file, entry.inside(section)):
        raw, identifier = term.raw, id_in(term.raw)
        record, faults = shaped(model, raw)
        if record is None and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", identifier):
            record, faults = salvaged(model, raw, stand_in_term(kind, identifier))
        gathering.faults(kind, term, file, faults)
        if record is not None and gathering.is_new(kind, term, file, record):
            gathering.keep(kind, record, term.place(), file)


def read_collection(gathering: Gathering, file: ContentFile) -> None:
    """A `collection.yaml`; its folder's name is its id."""
    for entry in gathering.entries(file):
        record, faults = salvaged(Collection, entry.raw, stand_in_collection(file.collection))
        if record.id != file.collection:
            what = f"the folder is named “{file.collection}”"
            faults.append(Fault(("id",), "wrong-id", what, "Mend one of the two."))
        gathering.faults("collection", entry, file, faults)
        record = record.model_copy(update={"id": file.collection})
        gathering.keep("collection", record, entry.place(), file)


def stand_in_term(kind: str, identifier: str) -> dict[str, str]:
    """Fields for a term of which no more than its id is known."""
    fields = {"id": identifier, "label": spoken(identifier), "definition": NO_DEFINITION}
    return fields | {"slot": "stone"} if kind == "tendency" else fields


def stand_in_collection(folder: str) -> dict[str, str]:
    """Fields for a collection of which no more than its folder is known; its span is open."""
    return {"id": folder, "title": spoken(folder), "span": "../..", "description": spoken(folder)}


def spoken(identifier: str) -> str:
    """An id as words: `workers-control` is “Workers control”."""
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]
