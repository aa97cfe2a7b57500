"""The page of figures: the gallery under its filters, and one figure in its frame."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.catalog.catalog import load
from components.catalog.selection import Index, Selection, facet_counts, known
from components.catalog.tables import events_table
from components.catalog.tables.figures import figures_table
from components.html.figures import shared
from components.html.figures import table as figure_table
from components.ui.content import Content

ROOT = Path(__file__).parents[1]
YS = ROOT / "tests" / "fixtures" / "ys"
FINDINGS = {
    "Taking over the work": [
        "Three witnesses count from 60 to 104 workshops",
        "Crews mended nine ships, managers seven",
        "Crews ran 71 of every hundred berths",
    ],
    "Coordination": [
        "Some 4,100 people stopped work",
        "The union grew from 300 to 2,150 members",
        "No current had a majority in the council",
        "Twelve delegates changed sides between two votes",
    ],
    "Repression": ["Most of the nineteen came from the quay"],
    "Bread": ["Bread fell from 21 to 16 centimes"],
}


@pytest.fixture(autouse=True)
def _ys(monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))


def visited(page: str = "figures", **query: str | list[str]) -> AppTest:
    """The app after a first visit by a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    if page:
        app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All HTML of the page but its style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def parts(app: AppTest, kind: str) -> list[dict]:
    """What the browser is given to draw: of kind "gallery", "single" or "downloads"."""
    given = (json.loads(element.proto.json) for element in app.get("bidi_component")
             if element.proto.component_name == "charts")  # fmt: skip
    return [data for data in given if data["kind"] == kind]


def gallery(app: AppTest) -> dict[str, list[str]]:
    """The titles under each heading."""
    (data,) = parts(app, "gallery")
    return {group["heading"]: [c["title"] for c in group["cards"]] for group in data["groups"]}


def content(folder: Path) -> Content:
    catalog = load(folder)
    events = events_table(catalog)
    return Content(catalog, events, Index(events), known(catalog))


@pytest.fixture(scope="module")
def ys_content() -> Content:
    return content(YS)


# The gallery ------------------------------------------------------------------------------------


def test_every_figure_stands_under_its_first_theme():
    app = visited()
    assert gallery(app) == FINDINGS
    assert "<b>9</b> of 9 figures" in html(app)


def test_a_card_says_unit_scope_and_who_counted_and_leads_to_the_figure():
    (data,) = parts(visited(country="armor"), "gallery")
    card = data["groups"][0]["cards"][0]
    assert card["below"] == "workshops · Town of Ys, May and June 1900 · J. Morel and 2 others"
    assert card["href"] == "figures?country=armor&id=workshops-seized"
    assert card["picture"]["alt"].startswith(
        "Competing estimates, none averaged; values in workshops: 3."
    )


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A and 2 others"),
    ],
)
def test_one_or_two_who_counted_are_named_of_more_the_first(names, words):
    assert shared.by_words(names) == words


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"country": "kernow"}, ["Crews ran 71 of every hundred berths"]),
        ({"collection": "lyonesse"}, ["Crews ran 71 of every hundred berths"]),
        ({"tendency": "syndicalist"}, ["No current had a majority in the council"]),
        ({"theme": "bread"}, ["Bread fell from 21 to 16 centimes"]),
        ({"standing": "cited", "theme": "coordination"}, ["Some 4,100 people stopped work"]),
        ({"q": "clerk saw"}, ["Three witnesses count from 60 to 104 workshops"]),
        ({"to": "1900-02-28"}, ["Crews mended nine ships, managers seven"]),
    ],
)
def test_every_filter_narrows_the_gallery(query, titles):
    app = visited(**query)
    assert [title for several in gallery(app).values() for title in several] == titles
    assert f"<b>{len(titles)}</b> of 9 figures" in html(app)
    assert dict(app.query_params) == query


def test_kinds_and_roles_of_events_leave_the_figures_alone_and_stay_in_the_links():
    app = visited(kind="strike", role="opposed", country="kernow")
    assert gallery(app) == {"Taking over the work": ["Crews ran 71 of every hundred berths"]}
    (chips,) = re.findall(r'<ul class="chips">.*?</ul>', html(app))
    assert "Kernow" in chips
    assert "Strike" not in chips
    (data,) = parts(app, "gallery")
    assert "kind=strike" in data["groups"][0]["cards"][0]["href"]


def test_a_choice_shows_how_many_figures_it_would_leave(ys_content):
    table = figures_table(ys_content.catalog)
    counts = facet_counts(Index(table), Selection(countries=("armor",)))
    assert counts["countries"] == {"armor": 8, "kernow": 1}
    assert counts["themes"] == {"bread": 1, "coordination": 4, "repression": 1, "takeover": 2}
    box = '<span>Kernow</span> <span class="n">1</span>'
    assert box in html(visited(country="armor"))


