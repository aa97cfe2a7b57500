"""A forked process for each mutant: its exit code says whether a test failed."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable


def is_killed(run: Callable[[], int], seconds: float) -> bool:
    """Whether `run` says in a child that tests failed, or does not end within `seconds`."""
    child = os.fork()
    if not child:
        code = 1
        try:
            os.setsid()
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            code = run()
        finally:  # whatever happened: the parent's work is not the child's
            os._exit(1 if code else 0)
    watch = os.pidfd_open(child)
    ready, _, _ = select.select([watch], [], [], seconds)
    os.close(watch)
    if not ready:
        os.killpg(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return status != 0
