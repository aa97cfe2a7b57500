"""The shape of every record, stated once.

Reader, checks, JSON Schema, templates and the author's manual are made from these models, so a
field's name, type, description and example stand here and nowhere else. They know no file format
and no other record than the one they describe: what holds *between* records is in `checks`.

Import the models from here; the files behind it only keep each kind of record readable:
`base` (what fields are made of), `events`, `counts`, `terms`, `reviews`.

To add a field: add it to its model with a description and an example, its label in
`ui/strings/`, a test. A field that holds another record's id has that id's type (`PlaceId`),
which is what makes `check` look it up.
"""

from __future__ import annotations

from components.catalog.models.base import Date, Id, Record, Refers, Span, Standing, Text
from components.catalog.models.counts import Estimate, Indicator, Missing, Part
from components.catalog.models.events import (
    Citation,
    Collection,
    Dispute,
    Event,
    Header,
    Period,
    Reading,
    Relation,
    Role,
)
from components.catalog.models.reviews import (
    Alignment,
    Anchor,
    Claim,
    Comparison,
    Limit,
    Pair,
    PairSide,
    Review,
    Side,
    Stage,
    Stance,
)
from components.catalog.models.terms import Agent, Name, Place, Source, Tendency, Term, Vocabulary

__all__ = [
    "Agent",
    "Alignment",
    "Anchor",
    "Citation",
    "Claim",
    "Collection",
    "Comparison",
    "Date",
    "Dispute",
    "Estimate",
    "Event",
    "Header",
    "Id",
    "Indicator",
    "Limit",
    "Missing",
    "Name",
    "Pair",
    "PairSide",
    "Part",
    "Period",
    "Place",
    "Reading",
    "Record",
    "Refers",
    "Relation",
    "Review",
    "Role",
    "Side",
    "Source",
    "Span",
    "Stage",
    "Stance",
    "Standing",
    "Tendency",
    "Term",
    "Text",
    "Vocabulary",
]
