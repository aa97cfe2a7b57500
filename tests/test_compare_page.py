"""The page that puts two collections beside each other, on the invented catalogue."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.catalog.catalog import load
from components.catalog.selection import Index, Selection, known
from components.catalog.tables import events_table
from components.catalog.tables.clocks import ordered, stage_table
from components.html.compare import rows as compare_rows
from components.html.compare.finding import finding
from components.html.compare.view import View
from components.ui import state
from components.ui.compare import filters
from components.ui.compare.view import view_of
from components.ui.content import Content

ROOT = Path(__file__).parents[1]
YS = ROOT / "tests" / "fixtures" / "ys"
BOTH = ["tying-together", "feeding"]


@pytest.fixture(autouse=True)
def _ys(monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))


def visited(**query: str | list[str]) -> AppTest:
    """The page after a first visit by a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.switch_page("pages/compare.py")
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All HTML of the page but its style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def text(markup: str) -> str:
    """What of some HTML is read, with single spaces."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def listed(app: AppTest) -> list[str]:
    """The questions of the list, by id, in order."""
    return re.findall(r'<li id="s-([^"]+)"', html(app))


def address(app: AppTest) -> dict[str, list[str]]:
    """The address of the page, every value in a list."""
    return {k: v if isinstance(v, list) else [v] for k, v in dict(app.query_params).items()}


def figures(app: AppTest) -> list[dict]:
    """The pieces of the chart as they are sent to the browser."""
    return [json.loads(element.proto.spec) for element in app.get("plotly_chart")]


def content(folder: Path) -> Content:
    catalog = load(folder)
    events = events_table(catalog)
    return Content(catalog, events, Index(events), known(catalog))


@pytest.fixture(scope="module")
def ys_content() -> Content:
    return content(YS)


def looked_at(data: Content, monkeypatch, **query: list[str]) -> View:
    """The view of an address, without a page."""
    chosen = Selection.from_query(query, data.known)[0]
    monkeypatch.setattr(state, "selection", lambda: chosen)
    monkeypatch.setattr(state, "choose", lambda value: None)
    view = view_of(data)
    assert view
    return view


# What is there ----------------------------------------------------------------------------------


def test_the_page_shows_every_question_on_the_first_clock_and_as_a_list():
    app = visited()
    assert "<h1>Ys beside Lyonesse</h1>" in html(app)
    assert "<h2>What came after the first takeover?</h2>" in html(app)
    zero = "Month 0: Armor, Seizure of the grain store, 14 May 1900; Kernow, Crews take the seven yards, 13 Mar 1900."
    assert zero in text(html(app))
    assert listed(app) == BOTH
    assert len(figures(app)) == 1
    assert dict(app.query_params) == {}


def test_the_list_says_months_dates_match_and_gap():
    first = html(visited()).split('<li id="s-tying-together">')[1].split("</li>")[0]
    assert text(first) == (
        "How were the places tied together? ●●● good match "
        "0.6–1.5 Council of delegates, June–September 1900 "
        "1.6–2.6 A council of the yards, about May 1900 (from about April to about May Old Style) "
        "Armor earlier by 0.1–2.0 months Open"
    )


def test_the_chart_has_a_text_that_says_the_same_with_numbers():
    (chart,) = visited().get("plotly_chart")
    assert chart.proto.alt.startswith(
        "Questions on one axis of months: 2. Month 0 is 14 May 1900 in Armor. "
        "Month 0 is 13 Mar 1900 in Kernow. How were the places tied together? Armor: Council of"
    )


def test_figures_stand_side_by_side_with_who_counted_and_what_must_be_said():
    page = html(visited())
    how_much = text(page.split('<article id="pair-how-much">')[1].split("</article>")[0])
    assert "82 workshops Three witnesses count from 60 to 104 workshops" in how_much
    assert "J. Morel, May–June 1900" in how_much
    assert "2 other counts" in how_much
    assert "71.4 % Crews ran 71 of every hundred berths" in how_much
    assert how_much.endswith("What must be said Workshops and berths are not the same.")


def test_a_span_between_two_events_is_computed():
    page = html(visited())
    how_long = text(page.split('<article id="pair-how-long">')[1].split("</article>")[0])
    assert (
        "9.1 months from Seizure of the grain store to The strike is called off 276 days"
        in how_long
    )
    assert (
        "7.7 months from Crews take the seven yards to The League closes the yards 234 days"
        in how_long
    )


def test_where_nothing_is_comparable_that_is_a_figure_of_its_own():
    page = html(visited())
    arrested = page.split('<article id="pair-how-many-arrested">')[1].split("</article>")[0]
    assert '<div class="figure none">' in arrested
    assert "No comparable figure No list is left." in text(arrested)


def test_every_limit_stands_in_full_and_numbered():
    page = html(visited())
    assert '<ol class="limits"><li id="limit-prices"><h3>Prices</h3>' in page
    assert "What cannot fairly be compared 1 Prices" in text(page)


def test_the_matrix_says_how_each_current_stood_and_its_cells_open_the_evidence(monkeypatch):
    monkeypatch.setattr("components.ui.screen.width", lambda: 1028)
    table = html(visited()).split('<table class="matrix">')[1].split("</table>")[0]
    assert re.findall(r'<th scope="(\w+)"', table) == ["col", "col", "rowgroup", "row", "row"]
    cells = re.findall(r'<td class="(\w+)">(.*?)</td>', table)
    assert [kind for kind, _ in cells] == ["against", "for"]
    assert "✕ against" in text(cells[0][1])
    assert "its powers" in text(cells[0][1])
    assert 'event=council-of-delegates"' in cells[0][1]


def test_on_a_narrow_page_the_matrix_is_a_table_for_each_question(monkeypatch):
    monkeypatch.setattr("components.ui.screen.width", lambda: 358)
    page = html(visited())
    question = page.split('<details class="question">')[1]
    assert text(question).startswith("How were the places tied together? ✓ 1 for · ✕ 1 against")
    assert '<table class="matrix">' not in page


def test_a_narrow_page_begins_with_the_list(monkeypatch):
    monkeypatch.setattr("components.ui.screen.width", lambda: 358)
    app = visited()
    assert figures(app) == []
    assert listed(app) == BOTH


# What the address says ----------------------------------------------------------------------------


def test_a_link_restores_clock_order_and_open_rows():
    query = {
        "clock": "last-day",
        "sort": "time",
        "open": ["feeding", "tying-together"],
        "theme": "bread",
    }
    app = visited(**query)
    assert "<h2>What came before the end?</h2>" in html(app)
    assert listed(app) == ["feeding"]
    assert '<section class="pair" id="open-feeding"' in html(app)
    assert address(app) == {
        "clock": ["last-day"], "sort": ["time"], "open": ["feeding", "tying-together"],
        "theme": ["bread"],
    }  # fmt: skip


def test_what_means_nothing_is_named_and_left_out():
    app = visited(clock="moon", open=["feeding", "atlantis"], sort="size", id="nothing")
    said = html(app)
    assert all(part in said for part in ("clock=moon", "open=atlantis", "sort=size", "id=nothing"))
    assert dict(app.query_params) == {"open": "feeding"}


def test_a_new_starting_point_moves_every_mark_and_keeps_filters_and_open_rows():
    app = visited(open="tying-together", theme="coordination")
    before = figures(app)[0]["data"]
    app.button_group(key="compare-clock").set_value("last-day").run()
    assert not app.exception
    assert address(app) == {
        "clock": ["last-day"],
        "open": ["tying-together"],
        "theme": ["coordination"],
    }
    assert figures(app)[0]["data"] != before
    assert "7.5–8.5 months before" in text(html(app))


def test_two_events_of_the_readers_choice_start_the_clocks():
    app = visited(clock="own")
    app.selectbox(key="compare-own-0").set_value(("end", "harbour-strike")).run()
    app.selectbox(key="compare-own-1").set_value(("start", "yards-closed")).run()
    assert address(app) == {"clock": ["own"], "end": ["harbour-strike"], "start": ["yards-closed"]}
    zero = "Month 0: Armor, Harbour strike ends, 14 Feb 1901; Kernow, The League closes the yards, 2 Nov 1900."
    assert zero in text(html(app))
    assert "7.5–8.5 before Council of delegates" in text(html(app))


def test_a_start_that_is_not_known_to_the_day_makes_every_distance_a_range_and_says_so():
    app = visited(clock="own", start=["harbour-union-founded", "yards-taken"])
    assert "not dated to the day" in text(html(app))
    assert "2.0–4.0 Council of delegates" in text(html(app))


def test_own_events_begin_where_the_clocks_stood():
    app = visited(clock="last-day")
    app.button_group(key="compare-clock").set_value("own").run()
    assert address(app) == {"clock": ["own"], "end": ["harbour-strike"], "start": ["yards-closed"]}


def test_events_for_a_start_mean_nothing_on_another_clock():
    app = visited(start="yards-closed")
    assert "start=yards-closed" in html(app)
    assert dict(app.query_params) == {}


def test_back_on_the_calendar_there_are_dates_and_no_months():
    app = visited(clock="calendar")
    assert "on one calendar" in text(html(app))
    first = html(app).split('<li id="s-tying-together">')[1].split("</li>")[0]
    assert text(first).startswith(
        "How were the places tied together? ●●● good match Council of delegates, June"
    )
    assert app.query_params["clock"] == "calendar"


# Filters ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"theme": "bread"}, ["feeding"]),
        ({"tendency": "old-guard"}, ["tying-together"]),
        ({"q": "scattered"}, []),
        ({"q": "weighed grain"}, ["feeding"]),
        ({"country": "armor"}, BOTH),
        ({"collection": "lyonesse", "theme": "bread"}, ["feeding"]),
    ],
)
def test_a_question_stays_while_an_event_behind_it_passes(query, expected):
    app = visited(**query)
    assert listed(app) == expected
    assert f"{len(expected)} of 2 questions" in text(html(app))
    assert ("do not apply here" in html(app)) is bool({"country", "collection"} & set(query))


def test_each_filter_says_how_many_questions_it_would_leave(ys_content):
    of = ys_content.catalog.comparisons["ys-lyonesse"]
    counts = filters.counts(ys_content, of, Selection(themes=("bread",)), "themes")
    assert {name: n for name, n in counts.items() if n} == {
        "bread": 1, "coordination": 1, "takeover": 2,
    }  # fmt: skip
    counts = filters.counts(ys_content, of, Selection(themes=("bread",)), "tendencies")
    assert {name for name, n in counts.items() if n} == {
        "cooperator", "crews", "dock-crews", "municipal-socialist", "owners",
    }  # fmt: skip


def test_nothing_left_says_what_would_be_without_each_filter():
    app = visited(q="scattered", theme="ideas", country="armor")
    assert "No question has an event that matches all of these." in text(html(app))
    assert figures(app) == []
    reset = re.findall(r'href="(compare\?[^"]*)"[^>]*>Reset', html(app))
    assert set(reset) == {"compare?country=armor"}


def test_a_tendency_narrows_the_matrix_to_its_currents(monkeypatch):
    monkeypatch.setattr("components.ui.screen.width", lambda: 1028)
    assert '<table class="matrix">' in html(visited(tendency="old-guard"))
    assert '<table class="matrix">' not in html(visited(tendency="cooperator"))


# Open rows ----------------------------------------------------------------------------------------


def test_an_open_row_shows_both_events_why_they_match_and_where_it_limps():
    panel = html(visited(open="tying-together")).split('<section class="pair"')[1]
    said = text(panel.split("</section>")[0])
    for part in (
        "●●● good match · Armor earlier by 0.1–2.0 months", "The council of delegates meets",
        "Measured at its first day: Jun 1900.", "Harbour syndicalists proposed: Jeanne Morel",
        "Delegates of forty places of work met every week.", "✓ read",
        "A council of the yards", "(from about April to about May Old Style)",
        "Why these are matched Both towns chose delegates.",
        "Where the match limps Ys had forty trades and Lyonesse one.",
        "✕ against : Old guard (its powers)",
    ):  # fmt: skip
        assert part in said
    assert 'event=council-of-delegates"' in panel


def test_a_row_opens_in_the_middle_of_the_chart_and_in_the_list_where_there_is_no_chart():
    chart = visited(open="tying-together")
    assert len(figures(chart)) == 2
    assert html(chart).count('id="open-tying-together"') == 1
    listing = visited(open="tying-together", view="list")
    inside = html(listing).split('<li id="s-tying-together">')[1].split("</li><li id=")[0]
    assert 'id="open-tying-together"' in inside


def test_a_further_event_is_named_in_the_open_row_with_its_date():
    panel = text(html(visited(open="feeding")).split('<section class="pair"')[1])
    assert "Further events of this question Seizure of the grain store 14 May 1900" in panel
    assert "Not measured. Nothing is recorded." in panel


# Table and CSV ------------------------------------------------------------------------------------


def test_the_table_holds_months_as_numbers():
    app = visited(view="table")
    table = app.dataframe[0].value
    assert list(table.columns)[:7] == [
        "Question", "Armor, from", "Armor, to", "Kernow, from", "Kernow, to", "Gap, from", "Gap, to",
    ]  # fmt: skip
    assert table["Armor, from"].tolist() == [0.6, -0.4]
    assert table["Match"].tolist() == ["●●● good match", "◐ partial match"]
    assert listed(app) == []


def test_the_csv_says_where_the_clocks_start_and_is_safe_for_a_spreadsheet(ys_content, monkeypatch):
    view = looked_at(ys_content, monkeypatch)
    table = stage_table(ys_content.catalog, view.comparison, view.start)
    table["question"] = "=1+1"
    rows = list(csv.DictReader(io.StringIO(compare_rows.stage_csv(view, table), newline="")))
    assert tuple(rows[0]) == compare_rows.CSV_COLUMNS
    first = rows[0]
    assert first["question"] == "'=1+1"
    assert (first["counted from a"], first["backwards"]) == ("grain-store-seized (start)", "no")
    assert (first["months a least"], first["a later by least"]) == ("0.6", "-2.0")
    assert (rows[1]["months b least"], rows[1]["a later by most"]) == ("", "")


def test_counted_backwards_table_and_csv_hold_months_before(ys_content, monkeypatch):
    view = looked_at(ys_content, monkeypatch, clock=["last-day"])
    table = stage_table(ys_content.catalog, view.comparison, view.start)
    rows = list(csv.DictReader(io.StringIO(compare_rows.stage_csv(view, table), newline="")))
    assert (rows[0]["months a least"], rows[0]["months a most"]) == ("7.5", "8.5")
    assert rows[0]["backwards"] == "yes"
    shown = compare_rows.stage_frame(view, table)
    assert shown[["Armor, from", "Armor, to"]].iloc[0].tolist() == [7.5, 8.5]


# The finding --------------------------------------------------------------------------------------


def test_the_finding_counts_who_is_later_and_names_the_widest_gap(ys_content, monkeypatch):
    view = looked_at(ys_content, monkeypatch)
    table = stage_table(ys_content.catalog, view.comparison, view.start)
    assert text(finding(view, table)) == (
        "Kernow is later on 1 of 1 measured questions, by 0.1 to 2.0 months. Widest: “How were the "
        "places tied together?”, 0.6–1.5 months in Armor against 1.6–2.6 months in Kernow."
    )
    assert finding(view, table.loc[["feeding"]]) == ""
    assert list(ordered(table, "gap").index) == BOTH


# Other catalogues -----------------------------------------------------------------------------------


def test_a_catalogue_without_a_comparison_says_so(monkeypatch, ys_folder):
    shutil.rmtree(ys_folder / "comparisons")
    monkeypatch.setenv("EVENTS", str(ys_folder))
    app = visited()
    assert "This catalogue holds no comparison." in html(app)
    assert figures(app) == []


def test_a_second_comparison_is_a_choice_by_itself(monkeypatch, ys_folder):
    first = ys_folder / "comparisons" / "ys-lyonesse.yaml"
    again = first.read_text("utf-8").replace("id: ys-lyonesse", "id: second", 1)
    again = again.replace("title: Ys beside Lyonesse", "title: Once more", 1)
    (ys_folder / "comparisons" / "z-second.yaml").write_text(again, "utf-8")
    monkeypatch.setenv("EVENTS", str(ys_folder))
    assert "<h1>Once more</h1>" in html(visited(id="second", open="feeding"))
    app = visited(open="feeding", sort="gap")
    assert app.selectbox(key="compare-id").options == ["Ys beside Lyonesse", "Once more"]
    app.selectbox(key="compare-id").set_value("second").run()
    assert "<h1>Once more</h1>" in html(app)
    assert dict(app.query_params) == {"id": "second"}


def test_content_is_never_markup(monkeypatch, ys_folder):
    path = ys_folder / "comparisons" / "ys-lyonesse.yaml"
    said = path.read_text("utf-8").replace(
        "Both towns chose delegates.", "<script>alert(1)</script>"
    )
    path.write_text(said.replace("Who fed the strikers?", "<b>Who</b> fed?"), "utf-8")
    monkeypatch.setenv("EVENTS", str(ys_folder))
    page = html(visited(open="tying-together"))
    assert "<script>" not in page
    assert "&lt;b&gt;Who&lt;/b&gt; fed?" in page
