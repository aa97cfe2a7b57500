"""axe-core finds nothing on any page, in any state, in both themes, wide and narrow.

All its rules for WCAG 2.0 to 2.2, A and AA, and for best practice. The engine comes with the
package `axe-playwright-python`; the app's own policy would forbid to run it, so here it is off.
"""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looks import NARROW, STATES, WIDE, arrive, show_in

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


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Page:
    """One page for all states, so that nothing is fetched twice."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def findings(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=AXE)
    return page.evaluate(RUN, [TAGS, STREAMLITS])


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, open_page: Page, ys_url: str):
    arrive(open_page, ys_url + STATES[state])
    found = []
    for width, theme in LOOKS if list(STATES).index(state) % 2 else LOOKS[::-1]:
        show_in(open_page, width, theme)
        found += [f"{width} px, {theme}: {one}" for one in findings(open_page)]
    assert not found, "\n".join(found)
