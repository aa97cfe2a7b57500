"""How long reading and checking a catalogue takes, beside a bare YAML parse of the same files.

    python -m tests.benchmarks.bench_reading [EVENTS …]        (default: 1000 10000)

For each number of events, files of 1,000 generated events of about 1 KB each are written next to
the invented catalogue of Ys. Then, each in a process of its own, they are read

    bare     by `yaml.load(…, CSafeLoader)`, file by file: data, unchecked, without places
    ours     by `load(folder)`: strict reading, records, dates, references, all checks

and seconds (best of three), the ratio of the two, and the peak memory of the process are printed.
The goal is that all of it takes at most three times the bare parse.
"""

from __future__ import annotations

import json
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


READERS: dict[str, Callable[[Path], int]] = {"bare": read_bare, "ours": read_ours}


def measure(reader: str, folder: Path) -> tuple[float, float]:
    """(best seconds, peak MB) of a reader in this process."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        READERS[reader](folder)
        seconds.append(time.perf_counter() - start)
    return min(seconds), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_apart(reader: str, folder: Path) -> tuple[float, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_reading", "--measure", reader, folder]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return tuple(json.loads(done.stdout))


def main(numbers: list[int]) -> None:
    """Print a line for each number of events."""
    print(f"{'events':>8} {'MB of YAML':>11} {'bare s':>8} {'ours s':>8} {'ratio':>6} "
          f"{'bare peak MB':>13} {'ours peak MB':>13}")  # fmt: skip
    for number in numbers:
        with tempfile.TemporaryDirectory() as above:
            folder = Path(above) / "catalogue"
            write_catalogue(folder, number)
            size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) / 1e6
            bare, bare_peak = measure_apart("bare", folder)
            ours, ours_peak = measure_apart("ours", folder)
        ratio = ours / bare
        print(f"{number:>8,} {size:>11.2f} {bare:>8.3f} {ours:>8.3f} {ratio:>6.2f} "
              f"{bare_peak:>13.0f} {ours_peak:>13.0f}  "
              f"{'within' if ratio <= GOAL else 'ABOVE'} the goal of {GOAL:g}")  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
    else:
        main([int(number) for number in sys.argv[1:]] or [1000, 10_000])
