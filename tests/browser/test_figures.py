"""A reader's paths through the page of figures, in a real browser, on the invented catalogue."""

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Page, expect

from tests.browser.looks import overflow, settled

YS = Path(__file__).parents[1] / "fixtures" / "ys"
FINDING = "Three witnesses count from 60 to 104 workshops"
SVG = "{http://www.w3.org/2000/svg}"


def opened(page: Page, address: str) -> None:
    """Go to `address` and wait until a chart is drawn."""
    page.goto(address)
    expect(page.locator(".charts .picture[data-drawn]").first).to_be_visible(timeout=30_000)


def saved(page: Page, form: str, folder: Path) -> Path:
    """The file that a download button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download as {form}").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_gallery_narrows_and_a_figure_opens_from_it_and_back_keeps_the_filters(
    page: Page, ys_url: str, server
):
    opened(page, f"{ys_url}/figures")
    expect(page.locator(".gallery h3")).to_have_count(9)
    page.get_by_role("checkbox", name="Armor").click()
    expect(page.locator(".gallery h3")).to_have_count(8)
    expect(page.locator(".count")).to_have_text("8 of 9 figures")
    page.wait_for_url(re.compile("country=armor"))
    page.get_by_role("link", name=FINDING).click()
    heading = page.locator("h1")
    expect(heading).to_have_text(FINDING)
    expect(heading).to_be_focused()
    page.wait_for_url(re.compile("id=workshops-seized"))
    with server(YS) as fresh:
        opened(page, f"{fresh}/figures?{page.url.split('?')[1]}")
        expect(page.locator("h1")).to_have_text(FINDING)
        page.get_by_role("link", name="8 of 9 figures").click()
        expect(page.get_by_role("link", name=FINDING)).to_be_focused()
        expect(page.locator(".gallery h3")).to_have_count(8)
        expect(page.locator(".chips li").first).to_contain_text("Armor")


def test_a_click_anywhere_on_a_card_opens_its_figure(page: Page, ys_url: str):
    opened(page, f"{ys_url}/figures")
    box = page.locator(".gallery li .picture").first.bounding_box()
    page.mouse.click(box["x"] + 40, box["y"] + 40)
    expect(page.locator("h1")).to_have_text(FINDING)


def test_small_charts_are_drawn_when_they_come_into_view(page: Page, ys_url: str):
    page.set_viewport_size({"width": 390, "height": 700})
    opened(page, f"{ys_url}/figures")
    page.wait_for_timeout(500)
    pictures = page.locator(".gallery .picture")
    drawn = page.locator(".gallery .picture[data-drawn]")
    assert 0 < drawn.count() < pictures.count()
    pictures.last.scroll_into_view_if_needed()
    expect(pictures.last).to_have_attribute("data-drawn", "1")


def test_next_goes_through_the_figures_that_the_filters_leave(page: Page, ys_url: str):
    opened(page, f"{ys_url}/figures?theme=takeover&id=workshops-seized")
    page.get_by_role("link", name="Next: Crews mended nine ships").click()
    expect(page.locator("h1")).to_have_text("Crews mended nine ships, managers seven")
    page.wait_for_url(re.compile("id=ships-mended"))
    page.get_by_role("link", name="Next: Crews ran 71").click()
    expect(page.locator("h1")).to_have_text("Crews ran 71 of every hundred berths")
    page.wait_for_url(re.compile("id=yards-under-crews"))
    expect(page.get_by_role("link", name="Next:")).to_have_count(0)
    settled(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Crews mended nine ships, managers seven")


def test_the_table_on_screen_is_what_the_csv_holds(page: Page, ys_url: str, tmp_path: Path):
    opened(page, f"{ys_url}/figures?id=workshops-seized")
    page.get_by_role("radio", name="Table").click()
    expect(page.locator(".figures table")).to_be_visible()
    rows = page.locator(".figures tr").all()
    shown = [row.locator("th, td").all_inner_texts() for row in rows]
    path = saved(page, "CSV", tmp_path)
    assert path.name == "workshops-seized.csv"
    with path.open(encoding="utf-8", newline="") as file:
        taken = list(csv.reader(file))
    assert [row[: len(shown[0])] for row in taken] == shown
    assert taken[0][-2:] == ["cite", "licence"]
    assert taken[1][-1] == "CC0-1.0"


def test_the_svg_opens_and_carries_title_source_and_its_letters(
    page: Page, ys_url: str, tmp_path: Path
):
    opened(page, f"{ys_url}/figures?id=workshops-seized")
    path = saved(page, "SVG", tmp_path)
    root = ElementTree.parse(path).getroot()
    texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert root.find(f"{SVG}title").text == FINDING
    assert FINDING in texts
    assert any(text.startswith("Source: Morel, The Quay Is Ours, 73") for text in texts)
    assert any("CC0-1.0" in text for text in texts)
    assert "url(data:font/woff2;base64," in root.find(f"{SVG}style").text


def test_the_png_opens_at_twice_the_size_with_something_drawn(
    page: Page, ys_url: str, tmp_path: Path
):
    opened(page, f"{ys_url}/figures?id=workshops-seized")
    path = saved(page, "PNG", tmp_path)
    page.route("**/saved.png", lambda route: route.fulfill(path=path))
    width, inked = page.evaluate(
        """async () => {
          const image = new Image(); image.src = '/saved.png'; await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: 160 });
          const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
          const dots = context.getImageData(0, 0, image.width, 160).data;
          let inked = 0; for (let i = 0; i < dots.length; i += 4) if (dots[i] < 100) inked++;
          return [image.width, inked]; }"""
    )
    assert width == 2200
    assert inked > 1000  # the title's letters


def test_the_link_and_the_citation_are_copied(page: Page, ys_url: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{ys_url}/figures?theme=takeover&id=workshops-seized")
    address = f"{ys_url}/figures?id=workshops-seized"
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_timeout(300)
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith(f"“{FINDING}.” According to J. Morel, A. Le Goff, Y. Kermarec.")
    assert cited.endswith(f"{address}.")


def test_an_event_of_the_strip_opens_its_card_on_the_front_page_with_the_filters(
    page: Page, ys_url: str
):
    opened(page, f"{ys_url}/figures?country=armor&id=workshops-seized")
    page.get_by_role("link", name="The harbour strike of Ys").click()
    expect(page.locator("#event-title")).to_have_text("The harbour strike of Ys")
    expect(page.locator(".chips li").first).to_contain_text("Armor")
    page.locator("#event-card").get_by_role("link", name=FINDING).click()
    expect(page.locator("h1")).to_have_text(FINDING)


def test_a_click_on_a_mark_of_the_strip_opens_its_event(page: Page, ys_url: str):
    opened(page, f"{ys_url}/figures?id=workshops-seized")
    strip = page.locator(".charts.single .picture").nth(1)
    strip.scroll_into_view_if_needed()
    expect(strip).to_have_attribute("data-drawn", "1")
    at = strip.evaluate(
        """box => { const trace = box.data.find(one => one.customdata), axes = box._fullLayout;
          const x = axes['xaxis' + (trace.xaxis ?? 'x').slice(1)], y = axes['yaxis' + (trace.yaxis ?? 'y').slice(1)];
          return [x._offset + x.d2p(trace.x[0]), y._offset + y.d2p(trace.y[0])] }"""
    )
    box = strip.bounding_box()
    page.mouse.move(box["x"] + at[0] - 3, box["y"] + at[1])
    page.mouse.move(box["x"] + at[0], box["y"] + at[1])
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + at[0], box["y"] + at[1])
    expect(page.locator("#event-title")).to_have_text("The harbour strike of Ys")


def test_on_a_phone_nothing_scrolls_sideways(page: Page, ys_url: str):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{ys_url}/figures")
    assert overflow(page) <= 0
    for type in ("chart", "table", "sources"):
        page.goto(f"{ys_url}/figures?id=workshops-seized&type={type}")
        expect(page.locator("h1")).to_have_text(FINDING)
        expect(page.locator(".bears")).to_be_visible()
        page.wait_for_timeout(500)
        assert overflow(page) <= 0, type


def test_when_the_window_narrows_the_chart_is_drawn_anew(page: Page, ys_url: str):
    opened(page, f"{ys_url}/figures?id=workshops-seized")
    chart = page.locator(".charts.single .picture").first
    assert chart.bounding_box()["width"] == 1180
    page.set_viewport_size({"width": 900, "height": 900})
    expect(chart).to_have_css("width", "828px")
    assert overflow(page) <= 0
