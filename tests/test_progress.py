"""Long work says how far it has come, and can be stopped."""

from __future__ import annotations

import gc
import io

import pytest

from components.catalog.catalog import load
from components.catalog.reading.progress import Stopped, seconds_left
from components.commands.progress import progress
from components.ui.waiting import Told, Work


def test_reading_tells_files_then_checks_each_from_none_to_nearly_all(ys_folder):
    told = []
    load(ys_folder, lambda *step: told.append(step))
    for what in ("files", "checks"):
        steps = [(done, total) for name, done, total in told if name == what]
        total = steps[0][1]
        assert steps == [(done, total) for done in range(total)]
    assert [name for name, *_ in told] == sorted((name for name, *_ in told), reverse=True)


def test_whoever_is_told_may_stop_the_work(ys_folder):
    def stop(what, done, total):
        if what == "checks":
            raise Stopped

    with pytest.raises(Stopped):
        load(ys_folder, stop)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_is_left_as_it_was():
    out = Terminal()
    with pytest.raises(KeyboardInterrupt), progress(out, clock=lambda: 7.0) as tell:
        tell("rows.csv", 0, 0)
        raise KeyboardInterrupt
    line = f"{'rows.csv …':<76}"
    assert out.getvalue() == f"\r{line}\r{'':<76}\r"


def test_half_of_the_work_says_how_long_the_rest_takes():
    out, clock = Terminal(), iter((10.0, 14.0))
    with progress(out, clock=lambda: next(clock)) as tell:
        tell("rows.csv", 0, 1_000_000)
        tell("rows.csv", 200_000, 1_000_000)
    bar = "[####                ]"
    assert f"\r{bar} rows.csv: 200,000 of 1,000,000, 16 s left" in out.getvalue()


def test_a_name_that_a_terminal_would_obey_is_not_repeated():
    out = Terminal()
    with progress(out, clock=lambda: 7.0) as tell:
        tell("no\x1b[2J.csv", 0, 0)
    assert "\x1b" not in out.getvalue() and "no\\x1b[2J.csv …" in out.getvalue()


def test_a_page_says_how_much_is_done_and_how_long_the_rest_takes(monkeypatch):
    clock = iter((10.0, 12.0, 16.0))
    monkeypatch.setattr("components.ui.waiting.time.monotonic", lambda: next(clock))
    told = Told("Reading")
    assert told.shown() == (0.0, "Reading …")
    told("rows.csv", 0, 1000)
    told("rows.csv", 250, 1000)
    assert told.shown() == (0.25, "Reading: rows.csv, 250 of 1,000; 12 s left")


def test_nobody_says_how_long_the_rest_takes_before_there_is_something_done():
    assert [seconds_left(5.0, done, 10) for done in (0, 1, 5, 10)] == [None, None, 5.0, None]


def test_what_is_no_terminal_gets_nothing():
    out = io.StringIO()
    with progress(out) as tell:
        tell("files", 1, 2)
    assert out.getvalue() == ""


def test_a_page_gets_the_content_of_a_folder(ys_folder):
    work = Work(ys_folder)
    assert work.is_done(60)
    assert work.result().catalog.counts["events"] == 21


def test_a_reader_may_stop_it(ys_folder):
    work = Work(ys_folder)
    work.stop()
    assert work.is_done(60)
    with pytest.raises(Stopped):
        work.result()


def test_what_was_read_is_out_of_the_garbage_collectors_sight(ys_folder):
    work = Work(ys_folder)
    assert work.is_done(30)
    seen = {id(one) for one in gc.get_objects()}
    assert id(work.result().catalog.events) not in seen
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    assert id(work.result().catalog.events) in {id(one) for one in gc.get_objects()}
