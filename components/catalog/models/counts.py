"""Things counted: indicators with their competing or successive estimates."""

from __future__ import annotations

from typing import Literal

from components.catalog.models.base import (
    CollectionId,
    Date,
    Id,
    Number,
    Record,
    TendencyId,
    Text,
    ThemeId,
    described,
)
from components.catalog.models.events import Citation


class Part(Record):
    """A share as the two numbers it was made of."""

    count: Number = described("How many of them.", 30)
    total: Number = described("Of how many.", 42)


class Estimate(Record):
    """One voice's value for an indicator."""

    value: Number | None = described(
        "The number; left out where only `low` and `high` are known.", 82, default=None
    )
    low: Number | None = described("Least value of a range.", 60, default=None)
    high: Number | None = described("Greatest value of a range.", 70, default=None)
    bound: Literal["about", "over", "under"] | None = described(
        "How the voice itself limits the number.", "over", default=None
    )
    of: Part | None = described("Count and total behind a share.", default=None)
    date: Date = described("Period or day to which it applies.", "1901-05/1901-06")
    series: Text | None = described("Line or column it belongs to.", "by branches", default=None)
    category: Text | None = described("Row or slice it belongs to.", "Harbour", default=None)
    tendency: TendencyId | None = described("When the slice is a tendency.", default=None)
    by: Text = described("Who says so.", "A. Morel")
    scope: Text | None = described("Population of this value.", "surveyed workshops", default=None)
    method: Text | None = described("How it was counted.", "register", default=None)
    note: Text | None = described("Doubt or caution about it.", "From memory.", default=None)
    preferred: Text | None = described(
        "Why this one is preferred, if it is.", "She had the register.", default=None
    )
    sources: tuple[Citation, ...] = described("At least one.", min_length=1)


class Missing(Record):
    """A counterpart that was looked for and not found: said, never zero."""

    collection: CollectionId
    reason: Text = described("Why there is none.", "Only yards were counted.")


class Indicator(Record):
    """A thing counted, with definition, unit and scope."""

    id: Id
    title: Text = described("What is counted.", "Workshops seized")
    finding: Text = described(
        "The finding as a sentence; the chart's title.",
        "Three witnesses count from 60 to 104 workshops",
    )
    form: Literal[
        "count",
        "share",
        "estimates",
        "series",
        "steps",
        "broken-series",
        "seats",
        "flows",
        "pairs",
        "regions",
    ] = described("The chart form that fits the data.", "estimates")
    unit: Text = described("Plural noun or `percent`.", "workshops")
    definition: Text = described(
        "What one unit is.", "A workshop that ran for a week without its owner."
    )
    scope: Text = described("Where, when and which population.", "Town of Ys, May and June 1901.")
    themes: tuple[ThemeId, ...] = described("As for events.", min_length=1)
    estimates: tuple[Estimate, ...] = described("Competing or successive values.", min_length=1)
    breaks: Text | None = described(
        "Why a broken series is broken.", "The shops of before May had closed.", default=None
    )
    note: Text = described("What this does not say.", "Nobody counted the smallest.")
    missing: tuple[Missing, ...] = described("Counterparts that were not found.", default=())
    aliases: tuple[Id, ...] = described("Former ids, so that old links work.", default=())
