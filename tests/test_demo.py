"""The demonstration catalogue: small, real, of another age; every page works on it."""

from __future__ import annotations

import pytest

from components.catalog.catalog import Catalog, load
from components.catalog.formats.offered import FORMATS
from components.catalog.models import Citation
from components.catalog.references import parts
from components.catalog.selection import Selection
from components.catalog.tables import events_table
from tests.test_pages import ROOT, html, visited

DEMO = ROOT / "demo"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(DEMO)


@pytest.fixture(autouse=True)
def _demo(monkeypatch):
    monkeypatch.setenv("EVENTS", str(DEMO))


def test_it_is_small_whole_and_right(catalog):
    assert "\n".join(map(str, catalog.problems)) == ""
    assert 20 <= len(catalog.events) <= 35
    assert all(getattr(catalog, shelf) for shelf in ("comparisons", "reviews", "disputes"))


def test_all_of_it_lies_before_year_1_and_dates_say_how_sure_they_are(catalog):
    dates = [event.date for event in catalog.events.values()]
    assert max(date.latest for date in dates) < -719162  # 1 January of year 1
    assert any(date.approximate for date in dates) and any(date.uncertain for date in dates)
    assert any(date.members for date in dates)


def test_what_was_read_was_read_in_a_text_that_was_seen(catalog):
    standings = {"read": 0, "cited": 0, "unchecked": 0}
    for _, record in catalog.records():
        for _, citation in parts(record, Citation):
            standings[citation.standing] += 1
            if citation.standing == "read":
                assert catalog.sources[citation.cite].seen != "not-seen"
    assert 0 < standings["read"] < standings["unchecked"]


@pytest.mark.parametrize("lanes", ["collection", "country", "tendency", "theme", "place"])
@pytest.mark.parametrize("view", ["timeline", "list", "table"])
def test_the_timeline_shows_it_by_every_lane_in_every_view(lanes, view):
    app = visited(lanes=lanes, view=view)
    assert not app.exception
    assert "Something went wrong" not in html(app)


def test_every_event_figure_person_source_and_claim_opens(catalog):
    app = visited()
    opened = [("timeline", Selection(event=event)) for event in catalog.events]
    kinds = {"figures": catalog.indicators, "people": catalog.people, "sources": catalog.sources}
    opened += [
        (page, Selection().with_extra("id", one)) for page, of in kinds.items() for one in of
    ]
    for page, selection in opened:
        app.session_state["selection"] = selection
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception, selection
        assert "Something went wrong" not in html(app), selection


def test_years_are_said_with_their_era(catalog):
    page = html(visited(view="list"))
    assert "431 BCE" in page and "508 or 507 BCE" in page
    assert "-04" not in page.partition("<style>")[0]
    row = html(visited(event="debt-bondage-ends"))
    assert "326 or 313 BCE" in row


def test_a_reader_may_ask_for_years_before_1_in_words():
    app = visited()
    app.text_input(key="filter-from").set_value("431 BCE").run()
    app.text_input(key="filter-to").set_value("402 bc").run()
    assert app.query_params["from"] == "-0430-01-01"
    assert app.query_params["to"] == "-0401-12-31"
    assert "from 1 January 431 BCE" in html(app)
    assert app.text_input(key="filter-from").placeholder == "594 BCE"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_it_or_says_what_it_leaves_out(name, catalog):
    form = FORMATS[name]
    assert form.write(catalog, events_table(catalog))
    if name == "csv":
        assert "about June 411 BCE" in str(form.write(catalog, events_table(catalog)))


def test_centuries_are_compared_in_years():
    page = html(visited("compare"))
    assert "Year 0: Attica, Rising against Isagoras, 508–507 BCE" in page
    assert "months" not in page.partition("How long did the few hold power?")[0].partition(
        "<style>"
    )[0].replace("Months are days", "")
    assert "Rome later by" in page or "Attica earlier by" in page
    assert "years" in page
