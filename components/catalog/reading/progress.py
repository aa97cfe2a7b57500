"""Telling how far long work has come; whoever is told may stop it by raising `Stopped`."""

from __future__ import annotations

from collections.abc import Callable

# What is being done (a file, "files" or "checks"), how much of it is done, and how much there is
# (0: nobody knows yet).
Tell = Callable[[str, int, int], None]


class Stopped(Exception):
    """Somebody does not want to wait for the rest."""


def nobody(what: str, done: int, total: int) -> None:
    """Tell nobody."""
