"""Two processes of the app behind nginx, as `docs/operating.md` sets them up, on free ports.

The commands and settings are those of the files under `deploy/`; only places and ports differ.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
UNIT, SITE = ROOT / "deploy" / "timeline@.service", ROOT / "deploy" / "timeline.conf"
STARTS_WITHIN_SECONDS = 120

# nginx's worker is nobody and may not write into the test's folder: it passes large answers on as
# fast as they are read, and keeps none in a file.
MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include {types};
    access_log off;
    proxy_max_temp_file_size 0;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/timeline.conf;
}}
"""


@dataclass(frozen=True)
class Served:
    """Where the app is reached, its processes by port, and the environment they run in."""

    address: str
    processes: dict[int, subprocess.Popen]
    environment: dict[str, str] = field(default_factory=dict)


def free_ports(number: int) -> list[int]:
    """Ports of this machine that nobody listens on."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def unit(name: str) -> list[str]:
    """The values of a setting of the systemd unit, in the order of its lines."""
    return re.findall(rf"(?m)^{name}=(.*)$", UNIT.read_text("utf-8"))


def command(port: int) -> list[str]:
    """The unit's command, with this Python and this port."""
    words = shlex.split(unit("ExecStart")[0].replace("%i", str(port)))
    return [sys.executable, *words[1:]]


@contextmanager
def processes(
    ports: Sequence[int], environment: dict[str, str] | None = None, script: Path | None = None
) -> Iterator[dict[int, subprocess.Popen]]:
    """A process of the app (or of another script) on each port, answering; ended afterwards."""
    names = {**os.environ, **(environment or {})}
    started = {}
    try:
        for port in ports:
            words = [str(script) if script and w == "app.py" else w for w in command(port)]
            started[port] = subprocess.Popen(
                words, cwd=ROOT, env=names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        for port, process in started.items():
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield started
    finally:
        for process in started.values():
            _end(process)


@contextmanager
def behind_nginx(folder: Path, environment: dict[str, str], count: int = 2) -> Iterator[Served]:
    """The app in `count` processes behind nginx; `folder` holds what nginx writes."""
    port, *ports = free_ports(count + 1)
    with processes(ports, environment) as started:
        site = _with_ports(SITE.read_text("utf-8"), port, ports)
        (folder / "timeline.conf").write_text(site, "utf-8")
        types = next(Path("/etc/nginx").glob("mime.types"))
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder, types=types), "utf-8")
        nginx = subprocess.Popen(
            [bring_nginx(), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", nginx)
            yield Served(f"http://127.0.0.1:{port}", started, {**os.environ, **environment})
        finally:
            _end(nginx)


def _with_ports(site: str, port: int, ports: Sequence[int]) -> str:
    lines = re.findall(r"(?m)^    server 127\.0\.0\.1:\d+.*$", site)
    assert len(lines) == 2, "the site names two processes"
    ours = "\n".join(re.sub(r":\d+", f":{one}", lines[0]) for one in ports)
    site = site.replace("\n".join(lines), ours)
    return site.replace("listen 80;", f"listen 127.0.0.1:{port};")


def bring_nginx() -> str:
    """Path of nginx: the machine's, else Debian's if we may install it; "" when there is none."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    if not shutil.which("nginx", path=path) and os.geteuid() == 0 and shutil.which("apt-get"):
        # Installed to be called by us, not to serve on port 80 from now on.
        quiet = {"stdout": sys.stderr, "stderr": sys.stderr, "check": False}
        subprocess.run(["apt-get", "update"], **quiet)
        subprocess.run(
            ["apt-get", "install", "-y", "--no-install-recommends", "nginx-light"],
            env={**os.environ, "RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}, **quiet,
        )  # fmt: skip
    return shutil.which("nginx", path=path) or ""


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Return when the address answers; RuntimeError when the process ends or takes too long."""
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"a process for {address} ended while it started")
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not answer within {STARTS_WITHIN_SECONDS} seconds")


def wait_for_reconnection(page: Page) -> None:
    """Return when the page has lost its connection and has been drawn again by another process."""
    page.locator(".stApp:not([data-test-connection-state=CONNECTED])").wait_for(timeout=60_000)
    connected = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
    page.locator(f".stApp{connected}").wait_for(timeout=120_000)


def _end(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(15)
    if process.poll() is None:
        process.kill()
        process.wait(5)
