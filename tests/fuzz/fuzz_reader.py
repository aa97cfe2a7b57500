"""A million inputs for the YAML reader: no crash, no hang, no flood of memory, always a place.

    python -m tests.fuzz.fuzz_reader [INPUTS] [FIRST]

Input number N is the same everywhere (see `texts`). A child process reads; this one watches it, so
that a crash of the process or a hang is seen and laid to the input that caused it. What fails is
kept in `tests/fuzz/found/`, where the test run reads it again. Exit code 1 when anything failed.

Limits for one input of at most 64 KB: 1 s of processor time (a busy machine is no fault of ours)
and 200 MB for the whole process, its imports included. `guided.py` searches by coverage instead.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
import traceback
from collections import Counter
from hashlib import sha256
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random

from tests.fuzz.judge import any_kind, judge
from tests.fuzz.texts import any_text

FOUND = Path(__file__).with_name("found")
MOST_SECONDS = 1.0
MOST_MEGABYTES = 200
STUCK_SECONDS = 30  # by the clock: then the child is ended
BATCH = 1000


def main(inputs: int = 1_000_000, first: int = 0) -> int:
    """Read `inputs` inputs from number `first` on; print what they were; 1 if any failed."""
    started, kinds, faults = time.monotonic(), Counter(), []
    slowest = peak = 0.0
    number, end = first, first + inputs
    while number < end:
        child, at, results = _child(number, end)
        while (batch := _next(child, at, results)) is not None:
            read, bad, slow, megabytes = batch
            kinds += read
            faults += bad
            slowest, peak = max(slowest, slow), max(peak, megabytes)
            if sum(kinds.values()) % 100_000 < BATCH:
                print(f"{at.value + 1 - first:>10,} inputs, {len(faults)} failed", flush=True)
        number = at.value + 1
        if number < end:  # it ended before its time: crashed, stuck, or too large
            faults.append((at.value, "crash, hang or memory"))
        child.kill()
        child.join()
    _report(inputs, time.monotonic() - started, kinds, faults, slowest, peak)
    return 1 if faults else 0


def _child(number: int, end: int) -> tuple:
    context = multiprocessing.get_context("spawn")
    at, results = context.Value("q", number), context.SimpleQueue()
    child = context.Process(target=_read_all, args=(number, end, at, results), daemon=True)
    child.start()
    return child, at, results


def _next(child, at: Synchronized, results) -> tuple | None:
    """The child's next batch; None when it has ended or is stuck with one input."""
    before, since = at.value, time.monotonic()
    while results.empty():
        if at.value != before:
            before, since = at.value, time.monotonic()
        if time.monotonic() - since > STUCK_SECONDS:
            return None
        if not child.is_alive() and results.empty():
            return None
        time.sleep(0.05)
    return results.get()


def _read_all(number: int, end: int, at: Synchronized, results) -> None:
    """The child: read input after input, hand over what they were in batches."""
    kinds, faults, slowest = Counter(), [], 0.0
    for n in range(number, end):
        at.value = n
        chance = Random(n)
        text, kind = any_text(chance), any_kind(chance)
        start = time.process_time()
        try:
            kinds[judge(text, kind).split("“")[0][:45]] += 1
        except Exception:
            kinds["failed"] += 1
            print(f"input {n} failed", flush=True)
            faults.append((n, traceback.format_exc().strip().splitlines()[-1]))
        seconds = time.process_time() - start
        slowest = max(slowest, seconds)
        if seconds > MOST_SECONDS:
            faults.append((n, f"{seconds:.1f} s"))
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if (n + 1 - number) % BATCH == 0 or n + 1 == end or megabytes > MOST_MEGABYTES:
            results.put((kinds, faults, slowest, megabytes))
            kinds, faults = Counter(), []
        if megabytes > MOST_MEGABYTES:
            return  # its peak never falls again: a new child takes the next input


def keep(text: str | bytes) -> Path:
    """Write an input that failed where the test run reads it again."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    path = FOUND / f"{sha256(data).hexdigest()[:12]}.{'bytes' if text is data else 'text'}"
    path.write_bytes(data)
    return path


def _report(inputs, seconds, kinds, faults, slowest, peak) -> None:
    for what, number in kinds.most_common(40):
        print(f"{number:>10,}  {what}")
    for number, what in faults[:100]:
        print(f"input {number}: {what}: {keep(any_text(Random(number))).name}")
    print(f"{inputs:,} inputs in {seconds:.0f} s: {len(faults)} failed; the slowest took "
          f"{slowest * 1000:.0f} ms, the process at most {peak:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:3])))
