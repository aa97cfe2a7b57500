"""What the server sends besides the pages: plotly.js, compressed once and cached by its version.

No reader's browser asks another host for it. The headers of every answer are in `policy`.
"""

from __future__ import annotations

import gzip
import os
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from components.charts.script import PLOTLY_JS, VERSION
from components.ui.content import folder
from components.ui.policy import Policy, embedders
from components.ui.private import keep_private

PLOTLY_URL = f"/plotly-{VERSION}.min.js"
_YEAR_SECONDS = 31_536_000


@cache
def _plotly_js(compressed: bool) -> bytes:
    script = PLOTLY_JS.read_bytes()
    return gzip.compress(script, 9) if compressed else script


def plotly_js(request: Request) -> Response:
    """plotly.js; the address holds its version, so it never goes stale."""
    compressed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": f"public, max-age={_YEAR_SECONDS}, immutable"}
    if compressed:
        headers["Content-Encoding"] = "gzip"
    headers["Vary"] = "Accept-Encoding"
    return Response(_plotly_js(compressed), media_type="text/javascript", headers=headers)


ROUTES = [Route(PLOTLY_URL, plotly_js)]


class Preload:
    """Says with every page that plotly.js will be needed: it loads while Streamlit starts."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the header to an answer that is a page."""

        async def with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("link", f"<{PLOTLY_URL}>; rel=preload; as=script")
            await send(message)

        await self._app(scope, receive, with_link if scope["type"] == "http" else send)


def middleware() -> list[Middleware]:
    """What stands around the app; called once, when the server starts.

    Leaves the process with a sentence when the environment variable EMBED_IN is wrong.
    """
    keep_private()
    # What is saved shows at once, in whatever folder the catalogue lies.
    config.set_option("server.folderWatchList", [str(folder().resolve())])
    try:
        hosts = embedders(os.environ.get("EMBED_IN", ""))
    except ValueError as wrong:
        raise SystemExit(str(wrong)) from None
    return [Middleware(Policy, hosts=hosts), Middleware(Preload)]
