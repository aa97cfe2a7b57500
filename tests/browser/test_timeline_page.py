"""A reader's paths through the front page, in a real browser, on the invented catalogue."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.looks import settled

YS = Path(__file__).parents[1] / "fixtures" / "ys"


def opened(page: Page, address: str) -> None:
    """Go to `address` and wait until the timeline is drawn."""
    page.goto(address)
    expect(page.locator(".timeline[data-drawn]")).to_be_visible(timeout=30_000)


def drawn(page: Page) -> str:
    """What identifies the picture that is on screen."""
    return page.locator(".timeline").get_attribute("data-drawn")


def windows(page: Page) -> list[list[float]]:
    """The range of every time axis on screen."""
    return page.evaluate(
        "() => { const l = document.querySelector('.timeline .chart')._fullLayout;"
        " return Object.keys(l).filter(k => /^xaxis\\d*$/.test(k)).sort().map(k => [...l[k].range]) }"
    )


def first_filter(page: Page):
    """The first country's checkbox."""
    return page.get_by_test_id("stSidebar").get_by_role("checkbox").first


def test_a_filter_narrows_the_list_and_the_address_reproduces_it_on_a_new_server(
    page: Page, ys_url: str, server
):
    opened(page, ys_url)
    before = page.locator(".list li").count()
    first_filter(page).click()
    expect(page.locator(".chips li")).to_have_count(2)
    page.wait_for_url(re.compile(r"country="))
    page.wait_for_timeout(500)
    titles = page.locator(".list .t").all_inner_texts()
    assert 0 < len(titles) < before
    address = page.url
    with server(YS) as fresh:
        opened(page, fresh + "/?" + address.split("?")[1])
        assert page.locator(".list .t").all_inner_texts() == titles


def test_an_event_opens_by_click_and_its_link_opens_it_on_a_new_server(
    page: Page, ys_url: str, server
):
    opened(page, ys_url)
    entry = page.locator(".list li a").first
    title = entry.locator(".t").inner_text()
    entry.click()
    heading = page.locator("#event-title")
    expect(heading).to_have_text(title)
    expect(heading).to_be_focused()
    page.wait_for_url(re.compile(r"event="))
    with server(YS) as fresh:
        opened(page, fresh + "/?" + page.url.split("?")[1])
        expect(page.locator("#event-title")).to_have_text(title)


def test_back_closes_the_event_again(page: Page, ys_url: str):
    opened(page, ys_url)
    page.locator(".list li a").first.click()
    expect(page.locator("#event-card")).to_be_visible()
    page.wait_for_url(re.compile(r"event="))
    settled(page)
    page.go_back()
    expect(page.locator("#event-card")).to_have_count(0)
    expect(page.locator(".list li").first).to_be_visible()


def test_the_zoom_survives_a_filter_change(page: Page, ys_url: str):
    opened(page, ys_url)
    whole = windows(page)
    page.locator(".timeline .chart").focus()
    picture = drawn(page)
    page.keyboard.press("+")
    page.keyboard.press("+")
    expect(page.locator(".timeline")).not_to_have_attribute("data-drawn", picture)
    page.wait_for_timeout(600)
    zoomed = windows(page)
    assert zoomed[0][1] - zoomed[0][0] < 0.7 * (whole[0][1] - whole[0][0])
    first_filter(page).click()
    expect(page.locator(".chips li")).to_have_count(2)
    page.wait_for_timeout(600)
    assert windows(page)[0] in zoomed


def test_the_wheel_scrolls_the_page_until_the_chart_was_clicked_and_then_zooms(
    page: Page, ys_url: str
):
    opened(page, ys_url)
    box = page.locator(".timeline .chart").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 80)
    before = windows(page)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    assert windows(page) == before
    page.mouse.click(box["x"] + 20, box["y"] + 80)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 80)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(600)
    assert windows(page) != before


def test_the_keyboard_goes_from_event_to_event_and_opens_one(page: Page, ys_url: str):
    opened(page, ys_url)
    page.locator(".timeline .chart").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".timeline .ring")).to_be_visible()
    spoken = page.locator(".timeline .live").inner_text()
    page.keyboard.press("Enter")
    heading = page.locator("#event-title")
    expect(heading).to_be_visible()
    assert spoken.startswith(heading.inner_text())
    expect(heading).to_be_focused()


def test_unknown_parts_of_a_link_are_left_out_with_a_notice(page: Page, ys_url: str):
    opened(page, f"{ys_url}/?country=atlantis&lanes=moons")
    expect(page.locator(".notice")).to_contain_text("country=atlantis")
    expect(page.locator(".list li").first).to_be_visible()


def test_on_a_phone_the_list_comes_first_and_nothing_scrolls_sideways(browser, ys_url: str):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(ys_url)
    expect(page.locator(".list li").first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)
    expect(page.locator(".timeline .chart")).to_be_hidden()
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
    context.close()
