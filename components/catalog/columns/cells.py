"""What each different cell of a column means, and what is wrong with it.

Few different cells stand in many rows. Each is looked at once, with the first row in which it
stands and how many there are, so a fault in a hundred thousand rows is one problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from components.catalog.checks.dates import old_style_faults, reaches_out
from components.catalog.dates import EDTFError, Span, parse
from components.catalog.dates.words import words
from components.catalog.models import Collection, Role
from components.catalog.problems import ERROR, WARNING, did_you_mean
from components.catalog.tables.events import STANDINGS, date_columns, extent

ROLES = get_args(Role.model_fields["role"].annotation)
UNSAID = {"importance": "2", "standing": "unchecked"}
_REFERS = {"source": "source", "place": "place", "country": "country", "kind": "kind"}
_LISTS = {"tendencies": "tendency", "themes": "theme"}
_EMPTY_IS_WRONG = ("source", "tendencies", "themes")


class CellFault(NamedTuple):
    """What is wrong with a cell, wherever it stands; an error leaves its rows out."""

    kind: str
    what: str
    hint: str = ""
    severity: str = ERROR


@dataclass(frozen=True)
class Known:
    """What the rows may name: kind of record → ids; and the collection that they are in."""

    ids: Mapping[str, frozenset[str]]
    collection: Collection


def cell_faults(column: str, cell: str, known: Known) -> Iterator[CellFault]:
    """What is wrong with a cell of a column that refers to records, or has few values."""
    if not cell:
        if column in _EMPTY_IS_WRONG:
            yield CellFault("missing-field", f"“{column}” is empty")
    elif column in _REFERS:
        yield from _unknown(_REFERS[column], cell, known)
    elif column in _LISTS:
        for entry in entries(cell):
            identifier, _, role = entry.partition(":")
            yield from _unknown(_LISTS[column], identifier.strip(), known)
            if role and role.strip() not in ROLES:
                hint = did_you_mean(role.strip(), ROLES) or f"Roles: {', '.join(ROLES)}."
                yield CellFault("wrong-value", f"unknown role “{role.strip()}”", hint)
    elif column == "importance" and cell not in ("1", "2", "3"):
        yield CellFault("wrong-value", f"“{cell}” is not 1, 2 or 3")
    elif column == "standing" and cell not in STANDINGS:
        yield CellFault("wrong-value", f"“{cell}” is not {', '.join(STANDINGS)}")


def entries(cell: str) -> tuple[str, ...]:
    """The entries of a list in a cell."""
    return tuple(filter(None, (entry.strip() for entry in cell.split(";"))))


def roles(cell: str) -> tuple[tuple[str, str], ...]:
    """The (tendency, role) pairs of a cell of `tendencies`."""
    pairs = (entry.partition(":") for entry in entries(cell))
    return tuple((one.strip(), role.strip() or ROLES[0]) for one, _, role in pairs)


def _unknown(kind: str, identifier: str, known: Known) -> Iterator[CellFault]:
    if identifier not in known.ids[kind]:
        hint = did_you_mean(identifier, known.ids[kind])
        yield CellFault("unknown-reference", f"unknown {kind} “{identifier}”", hint)


# Dates --------------------------------------------------------------------------------------------


@dataclass
class DateCell:
    """A date as it stands in a file, with what an events table says of it; None: it is no date."""

    columns: dict[str, Any] | None
    faults: list[CellFault] = field(default_factory=list)


def date_cell(date: str, old_style: str, known: Known) -> DateCell:
    """What a date means, and what is wrong with it."""
    if not date:
        return DateCell(None, [CellFault("missing-field", "“date” is empty")])
    try:
        span = parse(date)
        old = parse(old_style, "julian") if old_style else None
    except EDTFError as error:
        return DateCell(None, [CellFault("date", error.what, error.hint)])
    first, last = extent(span)
    columns = {"first": first, "last": last, "date_words": words(span, old), **date_columns(span)}
    return DateCell(columns, list(_date_faults(span, old, known.collection)))


def _date_faults(span: Span, old: Span | None, home: Collection) -> Iterator[CellFault]:
    allowed = home.edges or home.span
    if reaches_out(span, allowed):
        name = "edges" if home.edges else "span"
        what = f"“{span}” lies outside the collection's {name}, {allowed}"
        yield CellFault("outside-span", what, "Mend the date, or widen edges in collection.yaml.")
    rule = home.old_style_until
    for fault in old_style_faults(span, old, rule.latest if rule else None):
        yield CellFault(fault.kind, fault.what, fault.hint, fault.severity)


# Texts ------------------------------------------------------------------------------------------

FULL_STOP = re.compile(r"(?<![.\W][A-Z])(?<!\.)\.$")
FULL_STOP_FAULT = CellFault("full-stop", "ends with a full stop", "Delete it.", WARNING)
