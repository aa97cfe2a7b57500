"""Events that are rows of a file stand in the cards of records as if they were written one by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.selection import Selection
from components.html.content import Content, content_of
from components.html.records import parts, shared, source_card, sources, tendencies, tendency_card
from components.ui import search
from tests.benchmarks.generated import write_catalogue

EVENTS = 120
TENDENCIES = ("crews", "dock-crews", "syndicalist", "harbour-syndicalist", "owners")
SOURCES = ("morel-1901", "port-archive", "le-goff-1978")


def _content(folder: Path, ending: str) -> Content:
    write_catalogue(folder, EVENTS, ending)
    for path in folder.glob("archive/*.yaml"):  # what a row says that does not say it
        text = path.read_text("utf-8").replace("standing: cited", "standing: unchecked")
        path.write_text(text, encoding="utf-8")
    return content_of(load(folder))


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The same catalogue with rows of a file, and with the same events in YAML."""
    above = tmp_path_factory.mktemp("both")
    return [shared.records(_content(above / ending, ending)) for ending in ("csv", "yaml")]


def told(markup: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", markup).split())


@pytest.mark.parametrize("id", TENDENCIES)
def test_a_tendency_has_the_same_card(both, id):
    rows, written = (tendency_card.tendency_card(one, id, Selection(), "light") for one in both)
    assert told(rows) == told(written)
    assert rows == written


@pytest.mark.parametrize("id", SOURCES)
def test_a_source_has_the_same_card(both, id):
    rows, written = (source_card.source_card(one, id, Selection(), "light") for one in both)
    assert rows == written


def test_the_indexes_count_the_same(both):
    assert len({tendencies.index(one, list(TENDENCIES), Selection(), "light") for one in both}) == 1
    assert len({sources.index(one, list(SOURCES), Selection(), "light") for one in both}) == 1
    one, other = (tendencies.page(one, Selection()) for one in both)
    assert one.facets[0].of == other.facets[0].of
    assert "archive" in one.facets[0].of["crews"]


def test_of_very_many_events_the_first_are_listed_and_the_number_is_that_of_all(both, monkeypatch):
    whole = [told(tendency_card.tendency_card(one, "crews", Selection(), "light")) for one in both]
    for module in (parts, tendency_card, source_card):
        monkeypatch.setattr(module, "MOST_LISTED", 5, raising=False)
    rows, written = (
        tendency_card.tendency_card(one, "crews", Selection(), "light") for one in both
    )
    assert rows == written
    acted = re.search(r"Events in which it acted: (\d+)", whole[0])[1]
    assert f"Events in which it acted: {acted}" in told(rows) and int(acted) > 5
    assert f"The first 5 by date are listed. Show its {acted} events on the timeline" in told(rows)
    rows, written = (source_card.source_card(one, SOURCES[0], Selection(), "light") for one in both)
    assert rows == written
    assert "The first 5 by date are listed." in told(rows)
    assert re.search(r"(\d+) events rest on it", told(rows))[1] not in ("5", "8")


def test_a_search_on_the_other_pages_finds_them_too(both):
    rows, written = (
        told(search.also_found(one.content, Selection(text="soup kitchen"), without=("source",)))
        for one in both
    )
    assert rows.count("open a soup kitchen") == written.count("open a soup kitchen") == 5
    number = int(re.search(r"all (\d+)", written)[1])
    assert number > 5 and rows.endswith(f"· all {number}")
