"""Events, what is cited for them, and how they are read."""

from __future__ import annotations

from typing import Literal

from components.catalog.models_base import (
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
    via: SourceId | None = described("The text in which a `cited` source was met.", default=None)
    note: Text | None = described("What this source adds or doubts.", default=None)


class Reading(Record):
    """An attributed interpretation: whose it is comes first."""

    by: Text = described("Who reads it so.", "A. Morel")
    school: Text = described("Tradition or discipline of that voice.", "social history")
    text: Text = described("The reading in our own words, one or two sentences.")
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
    how: Literal["leads-to", "part-of", "answers", "see-also"]


class Event(Record):
    """Something that happened: dated, placed, cited."""

    id: Id
    date: Date = described("EDTF, New Style (Gregorian).", "1901-05-14")
    old_style: OldStyleDate | None = described("EDTF by the Julian calendar.", default=None)
    date_note: Text | None = described(
        "What the date means or who dates it otherwise.", default=None
    )
    title: Text = described(
        "A noun phrase or short sentence; at most 80 characters.", max_length=100
    )
    label: Text | None = described("Shorter title for the chart.", default=None, max_length=48)
    kind: KindId
    place: PlaceId
    country: CountryId | None = described("Where it is not the country of the place.", default=None)
    importance: Importance = described("1 shown first … 3 shown when there is room.", 2)
    themes: tuple[ThemeId, ...] = described("What it is about.", ["takeover"], min_length=1)
    roles: tuple[Role, ...] = described("Who did what, the main actor first.", min_length=1)
    summary: Text = described("Two to four neutral sentences of our own.")
    indicators: tuple[IndicatorId, ...] = described("Things counted that belong to it.", default=())
    sources: tuple[Citation, ...] = described("At least one.", min_length=1)
    disputes: tuple[DisputeId, ...] = described("Questions on which historians differ.", default=())
    readings: tuple[Reading, ...] = described("Readings of this event alone.", default=())
    unknown: Text | None = described("What nobody has established, if it matters.", default=None)
    related: tuple[Relation, ...] = described("Links to other events.", default=())
    aliases: tuple[Id, ...] = described("Former ids, so that old links work.", default=())


class Period(Record):
    """A stretch of time drawn behind the events."""

    label: Text
    short: Text | None = None
    date: Date


class Collection(Record):
    """A folder of events with one span."""

    id: Id
    title: Text
    span: Date = described("Dates outside it are reported, unless `edges` allows them.")
    edges: Date | None = described("Wider span in which events are still welcome.", default=None)
    country: CountryId | None = described(
        "Default for filters; empty where places decide.", default=None
    )
    old_style_until: Date | None = described(
        "Last New Style day for which events need `old_style`; empty where never.", default=None
    )
    description: Text
    periods: tuple[Period, ...] = ()


class Header(Record):
    """`catalog.yaml`: what the whole is called and how it may be used."""

    title: Text
    question: Text = described("The question it answers; the front page's title.")
    description: Text
    language: Text = described("BCP 47 tag of the texts.", "en")
    licence: Text
    cite: Text = described("How to cite the catalogue.")
    version: Text
    collections: tuple[CollectionId, ...] = described("Folders in display order.", min_length=1)
