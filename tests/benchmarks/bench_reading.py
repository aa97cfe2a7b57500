"""How long reading and checking a catalogue takes, beside a bare YAML parse of the same files.

    python -m tests.benchmarks.bench_reading [EVENTS … | --of FOLDER]    (default: 1000 10000)

For each number of events, files of 1,000 generated events of about 1 KB each are written next to
the invented catalogue of Ys (or a FOLDER is taken as it is). Then, each in a process of its own,
they are read

    bare     by `yaml.load(…, CSafeLoader)`, file by file: data, unchecked, without places
    ours     by `load(folder)`: strict reading, records, dates, references, all checks
    start    the same when the files have been read before, by another process
    again    the same in one process, when nothing has changed
    saved    the same when one file has changed (a line of comment more)

and seconds of processor time (best of three), their ratio to the bare parse, and the peak memory
of the process are printed. The goal is that all of it takes at most three times the bare parse.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from components.catalog.catalog import load

YS = Path(__file__).parents[1] / "fixtures" / "ys"
RUNS = 3
GOAL = 3.0

EVENT = """\
- id: generated-{number}
  date: {date}
  date_note: The minutes and the Gazette agree on it, though the clerk remembered another day.
  title: Meeting number {number} of the crews on the Great Quay
  label: Meeting {number}
  kind: congress
  place: ys-quay
  importance: {importance}
  themes: [coordination, takeover]
  roles:
    - {{tendency: dock-crews, role: acted, actors: [strike-committee, jeanne-morel]}}
    - {{tendency: republican, role: opposed, actors: [prefecture], note: its length}}
  summary: >
    The crews of the quay met in the open, heard a report of the week's work and chose delegates
    for the next one. Dues were paid, a ship was allotted by lot, and a letter of the pilots was
    read aloud. Nobody voted against, and the meeting ended before the tide turned at noon.
  indicators: [strikers]
  sources:
    - {{cite: morel-1901, locator: p. {importance}, standing: read}}
    - {{cite: port-archive, locator: "minutes {number}", standing: cited, via: le-goff-1978}}
  readings:
    - by: A. Le Goff
      school: social history
      text: She reads the meeting as a school of self-government.
      sources: [{{cite: le-goff-1978, locator: p. 220, standing: read}}]
  related:
    - {{event: harbour-strike, how: part-of}}
"""


def write_catalogue(folder: Path, events: int) -> None:
    """Ys with this many generated events more, 1,000 a file."""
    shutil.copytree(YS, folder)
    # A bare parse takes it for a Gregorian date, which it is not, and gives up.
    julian = folder / "lyonesse" / "1900.yaml"
    quoted = julian.read_text("utf-8").replace("1900-02-29", '"1900-02-29"')
    julian.write_text(quoted, encoding="utf-8")
    for start in range(0, events, 1000):
        text = "\n".join(map(_event, range(start, min(start + 1000, events))))
        (folder / "ys" / f"generated-{start:06d}.yaml").write_text(text, encoding="utf-8")


def _event(number: int) -> str:
    day = f"1900-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    dates = (day, f"{day}~", day[:7], f"{day}/1901-02", f'"[{day},1901-01-05]"')
    return EVENT.format(number=number, date=dates[number % 5], importance=number % 3 + 1)


def read_bare(folder: Path) -> int:
    """Parse every file and keep what is in it; how many files."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))]
    return len([yaml.load(text, loader) for text in texts])


def read_ours(folder: Path) -> int:
    """Load the catalogue; how many problems (there are none)."""
    return len(load(folder).problems)


def again(folder: Path) -> Callable[[Path], int]:
    """Load it where nothing has changed since it was last loaded."""
    before = load(folder)
    return lambda folder: len(load(folder, before=before).problems)


def saved(folder: Path) -> Callable[[Path], int]:
    """Load it where one file of events, the largest, has changed since."""
    before = load(folder)
    path = max(folder.rglob("*.yaml"), key=lambda path: path.stat().st_size)
    with path.open("a", encoding="utf-8") as stream:
        stream.write("# one line more\n")
    return lambda folder: len(load(folder, before=before).problems)


# How a reader is made ready in its process, and whether it may find what another one kept.
READERS: dict[str, tuple[Callable[[Path], Callable[[Path], int]], bool]] = {
    "bare": (lambda folder: read_bare, False),
    "ours": (lambda folder: read_ours, False),
    "start": (lambda folder: read_ours, True),
    "again": (again, False),
    "saved": (saved, False),
}


def measure(reader: str, folder: Path) -> tuple[float, float]:
    """(best seconds of processor time, peak MB) of a reader in this process."""
    read = READERS[reader][0](folder)
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        read(folder)
        seconds.append(time.process_time() - start)
    return min(seconds), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_apart(reader: str, folder: Path, cache: Path) -> tuple[float, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_reading", "--measure", reader, folder]
    root = Path(__file__).parents[2]
    kept = {"EVENTS_CACHE": str(cache) if READERS[reader][1] else "off"}
    done = subprocess.run(
        command, cwd=root, check=True, capture_output=True, text=True, env=os.environ | kept
    )
    return tuple(json.loads(done.stdout))


def report(folder: Path, cache: Path) -> None:
    """Print what each reader takes for a catalogue."""
    found = {reader: measure_apart(reader, folder, cache) for reader in READERS}
    size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) / 1e6
    print(f"{size:.2f} MB of YAML")
    bare = found["bare"][0]
    for reader, (seconds, peak) in found.items():
        goal = f"  {'within' if seconds <= GOAL * bare else 'ABOVE'} the goal of {GOAL:g}"
        print(f"  {reader:<6}{seconds:>8.3f} s{seconds / bare:>7.2f} × bare{peak:>7.0f} MB"
              f"{goal if reader == 'ours' else ''}")  # fmt: skip


def main(numbers: list[int]) -> None:
    """Generate catalogues of so many events, and print what reading them takes."""
    for number in numbers:
        with tempfile.TemporaryDirectory() as above:
            folder = Path(above) / "catalogue"
            write_catalogue(folder, number)
            print(f"{number:,} events, ", end="")
            report(folder, Path(above) / "cache")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["--of"]:
        with tempfile.TemporaryDirectory() as above:
            given = shutil.copytree(sys.argv[2], Path(above) / "catalogue")
            report(Path(given), Path(above) / "cache")
    else:
        main([int(number) for number in sys.argv[1:]] or [1000, 10_000])
