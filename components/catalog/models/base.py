"""What every record's shape is made of: ids, texts, dates, numbers and references.

Scalars arrive as the text the author wrote; a field that is a number says so by its type and is
turned into one here. `Refers` marks a field as the id of another record, so that reader, checks
and pruning learn from the model alone which fields point where.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from components.catalog.dates import Span, parse
from components.catalog.problems import quoted
from components.catalog.unseen import seen


class Refers(NamedTuple):
    """Metadata of a field whose value is the id of a record of one of these kinds."""

    kinds: tuple[str, ...]


Id = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="A lasting name: a–z, 0–9 and hyphens."),
]


def _seen(value: Any) -> Any:
    return seen(value) if isinstance(value, str) else value


# Prose after `>` ends with a line break that nobody meant.
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_seen)
]


# What the field of an id says of itself → the kinds of record that it can point to.
POINTERS: dict[str, tuple[str, ...]] = {}


def _id_of(*kinds: str, text: str, example: str) -> Any:
    POINTERS[f"Id of {text}."] = kinds
    return Annotated[Id, Refers(kinds), Field(description=f"Id of {text}.", examples=[example])]


AgentId = _id_of(
    "person",
    "organisation",
    text="a record in `people.yaml` or `organisations.yaml`",
    example="jeanne-morel",
)
CollectionId = _id_of("collection", text="a collection: the name of its folder", example="ys")
CountryId = _id_of("country", text="a country in `vocabulary.yaml`", example="armor")
DisputeId = _id_of(
    "dispute", text="a question in a `disputes.yaml`", example="was-the-strike-planned"
)
EventId = _id_of("event", text="an event", example="harbour-strike")
IndicatorId = _id_of(
    "indicator", text="a thing counted in an `indicators.yaml`", example="strikers"
)
KindId = _id_of("kind", text="a kind in `vocabulary.yaml`", example="strike")
PlaceId = _id_of("place", text="a place in `places.yaml`", example="great-quay")
SourceId = _id_of("source", text="a source in `sources.yaml`", example="morel-1901")
TendencyId = _id_of("tendency", text="a tendency in `vocabulary.yaml`", example="syndicalist")
ThemeId = _id_of("theme", text="a theme in `vocabulary.yaml`", example="takeover")


def _number(value: Any) -> Any:
    """Text to a number, more strictly than Python: no `1_000`, `nan`, `inf` or `1,5`."""
    if isinstance(value, str) and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?", value):
        raise ValueError(f"{quoted(value)} is not a number")
    return value


def _whole_number(value: Any) -> Any:
    # A Literal of numbers, unlike a float field, does not look into text.
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value) else value


def _yes_or_no(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


Number = Annotated[float, BeforeValidator(_number), Field(allow_inf_nan=False)]
Importance = Annotated[Literal[1, 2, 3], BeforeValidator(_whole_number)]
YesOrNo = Annotated[bool, Field(strict=True), BeforeValidator(_yes_or_no)]


def _date(calendar: str) -> Any:
    def read(value: Any) -> Any:
        if isinstance(value, Span):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("date_type", "a date is text")
        return parse(value, calendar)

    # An editor takes a bare `1901` for a number.
    schema = {"type": ["string", "integer"]}
    return Annotated[Span, PlainValidator(read), PlainSerializer(str), WithJsonSchema(schema)]


Date = _date("gregorian")
OldStyleDate = _date("julian")
Standing = Literal["read", "cited", "unchecked"]


class Record(BaseModel):
    """What all records share: they are values, and an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def described(text: str, example: Any = None, **rules: Any) -> Any:
    """A field with its line of the author's manual; optional when `default` is among the rules."""
    return Field(description=text, examples=None if example is None else [example], **rules)
