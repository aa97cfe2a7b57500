"""What every answer of the server tells the browser to refuse.

The policy forbids every other host and every inline script but the ones that Streamlit's own page
holds; their hashes are computed from the installed page, so that an upgrade needs no change here.
Only our own pages may show a page in a frame, unless the operator names hosts in EMBED_IN.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from collections.abc import Sequence
from pathlib import Path

import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.ui.texts import text

_LAST_PORT = 65_535
_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"https?://{_LABEL}(\.{_LABEL})*(:(?P<port>[1-9][0-9]{{0,4}}))?", re.IGNORECASE)
# Nothing of what a browser can do for a page is used, but writing to the clipboard.
_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi",
    "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip


def embedders(setting: str) -> tuple[str, ...]:
    """The hosts of EMBED_IN, "https://school.example https://…", that may show us in a frame.

    Raises ValueError, with a sentence for the operator, for anything but whole host names with
    their scheme: no path, no wildcard, no comma.
    """
    hosts = tuple(setting.split())
    for host in hosts:
        found = _HOST.fullmatch(host)
        if not found or int(found["port"] or 0) > _LAST_PORT:
            raise ValueError(
                f"EMBED_IN: “{host}” is not the address of a host. Write each as https://name or "
                "https://name:port, without a path, and put a space between two."
            )
    return hosts


def inline_script_hashes() -> list[str]:
    """CSP sources (`'sha256-…'`) of the inline scripts in Streamlit's own page."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy(hosts: Sequence[str] = ()) -> str:
    """The policy sent with every answer; hosts: who else may show us in a frame.

    `blob:` scripts are how Streamlit loads inline components; styles are inline by its design.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: {' '.join(inline_script_hashes())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            " ".join(("frame-ancestors 'self'", *hosts)),
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


def headers(hosts: Sequence[str] = ()) -> dict[str, str]:
    """Name → value of the headers of every answer."""
    sent = {
        "content-security-policy": content_security_policy(hosts),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    # For browsers that know no frame-ancestors; it cannot name hosts.
    return sent if hosts else {**sent, "x-frame-options": "SAMEORIGIN"}


class Policy:
    """ASGI middleware that adds the headers to every answer, and answers what nobody else does."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        self.app = app
        self.headers = [(n.encode(), value.encode()) for n, value in headers(hosts).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what is sent back carries our headers."""
        has_started = False

        async def send_with_policy(message: Message) -> None:
            nonlocal has_started
            if message["type"] == "http.response.start":
                has_started = True
                message["headers"] = [*message["headers"], *self.headers]
            await send(message)

        try:
            await self.app(scope, receive, send_with_policy)
        except Exception:  # The one asking gets a sentence; the log gets the traceback.
            if scope["type"] != "http" or has_started:
                raise
            logging.getLogger(__name__).exception("no answer to %s", scope["path"])
            answer = PlainTextResponse(text("notice.server"), status_code=500)
            await answer(scope, receive, send_with_policy)
