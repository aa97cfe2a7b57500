"""From a hundred events to a million: our timeline beside vis-timeline and TimelineJS, same data.

    python -m tests.benchmarks.bench_scale [EVENTS …]      (default: 100 1000 10000 100000 1000000)

Prints a line for each number of events and each program, in headless Chromium:

    drawn      ms from the arrival of the data in the page to the drawn timeline
    opened     ms from opening the page to the drawn timeline (catalogue in the reader's cache)
    zoom       ms from a click on + to the new detail, drawn (the others: zoomed in, drawn)
    detail     of these, ms from asking for new detail until it has come (ours only); the rest is
               drawing, twice: what was there in the new window at once, then the new detail
    drag       ms a frame while the chart is dragged, median and slowest
    filter     ms from a click on a filter to the redrawn timeline (ours only)
    page MB    JavaScript heap after that; server MB: memory of the process beyond an empty catalogue

and before that what the server does and holds (`server_share`). The others come from the npm
registry into a temporary folder; a program that has not drawn within two minutes gets no larger
number of events. Needs a Chromium and npm on the machine.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page, sync_playwright

from components.catalog.catalog import load
from components.catalog.selection import Selection, facet_counts
from components.charts.timeline.figure import timeline_figure
from components.charts.tokens import THEMES
from components.html.content import content_of
from components.html.texts import chart_words
from components.html.timeline.lanes import lanes_of
from tests.benchmarks.generated import YS, table, write_catalogue
from tests.browser.conftest import ARGUMENTS, _bring_chromium, serving

NUMBERS = (100, 1000, 10_000, 100_000, 1_000_000)
BOUND = 120_000  # ms
LONGEST_DRAG = 30  # s
DEBOUNCE = 160  # ms that our page waits for the end of a gesture
PACKAGES = ("vis-timeline@8.5.4", "@knight-lab/timelinejs@3.9.11")

REDRAWN = """
([button, wait]) => new Promise((done, failed) => {
  const root = document.querySelector('.timeline'), before = root.dataset.drawn, start = performance.now();
  setTimeout(() => failed('not redrawn'), wait);
  new MutationObserver((_, seen) => { if (root.dataset.drawn !== before) { seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); } })
    .observe(root, { attributes: true });
  document.querySelector(button).click();
})
"""
FRAMES = """
() => { const times = []; let last = performance.now();
  const look = now => { times.push(now - last); last = now; window.frames_ = times; window.framing = requestAnimationFrame(look); };
  window.framing = requestAnimationFrame(look); }
"""
DRAWING = "performance.getEntriesByName('timeline drawn').at(-1).duration"
ANSWER = "performance.getEntriesByName('timeline answered').at(-1).duration"
HEAP = "() => performance.memory.usedJSHeapSize / 1e6"
VIS = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="chart"></div><script>
fetch('data.json').then(answer => answer.json()).then(events => {
  const start = performance.now();
  const items = events.map((e, id) => ({ id, content: e.title, start: e.start, end: e.end ?? undefined, type: e.end ? 'range' : 'point' }));
  window.chart = new vis.Timeline(document.getElementById('chart'), new vis.DataSet(items), { height: '800px' });
  chart.once('changed', () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now() - start; })));
});
window.zoom = () => new Promise(done => { const start = performance.now();
  chart.once('changed', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
  chart.zoomIn(0.5, { animation: false }); });
</script>"""
TIMELINEJS = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id="chart" style="width:1200px;height:800px"></div><script>
const date = text => { const [year, month, day] = text.split('-'); return { year, month, day }; };
fetch('data.json').then(answer => answer.json()).then(events => {
  const start = performance.now();
  const slides = events.map(e => ({ start_date: date(e.start), ...(e.end && { end_date: date(e.end) }), text: { headline: e.title } }));
  window.chart = new TL.Timeline('chart', { events: slides }, { font: null });
  const look = () => document.querySelector('.tl-timemarker') ? requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now() - start; })) : requestAnimationFrame(look);
  look();
});
window.zoom = () => new Promise(done => { const start = performance.now(); chart.zoomIn();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); });
</script>"""
OTHERS = {"vis-timeline": (VIS, ".vis-panel.vis-center"), "TimelineJS": (TIMELINEJS, ".tl-timenav")}


def drag(page: Page, what: str) -> tuple[float, float]:
    """Median and slowest frame, ms, while the chart is dragged to and fro."""
    box = page.locator(what).first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 300) / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    end = time.monotonic() + LONGEST_DRAG
    for step in range(40):
        page.mouse.move(x + 6 * min(step, 40 - step), y)
        if time.monotonic() > end:
            break
    frames = page.evaluate("() => { cancelAnimationFrame(window.framing); return window.frames_ }")
    page.mouse.up()
    return statistics.median(frames), max(frames)


def memory(process: int) -> float:
    """MB of a process (Linux)."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def server_process(address: str) -> int:
    """The process that listens at an address."""
    port = address.rpartition(":")[2]
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if f"--server.port={port}" in path.read_text("utf-8"):
                return int(path.parent.name)
        except OSError:
            continue
    raise LookupError(address)


