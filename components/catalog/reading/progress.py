"""Telling how far long work has come; whoever is told may stop it by raising `Stopped`."""

from __future__ import annotations

from collections.abc import Callable

# What is being done (a file, "files", "checks" or "records"), how much of it is done, and how much
# there is (0: nobody knows yet).
Tell = Callable[[str, int, int], None]


class Stopped(Exception):
    """Somebody does not want to wait for the rest."""


def seconds_left(passed: float, done: int, total: int) -> float | None:
    """How long the rest takes if it goes on like this; None where that cannot be told yet."""
    return passed / done * (total - done) if 1 < done < total else None


def nobody(what: str, done: int, total: int) -> None:
    """Tell nobody."""
