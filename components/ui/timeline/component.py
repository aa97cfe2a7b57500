"""The timeline component: lanes from the selection, the figure from `charts`, Plotly in the page.

`st.plotly_chart` is mounted anew on every change and never tells Python about zoom (1.67), so
this is a component of our own around plotly.js: it keeps zoom over filter changes and reports
window, width and opened events.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.catalog.selection import Selection
from components.charts.timeline.figure import timeline_figure
from components.charts.timeline.overview import overview_figure
from components.charts.tokens import THEMES
from components.charts.words import overview_alt, timeline_alt
from components.html.timeline.lanes import ALL, axis_of, lanes_of, whole
from components.ui import server, state
from components.ui.content import Content, content, remembered
from components.ui.texts import chart_words, text

KEY = "timeline"
_BUTTONS = {"in": "+", "out": "−", "earlier": "←", "later": "→", "all": "⤢"}
_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "timeline",
    html=(_HERE / "timeline.html").read_text("utf-8"),
    css=(_HERE / "timeline.css").read_text("utf-8"),
    js=(_HERE / "timeline.js").read_text("utf-8"),
    isolate_styles=False,
)


def timeline(data: Content, selection: Selection, theme: str, width: int) -> bool:
    """Draw the timeline of the chosen events `width` px wide, with the overview below.

    Returns whether the events of a lane are too many to mark each, so that a note must say so.
    """
    width = _told_width(width)
    *drawn, alt, is_density = _drawn(data, replace(selection, extras=()), theme, width)
    _mount(width, *drawn, alt=alt)
    return is_density


@remembered(most=100)
def _drawn(
    data: Content, selection: Selection, theme: str, width: int
) -> tuple[str, str, str, str, bool]:
    """Figure, overview, its words, the figure's words, and whether marks are too many.

    Made once for all readers who look at the same: it is most of the work of a rerun.
    """
    lanes, events = lanes_of(data, selection)
    words = chart_words()
    figure = timeline_figure(
        events,
        lanes,
        width=width,
        theme=THEMES[theme],
        axis=axis_of(data, selection),
        open_id=selection.event,
        labels=words,
    )
    windows = [lane.window for lane in lanes]
    alt = data.index.once(
        ("lanes in words", selection.lanes, *selection.filters),
        lambda: timeline_alt(events, lanes, words),
    )
    overviews = _overview(data, selection, windows, width, theme)
    return figure.to_json(), *overviews, alt, figure.layout.meta["counts"]["density"]


def overview(data: Content, selection: Selection, theme: str, width: int) -> None:
    """Draw the overview alone: the whole span, with what is chosen of it."""
    width = _told_width(width)
    _mount(width, "", *_overview(data, selection, [], width, theme), alt="")


def _told_width(width: int) -> int:
    """The width that the component reported, unless the page has another layout since."""
    told = (st.session_state.get(KEY) or {}).get("width")
    return told if told and abs(told - width) < 40 else width


def _overview(
    data: Content, selection: Selection, windows: list, width: int, theme: str
) -> tuple[str, str]:
    """The overview and its words."""
    once, words, filters = data.index.once, chart_words(), selection.filters
    rows = selection.rows(data.index)
    days = once(("days",), data.days.middles)
    chosen = once(("days", filters), lambda: data.days.middles(rows))
    alt = once(("words", filters), lambda: overview_alt(data.days, len(rows), words))
    figure = overview_figure(days, chosen, windows, width=width, theme=THEMES[theme], labels=words)
    return figure.to_json(), alt


def _mount(width: int, figure: str, overview: str, overview_alt: str, *, alt: str) -> None:
    version = hashlib.sha256((figure + overview).encode()).hexdigest()[:16]
    _component(
        key=KEY,
        data={
            "src": server.PLOTLY_URL,
            "figure": figure,
            "overview": overview,
            "width": width,
            "version": version,
            "labels": _labels(),
            "alt": alt,
            "overviewAlt": overview_alt,
        },
        on_width_change=lambda: None,
        on_zoom_change=_zoomed,
        on_open_change=_opened,
        on_widen_change=_widened,
    )


def _labels() -> dict:
    buttons = {do: {"sign": sign, "name": text(f"zoom.{do}")} for do, sign in _BUTTONS.items()}
    return {
        **buttons,
        "help": text("zoom.hint"),
        "wheel": text("zoom.wheel"),
        "waiting": text("timeline.waiting"),
        "failed": text("timeline.failed"),
    }


def _opened() -> None:
    if event := st.session_state[KEY].get("open"):
        state.change(event=event)


def _zoomed() -> None:
    """Take the windows that the reader zoomed or panned to."""
    zoom = st.session_state[KEY].get("zoom")
    if not zoom:
        return
    lanes = zoom["lanes"] or {}
    if zoom["axis"] == "shared":
        lanes = dict(zip((ALL,), lanes.values(), strict=False))
    zooms = tuple((lane, int(first), int(last)) for lane, (first, last) in sorted(lanes.items()))
    state.change(zooms=zooms, **({} if lanes else {"window": None}))


def _widened() -> None:
    """A click on what lies outside a lane's window: show the whole lane."""
    if not (lane := st.session_state[KEY].get("widen")):
        return
    data, selection = content(), state.selection()
    shared = axis_of(data, selection) == "shared"
    lane = ALL if shared else lane
    others = tuple(zoom for zoom in selection.zooms if zoom[0] != lane and not shared)
    state.change(zooms=(*others, (lane, *whole(data, selection.lanes, lane))), window=None)
