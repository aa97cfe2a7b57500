"""The demonstration catalogue, of years before 1, in a real browser."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.looks import settled

DEMO = Path(__file__).parents[2] / "demo"


def test_years_before_1_are_drawn_listed_and_compared(page: Page, server):
    with server(DEMO) as address:
        page.goto(address)
        expect(page.locator(".timeline[data-drawn]")).to_be_visible(timeout=60_000)
        ticks = page.locator(".timeline .chart").all_inner_texts()[0]
        assert "BCE" in ticks and "-04" not in ticks
        page.locator(".list li a").first.click()
        expect(page.locator("#event-card .when")).to_have_text("594 BCE")
        settled(page)
        page.locator(".timeline .chart").focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".timeline .live")).to_contain_text("BCE")
        page.goto(f"{address}/compare")
        expect(page.locator("h1")).to_have_text("Athens and Rome", timeout=30_000)
        expect(page.locator("h2", has_text="The same questions as a list")).to_be_visible()
        page.goto(f"{address}/figures?id=romans-counted")
        expect(page.get_by_text("460 BCE").first).to_be_visible(timeout=30_000)