def test_choices_that_no_figure_has_are_not_offered():
    assert "Ideas" not in html(visited())


def test_without_a_match_each_filter_says_what_would_be_left_without_it():
    app = visited(country="kernow", theme="bread")
    assert parts(app, "gallery") == []
    assert "No figure matches all of these." in html(app)
    assert "Without Kernow there would be 1 figure." in html(app)
    assert '<a href="figures?country=kernow" ' in html(app)


# One figure ---------------------------------------------------------------------------------------


def test_a_figure_says_what_was_counted_by_whom_and_what_that_does_not_say():
    page = html(visited(id="workshops-seized"))
    for said in (
        '<h1 id="record-title" tabindex="-1">Three witnesses count from 60 to 104 workshops</h1>',
        '<p class="sub">Workshops seized</p>',
        "<dd>A place of work that ran for at least a week without its owner.</dd>",
        "<dd>Town of Ys, May and June 1900.</dd>",
        "Morel, <i lang=\"fr\">The Quay Is Ours</i>, 73.</a> <span class=\"tag read\"",
        "<dt>What this does not say</dt><dd>Nobody counted workshops without a name.</dd>",
        "<dd>No comparable figure was found for Kernow: Only yards were counted.</dd>",
        'href=".?event=harbour-strike"',
    ):  # fmt: skip
        assert said in page


def test_the_unit_is_said_where_the_title_does_not():
    assert '<p class="sub">Share of berths under crews (per cent)</p>' in html(
        visited(id="yards-under-crews")
    )
    assert '<p class="sub">People on strike</p>' in html(visited(id="strikers"))


def test_a_broken_series_says_why():
    page = html(visited(id="bread-price"))
    assert "<dt>Why there is no line</dt><dd>The shops of before May had closed.</dd>" in page


def test_the_chart_has_its_numbers_in_words():
    figure, strip = parts(visited(id="yards-under-crews"), "single")
    assert "71.4 %" in figure["picture"]["alt"]
    assert "30 of 42" in figure["picture"]["alt"]
    assert strip["links"] == {"yards-taken": "#figure-event-yards-taken"}


@pytest.mark.parametrize("events", [YS, ROOT / "events"], ids=["invented", "real"])
def test_the_words_of_every_chart_hold_the_numbers_of_its_table(events):
    data = content(events)
    for id, one in data.catalog.indicators.items():
        said = shared.alt(data, one)
        numbers = list(figure_table.readable(data, id)["Number"])
        assert [number for number in numbers[:40] if number not in said] == [], id
        assert len(numbers) <= 40 or f"and {len(numbers) - 40} more" in said


@pytest.mark.parametrize("events", [YS, ROOT / "events"], ids=["invented", "real"])
@pytest.mark.parametrize("width", [358, 1180])
def test_every_figure_can_be_drawn_as_wide_as_asked(events, width):
    data = content(events)
    for id in data.catalog.indicators:
        drawn = shared.chart(data, id, "light", width)
        assert drawn.width == json.loads(drawn.figure)["layout"]["width"] == width
        assert drawn.height > 60
        assert drawn.alt


def test_the_picture_that_is_taken_away_has_title_source_and_licence_drawn_in():
    (data,) = parts(visited(id="strikers"), "downloads")
    drawn = json.loads(data["picture"]["figure"])
    words = " ".join(text for trace in drawn["data"] for text in trace.get("text", ()))
    for said in (
        "Some 4,100 people stopped work",
        "Source: Gazette of Ys, “Grain Store,” 2.",
        "CC0-1.0",
    ):
        assert said in words
    assert drawn["layout"]["width"] == data["picture"]["width"] == 1100


def test_the_table_has_a_row_for_every_estimate_in_words(ys_content):
    assert figure_table.readable(ys_content, "workshops-seized").to_dict("records") == [
        {
            "Number": "82", "Period": "May–June 1900", "Who says so": "J. Morel",
            "Who or what is in it": "", "How": "register", "Checked": "source read", "Caution": "",
            "Why preferred": "She had the register.", "Source": "Morel, The Quay Is Ours, 73",
        },
        {
            "Number": "over 104", "Period": "about June 1900", "Who says so": "A. Le Goff",
            "Who or what is in it": "with the suburbs", "How": "", "Checked": "source read",
            "Caution": "", "Why preferred": "",
            "Source": "Le Goff, “Bread and Delegates in a Harbour Town,” 208",
        },
        {
            "Number": "about 60–70", "Period": "June 1900", "Who says so": "Y. Kermarec",
            "Who or what is in it": "", "How": "", "Checked": "source read",
            "Caution": "From memory.", "Why preferred": "",
            "Source": "Kermarec, What the Clerk Saw, 4",
        },
    ]  # fmt: skip


