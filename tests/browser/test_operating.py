"""The files for operators do what `docs/operating.md` says: two processes, nginx, one of them killed."""

from __future__ import annotations

import http.client
import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from components.ui.server import PLOTLY_URL
from tests.benchmarks.bench_failover import serving_port
from tests.browser.looks import settled
from tests.operations.serving import (
    ROOT,
    Served,
    behind_nginx,
    bring_nginx,
    command,
    unit,
    wait_for_reconnection,
)

YS = ROOT / "tests" / "fixtures" / "ys"
ENVIRONMENT = {"EVENTS": str(YS), "STREAMLIT_SERVER_COOKIE_SECRET": "the same for both"}


@pytest.fixture(scope="module")
def front(tmp_path_factory) -> Served:
    """The app in two processes behind nginx; skipped where there is none and none may be brought."""
    if not bring_nginx():
        pytest.skip("no nginx was found and none could be installed")
    with behind_nginx(tmp_path_factory.mktemp("nginx"), ENVIRONMENT) as served:
        yield served


def answer(
    front: Served, path: str, method: str = "GET", body: bytes | None = None, **headers: str
):
    """(status, headers, body) as nginx sends them, nothing unpacked."""
    connection = http.client.HTTPConnection(urlparse(front.address).netloc, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    response = connection.getresponse()
    named = {name.lower(): value for name, value in response.getheaders()}
    return response.status, named, response.read()


def script_of(front: Served) -> str:
    _, _, page = answer(front, "/")
    return "/" + re.search(r'src="\.?/?(static/js/[^"]+\.js)"', page.decode())[1]


def test_scripts_and_pages_are_compressed(front):
    for path in (script_of(front), "/", PLOTLY_URL):
        _, plain_headers, plain = answer(front, path)
        status, headers, packed = answer(front, path, Accept_Encoding="gzip")
        assert (status, headers.get("content-encoding")) == (200, "gzip")
        assert "content-encoding" not in plain_headers
        assert len(packed) < 0.6 * len(plain)


def test_the_policy_reaches_the_reader_once_and_unchanged(front):
    policy = ("content-security-policy", "x-content-type-options", "referrer-policy")
    inner = Served(f"http://127.0.0.1:{next(iter(front.processes))}", {})
    for path in ("/", script_of(front), PLOTLY_URL):
        sent, received = (answer(at, path)[1] for at in (inner, front))
        assert [received[name] for name in policy] == [sent[name] for name in policy]
        assert "default-src" in received["content-security-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore//metrics",
                                  "/_stcore/agent/openapi.json", "/%5fstcore/metrics"])  # fmt: skip
def test_what_the_server_knows_of_itself_is_not_for_readers(front, path):
    assert answer(front, path)[0] == 404


def test_metrics_stay_open_on_the_processes_own_port(front):
    for port in front.processes:
        inner = Served(f"http://127.0.0.1:{port}", {})
        assert answer(inner, "/_stcore/metrics")[0] == 200


def test_an_upload_above_the_limit_is_refused_before_the_app_sees_it(front):
    config = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    megabytes = int(re.search(r"maxUploadSize = (\d+)", config)[1])
    path = "/_stcore/upload_file/a/b"
    assert answer(front, path, "PUT", b"x" * (megabytes * 1024 * 1024 + 1))[0] == 413
    assert answer(front, path, "PUT", b"x" * 1000)[0] != 413


def test_the_unit_starts_one_process_for_readers_of_the_proxy_alone():
    words = command(8501)
    assert words[1:5] == ["-m", "streamlit", "run", "app.py"]
    assert {"--server.address=127.0.0.1", "--server.port=8501"} <= set(words)
    assert unit("Restart") == ["always"]
    assert unit("EnvironmentFile") == ["/etc/timeline.env"]  # the secret is in no file of ours


def test_a_killed_process_takes_no_readers_view_with_it(front, page):
    page.goto(f"{front.address}/?country=armor&theme=coordination&event=exiles-in-kernow&view=list")
    heading, chosen = page.locator("#event-title"), page.locator("a.option[aria-checked=true]")
    expect(heading).to_be_visible(timeout=60_000)
    expect(chosen).to_have_count(2)
    before = page.url, heading.text_content(), chosen.all_text_contents()
    front.processes[serving_port(front)].kill()
    # The other process knows nothing of this reader: what it draws is read from the address.
    wait_for_reconnection(page)
    settled(page, 2000)  # a click made before it is drawn again is lost, as docs/operating.md says
    url, title, filters = before
    expect(heading).to_have_text(title, timeout=60_000)
    expect(chosen).to_have_text(filters, timeout=60_000)
    assert page.url == url
    page.locator("#event-close").click()
    expect(heading).to_have_count(0, timeout=60_000)
    expect(chosen).to_have_count(2)
