"""The last step of a page: its links and ids become those of the file in which it stands.

All HTML of ours writes attributes in double quotes, and what content says is escaped, so that a
pattern finds tags and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from components.site.page import PREFIX

_TAG = re.compile(r"<(a|form)( [^<>]*)>")
_ATTRIBUTE = re.compile(r' ([\w:-]+)(?:="([^"]*)")?')
_OF_THE_APP = {"data-inner", "data-focus"}  # the router's; there is none here
_CLOSE = re.compile(r"<a [^<>]*>× [^<>]*</a>")  # what is a page of its own does not close
_HEADING = re.compile(r"<(/?)h([2-5])(?=[ >])")
_IDS = re.compile(r' (id|for|aria-labelledby|aria-controls|aria-describedby)="([^"]+)"')
_IN_TAG = re.compile(r"<\w[^<>]*>")
_ENDLESS = re.compile(r' class=""| lang=""')
Locate = Callable[[str, str], str]  # path and fragment of a page → address in a file


def settled(markup: str, path: str, locate: Locate) -> str:
    """HTML of the page `path` with links that `locate` makes, and without the app's attributes."""

    def tag(found: re.Match[str]) -> str:
        pairs = dict(_ATTRIBUTE.findall(found[2]))
        focus = pairs.get("data-focus", "")
        kept = {
            key: value
            for key, value in pairs.items()
            if key not in _OF_THE_APP and (key, value) != ("class", "")
        }
        for key in ("href", "action"):
            if kept.get(key, "").startswith(PREFIX):
                kept[key] = _link(kept[key], focus, path, locate)
        return f"<{found[1]}{''.join(_written(*pair) for pair in kept.items())}>"

    return _ENDLESS.sub("", _TAG.sub(tag, _CLOSE.sub("", markup)))


def _written(key: str, value: str) -> str:
    return f' {key}="{value}"' if value or key in ("href", "alt", "value") else f" {key}"


def _link(href: str, focus: str, path: str, locate: Locate) -> str:
    """A link to a page; one to this page leads to the place that would take the focus."""
    target, _, fragment = href.removeprefix(PREFIX).partition("#")
    if target == path and not fragment and focus.startswith("#"):
        fragment = focus[1:]
    return locate(target, fragment)


def raised(markup: str) -> str:
    """HTML whose headings stand one level higher: a card that is a page of its own."""
    return _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) - 1}", markup)


def with_ids_of(markup: str, path: str) -> str:
    """HTML whose ids, and what points to them, begin with the path: for many pages in one."""

    def attribute(found: re.Match[str]) -> str:
        names = " ".join(f"{path}/{name}" for name in found[2].split())
        return f' {found[1]}="{names}"'

    return _IN_TAG.sub(lambda tag: _IDS.sub(attribute, tag[0]), markup)
