"""Columns of files, and the table of all other events, as one events table in order of time.

The columns are those of `events_table` but for `summary` and `search`, which are texts of every
row. What few different cells hold is Categorical: a number a row. `label` is empty where it would
be the title. `plain` makes of a few rows what `events_table` would have made.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from components.catalog.columns.cells import entries, roles
from components.catalog.columns.events import UNSAID_KIND, whole
from components.catalog.columns.kept import Columns
from components.catalog.models import Vocabulary
from components.catalog.tables.lineage import lineage, slots

FLAGS = (
    "approximate", "uncertain", "soft_start", "soft_end", "is_interval", "open_start", "open_end",
    "unknown_start", "unknown_end",
)  # fmt: skip
DAYS = ("earliest", "latest", "core_start", "core_end")
_SMALL = 2**30  # days that an int32 holds, sums of two included


def frame_of(columns: Columns, vocabulary: Vocabulary, places: dict[str, Any]) -> pd.DataFrame:
    """The events of one file; places: id → its record."""
    events, dates, cells = columns.events, columns.dates, columns.cells
    code = {name: _numbers(events[f"{name}_code"]) for name in ("date", *cells)}
    of_date = code.pop("date")
    made: dict[str, Any] = {"title": _texts(events["title"])}
    labels = events["label"].combine_chunks().dictionary_encode()
    made["label"] = _cells(labels.dictionary.to_pylist())[labels.indices.to_numpy()]
    for name in ("date", "date_words", "old_style", "precision"):
        made[name] = _cells(dates[name].to_pylist())[of_date]
    for name in DAYS:
        made[name] = _days(dates[name], of_date)
    made |= {name: _numbers(dates[name])[of_date] for name in FLAGS}
    made["collection"] = _cells([columns.collection])[np.zeros(len(of_date), dtype=np.int8)]
    made["importance"] = np.array(cells["importance"] or ["2"]).astype(np.int8)[code["importance"]]
    made["standing"] = _cells(cells["standing"])[code["standing"]]
    made["kind"] = _cells([kind or UNSAID_KIND for kind in cells["kind"]])[code["kind"]]
    made |= _places(cells, code, places) | _tendencies(cells["tendencies"], code, vocabulary)
    made["themes"] = _cells([entries(cell) for cell in cells["themes"]])[code["themes"]]
    ids = pd.Index(_texts(events["id"]), name="id")
    return pd.DataFrame(made, index=ids, copy=False)


def _texts(column: pa.ChunkedArray) -> pd.api.extensions.ExtensionArray:
    return pd.array(column.cast(pa.large_string()).combine_chunks(), dtype="str")


def _numbers(column: pa.ChunkedArray) -> np.ndarray:
    return column.to_numpy()


def _days(column: pa.ChunkedArray, of_date: np.ndarray) -> pd.api.extensions.ExtensionArray:
    missing = column.is_null().to_numpy()
    days = column.fill_null(0).to_numpy()
    days = days.astype(np.int32) if len(days) and np.abs(days).max() < _SMALL else days
    return pd.arrays.IntegerArray(days[of_date], missing[of_date])


def _cells(values: Iterable[Hashable]) -> _Coded:
    """Values that rows then take by their numbers."""
    return _Coded(list(values))


class _Coded:
    """Different values; `coded[numbers]` is a Categorical of them."""

    def __init__(self, values: list[Hashable]) -> None:
        # The same cell may come from two spellings, and a Categorical has each value once.
        self.different = list(dict.fromkeys(values))
        place = {value: number for number, value in enumerate(self.different)}
        small = np.min_scalar_type(-max(len(self.different), 1))
        self.numbers = np.array([place[value] for value in values], dtype=small)

    def __getitem__(self, rows: np.ndarray) -> pd.Categorical:
        return categorical(self.numbers[rows] if len(self.numbers) else rows, self.different)


def categorical(codes: np.ndarray, values: Sequence[Hashable]) -> pd.Categorical:
    """A Categorical of text, or of tuples, from numbers."""
    cells = np.empty(len(values), dtype=object)
    for number, value in enumerate(values):  # numpy would take tuples of one length for a matrix.
        cells[number] = value
    different = pd.Index(cells, dtype=object, tupleize_cols=False)
    return pd.Categorical.from_codes(codes, categories=different)


def _places(cells: dict, code: dict, places: dict[str, Any]) -> dict[str, Any]:
    """Country, place and its name; a row without a place is in its country as a whole."""
    countries, spots = cells["country"], cells["place"]
    pair = code["country"].astype(np.int64) * max(len(spots), 1) + code["place"]
    numbers, of_row = np.unique(pair, return_inverse=True)
    made: dict[str, list[str]] = {"country": [], "place": [], "place_label": []}
    for number in numbers.tolist():
        country, spot = countries[number // len(spots)], spots[number % len(spots)]
        place = places[spot or whole(country)]
        made["country"].append(country or place.country)
        made["place"].append(place.id)
        made["place_label"].append(place.label)
    return {name: _cells(values)[of_row] for name, values in made.items()}


def _tendencies(cells: Sequence[str], code: dict, vocabulary: Vocabulary) -> dict[str, Any]:
    """What the roles say, as in `tables.events`."""
    lines, colours = lineage(vocabulary), slots(vocabulary)
    pairs = [[(one, role) for of, role in roles(cell) for one in lines[of]] for cell in cells]
    main = [lines[roles(cell)[0][0]][-1] for cell in cells]
    made = {
        "tendencies": [tuple(dict.fromkeys(one for one, _ in some)) for some in pairs],
        "roles": [tuple(dict.fromkeys(f"{one}:{role}" for one, role in some)) for some in pairs],
        "main_tendency": main,
        "slot": [colours[one] for one in main],
    }
    return {name: _cells(values)[code["tendencies"]] for name, values in made.items()}


# Several tables as one -----------------------------------------------------------------------


def joined(parts: Sequence[pd.DataFrame], order: Sequence[str]) -> tuple[pd.DataFrame, list]:
    """Tables that are each in order of time as one, and of each the positions of its rows in it.

    order: the columns to take. Columns that are Categorical in one part are so in the whole.
    """
    if len(parts) == 1:
        return parts[0][list(order)], [np.arange(len(parts[0]))]
    ends = [np.concatenate([_end(part, name, far) for part in parts])
            for name, far in (("earliest", -np.inf), ("latest", np.inf))]  # fmt: skip
    sorting = np.lexsort((ends[1], ends[0]))  # stable: within a part its own order
    place = np.empty(len(sorting), dtype=np.int32)
    place[sorting] = np.arange(len(sorting), dtype=np.int32)
    made = {name: _joined([part[name] for part in parts], sorting) for name in order}
    ids = pd.concat([part.index.to_series() for part in parts]).array.take(sorting)
    whole = pd.DataFrame(made, index=pd.Index(ids, name="id"), copy=False)
    starts = np.cumsum([0, *(len(part) for part in parts)])
    return whole, [place[a:b] for a, b in pairwise(starts)]


def _end(part: pd.DataFrame, name: str, far: float) -> np.ndarray:
    return part[name].to_numpy(dtype="float64", na_value=far)


def _joined(columns: list[pd.Series], sorting: np.ndarray) -> Any:
    if not any(isinstance(column.dtype, pd.CategoricalDtype) for column in columns):
        if all(column.dtype == "Int32" or _is_small(column) for column in columns):
            columns = [column.astype("Int32") for column in columns]
        return pd.concat(columns, ignore_index=True).array.take(sorting)
    different: dict[Hashable, int] = {}
    codes = []
    for column in columns:
        numbers, values = _factors(column)
        own = np.array([different.setdefault(value, len(different)) for value in values])
        codes.append(own[numbers] if len(own) else numbers)
    small = np.min_scalar_type(-max(len(different), 1))
    return categorical(np.concatenate(codes).astype(small)[sorting], list(different))


def _is_small(column: pd.Series) -> bool:
    return column.dtype == "Int64" and not (column.abs() >= _SMALL).any()


def _factors(column: pd.Series) -> tuple[np.ndarray, Iterable[Hashable]]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), column.cat.categories
    return pd.factorize(column.to_numpy(dtype=object))


def plain(rows: pd.DataFrame) -> pd.DataFrame:
    """A few rows as in `events_table`: text for Categorical of text, Int64 days, no empty label."""
    kinds: dict[str, str] = {}
    for name, column in rows.items():
        if isinstance(column.dtype, pd.CategoricalDtype):
            first = next(iter(column.cat.categories), "")
            kinds[name] = "str" if isinstance(first, str) else "object"
        elif column.dtype == "Int32":
            kinds[name] = "Int64"
    rows = rows.astype(kinds)
    return rows.assign(label=rows["label"].where(rows["label"] != "", rows["title"]))
