"""The vocabulary and the records that events point to: places, people, organisations, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from components.catalog.models_base import (
    CountryId,
    Date,
    Id,
    Number,
    Record,
    TendencyId,
    Text,
    described,
)
from components.catalog.models_events import Citation


class Term(Record):
    """An entry of the vocabulary: a country, theme or kind."""

    id: Id
    label: Text
    definition: Text


class Tendency(Record):
    """A political current. The broadest ones carry colour and mark, the narrower inherit them."""

    id: Id
    label: Text
    definition: Text
    broader: TendencyId | None = described("The tendency it is a part of.", default=None)
    slot: Literal["rust", "green", "blue", "purple", "ochre", "petrol", "stone"] | None = described(
        "Hue and shape of its mark; only where `broader` is empty.", default=None
    )


class Vocabulary(Record):
    """The words by which a catalogue is filtered; order is display order."""

    countries: tuple[Term, ...]
    tendencies: tuple[Tendency, ...]
    themes: tuple[Term, ...]
    kinds: tuple[Term, ...]


class Place(Record):
    """Where something happened."""

    id: Id
    label: Text
    country: CountryId = described("Id of a country in the vocabulary.")
    lat: Number = described("Degrees north.", ge=-90, le=90)
    lon: Number = described("Degrees east.", ge=-180, le=180)
    extent: Literal["site", "town", "region"] = described("How exact the point is.", default="town")
    aliases: tuple[Text, ...] = described("Other spellings and scripts.", default=())
    note: Text | None = None


class Agent(Record):
    """A person or an organisation."""

    id: Id
    label: Text = described("Name as used here.", "Jeanne Morel")
    dates: Date | None = described("Life or existence, EDTF interval.", "1861/1931", default=None)
    original: Text | None = described("Name in its own script or language.", default=None)
    lang: Text | None = described("BCP 47 tag of `original`.", "ru", default=None)
    aliases: tuple[Text, ...] = described("Other spellings and short forms.", default=())
    tendencies: tuple[TendencyId, ...] = described("Currents it belonged to.", default=())
    note: Text = described("One or two sentences.")
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = described(
        "Number of its Wikidata item.", "Q1", default=None
    )
    sources: tuple[Citation, ...] = ()


class Name(Record):
    """A CSL name: a person's two parts, or `literal` for a body."""

    family: Text | None = None
    given: Text | None = None
    particle: Text | None = None
    literal: Text | None = None


class Source(Record):
    """A CSL item in YAML (what Zotero and Pandoc read), with what we saw of it.

    CSL writes hyphens in field names; here they are aliases of the Python names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    id: Id
    type: Literal[
        "book",
        "chapter",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "thesis",
        "pamphlet",
        "webpage",
        "entry-encyclopedia",
        "legal_case",
        "legislation",
        "manuscript",
        "report",
        "speech",
        "personal_communication",
    ]
    title: Text
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: Text | None = Field(None, alias="container-title")
    collection_title: Text | None = Field(None, alias="collection-title")
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    edition: Text | None = None
    number: Text | None = None
    publisher: Text | None = None
    publisher_place: Text | None = Field(None, alias="publisher-place")
    issued: Date | None = described("EDTF.", "1983", default=None)
    original_date: Date | None = Field(None, alias="original-date")
    archive: Text | None = None
    archive_location: Text | None = Field(None, alias="archive_location")
    genre: Text | None = None
    language: Text | None = described("BCP 47 tag.", "en", default=None)
    URL: Annotated[str, Field(pattern=r"^https?://")] | None = described(
        "Address, with http:// or https:// in front.", default=None
    )
    DOI: Text | None = None
    ISBN: Text | None = None
    seen: Literal["whole", "part", "not-seen"] = described("How much of the text was seen.", "part")
    note: Text | None = None
