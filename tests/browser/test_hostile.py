"""Content and addresses are shown, never executed: attacks in every text, in a real browser.

Two catalogues (see `tests/hostile`): one with all attacks behind every text, in which every pair of
attack and field is tried; and one whose texts begin with one attack each, short enough to be drawn.
"""

from __future__ import annotations

import csv
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from components.__main__ import main
from components.catalog.selection.addresses import EXTRAS, FROM, KEYS, TO
from components.catalog.unseen import seen
from components.charts.literal import literal
from tests.browser.looks import NARROW, WIDE, overflow, settled
from tests.browser.states import STATES
from tests.hostile import ATTACKS, UNSEEN, attacked

YS = Path(__file__).parents[1] / "fixtures" / "ys"
SVG = "{http://www.w3.org/2000/svg}"
# What would be on the page if a text had been taken for markup, Markdown or a formula.
INJECTED = """() => {
  const found = [];
  const no = (what, selector) => { if (document.querySelector(selector)) found.push(what + ' ' + selector); };
  if ('hit' in window) found.push('executed ' + window.hit);
  no('form', 'form');
  no('element', 'iframe, object, embed, math, marquee, template[shadowrootmode], .katex, mglyph');
  no('image', 'img[src="x"], img[src*="other.example"]');
  no('style', '[style*="other.example"], [style*="99px"]');
  no('link', 'link[href*="other.example"], a[href^="javascript" i], a[href^="data" i], svg a');
  no('base', 'base[href*="other"]');
  no('markdown', '[role=radiogroup] :is(strong, em, code, del, a, img), label :is(strong, em, code, del, a, img)');
  for (const one of document.querySelectorAll('.tl :is(script, style, link, b, sub, sup, input, textarea)'))
    if (one.tagName !== 'B' || one.textContent === 'b') found.push('in .tl: ' + one.outerHTML.slice(0, 80));
  for (const one of document.querySelectorAll('svg text :is(tspan)'))
    if (one.style.baselineShift || one.textContent === 's') found.push('in a chart: ' + one.outerHTML.slice(0, 80));
  for (const one of document.querySelectorAll('*'))
    for (const { name, value } of one.attributes)
      if (/^on|^autofocus$|^srcdoc$/i.test(name)) found.push('attribute ' + name + '=' + value);
  for (const one of document.querySelectorAll('a[href]'))
    if (new URL(one.href).host !== location.host && !(one.matches('[rel~=noopener][rel~=noreferrer]') && ['other.example', 'doi.org', 'www.wikidata.org', 'ys.example'].includes(new URL(one.href).host)))
      found.push('way out ' + one.outerHTML);
  return found;
}"""


@pytest.fixture(scope="module")
def every_url(server, tmp_path_factory) -> str:
    """The app on the catalogue in which every text holds every attack."""
    folder = tmp_path_factory.mktemp("every")
    attacked(YS, folder, ATTACKS + UNSEEN, together=True)
    with server(folder) as address:
        yield address


@pytest.fixture(scope="module")
def each_url(server, tmp_path_factory) -> str:
    """The app on the catalogue in which every text begins with one attack."""
    folder = tmp_path_factory.mktemp("each")
    attacked(YS, folder, ATTACKS + UNSEEN, together=False)
    with server(folder) as address:
        yield address


def shown(page: Page) -> str:
    """All text on the page, folded parts included, with single spaces."""
    return " ".join(seen(page.evaluate("document.body.textContent")).split())


def opened(watched, url: str, address: str) -> Page:
    """The page in a state, nothing of which was executed."""
    page = watched.page
    page.goto(f"{url}/{address}")
    there = STATES.get(address, "h1")
    if ".picture" in there:  # Titles of such a length leave no chart on the screen.
        waiting = there.removesuffix("[data-drawn]")
        expect(page.locator(waiting).first).to_be_attached(timeout=30_000)
        page.evaluate("one => document.querySelector(one)?.scrollIntoView()", waiting)
    expect(page.locator(there).first).to_be_visible(timeout=30_000)
    assert page.evaluate(INJECTED) == [], address
    return page


