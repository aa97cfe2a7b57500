"""Every chart of every page is said in words with its numbers, and the same stands as rows.

Rows are a table, a list, or the grid of a table view; of that only the region that names it can be
seen from outside, and its rows are counted there.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import arrive

ROWS = "table tbody tr"
# Address → its charts; where the same stands as rows, and what a row is there.
CHARTS = {
    "/": (".timeline .chart", "/", ".list li"),
    "/?lanes=tendency&axis=shared": (".timeline .chart", "/?lanes=tendency", ".list li"),
    "/?event=harbour-strike": (".timeline .chart", "/?event=harbour-strike", ".list li"),
    "/?view=list": (".timeline .overview", "/?view=list", ".list li"),
    "/compare": ("[data-testid=stPlotlyChart]", "/compare?view=list", ".stages > li"),
    "/compare?open=tying-together": (
        "[data-testid=stPlotlyChart]", "/compare?open=tying-together", ".stages > li",
    ),
    "/compare?clock=calendar": (
        "[data-testid=stPlotlyChart]", "/compare?clock=calendar&view=list", ".stages > li",
    ),
}  # fmt: skip
FIGURES = (
    "yards-under-crews", "council-seats", "council-votes", "raid-arrests", "workshops-seized",
    "strikers", "quay-union-members", "bread-price", "ships-mended",
)  # fmt: skip


def said(page: Page, charts: str) -> list[str]:
    """The words of all charts that a selector means; there is one at least."""
    found = page.locator(charts)
    expect(found.first).to_be_visible(timeout=30_000)
    return [one.get_attribute("aria-label") or "" for one in found.all()]


@pytest.mark.parametrize("address", CHARTS)
def test_a_chart_says_its_numbers_and_the_same_stands_as_rows(
    page: Page, ys_url: str, address: str
):
    charts, place, rows = CHARTS[address]
    arrive(page, ys_url + address)
    words = said(page, charts)
    assert [one for one in words if not re.search(r"\d", one)] == []
    if place != address:
        arrive(page, ys_url + place)
    expect(page.locator(rows).first).to_be_visible(timeout=30_000)
    # A chart begins with how many it shows; one that is cut by an open row is several.
    drawn = sum(int(re.search(r"\d+", one)[0]) for one in words)
    assert page.locator(rows).count() == drawn


@pytest.mark.parametrize("address", ["/?view=table", "/compare?view=table"])
def test_a_table_view_is_a_region_with_a_name(page: Page, ys_url: str, address: str):
    arrive(page, ys_url + address)
    grid = page.get_by_role("region", name=re.compile(r"^Table of \d+ "))
    expect(grid.locator("canvas").first).to_be_visible(timeout=30_000)


def test_a_small_chart_says_its_numbers_and_leads_to_its_figure(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/figures")
    words = said(page, ".gallery .picture")
    assert len(words) == page.locator(".gallery h3 a").count() == len(FIGURES)
    assert [one for one in words if not re.search(r"\d", one)] == []


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_says_the_numbers_of_its_table_and_its_strip_the_events(
    page: Page, ys_url: str, figure: str
):
    arrive(page, f"{ys_url}/figures?id={figure}")
    chart, *strip = said(page, ".charts.single .picture")
    for one in strip:
        links = page.locator(".bears a").count()
        assert ("the one event" if links == 1 else f"the {links} events") in one
    arrive(page, f"{ys_url}/figures?id={figure}&type=table")
    numbers = page.locator(f".figures {ROWS} th").all_inner_texts()
    assert numbers and [number for number in numbers if number not in chart] == []


def test_bars_within_a_page_stand_beside_their_numbers(page: Page, ys_url: str):
    arrive(page, f"{ys_url}/tendencies?id=crews")
    years = page.get_by_role("table", name=re.compile("year"))
    assert years.get_by_role("columnheader").count() > 1
    arrive(page, f"{ys_url}/sources")
    assert page.locator(".bars .bar").count() == page.locator(".bars .n").count() > 0
    assert page.locator(".bars .bar:not([aria-hidden])").count() == 0
    arrive(page, f"{ys_url}/review")
    assert page.locator(".tally .segments span").count() == page.locator(".tally li").count() > 0
