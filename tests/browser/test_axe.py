"""Every page, in every state, in both themes, wide and narrow: nothing that shuts a reader out.

axe-core judges with all its rules for WCAG 2.0 to 2.2, A and AA, and for best practice. It comes
with the package `axe-playwright-python`; the app's own policy would forbid to run it, so here the
policy is off. What axe cannot judge is measured beside it, on the same visit.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looks import (
    BROKEN,
    EMPTY,
    NARROW,
    STATES,
    WIDE,
    arrive,
    overflow,
    settled,
    show_in,
)

Found = TypeVar("Found")
YS = Path(__file__).parents[1] / "fixtures" / "ys"
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
# Rules that Streamlit itself breaks (1.67), with the part that does.
STREAMLITS = {
    # The place to drop a file has the role “presentation” and takes the focus all the same.
    "presentation-role-conflict": '[data-testid="stFileUploader"]',
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In an order in which one thing changes at a time; every other state goes through it backwards.
LOOKS = [(WIDE, "light"), (WIDE, "dark"), (NARROW, "dark"), (NARROW, "light")]
RUN = """async ([tags, streamlits]) => (await axe.run(document, { runOnly: tags, resultTypes: ['violations'] }))
  .violations.flatMap(rule => rule.nodes.filter(node =>
    !(rule.id in streamlits && document.querySelector(node.target[0])?.closest(streamlits[rule.id]))).map(node =>
    `${rule.id}: ${node.target.join(' ')}: ${[...node.any, ...node.all, ...node.none][0]?.message}`))"""
UNSAID = """() => [...document.querySelectorAll('.js-plotly-plot, .charts .picture, .timeline .overview, .stDataFrame canvas')]
  .filter(one => one.getClientRects().length && !one.closest('[aria-label]')?.getAttribute('aria-label').trim()
    && !one.closest('[data-testid="stElementContainer"]')?.querySelector('[aria-label], [alt]'))
  .map(one => one.outerHTML.slice(0, 120))"""
UNFOLD = """() => { const cells = document.querySelectorAll('#currents details');
  cells.forEach(cell => { cell.open = true; }); return cells.length; }"""
MOVING = """() => [...document.querySelectorAll('.stApp, .stApp *')].filter(one => { const style = getComputedStyle(one);
  return style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01) || (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.01); })
  .map(one => one.outerHTML.slice(0, 120))"""


@dataclass
class Visit:
    """What was found in one state: findings of axe, px too wide by look, charts without words."""

    findings: list[str] = field(default_factory=list)
    too_wide: dict[str, int] = field(default_factory=dict)
    unsaid: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Iterator[Page]:
    """One page for all states, so that nothing is fetched twice."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


ALL = STATES | BROKEN | EMPTY
NO_RECORDS = ("catalog.yaml", "vocabulary.yaml")  # files that a catalogue without any has


@pytest.fixture(scope="module")
def broken_url(server, tmp_path_factory) -> Iterator[str]:
    """The app on a catalogue with records that cannot be read, and others with faults."""
    folder = Path(shutil.copytree(YS, tmp_path_factory.mktemp("broken") / "ys"))
    (folder / "people.yaml").write_text("- id: [\n", "utf-8")
    (folder / "ys" / "indicators.yaml").write_text("- id: [\n", "utf-8")
    events = folder / "ys" / "1900.yaml"
    text = events.read_text("utf-8").replace("date: 1900-05-14", "date: 1900-13-14")
    events.write_text(text.replace("- id: harbour-strike", "- id: harbour-strike\n  x: @"), "utf-8")
    with server(folder) as address:
        yield address


@pytest.fixture(scope="module")
def empty_url(server, tmp_path_factory) -> Iterator[str]:
    """The app on a catalogue that has its foundations and no record."""
    folder = tmp_path_factory.mktemp("empty")
    for name in NO_RECORDS:
        shutil.copy(YS / name, folder)
    with server(folder) as address:
        yield address


@pytest.fixture(scope="module", params=ALL)
def visit(request: pytest.FixtureRequest, open_page: Page) -> Visit:
    """One state, seen once in every look and with its letters twice as large."""
    state = request.param
    catalogue = "broken" if state in BROKEN else "empty" if state in EMPTY else "ys"
    arrive(open_page, request.getfixturevalue(f"{catalogue}_url") + ALL[state])
    if "evidence unfolded" in state:
        assert open_page.evaluate(UNFOLD) > 0
    if state in BROKEN:
        assert open_page.locator(".notice", has_text="problems").count() == 1
    visit = Visit()
    for width, theme in LOOKS if list(ALL).index(state) % 2 else LOOKS[::-1]:
        show_in(open_page, width, theme)
        look = f"{width} px, {theme}"
        visit.findings += [f"{look}: {one}" for one in at_rest(open_page, findings)]
        visit.too_wide[look] = at_rest(open_page, too_wide)
        visit.unsaid += open_page.evaluate(UNSAID)
    visit.moving = open_page.evaluate(MOVING)
    if open_page.viewport_size["width"] == WIDE:
        open_page.add_style_tag(content="html { font-size: 200% !important; }")
        settled(open_page, 600)
        visit.too_wide["letters twice as large"] = at_rest(open_page, too_wide)
    return visit


def at_rest(page: Page, measure: Callable[[Page], Found]) -> Found:
    """What is found on the page at rest: while it is drawn anew it is pale and of another width."""
    for _ in range(4):
        if not (found := measure(page)):
            break
        settled(page, 700)
    return found


def too_wide(page: Page) -> int:
    """px by which the page is wider than its window."""
    return max(0, overflow(page))


def findings(page: Page) -> list[str]:
    """What axe finds on the page as it is."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=AXE)
    return page.evaluate(RUN, [TAGS, STREAMLITS])


def test_axe_finds_nothing(visit: Visit):
    assert not visit.findings, "\n".join(visit.findings)


def test_nothing_scrolls_sideways_at_400_percent_or_with_letters_twice_as_large(visit: Visit):
    assert {look: px for look, px in visit.too_wide.items() if px > 0} == {}


def test_every_chart_is_said_in_words(visit: Visit):
    assert visit.unsaid == []


def test_nothing_moves_for_a_reader_who_asked_for_that(visit: Visit):
    assert visit.moving == []
