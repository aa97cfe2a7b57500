"""The vocabulary and the records that events point to: places, people, organisations, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from components.catalog.models.base import (
    CountryId,
    Date,
    Id,
    Number,
    Record,
    TendencyId,
    Text,
    described,
)
from components.catalog.models.events import Citation


class Term(Record):
    """An entry of the vocabulary: a country, theme or kind."""

    id: Id
    label: Text = described("As readers see it.", "Taking over the work")
    definition: Text = described("How the word is used here.", "Workers run it without its owner.")


class Tendency(Record):
    """A political current. The broadest ones carry colour and mark, the narrower inherit them."""

    id: Id
    label: Text = described("As readers see it.", "Syndicalists")
    definition: Text = described("Who belongs to it.", "Those who wanted unions to run the work.")
    broader: TendencyId | None = described(
        "The tendency it is a part of.", "syndicalist", default=None
    )
    slot: Literal["rust", "green", "blue", "purple", "ochre", "petrol", "stone"] | None = described(
        "Hue and shape of its mark; only where `broader` is empty.", "rust", default=None
    )


class Vocabulary(Record):
    """The words by which a catalogue is filtered; order is display order."""

    countries: tuple[Term, ...] = described("Where.")
    tendencies: tuple[Tendency, ...] = described("Who: political currents.")
    themes: tuple[Term, ...] = described("What it is about.")
    kinds: tuple[Term, ...] = described("What sort of thing happens.")


class Place(Record):
    """Where something happened."""

    id: Id
    label: Text = described("Name as used here.", "Great Quay")
    country: CountryId = described("Id of a country in the vocabulary.", "armor")
    lat: Number | None = described(
        "Degrees north; left out with `lon` where nobody knows.", 48.09, ge=-90, le=90, default=None
    )
    lon: Number | None = described("Degrees east.", -4.51, ge=-180, le=180, default=None)
    extent: Literal["site", "town", "region"] = described("How exact the point is.", default="town")
    aliases: tuple[Text, ...] = described("Other spellings and scripts.", ["Kêr-Is"], default=())
    note: Text | None = described("What the point stands for.", "The gate.", default=None)

    @property
    def point(self) -> tuple[float, float] | None:
        """(degrees north, degrees east), None where they are not known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class Agent(Record):
    """A person or an organisation."""

    id: Id
    label: Text = described("Name as used here.", "Jeanne Morel")
    dates: Date | None = described("Life or existence, EDTF interval.", "1861/1931", default=None)
    original: Text | None = described(
        "Name in its own script or language.", "Жанна Морель", default=None
    )
    lang: Text | None = described("BCP 47 tag of `original`.", "ru", default=None)
    aliases: tuple[Text, ...] = described(
        "Other spellings and short forms.", ["J. Morel"], default=()
    )
    tendencies: tuple[TendencyId, ...] = described(
        "Currents it belonged to.", ["syndicalist"], default=()
    )
    note: Text = described("One or two sentences.", "Delegate of the porters.")
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = described(
        "Number of its Wikidata item.", "Q1", default=None
    )
    sources: tuple[Citation, ...] = described("Where this can be read.", default=())


class Name(Record):
    """A CSL name: a person's two parts, or `literal` for a body."""

    family: Text | None = described("Family name.", "Goff", default=None)
    given: Text | None = described("Given names.", "Anne", default=None)
    particle: Text | None = described("What stands before the family name.", "Le", default=None)
    literal: Text | None = described("Name of a body, whole.", "Strike committee", default=None)


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
    ] = described("What sort of text it is.", "book")
    title: Text = described("Title and subtitle.", "The Quay Is Ours: Ten Months in Ys")
    author: tuple[Name, ...] = described("Who wrote it.", default=())
    editor: tuple[Name, ...] = described("Who edited it.", default=())
    translator: tuple[Name, ...] = described("Who translated it.", default=())
    container_title: Text | None = described(
        "Journal, newspaper, book or site in which it stands.",
        "Gazette of Ys",
        default=None,
        alias="container-title",
    )
    collection_title: Text | None = described(
        "Series to which it belongs.", "Drowned Towns", default=None, alias="collection-title"
    )
    volume: Text | None = described("Volume.", "12", default=None)
    issue: Text | None = described("Issue of a journal.", "3", default=None)
    page: Text | None = described("First and last page.", "44–71", default=None)
    edition: Text | None = described("Edition, where not the first.", "2", default=None)
    number: Text | None = described("Number of a report or series.", "7", default=None)
    publisher: Text | None = described(
        "Publishing house, or university of a thesis.", "Sea Press", default=None
    )
    publisher_place: Text | None = described(
        "Where it was published.", "Ys", default=None, alias="publisher-place"
    )
    issued: Date | None = described("EDTF.", "1983", default=None)
    original_date: Date | None = described(
        "When it first appeared. EDTF.", "1901-11~", default=None, alias="original-date"
    )
    accessed: Date | None = described(
        "When a page without a date was read. EDTF.", "2017-05-01", default=None
    )
    archive: Text | None = described("Who keeps it.", "Port archive of Ys", default=None)
    archive_location: Text | None = described("Where it lies there.", "Box 4", default=None)
    genre: Text | None = described("A closer word for it.", "PhD thesis", default=None)
    language: Text | None = described("BCP 47 tag.", "en", default=None)
    URL: Annotated[str, Field(pattern=r"^https?://")] | None = described(
        "Address, with http:// or https:// in front.", "https://ys.example/", default=None
    )
    DOI: Text | None = described("Digital object identifier.", "10.1000/ys.12.3", default=None)
    ISBN: Text | None = described("Book number.", "978-0-00-000000-2", default=None)
    seen: Literal["whole", "part", "not-seen"] = described("How much of the text was seen.", "part")
    note: Text | None = described("What to know about it.", "Only the second part.", default=None)
