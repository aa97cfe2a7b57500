"""The site opened from a disk with the network off: with a script, without one, in two forms."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from components.catalog.search.folding import fold, plain
from components.catalog.tables.clocks import Start, stage_table
from components.charts.clocks.words import gap_text, months_text
from components.html.compare.view import choices
from components.html.compare.words import clock_words
from components.html.content import content_of
from components.site.folder import write_folder
from components.site.made import site_of
from components.site.single import single_file
from tests.browser.test_axe import LOOKS, findings

WORDS = [
    "Кермарек",
    "S.A. Ruz",
    "C.N.T.",
    "l'Estat",
    "Gorodetskij",
    "Ñandú 1900",
    "Straße",
    "Tjutchev",
]


@pytest.fixture(scope="session")
def site_folder(ys, tmp_path_factory) -> Path:
    """A folder that holds the site, and beside it the same as one file."""
    place, site = tmp_path_factory.mktemp("from-disk"), site_of(ys)
    write_folder(site, place / "site")
    (place / "one.html").write_text(single_file(site), "utf-8")
    return place


class Opened:
    """A site in a browser without a network, and what should not happen in it."""

    def __init__(self, page: Page, place: Path, form: str) -> None:
        self.page, self.place, self.form = page, place, form
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.asked.append(f"error: {error}"))
        page.on("console", self._said)

    def _said(self, message) -> None:
        if message.type == "error":
            self.asked.append(message.text)

    def go(self, path: str, query: str = "") -> None:
        """Open a page; query: what stands behind the # for its filters."""
        if self.form == "one":
            url = f"{(self.place / 'one.html').as_uri()}#{path}{'?' + query if query else ''}"
            self.page.goto("about:blank")
        else:
            url = f"{(self.place / 'site' / path).as_uri()}.html{'#' + query if query else ''}"
        self.page.goto(url)

    @property
    def shown(self):
        """What is seen of the page that is open."""
        return self.page.locator(".page.shown" if self.form == "one" else "main")

    def outside(self) -> list[str]:
        return [url for url in self.asked if not re.match(r"(file|data|blob|about):", url)]


@pytest.fixture(params=["folder", "one"])
def opened(request, browser: Browser, site_folder) -> Opened:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme="light")
    context.set_offline(True)
    opened = Opened(context.new_page(), site_folder, request.param)
    yield opened
    context.close()
    assert opened.outside() == []


def drawn(opened: Opened, state: str) -> None:
    expect(opened.shown.locator("[data-timeline]")).to_have_attribute(
        "data-drawn", state, timeout=30000
    )


def visible(opened: Opened) -> list[str]:
    return opened.shown.locator(".list li:visible .t").all_inner_texts()


def marks(opened: Opened) -> set[str]:
    """Ids of the events that are drawn."""
    return set(opened.page.evaluate(
        "() => document.querySelector('.chart').data.filter(one => one.name === 'marks').flatMap(one => one.customdata)"
    ))  # fmt: skip


def test_the_timeline_and_the_list_show_the_same_events(opened, ys):
    opened.go("index")
    drawn(opened, "collection all")
    assert len(visible(opened)) == len(ys.events)
    assert marks(opened) < set(ys.events)
    assert opened.shown.locator(".overview .bars .point").count() > 3


def test_a_filter_narrows_list_chart_and_counts_and_stands_in_the_address(opened):
    opened.go("index")
    opened.shown.locator("input[name=theme][value=bread]").check()
    drawn(opened, "collection 3")
    assert len(visible(opened)) == 3
    assert len(marks(opened)) <= 3
    expect(opened.shown.locator(".row .count")).to_have_text("3 of 21 events")
    assert "theme=bread" in opened.page.url
    opened.shown.locator(".chips button").first.click()
    drawn(opened, "collection all")
    assert "theme" not in opened.page.url


ROWS = """chart => chart.layout.meta.lanes.map(lane => {
    const top = (1 - chart.layout[`yaxis${lane.yaxis.slice(1)}`].domain[1]) * chart.layout.height;
    const rows = chart.data.filter(one => one.yaxis === lane.yaxis && ['marks', 'hits'].includes(one.name))
        .flatMap(one => one.y.map((y, at) => [top + y, one.customdata[at]]))
        .filter(([y]) => y >= lane.top && y < lane.bottom)
        .map(([y, id]) => [Math.round((y - lane.rows) / lane.row - 0.5), id]);
    return { bottom: lane.bottom, least: lane.least, row: lane.row, end: lane.rows + lane.row + 6, rows };
})"""


def test_events_that_are_left_move_up_and_lanes_end_below_them(opened):
    opened.go("index")
    drawn(opened, "collection all")
    chart = opened.shown.locator(".timeline .chart")
    height, before = chart.evaluate("chart => chart.layout.height"), chart.evaluate(ROWS)
    bread = opened.shown.locator("input[name=theme][value=bread]")
    bread.check()
    drawn(opened, "collection 3")
    after = chart.evaluate(ROWS)
    assert chart.evaluate("chart => chart.layout.height") < height
    for was, lane in zip(before, after, strict=True):
        used = {row for row, _ in lane["rows"]}
        assert used == set(range(len(used)))  # no row is empty between two
        assert len(used) < max(2, len({row for row, _ in was["rows"]}))
        assert lane["bottom"] == max(
            lane["least"], lane["end"] + (max(1, len(used)) - 1) * lane["row"]
        )
    bread.uncheck()
    drawn(opened, "collection all")
    assert chart.evaluate(ROWS) == before
    assert chart.evaluate("chart => chart.layout.height") == height


