"""A text under examination, and two collections put beside each other."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from components.catalog.models_base import (
    CollectionId,
    EventId,
    Id,
    IndicatorId,
    Record,
    SourceId,
    TendencyId,
    Text,
    ThemeId,
    YesOrNo,
    described,
)
from components.catalog.models_events import Citation

Edge = Literal["start", "end"]


class Claim(Record):
    """One statement of a text under examination, with what the literature says of it."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
    claim: Text = described("The claim in our words.")
    words: Text | None = described(
        "A few words by which to find it; a short quotation.", default=None
    )
    where: Text | None = described("Where it stands in the text.", default=None)
    subjects: tuple[ThemeId, ...] = described("Themes it touches.", min_length=1)
    verdict: Literal["supported", "partly", "wrong", "opinion", "not-verified"]
    reason: Text = described("Why, in one to three sentences.")
    correction: Text | None = described("What should stand there instead.", default=None)
    sources: tuple[Citation, ...] = ()
    events: tuple[EventId, ...] = ()
    indicators: tuple[IndicatorId, ...] = ()


class Review(Record):
    """A text under examination."""

    id: Id
    title: Text
    source: SourceId = described("The text, as a source.")
    description: Text
    claims: tuple[Claim, ...] = Field(min_length=1)


class Anchor(Record):
    """The event from which one side's clock runs."""

    collection: CollectionId
    event: EventId
    edge: Edge = "start"


class Alignment(Record):
    """A starting point for both clocks."""

    id: Id
    label: Text
    question: Text
    anchors: tuple[Anchor, Anchor]
    backwards: YesOrNo = described("Count months before instead of after.", default=False)
    reason: Text


class Side(Record):
    """The events that stand for one side of a stage."""

    collection: CollectionId
    events: tuple[EventId, ...] = ()
    edge: Edge = "start"
    note: Text | None = described("What happened here, or why nothing did.", default=None)


class Stance(Record):
    """How a current stood on a question."""

    collection: CollectionId
    tendency: TendencyId
    stance: Literal["for", "against", "divided", "suppressed"]
    note: Text | None = None
    events: tuple[EventId, ...] = Field(min_length=1)


class Stage(Record):
    """A question put to both sides."""

    id: Id
    question: Text
    fairness: Literal["good", "fair", "weak", "partial", "link"]
    why: Text = described("Why these are matched.")
    limps: Text = described("Where the match limps.")
    sides: tuple[Side, Side]
    stances: tuple[Stance, ...] = ()


class PairSide(Record):
    """One side of a pair: an indicator, a span between two events, or nothing comparable."""

    collection: CollectionId
    indicator: IndicatorId | None = None
    between: tuple[EventId, EventId] | None = None
    edges: tuple[Edge, Edge] = described(
        "Which day of each of the two events counts.", ["end", "start"], default=("start", "start")
    )
    text: Text | None = described("What to say where no figure is comparable.", default=None)


class Pair(Record):
    """Two figures shown beside each other with both caveats."""

    id: Id
    question: Text
    sides: tuple[PairSide, PairSide]
    caveat: Text


class Limit(Record):
    """Something that cannot fairly be compared."""

    id: Id
    title: Text
    text: Text


class Comparison(Record):
    """Two collections on two clocks."""

    id: Id
    title: Text
    description: Text
    collections: tuple[CollectionId, CollectionId]
    alignments: tuple[Alignment, ...] = Field(min_length=1)
    stages: tuple[Stage, ...] = Field(min_length=1)
    pairs: tuple[Pair, ...] = ()
    limits: tuple[Limit, ...] = ()
