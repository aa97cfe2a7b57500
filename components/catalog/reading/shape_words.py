"""What pydantic found wrong, said in an author's words, and what the models tell about a field.

To word a new kind of fault: write a function and enter it in the table at the end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from components.catalog.dates import EDTFError
from components.catalog.models import Record
from components.catalog.problems import Path, did_you_mean, quoted

Words = tuple[str, str, str]  # kind of fault, what, hint


@cache
def written_fields(model: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a record by the name an author writes (`container-title`)."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def record_at(model: type[Record], path: Path) -> type[Record] | None:
    """The model of the group of fields at `path`, None where there is none."""
    for step in path:
        if not isinstance(step, int):
            field = written_fields(model).get(step)
            model = field and _record_in(field.annotation)
            if not model:
                return None
    return model


def field_at(model: type[Record], path: Path) -> FieldInfo | None:
    """The field that `path` names, or the list that it is an entry of."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    group = record_at(model, path[:-1]) if path else None
    return written_fields(group).get(path[-1]) if group else None


def described_as(field: FieldInfo) -> str:
    """A field's line of the manual as a hint, with its example."""
    parts = [(field.description or "").replace("`", "")]
    if field.examples:
        parts.append(f"Example: {_plain(field.examples[0])}")
    return " ".join(part for part in parts if part)


def _plain(example: Any) -> str:
    return f"[{', '.join(example)}]" if isinstance(example, list) else str(example)


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)


def words_for(found: dict[str, Any], model: type[Record]) -> Words:
    """What to say of one error of pydantic's."""
    value = found["input"]
    if value is None:
        return "empty", "is empty", ""
    field = field_at(model, found["loc"])
    say = _SAYINGS.get(found["type"])
    if say is None:
        return "wrong-value", f"{quoted(value)} is not valid here", _manual(field)
    return say(value, found.get("ctx", {}), field)


def _manual(field: FieldInfo | None) -> str:
    return described_as(field) if field else ""


def _text(value: Any, context: dict, field: FieldInfo | None) -> Words:
    hint = "Put quotes around a text that starts with [ or { or contains “: ”."
    return "wrong-value", f"must be text, not {quoted(value)}", hint


def _list(value: Any, context: dict, field: FieldInfo | None) -> Words:
    if isinstance(value, dict):
        hint = "Start each entry with “- ”, or write [{…}]."
    else:
        hint = f"Write [{quoted(value)[1:-1]}]."
    return "wrong-value", "must be a list", hint


def _group(value: Any, context: dict, field: FieldInfo | None) -> Words:
    model = _record_in(field.annotation) if field else None
    fields = written_fields(model).items() if model else ()
    needed = ", ".join(f"{name}: …" for name, info in fields if info.is_required())
    hint = f"Write {{{needed}}}." if needed else ""
    return "wrong-value", f"must be a group of fields, not {quoted(value)}", hint


def _choice(value: Any, context: dict, field: FieldInfo | None) -> Words:
    choices = re.findall(r"[^', ]+", context["expected"].replace(" or ", ", "))
    what = f"{quoted(value)} is not one of: {', '.join(choices)}"
    return "wrong-value", what, did_you_mean(str(value), choices)


def _pattern(value: Any, context: dict, field: FieldInfo | None) -> Words:
    if "a-z0-9" not in context["pattern"]:
        return "wrong-value", f"{quoted(value)} does not fit", _manual(field)
    bare = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    hint = "Ids are made of a–z, 0–9 and hyphens" + (
        f": “{better}”." if 0 < len(better) < 80 else "."
    )
    return "wrong-id", f"{quoted(value)} is not an id", hint


def _too_long(value: Any, context: dict, field: FieldInfo | None) -> Words:
    most = context["max_length"]
    return "wrong-value", f"has {len(value)} characters; at most {most} fit", "Shorten it."


def _too_short(value: Any, context: dict, field: FieldInfo | None) -> Words:
    least = context["min_length"]
    if isinstance(value, str) or not value:
        return "empty", "is empty", f"It needs at least {least}." if least > 1 else ""
    return "wrong-number", f"has {len(value)}; it needs at least {least}", _manual(field)


def _too_many(value: Any, context: dict, field: FieldInfo | None) -> Words:
    return "wrong-number", f"has {len(value)} entries; exactly {context['max_length']} fit", ""


def _bound(value: Any, context: dict, field: FieldInfo | None) -> Words:
    limit = context.get("ge", context.get("le"))
    side = "less" if "ge" in context else "more"
    return "wrong-value", f"{value} is {side} than {limit:g}", _manual(field)


def _own(value: Any, context: dict, field: FieldInfo | None) -> Words:
    error = context["error"]
    if isinstance(error, EDTFError):
        return "wrong-date", error.what, error.hint
    return "wrong-value", str(error), "Digits, with a point before decimals: 1200 or 86.9."


def _date(value: Any, context: dict, field: FieldInfo | None) -> Words:
    hint = "Put quotes around a date that starts with [ or {."
    return "wrong-date", f"must be a date, not {quoted(value)}", hint


def _yes_or_no(value: Any, context: dict, field: FieldInfo | None) -> Words:
    return "wrong-value", f"{quoted(value)} is neither true nor false", ""


_SAYINGS: dict[str, Callable[[Any, dict, FieldInfo | None], Words]] = {
    "string_type": _text,
    "tuple_type": _list,
    "model_type": _group,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "too_long": _too_many,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "value_error": _own,
    "date_type": _date,
    "bool_type": _yes_or_no,
}
