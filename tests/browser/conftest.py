"""A Chromium that is found or brought, and the app started on the invented catalogue or the real one."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

expect.set_options(timeout=20_000)  # ms; a machine that does something else as well is no fault
ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _run(*command: str) -> bool:
    return (
        subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr, check=False).returncode == 0
    )


def _bring_chromium(playwright: Playwright) -> str:
    """Path of a Chromium: one on the machine, else Debian's, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if found := next(filter(None, map(shutil.which, names)), None):
        return found
    if Path(playwright.chromium.executable_path).exists():
        return playwright.chromium.executable_path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update")
        if _run("apt-get", "install", "-y", "--no-install-recommends", "chromium"):
            return shutil.which("chromium")
    if _run(sys.executable, "-m", "playwright", "install", "chromium"):
        return playwright.chromium.executable_path
    pytest.fail("No Chromium was found and none could be installed: install `chromium`.")


@pytest.fixture(scope="session")
def browser() -> Browser:
    with sync_playwright() as playwright:
        path = _bring_chromium(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def serving(
    folder: Path | None = None,
    script: Path = ROOT / "app.py",
    *,
    cwd: Path = ROOT,
    address: str | None = "127.0.0.1",
    **variables: str,
):
    """The app on a free port of this machine, showing `folder`; yields its address.

    cwd: from where it is started; address: at which it listens, None is everywhere;
    variables: of the environment
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        f"--server.port={port}",
        *([f"--server.address={address}"] if address else []),
        "--server.headless=true",
        "--server.fileWatcherType=none",
    ]
    environment = {**os.environ, **({"EVENTS": str(folder)} if folder else {}), **variables}
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail("the app stopped while it started")
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("the app did not start within 30 seconds")


@pytest.fixture(scope="session")
def ys_url() -> str:
    """The app on the invented catalogue."""
    with serving(ROOT / "tests" / "fixtures" / "ys") as address:
        yield address


@pytest.fixture(scope="session")
def server():
    """A function that starts a fresh server: `with server() as address`."""
    return serving


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page 1400 px wide in the light theme that fails the test on a script error."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    errors: list[Error] = []
    page.on("pageerror", lambda error: errors.append(error))
    yield page
    context.close()
    assert not errors, errors


# Streamlit's protobuf library tries WebAssembly for long numbers, is refused, and does without
# (1.67). To allow it would be to allow a kind of `eval`.
HARMLESS = "Content Security Policy: script-src wasm-eval"


class Watched:
    """A page of which everything is noted that should not happen.

    hosts: of every request and web socket; requests: of them, by kind ("font", "fetch" …)
    faults: dialogs, windows, script errors, and what the policy had to forbid
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.hosts: set[str] = set()
        self.requests: Counter[str] = Counter()
        self.faults: list[str] = []
        page.add_init_script(
            "addEventListener('securitypolicyviolation', it =>"
            " console.error('Content Security Policy: ' + it.violatedDirective + ' ' + it.blockedURI))"
        )
        page.on("request", lambda request: self._asked(request.resource_type, request.url))
        page.on("websocket", lambda socket: self._asked("websocket", socket.url))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("popup", lambda window: self.faults.append(f"window: {window.url}"))
        page.on("console", self._said)
        page.on("dialog", self._dialog)

    def _asked(self, kind: str, url: str) -> None:
        self.requests[kind] += 1
        parts = urlsplit(url.removeprefix("blob:"))
        if parts.scheme != "data":
            self.hosts.add(f"{parts.scheme}://{parts.netloc}")

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text and message.text != HARMLESS:
            self.faults.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def watched(page: Page) -> Watched:
    """The page, watched."""
    return Watched(page)
