"""The whole span at a glance."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from components.charts.civil import day_of
from components.charts.timeline.days import days_of
from components.charts.timeline.overview import overview_figure
from components.charts.tokens import LIGHT


@pytest.fixture
def draw(words):
    def draw(events, chosen=None, windows=(), width=1040):
        chosen = events if chosen is None else chosen
        once = events[~events.index.duplicated()]
        among = once.index.isin(chosen.index)
        days = days_of(once)
        return overview_figure(
            days.middles(), days.middles(among), windows, width=width, theme=LIGHT, labels=words
        )

    return draw


@pytest.fixture
def strike(row, as_table):
    days = (day_of(1900, 2, 3), day_of(1900, 5, 1), day_of(1900, 6, 30), day_of(1901, 10, 1))
    return as_table([row(f"e{n}", day) for n, day in enumerate(days)])


def test_a_bar_a_quarter_counts_all_and_the_chosen(draw, strike):
    figure = draw(strike, strike.iloc[:2])
    assert figure.data[0].y == (1, 2, 0, 0, 0, 0, 0, 1)
    assert figure.data[1].y == (1, 1, 0, 0, 0, 0, 0, 0)
    assert figure.data[0].hovertext[1] == "Apr–Jun 1900: 1 of 2 events"


def test_all_are_pale_and_the_chosen_solid(draw, strike):
    figure = draw(strike)
    colours = [trace.marker.color for trace in figure.data]
    assert colours == ["rgba(29,33,38,0.22)", "rgba(29,33,38,0.78)"]


def test_long_spans_have_longer_bars(draw, row, as_table):
    for first, step in ((1800, "year"), (0, "decade"), (-20000, "century"), (-(10**6), "5000")):
        events = as_table([row("a", day_of(first)), row("b", day_of(1999))])
        assert draw(events).layout.meta["step"] == step


def test_every_event_is_in_one_bar_even_twenty_thousand_years_ago(draw, ys):
    assert sum(draw(ys).data[0].y) == len(ys)


def test_an_event_in_several_lanes_is_counted_once(draw, row, as_table):
    rows = [row("a", day_of(1900)), row("a", day_of(1900), lane="island")]
    assert sum(draw(as_table(rows)).data[0].y) == 1


def test_windows_are_framed_and_those_that_touch_share_a_frame(draw, strike):
    windows = [(100, 200), (201, 300), (-500, -400)]
    frames = [(shape.x0, shape.x1) for shape in draw(strike, windows=windows).layout.shapes]
    assert frames == [(-500, -399), (100, 301)]


def test_the_legend_says_what_a_bar_is_where_there_is_room(draw, strike):
    (legend,) = draw(strike).layout.annotations
    assert legend.text == "All dates,<br>a bar a quarter"
    assert draw(strike, width=358).layout.annotations == ()


def test_an_overview_without_events_is_an_axis(draw, as_table):
    figure = draw(as_table([]))
    assert sum(figure.data[0].y) == 0
    assert figure.layout.xaxis.range[0] < figure.layout.xaxis.range[1]


def test_what_is_drawn_is_valid_and_arrives_as_it_was_sent(draw, ys):
    sent = json.loads(draw(ys).to_json())
    arrived = json.loads(go.Figure(sent).to_json())  # raises ValueError at what is no figure
    assert arrived["data"] == sent["data"]
    assert {"shapes": []} | arrived["layout"] == sent["layout"]
