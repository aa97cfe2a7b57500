"""The chart of the two clocks on the page: cut after every open row, whose panel stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.catalog.tables.clocks import clock_days, further_table
from components.charts.clocks.alt import clocks_alt
from components.charts.clocks.figure import Clock, board, clocks_figure
from components.charts.clocks.key import further_mark, match_mark, range_mark, side_mark
from components.charts.tokens import THEMES
from components.ui import html, state
from components.ui.compare.panel import panel
from components.ui.compare.view import View, toggled
from components.ui.compare.words import clock_words
from components.ui.content import Content
from components.ui.texts import text

KEY = "clocks"


def chart(data: Content, view: View, stages: pd.DataFrame, theme: str, width: int) -> None:
    """Draw the rows of `stages` (a stage table, in order), each open one with its panel below."""
    further = further_table(data.catalog, view.comparison, view.start)
    frame = board(
        stages,
        further,
        _clocks(data, view),
        width=width,
        labels=clock_words(),
        calendar=view.is_calendar,
        backwards=view.start.backwards,
    )
    for number, piece in enumerate(_pieces(stages, view)):
        figure = clocks_figure(
            piece, further, frame, theme=THEMES[theme], head=number == 0, open_ids=view.open_ids
        )
        name = f"{KEY}-{number}"
        st.plotly_chart(
            figure,
            theme=None,
            width="content",
            key=name,
            alt=clocks_alt(piece, frame),
            config={"displayModeBar": False},
            selection_mode="points",
            on_select=lambda name=name: _clicked(name, view),
        )
        last = piece.index[-1]
        if last in view.open_ids:
            html.show(panel(data, view, last, piece.loc[last], theme))


def _pieces(stages: pd.DataFrame, view: View) -> Iterator[pd.DataFrame]:
    """The rows up to and with each open one, and the rest."""
    first = 0
    for number, stage in enumerate(stages.index, 1):
        if stage in view.open_ids or number == len(stages):
            yield stages.iloc[first:number]
            first = number


def _clicked(name: str, view: View) -> None:
    """A click on a row opens it, or closes it."""
    points = st.session_state[name].get("selection", {}).get("points", [])
    stages = {stage.id for stage in view.comparison.stages}
    found = [one for point in points if (one := point.get("customdata")) in stages]
    if found:
        state.choose(toggled(view, found[0]))


def _clocks(data: Content, view: View) -> tuple[Clock, Clock]:
    """The two sides as the chart takes them."""
    moments = view.start.moments or (None, None)
    one, other = (
        Clock(name, (moment.first, moment.last) if moment else None,
              *clock_days(data.catalog.collections[collection]))
        for name, moment, collection in zip(
            view.names, moments, view.comparison.collections, strict=True
        )
    )  # fmt: skip
    return one, other


def key(view: View, theme: str) -> Markup:
    """How the sides, their dates and the matches are drawn, with the words."""
    colours = THEMES[theme]
    sides = (
        Markup("{} <b>{}</b>").format(html.image(side_mark(side, colours)), name)
        for side, name in zip("ab", view.names, strict=True)
    )
    drawn = {
        "range": range_mark(colours), "further": further_mark(colours),
        **{fairness: match_mark(fairness, colours) for fairness in ("good", "fair", "weak")},
    }  # fmt: skip
    rest = (
        Markup("{} {}").format(html.image(svg), text(f"compare.key.{name}"))
        for name, svg in drawn.items()
    )
    return html.items([*sides, *rest], "key")
