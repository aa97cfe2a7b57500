"""Every page runs from a link, on the invented catalogue, on the real one, and on broken ones."""

from __future__ import annotations

import shutil
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.html.texts import text
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
    assert "“1900-13”" in unescape(html(app))
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


@pytest.mark.parametrize("page", [PAGES[0], "people", "sources"])
def test_a_catalogue_without_a_record_says_so_and_offers_no_filter_to_remove(
    tmp_path, monkeypatch, page
):
    for name in ("catalog.yaml", "vocabulary.yaml"):
        shutil.copy(YS / name, tmp_path)
    monkeypatch.setenv("EVENTS", str(tmp_path))
    shown = html(visited(page))
    assert "This catalogue holds none yet." in shown
    assert "Remove a filter" not in shown


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


# What breaks is said in a sentence -----------------------------------------------------------------


def test_a_folder_that_is_not_there_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("EVENTS", str(tmp_path / "nowhere"))
    app = visited()
    assert not app.exception
    assert "cannot be read" in html(app) and "Something went wrong" not in html(app)
    assert str(tmp_path) not in html(app)


def test_a_file_in_place_of_the_folder_is_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "events").write_text("- id: a\n")
    monkeypatch.setenv("EVENTS", str(tmp_path / "events"))
    app = visited()
    assert not app.exception
    assert "cannot be read" in html(app) and "Something went wrong" not in html(app)


def test_files_that_are_no_text_or_cannot_be_read_take_nothing_else_with_them(
    ys_folder, monkeypatch
):
    (ys_folder / "ys" / "broken.yaml").write_bytes(b"\xff\xfe\x00caf\xe9")
    (ys_folder / "ys" / "nowhere.yaml").symlink_to(ys_folder / "ys" / "gone.yaml")
    (ys_folder / "ys" / "folder.yaml").mkdir()
    monkeypatch.setenv("EVENTS", str(ys_folder))
    app = visited()
    assert not app.exception
    assert "<b>21</b>" in html(app)
    assert "not UTF-8" in html(app) or "UTF-16" in html(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_fails_says_a_sentence_and_nothing_of_the_fault(page, monkeypatch):
    def fails(*_args, **_named):
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("components.ui.html.show", fails_but_for_notices(fails))
    app = visited(page)
    assert not app.exception
    assert unescape(text("notice.broken")) in unescape(html(app))
    assert "secret" not in html(app) and "Traceback" not in html(app)


def fails_but_for_notices(fails):
    """`html.show` that can show nothing but a notice."""
    from components.ui import html as pieces

    shows = pieces.show

    def show(*parts, **named):
        return shows(*parts, **named) if 'class="notice"' in str(parts[0]) else fails()

    return show
