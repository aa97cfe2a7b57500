"""A catalogue being read while the page waits: a bar with what is done, and a way to stop.

It is read in a thread of its own, for all readers at once, so that no page stands still.
"""

from __future__ import annotations

import gc
import threading
import time
from pathlib import Path

import streamlit as st

from components.catalog.catalog import Catalog, load
from components.catalog.reading.progress import Stopped, seconds_left
from components.html.content import Content, content_of
from components.ui.texts import text

_PATIENCE, _PAUSE = 0.6, 0.2  # seconds before the bar appears, and between two looks


class Told:
    """How far long work has come, as whoever does it says."""

    def __init__(self, doing: str) -> None:
        self._doing, self._step, self._since = doing, ("", 0, 0), time.monotonic()

    def __call__(self, what: str, done: int, total: int) -> None:
        """`done` of `total` are done; 0 of 0 where nobody knows yet how much there is."""
        if what != self._step[0]:
            self._since = time.monotonic()
        self._step = (what, done, total)

    def shown(self) -> tuple[float, str]:
        """How much is done, from 0 to 1, and the same in words with the time that is left."""
        what, done, total = self._step
        if not total:
            return 0.0, f"{self._doing} …"
        said = {"doing": self._doing, "what": what, "done": f"{done:,}", "total": f"{total:,}"}
        seconds = seconds_left(time.monotonic() - self._since, done, total)
        if seconds is None:
            return min(done / total, 1.0), text("waiting.done", **said)
        return done / total, text("waiting.left", **said, seconds=f"{seconds:.0f}")


class Work:
    """The reading of one state of a folder: begins at once, ends with a Content or an error.

    before: the folder as it was last read, so that only what has changed is read again
    """

    def __init__(self, folder: Path, before: Catalog | None = None) -> None:
        self.told = Told(text("waiting.reading"))
        self._is_stopped = False
        self._content: Content | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._read, args=(folder, before), daemon=True)
        self._thread.start()

    def _read(self, folder: Path, before: Catalog | None) -> None:
        try:
            self._content = content_of(load(folder, self._tell, before))
            _keep()
        except Exception as error:  # It is the page's to say, in the thread that draws it.
            self._error = error

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._is_stopped:
            raise Stopped
        self.told(what, done, total)

    def stop(self) -> None:
        """Give up at the next step."""
        self._is_stopped = True

    def is_done(self, seconds: float) -> bool:
        """Whether it is, after at most so many seconds of waiting."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Content:
        """The content; raises what went wrong, `Stopped` where somebody stopped it."""
        if self._error is not None:
            raise self._error
        assert self._content is not None
        return self._content


def _keep() -> None:
    """Take what has been read out of the garbage collector's sight, until the next is read.

    Streamlit (1.67) collects all garbage after every run of a page: it would look through the
    whole catalogue and every library each time, a third of a click's processor time.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def wait(work: Work) -> None:
    """Until the work is done; shows what is done of it where that takes long."""
    if work.is_done(_PATIENCE):
        return
    place = st.empty()
    with place.container():
        bar = st.progress(*work.told.shown())
        st.button(text("waiting.stop"), key="waiting-stop", on_click=work.stop)
    while not work.is_done(_PAUSE):
        bar.progress(*work.told.shown())
    place.empty()


def say_stopped() -> bool:
    """Say that the reading was stopped; whether the reader wants it to begin again."""
    st.info(text("waiting.stopped"))
    return st.button(text("waiting.again"), key="waiting-again")
