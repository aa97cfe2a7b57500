"""Fifty readers at once, each changing a filter every two seconds, for five minutes.

    python -m tests.benchmarks.bench_load [READERS] [SECONDS] [PROCESSES] [FOLDER]

Two processes of the app (as `deploy/` sets them up), half of the readers at each; the same for a
bare Streamlit page with one checkbox and one Plotly chart of as many bars. Readers speak Streamlit's
protocol without a browser (`reader`), so that the machine's cores are the servers'.

Prints milliseconds from a click to the whole answer, kilobytes and processor time of the server for
each click, memory of the server for each reader, and errors. A reader who has not got an answer
within the two seconds waits for it and then clicks at once; such clicks are counted as late.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.benchmarks.reader import Failed, Reader
from tests.operations.serving import ROOT, free_ports, processes

BETWEEN_CLICKS_SECONDS = 2.0
BARE = """
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
every = 2 if st.sidebar.checkbox("filter") else 1
rows = range(0, 180, every)
bars = go.Bar(base=[7 * n % 900 for n in rows], x=[1 + n % 40 for n in rows], y=list(rows),
              orientation="h", customdata=[f"event {n}" for n in rows])
st.plotly_chart(go.Figure(bars), theme=None, key="bare")
"""


@dataclass
class Record:
    """What the readers of one server saw; times in seconds."""

    clicks: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    late: int = 0
    bytes: int = 0
    processor: float = 0.0
    megabytes_each: float = 0.0


async def read_for(address: str, chance: Random, end: float, record: Record) -> None:
    """One reader: open the page, then click every two seconds until `end` (monotonic)."""
    await asyncio.sleep(chance.uniform(0, BETWEEN_CLICKS_SECONDS))
    try:
        async with Reader(address) as reader:
            record.opened.append(await reader.open())
            before, is_on, due = reader.bytes, False, time.monotonic()
            while time.monotonic() < end:
                due += BETWEEN_CLICKS_SECONDS
                if (rest := due - time.monotonic()) > 0:
                    await asyncio.sleep(rest)
                else:
                    record.late, due = record.late + 1, time.monotonic()
                is_on = not is_on
                record.clicks.append(await _click(reader, is_on, chance))
            record.bytes += reader.bytes - before
    except (Failed, OSError, TimeoutError) as error:
        record.errors[f"{type(error).__name__} {error}"[:80]] += 1


async def _click(reader: Reader, is_on: bool, chance: Random) -> float:
    if reader.checkbox:
        return await reader.tick(is_on)
    # Half of the clicks take a filter away when there is one: nobody chooses sixty.
    fewer = [link for link in reader.links if link.count("=") < reader.query.count("=")]
    links = fewer if fewer and chance.random() < 0.5 else reader.links
    link = chance.choice(links or ["./"])
    reader.links.clear()
    return await reader.follow(link)


async def _load(ports: Sequence[int], pids: Sequence[int], readers: int, seconds: float) -> Record:
    """Let all readers read; the servers are warm before the first is counted."""
    for port in ports:
        warm = Record()
        await read_for(f"http://127.0.0.1:{port}", Random(0), time.monotonic() + 3, warm)
        if warm.errors:
            raise Failed(str(warm.errors))
    record, memory, spent = Record(), _megabytes(pids), _processor(pids)
    end = time.monotonic() + seconds
    work = [
        asyncio.create_task(
            read_for(f"http://127.0.0.1:{ports[n % len(ports)]}", Random(n), end, record)
        )
        for n in range(readers)
    ]
    await asyncio.sleep(max(0.0, seconds - 1))
    record.megabytes_each = (_megabytes(pids) - memory) / readers
    await asyncio.gather(*work)
    record.processor = _processor(pids) - spent
    return record


def _megabytes(pids: Sequence[int]) -> float:
    pages = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processor(pids: Sequence[int]) -> float:
    """Seconds of processor time that the processes have used."""
    fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids)
    ticks = sum(int(one[11]) + int(one[12]) for one in fields)
    return ticks / os.sysconf("SC_CLK_TCK")


def measured(readers: int, seconds: float, count: int, folder: str, script: Path | None) -> Record:
    """The record of `count` fresh servers of our app, or of another script."""
    ports = free_ports(count)
    with processes(ports, {"EVENTS": folder}, script) as started:
        pids = [process.pid for process in started.values()]
        return asyncio.run(_load(ports, pids, readers, seconds))


def main(readers: int = 50, seconds: int = 300, count: int = 2, folder: str = "") -> None:
    """Print both, and how they compare."""
    folder = folder or str(ROOT / "events")
    print(f"{readers} readers, a click every {BETWEEN_CLICKS_SECONDS:g} s, {seconds} s, "
          f"{count} processes, {os.cpu_count()} cores")  # fmt: skip
    ours = measured(readers, seconds, count, folder, None)
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "bare.py"
        script.write_text(BARE, "utf-8")
        bare = measured(readers, seconds, count, folder, script)
    _report(ours, bare)


def _report(ours: Record, bare: Record) -> None:
    print(f"{'':32}{'ours':>10}{'bare':>10}")
    rows = {
        "clicks": lambda one: len(one.clicks),
        "errors": lambda one: one.errors.total(),
        "late clicks": lambda one: one.late,
        "opened, median ms": lambda one: 1000 * _at(one.opened, 0.5),
        "click → answer, median ms": lambda one: 1000 * _at(one.clicks, 0.5),
        "  90 % within ms": lambda one: 1000 * _at(one.clicks, 0.9),
        "  99 % within ms": lambda one: 1000 * _at(one.clicks, 0.99),
        "  slowest ms": lambda one: 1000 * _at(one.clicks, 1),
        "KB for a click": lambda one: one.bytes / 1000 / len(one.clicks),
        "server's processor ms a click": lambda one: 1000 * one.processor / len(one.clicks),
        "server's MB for a reader": lambda one: one.megabytes_each,
    }
    for name, value in rows.items():
        print(f"{name:32}{value(ours):>10,.1f}{value(bare):>10,.1f}")
    for error, number in (ours.errors + bare.errors).items():
        print(f"{number} × {error}")


def _at(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:4]]
    main(*numbers, *sys.argv[4:5])
