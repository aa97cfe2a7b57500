"""The timeline as a figure."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from components.charts.civil import day_of
from components.charts.measure import text_px
from components.charts.timeline.figure import timeline_figure
from components.charts.timeline.lanes import Lane, Period
from components.charts.tokens import DARK, LIGHT

LAYOUTS = [
    (axis, width, count)
    for axis in ("own", "shared")
    for width in (1040, 700, 358)
    for count in (0, 90, 400)
]


@pytest.fixture
def draw(words, lanes):
    def draw(events, in_lanes=None, *, width=1040, theme=LIGHT, **more):
        in_lanes = lanes if in_lanes is None else in_lanes
        return timeline_figure(events, in_lanes, width=width, theme=theme, labels=words, **more)

    return draw


def traces(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def lane_of(figure, trace):
    return next(lane for lane in figure.layout.meta["lanes"] if lane["axis"] == trace.xaxis)


def px_of(figure, trace, u):
    """px from the left edge of the trace's plot."""
    lane = lane_of(figure, trace)
    low, high = lane["range"]
    return (u - low) / (high - low) * (lane["right"] - lane["left"])


def rectangles(figure):
    """What is drawn, as (axis, text or "mark", left, right, top, bottom) px in its plot."""
    for trace in figure.data:
        if trace.name in ("marks", "arrows"):
            for u, y, size in zip(trace.x, trace.y, _sizes(trace), strict=True):
                x = px_of(figure, trace, u)
                yield trace.xaxis, "mark", x - size / 2, x + size / 2, y - 5, y + 5
        if trace.name.startswith("labels") or trace.name == "periods":
            yield from _texts(figure, trace)


def _sizes(trace):
    size = trace.marker.size
    return [size] * len(trace.x) if isinstance(size, int) else [min(s, 11) for s in size]


def _texts(figure, trace):
    font = trace.textfont
    for index, text in enumerate(trace.text):
        shift = trace.marker.size
        shift = shift[index] if isinstance(shift, tuple | list) else shift
        shift = shift / 1.6 + 1 if shift else 0  # Plotly's own distance from a marker
        place = trace.textposition
        place = place if isinstance(place, str) else place[index]
        width = text_px(text, font.size, bold=font.weight == 600)
        x = px_of(figure, trace, trace.x[index])
        left = x + shift if place == "middle right" else x - shift - width
        yield trace.xaxis, text, left, left + width, trace.y[index] - 6, trace.y[index] + 6


def touching(boxes):
    """Pairs of boxes with at least one text that overlap."""
    boxes = sorted(boxes, key=lambda box: (box[0], box[4]))
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other[0] != one[0] or other[4] >= one[5]:
                break
            both_marks = one[1] == other[1] == "mark"
            if not both_marks and one[2] < other[3] and other[2] < one[3]:
                yield one[1], other[1]


@pytest.mark.parametrize(("axis", "width", "count"), LAYOUTS)
def test_no_label_touches_another_label_or_mark(draw, ys, many_rows, as_table, axis, width, count):
    events = as_table(many_rows(count)) if count != 90 else ys
    boxes = rectangles(draw(events, axis=axis, width=width, open_id="event-12"))
    assert list(touching(boxes)) == []


@pytest.mark.parametrize(("axis", "width", "count"), LAYOUTS)
def test_every_label_lies_within_its_plot(draw, ys, many_rows, as_table, axis, width, count):
    events = as_table(many_rows(count)) if count != 90 else ys
    figure = draw(events, axis=axis, width=width)
    room = figure.layout.meta["lanes"][0]["right"] - figure.layout.meta["lanes"][0]["left"]
    boxes = [box for box in rectangles(figure) if box[1] != "mark"]
    assert [box for box in boxes if box[2] < -0.1 or box[3] > room + 0.1] == []


@pytest.mark.parametrize("axis", ["own", "shared"])
@pytest.mark.parametrize("width", [1040, 358])
def test_every_event_of_the_window_has_one_mark_in_its_lane(draw, ys, axis, width):
    marks = Counter(
        id_
        for trace in traces(draw(ys, axis=axis, width=width), "marks")
        for id_ in trace.customdata
    )
    outside = {"before-our-era", "far-ahead"}
    assert marks == Counter(id_ for id_ in ys.index if id_ not in outside)


def test_an_event_in_two_lanes_has_a_mark_in_both(draw, row, as_table):
    rows = [row("a", day_of(1901)), row("a", day_of(1901), lane="island")]
    marks = traces(draw(as_table(rows)), "marks")
    assert [(trace.xaxis, list(trace.customdata)) for trace in marks] == [
        ("x", ["a"]),
        ("x2", ["a"]),
    ]


def test_what_lies_outside_the_window_is_counted(draw, ys):
    lane = draw(ys).layout.meta["lanes"][0]
    assert (lane["before"], lane["after"]) == (1, 1)
    names = {note.name: note.text for note in draw(ys).layout.annotations if note.name}
    assert names == {"earlier:harbour": "← 1 earlier", "later:harbour": "1 later →"}


