"""Charts that only show, drawn by plotly.js when they come into view.

A page may hold a hundred small charts: the browser draws those that are looked at, with the
same plotly.js as the timeline.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from components.ui import server
from components.ui.texts import text

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "charts",
    html='<div class="charts"><ul></ul><div class="save"><button type="button" data-format="png">'
         '</button><button type="button" data-format="svg"></button></div></div>',
    css=(_HERE / "charts.css").read_text("utf-8"),
    js=(_HERE / "charts.js").read_text("utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Chart:
    """A figure as JSON with its height in px and its words; `href` makes its title a link."""

    figure: str
    height: int
    alt: str
    title: str = ""
    href: str = ""
    below: str = ""


def chart(figure: go.Figure, alt: str, **words: str) -> Chart:
    """A figure with its words, ready to be shown."""
    return Chart(figure.to_json(), int(figure.layout.height), alt, **words)


def grid(charts: Sequence[Chart], key: str) -> None:
    """Many small charts beside each other; they do not react to the pointer."""
    _mount(charts, key, still=True)


def single(one: Chart, key: str, saved: go.Figure, file: str) -> None:
    """One chart that can be saved as PNG and SVG; `saved` is the picture that is saved."""
    labels = {form: text(f"figure.save.{form}") for form in ("png", "svg")}
    _mount([one], key, still=False, export=saved.to_json(), file=file, labels=labels)


def _mount(charts: Sequence[Chart], key: str, **data: object) -> None:
    shown = [asdict(one) for one in charts]
    version = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
    _component(
        key=key, on_width_change=lambda: None,
        data={"src": server.PLOTLY_URL, "charts": shown, "version": version, **data},
    )
