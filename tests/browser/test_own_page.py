"""A reader's own events in a real browser: dropped, seen, not seen by anybody else, left."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from components.catalog.authoring.templates import starter
from components.catalog.own.unpacking import packed


def handed_in(page: Page, address: str, name: str, data: bytes) -> None:
    page.goto(f"{address}/own")
    page.locator("input[type=file]").wait_for(state="attached", timeout=60_000)
    expect(page.get_by_role("button", name="A small catalogue to start from")).to_be_visible()
    page.wait_for_timeout(1000)  # the page is drawn once more when it knows its width
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.set_input_files("input[type=file]", file)


def test_a_zipped_catalogue_is_seen_by_the_one_who_dropped_it_alone(
    page: Page, ys_url: str, browser: Browser
):
    handed_in(page, ys_url, "mine.zip", packed(starter()))
    notice = page.locator(".notice", has_text="You are looking at your own events")
    expect(notice).to_contain_text("3 events", timeout=60_000)
    page.get_by_role("link", name="See them on the timeline").click()
    expect(page.locator(".timeline[data-drawn]")).to_be_visible(timeout=30_000)
    expect(page.locator("h1")).to_have_text("Who built the bridge?")
    expect(page.locator(".list li")).to_have_count(3)
    page.locator(".list li a").first.click()
    expect(page.locator("#event-card")).to_contain_text("A link cannot carry your own events")
    page.wait_for_url(re.compile(r"event="))
    with_event = page.url

    other = browser.new_context().new_page()
    other.goto(with_event)
    expect(other.locator(".timeline[data-drawn]")).to_be_visible(timeout=30_000)
    expect(other.locator("h1")).not_to_have_text("Who built the bridge?")
    expect(other.locator(".notice")).to_contain_text("means nothing here")
    other.context.close()

    page.get_by_role("button", name="Back to the shared catalogue").click()
    expect(notice).to_have_count(0)
    expect(page.locator("h1")).not_to_have_text("Who built the bridge?")


def test_a_mistake_is_shown_where_it_stands_and_mended_by_dropping_the_file_again(
    page: Page, ys_url: str
):
    right = starter()["bridge/1901.yaml"]
    handed_in(page, ys_url, "mine.yaml", right.replace(b"1902-06?", b"1902-13?"))
    problem = page.locator(".problems li").first
    expect(problem).to_contain_text("event “bridge-opens”, date", timeout=60_000)
    expect(problem).to_contain_text("month 13")
    file = {"name": "mine.yaml", "mimeType": "text/yaml", "buffer": right}
    page.set_input_files("input[type=file]", file)
    expect(page.locator(".own")).to_contain_text(
        "Nothing. Every record is understood", timeout=60_000
    )


def test_a_phone_shows_the_page_without_scrolling_sideways(browser: Browser, ys_url: str):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    handed_in(page, ys_url, "mine.yaml", starter()["bridge/1901.yaml"].replace(b"actor", b"acter"))
    expect(page.locator(".problems li").first).to_be_visible(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
