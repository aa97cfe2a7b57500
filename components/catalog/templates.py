"""A new record to start from: every field with its meaning and an example, made from the models.

Lines with `##` explain the field below them. Lines with `#` are fields that may be left out.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from components.catalog.formats.yaml_text import WIDTH, field_lines
from components.catalog.models import (
    Agent,
    Collection,
    Comparison,
    Dispute,
    Event,
    Indicator,
    Place,
    Record,
    Review,
    Source,
    Span,
)
from components.catalog.shape_words import record_in, written_fields

# Kind of record → its model, and the file in which it belongs.
TEMPLATES: dict[str, tuple[type[Record], str]] = {
    "event": (Event, "a file in the folder of a collection, such as `ys/1901.yaml`"),
    "source": (Source, "`sources.yaml`"),
    "indicator": (Indicator, "`indicators.yaml` in the folder of a collection"),
    "dispute": (Dispute, "`disputes.yaml` in the folder of a collection"),
    "comparison": (Comparison, "a file of its own in `comparisons/`"),
    "review": (Review, "a file of its own in `reviews/`"),
    "person": (Agent, "`people.yaml`"),
    "organisation": (Agent, "`organisations.yaml`"),
    "place": (Place, "`places.yaml`"),
    "collection": (Collection, "`collection.yaml` in the folder of that name"),
}
_ALONE = (Comparison, Review, Collection)  # one record a file


def template(kind: str) -> str:
    """A record of this kind (a key of `TEMPLATES`) as commented YAML, required fields first."""
    model, where = TEMPLATES[kind]
    head = [
        f"# A new {kind}. It belongs in {where}.",
        "# “##” explains the field below. “#” is a field that may be left out: to use it, delete “# ”.",
        "",
    ]
    lines = _group(model, "", set())
    return "\n".join([*head, *(lines if model in _ALONE else _as_entry(lines, "")), ""])


def _group(model: type[Record], indent: str, explained: set[type]) -> Iterator[str]:
    """The fields of a record, required ones first; a model is explained where it first occurs."""
    explained.add(model)
    fields = written_fields(model).items()
    for name, field in sorted(fields, key=lambda pair: not pair[1].is_required()):
        yield from _note(field, indent)
        lines = _field(name, field, indent, explained)
        yield from lines if field.is_required() else _hidden(lines, indent)


def _note(field: FieldInfo, indent: str) -> Iterator[str]:
    text = field.description or ""
    if choices := _choices(field.annotation):
        text += f" One of: {', '.join(choices)}."
    if not field.is_required() and field.default not in (None, ()):
        default = field.default
        said = " and ".join(default) if isinstance(default, tuple) else str(default).lower()
        text += f" Without it: {said}."
    head = f"{indent}## "
    yield from textwrap.wrap(text, WIDTH, initial_indent=head, subsequent_indent=head)


def _hidden(lines: Iterator[str], indent: str) -> Iterator[str]:
    """Lines of a field that may be left out; what explains them stays as it is."""
    for line in lines:
        yield line if line.lstrip().startswith("##") else f"{indent}# {line[len(indent) :]}"


def _field(name: str, field: FieldInfo, indent: str, explained: set[type]) -> Iterator[str]:
    model = record_in(field.annotation)
    if model is None:
        yield from field_lines(name, _example(field), indent)
    elif model in explained:
        yield from field_lines(name, _short(model, field), indent)
    elif get_origin(_bare(field.annotation)) is tuple:
        yield f"{indent}{name}:"
        entry = _group(model, indent + "    ", explained)
        yield from _as_entry(entry, indent + "  ")
        for _ in range(_least(field) - 1):
            yield from field_lines(name, _short(model, field)[:1] * 2, indent)[2:]
    else:
        yield f"{indent}{name}:"
        yield from _group(model, indent + "  ", explained)
