"""Whatever a reader looks at, only our own host is asked, by the browser and by the server.

Every page in its main states, with every request noted; the server with every socket noted; and
who may show the app in a frame.
"""

from __future__ import annotations

import functools
import http.client
import http.server
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from components.ui.policy import headers
from tests.browser.states import STATES

YS = Path(__file__).parents[1] / "fixtures" / "ys"
# Address → the buttons on it that save a file.
DOWNLOADS = {
    "?view=table": ["Download as CSV"],
    "compare": ["Download as CSV"],
    "figures?id=workshops-seized": ["Download as PNG", "Download as SVG", "Download as CSV"],
}


def test_no_page_in_any_state_asks_another_host_or_breaks_the_policy(watched, ys_url: str):
    page = watched.page
    for address, there in STATES.items():
        page.goto(f"{ys_url}/{address}")
        expect(page.locator(there).first).to_be_visible(timeout=30_000)
        assert not page.locator("link[rel~=preconnect], link[rel~=dns-prefetch]").count(), address
    assert watched.hosts == {ys_url, ys_url.replace("http", "ws")}
    assert not watched.faults
    assert {"document", "script", "stylesheet", "font", "websocket"} <= set(watched.requests)


@pytest.mark.parametrize("address", DOWNLOADS)
def test_what_is_saved_comes_from_our_own_host(watched, ys_url: str, address: str):
    page = watched.page
    page.goto(f"{ys_url}/{address}")
    expect(page.locator(STATES[address]).first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)  # the page is drawn once more for the width it has
    for name in DOWNLOADS[address]:
        with page.expect_download() as saved:
            page.get_by_role("button", name=re.compile(name)).first.click()
        assert saved.value.failure() is None
        assert saved.value.url.removeprefix("blob:").startswith(f"{ys_url}/")
    assert watched.hosts == {ys_url, ys_url.replace("http", "ws")}
    assert not watched.faults


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/figures?id=workshops-seized",
        "/nowhere/at/all",
        "/static/js/nothing.js",
        "/_stcore/health",
        "/_stcore/host-config",
        "/media/nothing.csv",
        "/..%2f..%2fapp.py",
        "//other.example/",
    ],
)
def test_every_answer_carries_the_headers_errors_too(ys_url: str, path: str):
    with _asked(f"{ys_url}{path}") as answer:
        sent = {name.lower(): value for name, value in answer.headers.items()}
    assert headers().items() <= sent.items()
    assert "access-control-allow-origin" not in sent
    assert "Traceback" not in answer.read().decode("utf-8", "replace")


def test_the_server_takes_no_file_from_who_did_not_open_a_page(ys_url: str):
    with _asked(f"{ys_url}/_stcore/upload_file/a/b", "PUT", b"x" * 10) as answer:
        assert answer.status == 403


def _asked(url: str, method: str = "GET", body: bytes | None = None):
    """The answer to a request, also one that says no."""
    try:
        return urllib.request.urlopen(urllib.request.Request(url, body, method=method))
    except urllib.error.HTTPError as refused:
        return refused


# The server's own sockets --------------------------------------------------------------------------

# Python runs this before anything else when it lies on its path.
NOTE_SOCKETS = """
import sys

def note(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        place = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
        with open({log!r}, "a") as file:
            print(event, place[0] if isinstance(place, tuple) else place, file=file)

sys.addaudithook(note)
"""
HOME_HOSTS = {"127.0.0.1", "::1", "localhost", "None", "0.0.0.0", "::"}


def test_the_server_opens_no_socket_to_another_host(watched, server, tmp_path: Path):
    log = tmp_path / "sockets"
    log.write_text("")
    (tmp_path / "sitecustomize.py").write_text(NOTE_SOCKETS.format(log=str(log)))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    loud = {"PYTHONPATH": str(tmp_path), "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true"}
    with server(YS, cwd=elsewhere, address=None, **loud) as address:
        watched.page.goto(f"{address}/?event=harbour-strike")
        expect(watched.page.locator("#event-card")).to_be_visible(timeout=30_000)
        _foreign_socket(address)
    assert {line.split(" ", 1)[1] for line in log.read_text().splitlines()} <= HOME_HOSTS
    assert watched.hosts == {address, address.replace("http", "ws")}


def _foreign_socket(address: str) -> None:
    """Ask for a web socket as a page of another host would; it is refused."""
    asking = http.client.HTTPConnection(urlsplit(address).netloc)
    asking.request("GET", "/_stcore/stream", headers={
        "Connection": "Upgrade", "Upgrade": "websocket", "Origin": "https://other.example",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13",
    })  # fmt: skip
    assert asking.getresponse().status == 403
    asking.close()


# Frames --------------------------------------------------------------------------------------------


@contextmanager
def _site_around(address: str, folder: Path) -> Iterator[int]:
    """The port of a site whose only page shows `address` in a frame."""
    (folder / "index.html").write_text(f'<iframe src="{address}" width="1200" height="800">')
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield site.server_port
        site.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_only_a_host_that_the_operator_names_may_embed_the_app(page: Page, server, tmp_path: Path):
    site = tmp_path / "site"
    site.mkdir()
    with _site_around("about:blank", site) as port:
        allowed, other = f"http://localhost:{port}", f"http://127.0.0.1:{port}"
        with server(YS, EMBED_IN=f"https://school.example {allowed}") as address:
            (site / "index.html").write_text(
                f'<iframe src="{address}/?embed=true&view=list" width="1200" height="800">'
            )
            page.goto(allowed)
            inside = page.frame_locator("iframe")
            inside.locator(".list li a").first.click(timeout=30_000)
            expect(inside.locator("#event-title")).to_be_visible()
            assert "embed=true" in page.frames[1].url
            refused: list[str] = []
            page.on("console", lambda said: refused.append(said.text))
            page.goto(other)
            page.wait_for_timeout(1500)
            expect(page.frame_locator("iframe").locator("#root")).to_have_count(0)
            assert any("frame-ancestors" in line for line in refused)


def test_without_a_setting_nobody_else_may_embed_the_app(page: Page, ys_url: str, tmp_path: Path):
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    with _site_around(f"{ys_url}/?embed=true", tmp_path) as port:
        page.goto(f"http://127.0.0.1:{port}")
        page.wait_for_timeout(1500)
        expect(page.frame_locator("iframe").locator("#root")).to_have_count(0)
    assert any("frame-ancestors" in line for line in refused)