def ours(page: Page, folder: Path, empty: float) -> dict[str, float]:
    """All measures of our timeline over a catalogue whose columns are in the cache."""
    with serving(folder) as address:
        found: dict[str, float] = {}
        for _ in range(2):  # the first reader of a server also waits for the catalogue
            page.goto(address)
            page.wait_for_selector(".timeline[data-drawn]", timeout=BOUND)
            found["opened"] = page.evaluate("performance.now()")
            found["drawn"] = page.evaluate(DRAWING)
            page.wait_for_timeout(1500)
        zooms, details = [], []
        for _ in range(5):
            zooms.append(page.evaluate(REDRAWN, ["[data-do=in]", BOUND]) - DEBOUNCE)
            page.wait_for_timeout(500)
            details.append(page.evaluate(ANSWER))
        found["zoom"], found["detail"] = statistics.median(zooms), statistics.median(details)
        found["drag"], found["slowest"] = drag(page, ".timeline .nsewdrag")
        page.wait_for_timeout(1500)
        clicks = []
        for _ in range(3):
            clicks.append(page.evaluate(REDRAWN, ["a.option", BOUND]))
            page.wait_for_timeout(500)
        found["filter"] = statistics.median(clicks)
        found["page MB"] = page.evaluate(HEAP)
        found["server MB"] = memory(server_process(address)) - empty
    return found


def server_share(folder: Path) -> dict[str, float]:
    """Processor ms of what the server does, and bytes an event of what it holds.

    Processor time, so that a busy machine does not count. first: read and check the file; open: the
    same out of the cache; table: the columns of all events; counts: filters and the number of each
    choice; zoom: the figure of half the time; words: the first search, search: the next one.
    bytes: columns shown and index, the days of the chart included; and those of all words.
    """
    found: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        found[name] = (time.process_time() - start) * 1000
        return result

    timed("first", lambda: load(folder))
    catalog = timed("open", lambda: load(folder))
    data = timed("table", lambda: content_of(catalog))
    data.index.extents  # noqa: B018 (made when first asked)
    themes = Selection(themes=("bread",))
    facet_counts(data.index, Selection(window=(-30000, None)))
    timed("counts", lambda: (themes.rows(data.index), facet_counts(data.index, themes)))
    for zoom in ("", "zoom"):  # the first has imports in it
        day = -25_000 + len(zoom)
        selection = Selection(zooms=(("archive", day - 36_500, day),))
        lanes, events = lanes_of(data, selection)
        theme, words = THEMES["light"], chart_words()
        timed(zoom, lambda e=events, n=lanes, t=theme, w=words: timeline_figure(
            e, n, width=1040, theme=t, axis="own", labels=w).to_json())  # fmt: skip
    timed("words", lambda: Selection(text="bakers petition").rows(data.index))
    timed("search", lambda: Selection(text="weavers march").rows(data.index))
    arrays = [getattr(data.days, name) for name in ("first", "end", "mark", "importance")]
    whole = data.events.memory_usage(index=True).sum()
    whole += sum(one.nbytes for one in (*arrays, *data.index.extents))
    return {**found, "bytes": whole / len(data.events)}


SERVER = ("first", "open", "table", "counts", "zoom", "words", "search", "bytes")


