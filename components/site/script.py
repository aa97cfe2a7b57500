"""The script of a site with its words: what a reader can do beyond reading and following links."""

from __future__ import annotations

import json
from pathlib import Path

from components.html.texts import chart_words, text

_FILES = [Path(__file__).with_name(name) for name in ("packing.js", "own-start.js", "site.js")]


def script() -> str:
    """The text of the script; it begins with the words of the interface as a constant."""
    words = json.dumps(_words(), ensure_ascii=False, sort_keys=True, indent=1)
    parts = (path.read_text("utf-8") for path in _FILES)
    return "\n".join((f"const WORDS = {words};", *parts))


def _words() -> dict[str, str]:
    """Words by the name that the script gives them; {n}, {total}, {name} are filled there."""
    labels = chart_words()
    n, name = "{n}", "{name}"
    return {
        "waiting": text("site.waiting"),
        "failed": text("site.failed"),
        "missing": text("site.missing"),
        "nothing": text("site.search.none"),
        "hits": text("site.search.found.many", n=n),
        "hit": text("site.search.found.one", n=n),
        "empty": text("empty.title"),
        "without": text("empty.without", name=name, n=n),
        "reset": text("filter.reset"),
        "remove": text("filter.remove", name=name),
        "words": text("filter.text.chip", text=name),
        "copied": text("event.copied"),
        "wheel": text("zoom.wheel"),
        "event": labels.count(1).replace("1", n),
        "events": labels.count(2).replace("2", n),
    }