def test_a_link_with_filters_shows_what_it_says(opened):
    opened.go("index", "country=kernow&lanes=tendency")
    drawn(opened, "tendency 6")
    assert len(visible(opened)) == 6
    expect(opened.shown.locator("input[name=country][value=kernow]")).to_be_checked()


def test_where_nothing_fits_the_way_out_is_offered(opened):
    opened.go("index", "theme=bread&q=kropotkin")
    expect(opened.shown.locator(".empty")).to_contain_text("No event matches all of these.")
    opened.shown.locator(".empty button").first.click()
    expect(opened.shown.locator(".empty")).to_be_hidden()


def test_the_keyboard_walks_through_the_events_and_opens_one(opened):
    opened.go("index")
    drawn(opened, "collection all")
    chart = opened.shown.locator(".chart")
    chart.focus()
    chart.press("ArrowDown")
    said = opened.shown.locator(".live").inner_text()
    chart.press("Enter")
    opened.page.wait_for_url("**events/**")
    assert opened.shown.locator("h1").inner_text() in said


def test_zooming_changes_the_address_and_the_way_back_is_one_key(opened):
    opened.go("index")
    drawn(opened, "collection all")
    chart = opened.shown.locator(".chart")
    chart.focus()
    chart.press("+")
    opened.page.wait_for_url("**zoom=**")
    chart.press("Home")
    expect(opened.page).not_to_have_url(re.compile("zoom"))


def test_the_search_finds_a_name_in_any_spelling(opened):
    opened.go("search", "q=" + quote("Морель"))
    expect(opened.shown.locator(".hits h2").first).to_contain_text("Events")
    link = opened.shown.locator(".hits a", has_text="Jeanne Morel")
    link.click()
    expect(opened.shown.locator("h1")).to_have_text("Jeanne Morel")


def test_words_are_folded_as_in_the_catalogue(opened):
    opened.go("search", "q=x")
    expect(opened.shown.locator(".count")).not_to_be_empty()
    for text in WORDS:
        words = opened.page.evaluate("text => text.split(/\\s+/).flatMap(plainWords)", text)
        assert " ".join(words) == plain(text)
        assert " ".join(opened.page.evaluate("words => words.map(folded)", words)) == fold(text)


def test_a_figure_is_drawn_in_the_colours_of_the_theme(opened):
    opened.go("figures/bread-price")
    box = opened.shown.locator("[data-figure]")
    expect(box.locator(".main-svg").first).to_be_visible(timeout=30000)
    light = opened.page.evaluate("box => box.layout.paper_bgcolor", box.element_handle())
    opened.page.locator("[data-theme-switch]").click()
    expect(box).to_have_attribute("data-look", re.compile("true$"))
    dark = opened.page.evaluate("box => box.layout.paper_bgcolor", box.element_handle())
    assert (light, dark) == ("#fcfbf8", "#15181c")


def test_every_small_figure_is_drawn_when_it_is_looked_at(opened, ys):
    opened.go("figures")
    boxes = opened.shown.locator(".gallery [data-figure]")
    assert boxes.count() == len(ys.indicators)
    for box in boxes.all():
        box.scroll_into_view_if_needed()
        expect(box.locator(".main-svg").first).to_be_visible(timeout=30000)


def test_the_clocks_start_where_the_reader_chooses(opened):
    opened.go("comparisons/ys-lyonesse")
    sections = opened.shown.locator("[data-clock]")
    assert opened.shown.locator("[data-clock]:visible").count() == 1 < sections.count()
    opened.shown.locator("input[name=clock][value=calendar]").check(force=True)
    expect(opened.shown.locator("[data-clock=calendar]")).to_be_visible()
    expect(opened.shown.locator("[data-clock=calendar] .main-svg").first).to_be_visible(
        timeout=30000
    )
    assert "clock=calendar" in opened.page.url


def test_the_clocks_start_from_two_events_of_the_readers_choice(opened, ys):
    (comparison,) = ys.comparisons.values()
    data = content_of(ys)
    possible = [list(choices(data, comparison, side).values()) for side in (0, 1)]
    words = clock_words()
    for one, other in zip(possible[0][::4], possible[1][1::2], strict=False):
        asked = f"clock=own&{one.edge}={one.event}&{other.edge}={other.event}"
        opened.go(f"comparisons/{comparison.id}", asked)
        opened.page.reload()
        section = opened.shown.locator("[data-clock=own]")
        expect(section.locator("tbody tr")).to_have_count(len(comparison.stages))
        expect(opened.shown.locator("[data-clock]:visible")).to_have_count(1)
        for select, moment in zip(("a", "b"), (one, other), strict=True):
            value = section.locator(f"select[name={select}]").input_value()
            assert value == f"{moment.edge}:{moment.event}"
        stages = stage_table(ys, comparison, Start((one, other)))
        for row, said in zip(stages.itertuples(), section.locator("tbody tr").all(), strict=True):
            cells = said.locator("td:not(.marks)")
            for at, (low, high) in enumerate(((row.a_low, row.a_high), (row.b_low, row.b_high))):
                assert cells.nth(at).inner_text().startswith(months_text(low, high, words))
            assert cells.nth(2).inner_text() == gap_text(row.gap_low, row.gap_high, words)