@pytest.mark.parametrize("which", ["every_url", "each_url"])
def test_no_text_of_the_content_is_executed_in_any_state(watched, which: str, request):
    url = request.getfixturevalue(which)
    for address in STATES:
        opened(watched, url, address)
    assert watched.faults == []
    assert watched.hosts == {url, url.replace("http", "ws")}


@pytest.mark.parametrize("width", (WIDE, NARROW))
def test_no_text_however_long_makes_a_page_wider_than_its_window(
    watched, every_url: str, width: int
):
    watched.page.set_viewport_size({"width": width, "height": 900})
    wider = {}
    for address in STATES:
        # Not `opened`: what a state shows first may not be there in a narrow window.
        watched.page.goto(f"{every_url}/{address}")
        settled(watched.page, 400)
        wider[address] = overflow(watched.page)
    assert {address: px for address, px in wider.items() if px > 0} == {}


@pytest.mark.parametrize(
    "address",
    [
        "?event=harbour-strike",
        "compare?view=list&open=feeding",
        "figures?id=workshops-seized&type=table",
        "people?id=jeanne-morel",
        "tendencies?id=crews",
        "review?open=K-2",
        "sources?id=morel-1901",
        "about",
    ],
)
def test_every_attack_is_read_as_it_was_written(watched, every_url: str, address: str):
    text = shown(opened(watched, every_url, address))
    assert [one for one in ATTACKS if one not in text] == []
    assert [one for one in UNSEEN if seen(one) not in text] == []
    assert watched.faults == []


def test_a_label_of_a_control_is_no_markdown(watched, every_url: str):
    page = opened(watched, every_url, "compare?clock=own")
    starts = page.get_by_role("radiogroup").filter(has_text="First takeover")
    text = seen(starts.inner_text(timeout=30_000))
    assert [one for one in ATTACKS if one not in " ".join(text.split())] == []
    label = seen(page.get_by_test_id("stSelectbox").first.inner_text())
    assert [one for one in ATTACKS if one not in " ".join(label.split())] == []


# What is drawn and what is taken away -------------------------------------------------------------


def test_what_hovers_over_a_mark_is_what_was_written(watched, each_url: str):
    page = opened(watched, each_url, "")
    told = page.evaluate(
        """async () => {
          const chart = document.querySelector('.timeline .chart'), told = [];
          for (const [curveNumber, trace] of chart.data.entries())
            for (const [pointNumber, text] of (Array.isArray(trace.hovertext) ? trace.hovertext : []).entries()) {
              if (!trace.customdata?.[pointNumber] || told.length >= 20) continue;
              Plotly.Fx.hover(chart, [{ curveNumber, pointNumber }], (trace.xaxis ?? 'x') + (trace.yaxis ?? 'y'));
              await new Promise(done => setTimeout(done, 60));
              told.push([text, chart.querySelector('.hoverlayer .hovertext')?.textContent ?? '']);
            }
          return told; }"""
    )
    assert len(told) == 20
    for text, drawn in told:
        assert drawn == unescape(re.sub("</?b>|<br>", "", text))


def test_plotly_draws_every_attack_literally_wherever_a_text_stands(watched, ys_url: str):
    page = opened(watched, ys_url, "")
    drawn = page.evaluate(
        """async texts => {
          const box = document.createElement('div'), y = texts.map((_, n) => n);
          document.body.append(box);
          await Plotly.newPlot(box, [{ mode: 'text', x: y, y, text: texts }], {
            width: 4000, height: 3000, meta: { axis: 'filled in' },
            annotations: texts.map((text, n) => ({ text, x: n, y: n, showarrow: false })),
            yaxis: { tickmode: 'array', tickvals: y, ticktext: texts } }, { displayModeBar: false });
          const read = selector => [...box.querySelectorAll(selector)].map(one => one.textContent);
          return [read('.textpoint text'), read('.annotation-text'), read('.ytick text')]; }""",
        [literal(one) for one in ATTACKS],
    )
    for texts in drawn:
        assert [" ".join(one.split()) for one in texts] == list(ATTACKS)
    assert page.evaluate(INJECTED) == []
    assert watched.faults == []


