"""The headers of every answer, who may embed the app, and what is set whatever is configured."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit

from components.ui.policy import Policy, content_security_policy, embedders, headers
from components.ui.private import SETTINGS
from components.ui.texts import text

ROOT = Path(__file__).parents[2]


def answered(app, hosts: tuple[str, ...] = ()) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what the middleware sends for a request to `app`."""
    sent: list[dict] = []

    async def send(message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/nowhere", "headers": []}
    with ThreadPoolExecutor(1) as beside:  # a browser of another test may hold this thread's loop
        beside.submit(asyncio.run, Policy(app, hosts)(scope, None, send)).result()
    start, *rest = sent
    names = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], names, b"".join(one["body"] for one in rest)


async def _answers(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"x-own", b"1")]})
    await send({"type": "http.response.body", "body": b"not here"})


async def _fails(scope, receive, send) -> None:
    raise RuntimeError("the secret of the house")


def directives(policy: str) -> dict[str, list[str]]:
    """The parts of a Content-Security-Policy: name → sources."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def test_an_answer_keeps_its_own_headers_and_gets_ours():
    status, names, body = answered(_answers)
    assert (status, body, names.pop("x-own")) == (404, b"not here", "1")
    assert names == headers()


def test_a_fault_of_the_server_is_answered_with_a_sentence_and_with_our_headers():
    status, names, body = answered(_fails)
    assert (status, body.decode()) == (500, text("notice.server"))
    assert headers().items() <= names.items()


def test_the_policy_allows_no_other_host_no_eval_and_one_inline_script():
    allowed = directives(content_security_policy())
    assert allowed["default-src"] == ["'none'"]
    assert allowed["connect-src"] == ["'self'"]
    assert allowed["frame-ancestors"] == ["'self'"]
    assert "unsafe-eval" not in content_security_policy()
    assert "'unsafe-inline'" not in allowed["script-src"]
    hosts = {one for sources in allowed.values() for one in sources if "." in one or "//" in one}
    assert not hosts
    own = {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:"}
    [script] = {one for sources in allowed.values() for one in sources} - own
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", script)


def test_the_hash_in_the_policy_is_that_of_the_script_in_the_installed_page():
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    inline = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
    assert len(inline) == 1
    count = "import base64,hashlib,sys;print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())"
    digest = subprocess.run(
        [sys.executable, "-c", count], input=inline[0].encode(), capture_output=True, check=True
    )
    assert f"'sha256-{digest.stdout.decode().strip()}'" in content_security_policy()


def test_nobody_else_may_embed_unless_the_operator_names_them():
    assert headers()["x-frame-options"] == "SAMEORIGIN"
    hosts = embedders("https://school.example  http://archive.example:8080")
    sent = headers(hosts)
    assert directives(sent["content-security-policy"])["frame-ancestors"] == [
        "'self'",
        "https://school.example",
        "http://archive.example:8080",
    ]
    assert "x-frame-options" not in sent


@pytest.mark.parametrize("setting", ["", "  "])
def test_an_empty_setting_names_nobody(setting):
    assert embedders(setting) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "https://*",
        "https://*.example",
        "school.example",
        "https:",
        "https://",
        "https://school.example/",
        "https://school.example/page",
        "https://school.example;script-src",
        "https://school.example,https://other.example",
        "https://school.example:0",
        "https://school.example:65536",
        "https://school.example:port",
        "https://user@school.example",
        "https://-school.example",
        "https://škola.example",
        "'self'",
        "'none'",
        "data:",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_host_is_refused_by_name(wrong):
    with pytest.raises(ValueError, match="EMBED_IN") as refused:
        embedders(f"https://good.example {wrong}")
    assert f"“{wrong}”" in str(refused.value)


# What Streamlit is told, whatever it is configured to ----------------------------------------------

LOUD = """
import os, sys
os.environ["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] = "true"
from streamlit import config, net_util
import json
from components.ui import private
config.get_config_options(force_reparse=True, options_from_flags={
    "browser.gatherUsageStats": True, "client.showErrorDetails": "full", "server.maxUploadSize": 9})
private.keep_private()
first = {name: config.get_option(name) for name in private.SETTINGS}
config.get_config_options(force_reparse=True, options_from_flags={"browser.gatherUsageStats": True})
second = {name: config.get_option(name) for name in private.SETTINGS}
print(json.dumps([first, second, net_util.get_external_ip(), net_util.get_internal_ip()]))
"""


def test_flags_and_a_lost_settings_file_do_not_undo_privacy(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOUD],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second, outside, inside = json.loads(done.stdout)
    assert first == second == SETTINGS
    assert outside is None and inside is None


def test_a_wrong_list_of_hosts_stops_the_start_with_one_sentence(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port=0"],
        cwd=tmp_path,
        env={"EMBED_IN": "https://school.example/page", "HOME": str(tmp_path), "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("EMBED_IN: “https://school.example/page” is not the address")
    assert len(done.stderr.splitlines()) == 1
