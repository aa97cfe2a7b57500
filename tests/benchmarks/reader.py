"""A reader without a browser: the messages that Streamlit's page sends, over its WebSocket.

Light enough that fifty of them say something about the server and nothing about themselves. It
keeps of the answers only what it needs to click again: the ids of widgets, the links of filters.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.asyncio.client import connect

PATIENCE_SECONDS = 60
WIDTH = 1400  # of the window, as the page's script reports it
_OPTION = re.compile(r'class="option" id="f-[^"]*"[^>]*? href="([^"]*)"')


class Failed(Exception):
    """The server answered with something that a reader would see as a fault, or not at all."""


class Reader:
    """One page that is open: `async with Reader(address) as reader: await reader.open()`."""

    def __init__(self, address: str, query: str = "") -> None:
        self.address, self.query = address, query
        self.page = ""  # Streamlit's name for the script that is shown
        self.widgets: dict[str, WidgetState] = {}
        self.router = self.checkbox = ""
        self.links: list[str] = []
        self.bytes = 0
        self._cached: list[str] = []

    async def __aenter__(self) -> Reader:
        stream = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = await connect(
            stream, subprotocols=["streamlit"], max_size=None, open_timeout=PATIENCE_SECONDS,
            compression=None, ping_interval=None,
        )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def open(self) -> float:
        """The first run of the page; seconds until it was drawn whole."""
        seconds = await self._rerun([])
        if self.router:  # the page's script tells how wide the window is
            width = WidgetState(id=self.router, json_value=json.dumps({"width": WIDTH}))
            self.widgets[self.router] = width
            seconds += await self._rerun([])
        return seconds

    async def follow(self, link: str) -> float:
        """A click on an inner link, as the router reports it; seconds until the page was drawn."""
        events = json.dumps([{"event": "go", "value": link}])
        identifier = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{self.router}__events"
        return await self._rerun([WidgetState(id=identifier, json_trigger_value=events)])

    async def tick(self, is_on: bool) -> float:
        """A click on the page's checkbox; seconds until the page was drawn."""
        self.widgets[self.checkbox] = WidgetState(id=self.checkbox, bool_value=is_on)
        return await self._rerun([])

    async def _rerun(self, triggers: list[WidgetState]) -> float:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self.query, self.page
        state.context_info.url = self.address
        state.context_info.timezone, state.context_info.locale = "UTC", "en"
        state.cached_message_hashes.extend(self._cached)
        state.widget_states.widgets.extend([*self.widgets.values(), *triggers])
        start = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._is_end(await self._socket.recv()):
                pass
        return time.perf_counter() - start

    def _is_end(self, data: bytes) -> bool:
        """Take what is needed from a message; whether the page is whole now."""
        self.bytes += len(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._look_at(message.delta.new_element)
        elif kind == "script_finished":
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _look_at(self, element) -> None:
        match element.WhichOneof("type"):
            case "exception":
                raise Failed(element.exception.message)
            case "html":
                if "Something went wrong" in element.html.body:
                    raise Failed("the page says that something went wrong")
                self.links += map(html.unescape, _OPTION.findall(element.html.body))
            case "bidi_component" if element.bidi_component.component_name == "router":
                self.router = element.bidi_component.id
            case "checkbox":
                self.checkbox = element.checkbox.id