def test_the_choice_of_two_events_stands_in_the_address(opened):
    opened.go("comparisons/ys-lyonesse")
    opened.shown.locator(".switch input[value=own]").check()
    section = opened.shown.locator("[data-clock=own]")
    expect(section.locator("tbody tr").first).to_be_visible()
    before = section.locator(".zero").inner_text()
    section.locator("select[name=a]").select_option(index=3)
    expect(section.locator(".zero")).not_to_have_text(before)
    chosen = section.locator("select[name=a]").input_value()
    assert "clock=own" in opened.page.url and chosen.replace(":", "=") in opened.page.url


def test_a_list_of_names_is_narrowed(opened):
    opened.go("people")
    opened.shown.locator("form.narrow input").fill("Jeanne Morel")
    expect(opened.shown.locator(".count b")).to_have_text("1")
    assert opened.shown.locator(".names li:visible").count() == 1


def test_one_page_leads_to_another_and_back(opened):
    opened.go("index")
    opened.shown.locator(".list li a").first.click()
    first = opened.shown.locator("h1").inner_text()
    opened.shown.locator(".foot .next").click()
    expect(opened.shown.locator("h1")).not_to_have_text(first)
    opened.page.go_back()
    expect(opened.shown.locator("h1")).to_have_text(first)


def test_a_claim_has_an_address_that_leads_to_it(opened, ys):
    review = next(iter(ys.reviews.values()))
    last = review.claims[-1].id
    if opened.form == "one":
        opened.go(f"reviews/{review.id}/claim-{last}")
    else:
        opened.go(f"reviews/{review.id}", f"claim-{last}")
    expect(opened.shown.locator(f"[id$='claim-{last}']")).to_be_in_viewport()


def test_a_finding_leads_to_the_claims_that_got_it(opened, ys):
    review = next(iter(ys.reviews.values()))
    opened.go(f"reviews/{review.id}")
    opened.shown.locator(".tally a").first.click()
    expect(opened.shown.locator("select[name=verdict]")).not_to_have_value("")
    verdict = opened.shown.locator("select[name=verdict]").input_value()
    wanted = sum(claim.verdict == verdict for claim in review.claims)
    expect(opened.shown.locator(".count b")).to_have_text(str(wanted))
    assert opened.shown.locator("li[id*='claim-']:visible").count() == wanted


@pytest.mark.parametrize(
    "path", ["index", "figures", "comparisons/ys-lyonesse", "sources", "people"]
)
def test_no_page_is_wider_than_a_phone(browser, site_folder, path):
    context = browser.new_context(viewport={"width": 390, "height": 800}, is_mobile=True)
    page = context.new_page()
    page.goto((site_folder / "site" / f"{path}.html").as_uri())
    page.locator(".main-svg").first.wait_for(timeout=30000) if path[0] in "ifc" else None
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    context.close()


@pytest.mark.parametrize("form", ["folder", "one"])
def test_without_a_script_everything_is_there_to_read(browser, site_folder, ys, form):
    context = browser.new_context(java_script_enabled=False)
    context.set_offline(True)
    opened = Opened(context.new_page(), site_folder, form)
    opened.go("index")
    page = opened.page
    assert page.locator(".list li:visible").count() == len(ys.events)
    assert (
        page.locator("form:visible").count() == page.locator("[data-timeline]:visible").count() == 0
    )
    page.locator(".list li a").first.click()
    assert page.locator("h1:visible").count() >= 1
    opened.go("figures/bread-price")
    assert page.locator("table:visible").count() >= 1
    opened.go("comparisons/ys-lyonesse")
    assert (
        page.locator("[data-clock]:visible").count()
        == page.locator("[data-clock]:not([data-own])").count()
        > 1
    )
    assert opened.outside() == []
    context.close()


PAGES = [
    "index", "events/harbour-strike", "figures", "figures/bread-price", "comparisons/ys-lyonesse",
    "people", "people/jeanne-morel", "tendencies", "sources", "reviews/kermarec-review", "search",
    "about",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page_of_the_site(browser, site_folder, path):
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page, found = context.new_page(), []
    page.goto((site_folder / "site" / f"{path}.html").as_uri())
    for width, theme in LOOKS:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        if path.startswith(("index", "figures", "comp")):
            page.locator(".main-svg").first.wait_for(timeout=30000)
            page.wait_for_timeout(400)  # it is drawn anew for the width a moment after
        found += [f"{width} px, {theme}: {one}" for one in findings(page)]
    context.close()
    assert not found, "\n".join(found)
