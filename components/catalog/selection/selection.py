"""What this reader is looking at: one frozen value, of which widgets and addresses are views.

Everything here is total: whatever an address says, there is a selection, and what could not be
understood comes back as notices. The parts of an address are read in `addresses`, rows are filtered
in `facets`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pandas as pd

from components.catalog.models import Role
from components.catalog.selection import addresses
from components.catalog.selection.addresses import AXES, KEYS, LANES, VIEWS, Notice
from components.catalog.selection.facets import facet_counts, kept, question
from components.catalog.selection.index import GROUPS, Index
from components.catalog.tables.events import STANDINGS

if TYPE_CHECKING:
    from components.catalog.catalog import Catalog

__all__ = [
    "AXES", "GROUPS", "KEYS", "LANES", "VIEWS", "Index", "Known", "Notice", "Selection",
    "facet_counts", "known",
]  # fmt: skip

Zoom = tuple[str, int, int]  # lane, first and last day


@dataclass(frozen=True)
class Known:
    """The ids that an address may name, groups in display order."""

    countries: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    tendencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    events: Container[str] = frozenset()
    aliases: Mapping[str, str] | None = None  # former id of an event: its present one


def known(catalog: Catalog) -> Known:
    """The ids of a catalog; a former id that is an event's id again means that event."""
    words, events = catalog.vocabulary, catalog.written.values()
    return Known(
        countries=tuple(term.id for term in words.countries),
        collections=tuple(catalog.collections),
        tendencies=tuple(term.id for term in words.tendencies),
        roles=get_args(Role.model_fields["role"].annotation),
        themes=tuple(term.id for term in words.themes),
        kinds=tuple(term.id for term in words.kinds),
        standings=STANDINGS,
        places=tuple(catalog.places),
        events=catalog.events,
        aliases={alias: event.id for event in events for alias in event.aliases},
    )


@dataclass(frozen=True)
class Selection:
    """A choice of events and of how they are shown; equal choices are equal values.

    countries … standings: ids, sorted, none twice; several of one group widen, groups narrow
    text: words that must all be found, at most 200 characters
    window: first and last day, both included; None is everything, also at one end
    lanes, axis, view: see `LANES`, `AXES`, `VIEWS`
    zooms: (lane, first day, last day) of lanes that are zoomed by themselves, one for each lane
    event: the id of the open event, or ""
    extras: (key, value) pairs that single pages read, see `EXTRAS`; the page checks the values
    """

    countries: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    tendencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    text: str = ""
    window: tuple[int | None, int | None] | None = None
    lanes: str = LANES[0]
    axis: str = AXES[0]
    zooms: tuple[Zoom, ...] = ()
    view: str = VIEWS[0]
    event: str = ""
    extras: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Bring equal choices into one form."""
        for group in GROUPS:
            object.__setattr__(self, group, tuple(sorted(set(getattr(self, group)))))
        object.__setattr__(self, "text", addresses.tidy(self.text))
        if self.window and None not in self.window:
            object.__setattr__(self, "window", tuple(sorted(self.window)))
        if self.window == (None, None):
            object.__setattr__(self, "window", None)
        order = {key: place for place, key in enumerate(addresses.EXTRAS)}
        extras = sorted(dict.fromkeys(self.extras), key=lambda pair: (order[pair[0]], pair[1]))
        object.__setattr__(self, "extras", tuple(extras))
        zooms = {lane: (min(days), max(days)) for lane, *days in self.zooms}
        ordered = tuple((lane, *zooms[lane]) for lane in sorted(zooms))
        object.__setattr__(self, "zooms", ordered)

    @classmethod
    def from_query(
        cls, params: Mapping[str, Any], known: Known, also: Iterable[str] = ()
    ) -> tuple[Selection, tuple[Notice, ...]]:
        """The selection an address means, and (key, value) of what in it was ignored.

        params: key to list of values (or to one value); known: `known(catalog)`; also: keys that
        somebody else reads. Never raises. Former event ids become the present ones, silently.
        """
        found, notices = addresses.read(params, known, also)
        return cls(**found), notices

    def to_query(self) -> dict[str, list[str]]:
        """The address: key to list of values, what is as usual left out."""
        usual = Selection()
        changed = {one.name: getattr(self, one.name) for one in fields(self)}
        return addresses.write(
            {name: value for name, value in changed.items() if value != getattr(usual, name)}
        )

    def apply(self, table: pd.DataFrame | Index, *, without: str | None = None) -> pd.DataFrame:
        """The rows of an `events_table` that fit, in its order; same columns.

        table: or its `Index`, which a caller keeps who asks more than once; without: a group
        ("tendencies", …, "text", "window") whose filter is left out
        """
        index = table if isinstance(table, Index) else Index(table)
        return index.table[kept(index, self, without)]

    def mask(self, table: pd.DataFrame | Index) -> np.ndarray:
        """Which rows fit: bool, in the table's order."""
        return kept(table if isinstance(table, Index) else Index(table), self)

    def rows(self, index: Index) -> np.ndarray:
        """Positions of the rows that fit, in the table's order: int32."""
        return index.once(
            ("rows", *self.filters), lambda: np.flatnonzero(kept(index, self)).astype(np.int32)
        )

    @property
    def filters(self) -> tuple:
        """All that decides over rows, as one value."""
        return question(self)

    def extra(self, key: str) -> tuple[str, ...]:
        """The values of one of the pages' own keys."""
        return tuple(value for name, value in self.extras if name == key)

    def with_extra(self, key: str, *values: str) -> Selection:
        """With exactly these values of one of the pages' own keys; none takes the key away."""
        others = tuple(pair for pair in self.extras if pair[0] != key)
        return self.with_(extras=(*others, *((key, value) for value in values)))

    def with_(self, **changes: Any) -> Selection:
        """The same selection but for the given fields."""
        return replace(self, **changes)

    def toggle(self, group: str, value: str) -> Selection:
        """With the value where it was not, without it where it was; from the first page on."""
        if value in getattr(self, group):
            return self.without_value(group, value)
        return self.with_extra("page").with_(**{group: (*getattr(self, group), value)})

    def without_value(self, group: str, value: object = None) -> Selection:
        """Without one value of a group; "text" and "window" are cleared whatever the value."""
        left: Any = getattr(Selection(), group)
        if group not in ("text", "window"):
            left = tuple(one for one in getattr(self, group) if one != value)
        return self.with_extra("page").with_(**{group: left})

    @property
    def chips(self) -> tuple[tuple[str, Any], ...]:
        """Every filter at work as (group, value), as `without_value` takes it away."""
        chips: list[tuple[str, Any]] = [
            (group, value) for group in GROUPS for value in getattr(self, group)
        ]
        chips += [(group, getattr(self, group)) for group in ("text", "window")]
        return tuple((group, value) for group, value in chips if value)

    @property
    def is_default(self) -> bool:
        """Whether nothing at all was chosen."""
        return self == Selection()
