"""Every page runs from a link, on the invented catalogue, on the real one, and on broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.frame import PAGES

ROOT = Path(__file__).parents[1]
YS = ROOT / "tests" / "fixtures" / "ys"


def visited(page: str = PAGES[0], **query: str | list[str]) -> AppTest:
    """The app after a first visit by a link to `page`."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    if page != PAGES[0]:
        app.switch_page(f"pages/{page}.py")
    return app.run()


def html(app: AppTest) -> str:
    """All HTML on the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture(autouse=True)
def _ys(monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "events", [YS, ROOT / "events", ROOT / "demo"], ids=["invented", "real", "demonstration"]
)
def test_a_page_opens_without_a_fault(page, events, monkeypatch):
    monkeypatch.setenv("EVENTS", str(events))
    app = visited(page)
    assert not app.exception
    assert "Something went wrong" not in html(app)
    assert html(app).count("<h1>") == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_a_folder_without_any_record(page, monkeypatch, tmp_path):
    monkeypatch.setenv("EVENTS", str(tmp_path))
    app = visited(page)
    assert not app.exception
    assert "Something went wrong" not in html(app)


def test_a_link_restores_filters_and_the_open_event():
    app = visited(country="kernow", event="yards-closed", view="list")
    assert 'id="event-title" tabindex="-1">' in html(app)
    assert 'aria-checked="true"' in html(app)
    assert app.query_params["country"] == "kernow"
    assert app.query_params["event"] == "yards-closed"


def test_defaults_are_left_out_of_the_address():
    app = visited(lanes="collection", view="auto", country="kernow")
    assert dict(app.query_params) == {"country": "kernow"}


def test_unknown_values_are_named_and_left_out_of_the_address():
    app = visited(country=["atlantis", "kernow"], moon="full")
    assert all(part in html(app) for part in ("country=atlantis", "moon=full"))
    assert dict(app.query_params) == {"country": "kernow"}


def test_typing_a_search_narrows_the_list():
    app = visited()
    app.text_input(key="filter-text").set_value("morel").run()
    assert app.query_params["q"] == "morel"
    assert "of 21 events" in html(app)
    assert "<b>21</b>" not in html(app)


def test_a_wrong_date_is_explained_and_changes_nothing():
    app = visited()
    app.text_input(key="filter-from").set_value("1900-13").run()
    assert "1900" in app.caption[0].value
    assert "from" not in app.query_params


def test_half_a_window_is_enough():
    app = visited()
    app.text_input(key="filter-from").set_value("1900-09").run()
    assert app.query_params["from"] == "1900-09-01"
    assert "to" not in app.query_params


def test_an_empty_result_says_how_to_widen():
    app = visited(country="kernow", theme="bread", q="nowhere")
    assert "No event matches all of these." in html(app)
    assert "there would be" in html(app)


def test_the_table_shows_the_same_events_as_the_list():
    listed = html(visited(country="kernow", view="list")).count('<li id="e-')
    table = visited(country="kernow", view="table").dataframe[0].value
    assert len(table) == listed


def test_a_broken_record_is_named_and_the_rest_is_shown(ys_folder, monkeypatch):
    (ys_folder / "ys" / "extra.yaml").write_text("- {id: half-a-record, titel: x}\n", "utf-8")
    monkeypatch.setenv("EVENTS", str(ys_folder))
    app = visited()
    assert "ys/extra.yaml, line 1" in html(app)
    assert "<b>21</b>" in html(app)


def test_a_saved_file_shows_on_the_next_rerun(ys_folder, monkeypatch):
    monkeypatch.setenv("EVENTS", str(ys_folder))
    app = visited()
    header = ys_folder / "catalog.yaml"
    header.write_text(header.read_text("utf-8").replace("Who ran", "Who then ran"), "utf-8")
    assert "<h1>Who then ran" in html(app.run())


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_deep_link_to_a_fresh_server_gets_the_frame(page):
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(f"pages/{page}.py")
    app.query_params["country"] = "kernow"
    app.run()
    assert not app.exception
    assert app.session_state["run"] == 1