def test_a_month_is_a_hollow_mark_and_a_day_a_solid_one(draw, ys):
    (marks, *_) = traces(draw(ys), "marks")
    fills = dict(zip(marks.customdata, marks.marker.color, strict=True))
    edges = dict(zip(marks.customdata, marks.marker.line.color, strict=True))
    green = LIGHT.hue("green")
    assert (fills["day"], edges["day"]) == (green, LIGHT.page)
    assert (fills["month"], edges["month"]) == (LIGHT.page, green)


def test_a_doubtful_mark_has_a_dashed_outline(draw, ys):
    figure = draw(ys)
    (marks, *_) = traces(figure, "marks")
    at = marks.customdata.index("doubtful")
    dashed = [
        s for s in figure.layout.shapes if s.line.dash == "2.5px,2px" and s.xanchor == marks.x[at]
    ]
    assert [(s.yanchor, s.line.color) for s in dashed] == [(marks.y[at], LIGHT.hue("purple"))]


def test_bars_that_go_on_or_leave_the_window_end_in_an_arrow(draw, ys):
    (arrows, *_) = traces(draw(ys), "arrows")
    pairs = Counter(zip(arrows.marker.symbol, arrows.marker.color, strict=True))
    assert pairs[("triangle-right", LIGHT.hue("ochre"))] == 1  # goes on
    assert pairs[("triangle-left", LIGHT.hue("stone"))] == 1  # had always been
    assert pairs[("triangle-left", LIGHT.hue("petrol"))] == 1  # leaves on both sides
    assert pairs[("triangle-right", LIGHT.hue("petrol"))] == 1


def test_an_unknown_end_is_a_question(draw, ys):
    (questions,) = traces(draw(ys), "questions")
    assert sorted(questions.textfont.color) == sorted([LIGHT.hue("rust"), LIGHT.hue("blue")])


def test_the_open_event_has_a_ring_and_a_band_across_its_lane(draw, ys):
    figure = draw(ys, open_id="day")
    (ring,) = traces(figure, "open")
    (marks, *_) = traces(figure, "marks")
    assert (ring.x[0], ring.y[0]) == (
        marks.x[marks.customdata.index("day")],
        marks.y[marks.customdata.index("day")],
    )
    band = next(s for s in figure.layout.shapes if s.fillcolor == "rgba(143,29,63,0.1)")
    assert [band.x0, band.x1] == figure.layout.meta["lanes"][0]["range"]
    assert band.y0 < ring.y[0] < band.y1


def test_the_open_event_has_a_label_however_small_it_is(draw, many_rows, as_table):
    figure = draw(as_table(many_rows(400)), open_id="event-2", width=358)
    assert [text for trace in traces(figure, "labels-3") for text in trace.text] == [
        "The prefecture closes the quay"
    ]


def test_own_axes_have_their_own_windows_and_zoom_alone(draw, ys, lanes):
    lanes[1] = replace(lanes[1], window=(day_of(1901), day_of(1902) - 1))
    figure = draw(ys, lanes)
    assert [lane["axis"] for lane in figure.layout.meta["lanes"]] == ["x", "x2", "x3"]
    assert figure.layout.xaxis2.range == (day_of(1901), day_of(1902))
    assert figure.layout.xaxis2.matches is None
    assert [figure.layout[f"yaxis{n}"].anchor for n in ("", 2, 3)] == ["x", "x2", "x3"]


def test_a_shared_axis_spans_the_windows_of_all_lanes(draw, ys, lanes):
    lanes[1] = replace(lanes[1], window=(day_of(1890), day_of(1892)))
    figure = draw(ys, lanes, axis="shared")
    windows = {(lane["axis"], tuple(lane["window"])) for lane in figure.layout.meta["lanes"]}
    assert windows == {("x", (day_of(1890), day_of(1903) - 1))}


@pytest.mark.parametrize("axis", ["own", "shared"])
@pytest.mark.parametrize("width", [1040, 358])
def test_lanes_follow_each_other_down_the_figure(draw, ys, axis, width):
    figure = draw(ys, axis=axis, width=width)
    edges = [edge for lane in figure.layout.meta["lanes"] for edge in (lane["top"], lane["bottom"])]
    assert edges == sorted(edges)
    assert edges[-1] <= figure.layout.height == figure.layout.meta["height"]


def test_rows_are_real_pixels(draw, ys):
    figure = draw(ys)
    low, high = figure.layout.yaxis2.domain
    assert (high - low) * figure.layout.height == pytest.approx(figure.layout.yaxis2.range[0])


def test_folded_years_are_named_and_the_page_can_map_them_back(draw, row, as_table):
    busy = [row(f"{year}-{n}", day_of(year, n)) for year in (1900, 1936) for n in range(1, 13)]
    figure = draw(
        as_table(busy), [Lane("harbour", "Harbour", 24, (), (day_of(1900), day_of(1937) - 1))]
    )
    (fold,) = figure.layout.meta["lanes"][0]["folds"]
    assert (fold["from"], fold["to"]) == (day_of(1901), day_of(1936))
    names = [
        note.text for note in figure.layout.annotations if (note.name or "").startswith("fold:")
    ]
    assert names == ["1901–35<br>folded"]


