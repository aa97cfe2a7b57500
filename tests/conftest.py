"""Fixtures for all tests: the invented catalogue of Ys, whole and with a change."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from components.catalog.catalog import Catalog, load

# The same examples in every run: what fails here fails everywhere. Other ones, as many as you like:
# HYPOTHESIS_PROFILE=search python -m pytest …
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Tests leave nothing in the cache of whoever runs them, and find nothing there.
os.environ["EVENTS_CACHE"] = "off"

YS = Path(__file__).parent / "fixtures" / "ys"

AN_EVENT = {
    "id": "extra",
    "date": "1900-06-01",
    "title": "An extra event",
    "kind": "strike",
    "place": "ys",
    "importance": "3",
    "themes": "[bread]",
    "roles": "[{tendency: crews, role: acted}]",
    "summary": "It happened.",
    "sources": "[{cite: morel-1901, locator: p. 1, standing: read}]",
}


@pytest.fixture(scope="session")
def ys() -> Catalog:
    """The catalogue of Ys, loaded once; it cannot be changed."""
    return load(YS)


@pytest.fixture
def ys_folder(tmp_path: Path) -> Path:
    """A copy of the catalogue of Ys, to be changed at will."""
    return Path(shutil.copytree(YS, tmp_path / "ys"))


@pytest.fixture
def check(ys_folder: Path) -> Callable[..., list[tuple[int, str, str]]]:
    """Problems of a YAML text as (line, kind, hint), when it is added to Ys under a name."""

    def problems(text: str, file: str = "ys/extra.yaml") -> list[tuple[int, str, str]]:
        (ys_folder / file).write_text(text, encoding="utf-8")
        found = load(ys_folder).problems
        return [(one.line, one.kind, one.hint) for one in found if one.file == file]

    return problems


@pytest.fixture
def an_event() -> Callable[..., str]:
    """The text of an event that is right, one field a line, with the given fields changed.

    A field that is None is left out; new ones come last. Line 1 is the id, line 2 the date …
    """

    def text(**changes: str | None) -> str:
        fields = {k: v for k, v in (AN_EVENT | changes).items() if v is not None}
        return "- " + "\n  ".join(f"{name}: {value}" for name, value in fields.items()) + "\n"

    return text
