"""Plain data to one record, with everything that is wrong about its shape in the author's words.

pydantic finds what is wrong; its own wording and class names never reach an author.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from components.catalog.models import Record
from components.catalog.problems import Fault, Path, nearest, quoted
from components.catalog.reading.shape_words import (
    described_as,
    field_at,
    record_at,
    words_for,
    written_fields,
)

R = TypeVar("R", bound=Record)
MOST_FAULTS = 2000
_SHORT = 40


def shaped(model: type[R], raw: Any) -> tuple[R | None, list[Fault]]:
    """The record that `raw` describes, or None and its faults in the order of the fields."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        faults = faults_of(model, raw, error)
    if faults or not isinstance(raw, dict):
        return None, faults
    # Only empty optional fields were in the way: `aliases:` with nothing after it is no alias.
    return shaped(model, _without_empty(raw))


def salvaged(model: type[R], raw: Any, instead: dict[str, Any]) -> tuple[R, list[Fault]]:
    """As `shaped`, but a field that is missing or wrong is taken from `instead`."""
    record, faults = shaped(model, raw)
    if record is not None:
        return record, faults
    given = raw if isinstance(raw, dict) else {}
    known = written_fields(model)
    wrong = {fault.path[0] for fault in faults if fault.path}
    if any(fault.kind == "too-many-faults" for fault in faults):
        wrong = set(given)  # some of them are not named
    kept = {name: value for name, value in given.items() if name in known and name not in wrong}
    return model.model_validate(instead | kept), faults


def faults_of(model: type[Record], raw: Any, error: ValidationError) -> list[Fault]:
    """Every fault of a record that was refused: one cause, one fault; of thousands the first."""
    if error.error_count() > MOST_FAULTS:
        return _first_faults(model, raw, error.error_count())
    faults: list[Fault] = []
    unknown: dict[Path, list[str]] = {}
    missing: dict[Path, list[str]] = {}
    for found in error.errors(include_url=False):
        path, kind = found["loc"], found["type"]
        if kind == "extra_forbidden":
            unknown.setdefault(path[:-1], []).append(path[-1])
        elif kind == "missing" and not isinstance(path[-1], int):
            missing.setdefault(path[:-1], []).append(path[-1])
        elif _follows_from_another(model, found):
            continue
        elif kind == "missing":
            if faults and faults[-1][:2] == (path[:-1], "wrong-number"):
                faults.pop()  # of a pair without any entry both are missing
            faults.append(_too_few(path))
        else:
            faults.append(Fault(path, *words_for(found, model)))
    for path, names in unknown.items():
        near = missing.get(path, [])
        faults += [_unknown_field(model, path, name, near) for name in names]
    for path, names in missing.items():
        if names:
            faults.append(_missing_fields(model, path, names))
    return faults


def _first_faults(model: type[Record], raw: Any, number: int) -> list[Fault]:
    """Faults of the record when all that is long in it is cut, and how many there are in all."""
    what = f"has {number:,} faults: of these the first are named"
    faults = [Fault((), "too-many-faults", what)]
    try:
        model.model_validate(_short(raw))
    except ValidationError as error:
        if error.error_count() <= MOST_FAULTS:
            faults += faults_of(model, _short(raw), error)
    return faults


def _short(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _short(value) for key, value in islice(raw.items(), _SHORT)}
    return [_short(value) for value in raw[:_SHORT]] if isinstance(raw, list) else raw


def _unknown_field(model: type[Record], path: Path, name: str, missing: list[str]) -> Fault:
    group = record_at(model, path)
    names = list(written_fields(group)) if group else []
    meant = nearest(name, missing) or nearest(name, names)
    if meant in missing:
        missing.remove(meant)
    hint = f"Did you mean “{meant}”?" if meant else f"Fields here: {', '.join(names)}."
    if " " in name and not meant:
        hint = "The rest of a text? Inside {…} a comma ends a text: put the text between quotes."
    return Fault((*path, name), "unknown-field", f"unknown field {quoted(name)}", hint, at_key=True)


def _missing_fields(model: type[Record], path: Path, names: list[str]) -> Fault:
    if len(names) > 1:
        return Fault(path, "missing-field", f"missing: {', '.join(names)}")
    group = record_at(model, path)
    field = written_fields(group).get(names[0]) if group else None
    hint = described_as(field) if field else ""
    return Fault(path, "missing-field", f"“{names[0]}” is missing", hint)


def _too_few(path: Path) -> Fault:
    return Fault(path[:-1], "wrong-number", f"needs at least {path[-1] + 1} entries")


def _follows_from_another(model: type[Record], found: dict[str, Any]) -> bool:
    # pydantic counts only the entries that are right: a wrong one would be reported twice.
    if found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]:
        return True
    path = found["loc"]
    field = field_at(model, path) if path and isinstance(path[-1], str) else None
    return found["input"] is None and field is not None and not field.is_required()


def _without_empty(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _without_empty(value) for key, value in raw.items() if value is not None}
    return [_without_empty(value) for value in raw] if isinstance(raw, list) else raw
