"""The pictures of the README, taken from the running app: `python -m tests.pictures [NAME …]`.

They are written to `docs/`, in full colour, and must stay under 400 KB each.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, ROOT, _bring_chromium, serving
from tests.browser.looks import arrive

FOLDER = ROOT / "docs"
LARGEST_BYTES = 400_000


@dataclass(frozen=True)
class Shot:
    """One picture: an address of the app, the window in px, the theme, and what to wait for."""

    address: str
    width: int
    height: int
    theme: str
    drawn: str


SHOTS = {
    "timeline-light": Shot("/", 1400, 1500, "light", ".timeline[data-drawn]"),
    "timeline-dark": Shot("/", 1400, 1500, "dark", ".timeline[data-drawn]"),
    "compare-light": Shot("/compare", 1400, 1500, "light", ".stPlotlyChart .main-svg"),
    "figures-dark": Shot("/figures", 1400, 1300, "dark", ".picture[data-drawn]"),
    "phone-light": Shot("/", 390, 844, "light", ".list li"),
    "phone-dark": Shot("/figures", 390, 844, "dark", ".picture[data-drawn]"),
}


def taken(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture as a PNG, as small as it gets without losing a colour."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.theme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    arrive(page, address + shot.address)
    page.locator(shot.drawn).first.wait_for(timeout=60_000)
    page.wait_for_timeout(2000)  # charts that come into view are drawn one after the other
    raw = page.screenshot()
    context.close()
    out = io.BytesIO()
    Image.open(io.BytesIO(raw)).convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: list[str]) -> None:
    """Take the named pictures, or all, of the catalogue in `events/`."""
    with serving() as address, sync_playwright() as playwright:
        path = _bring_chromium(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for name in names or SHOTS:
            picture = taken(browser, address, SHOTS[name])
            if len(picture) > LARGEST_BYTES:
                sys.exit(f"{name}: {len(picture):,} bytes are too many")
            (FOLDER / f"{name}.png").write_bytes(picture)
            print(f"{name}.png {len(picture):,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