def test_parts_of_a_share_and_categories_have_columns_of_their_own(ys_content):
    share = figure_table.readable(ys_content, "yards-under-crews")
    assert share[["Number", "Part of"]].to_dict("records") == [
        {"Number": "71.4 %", "Part of": "30 of 42"}
    ]
    pairs = figure_table.readable(ys_content, "ships-mended")
    assert pairs[["Number", "Of which", "Series"]].to_dict("records") == [
        {"Number": "7", "Of which": "Large ships", "Series": "under managers"},
        {"Number": "9", "Of which": "Large ships", "Series": "under crews"},
    ]


@pytest.mark.parametrize("events", [YS, ROOT / "events"], ids=["invented", "real"])
def test_the_file_read_back_is_the_table_on_screen_with_citation_and_licence(events):
    data = content(events)
    for id, one in data.catalog.indicators.items():
        shown = figure_table.readable(data, id)
        taken = pd.read_csv(
            io.StringIO(figure_table.figure_csv(data, id)), dtype="str", keep_default_na=False
        )
        assert taken[list(shown.columns)].equals(shown)
        assert set(taken["licence"]) == {data.catalog.header.licence}
        assert set(taken["finding"]) == {one.finding}
        assert taken["cite"].str.contains(one.estimates[0].by, regex=False).all()


def test_numbers_in_the_file_are_numbers(ys_content):
    text = figure_table.figure_csv(ys_content, "workshops-seized")
    taken = pd.read_csv(io.StringIO(text))
    numbers = taken[["value", "low", "high"]]
    assert numbers.fillna(-1).values.tolist() == [[82, -1, -1], [104, -1, -1], [-1, 60, 70]]
    assert taken["bound"].fillna("").tolist() == ["", "over", "about"]
    assert taken["date"].tolist() == ["1900-05/1900-06", "1900-06~", "1900-06"]


def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(ys_folder):
    file = ys_folder / "ys" / "indicators.yaml"
    file.write_text(file.read_text("utf-8").replace("with the suburbs", '"=1+1"'), "utf-8")
    text = figure_table.figure_csv(content(ys_folder), "workshops-seized")
    assert "'=1+1" in text
    assert ",=1+1" not in text


def test_the_tabs_stand_in_the_address_the_chart_without_a_word():
    app = visited(id="strikers")
    tabs = app.segmented_control(key="figure-type")
    tabs.set_value("table").run()
    assert dict(app.query_params) == {"id": "strikers", "type": "table"}
    assert "<table>" in html(app)
    app.segmented_control(key="figure-type").set_value("chart").run()
    assert dict(app.query_params) == {"id": "strikers"}
    assert "<table>" not in html(app)


def test_sources_are_given_in_full_with_the_numbers_they_give():
    page = html(visited(id="bread-price", type="sources"))
    assert "Annals of Invented History" in page
    said = '<b>21</b> A. Le Goff · April 1900 · private shops · table 1 <span class="tag read"'
    assert said in page  # fmt: skip
    assert page.count('<ol class="sources">') == 1


def test_a_former_id_opens_the_figure_under_its_present_one():
    app = visited(id="arrests-1901")
    assert "Most of the nineteen came from the quay</h1>" in html(app)
    assert dict(app.query_params) == {"id": "raid-arrests"}


def test_what_means_nothing_here_is_named_and_the_gallery_shown():
    app = visited(id="atlantis", type="poem")
    assert "id=atlantis, type=poem" in html(app)
    assert gallery(app) == FINDINGS
    assert dict(app.query_params) == {}


def test_before_and_after_go_along_what_the_filters_leave():
    page = html(visited(id="ships-mended", theme="takeover", country="armor"))
    assert '<a href="figures?country=armor&amp;theme=takeover" ' in page
    assert "2 of 9 figures</a>" in page
    assert "2 of 2</span>" in page
    assert 'href="figures?country=armor&amp;theme=takeover&amp;id=workshops-seized"' in page
    assert '<span class="off">Next →</span>' in page


def test_a_figure_outside_the_filters_says_so():
    page = html(visited(id="bread-price", theme="takeover"))
    assert "This figure is outside the present filters." in page
    assert "Bread fell from 21 to 16 centimes</h1>" in page


def test_the_card_of_an_event_leads_to_its_figures():
    page = html(visited("", event="harbour-strike", country="armor"))
    link = "figures?country=armor&amp;event=harbour-strike&amp;id=workshops-seized"
    assert f'<a href="{link}" ' in page