def show_server(numbers: tuple[int, ...]) -> None:
    """Print the server's share for each number of events."""
    print(f"{'events':>9} {'server: CPU ms':14}" + "".join(f"{name:>10}" for name in SERVER))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["EVENTS_CACHE"] = str(Path(scratch) / "cache")
        for events in numbers:
            folder = write_catalogue(Path(scratch) / f"catalogue-{events}", events)
            found = server_share(folder)
            cells = "".join(f"{found[name]:10.1f}" for name in SERVER)
            print(f"{events:>9,} {'':14}{cells}", flush=True)
            shutil.rmtree(folder)


@contextmanager
def files(folder: Path):
    """A server of files; yields its address."""
    handler = functools.partial(_Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def write_data(path: Path, events: int) -> None:
    """The generated events as other programs take them: title, first day, last day or null."""
    rows = []
    for date, title in table(events)[["date", "title"]].itertuples(index=False):
        start, _, end = date.rstrip("~").partition("/")
        rows.append({"title": title, "start": _day(start), "end": _day(end) if end else None})
    path.write_text(json.dumps(rows), encoding="utf-8")


def _day(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def other(page: Page, address: str, name: str) -> dict[str, float] | None:
    """The measures of another program; None when it did not finish."""
    place = OTHERS[name][1]
    try:
        page.goto(f"{address}/{name}.html", timeout=BOUND)
        page.wait_for_function("window.drawn", timeout=BOUND)
        found = {
            "drawn": page.evaluate("window.drawn"),
            "opened": page.evaluate("performance.now()"),
        }
        page.evaluate("() => { window.zoom().then(ms => { window.zoomed = ms; }); }")
        page.wait_for_function("window.zoomed", timeout=BOUND)
        found["zoom"] = page.evaluate("window.zoomed")
        found["drag"], found["slowest"] = drag(page, place)
        return {**found, "page MB": page.evaluate(HEAP)}
    except Error:
        return None


COLUMNS = ("drawn", "opened", "zoom", "detail", "drag", "slowest", "filter", "page MB", "server MB")


def show(events: int, name: str, found: dict[str, float] | None) -> None:
    """Print a line."""
    cells = ["did not finish"] if found is None else [
        f"{found[column]:10.0f}" if column in found else f"{'':10}" for column in COLUMNS
    ]  # fmt: skip
    print(f"{events:>9,} {name:14}{''.join(cells)}", flush=True)


def main(numbers: tuple[int, ...]) -> None:
    """Print the table."""
    print(f"{'events':>9} {'':14}" + "".join(f"{column:>10}" for column in COLUMNS))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        os.environ["EVENTS_CACHE"] = str(home / "cache")
        browser = playwright.chromium.launch(
            executable_path=_bring_chromium(playwright),
            args=[*ARGUMENTS, "--enable-precise-memory-info"],
        )
        has_npm = shutil.which("npm") and not subprocess.run(
            ["npm", "install", "--silent", "--ignore-scripts", *PACKAGES], cwd=home, check=False
        ).returncode  # fmt: skip
        for name, (text, _) in OTHERS.items():
            (home / f"{name}.html").write_text(text, encoding="utf-8")
        left = set(OTHERS) if has_npm else set()
        with serving(YS) as address:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(address)
            page.wait_for_selector(".timeline[data-drawn]", timeout=BOUND)
            empty = memory(server_process(address))
            page.close()
        for events in numbers:
            folder = write_catalogue(home / f"catalogue-{events}", events)
            load(folder)  # into the cache
            page = browser.new_page(viewport={"width": 1400, "height": 900}, bypass_csp=True)
            show(events, "ours", ours(page, folder, empty))
            page.close()
            shutil.rmtree(folder)
            write_data(home / "data.json", events)
            with files(home) as address:
                for name in OTHERS:
                    if name in left:
                        page = browser.new_page(viewport={"width": 1400, "height": 900})
                        found = other(page, address, name)
                        show(events, name, found)
                        page.close()
                        left -= {name} if found is None else set()
        browser.close()


if __name__ == "__main__":
    asked = tuple(int(number) for number in sys.argv[1:]) or NUMBERS
    show_server(asked)
    main(asked)
