"""The keyboard reaches and works everything, sees where it is, and is never lost or held."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import STATES, WIDE, arrive

AT_MOST = 250  # stops; more would be a trap
WALKED = (
    "timeline", "an event open", "list", "table", "filters chosen and unfolded", "nothing found",
    "a link that means nothing", "compare", "compare, list with a row open", "compare, own events",
    "figures", "figure: estimates", "figure, its sources", "people", "a person", "tendencies",
    "a tendency", "claims", "a claim open", "sources", "a source", "about",
)  # fmt: skip
# Everything that a pointer can work; a row of buttons that arrows walk through is one stop.
OPERABLE = "a[href], button, input, select, textarea, summary, [role=checkbox], [tabindex='0']"
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const ringed = [one, one.parentElement, one.closest('li'), one.closest('label'), one.closest('[data-baseweb]'), one.closest('[data-testid]')];
  const seen = ringed.some(part => { if (!part) return false; const s = getComputedStyle(part);
    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none'; });
  one.dataset.visited = '1';
  return {
    name: (one.getAttribute('aria-label') || one.textContent || one.getAttribute('placeholder') || one.id || one.className).trim().slice(0, 60),
    tag: one.tagName, seen, ring: `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow}`,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    width: box.width, height: box.height, top: box.top,
    isControl: one.matches('button, input, [role=checkbox], [role=button], [role=radio], summary'),
    where: one.closest('.stSidebar') ? 'filters' : one.closest('.stAppHeader, header') ? 'head' : one.closest('.stMain') ? 'main' : 'page',
  };
}"""
LEFT = f"""() => [...document.querySelectorAll(`{OPERABLE}`)].filter(one => {{
  if (one.dataset.visited || one.disabled || one.tabIndex < 0 || one.closest('[inert]')) return false;
  if (one.type === 'radio' && one.name) return ![...document.querySelectorAll(`[name="${{one.name}}"]`)].some(other => other.dataset.visited);
  const group = one.closest('[role=radiogroup], [role=toolbar]');
  if (group?.querySelector('[data-visited]')) return false;
  const closed = one.closest('details:not([open])');
  if (closed && one.closest('summary') === null) return false;
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(one).visibility !== 'hidden';
}}).map(one => one.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Page:
    """One page for all states, so that nothing is fetched twice."""
    context = browser.new_context(
        viewport={"width": WIDE, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def walk(page: Page) -> list[dict]:
    """Every stop of Tab from the top of the page until it leaves it or comes round again."""
    stops: list[dict] = []
    page.evaluate("document.activeElement?.blur()")
    for _ in range(AT_MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["name"] == stops[0]["name"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("state", WALKED)
def test_tab_goes_once_through_everything_and_shows_where_it_is(
    state: str, open_page: Page, ys_url: str, record_property
):
    arrive(open_page, ys_url + STATES[state])
    stops = walk(open_page)
    record_property("stops", len(stops))
    assert len(stops) < AT_MOST, "a trap"
    assert open_page.evaluate(LEFT) == []
    assert [one for one in stops if not one["seen"]] == []
    assert [one for one in stops if not one["inside"]] == []
    small = [one for one in stops if one["isControl"] and min(one["width"], one["height"]) < 24]
    assert small == []


def test_the_first_stop_leads_past_navigation_and_filters(open_page: Page, ys_url: str):
    arrive(open_page, ys_url + STATES["people"])
    open_page.keyboard.press("Tab")
    skip = open_page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    open_page.keyboard.press("Enter")
    open_page.keyboard.press("Tab")
    assert open_page.evaluate("!!document.activeElement.closest('.stMain')")


@pytest.mark.parametrize(
    ("index", "entry", "heading"),
    [
        ("/?view=list", "#e-harbour-strike a", "#event-title"),
        ("/people", "#a-penrose a", "#record-title"),
        ("/tendencies", "#t-crews a", "#record-title"),
        ("/sources", "#s-morel-1901 a", "#record-title"),
    ],
)
def test_focus_goes_to_the_opened_card_and_back_to_where_the_reader_was(
    index: str, entry: str, heading: str, open_page: Page, ys_url: str
):
    arrive(open_page, ys_url + index)
    open_page.locator(entry).first.focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator(heading)).to_be_focused()
    open_page.keyboard.press("Escape")
    expect(open_page.locator(heading)).to_have_count(0)
    expect(open_page.locator(entry).first).to_be_focused()


def test_an_event_opened_on_the_chart_gives_the_focus_back_to_the_chart(
    open_page: Page, ys_url: str
):
    arrive(open_page, ys_url)
    chart = open_page.locator(".timeline .chart")
    chart.focus()
    open_page.keyboard.press("ArrowDown")
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#event-title")).to_be_focused()
    open_page.locator("#event-close").focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#event-title")).to_have_count(0)
    expect(chart).to_be_focused()


def test_where_no_entry_is_on_screen_the_focus_is_not_lost(open_page: Page, ys_url: str):
    arrive(open_page, f"{ys_url}/?view=table&event=harbour-strike")
    open_page.locator("#event-close").focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#event-title")).to_have_count(0)
    expect(open_page.locator("#stMain")).to_be_focused(timeout=10_000)


def test_a_filter_works_by_space_and_keeps_the_focus(open_page: Page, ys_url: str):
    arrive(open_page, f"{ys_url}/?view=list")
    box = open_page.locator("#f-countries-kernow")
    box.focus()
    open_page.keyboard.press("Space")
    expect(box).to_have_attribute("aria-checked", "true")
    expect(box).to_be_focused()


def test_a_question_of_the_comparison_opens_and_closes_by_the_keyboard(
    open_page: Page, ys_url: str
):
    arrive(open_page, f"{ys_url}/compare")
    entry = open_page.locator("#s-tying-together a").last
    entry.focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#open-tying-together-title")).to_be_focused()
    open_page.locator("#open-tying-together .where a").focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#open-tying-together")).to_have_count(0)
    expect(entry).to_be_focused()


def test_arrows_walk_a_row_of_buttons_and_the_choice_is_made(open_page: Page, ys_url: str):
    arrive(open_page, f"{ys_url}/figures?id=workshops-seized")
    chart = open_page.get_by_role("radio", name="Chart")
    chart.focus()
    open_page.keyboard.press("ArrowRight")
    open_page.keyboard.press("Space")
    expect(open_page.locator(".figures table")).to_be_visible()
