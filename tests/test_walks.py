"""The default run's share of random walks (see `walks`): the same ones every time."""

from __future__ import annotations

import pytest

from components.catalog.catalog import load
from components.catalog.selection import known
from components.ui.frame import PAGES
from tests.walks import ROOT, YS, Walk, walk

WALKS, STEPS = 10, 10


@pytest.fixture(autouse=True)
def _ys(monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))


@pytest.mark.parametrize("number", range(WALKS))
def test_a_random_walk_over_the_invented_catalogue_meets_no_fault(number, ys):
    assert len(walk(number, YS, known(ys), STEPS)) > STEPS / 2


@pytest.mark.parametrize("number", [0])
def test_a_random_walk_over_the_real_catalogue_meets_no_fault(number, monkeypatch):
    monkeypatch.setenv("EVENTS", str(ROOT / "events"))
    assert len(walk(number, ROOT / "events", known(load(ROOT / "events")), STEPS)) > STEPS / 2


def test_the_walks_come_to_every_page_links_and_widgets(ys):
    reader, links, kinds = Walk(0, YS, known(ys)), set(), set()
    for page in PAGES:
        reader.turn_to(page)
        assert (reader.app.session_state["page"] or PAGES[0]) == page
        kinds |= {widget.type for widget in reader.widgets()}
        links |= {link.partition("?")[0].strip("./") or PAGES[0] for link in reader.links()}
    assert {"text_input", "button_group"} <= kinds
    assert len(links & set(PAGES)) > len(PAGES) / 2


def test_a_page_that_fails_is_a_fault_with_the_way_to_it(ys, monkeypatch):
    def failing(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("components.ui.timeline.listed.event_list", failing)
    reader = Walk(0, YS, known(ys))
    reader.turn_to(PAGES[1])
    reader.turn_to(PAGES[0])
    with pytest.raises(AssertionError, match="the page failed"):
        reader.look()
