"""A reader's paths through the record pages, the comparison and the search, on Ys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from components.charts.tokens import DARK
from tests.browser.conftest import serving
from tests.browser.looks import arrive, overflow, settled

YS = Path(__file__).parents[1] / "fixtures" / "ys"


@pytest.fixture(scope="module")
def fresh_url() -> Iterator[str]:
    """Another server, which has seen none of the readers."""
    with serving(YS) as address:
        yield address


def elsewhere(page: Page, fresh_url: str, said: re.Pattern[str]) -> None:
    """Wait until the address holds `said`, and open the same address on the other server."""
    page.wait_for_url(said)
    arrive(page, fresh_url + "/" + page.url.split("/", 3)[3])


def test_a_person_is_found_by_another_script_and_their_link_opens_them_anywhere(
    page: Page, ys_url: str, fresh_url: str
):
    arrive(page, f"{ys_url}/people")
    page.get_by_label("Search").fill("Алиса")
    page.keyboard.press("Enter")
    expect(page.locator(".records li")).to_have_count(1)
    page.locator(".records li a").click()
    expect(page.locator("#record-title")).to_have_text("Alice Penrose")
    expect(page.locator("#record .original")).to_have_text("Alys Pennros")
    expect(page.locator('#record [lang="kw"]')).to_have_text("Alys Pennros")
    elsewhere(page, fresh_url, re.compile("id=penrose"))
    expect(page.locator("#record-title")).to_have_text("Alice Penrose")
    expect(page).to_have_title("Alice Penrose · People · Ys and Lyonesse")


def test_a_source_leads_to_what_rests_on_it_and_back(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/sources")
    page.locator("#s-morel-1901 a").first.click()
    expect(page.locator("#record-title")).to_be_focused()
    page.wait_for_url(re.compile("id=morel-1901"))
    event = page.locator("#record .rows a").first
    title = event.inner_text()
    event.click()
    expect(page.locator("#event-title")).to_have_text(title)
    page.wait_for_url(re.compile("event="))
    settled(page)
    page.go_back()
    expect(page.locator("#record-title")).to_be_visible()


def test_the_bibliography_that_is_taken_away_holds_what_the_filters_left(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/sources?q=kermarec")
    shown = page.locator(".bibliography li[id]").count()
    page.get_by_role("button", name="Download").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSL-JSON").click()
    assert len(json.loads(download.value.path().read_text("utf-8"))) == shown > 0


def test_a_tendency_shows_its_events_on_the_timeline(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/tendencies?id=crews")
    page.locator("#record").get_by_role("link", name=re.compile("on the timeline")).click()
    expect(page.locator(".chips li").first).to_contain_text("Crews")
    expect(page.locator(".list li").first).to_be_visible()


def test_a_claim_is_narrowed_to_opened_and_sent(page: Page, ys_url: str, fresh_url: str):
    arrive(page, f"{ys_url}/review")
    every = page.locator(".claims > ol > li, .claims li[id]").count()
    page.locator(".tally a").first.click()
    expect(page.locator(".chips li").first).to_be_visible()
    settled(page)
    assert 0 < page.locator(".claims > ol > li, .claims li[id]").count() < every
    arrive(page, f"{ys_url}/review?open=K-2")
    said = page.locator("#record .t").first.inner_text()
    elsewhere(page, fresh_url, re.compile("open=K-2"))
    expect(page.locator("#record .t").first).to_have_text(said)


@pytest.mark.parametrize(
    ("query", "kind", "heading"),
    [
        ("penrose", "People", "#record-title"),
        ("kermarec", "Sources", "#record-title"),
        ("workshops", "Figures", "#record-title"),
        ("workshops", "Claims checked", "#record-title"),
    ],
)
def test_the_search_finds_records_of_every_kind(
    query: str, kind: str, heading: str, page: Page, ys_url: str
):
    arrive(page, f"{ys_url}/?q={query}")
    group = page.locator(".also li").filter(has=page.get_by_text(kind, exact=True))
    group.get_by_role("link").first.click()
    expect(page.locator(heading)).to_be_visible()
    expect(page.locator(heading)).to_be_focused()


def test_the_start_of_the_clocks_changes_a_row_opens_and_the_link_shows_the_same(
    page: Page, ys_url: str, fresh_url: str
):
    arrive(page, f"{ys_url}/compare")
    page.get_by_role("radio", name="The calendar").or_(
        page.get_by_role("button", name="The calendar")
    ).first.click()
    page.wait_for_url(re.compile("clock=calendar"))
    settled(page)
    page.locator("#s-feeding").get_by_role("link", name=re.compile("^Open")).click()
    heading = page.locator("#open-feeding-title")
    expect(heading).to_be_focused()
    text = page.locator("#open-feeding").inner_text()
    elsewhere(page, fresh_url, re.compile("open=feeding"))
    assert page.locator("#open-feeding").inner_text() == text


def test_on_a_phone_the_comparison_is_a_list_and_nothing_scrolls_sideways(page: Page, ys_url: str):
    page.set_viewport_size({"width": 390, "height": 844})
    arrive(page, f"{ys_url}/compare?open=feeding")
    expect(page.locator(".stages li").first).to_be_visible()
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(0)
    assert overflow(page) <= 0


@pytest.mark.parametrize("address", ["/", "/compare", "/figures", "/people?id=penrose"])
def test_the_dark_theme_is_everywhere(address: str, page: Page, ys_url: str):
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    arrive(page, ys_url + address)
    expect(page.locator("html")).to_have_css("--page", DARK.page, timeout=15_000)
    grounds = page.locator(".stApp .main-svg:first-child").evaluate_all(
        "all => all.map(one => getComputedStyle(one).backgroundColor)"
    )
    light = [ground for ground in grounds if ground.startswith(("rgb(252", "rgb(255"))]
    assert light == []


def test_embedded_there_is_no_menu_and_the_address_stays_embedded(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/?embed=true&view=list")
    expect(page.get_by_test_id("stMainMenu")).to_have_count(0)
    page.locator(".list li a").first.click()
    expect(page.locator("#event-card")).to_be_visible()
    page.wait_for_url(re.compile("event="))
    assert "embed=true" in page.url


def test_the_tab_names_the_open_event_and_then_the_catalogue_again(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/?view=list&event=harbour-strike")
    expect(page).to_have_title("The harbour strike of Ys · Timeline · Ys and Lyonesse")
    page.keyboard.press("Escape")
    expect(page).to_have_title("Ys and Lyonesse")


def test_in_forced_colours_what_is_chosen_can_be_seen(page: Page, ys_url: str):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    arrive(page, f"{ys_url}/?view=list&country=kernow")
    chosen, other = (
        page.locator(f"#f-countries-{country}").evaluate(
            "one => getComputedStyle(one, '::before').backgroundColor"
        )
        for country in ("kernow", "armor")
    )
    assert chosen != other


def test_an_open_event_is_printed_alone_and_a_list_whole(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/?event=harbour-strike")
    page.emulate_media(media="print")
    expect(page.locator("#event-card")).to_be_visible()
    for hidden in (".list", ".timeline", "#event-close", ".stSidebar", ".tl .copy"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.emulate_media(media="screen")
    arrive(page, f"{ys_url}/?view=list")
    page.emulate_media(media="print")
    height = page.evaluate(
        "[document.body.scrollHeight, document.querySelector('.list').scrollHeight]"
    )
    assert height[0] >= height[1] > 0
    expect(page.locator(".list li").last).to_be_visible()


def test_a_figure_of_any_width_and_theme_is_printed_whole_and_light(page: Page, ys_url: str):
    page.emulate_media(color_scheme="dark")
    arrive(page, f"{ys_url}/figures?id=workshops-seized")
    picture = page.locator(".charts.single .picture").first
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert picture.bounding_box()["width"] <= 700
    page.emulate_media(media="print", color_scheme="dark")
    expect(picture).to_have_css("filter", re.compile("^invert"))
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert picture.bounding_box()["width"] > 700
    expect(picture).to_have_css("filter", "none")
