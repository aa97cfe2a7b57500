"""Where a link to a page leads. In the app that is an address; a site of files has its own.

Pieces ask `href`; whoever makes pieces for another place says so with `written_by`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import urlencode

from components.catalog.selection import Selection

FRONT = "timeline"  # the page at the root
Writer = Callable[[Selection, str], str]


def app_address(value: Selection, page: str = "") -> str:
    """A link to `page` ("" is the front page) of the app with `value` as its address."""
    path = "." if page in ("", FRONT) else page
    return f"{path}?{urlencode(value.to_query(), doseq=True)}"


_leads_here: ContextVar[bool] = ContextVar("leads_here", default=True)
_writer: ContextVar[Writer] = ContextVar("writer", default=app_address)


def href(value: Selection, page: str = "") -> str:
    """A link to `page` ("" is the front page) that shows `value`."""
    return _writer.get()(value, page)


@contextmanager
def written_by(writer: Writer) -> Iterator[None]:
    """Until its end, `href` gives what `writer` makes of a selection and a page."""
    token = _writer.set(writer)
    try:
        yield
    finally:
        _writer.reset(token)


def leads_here() -> bool:
    """Whether an address shows to somebody else what it shows here: not a reader's own events."""
    return _leads_here.get()


@contextmanager
def leading_nowhere() -> Iterator[None]:
    """Until its end, pieces offer no address to be copied."""
    token = _leads_here.set(False)
    try:
        yield
    finally:
        _leads_here.reset(token)
