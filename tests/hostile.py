"""The invented catalogue with an attack in every text of every record.

No list of fields is kept: a field is a text when its model takes an attack for its value. So a
field that is added tomorrow is attacked tomorrow.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from components.catalog.models import Collection, Header, Record
from components.catalog.reading.files import survey
from components.catalog.reading.foundations import TERMS
from components.catalog.reading.gathering import MODELS
from components.catalog.reading.shapes import shaped
from components.catalog.reading.strict_yaml import read

MARKUP = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=2>",
    "<svg/onload=window.hit=3>",
    '"><b onmouseover=window.hit=4>b</b>',
    "' onfocus='window.hit=5' autofocus tabindex='0",
    '<iframe src="https://other.example/"></iframe>',
    "</style><style>*{background:url(https://other.example/s)}",
    "</textarea><!--",
    '<a href="javascript:window.hit=6">a</a>',
    '<form action="https://other.example/"><input name=x>',
    '<link rel=stylesheet href="//other.example/s.css">',
    "<base href=//other.example/>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=7>",
)
ADDRESSES = (
    "javascript:window.hit=8",
    "data:text/html,<script>window.hit=9</script>",
    "https://other.example/auto",
    "www.other.example",
    "//other.example/",
    "a@other.example",
)
MARKDOWN = (
    "![p](https://other.example/p.png)",
    "[l](javascript:window.hit=10)",
    "<https://other.example/>",
    ":red[red] :material/bolt: :streamlit: :blue-badge[b]",
    "$\\frac{1}{2}$ $$x^2$$",
    "**b** _i_ `c` ~~s~~ # h",
)
PLOTLY = (
    "<b>b</b><br><sub>s</sub><sup>p</sup>",
    '<a href="https://other.example/">a</a>',
    "<span style='font-size:99px'>s</span>",
    "%{x} %{meta.axis} %{customdata[0]}<extra>e</extra>",
    "&lt;i&gt; &amp; &#60; &nbsp;",
)
FORMULAS = ('=HYPERLINK("https://other.example/","x")', "+1+1", "-1+1", "@SUM(1)")
ODD = (
    "{0} {link} {{x}} {0.__class__} %s %(x)s ${7*7}",
    "'; DROP TABLE x; --",
    "../../etc/passwd",
    "C:\\x\\y \\u003cb\\u003e",
    "%3Cscript%3E%00",
    "W" * 60,
    "constructor __proto__ toString",
    "עברית العربية 中文 𝔘𝔫𝔦 e\u0301 👩‍👩‍👧",
)
UNSEEN = ("\u202egnp.exe\u202c", "\u2066left\u2069", "zero\u200bwidth", "soft\u00adhyphen")
ATTACKS = MARKUP + ADDRESSES + MARKDOWN + PLOTLY + FORMULAS + ODD
ADDRESS_ATTACK = "https://other.example/'onmouseover=window.hit=11;&lt;b&gt;/$x$"
Slot = str  # "event.sources.locator"


def attacked(source: Path, target: Path, attacks: tuple[str, ...], *, together: bool) -> Counter:
    """Write the catalogue `source` to `target`, attacked; how often each kind of field was.

    together: all attacks stand behind every text, where they fit; else every text begins with one
    of them, another one in each text
    """
    found: Counter[Slot] = Counter()
    for files in survey(source).files.values():
        for file in files:
            data, _ = read(file.path.read_bytes())
            data = _full(data)
            for kind, model, record in _records(file.kind, data):
                _fill(model, record)
                for slot, leaf in list(_leaves(kind, record)):
                    made = _candidates(leaf.text, slot, attacks, together)
                    found[slot] += any(leaf.takes(text, model, record) for text in made)
            path = target / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return +found


def _candidates(text: str, slot: Slot, attacks: tuple[str, ...], together: bool) -> Iterator[str]:
    """What could stand for a text, the best first."""
    if text.startswith("http"):
        yield ADDRESS_ATTACK
        return
    if together:
        yield " ".join((text, *attacks))
    first = zlib.crc32(f"{slot}{text}".encode())
    for form in ("{} {}", "{}"):
        yield from (form.format(attacks[(first + n) % len(attacks)], text) for n in range(6))


def _records(kind: str, data: Any) -> Iterator[tuple[str, type[Record], dict]]:
    """Every record of a file with its kind and model."""
    if kind == "vocabulary":
        for section, (of, model) in TERMS.items():
            yield from ((of, model, term) for term in data[section])
        return
    model = {"catalog": Header, "collection": Collection, **MODELS}[kind]
    for record in data if isinstance(data, list) else [data]:
        yield kind, model, record


def _fill(model: type[Record], record: dict) -> None:
    """Give the record every text it could have and has not."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in record:
            record[key] = f"Some {name}"
            if not _is_right(model, record):
                del record[key]


def _is_right(model: type[Record], record: dict) -> bool:
    return shaped(model, record)[0] is not None


class _Leaf:
    """A text inside a record, with its place."""

    def __init__(self, holder: Any, key: Any) -> None:
        self.holder, self.key = holder, key

    @property
    def text(self) -> str:
        return self.holder[self.key]

    def takes(self, text: str, model: type[Record], record: dict) -> bool:
        """Put `text` here, unless the record would be wrong with it."""
        before, self.holder[self.key] = self.text, text
        if _is_right(model, record):
            return True
        self.holder[self.key] = before
        return False


def _leaves(slot: Slot, holder: Any) -> Iterator[tuple[Slot, _Leaf]]:
    pairs = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for key, value in pairs:
        inner = f"{slot}.{key}" if isinstance(holder, dict) else slot
        if isinstance(value, str):
            yield inner, _Leaf(holder, key)
        elif isinstance(value, (dict, list)):
            yield from _leaves(inner, value)


def _full(data: Any) -> Any:
    """The data without empty fields."""
    if isinstance(data, dict):
        return {key: _full(value) for key, value in data.items() if value is not None}
    return [_full(one) for one in data] if isinstance(data, list) else data
