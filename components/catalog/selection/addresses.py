"""The address of a selection: short lasting keys, ids as values, days as ISO dates.

`read` takes whatever a browser sends and never raises; `write` leaves out nothing it is given. Both
speak in the fields of `selection.Selection`. The keys are part of every link anybody has saved: add
to them, never change them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from components.catalog.dates.calendars import days_from_civil, iso
from components.catalog.selection.index import GROUPS
from components.catalog.unseen import printable

Notice = tuple[str, str]  # key and value as they stood in the address, what is unseen as codes

LANES = ("collection", "country", "tendency", "theme", "place")
AXES = ("auto", "own", "shared")  # each lane its own stretch of time, or all the same
VIEWS = ("auto", "timeline", "list", "table")  # auto: what suits the data and the screen
EVERY_LANE, OTHER_LANES = "all", "other"  # lanes that are no ids: the shared axis, and the rest
LONGEST_TEXT = 200  # characters
KEYS = {
    "countries": "country",
    "collections": "collection",
    "tendencies": "tendency",
    "roles": "role",
    "themes": "theme",
    "kinds": "kind",
    "standings": "standing",
    "text": "q",
    "lanes": "lanes",
    "axis": "axis",
    "zooms": "zoom",
    "view": "view",
    "event": "event",
}
FROM, TO = "from", "to"
# Keys that single pages read: the open record, their own filters, how they are shown.
EXTRAS = (
    "id", "type", "language", "verdict", "form", "agent", "used", "clock", "start", "end",
    "sort", "open", "seen", "page",
)  # fmt: skip
STREAMLIT = ("embed", "embed_options")  # 1.67 reads these two itself.
_ONE_OF = {"lanes": LANES, "axis": AXES, "view": VIEWS}
_DAY = re.compile(r"(-?[0-9]{4,7})-([0-9]{2})-([0-9]{2})")
_SHOWN = 60  # characters of a notice


def read(
    params: Mapping[Any, Any], known: Any, also: Iterable[str] = ()
) -> tuple[dict[str, Any], tuple[Notice, ...]]:
    """Fields of a selection, and what was ignored, each once. `known` is a `selection.Known`."""
    ignored: list[Notice] = []
    given = _given(params, (*KEYS.values(), FROM, TO, *EXTRAS), (*STREAMLIT, *also), ignored)

    def several(field: str, allowed: Iterable[str]) -> tuple[str, ...]:
        values, names = given[KEYS[field]], frozenset(allowed)
        ignored.extend((KEYS[field], value) for value in values if value not in names)
        return tuple(value for value in values if value in names)

    def one(key: str, meaning: Callable[[str], Any], usual: Any) -> Any:
        first, *others = given[key] or [""]
        found = meaning(first) if first else None
        ignored.extend((key, value) for value in others)
        if first and found is None:
            ignored.append((key, first))
        return usual if found is None else found

    found: dict[str, Any] = {group: several(group, getattr(known, group)) for group in GROUPS}
    for field, allowed in _ONE_OF.items():
        found[field] = one(field, lambda value, names=allowed: _among(value, names), allowed[0])
    found["text"] = one(KEYS["text"], _text, "")
    found["event"] = one(KEYS["event"], lambda value: _event(value, known), "")
    found["window"] = _window(one(FROM, _day, None), one(TO, _day, None), given, ignored)
    found["zooms"] = _zooms(given[KEYS["zooms"]], known, ignored)
    found["extras"] = tuple((key, value[:LONGEST_TEXT]) for key in EXTRAS for value in given[key])
    shown = ((printable(key), printable(value[:_SHOWN])) for key, value in ignored)
    return found, tuple(dict.fromkeys(shown))


def write(fields: Mapping[str, Any]) -> dict[str, list[str]]:
    """The address of the given fields: key to list of values."""
    query: dict[str, list[str]] = {}
    for field, value in fields.items():
        if field == "window":
            days = zip((FROM, TO), value, strict=True)
            query |= {key: [iso(day)] for key, day in days if day is not None}
        elif field == "extras":
            for key, one in value:
                query.setdefault(key, []).append(one)
        elif field == "zooms":
            query[KEYS[field]] = [f"{lane}~{iso(first)}~{iso(last)}" for lane, first, last in value]
        else:
            query[KEYS[field]] = [value] if isinstance(value, str) else list(value)
    return query


def tidy(text: str) -> str:
    """Words with one space between, signs that print, at most `LONGEST_TEXT` characters."""
    printing = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printing.split())[:LONGEST_TEXT].rstrip()


def _given(
    params: Mapping[Any, Any], keys: Iterable[str], silent: Iterable[str], ignored: list[Notice]
) -> dict[str, list[str]]:
    """The values of each of our keys as non-empty text; other keys are noted."""
    given: dict[str, list[str]] = {key: [] for key in keys}
    silent = frozenset(silent)
    for key, value in params.items():
        values = list(value) if isinstance(value, (list, tuple)) else [value]
        texts = [str(one) for one in values if one not in (None, "")]
        if key in given:
            given[key] = texts
        elif key not in silent:
            ignored.append((str(key)[:_SHOWN], ", ".join(texts)))
    return given


def _among(value: str, names: tuple[str, ...]) -> str | None:
    return value if value in names else None


def _text(value: str) -> str | None:
    return tidy(value) if len(value) <= LONGEST_TEXT else None


def _event(value: str, known: Any) -> str | None:
    if value in known.events:
        return value
    return (known.aliases or {}).get(value)


def _day(value: str) -> int | None:
    found = _DAY.fullmatch(value)
    try:
        day = days_from_civil(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day is not None and iso(day) == value else None  # One day, one spelling.


def _window(
    first: int | None, last: int | None, given: dict[str, list[str]], ignored: list[Notice]
) -> tuple[int | None, int | None] | None:
    """The days that are given; a window that ends before it starts is ignored."""
    if first is None and last is None:
        return None
    if first is None or last is None or first <= last:
        return first, last
    ignored.extend((key, value) for key in (FROM, TO) for value in given[key])
    return None


def _zooms(values: list[str], known: Any, ignored: list[Notice]) -> tuple[tuple, ...]:
    # A zoom outlives a change of lanes, so a lane of any kind is good.
    kinds = (known.collections, known.countries, known.tendencies, known.themes, known.places)
    lanes = frozenset((EVERY_LANE, OTHER_LANES)).union(*kinds)
    zooms = []
    for value in values:
        lane, *ends = value.split("~")
        days = [_day(end) for end in ends]
        if lane in lanes and len(days) == 2 and None not in days and days[0] <= days[1]:
            zooms.append((lane, *days))
        else:
            ignored.append((KEYS["zooms"], value))
    return tuple(zooms)
