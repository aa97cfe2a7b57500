"""How far long work has come, in one line of the terminal that is written over again and again."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from components.catalog.reading.progress import seconds_left
from components.catalog.unseen import printable

_EVERY = 0.2  # seconds between two lines
_WIDE, _BAR = 76, 20  # characters that a line takes at most, and the bar in it
Clock = Callable[[], float]


class Progress:
    """Says on a terminal what is being made, how much of it, and how long the rest may take.

    On anything but a terminal it says nothing.
    """

    def __init__(self, channel: TextIO | None = None, clock: Clock = time.monotonic) -> None:
        self._channel, self._clock = channel or sys.stderr, clock
        self._what, self._since, self._said = "", 0.0, 0.0
        self._is_open = False

    def __call__(self, what: str, number: int, total: int) -> None:
        """`number` of `total` are done; 0 of 0 where nobody knows yet how much there is."""
        if not self._channel.isatty():
            return
        what, now = printable(what), self._clock()
        if what != self._what:
            self._what, self._since, self._said = what, now, 0.0
        if now - self._said < _EVERY and number < total:
            return
        self._said = now
        self._is_open = number < total or not total
        if not total:
            print(f"\r{f'{what} …':<{_WIDE}}", end="", file=self._channel, flush=True)
            return
        left = seconds_left(now - self._since, number, total)
        rest = "" if left is None else f", {left:.0f} s left"
        bar = "#" * (_BAR * number // total)
        line = f"[{bar:<{_BAR}}] {what}: {number:,} of {total:,}{rest}"
        end = "\n" if number == total else ""
        print(f"\r{line[:_WIDE]:<{_WIDE}}", end=end, file=self._channel, flush=True)

    def clear(self) -> None:
        """Take away a line that says of unfinished work."""
        if self._is_open:
            print(f"\r{'':<{_WIDE}}\r", end="", file=self._channel, flush=True)
            self._is_open = False


@contextmanager
def progress(channel: TextIO | None = None, clock: Clock = time.monotonic) -> Iterator[Progress]:
    """Whom to tell of long work; the terminal is left as it was, however the work ends."""
    told = Progress(channel, clock)
    try:
        yield told
    finally:
        told.clear()