def test_few_events_all_have_a_label(draw, many_rows, as_table):
    assert draw(as_table(many_rows(39)), axis="shared").layout.meta["counts"] == {
        "shown": 39, "labelled": 39, "unlabelled": 0, "density": False,
    }  # fmt: skip


def test_of_more_events_the_lesser_are_small_marks_without_a_label(draw, many_rows, as_table):
    figure = draw(as_table(many_rows(90)), axis="shared")
    assert traces(figure, "labels-3") == []
    lesser = [n for n in range(90) if n % 7 in (2, 4)]
    assert figure.layout.meta["counts"]["unlabelled"] == len(lesser)


def test_thousands_of_events_are_a_strip_with_the_most_important_on_top(draw, many_rows, as_table):
    figure = draw(as_table(many_rows(1600)))
    assert len(traces(figure, "density")) == 3
    assert [len(trace.x) for trace in traces(figure, "marks")] == [40, 40, 40]
    assert figure.layout.meta["counts"]["density"] is True
    assert "Jan 1900: " in traces(figure, "density")[0].hovertext[0]


@pytest.mark.parametrize("axis", ["own", "shared"])
def test_an_empty_table_is_an_empty_figure_with_its_axes(draw, as_table, axis):
    figure = draw(as_table([]), axis=axis)
    assert [trace.name for trace in figure.data if trace.name not in ("frame", "periods")] == []
    assert figure.layout.xaxis.ticktext
    go.Figure(figure.to_dict())


def test_no_lanes_no_plots(draw, ys):
    assert draw(ys, []).data == ()


@pytest.mark.parametrize(("theme", "axis", "width"), [(LIGHT, "own", 1040), (DARK, "shared", 358)])
def test_what_is_drawn_is_valid_and_can_be_sent(draw, ys, theme, axis, width):
    figure = draw(ys, theme=theme, axis=axis, width=width, open_id="month")
    go.Figure(figure.to_dict())
    assert json.loads(figure.to_json())["layout"]["meta"] == figure.layout.meta


def test_few_traces_hold_many_events(draw, many_rows, as_table):
    assert len(draw(as_table(many_rows(400)), axis="shared").data) <= 12


@pytest.mark.parametrize(
    "attack",
    ["<b>bold</b>", "<script>alert(1)</script>", "%{x} %{customdata}", "$\\alpha$ &lt;i&gt;",
     "<a href='javascript:alert(1)'>x</a>"],
)  # fmt: skip
def test_content_stays_literal_wherever_it_is_drawn(draw, row, as_table, words, attack):
    rows = [row("a", day_of(1901), title=attack, date_words=attack, importance=1)]
    lane = Lane("harbour", attack, 1, (Period(attack, attack, *(day_of(1900), day_of(1902))),),
                (day_of(1900), day_of(1903)))  # fmt: skip
    figure = draw(as_table(rows), [lane])
    escaped = (
        attack.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("$", "&#36;")
        .replace("%{", "&#37;{")
    )
    (labels,), (marks,), (periods,) = (traces(figure, n) for n in ("labels-1", "marks", "periods"))
    assert labels.text == (escaped,)
    assert marks.hovertext[0].endswith(f"<br>{escaped}")
    assert periods.text == (escaped,)
    assert all(trace.hovertemplate is None and trace.texttemplate is None for trace in figure.data)
    assert all(
        attack not in (note.text or "") for note in figure.layout.annotations if "<" in attack
    )


def test_hits_cover_labels_and_bars_so_that_a_click_on_them_opens_the_event(draw, row, as_table):
    strike = row("strike", day_of(1900, 6), day_of(1902, 6), is_interval=True,
                 core_start=day_of(1900, 6), core_end=day_of(1902, 6), title="Harbour strike")  # fmt: skip
    (hits,) = traces(draw(as_table([strike])), "hits")
    assert set(hits.customdata) == {"strike"}
    (left,), (length,) = hits.base, hits.x
    assert left <= day_of(1900, 6) and left + length >= day_of(1902, 6)


def test_periods_that_touch_take_turns_with_the_bare_page(draw, row, as_table):
    periods = (("Strike", "", 0, 99), ("Siege", "", 100, 199), ("Truce", "", 300, 350))
    figure = draw(as_table([row("a", 50)]), [Lane("harbour", "Harbour", 1, periods, (0, 400))])
    shades = [(s.x0, s.x1, s.fillcolor) for s in figure.layout.shapes if s.type == "rect"]
    assert [(round(x0), round(x1), colour) for x0, x1, colour in shades] == [
        (0, 100, LIGHT.period),
        (100, 200, LIGHT.page),
        (300, 351, LIGHT.period),
    ]


def test_a_period_has_its_short_name_where_the_long_one_does_not_fit(draw, row, as_table):
    periods = (("Rule of the prefecture", "Prefecture", 0, 30), ("Siege", "", 31, 33))
    figure = draw(as_table([row("a", 50)]), [Lane("harbour", "Harbour", 1, periods, (0, 400))])
    assert traces(figure, "periods")[0].text == ("Prefecture",)
