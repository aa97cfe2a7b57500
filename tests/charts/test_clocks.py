"""The two clocks as drawn: what is known is a dot, what is not a bar, and no text touches another."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.charts.civil import day_of
from components.charts.clocks.alt import clocks_alt
from components.charts.clocks.figure import Board, Clock, board, clocks_figure
from components.charts.clocks.key import further_mark, match_mark, range_mark, side_mark
from components.charts.clocks.rows import Label, rows_of
from components.charts.clocks.scale import calendar_scale, month_scale, text_ends
from components.charts.clocks.words import (
    ClockWords,
    edge_date,
    gap_sentence,
    gap_text,
    months_text,
    short_date,
)
from components.charts.measure import text_px
from components.charts.tokens import DARK, LIGHT, SMALL
from components.charts.words import Words

CALENDAR = Words(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    bce="{year} BCE", million="{n} million", event_one="1 event", events="{n} events",
    earlier="", later="", folded="folded", hidden="", bin_events="", bin_chosen="", all_dates="",
    a_bar={}, alt_timeline="", alt_lane="", alt_lane_empty="", alt_overview="",
)  # fmt: skip
WORDS = ClockWords(
    calendar=CALENDAR, before="{months} before", after="{months} after", to="{low} to {high}",
    tick="{n} months", tick_one="1 month", tick_before="{n} months before",
    tick_before_one="1 month before", over="(over)", not_begun="(not begun)",
    ended="after {date} the clock of {name} has stopped",
    unstarted="before {date} the clock of {name} has not started",
    begins="begins {date}", ends="ends {date}", about="about {date}", doubtful="perhaps {date}",
    later="{name} later", earlier="{name} earlier", by_months="by (months)",
    gap_later="{name} later by {gap} months", gap_earlier="{name} earlier by {gap} months",
    gap_mixed="{name} between {low} months earlier and {high} months later",
    gap_none="both at the same time", unmeasured="not measured", nothing="{name}: not measured",
    open="Open", close="Close",
    fairness={one: f"{one} match" for one in ("good", "fair", "weak", "partial", "link")},
    alt="{n} questions on one axis of months. {starts}", alt_start="Month 0 is {date} in {name}.",
    alt_calendar="{n} questions on one calendar.",
    alt_row="{question} {one}; {other}; {gap} ({fairness}).",
    alt_side="{name}: {label}, {date}",
)  # fmt: skip
MONTH = 30.4375
ZERO = day_of(1900, 5, 14)
YS = Clock("Ys", (ZERO, ZERO), day_of(1900, 1, 1), day_of(1904, 12, 31))
SPRING = day_of(1900, 3, 13)
LYONESSE = Clock("Lyonesse", (SPRING, SPRING), day_of(1900, 1, 1), day_of(1900, 11, 2))


def side(low: float | None, high: float | None = None, **more: object) -> dict:
    """A side that is `low` to `high` months after the start; None is not measured."""
    nothing = low is None
    low = math.nan if low is None else low
    high = low if high is None else high
    days = (None, None) if nothing else (ZERO + round(low * MONTH), ZERO + round(high * MONTH))
    return {
        "event": "e", "edge": "start", "title": "The quay is taken", "label": "Quay taken",
        "date_words": "some day", "first": days[0], "last": days[1], "low": low, "high": high,
        "soft": False, "doubtful": False, "lasting": False, "note": "", **more,
    }  # fmt: skip


def table(
    *pairs: tuple[dict, dict], fairness: Iterable[str] = (), question: str = ""
) -> pd.DataFrame:
    """A stage table of pairs of sides."""
    kinds = [*fairness, *["good"] * len(pairs)]
    rows = [
        {
            "id": f"s{number}", "position": number + 1, "fairness": kind, "why": "", "limps": "",
            "question": question or f"Who did {number}?",
            **{f"a_{key}": value for key, value in a.items()},
            **{f"b_{key}": value for key, value in b.items()},
            "gap_low": a["low"] - b["high"], "gap_high": a["high"] - b["low"],
        }
        for number, ((a, b), kind) in enumerate(zip(pairs, kinds, strict=False))
    ]  # fmt: skip
    made = pd.DataFrame(
        rows
        or [
            {
                "id": "",
                **{f"{x}_{k}": v for x in "ab" for k, v in side(1).items()},
                "gap_low": 0.0,
                "gap_high": 0.0,
                "fairness": "",
                "question": "",
            }
        ]
    )
    for name in ("a_first", "a_last", "b_first", "b_last"):
        made[name] = made[name].astype("Int64")
    return made.set_index("id") if rows else made.set_index("id").iloc[:0]


def further(*rows: tuple[str, str, float]) -> pd.DataFrame:
    """Further events as (stage, side, months)."""
    columns = ["stage", "side", *side(1)]
    made = [{"stage": stage, "side": name, **side(months)} for stage, name, months in rows]
    return pd.DataFrame(made, columns=columns).astype({"first": "Int64", "last": "Int64"})


def framed(stages: pd.DataFrame, width: int = 1028, **more: object) -> Board:
    return board(stages, further(), (YS, LYONESSE), width=width, labels=WORDS, **more)


def drawn(stages: pd.DataFrame, width: int = 1028, **more: object):
    return clocks_figure(stages, further(), framed(stages, width), theme=LIGHT, **more)


def trace(figure, name: str) -> dict:
    return next(one for one in figure.to_dict()["data"] if one["name"] == name)


# Words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "forwards", "backwards", "in_full"),
    [
        (9.0349, 9.0349, "9.0", "9.0 after", "9.0 months"),
        (7.59, 8.54, "7.6–8.5", "7.6–8.5 after", "7.6–8.5 months"),
        (-2.6, -2.6, "2.6 before", "2.6", "2.6 months before"),
        (-8.5, -7.5, "7.5–8.5 before", "7.5–8.5", "7.5–8.5 months before"),
        (-0.4, 0.6, "0.4 before to 0.6", "0.6 after to 0.4", "0.4 months before to 0.6 months"),
        (-0.01, 0.01, "0.0", "0.0", "0.0 months"),
        (math.nan, math.nan, "not measured", "not measured", "not measured"),
    ],
)
def test_months_are_told_with_one_decimal_and_what_lies_on_the_other_side_in_words(
    low, high, forwards, backwards, in_full
):
    assert months_text(low, high, WORDS) == forwards
    assert months_text(low, high, WORDS, backwards=True) == backwards
    assert months_text(low, high, WORDS, unit=True) == in_full


def test_a_sentence_counted_backwards_says_before():
    assert months_text(-41.2, -41.2, WORDS, backwards=True, unit=True) == "41.2 months before"


@pytest.mark.parametrize(
    ("low", "high", "short", "sentence"),
    [
        (8.3, 8.3, "+8.3", "Ys later by 8.3 months"),
        (-2.4, -2.4, "−2.4", "Ys earlier by 2.4 months"),
        (0.02, -0.02, "0.0", "both at the same time"),
        (7.6, 8.5, "+7.6 to +8.5", "Ys later by 7.6–8.5 months"),
        (-3.1, -2.1, "−3.1 to −2.1", "Ys earlier by 2.1–3.1 months"),
        (4.2, 12.5, "+4 to +13", "Ys later by 4.2–12.5 months"),
        (-3.2, 0.4, "−4 to +1", "Ys between 3.2 months earlier and 0.4 months later"),
        (math.nan, 1.0, "not measured", "not measured"),
    ],
)
def test_a_gap_is_signed_and_a_wide_one_rounds_outwards(low, high, short, sentence):
    assert gap_text(low, high, WORDS) == short
    assert gap_sentence(low, high, "Ys", WORDS) == sentence


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((1900, 5, 14), (1900, 5, 14), "14 May 1900"),
        ((1900, 5, 1), (1900, 5, 31), "May 1900"),
        ((1900, 2, 1), (1900, 2, 28), "Feb 1900"),
        ((1900, 5, 3), (1900, 5, 9), "3–9 May 1900"),
        ((1900, 5, 30), (1900, 6, 2), "30 May – 2 Jun 1900"),
        ((1899, 12, 30), (1900, 1, 2), "30 Dec 1899 – 2 Jan 1900"),
        ((1900, 5, 1), (1900, 7, 31), "May–Jul 1900"),
        ((1899, 12, 1), (1900, 1, 31), "Dec 1899 – Jan 1900"),
        ((1900, 1, 1), (1900, 12, 31), "1900"),
        ((1890, 1, 1), (1899, 12, 31), "1890–99"),
        ((-43, 3, 15), (-43, 3, 15), "15 Mar 44 BCE"),
    ],
)
def test_a_date_is_told_as_short_as_its_days_allow(first, last, expected):
    assert short_date(day_of(*first), day_of(*last), CALENDAR) == expected


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({}, "14 May 1900"),
        ({"lasting": True}, "begins 14 May 1900"),
        ({"lasting": True, "edge": "end"}, "ends 14 May 1900"),
        ({"soft": True}, "about 14 May 1900"),
        ({"doubtful": True}, "perhaps 14 May 1900"),
        ({"soft": True, "lasting": True}, "begins about 14 May 1900"),
    ],
)
def test_the_date_of_a_mark_says_which_edge_and_how_sure(flags, expected):
    row = {"first": ZERO, "last": ZERO, "soft": False, "doubtful": False, "lasting": False,
           "edge": "start"}  # fmt: skip
    assert edge_date(row | flags, WORDS) == expected


# The axis -------------------------------------------------------------------------------------


def test_every_twelve_months_both_calendars_stand_beside_the_number():
    scale = month_scale([30.0], (YS, LYONESSE), 0, 800, WORDS)
    assert [tick.texts for tick in scale.ticks] == [
        ("0", "14 May 1900", "13 Mar 1900"),
        ("12 months", "May 1901", "(over)"),
        ("24 months", "May 1902", "(over)"),
    ]


def test_a_start_in_some_month_is_called_by_its_month():
    vague = Clock("Ys", (day_of(1900, 3, 1), day_of(1900, 3, 31)))
    scale = month_scale([2.0], (vague, LYONESSE), 0, 800, WORDS)
    assert [tick.texts[1] for tick in scale.ticks] == ["Mar 1900", "Apr 1900", "May 1900"]


def test_a_short_axis_counts_single_months():
    scale = month_scale([3.0], (YS, LYONESSE), 0, 800, WORDS)
    assert [tick.texts[0] for tick in scale.ticks] == ["0", "1 month", "2 months", "3 months"]


def test_beyond_the_shorter_clock_the_axis_is_shaded_and_says_so():
    scale = month_scale([30.0], (YS, LYONESSE), 0, 800, WORDS)
    (shade,) = scale.shades
    ended = (day_of(1900, 11, 2) + 1 - day_of(1900, 3, 13)) / MONTH
    assert shade.text == "after 2 Nov 1900 the clock of Lyonesse has stopped"
    assert (shade.low, shade.high) == (scale.project(ended), 800)


def test_only_counted_backwards_the_axis_says_where_a_clock_has_not_started():
    def texts(*, backwards: bool) -> list[str]:
        scale = month_scale([-30.0], (YS, LYONESSE), 0, 800, WORDS, backwards=backwards)
        return [shade.text for shade in scale.shades]

    assert texts(backwards=False) == []
    assert texts(backwards=True) == [
        "before 1 Jan 1900 the clock of Ys has not started",
        "before 1 Jan 1900 the clock of Lyonesse has not started",
    ]


def test_before_the_start_the_ticks_say_before_and_counted_backwards_after():
    before = month_scale([-3.0, 1.0], (YS, LYONESSE), 0, 800, WORDS)
    assert [tick.texts[0] for tick in before.ticks] == [
        "3 months before", "2 months before", "1 month before", "0", "1 month",
    ]  # fmt: skip
    after = month_scale([-1.0, 2.0], (YS, LYONESSE), 0, 800, WORDS, backwards=True)
    assert [tick.texts[0] for tick in after.ticks] == [
        "1 month before", "0", "1 month after", "2 months after",
    ]  # fmt: skip


def test_the_calendar_folds_long_empty_years():
    days = [day_of(1900, 1, 1) + n * 30 for n in range(20)]
    days += [day_of(1930, 1, 1) + n * 30 for n in range(20)]
    scale = calendar_scale(days, 0, 800, WORDS)
    assert [(shade.text, shade.is_fold) for shade in scale.shades] == [("1902–29", True)]
    assert scale.zero is None
    assert [tick.texts[0] for tick in scale.ticks if tick.texts[0]] == [
        "1900",
        "1901",
        "1930",
        "1931",
    ]


finite = st.floats(-200, 700, allow_nan=False)


@settings(deadline=None)
@given(st.lists(finite, min_size=1, max_size=8), st.sampled_from([358, 700, 1180]), st.booleans())
def test_texts_of_ticks_never_touch_and_never_leave_the_picture(values, width, backwards):
    scale = month_scale(values, (YS, LYONESSE), 0, width, WORDS, backwards=backwards)
    ends = sorted(text_ends(tick, 0, width) for tick in scale.ticks if tick.texts)
    assert ends
    assert all(low >= 0 and high <= width for low, high in ends)
    assert all(one[1] < other[0] for one, other in pairwise(ends))


# The rows -------------------------------------------------------------------------------------


def test_a_known_day_is_a_dot_and_a_range_a_pale_bar_between_caps_without_a_dot():
    stages = table((side(2.0), side(6.0, 9.0)), (side(4.0, 7.0), side(1.0)))
    figure, scale = drawn(stages), framed(stages).scale
    assert trace(figure, "dots-a")["x"] == [scale.project(2.0)]
    assert trace(figure, "dots-b")["x"] == [scale.project(1.0)]
    assert trace(figure, "caps-a")["x"] == [scale.project(4.0), scale.project(7.0)]
    assert trace(figure, "caps-b")["x"] == [scale.project(6.0), scale.project(9.0)]
    bars = [
        shape
        for shape in figure.layout.shapes
        if shape.type == "rect" and "0.32" in shape.fillcolor
    ]
    assert [(bar.x0, bar.x1) for bar in bars] == [
        (scale.project(6.0), scale.project(9.0)), (scale.project(4.0), scale.project(7.0)),
    ]  # fmt: skip


def test_a_side_that_was_not_measured_has_no_mark_and_says_so():
    figure = drawn(table((side(2.0), side(None))))
    assert trace(figure, "dots-b")["x"] == []
    assert any("Lyonesse: not measured" in note.text for note in figure.layout.annotations)
    assert [one.name for one in figure.data if one.name.startswith("pairs")] == []


def test_a_soft_edge_fades_instead_of_ending_in_a_cap_and_a_doubtful_date_is_dashed():
    figure = drawn(table((side(2.0, 5.0, soft=True), side(1.0, doubtful=True))))
    assert trace(figure, "caps-a")["x"] == []
    assert trace(figure, "dots-b")["x"] == []
    dashed = [shape for shape in figure.layout.shapes if shape.line.dash]
    assert [shape.type for shape in dashed] == ["circle"]


def test_the_line_of_a_pair_is_as_long_as_the_gap_and_says_how_fair_the_match_is():
    pairs = [(side(5.0), side(1.0))] * 5
    kinds = ("good", "fair", "weak", "partial", "link")
    figure = drawn(stages := table(*pairs, fairness=kinds))
    project = framed(stages).scale.project
    lines = [one for one in figure.data if (one.name or "").startswith("pairs")]
    assert [(line.name, line.line.dash) for line in lines] == [
        ("pairs-good", "solid"), ("pairs-fair", "6px,3px"), ("pairs-weak", "1.5px,3px"),
        ("pairs-partial", "1.5px,3px"), ("pairs-link", "1px,6px"),
    ]  # fmt: skip
    assert all({line.x[1], line.x[2]} == {project(5.0), project(1.0)} for line in lines)


def test_every_row_says_question_match_both_labels_and_gap_without_hovering():
    figure = drawn(table((side(9.0), side(0.7, lasting=True)), fairness=["fair"]))
    texts = [note.text for note in figure.layout.annotations]
    assert "<b>Who did 0?</b>" in texts
    assert any(text.startswith("●●○ fair match") for text in texts)
    assert "<b>+8.3</b>" in texts
    labels = [text for text in texts if "Quay taken" in text]
    assert len(labels) == 2
    assert "<b>9.0</b>" in labels[0]
    assert "12 Feb 1901" in labels[0]
    assert "begins 4 Jun 1900" in labels[1]


def test_gaps_are_told_as_earlier_where_most_of_them_are():
    figure = drawn(table((side(1.0), side(9.0)), (side(1.0), side(3.5)), (side(2.0), side(1.0))))
    texts = [note.text for note in figure.layout.annotations]
    assert "Ys earlier" in texts
    assert ["<b>+8.0</b>" in texts, "<b>+2.5</b>" in texts, "<b>−1.0</b>" in texts] == [True] * 3


def test_what_authors_wrote_is_never_read_as_markup():
    stages = table((side(2.0, label="<b>A & B</b>"), side(1.0)), question="<a href='x'>$x$?")
    texts = " ".join(note.text for note in drawn(stages).layout.annotations)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in texts
    assert "<a href" not in texts


def test_a_whole_row_answers_the_pointer_with_its_stage_and_says_it_in_words():
    figure = drawn(table((side(9.0), side(0.7)), (side(2.0), side(None))))
    points = trace(figure, "rows")
    assert set(points["customdata"]) == {"s0", "s1"}
    assert points["hovertext"][0] == (
        "Who did 0?<br>Ys: The quay is taken, some day · 9.0 months<br>"
        "Lyonesse: The quay is taken, some day · 0.7 months<br>Ys later by 8.3 months"
    )


def test_further_events_are_ticks_on_their_side_of_the_row():
    stages, more = table((side(2.0), side(1.0))), further(("s0", "a", 4.0), ("s0", "b", 6.0))
    frame = board(stages, more, (YS, LYONESSE), width=1028, labels=WORDS)
    figure = clocks_figure(stages, more, frame, theme=LIGHT)
    (a,), (b,) = trace(figure, "dots-a")["y"], trace(figure, "dots-b")["y"]
    ticks = [
        (shape.x0, shape.y0 < a, shape.y1 > b) for shape in figure.layout.shapes
        if shape.type == "line" and shape.x0 == shape.x1 and shape.line.color == LIGHT.axis
        and abs(shape.y1 - shape.y0) < 10
    ]  # fmt: skip
    project = frame.scale.project
    assert ticks == [(project(4.0), True, False), (project(6.0), False, True)]


def test_an_open_row_is_tinted_and_offers_to_close():
    figure = drawn(table((side(2.0), side(1.0)), (side(3.0), side(1.0))), open_ids=("s1",))
    texts = " ".join(note.text for note in figure.layout.annotations)
    assert (texts.count(">Open<"), texts.count(">Close<")) == (1, 1)
    tinted = [shape for shape in figure.layout.shapes if "0.08" in (shape.fillcolor or "")]
    assert len(tinted) == 1


def test_without_head_only_the_rows_are_drawn():
    stages = table((side(2.0), side(1.0)))
    whole, rows = drawn(stages), drawn(stages, head=False)
    assert whole.layout.height - rows.layout.height == framed(stages).head
    assert not any("14 May 1900" in note.text for note in rows.layout.annotations)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [358, 1180])
@pytest.mark.parametrize("calendar", [False, True])
def test_an_empty_table_and_a_full_one_are_drawn(theme, width, calendar):
    for stages in (table(), table((side(2.0), side(1.0, 4.0)), (side(None), side(None)))):
        frame = framed(stages, width, calendar=calendar)
        figure = clocks_figure(stages, further(), frame, theme=theme)
        assert figure.layout.width == width
        assert figure.layout.height >= frame.head
        assert figure.layout.paper_bgcolor == theme.page


sides = st.one_of(
    st.just(side(None)),
    st.builds(
        lambda low, more, label, soft: side(low, low + more, label=label, soft=soft),
        st.floats(-80, 80), st.sampled_from([0.0, 0.02, 1.0, 9.0]),
        st.text("abc defgh", min_size=1, max_size=48), st.booleans(),
    ),
)  # fmt: skip


def label_ends(label: Label) -> tuple[float, float]:
    parts = [(label.number, True), (label.name, False), (label.date, False)]
    size = sum(text_px(text, SMALL, bold=bold) for text, bold in parts if text)
    size += text_px(" ", SMALL) * (sum(1 for text, _ in parts if text) - 1)
    return (label.x, label.x + size) if label.anchor == "left" else (label.x - size, label.x)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(sides, sides), min_size=1, max_size=5),
       st.sampled_from([358, 780, 1028, 1180]), st.booleans())  # fmt: skip
def test_no_label_leaves_the_picture_or_covers_its_mark(pairs, width, calendar):
    stages = table(*pairs)
    frame = framed(stages, width, calendar=calendar)
    rows = rows_of(
        stages, further(), frame.scale, 0.0, ("Ys", "Lyonesse"), WORDS, narrow=frame.narrow,
        backwards=False,
    )  # fmt: skip
    for placed in (one for row in rows for one in row.sides if one.low is not None):
        low, high = label_ends(placed.label)
        assert low >= frame.scale.left - 0.5
        assert high <= frame.scale.right + 0.5
        if placed.label.y == placed.y:
            assert high < placed.low or low > placed.high


# In words, and small ----------------------------------------------------------------------------


def test_the_alternative_text_says_every_row_with_numbers():
    stages = table((side(9.0), side(0.7)), (side(2.0), side(None)), fairness=["fair", "link"])
    assert clocks_alt(stages, framed(stages)) == (
        "2 questions on one axis of months. Month 0 is 14 May 1900 in Ys. "
        "Month 0 is 13 Mar 1900 in Lyonesse. "
        "Who did 0? Ys: Quay taken, some day, 9.0 months; "
        "Lyonesse: Quay taken, some day, 0.7 months; Ys later by 8.3 months (fair match). "
        "Who did 1? Ys: Quay taken, some day, 2.0 months; Lyonesse: not measured; "
        "not measured (link match)."
    )


def test_on_the_calendar_the_alternative_text_leaves_the_months_out():
    stages = table((side(9.0), side(0.7)))
    assert clocks_alt(stages, framed(stages, calendar=True)) == (
        "1 questions on one calendar. Who did 0? Ys: Quay taken, some day; "
        "Lyonesse: Quay taken, some day; Ys later by 8.3 months (good match)."
    )


def test_the_marks_of_the_legend_are_those_of_the_chart():
    assert LIGHT.text in side_mark("a", LIGHT)
    assert 'fill="none"' in side_mark("b", LIGHT)
    assert LIGHT.accent in side_mark("b", LIGHT)
    assert "dasharray" not in match_mark("good", DARK)
    assert 'stroke-dasharray="6,3"' in match_mark("fair", DARK)
    assert DARK.axis in further_mark(DARK)
    assert "0.32" in range_mark(DARK)


def test_long_distances_are_told_in_years():
    years = replace(WORDS, per=12.0, tick="{n} years", gap_later="{name} later by {gap} years")
    assert months_text(1020, 1056, years) == "85.0–88.0"
    assert months_text(1020, 1056, years, unit=True) == "85.0–88.0 years"
    assert gap_text(1896, 3240, years) == "+158 to +270"
    assert gap_sentence(1896, 1968, "Ys", years) == "Ys later by 158.0–164.0 years"
    clocks = (Clock("Ys", (0, 0)), Clock("Lyonesse", (0, 0)))
    found = month_scale([0, 2400], clocks, 0, 900, years).ticks
    assert [tick.texts[0] for tick in found if tick.texts][:3] == ["0", "20 years", "40 years"]
