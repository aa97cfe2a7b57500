"""A forked process for each mutant, two at a time: its exit code says whether a test failed."""

from __future__ import annotations

import os
import resource
import select
import signal
import time
from collections.abc import Callable, Iterable, Iterator

AT_ONCE = 2
_CLOCK, _LEAST = 20, 600  # so many times its processor time may a run take by the clock, seconds
Run = tuple[Callable[[], int], float]  # what to run, and the seconds of processor time it may take


def are_killed(runs: Iterable[Run], at_once: int = AT_ONCE) -> Iterator[tuple[int, bool]]:
    """Each run's number, and whether a child said that tests failed, or took too much time."""
    going: dict[int, tuple[int, int, float]] = {}  # descriptor → number, process, end by the clock
    for number, (run, seconds) in enumerate(runs):
        child = _child(run, seconds)
        going[os.pidfd_open(child)] = (
            number,
            child,
            time.monotonic() + max(_LEAST, _CLOCK * seconds),
        )
        if len(going) >= at_once:
            yield from _ended(going)
    while going:
        yield from _ended(going)


def allow(seconds: float) -> None:
    """From now on this process may use so much more processor time; then it is ended."""
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, most))


def _child(run: Callable[[], int], seconds: float) -> int:
    child = os.fork()
    if not child:
        code = 1
        try:
            os.setsid()
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            allow(seconds)
            code = run()
        finally:  # whatever happened: the parent's work is not the child's
            os._exit(1 if code else 0)
    return child


def _ended(going: dict[int, tuple[int, int, float]]) -> Iterator[tuple[int, bool]]:
    """Wait until at least one of the children has ended, or its time is over."""
    until = min(end for _, _, end in going.values())
    ready, _, _ = select.select(list(going), [], [], max(0.0, until - time.monotonic()))
    for watch, (number, child, end) in list(going.items()):
        if watch not in ready and time.monotonic() < end:
            continue
        if watch not in ready:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(watch)
        del going[watch]
        yield number, status != 0
