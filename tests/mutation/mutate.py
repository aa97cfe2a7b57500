"""How many small faults in dates, reader and selection the tests notice.

    python -m tests.mutation.mutate [dates | reader | selection | a file …] [--again REPORT]

Every mutant (see `mutants`) is one fault in one place. The tests are collected once; for each
mutant a forked process takes the fault into the running module (`in_memory`) and runs the tests
that call the function, quickest first, until one fails or three seconds of them have passed. A
mutant that takes longer than ten times what the tests take is killed as well. Faults in the body of
a class are put in by an import hook before anything of ours is imported (`at_import`).

--again judges the survivors of an earlier report once more, for ten seconds and by the newest tests
first. All others count as what they were.

Prints killed and all per module, and every survivor. Survivors that change nothing anybody can see
are named in `equivalent.txt` with the reason, and counted apart. Exit code 1 below the goal.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

from tests.mutation import at_import, in_memory
from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "components" / "catalog"
GOAL, QUICK_SECONDS, AGAIN_SECONDS = 0.85, 3, 10
PARTS = {
    "dates": (("dates",), ("test_dates*.py", "test_date_*.py", "test_calendars.py", "test_spans.py")),
    "reader": (("reading", "unseen.py"), ("test_reader*.py", "test_read_once.py", "test_catalog.py",
                                          "test_problems.py", "test_checks.py", "../test_progress.py")),
    "selection": (("selection",), ("test_selection*.py", "test_addresses.py")),
}  # fmt: skip
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
Outcome = list[tuple[Mutant, bool]]


def main(*wanted: str, again: str = "") -> int:
    """Judge the tests of the wanted parts, all by default. again: an earlier report, or \"\"."""
    equivalent, lived = _equivalent(), _lived(Path(again)) if again else None
    killed_of_all = number_of_all = 0
    for part, (places, patterns) in PARTS.items():
        all_files = [file for place in places for file in _files(CATALOG / place)]
        files = [file for file in all_files if {part, file.name, None} & {*(wanted or (None,))}]
        tests = [p for one in patterns for p in sorted((ROOT / "tests" / "catalog").glob(one))]
        for file, outcome in (_judged(files, tests, lived) if files else {}).items():
            killed, number = _report(file, outcome, equivalent)
            killed_of_all, number_of_all = killed_of_all + killed, number_of_all + number
    print(f"{killed_of_all} of {number_of_all} killed ({killed_of_all / number_of_all:.1%})")
    return 0 if killed_of_all >= GOAL * number_of_all else 1


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("[!_]*.py")) if place.is_dir() else [place]


def _judged(
    files: list[Path], tests: list[Path], lived: set[tuple[str, str]] | None
) -> dict[Path, Outcome]:
    """What became of every mutant; those that are not in `lived` were killed before."""
    trees = {file: ast.parse(file.read_text("utf-8")) for file in files}
    found = {file: mutants(tree) for file, tree in trees.items()}
    outcome: dict[Path, Outcome] = defaultdict(list)
    for judge, is_of_class in ((in_memory, False), (at_import, True)):
        all_ = [(f, m) for f in files for m in found[f] if m.unit.endswith(".") is is_of_class]
        chosen = [one for one in all_ if lived is None or (_name(one[0]), _what(one[1])) in lived]
        most = QUICK_SECONDS if lived is None else AGAIN_SECONDS
        killed = (
            judge.judged(chosen, trees, tests, most, newest_first=lived is not None)
            if chosen
            else []
        )
        killed = dict(zip(map(id, (mutant for _, mutant in chosen)), killed, strict=True))
        for file, mutant in all_:
            outcome[file].append((mutant, killed.get(id(mutant), True)))
    return outcome


def _name(file: Path) -> str:
    return file.relative_to(CATALOG).as_posix()


def _what(mutant: Mutant) -> str:
    return f"{mutant.line}: {mutant.unit}: {mutant.what}"


def _lived(report: Path) -> set[tuple[str, str]]:
    """(file, what) of the survivors that an earlier report names."""
    lived, name = set(), ""
    for line in report.read_text("utf-8").splitlines():
        if found := re.match(r"(\S+\.py): \d+ of \d+ killed", line):
            name = found[1]
        elif name and line.startswith("    "):
            lived.add((name, line.strip()))
    return lived


def _equivalent() -> set[tuple[str, str]]:
    """(file, what) of mutants that change nothing; the lines after `#` say why."""
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.exists() else []
    return {tuple(line.split(": ", 1)) for line in lines if line and not line.startswith("#")}


def _report(file: Path, outcome: Outcome, equivalent: set[tuple[str, str]]) -> tuple[int, int]:
    name = _name(file)
    lived = [mutant for mutant, killed in outcome if not killed]
    same = [mutant for mutant in lived if (name, f"{mutant.unit}: {mutant.what}") in equivalent]
    killed, number = len(outcome) - len(lived), len(outcome) - len(same)
    print(f"{name}: {killed} of {number} killed ({killed / max(number, 1):.1%}), "
          f"{len(same)} equivalent")  # fmt: skip
    for mutant in sorted((m for m in lived if m not in same), key=lambda m: m.line):
        print(f"    {_what(mutant)}")
    sys.stdout.flush()
    return killed, number


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("wanted", nargs="*")
    parser.add_argument("--again", default="")
    chosen = parser.parse_args()
    sys.exit(main(*chosen.wanted, again=chosen.again))
