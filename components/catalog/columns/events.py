"""Single events of large collections, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.catalog.columns.cells import entries, roles
from components.catalog.columns.kept import Columns
from components.catalog.models import Event
from components.catalog.tables.events import extent

LOOKED_THROUGH = 64  # so many ids are looked for one by one; then it pays to know all places
UNSAID_KIND = "unsaid"  # of an event whose file does not say its kind
_AT_ONCE = 1000


def in_time(event: Event) -> tuple[float, float, str]:
    """By which events are put into the order of an events table."""
    return (*extent(event.date), event.id)


def whole(country: str) -> str:
    """The id of a country as a place, for events of which no nearer place is known."""
    return f"in-{country}"


class TableEvents(Mapping[str, Event]):
    """The events of files of columns, by id; none is held."""

    def __init__(self, tables: Sequence[Columns]) -> None:
        self._tables = tuple(tables)
        self._asked = 0
        self._places: dict[str, tuple[int, int]] | None = None

    def __len__(self) -> int:
        return sum(table.events.num_rows for table in self._tables)

    def __iter__(self) -> Iterator[str]:
        for table in self._tables:
            for piece in table.events["id"].chunks:
                yield from piece.to_pylist()

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._place(id) is not None

    def __getitem__(self, id: str) -> Event:
        if (place := self._place(id)) is None:
            raise KeyError(id)
        table = self._tables[place[0]]
        (event,) = _events(table, table.events.slice(place[1], 1))
        return event

    def values(self) -> Iterator[Event]:  # type: ignore[override]
        """All events, a thousand at a time."""
        for table in self._tables:
            for start in range(0, table.events.num_rows, _AT_ONCE):
                yield from _events(table, table.events.slice(start, _AT_ONCE))

    def home(self, id: str) -> str | None:
        """The collection of an event."""
        place = self._place(id)
        return None if place is None else self._tables[place[0]].collection

    def having(
        self, column: str, is_meant: Callable[[str], bool], most: int
    ) -> tuple[int, list[Event]]:
        """How many events have a cell that is meant in a column of `CELLS`, and the first of them.

        In the order of an events table; at most so many are made.
        """
        number, first = 0, []
        for table in self._tables:
            meant = [code for code, cell in enumerate(table.cells[column]) if is_meant(cell)]
            rows = np.flatnonzero(np.isin(table.events[f"{column}_code"].to_numpy(), meant))
            number += len(rows)
            first += _events(table, table.events.take(rows[:most]))
        first.sort(key=in_time)
        return number, first[:most]

    def _place(self, id: str) -> tuple[int, int] | None:
        """(table, row) of an event."""
        self._asked += 1
        if self._places is None and self._asked > LOOKED_THROUGH:
            self._places = {
                one: (number, row)
                for number, table in enumerate(self._tables)
                for row, one in enumerate(
                    chain(*(p.to_pylist() for p in table.events["id"].chunks))
                )
            }
        if self._places is not None:
            return self._places.get(id)
        for number, table in enumerate(self._tables):
            row = pc.index(table.events["id"], pa.scalar(id, table.events["id"].type)).as_py()
            if row >= 0:
                return number, row
        return None


class AllEvents(Mapping[str, Event]):
    """Events that are written one by one, and those of tables."""

    def __init__(self, written: Mapping[str, Event], tabled: TableEvents) -> None:
        self.written, self.tabled = written, tabled

    def __len__(self) -> int:
        return len(self.written) + len(self.tabled)

    def __iter__(self) -> Iterator[str]:
        return chain(self.written, self.tabled)

    def __contains__(self, id: object) -> bool:
        return id in self.written or id in self.tabled

    def __getitem__(self, id: str) -> Event:
        return self.written[id] if id in self.written else self.tabled[id]

    def values(self) -> Iterator[Event]:  # type: ignore[override]
        """All events."""
        return chain(self.written.values(), self.tabled.values())


class Homes(Mapping[str, str]):
    """The collection of every event, indicator and dispute."""

    def __init__(self, written: Mapping[str, str], tabled: TableEvents) -> None:
        self._written, self._tabled = written, tabled

    def __len__(self) -> int:
        return len(self._written) + len(self._tabled)

    def __iter__(self) -> Iterator[str]:
        return chain(self._written, self._tabled)

    def __getitem__(self, id: str) -> str:
        home = self._written.get(id) or self._tabled.home(id)
        if home is None:
            raise KeyError(id)
        return home


def pointed_to(table: Columns) -> Iterator[tuple[str, str]]:
    """(kind, id) of every record that the rows point to, stand-ins included."""
    places, countries = table.cells["place"], table.cells["country"]
    yield from (("place", one) for one in places if one)
    if "" in places:
        yield from (("place", whole(one)) for one in countries if one)
    yield from (("country", one) for one in countries if one)
    yield from (("kind", one or UNSAID_KIND) for one in table.cells["kind"])
    yield from (("source", one) for one in table.cells["source"])
    yield from (("theme", one) for cell in table.cells["themes"] for one in entries(cell))
    yield from (("tendency", one) for cell in table.cells["tendencies"] for one, _ in roles(cell))


def _events(table: Columns, rows: pa.Table) -> Iterator[Event]:
    dates = table.dates.select(["date", "old_style"]).take(rows["date_code"]).to_pylist()
    for row, date in zip(rows.to_pylist(), dates, strict=True):
        cell = {name: cells[row[f"{name}_code"]] for name, cells in table.cells.items()}
        yield Event.model_validate(_record({**row, **date, **cell}))


def _record(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the plain data of an event, as YAML would have it."""
    cited = {"cite": row["source"], "locator": row["locator"], "standing": row["standing"]}
    place = row["place"] or whole(row["country"])
    fields = {
        "id": row["id"],
        "date": row["date"],
        "old_style": row["old_style"],
        "date_note": row["date_note"],
        "title": row["title"],
        "label": row["label"],
        "kind": row["kind"] or UNSAID_KIND,
        "place": place,
        "country": row["country"] if row["place"] else "",
        "importance": row["importance"],
        "themes": list(entries(row["themes"])),
        "roles": [{"tendency": one, "role": role} for one, role in roles(row["tendencies"])],
        "summary": row["summary"] or row["title"],
        "sources": [{name: value for name, value in cited.items() if value}],
        "unknown": row["unknown"],
    }
    return {name: value for name, value in fields.items() if value}
