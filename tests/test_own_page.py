"""A reader's own events: on every page, for one reader, until they go back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.catalog.authoring.templates import starter
from components.catalog.own import confined
from components.catalog.own.handed import handed
from components.catalog.own.unpacking import packed
from components.catalog.selection import Selection
from components.ui.frame import PAGES
from tests.test_pages import ROOT, YS, html, visited

STARTER = ("mine.zip", packed(starter()), "application/zip")


@pytest.fixture(autouse=True)
def _ys(monkeypatch, tmp_path):
    """On Ys; files are read in this process, which is faster and tested elsewhere."""
    monkeypatch.setenv("EVENTS", str(YS))
    monkeypatch.setattr(
        "components.ui.own.session.taken",
        lambda name, data, *rest: handed(name, data, tmp_path / str(len(data)), *rest),
    )


def having(*file: object) -> AppTest:
    """The page after a file was handed in."""
    app = visited("own")
    app.file_uploader[0].set_value(file or STARTER)
    return app.run()


def test_without_a_file_nothing_says_that_events_are_ones_own():
    app = visited("own")
    assert not app.exception
    assert "You are looking at" not in html(app)
    assert [one.label for one in app.get("download_button")] == [
        "A small catalogue to start from (ZIP)"
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_them_and_says_whose_they_are(page):
    app = having()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert "Something went wrong" not in html(app)
    assert "You are looking at your own events (3 events, " in html(app)
    assert "harbour" not in html(app).lower()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (starter()["bridge/1901.yaml"], "See them on the timeline"),
        (starter()["sources.yaml"], "See them among the sources"),
        (b"- id: toll\n  date: 1902-13\n  title: A toll\n", "Nothing of it can be shown yet."),
    ],
)
def test_the_way_leads_to_what_can_be_seen_of_a_file(text, way):
    page = html(having("mine.yaml", text, "text/yaml"))
    assert way in page
    assert page.count("See them") == way.startswith("See")


def test_the_way_back_leads_to_the_shared_catalogue_and_leaves_nothing():
    app = having()
    app.button(key="own-back").click().run()
    assert "You are looking at" not in html(app)
    for key in ("own-handed", "own-content", "made-of-own-content"):
        assert key not in app.session_state
    app.switch_page("pages/timeline.py").run()
    assert "of 21 events" in html(app)


def test_filters_of_the_shared_catalogue_are_not_carried_over():
    app = visited(country="kernow")
    app.switch_page("pages/own.py").run()
    app.file_uploader[0].set_value(STARTER)
    app.run()
    app.switch_page("pages/timeline.py").run()
    assert "<b>3</b> of 3 events" in html(app)
    assert "country" not in app.query_params


def test_problems_are_listed_with_their_place_and_what_was_meant():
    text = starter()["bridge/1901.yaml"].replace(b"role: proposed", b"role: <b>propsed")
    app = having("mine.yaml", text, "text/yaml")
    page = html(app)
    assert "(2 events, " in page and ">1 problem</a>)" in page
    assert '<span class="at">16:34</span>' in page
    assert "&lt;b&gt;propsed" in page and "<b>propsed" not in page
    assert "What was filled in" in page


def test_what_another_program_s_file_lost_is_listed_and_its_yaml_can_be_taken():
    app = having("table.csv", b"title,date,colour\nA strike,14/05/1901,red\n", "text/csv")
    assert "(CSV with named columns): 1 event, 1 source, " in html(app)
    assert "row 2 “A strike”: date" in html(app)
    assert "not carried: column “colour”" in html(app)
    labels = [one.label for one in app.get("download_button")]
    assert labels[:3] == [
        "Its records as YAML",
        "All of it as a catalogue (ZIP)",
        "This report as text",
    ]


def test_a_file_that_cannot_be_read_is_told_and_what_was_shown_stays():
    app = having()
    app.file_uploader[0].set_value(("bomb.zip", b"PK\x03\x04", "application/zip"))
    app.run()
    assert "“bomb.zip” is not shown: it is not a ZIP file that can be read: pack it again." in html(
        app
    )
    assert "You are looking at your own events (3 events, " in html(app)


def test_a_link_is_not_offered_where_it_would_show_something_else():
    app = having()
    app.switch_page("pages/timeline.py").run()
    assert "A link cannot carry" not in html(app)
    app.session_state["selection"] = Selection(event="bridge-opens")
    app.run()
    assert 'id="event-title"' in html(app)
    assert "A link cannot carry your own events" in html(app)
    assert 'data-copy="\ufffc"' not in html(app)
    assert "(a file of my own)" in html(app)


def test_the_bound_on_a_file_is_the_servers_bound():
    settings = (ROOT / ".streamlit/config.toml").read_text("utf-8")
    assert f"maxUploadSize = {confined.LARGEST_BYTES // 1_000_000} " in settings
