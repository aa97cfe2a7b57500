"""Which fields of a record point to which others, as the types of its fields say (`PlaceId`).

Nothing here names a field: a new one that holds an id is found by its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from components.catalog.models import Record, Refers
from components.catalog.problems import Path
from components.catalog.reading.shape_words import written_fields

R = TypeVar("R", bound=Record)
Key = tuple[str, str]  # kind of record, id


class Reference(NamedTuple):
    """One id that points to a record of one of these kinds."""

    path: Path
    kinds: tuple[str, ...]
    id: str


class _Field(NamedTuple):
    name: str
    written: str
    kinds: tuple[str, ...]  # of record that its ids point to
    holds: type[Record] | None  # the records it holds
    least: int  # entries it must have; 0 when it may be left out
    exact: bool  # whether it has just as many entries or none, as a pair does


def references(record: Record) -> list[Reference]:
    """Every reference of a record and of the records in it, in the order of the fields."""
    found: list[Reference] = []
    _collect(record, (), found)
    return found


def _collect(record: Record, path: Path, found: list[Reference]) -> None:
    values = record.__dict__  # `getattr` of pydantic takes several times as long
    for field in _fields(type(record)):
        value = values[field.name]
        if not value:
            continue
        at = (*path, field.written)
        several = type(value) is tuple
        for index, entry in enumerate(value if several else (value,)):
            here = (*at, index) if several else at
            if field.kinds:
                found.append(Reference(here, field.kinds, entry))
            else:
                _collect(entry, here, found)


def parts(record: Record, model: type[R]) -> Iterator[tuple[Path, R]]:
    """Every record of this model inside a record, itself included, with its path."""
    if isinstance(record, model):
        yield (), record
    for field in _holders(type(record)):
        value = record.__dict__[field.name]
        several = type(value) is tuple
        for index, entry in enumerate(value if several else (value,) if value else ()):
            at = (field.written, index) if several else (field.written,)
            for path, found in parts(entry, model):
                yield (*at, *path), found


def without(record: Record, gone: set[Key]) -> Record | None:
    """The record without what points to one of `gone`; None when it cannot be without.

    An entry of a list falls out of it, an optional field becomes empty; a required field, or a
    list that would become too short, takes with it the record (or entry) that needs it.
    """
    changed: dict[str, Any] = {}
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if not value:
            continue
        entries = value if type(value) is tuple else (value,)
        kept = tuple(entry for entry in (_kept(field, e, gone) for e in entries) if entry)
        if len(kept) < field.least:
            return None
        if field.exact and len(kept) < len(entries):
            changed[field.name] = None
        elif kept != entries:
            changed[field.name] = kept if type(value) is tuple else next(iter(kept), None)
    return record.model_copy(update=changed) if changed else record


def _kept(field: _Field, entry: Any, gone: set[Key]) -> Any:
    if not field.kinds:
        return without(entry, gone)
    return None if all((kind, entry) in gone for kind in field.kinds) else entry


@cache
def _fields(model: type[Record]) -> tuple[_Field, ...]:
    """The fields that hold references, or records with references in them."""
    return tuple(f for f in _all(model) if f.kinds or (f.holds and _fields(f.holds)))


@cache
def _holders(model: type[Record]) -> tuple[_Field, ...]:
    """The fields that hold records."""
    return tuple(field for field in _all(model) if field.holds)


def _all(model: type[Record]) -> Iterator[_Field]:
    hints = get_type_hints(model, include_extras=True)
    names = zip(model.model_fields, written_fields(model).items(), strict=True)
    for name, (written, info) in names:
        kinds, nested = _meaning(hints[name])
        yield _Field(name, written, kinds, nested, _least(info), _is_exact(info.annotation))


def _meaning(hint: Any) -> tuple[tuple[str, ...], type[Record] | None]:
    """(kinds it refers to, the record it holds) of an annotation, looking into lists."""
    if isinstance(hint, Refers):
        return hint.kinds, None
    if isinstance(hint, type) and issubclass(hint, Record):
        return (), hint
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        kinds, nested = _meaning(part)
        if kinds or nested:
            return kinds, nested
    return (), None


def _least(info: FieldInfo) -> int:
    if lengths := [rule.min_length for rule in info.metadata if hasattr(rule, "min_length")]:
        return lengths[0]
    if _is_tuple(info.annotation):
        return 0 if Ellipsis in get_args(info.annotation) else len(get_args(info.annotation))
    return int(info.is_required())


def _is_tuple(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _is_exact(annotation: Any) -> bool:
    if _is_tuple(annotation):
        return Ellipsis not in get_args(annotation)
    return any(map(_is_exact, get_args(annotation)))
