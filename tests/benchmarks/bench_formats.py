"""How long 10,000 events take out into each format and in again, beside the same as bare JSON.

    python -m tests.benchmarks.bench_formats [EVENTS] [FORMAT …]        (default: 10000, all)

The events are those of `bench_reading`, about 1 KB each, with doubt in most dates; sources are one
for each event. Each format is measured in a process of its own, which has the catalogue already:

    out      `write(catalog, table)`, seconds; peak: by how much the process grew meanwhile
    in       `read(bytes)` of what was written, where the format can be read; of formats that are
             only read (SIMILE, Linked Traces, Wikidata), of a file with the titles and days of these
             events
    json     baseline: `json.dumps` of the rows that the `json` format has, and `json.loads`
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from components.catalog.catalog import Catalog, load
from components.catalog.dates.calendars import iso
from components.catalog.formats.document import json_document
from components.catalog.formats.offered import FORMATS
from components.catalog.imports.accepted import READERS
from components.catalog.tables import events_table
from tests.benchmarks.bench_reading import write_catalogue

BASELINE = "baseline"
ONLY_READ = ("simile", "linked-traces", "wikidata")


def catalogue(events: int) -> Catalog:
    """Ys with so many events, and a source for each."""
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "catalogue"
        write_catalogue(folder, events)
        catalog = load(folder)
    pattern = catalog.sources["le-goff-1978"]
    sources = {
        f"source-{n}": pattern.model_copy(update={"id": f"source-{n}", "title": f"Bread, part {n}"})
        for n in range(events)
    }
    return replace(catalog, sources={**catalog.sources, **sources})


def timed(call: Callable[[], Any]) -> tuple[Any, float, float]:
    """(what it returned, seconds, MB by which the peak of the process grew)."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    result = call()
    seconds = time.perf_counter() - start
    return result, seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def foreign(name: str, table: pd.DataFrame) -> bytes:
    """The events as a file of a format that is only read."""
    rows = [
        (title, iso(int(day)))
        for title, day in zip(table["title"], table["earliest"].fillna(0), strict=True)
    ]
    if name == "simile":
        return json.dumps(
            {"dateTimeFormat": "iso8601", "events": [{"title": t, "start": d} for t, d in rows]}
        ).encode()
    if name == "linked-traces":
        traces = [
            {"type": "Annotation", "target": {"title": title}, "body": [
                {"title": "Ys", "relation": "seat", "when": {"timespans": [{"start": day}]}}]}
            for title, day in rows
        ]  # fmt: skip
        return json.dumps(traces).encode()
    bindings = [
        {name: {"type": "literal", "value": value} for name, value in (
            ("itemLabel", title), ("date", f"{day}T00:00:00Z"), ("datePrecision", "11"))}
        for title, day in rows
    ]  # fmt: skip
    return json.dumps({"results": {"bindings": bindings}}).encode()


def measure(name: str, events: int) -> dict[str, float]:
    """Seconds and megabytes of one format, or of the baseline."""
    catalog = catalogue(events)
    table = events_table(catalog)
    if name == BASELINE:
        rows = json_document(catalog)
        written, out, out_peak = timed(lambda: json.dumps(rows, ensure_ascii=False))
        data = written.encode()
        _, back, back_peak = timed(lambda: json.loads(data))
    elif name in ONLY_READ:
        data, out, out_peak = foreign(name, table), 0.0, 0.0
        found, back, back_peak = timed(lambda: READERS[name].read(data))
        assert len(found.records) == len(table), found.said()
    else:
        written, out, out_peak = timed(lambda: FORMATS[name].write(catalog, table))
        data = written.encode() if isinstance(written, str) else written
        back = back_peak = -1.0
        if name in READERS:
            _, back, back_peak = timed(lambda: READERS[name].read(data))
    return {
        "mb": len(data) / 1e6,
        "out": out,
        "out_peak": out_peak,
        "in": back,
        "in_peak": back_peak,
    }


def measure_apart(name: str, events: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.bench_formats",
        "--measure",
        name,
        str(events),
    ]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main(events: int, names: list[str]) -> None:
    """Print a line for each format."""
    print(f"{events:,} events\n{'format':<16}{'MB':>7}{'out s':>8}{'+MB':>6}{'in s':>8}{'+MB':>6}")
    for name in names:
        found = measure_apart(name, events)
        back = f"{found['in']:>8.2f}{found['in_peak']:>6.0f}" if found["in"] >= 0 else ""
        print(f"{name:<16}{found['mb']:>7.1f}{found['out']:>8.2f}{found['out_peak']:>6.0f}{back}",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
    else:
        main(
            int(sys.argv[1]) if sys.argv[1:] else 10_000,
            sys.argv[2:] or [BASELINE, *FORMATS, *ONLY_READ],
        )
