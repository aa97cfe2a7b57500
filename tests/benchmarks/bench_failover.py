"""How long a reader waits when the process that serves them is killed.

    python -m tests.benchmarks.bench_failover [ROUNDS]

Two processes behind nginx, a page with filters and an open event in Chromium. Each round kills the
process that holds the page's connection and measures until the page is connected again and drawn
by the other; then the killed one is started anew. Prints each round and how the view came back.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, _bring_chromium
from tests.operations.serving import (
    ROOT,
    Served,
    behind_nginx,
    command,
    wait_for,
    wait_for_reconnection,
)

YS = ROOT / "tests" / "fixtures" / "ys"
VIEW = "?country=armor&theme=coordination&event=exiles-in-kernow&view=list"
ENVIRONMENT = {"EVENTS": str(YS), "STREAMLIT_SERVER_COOKIE_SECRET": "the same for both"}


def serving_port(front: Served) -> int:
    """The port of the process that holds the one reader's connection."""
    counts = {}
    for port in front.processes:
        address = f"http://127.0.0.1:{port}/_stcore/metrics"
        text = urllib.request.urlopen(address).read().decode()
        found = re.search(r"(?m)^active_sessions\S* (\d+)", text)
        counts[port] = int(found[1]) if found else 0
    return max(counts, key=counts.get)


def seen(page: Page) -> tuple:
    """What the reader looks at: address, open event, chosen filters."""
    chosen = page.locator("a.option[aria-checked=true]").all_text_contents()
    return page.url, page.locator("#event-title").text_content(), chosen


def one_round(front: Served, page: Page) -> tuple[float, bool]:
    """Seconds from the kill to the drawn page, and whether it is the same page."""
    before, port = seen(page), serving_port(front)
    start = time.perf_counter()
    front.processes[port].kill()
    wait_for_reconnection(page)
    seconds = time.perf_counter() - start
    front.processes[port].wait()
    front.processes[port] = subprocess.Popen(
        command(port), cwd=ROOT, env=front.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    wait_for(f"http://127.0.0.1:{port}/_stcore/health", front.processes[port])
    return seconds, seen(page) == before


def main(rounds: int = 5) -> None:
    """Print a line for each round, and the median."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=_bring_chromium(playwright), args=ARGUMENTS
        )
        with behind_nginx(Path(folder), ENVIRONMENT) as front:
            page = browser.new_page()
            page.goto(f"{front.address}/{VIEW}")
            page.locator("#event-title").wait_for(timeout=60_000)
            times = []
            for number in range(1, rounds + 1):
                seconds, same = one_round(front, page)
                times.append(seconds)
                print(f"round {number}: {seconds:.2f} s, the view {'stays' if same else 'CHANGED'}")
                time.sleep(6)  # longer than nginx's fail_timeout: both processes count again
        browser.close()
    print(f"killed → drawn again: median {median(times):.2f} s, at most {max(times):.2f} s")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:2]))
