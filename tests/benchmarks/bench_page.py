"""How long the front page takes in a browser, beside a bare Streamlit page with the same figure.

    python -m tests.benchmarks.bench_page [FOLDER] [ROUNDS]

Prints, for both, milliseconds from opening the page to the drawn chart, and from a click on a
filter to the redrawn chart (median and maximum of the rounds), and the ratios. The bare page
holds one checkbox and one `st.plotly_chart` with the figures that our timeline drew with and
without the filter, so that both draw the same marks. Needs a Chromium on the machine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, ROOT, _bring_chromium, serving

BARE = """
import json
from pathlib import Path
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
chosen = st.sidebar.checkbox("filter")
spec = json.loads((Path(__file__).parent / f"{int(chosen)}.json").read_text())
st.plotly_chart(go.Figure(spec), theme=None, config={"displayModeBar": False}, key="bare")
"""
CLICK = """
([button, done]) => new Promise(resolve => {
  const start = performance.now(), before = eval(done);
  document.querySelector(button).click();
  const look = () => { const now = eval(done); if (now && now !== before)
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    else requestAnimationFrame(look); };
  look();
})
"""
OURS_DONE = "document.querySelector('.timeline')?.dataset.drawn"
BARE_DONE = (
    "(g => g?._fullLayout?._uid && g.querySelector('.trace') && g._fullLayout._uid)"
    "(document.querySelector('.js-plotly-plot'))"
)


def _measure(page: Page, address: str, button: str, done: str, rounds: int) -> tuple[float, list]:
    """Milliseconds to the first drawn chart, and of each click to the redrawn one."""
    page.goto(address)
    page.wait_for_function(done, timeout=60_000)
    opened = page.evaluate("performance.now()")
    page.wait_for_timeout(2000)
    clicks = []
    for _ in range(rounds):
        page.wait_for_selector(button, state="attached")
        clicks.append(page.evaluate(CLICK, [button, done]))
        page.wait_for_timeout(700)
    return opened, clicks


def _save_figures(page: Page, address: str, folder: Path) -> None:
    """Our own figures, with and without the filter, as the bare page draws them."""
    page.goto(address)
    page.wait_for_function(OURS_DONE, timeout=60_000)
    for state in (0, 1):
        spec = page.evaluate(
            "() => { const g = document.querySelector('.timeline .chart');"
            " return JSON.stringify({data: g.data, layout: g.layout}) }"
        )
        (folder / f"{state}.json").write_text(spec, "utf-8")
        page.evaluate(CLICK, ["a.option", OURS_DONE])


def main(folder: str = "", rounds: int = 11) -> None:
    """Print both, and how they compare."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(
            executable_path=_bring_chromium(playwright), args=ARGUMENTS
        )
        page = browser.new_page(viewport={"width": 1400, "height": 900}, bypass_csp=True)
        with serving(Path(folder) if folder else ROOT / "events") as ours:
            _save_figures(page, ours, Path(scratch))
            first = _measure(page, ours, "a.option", OURS_DONE, rounds)
        (Path(scratch) / "app.py").write_text(BARE, "utf-8")
        with serving(script=Path(scratch) / "app.py") as bare:
            second = _measure(page, bare, "input[type=checkbox]", BARE_DONE, rounds)
        browser.close()
    _report(first, second)


def _report(ours: tuple[float, list], bare: tuple[float, list]) -> None:
    print(f"{'':24}{'ours ms':>10}{'bare ms':>10}{'ratio':>8}")
    print(f"{'open → drawn':24}{ours[0]:10.0f}{bare[0]:10.0f}{ours[0] / bare[0]:8.2f}")
    for name, of in (("filter → redrawn", statistics.median), ("  slowest", max)):
        one, other = of(ours[1]), of(bare[1])
        print(f"{name:24}{one:10.0f}{other:10.0f}{one / other:8.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:2], *(int(n) for n in sys.argv[2:3]))