@pytest.mark.parametrize("id", ["workshops-seized", "council-seats"])
def test_a_picture_taken_away_holds_texts_and_nothing_that_acts(
    watched, each_url: str, tmp_path: Path, id: str
):
    page = opened(watched, each_url, f"figures?id={id}")
    paths = {}
    for form in ("SVG", "PNG"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Download as {form}").click()
        paths[form] = tmp_path / saved.value.suggested_filename
        saved.value.save_as(paths[form])
    assert [path.name for path in paths.values()] == [f"{id}.svg", f"{id}.png"]
    assert paths["PNG"].read_bytes().startswith(b"\x89PNG")
    root = ElementTree.parse(paths["SVG"]).getroot()
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert not tags & {"a", "script", "foreignObject", "image", "use", "animate", "set", "iframe"}
    names = {name for one in root.iter() for name in one.attrib}
    assert not [name for name in names if name.startswith("on") or name.endswith("href")]
    assert "other.example" not in "".join(one.text or "" for one in root.iter(f"{SVG}style"))
    finding = page.locator("h1").inner_text()
    assert root.find(f"{SVG}title").text == finding
    assert watched.faults == []


def test_a_table_can_be_taken_away_only_by_our_own_button(watched, each_url: str, tmp_path: Path):
    page = opened(watched, each_url, "?view=table")
    expect(page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    page.wait_for_timeout(1000)  # the page is drawn once more for the width it has
    page.get_by_test_id("stDataFrame").hover()
    toolbar = page.get_by_test_id("stElementToolbar")
    expect(toolbar.get_by_role("button", name="Fullscreen")).to_be_visible()
    expect(toolbar.get_by_role("button", name="Download")).to_have_count(0)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download as CSV").click()
    saved.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


OF_THE_SITE = ("form", "in .tl: <input", 'in .tl: <script type="application/json">')


def test_pages_that_need_no_server_execute_nothing_either(watched, tmp_path: Path):
    attacked(YS, tmp_path / "ys", ATTACKS + UNSEEN, together=False)
    assert main(["export", "site", str(tmp_path / "site"), str(tmp_path / "ys")]) == 0
    found = [*(tmp_path / "site").glob("*.html"), *(tmp_path / "site").glob("*/*.html")]
    pages = [one for one in sorted(found) if 'http-equiv="refresh"' not in one.read_text("utf-8")]
    # One page of each kind of record: the others are made by the same pieces.
    pages = {one.parent if one.parent.name != "site" else one: one for one in pages}.values()
    assert len(pages) > 10
    for path in pages:
        watched.page.goto(path.as_uri())
        wrong = watched.page.evaluate(INJECTED)
        assert [one for one in wrong if not one.startswith(OF_THE_SITE)] == [], path.name
    assert watched.hosts == {"file://"}
    assert watched.faults == []


# Addresses ----------------------------------------------------------------------------------------

HOSTILE = (
    "<img src=x onerror=window.hit=20>",
    "javascript:window.hit=21",
    "![p](https://other.example/p.png)",
    "\u202egnp.exe",
    "\x00\x1b[31m",
    "../../../etc/passwd",
    "constructor",
    "1917-99-99",
    "a" * 3000,
    "\U0001f469\u200d\U0001f467",
)


@pytest.mark.parametrize("page_name", ["", "compare", "figures", "people", "review", "sources"])
def test_no_part_of_an_address_is_executed(watched, ys_url: str, page_name: str):
    pairs = [(key, one) for key in (*KEYS.values(), FROM, TO, *EXTRAS) for one in HOSTILE]
    pairs += [(one, "1") for one in HOSTILE]
    page = watched.page
    page.goto(f"{ys_url}/{page_name}?{urlencode(pairs[: len(pairs) // 2])}")
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    page.goto(f"{ys_url}/{page_name}?{urlencode(pairs[len(pairs) // 2 :])}")
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    assert page.evaluate(INJECTED) == []
    text = page.locator("body").inner_text()
    assert "\u202e" not in text and "Something went wrong" not in text
    assert watched.faults == []
    assert watched.hosts == {ys_url, ys_url.replace("http", "ws")}
