"""The catalogue of Ys with one more collection, whose events are rows of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from components.catalog.catalog import Catalog, load

COLLECTION = """\
id: archive
title: Archive
span: 1890/1910
description: Disputes, a row each.
"""
HEADER = "id,date,title,place,country,kind,importance,themes,tendencies,source,locator,standing"
ROWS = (
    "lamps,1901-05-14,Lamp lighters stop work,ys-quay,,strike,1,bread;ideas,"
    "crews; republican:opposed,morel-1901,p. 12,read",
    "nets,1901-05,Net makers elect a committee,,kernow,,,takeover,dock-crews,port-archive,,",
    "tides,1899/1902~,The tide committee meets,seven-yards,,congress,3,coordination,"
    "harbour-syndicalist:supported,le-goff-1978,note 3,cited",
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for every test."""
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def archive(ys_folder: Path) -> Callable[..., Path]:
    """A function that puts a file of events into Ys; the folder of the catalogue."""

    def write(*rows: str, header: str = HEADER, name: str = "disputes.csv") -> Path:
        home = ys_folder / "archive"
        home.mkdir(exist_ok=True)
        (home / "collection.yaml").write_text(COLLECTION, encoding="utf-8")
        text = (ys_folder / "catalog.yaml").read_text("utf-8")
        if "archive" not in text:
            text = text.replace("collections: [", "collections: [archive, ")
            (ys_folder / "catalog.yaml").write_text(text, encoding="utf-8")
        (home / name).write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        return ys_folder

    return write


@pytest.fixture
def faults(archive: Callable[..., Path]) -> Callable[..., list[tuple[int, str, str]]]:
    """The problems of a file of such rows as (row, kind, what)."""

    def found(*rows: str, **more: str) -> list[tuple[int, str, str]]:
        problems = load(archive(*rows, **more)).problems
        return [(p.line, p.kind, p.what) for p in problems if p.file == "archive/disputes.csv"]

    return found


@pytest.fixture
def catalog(archive: Callable[..., Path]) -> Catalog:
    """Ys with three events that are rows."""
    return load(archive(*ROWS))
