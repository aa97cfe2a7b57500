"""The board on which the two clocks are drawn, and its key."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.catalog.tables.clocks import clock_days, further_table
from components.charts.clocks.board import Board, board
from components.charts.clocks.key import further_mark, match_mark, range_mark, side_mark
from components.charts.clocks.scale import Clock
from components.charts.tokens import THEMES
from components.html import pieces
from components.html.compare.view import View
from components.html.content import Content
from components.html.texts import text


def drawn_on(
    data: Content, view: View, stages: pd.DataFrame, width: int
) -> tuple[pd.DataFrame, Board]:
    """The further events of the comparison, and the board for the rows of `stages`."""
    further = further_table(data.catalog, view.comparison, view.start)
    return further, board(
        stages,
        further,
        _clocks(data, view),
        width=width,
        labels=view.words,
        calendar=view.is_calendar,
        backwards=view.start.backwards,
    )


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
        Markup("{} <b>{}</b>").format(pieces.image(side_mark(side, colours)), name)
        for side, name in zip("ab", view.names, strict=True)
    )
    drawn = {
        "range": range_mark(colours), "further": further_mark(colours),
        **{fairness: match_mark(fairness, colours) for fairness in ("good", "fair", "weak")},
    }  # fmt: skip
    rest = (
        Markup("{} {}").format(pieces.image(svg), text(f"compare.key.{name}"))
        for name, svg in drawn.items()
    )
    return pieces.items([*sides, *rest], "key")
