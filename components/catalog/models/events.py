"""Events, what is cited for them, and how they are read."""

from __future__ import annotations

from typing import Literal

from components.catalog.models.base import (
    AgentId,
    CollectionId,
    CountryId,
    Date,
    DisputeId,
    EventId,
    Id,
    Importance,
    IndicatorId,
    KindId,
    OldStyleDate,
    PlaceId,
    Record,
    SourceId,
    Standing,
    TendencyId,
    Text,
    ThemeId,
    described,
)


class Citation(Record):
    """A pointer from a record to a source."""

    cite: SourceId = described("Id of a source in `sources.yaml`.", "morel-1901")
    locator: Text | None = described("Page, chapter, note or section in it.", "p. 73", default=None)
    standing: Standing = described(
        "`read`: the fact was read in this source; `cited`: read in a text that cites it; "
        "`unchecked`: from general knowledge, not looked up again.",
        "read",
    )
    via: SourceId | None = described(
        "The text in which a `cited` source was met.", "le-goff-1978", default=None
    )
    note: Text | None = described(
        "What this source adds or doubts.", "Names the committee.", default=None
    )


class Reading(Record):
    """An attributed interpretation: whose it is comes first."""

    by: Text = described("Who reads it so.", "A. Morel")
    school: Text = described("Tradition or discipline of that voice.", "social history")
    text: Text = described(
        "The reading in our own words, one or two sentences.", "It was planned for a year."
    )
    sources: tuple[Citation, ...] = described("Where it can be read.", min_length=1)


class Dispute(Record):
    """A question on which historians differ; events point to it."""

    id: Id
    question: Text = described("The question, neutrally put.", "Was the seizure planned?")
    readings: tuple[Reading, ...] = described("At least two schools.", min_length=2)


class Role(Record):
    """What one tendency did in an event."""

    tendency: TendencyId
    role: Literal["acted", "proposed", "supported", "opposed", "suppressed"] = described(
        "`suppressed` means: was suppressed.", "acted"
    )
    actors: tuple[AgentId, ...] = described(
        "People or organisations.", ["jeanne-morel"], default=()
    )
    note: Text | None = described("A few words: what exactly.", "its limits", default=None)


class Relation(Record):
    """A directed link to another event."""

    event: EventId
    how: Literal["leads-to", "part-of", "answers", "see-also"] = described(
        "What this event does with the other.", "leads-to"
    )


class Event(Record):
    """Something that happened: dated, placed, cited."""

    id: Id
    date: Date = described(
        "EDTF, New Style (Gregorian): `1901-05-14` a day, `1901-05` a month, `1901-05~` about, "
        "`1901-05?` perhaps, `1901-05/1901-07` from–to, `[1901,1902]` one of two years, `-0430` "
        "431 BCE. A year alone, and what has brackets, stands between quotes.",
        "1901-05-14",
    )
    old_style: OldStyleDate | None = described(
        "EDTF by the Julian calendar.", "1901-05-01", default=None
    )
    date_note: Text | None = described(
        "What the date means or who dates it otherwise.", "Morel has the day after.", default=None
    )
    title: Text = described(
        "A noun phrase or short sentence; at most 80 characters.",
        "Seizure of the grain store",
        max_length=100,
    )
    label: Text | None = described(
        "Shorter title for the chart.", "Grain store seized", default=None, max_length=48
    )
    kind: KindId
    place: PlaceId
    country: CountryId | None = described("Where it is not the country of the place.", default=None)
    importance: Importance = described("1 shown first … 3 shown when there is room.", 2)
    themes: tuple[ThemeId, ...] = described("What it is about.", ["takeover"], min_length=1)
    roles: tuple[Role, ...] = described("Who did what, the main actor first.", min_length=1)
    summary: Text = described(
        "Two to four neutral sentences of our own.",
        "Crews opened the store. They weighed the grain before witnesses.",
    )
    indicators: tuple[IndicatorId, ...] = described("Things counted that belong to it.", default=())
    sources: tuple[Citation, ...] = described("At least one.", min_length=1)
    disputes: tuple[DisputeId, ...] = described("Questions on which historians differ.", default=())
    readings: tuple[Reading, ...] = described("Readings of this event alone.", default=())
    unknown: Text | None = described(
        "What nobody has established, if it matters.", "Who had the keys.", default=None
    )
    related: tuple[Relation, ...] = described("Links to other events.", default=())
    aliases: tuple[Id, ...] = described("Former ids, so that old links work.", default=())


class Period(Record):
    """A stretch of time drawn behind the events."""

    label: Text = described("Its name.", "The long strike")
    short: Text | None = described("Its name where room is short.", "Strike", default=None)
    date: Date = described("EDTF, New Style; usually an interval.", "1900-05-01/1901-02-14")
    note: Text | None = described(
        "Whose period it is, and what is in doubt about its limits.",
        "Morel ends it in 1900, with the lockout.",
        default=None,
    )


class Collection(Record):
    """A folder of events with one span."""

    id: Id = described("As the folder is named.", "ys")
    title: Text = described("What it covers, with its years.", "Ys, 1900–1901")
    span: Date = described(
        "Dates outside it are reported, unless `edges` allows them.", "1900/1901"
    )
    edges: Date | None = described(
        "Wider span in which events are still welcome.", "1890/1909", default=None
    )
    country: CountryId | None = described(
        "Default for filters; empty where places decide.", default=None
    )
    old_style_until: Date | None = described(
        "Last New Style day for which events need `old_style`; empty where never.",
        "1901-01-13",
        default=None,
    )
    description: Text = described("What the collection holds, in a sentence or two.")
    periods: tuple[Period, ...] = described(
        "Stretches of time drawn behind its events.", default=()
    )


class Header(Record):
    """`catalog.yaml`: what the whole is called and how it may be used."""

    title: Text = described("What the whole is called.", "Ys and Lyonesse")
    question: Text = described(
        "The question it answers; the front page's title.", "Who ran the harbour?"
    )
    description: Text = described("What it holds and for whom, in a few sentences.")
    language: Text = described("BCP 47 tag of the texts.", "en")
    licence: Text = described("Under which others may use it.", "CC BY 4.0")
    cite: Text = described("How to cite the catalogue.", "Ys and Lyonesse, version 1.0.")
    version: Text = described("Raised when the content changes.", "1.0")
    collections: tuple[CollectionId, ...] = described(
        "Folders in display order.", ["ys"], min_length=1
    )
