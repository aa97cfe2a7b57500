"""A text under examination, and two collections put beside each other."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from components.catalog.models.base import (
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
from components.catalog.models.events import Citation

Edge = Literal["start", "end"]


class Claim(Record):
    """One statement of a text under examination, with what the literature says of it."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")] = described(
        "Its number in this review; may have capitals.", "K1"
    )
    claim: Text = described("The claim in our words.", "The strike had no leaders.")
    words: Text | None = described(
        "A few words by which to find it; a short quotation.", "led by nobody", default=None
    )
    where: Text | None = described("Where it stands in the text.", "p. 4", default=None)
    subjects: tuple[ThemeId, ...] = described("Themes it touches.", min_length=1)
    verdict: Literal["supported", "partly", "wrong", "opinion", "not-verified"] = described(
        "What the literature says of it.", "partly"
    )
    reason: Text = described(
        "Why, in one to three sentences.", "The minutes name a committee of nine."
    )
    correction: Text | None = described(
        "What should stand there instead.", "It was led by a committee.", default=None
    )
    sources: tuple[Citation, ...] = described("What the verdict rests on.", default=())
    events: tuple[EventId, ...] = described("Events it speaks of.", default=())
    indicators: tuple[IndicatorId, ...] = described("Things counted it speaks of.", default=())


class Review(Record):
    """A text under examination."""

    id: Id
    title: Text = described("What is examined.", "What the clerk saw, examined")
    source: SourceId = described("The text, as a source.", "kermarec-1902")
    description: Text = described("What the text is, and how it was examined.")
    claims: tuple[Claim, ...] = described("Its statements, one by one.", min_length=1)


class Anchor(Record):
    """The event from which one side's clock runs."""

    collection: CollectionId
    event: EventId
    edge: Edge = described("Which day of it counts.", "start", default="start")


class Alignment(Record):
    """A starting point for both clocks."""

    id: Id
    label: Text = described("A short name of it.", "From the first takeover")
    question: Text = described("What it lets one ask.", "How long did it last?")
    anchors: tuple[Anchor, Anchor] = described("One event of each collection.")
    backwards: YesOrNo = described("Count months before instead of after.", default=False)
    reason: Text = described("Why these two events are alike.", "Both began a takeover.")


class Side(Record):
    """The events that stand for one side of a stage."""

    collection: CollectionId
    events: tuple[EventId, ...] = described(
        "Its events, or such as belong to neither of the two; the first one counts.", default=()
    )
    edge: Edge = described("Which day of it counts.", "start", default="start")
    note: Text | None = described(
        "What happened here, or why nothing did.", "The council was banned.", default=None
    )


class Stance(Record):
    """How a current stood on a question."""

    collection: CollectionId
    tendency: TendencyId
    stance: Literal["for", "against", "divided", "suppressed"] = described("How it stood.", "for")
    note: Text | None = described("A few words: for what exactly.", default=None)
    events: tuple[EventId, ...] = described("Events in which it shows.", min_length=1)


class Stage(Record):
    """A question put to both sides."""

    id: Id
    question: Text = described("The question.", "Who chose the delegates?")
    fairness: Literal["good", "fair", "weak", "partial", "link"] = described(
        "How well the two can be compared.", "fair"
    )
    why: Text = described("Why these are matched.", "Both were councils of workplaces.")
    limps: Text = described("Where the match limps.", "One of them never met again.")
    sides: tuple[Side, Side] = described("One for each collection.")
    stances: tuple[Stance, ...] = described("Who stood how on it.", default=())


class PairSide(Record):
    """One side of a pair: an indicator, a span between two events, or nothing comparable."""

    collection: CollectionId
    indicator: IndicatorId | None = described("A thing counted.", "strikers", default=None)
    between: tuple[EventId, EventId] | None = described(
        "Two events; the time between them counts.", default=None
    )
    edges: tuple[Edge, Edge] = described(
        "Which day of each of the two events counts.", ["end", "start"], default=("start", "start")
    )
    text: Text | None = described(
        "What to say where no figure is comparable.", "Nobody counted.", default=None
    )


class Pair(Record):
    """Two figures shown beside each other with both caveats."""

    id: Id
    question: Text = described("The question.", "How many took part?")
    sides: tuple[PairSide, PairSide] = described("One for each collection.")
    caveat: Text = described("What to bear in mind.", "The towns were of unlike size.")


class Limit(Record):
    """Something that cannot fairly be compared."""

    id: Id
    title: Text = described("What cannot be compared.", "Wages")
    text: Text = described("Why.", "Lyonesse paid in tokens.")


class Comparison(Record):
    """Two collections on two clocks."""

    id: Id
    title: Text = described("Which two are compared.", "Ys and Lyonesse")
    description: Text = described("What the comparison is for.")
    collections: tuple[CollectionId, CollectionId] = described(
        "The two, in the order of all sides below.", ["ys", "lyonesse"]
    )
    alignments: tuple[Alignment, ...] = described("Starting points to choose from.", min_length=1)
    stages: tuple[Stage, ...] = described("Questions put to both.", min_length=1)
    pairs: tuple[Pair, ...] = described("Figures side by side.", default=())
    limits: tuple[Limit, ...] = described("What cannot fairly be compared.", default=())
