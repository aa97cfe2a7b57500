"""Every page in every state that a reader can bring it into, by its address on the catalogue of Ys.

Whatever must hold on all of them (no fault of accessibility, no stop without a visible focus,
nothing that scrolls sideways) is tested by going through this table.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from components.charts.tokens import THEMES

WIDE, NARROW = 1280, 320  # px; 320 is 1280 at 400 % zoom
STATES = {
    "timeline": "/",
    "timeline, one axis for all": "/?axis=shared",
    "timeline, lanes by tendency": "/?lanes=tendency",
    "an event open": "/?event=harbour-strike",
    "list": "/?view=list",
    "list, an event open": "/?view=list&event=harbour-strike",
    "table": "/?view=table",
    "filters chosen and unfolded": "/?theme=takeover&kind=strike&standing=read&collection=ys",
    "search": "/?q=morel",
    "nothing found": "/?country=kernow&q=xyzzy",
    "a link that means nothing": "/?country=atlantis&lanes=moons",
    "compare": "/compare",
    "compare, a row open": "/compare?open=tying-together",
    "compare, list with a row open": "/compare?view=list&open=tying-together",
    "compare, table": "/compare?view=table",
    "compare, own events": "/compare?clock=own",
    "compare, calendar": "/compare?clock=calendar",
    "compare, evidence unfolded": "/compare",
    "compare, nothing found": "/compare?q=xyzzy",
    "figures": "/figures",
    "figures, nothing found": "/figures?q=xyzzy",
    "figure: share": "/figures?id=yards-under-crews",
    "figure: seats": "/figures?id=council-seats",
    "figure: flows": "/figures?id=council-votes",
    "figure: regions": "/figures?id=raid-arrests",
    "figure: estimates": "/figures?id=workshops-seized",
    "figure: count": "/figures?id=strikers",
    "figure: series": "/figures?id=quay-union-members",
    "figure: broken series": "/figures?id=bread-price",
    "figure: pairs": "/figures?id=ships-mended",
    "figure, its table": "/figures?id=workshops-seized&type=table",
    "figure, its sources": "/figures?id=workshops-seized&type=sources",
    "people": "/people",
    "a person": "/people?id=penrose",
    "an organisation": "/people?id=harbour-union",
    "people, nothing found": "/people?q=xyzzy",
    "tendencies": "/tendencies",
    "a tendency": "/tendencies?id=crews",
    "claims": "/review",
    "a claim open": "/review?open=K-2",
    "sources": "/sources",
    "a source": "/sources?id=morel-1901",
    "own events": "/own",
    "about": "/about",
}
# The same of two other catalogues: one in which much is wrong, and one without any record.
BROKEN = {
    "broken: timeline with the notice of problems": "/",
    "broken: list": "/?view=list",
    "broken: a record that could not be read": "/?event=harbour-strike",
    "broken: figures": "/figures",
    "broken: about": "/about",
}
EMPTY = {
    "empty: timeline": "/",
    "empty: list": "/?view=list",
    "empty: compare": "/compare",
    "empty: figures": "/figures",
    "empty: people": "/people",
    "empty: tendencies": "/tendencies",
    "empty: claims": "/review",
    "empty: sources": "/sources",
    "empty: about": "/about",
}


def settled(page: Page, pause: int = 120) -> None:
    """Wait until the page is drawn whole; `pause` ms pass first for what a change sets going."""
    page.wait_for_timeout(pause)
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)
    running = page.locator(
        '.stApp:not([data-test-script-state="notRunning"]), [data-stale="true"],'
        " .timeline:not([data-drawn])"
    )
    for _ in range(2):  # the browser's first answer, how wide it is, may set another run going
        expect(running).to_have_count(0, timeout=30_000)
        page.wait_for_timeout(pause // 2)
    expect(running).to_have_count(0, timeout=30_000)


def arrive(page: Page, address: str) -> None:
    """Open an address and wait until the page is drawn whole."""
    page.goto(address)
    settled(page)


def show_in(page: Page, width: int, theme: str) -> None:
    """Show the open page in another width (px) and theme ("light" or "dark")."""
    is_other_width = page.viewport_size["width"] != width
    if is_other_width:
        page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)
    expect(page.locator("html")).to_have_css("--page", THEMES[theme].page, timeout=30_000)
    settled(page, 300 if is_other_width else 120)  # a window at rest for 200 ms tells its width


def overflow(page: Page) -> int:
    """px by which the page is wider than its window; it has five seconds to come to rest."""
    wider = 0
    for _ in range(20):
        wider = page.evaluate(
            """() => { const main = document.querySelector('.stMain'), root = document.documentElement;
              return Math.max(root.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth); }"""
        )
        if wider <= 0:
            break
        page.wait_for_timeout(250)
    return wider
