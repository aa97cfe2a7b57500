"""What the server sends besides the pages: plotly.js from the installed package, and headers.

plotly.js is served from the installed `plotly`, compressed once and cached by its version, so
that nothing is vendored and no reader's browser asks another host. The policy forbids every
other host and every inline script but the one that Streamlit's own page holds; its hash is
computed from the installed page, so that an upgrade needs no change here.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from functools import cache
from pathlib import Path

import plotly
import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLOTLY_URL = f"/plotly-{plotly.__version__}.min.js"
_YEAR_SECONDS = 31_536_000


@cache
def _plotly_js(compressed: bool) -> bytes:
    script = Path(plotly.__file__).with_name("package_data") / "plotly.min.js"
    return gzip.compress(script.read_bytes(), 6) if compressed else script.read_bytes()


def plotly_js(request: Request) -> Response:
    """plotly.js of the installed package; the address holds its version, so it never goes stale."""
    compressed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": f"public, max-age={_YEAR_SECONDS}, immutable"}
    if compressed:
        headers["Content-Encoding"] = "gzip"
    headers["Vary"] = "Accept-Encoding"
    return Response(_plotly_js(compressed), media_type="text/javascript", headers=headers)


def inline_script_hashes() -> list[str]:
    """CSP sources (`'sha256-…'`) of the inline scripts in Streamlit's own page."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy() -> str:
    """The policy sent with every response.

    `blob:` scripts are how Streamlit loads inline components; styles are inline by its design.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(inline_script_hashes())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-ancestors 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


class PolicyHeaders:
    """ASGI middleware that adds the policy headers to every HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = [
            (b"content-security-policy", content_security_policy().encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"same-origin"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what is sent back carries our headers."""

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.headers]
            await send(message)

        await self.app(scope, receive, send_with_policy)


ROUTES = [Route(PLOTLY_URL, plotly_js)]
MIDDLEWARE = [Middleware(PolicyHeaders)]
