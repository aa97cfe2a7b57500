"""The chart of the two clocks on the page: cut after every open row, whose panel stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from components.charts.clocks.alt import clocks_alt
from components.charts.clocks.figure import clocks_figure
from components.charts.tokens import THEMES
from components.html.compare.clocks import drawn_on
from components.html.compare.panel import panel
from components.ui import html, state
from components.ui.compare.view import View, toggled
from components.ui.content import Content

KEY = "clocks"


def chart(data: Content, view: View, stages: pd.DataFrame, theme: str, width: int) -> None:
    """Draw the rows of `stages` (a stage table, in order), each open one with its panel below."""
    further, frame = drawn_on(data, view, stages, width)
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
