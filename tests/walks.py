"""Readers who click at random: over all pages, links and widgets, and links that nobody wrote.

    python -m tests.walks [STEPS] [SEED] [FOLDER]

A walk is a number: the same number goes the same way everywhere. After every step the page must
have been drawn without an exception, with one heading, and with an address that means the same
selection again. Components do not answer in Streamlit's `AppTest`; what the router would report
for a click on a link is done to the session as the frame does it.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from html import unescape
from pathlib import Path
from random import Random
from urllib.parse import parse_qs

from streamlit.runtime.state.common import TESTING_KEY
from streamlit.testing.v1 import AppTest

from components.catalog.catalog import load
from components.catalog.selection import Known, Selection, known
from components.ui import state
from components.ui.frame import PAGES
from components.ui.texts import text

ROOT = Path(__file__).parents[1]
YS = ROOT / "tests" / "fixtures" / "ys"
STEPS_OF_A_WALK = 12
_LINK = re.compile(
    r'<a [^>]*href="([^"]*)"[^>]*data-inner="1"|<a [^>]*data-inner="1"[^>]*href="([^"]*)"'
)
WORDS = (
    "",
    "strike",
    "a",
    "x" * 200,
    "<b>&",
    "1900",
    "1900-02",
    "1899/1901",
    "no such word",
    "\u202e",
    "'; --",
)
KEYS = ("country", "theme", "tendency", "role", "kind", "standing", "q", "from", "to", "lanes", "axis",
        "zoom", "view", "event", "id", "type", "clock", "sort", "open", "start", "end", "seen", "moon")  # fmt: skip
ODD = ("", "kernow", "1900-05-01", "9999-99-99", "crews~1900-05-01~1901-01-01", "list", "table",
       "harbour-strike", "-1", "0", "NaN", "../..", "<script>", "é" * 50, "shared", "tendency")  # fmt: skip


class Walk:
    """One reader at one app; `trail` says where they went."""

    def __init__(self, number: int, folder: Path, ids: Known) -> None:
        self.chance, self.ids, self.folder = Random(number), ids, folder
        self.trail: list[str] = []
        self.arrive()

    def arrive(self) -> None:
        """A first visit, by a link that somebody wrote or made up."""
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        self.turn_to(self.chance.choice(PAGES))

    def turn_to(self, page: str) -> None:
        """Enter another page with an address of chance; the same page anew is a first visit."""
        session = self.app.session_state
        if state.PAGE in session and (session[state.PAGE] or PAGES[0]) == page:
            self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        query = {
            self.chance.choice(KEYS): [
                self.chance.choice(ODD) for _ in range(self.chance.randint(1, 2))
            ]
            for _ in range(self.chance.choice((0, 0, 1, 2, 4)))
        }
        self.trail.append(f"{page}?{query}")
        if page != PAGES[0] or state.PAGE in self.app.session_state:
            self.app.switch_page(f"pages/{page}.py")
        self.app.query_params.clear()
        for key, values in query.items():
            self.app.query_params[key] = values
        self.app.run()

    def step(self) -> None:
        """One thing that a reader can do here; the page is as it should be afterwards."""
        links, widgets = self.links(), self.widgets()
        way = self.chance.random()
        if way < 0.1:
            self.turn_to(self.chance.choice(PAGES))
        elif way < 0.13:
            self.arrive()
        elif widgets and (way < 0.4 or not links):
            self.use(self.chance.choice(widgets))
        elif links:
            self.follow(self.chance.choice(links))
        else:
            self.arrive()
        self.look()

    def html(self) -> str:
        """All HTML on the page."""
        return "\n".join(element.proto.body for element in self.app.get("html"))

    def links(self) -> list[str]:
        """Where the inner links lead, each once, in their order."""
        found = (unescape(a or b) for a, b in _LINK.findall(self.html()))
        return list(dict.fromkeys(found))

    def widgets(self) -> list:
        """What can be typed into, chosen or pressed."""
        kinds = ("text_input", "selectbox", "button_group", "button", "checkbox", "radio", "toggle",
                 "multiselect", "slider", "number_input")  # fmt: skip
        return [one for kind in kinds for one in getattr(self.app, kind, ()) if not one.disabled]

    def use(self, widget: object) -> None:
        """Give a widget another value."""
        match widget.type:
            case "text_input":
                value = self.chance.choice(WORDS)
            case "button":
                self.trail.append(f"{widget.key} pressed")
                widget.click().run()
                return
            case "checkbox" | "toggle":
                value = not widget.value
            case _:
                options = list(getattr(widget, "options", ()))
                if not options:
                    return
                index = self.chance.randrange(len(options))
                self.trail.append(f"{widget.key} = option {index}")
                self._choose(widget, index)
                return
        self.trail.append(f"{widget.key} = {value!r}")
        widget.set_value(value).run()

    def _choose(self, widget: object, index: int) -> None:
        if widget.type == "selectbox":
            widget.select_index(index).run()
            return
        # AppTest wants the values behind the labels, and then turns them into labels again.
        self.app.session_state[TESTING_KEY][widget.id] = str
        label = widget.options[index]
        widget.set_value(label if widget._is_single_select else [label]).run()

    def follow(self, link: str) -> None:
        """A click on an inner link, as `frame._follow` takes it from the router."""
        self.trail.append(link)
        path, _, query = link.partition("?")
        chosen, dropped = Selection.from_query(parse_qs(query, keep_blank_values=True), self.ids)
        session = self.app.session_state
        session["selection"], session["ignored"], session["followed"] = chosen, dropped, True
        target = path.strip("./") or PAGES[0]
        if target in PAGES and target != (session[state.PAGE] or PAGES[0]):
            session["go"] = target
        self.app.run()

    def look(self) -> None:
        """AssertionError when the page is not as it should be."""
        went = "\n  ".join(self.trail)
        assert not self.app.exception, f"{self.app.exception[0].value}\n  {went}"
        shown = self.html()
        assert text("notice.broken") not in shown, f"the page failed\n  {went}"
        assert shown.count("<h1") == 1, f"{shown.count('<h1')} headings\n  {went}"
        address = {key: self.app.query_params[key] for key in self.app.query_params}
        again = Selection.from_query(address, self.ids)[0]
        assert again == self.app.session_state["selection"], f"{address} means {again}\n  {went}"


def walk(number: int, folder: Path, ids: Known, steps: int = STEPS_OF_A_WALK) -> list[str]:
    """Go walk `number`; returns what was done. AssertionError names the way to a fault."""
    reader = Walk(number, folder, ids)
    reader.look()
    for _ in range(steps):
        reader.step()
    return reader.trail


def main(steps: int = 2000, seed: int = 0, folder: str = str(YS)) -> int:
    """Go walks until `steps` are done; print each fault with the way to it; 1 if there was any."""
    os.environ["EVENTS"] = folder
    ids, faults, done = known(load(folder)), Counter(), 0
    for number in range(seed, seed + -(-steps // STEPS_OF_A_WALK)):
        try:
            done += len(walk(number, Path(folder), ids)) - 1
        except Exception as fault:
            faults[str(fault).splitlines()[0]] += 1
            print(f"walk {number}: {fault}", flush=True)
    print(f"{done} steps without a fault; {faults.total()} walks with one")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in sys.argv[1:3]), *sys.argv[3:4]))
