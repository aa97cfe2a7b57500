"""Charts that only show, drawn by plotly.js when they come into view.

A page may hold a hundred small charts: the browser draws those that are looked at, with the
same plotly.js as the timeline. What is written around them is plain HTML, made in the browser
from the words given here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import streamlit as st

from components.html.figures.pictures import Picture
from components.ui import server
from components.ui.texts import text

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "charts",
    html='<div class="charts"></div>',
    css=(_HERE / "charts.css").read_text("utf-8"),
    js=(_HERE / "charts.js").read_text("utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Card:
    """A small chart with its title, which is the link `id`, and what stands below."""

    id: str
    picture: Picture
    title: str
    href: str
    below: str = ""


@dataclass(frozen=True)
class Group:
    """Cards below a heading, with a remark beside it."""

    heading: str
    remark: str
    cards: Sequence[Card] = field(default_factory=tuple)


@dataclass(frozen=True)
class Download:
    """A button that saves something: `kind` "png" or "svg" the picture, "file" the text.

    label: on the button; name: what a screen reader says; file: its name
    """

    kind: str
    label: str
    name: str
    file: str
    text: str = ""


def gallery(groups: Sequence[Group], key: str) -> None:
    """Many small charts below headings; they do not react to the pointer."""
    _mount(key, kind="gallery", groups=[asdict(one) for one in groups])


def single(one: Picture, key: str, links: Mapping[str, str] | None = None) -> None:
    """One chart that answers the pointer; links: id of a mark → CSS selector of its link."""
    _mount(key, kind="single", picture=asdict(one), links=dict(links or {}))


def downloads(one: Picture, buttons: Sequence[Download], copies: str, key: str) -> None:
    """A row of buttons that save the picture or a text; copies: HTML of the links behind them."""
    _mount(
        key,
        kind="downloads",
        picture=asdict(one),
        buttons=[asdict(button) for button in buttons],
        copies=copies,
        failed=text("figure.save.failed"),
    )


def _mount(key: str, **data: object) -> None:
    version = hashlib.sha256(repr(data).encode()).hexdigest()[:16]
    labels = {"waiting": text("figure.waiting"), "failed": text("figure.failed")}
    _component(
        key=key,
        on_width_change=lambda: None,
        data={"src": server.PLOTLY_URL, "version": version, "labels": labels, **data},
    )
