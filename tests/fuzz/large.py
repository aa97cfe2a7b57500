"""Hostile files of a megabyte: how long a catalogue that has one takes to load, and how much memory.

    python -m tests.fuzz.large [BYTES]

Each is one more file of events in the invented catalogue, loaded in a process of its own. Limits:
1 s of processor time, and 200 MB beside what the imports take. Exit code 1 when one is exceeded.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from components.catalog.catalog import load

YS = Path(__file__).parents[1] / "fixtures" / "ys"
MOST_SECONDS, MOST_MEGABYTES = 1.0, 200


def large(bytes_: int) -> dict[str, str]:
    """Texts of so many bytes, by what is wrong with them."""

    def filled(unit: str | Callable[[int], str], start: str = "", end: str = "") -> str:
        if isinstance(unit, str):
            return start + unit * ((bytes_ - len(start + end)) // len(unit.encode())) + end
        pieces, left = [start], bytes_ - len(start + end)
        for number in count():
            left -= len(unit(number))
            if left < 0:
                return "".join(pieces) + end
            pieces.append(unit(number))

    event = "- id: a\n  "
    return {
        "entries that are no records": filled("- x\n"),
        "empty entries": filled("- \n"),
        "records without any right field": filled("- {a: b}\n"),
        "entries in one line": filled("a,", "[", "a]"),
        "roles without any right field": filled("{a: b},", event + "roles: [", "a]"),
        "sources that are none": filled("x,", event + "sources: [", "x]"),
        "aliases that are none": filled("A A,", event + "aliases: [", "a]"),
        "unknown fields": filled(lambda n: f"  k{n}: v\n", "- id: a\n"),
        "fields at the top": filled(lambda n: f"k{n}: \n"),
        "brackets": filled("["),
        "a notice in each line": filled("- a #b\n"),
        "a sign that cannot be seen in each line": filled("# \u200b\n"),
        "the same as escapes": filled('- "\\u200b"\n'),
        "quotes that stay open": filled('- "\n'),
        "records that cannot be read": filled(lambda n: f"- id: a{n}\n  x: @\n"),
        "entries that cannot be read": filled("- @\n"),
        "one id for all": filled("- id: a\n  date: 1900\n"),
        "a quote that stays open at the end": filled("- id: a\n", end='"'),
        "one long text": filled("x", "- "),
        "one long name": filled("x", end=": a"),
        "tabs": filled("\t", "a: b"),
        "breaks": filled("\n"),
        "conflicts": filled("=======\n"),
    }


def loaded(text: str, folder: Path) -> tuple[float, float, int]:
    """Seconds and megabytes that loading Ys with one more file takes, and its problems."""
    (folder / "ys" / "extra.yaml").write_text(text, encoding="utf-8")
    before, start = _megabytes(), time.process_time()
    problems = load(folder).problems
    return time.process_time() - start, _megabytes() - before, len(problems)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(bytes_: int = 1_000_000) -> int:
    """Load every text; print what it took; 1 if one took too much."""
    worst = (0.0, 0.0)
    for name, text in large(bytes_).items():
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(YS, Path(folder) / "ys")
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                seconds, megabytes, problems = pool.apply(loaded, (text, Path(folder) / "ys"))
        worst = max(worst[0], seconds), max(worst[1], megabytes)
        print(f"{seconds:6.2f} s {megabytes:5.0f} MB {problems:6,} problems  {name}", flush=True)
    print(f"at most {worst[0]:.2f} s and {worst[1]:.0f} MB")
    return 1 if worst[0] > MOST_SECONDS or worst[1] > MOST_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
