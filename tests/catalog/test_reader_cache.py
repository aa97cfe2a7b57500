"""Where what was read is kept, on every system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from components.catalog.reading import cache

HOME = Path("/home/reader")


@pytest.fixture(autouse=True)
def _bare(monkeypatch):
    for name in ("EVENTS_CACHE", "LOCALAPPDATA", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: HOME)


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("linux", {}, HOME / ".cache"),
        ("linux", {"XDG_CACHE_HOME": "/elsewhere"}, Path("/elsewhere")),
        ("linux", {"LOCALAPPDATA": "/elsewhere"}, HOME / ".cache"),
        ("darwin", {}, HOME / "Library" / "Caches"),
        ("darwin", {"XDG_CACHE_HOME": "/elsewhere"}, HOME / "Library" / "Caches"),
        ("win32", {}, HOME / "AppData" / "Local"),
        ("win32", {"LOCALAPPDATA": "/elsewhere"}, Path("/elsewhere")),
    ],
)
def test_the_cache_is_where_a_system_keeps_such_files(monkeypatch, system, variables, folder):
    monkeypatch.setattr(sys, "platform", system)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == folder / "historical-timeline"


def test_a_variable_names_another_folder_or_none(monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", "/mine")
    assert cache.folder() == Path("/mine")
    for off in ("off", "OFF"):
        monkeypatch.setenv("EVENTS_CACHE", off)
        assert cache.folder() is None
