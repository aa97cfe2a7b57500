"""From a table of text to the columns of all its events, in order of time, and its problems.

Counting, filtering, joining and sorting are expressions: they run where the data is. Only different
cells come here to be understood, and go back as a small table of numbers to be joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import ibis
import pyarrow as pa
from ibis import Table

from components.catalog.columns import cells as meaning
from components.catalog.columns.cells import CellFault, Known
from components.catalog.columns.expressions import different
from components.catalog.columns.fields import (
    CELLS,
    DATES,
    FIELDS,
    LONGEST,
    NAMES,
    REQUIRED,
    TEXTS,
)
from components.catalog.problems import ERROR, WARNING, Problem, did_you_mean, nearest

MOST_PROBLEMS = 50  # of one column; what they have in common is said once
_BATCH, _DATES_TOLD = 200_000, 1000
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE_TYPES = pa.schema(
    [("date", pa.string()), ("old_style", pa.string()), ("code", pa.int32())]
    + [(name, pa.float64()) for name in ("first", "last")]
    + [(name, pa.string()) for name in ("date_words", "precision")]
    + [(name, pa.int64()) for name in ("earliest", "latest", "core_start", "core_end")]
    + [
        (name, pa.bool_())
        for name in (
            "approximate", "uncertain", "soft_start", "soft_end", "is_interval", "open_start",
            "open_end", "unknown_start", "unknown_end",
        )
    ]
)  # fmt: skip
Progress = Callable[[int, int], None]  # rows done, rows in all


@dataclass
class Reading:
    """A table being read.

    dates: every different date with what it means (`_DATE_TYPES`); cells: column → its different
        cells, of which the events hold the numbers
    good: the expression of all events that are right, as `expressions` takes them
    """

    dates: pa.Table
    cells: dict[str, list[str]]
    good: Table
    total: int
    problems: list[Problem]

    def batches(self, progress: Progress) -> Iterator[pa.RecordBatch]:
        """The events by first day, last day and id: texts, numbers of cells, row of the file."""
        done = 0
        codes = {f"{n}_code": self.good[f"{n}_code"].cast("int32") for n in ("date", *CELLS)}
        ordered = self.good.order_by(["first", "last", "id"]).select(*TEXTS, "row", **codes)
        for batch in ordered.to_pyarrow_batches(chunk_size=_BATCH):
            done += batch.num_rows
            progress(done, self.total)
            yield batch
        if not done:
            yield pa.RecordBatch.from_pylist([], schema=ordered.schema().to_pyarrow())


def read(
    raw: Table,
    columns: Sequence[str],
    file: str,
    known: Known,
    taken: pa.ChunkedArray,
    progress: Progress = lambda done, total: None,
) -> Reading:
    """Understand a table, as `source.texts` makes it, with a column `row`.

    columns: names as they stand in the file; taken: ids of other events; progress: hears how many
    different dates are understood, which of many rows takes longest
    """
    report = _Report(file, [name.strip() for name in columns])
    report.unknown_columns()
    whole = _complete(raw, known.collection.id)
    if report.missing_columns():
        whole = whole.limit(0)
    good = _without_faulty_rows(whole, report)
    good = _once(good, report, taken)
    dates = _dates(whole, report, known, progress)
    few = dates.select(["date", "old_style", "code", "first", "last"])
    good = good.join(ibis.memtable(few), list(DATES)).rename(date_code="code")
    cells = {}
    for column in CELLS:
        cells[column] = _good_cells(whole, column, report, known)
        numbers = range(len(cells[column]))
        table = pa.table({column: pa.array(cells[column], pa.string()), f"{column}_code": numbers})
        good = good.join(ibis.memtable(table), column)
    codes = (f"{name}_code" for name in ("date", *CELLS))
    good = good.select(*NAMES, "row", "first", "last", *codes)
    total = int(whole.count().to_pyarrow().as_py())
    return Reading(dates, cells, good, total, report.problems)


def _complete(raw: Table, collection: str) -> Table:
    """With every documented column, and with ids."""
    absent = {name: ibis.literal("") for name in NAMES if name not in raw.columns}
    if "id" in absent:
        absent["id"] = ibis.literal(f"{collection}-") + raw.row.cast("string")
    whole = raw.mutate(**absent)
    said = {
        name: (whole[name] == "").ifelse(usual, whole[name])
        for name, usual in meaning.UNSAID.items()
    }
    return whole.mutate(**said)


def _without_faulty_rows(whole: Table, report: _Report) -> Table:
    """Rows without an id, a title or a place fall out; each of these faults is reported once."""
    found = {
        ("id", "it is no id: a–z, 0–9 and hyphens"): ~whole.id.re_search(_ID),
        ("title", "“title” is empty"): whole.title == "",
        ("place", "“place” and “country” are empty"): (whole.place == "") & (whole.country == ""),
    }
    for name, most in LONGEST.items():
        found[name, f"longer than {most} characters"] = whole[name].length() > most
    asked = {}
    for number, bad in enumerate(found.values()):
        asked[f"n{number}"] = bad.ifelse(1, 0).sum()
        asked[f"first{number}"] = whole.row.min(where=bad)
    (answer,) = whole.agg(**asked).to_pyarrow().to_pylist()
    for number, (column, what) in enumerate(found):
        if answer[f"n{number}"]:
            fault = CellFault("wrong-value", what)
            report.add(column, "", answer[f"first{number}"], answer[f"n{number}"], fault)
    _full_stops(whole, report)
    return whole.filter(~reduce(or_, found.values()))


def _full_stops(whole: Table, report: _Report) -> None:
    ending = whole.filter(whole.title.re_search("[^.][.]$")).select("title", "row")
    for found in ending.order_by("row").limit(MOST_PROBLEMS).to_pyarrow().to_pylist():
        if meaning.FULL_STOP.search(found["title"]):
            report.add("title", "", found["row"], 1, meaning.FULL_STOP_FAULT)


def _once(rows: Table, report: _Report, taken: pa.ChunkedArray) -> Table:
    """Of several rows with one id the first, and none with an id that is taken."""
    by_id = rows.group_by("id").agg(n=rows.count(), first=rows.row.min())
    several = by_id.filter(by_id.n > 1).order_by("first").limit(MOST_PROBLEMS + 1)
    twice = several.to_pyarrow().to_pylist()
    for found in twice:
        hint = f"It is the id of row {found['first']}."
        fault = CellFault("duplicate-id", f"“{found['id']}” is taken", hint)
        others = rows.filter((rows.id == found["id"]) & (rows.row > found["first"]))
        second = others.row.min().to_pyarrow().as_py()
        report.add("id", found["id"], second, found["n"] - 1, fault)
    if twice:
        nth = ibis.row_number().over(group_by="id", order_by="row")
        rows = rows.mutate(nth=nth).filter(ibis._.nth == 0).drop("nth")
    if not len(taken):
        return rows
    others = ibis.memtable(pa.table({"id": taken}))
    for found in rows.semi_join(others, "id").select("id", "row").to_pyarrow().to_pylist():
        fault = CellFault("duplicate-id", f"“{found['id']}” is taken", "See the YAML files.")
        report.add("id", found["id"], found["row"], 1, fault)
    return rows.anti_join(others, "id")


def _good_cells(whole: Table, column: str, report: _Report, known: Known) -> list[str]:
    """The different cells of a column that are right, the most frequent first."""
    good = []
    for found in different(whole, [column]):
        faults = list(meaning.cell_faults(column, found[column], known))
        for fault in faults:
            report.add(column, found[column], found["row"], found["n"], fault)
        if not faults:
            good.append(found[column])
    return good


def _dates(whole: Table, report: _Report, known: Known, progress: Progress) -> pa.Table:
    """Every different date that is one, with what it means."""
    rows, every = [], list(different(whole, list(DATES)))
    for number, found in enumerate(every):
        if number % _DATES_TOLD == 0:
            progress(number, len(every))
        cell = meaning.date_cell(found["date"], found["old_style"], known)
        for fault in cell.faults:
            column = "old_style" if "old-style" in fault.kind else "date"
            report.add(column, found["date"], found["row"], found["n"], fault)
        if cell.columns is not None:
            named = {name: found[name] for name in DATES}
            rows.append({**named, "code": len(rows), **cell.columns})
    return pa.Table.from_pylist(rows, schema=_DATE_TYPES)


class _Report:
    """The problems of a file, at most `MOST_PROBLEMS` of a column."""

    def __init__(self, file: str, columns: Sequence[str]) -> None:
        self.file = file
        self.columns = columns
        self.problems: list[Problem] = []
        self._number: dict[tuple[str, str], int] = {}

    def add(self, column: str, cell: str, row: int, rows: int, fault: CellFault) -> None:
        """Report a fault in a cell that first stands in a row, and in so many rows in all."""
        place = self.columns.index(column) + 1 if column in self.columns else 1
        of_kind = self._number[column, fault.kind] = self._number.get((column, fault.kind), 0) + 1
        if of_kind > MOST_PROBLEMS:
            return
        more = [f"So in {rows:,} rows."] if rows > 1 else []
        if of_kind == MOST_PROBLEMS:
            more.append("There may be more of this kind: mend these first.")
        hint = " ".join(filter(None, (fault.hint, *more)))
        self.problems.append(
            Problem(self.file, row, place, f"row {row}", column, fault.what, hint,
                    fault.severity, fault.kind)
        )  # fmt: skip

    def unknown_columns(self) -> None:
        """Columns that are not documented are not read."""
        for place, name in enumerate(self.columns, 1):
            if name not in NAMES:
                hint = did_you_mean(name, NAMES) or f"Columns here: {', '.join(NAMES)}."
                what = f"the column “{name}” is not read"
                severity = ERROR if nearest(name, NAMES) in REQUIRED else WARNING
                self._of_header(place, "unknown-field", what, hint, severity)

    def missing_columns(self) -> bool:
        """Whether a column is missing without which there are no events."""
        # A misspelt column is not also a missing one.
        meant = {nearest(name, NAMES) for name in self.columns if name not in NAMES}
        missing = [name for name in REQUIRED if name not in self.columns]
        for name in [name for name in missing if name not in meant]:
            (text,) = (field.text for field in FIELDS if field.name == name)
            self._of_header(1, "missing-field", f"the column “{name}” is missing", text, ERROR)
        return bool(missing)

    def _of_header(self, place: int, kind: str, what: str, hint: str, severity: str) -> None:
        self.problems.append(Problem(self.file, 1, place, "", "", what, hint, severity, kind))
