"""What each form draws: marks, squares, bars and words, as whole values."""

from __future__ import annotations

from collections import Counter

import pytest

from components.charts.civil import day_of
from components.charts.figures import indicator_figure
from components.charts.figures.broken import holes
from components.charts.figures.lines import long_gaps
from components.charts.figures.stacked import bodies
from components.charts.figures.units import counted_parts, field_for
from components.charts.figures.voices import voices
from components.charts.tokens import LIGHT


@pytest.fixture
def draw(table, labels):
    """A function that draws rows in a form on the light page, 700 px wide."""

    def made(form: str, *rows: dict, unit: str = "workshops", width: int = 700, **options):
        options = {"unit": unit, "width": width, "theme": LIGHT, "labels": labels} | options
        return indicator_figure(form, table(*rows), **options)

    return made


def trace(figure, name: str):
    """The trace of a name."""
    return next(trace for trace in figure.data if trace.name == name)


def test_every_unit_is_one_square_in_blocks_of_a_hundred_with_running_totals(draw, texts) -> None:
    figure = draw("count", {"value": 236, "scope": "seized by crews"})
    assert len(trace(figure, "squares").x) == 236
    assert texts(figure) == [
        "236", "seized by crews · J. Morel · May 1900 · source read", "100", "200", "236",
        "Each square stands for one of the workshops.",
    ]  # fmt: skip


def test_squares_of_an_unknown_actor_have_one_colour_and_no_hue(draw) -> None:
    colours = set(trace(draw("count", {"value": 136}), "squares").marker.color)
    assert colours == {LIGHT.muted}


def test_squares_have_the_hues_of_those_who_acted(draw) -> None:
    figure = draw(
        "count", {"value": 3, "slot": "rust"}, {"value": 2, "slot": "green"},
        {"value": 90, "slot": "blue", "by": "A. Le Goff"},
    )  # fmt: skip
    assert (
        trace(figure, "squares").marker.color
        == (LIGHT.hue("rust"),) * 3 + (LIGHT.hue("green"),) * 2
    )


def test_the_numbers_of_rivals_are_never_added(table) -> None:
    rows = [{"value": 3, "slot": "rust"}, {"value": 90, "slot": "rust", "by": "A. Le Goff"}]
    assert [voice.value for voice in counted_parts(voices(table(*rows)))] == [3]


def test_the_preferred_voice_is_the_one_in_squares(table) -> None:
    rows = [{"value": 3}, {"value": 90, "preferred": "A register."}]
    assert [voice.value for voice in counted_parts(voices(table(*rows)))] == [90]


@pytest.mark.parametrize(
    ("total", "width", "step", "columns", "blocks"),
    [(836, 1040, 1, 9, 9), (836, 700, 1, 5, 9), (836, 358, 1, 3, 9), (4100, 358, 10, 3, 5),
     (5_880_000, 1040, 10_000, 9, 6), (0, 700, 1, 5, 1)],
)  # fmt: skip
def test_blocks_stand_nine_five_or_three_in_a_row(total, width, step, columns, blocks) -> None:
    field = field_for(total, width)
    assert (field.step, field.columns, field.blocks) == (step, columns, blocks)


def test_a_share_fills_its_squares_and_a_part_of_one(draw, texts) -> None:
    figure = draw(
        "share", {"value": 71.4, "count": 30, "total": 42, "scope": "berths"}, unit="percent"
    )
    fills = Counter(trace(figure, "squares").marker.color)
    assert fills == {LIGHT.muted: 71, "rgba(0,0,0,0)": 29}
    assert texts(figure) == [
        "71.4 %", "of berths", "30 of 42", "J. Morel · May 1900 · source read",
    ]  # fmt: skip


def test_what_was_not_found_is_a_dashed_frame_and_never_zero(draw, texts) -> None:
    figure = draw("share", {"value": 50}, unit="percent", missing=[("Lyonesse", "Only yards.")])
    assert [s.line.dash for s in figure.layout.shapes if s.line.width == 1.4] == ["4px,4px"]
    assert texts(figure)[2:] == [
        "No comparable",
        "figure was found",
        "Lyonesse",
        "Only yards.",
    ]
    below = draw("pairs", {"value": 5, "series": "before"}, missing=[("Lyonesse", "Only yards.")])
    assert texts(below)[-2:] == ["Lyonesse: No comparable figure was found", "Only yards."]


def test_each_voice_has_a_row_and_none_is_averaged(draw, texts) -> None:
    figure = draw(
        "estimates", {"value": 82}, {"value": 104, "bound": "over", "by": "A. Le Goff"},
        {"low": 60, "high": 70, "by": "Y. Kermarec", "scope": "on the quay"},
    )  # fmt: skip
    assert texts(figure) == [
        "For all: May 1900 · source read", "What is counted", "workshops", "0", "20", "40", "60",
        "80", "100", "J. Morel", "82", "A. Le Goff", "over 104", "Y. Kermarec", "on the quay",
        "60–70",
    ]  # fmt: skip


def test_a_limit_is_a_hollow_dot_with_three_fading_steps(draw) -> None:
    figure = draw("estimates", {"value": 104, "bound": "over"})
    marker = trace(figure, "marks").marker
    assert (marker.symbol, marker.color) == (("circle",), (LIGHT.page,))
    assert marker.line.color == (LIGHT.text,)
    steps = [s for s in figure.layout.shapes if (s.fillcolor or "").startswith("rgba(29,33,38,0.")]
    assert [(s.x1 - s.x0, s.fillcolor[-5:]) for s in steps] == [
        (5, "0.62)"), (5, "0.36)"), (5, "0.15)"),
    ]  # fmt: skip


def test_an_unchecked_number_is_an_open_square_and_a_word(draw, texts) -> None:
    figure = draw("estimates", {"value": 104, "standing": "unchecked"}, {"value": 3})
    marker = trace(figure, "marks").marker
    assert (marker.symbol, marker.color) == (("square", "circle"), (LIGHT.page, LIGHT.text))
    assert texts(figure).count("unchecked") == 1


@pytest.mark.parametrize("form", ("series", "pairs", "regions", "seats", "share", "flows"))
def test_unchecked_is_always_said(draw, texts, form) -> None:
    figure = draw(form, {"value": 10, "standing": "unchecked", "category": "Quay"}, {"value": 3})
    assert any("unchecked" in text for text in texts(figure))


def test_a_range_is_a_pale_bar_with_caps_and_no_dot(draw) -> None:
    figure = draw("estimates", {"low": 60, "high": 70})
    assert trace(figure, "marks").marker.color == ("rgba(0,0,0,0)",)
    caps = [s for s in figure.layout.shapes if s.type == "line" and s.line.width == 2]
    pale = [s for s in figure.layout.shapes if s.fillcolor == "rgba(29,33,38,0.32)"]
    assert len(pale) == 1
    assert [s.x0 for s in caps] == [pale[0].x0, pale[0].x1]


def test_the_preferred_voice_is_marked_with_its_reason(draw, texts) -> None:
    figure = draw("estimates", {"value": 82, "preferred": "She had the register."}, {"value": 9})
    assert "Preferred: She had the register." in texts(figure)
    assert [s.x1 for s in figure.layout.shapes if s.fillcolor == LIGHT.accent] == [3]


def of_year(year: int, **more) -> dict:
    return {
        "earliest": day_of(year),
        "latest": day_of(year + 1) - 1,
        "date_words": str(year),
    } | more


def test_a_series_is_a_line_through_its_points_with_its_numbers(draw, texts) -> None:
    figure = draw("series", of_year(1900, value=300), of_year(1901, value=1900))
    lines = [one for one in figure.data if one.mode == "lines"]
    assert [(len(one.x), one.line.dash) for one in lines] == [(2, "solid")]
    assert len(trace(figure, "marks").x) == 2
    assert texts(figure) == [
        "For all: J. Morel · source read", "workshops", "0", "500", "1,000", "1,500", "2,000", "1900",
        "1901", "1,900", "300",
    ]  # fmt: skip


def test_a_long_time_without_a_count_is_dotted(table) -> None:
    rows = [of_year(year, value=1) for year in (1900, 1901, 1902, 1912)]
    assert long_gaps(voices(table(*rows))) == [False, False, True]


def test_two_voices_of_one_day_are_no_change(draw) -> None:
    figure = draw("series", of_year(1900, value=3), of_year(1900, value=9))
    assert [one.name for one in figure.data if one.mode == "lines"] == []


def test_a_value_without_a_date_is_said_below_a_series(draw, texts) -> None:
    lost = {"value": 9, "earliest": None, "latest": None}
    figure = draw("series", of_year(1900, value=3), lost)
    assert texts(figure)[-1] == "Without a date: J. Morel: 9 workshops"


BROKEN = (
    of_year(1900, value=0, category="By rule"),
    of_year(1901, value=12, category="Counted"),
    of_year(1911, value=82, category="Surveyed"),
)


@pytest.mark.parametrize("width", (1040, 358))
def test_a_broken_series_has_no_line_and_a_named_hole(draw, texts, width) -> None:
    figure = draw("broken-series", *BROKEN, unit="percent", width=width, breaks="A fire.")
    assert [one for one in figure.data if one.mode == "lines"] == []
    assert any(shape.fillcolor == LIGHT.fold for shape in figure.layout.shapes)
    said = " ".join(texts(figure))
    assert "No count between Dec 1901 and Jan 1911" in said
    assert "A fire." in said
    assert all(text in said for text in ("0 %", "12 %", "82 %", "By rule", "Surveyed"))


def test_holes_are_the_long_stretches_that_no_voice_covers(table) -> None:
    rows = [of_year(1900, value=1), of_year(1901, value=1), of_year(1911, value=1)]
    assert holes(voices(table(*rows))) == [(day_of(1902) - 1, day_of(1911))]
    covered = {"earliest": day_of(1900), "latest": day_of(1911), "value": 1}
    assert holes(voices(table(*rows, covered))) == []


SEATS = (
    {"value": 18, "category": "Syndicalists", "slot": "rust", "series": "June 1900"},
    {"value": 14, "category": "Dock crews", "slot": "green", "series": "June 1900"},
    {"value": 80, "category": "Syndicalists", "slot": "rust", "series": "May 1901"},
    {"value": 20, "category": "Non-party", "series": "May 1901"},
)


def test_seats_are_shares_named_by_mark_number_and_per_cent(draw, texts) -> None:
    figure = draw("seats", *SEATS, unit="seats")
    assert texts(figure) == [
        "For all: J. Morel · May 1900 · source read", "June 1900", "32 listed", "half",
        "Syndicalists", "18", "56 %", "Dock crews", "14", "44 %", "May 1901", "100 listed", "80",
        "20", "Syndicalists", "80", "80 %", "Non-party", "20", "20 %",
    ]  # fmt: skip
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round((s.x1 - s.x0 + 1.5) / 700, 3) for s in bars] == [0.562, 0.8]


def test_a_body_with_one_part_is_drawn_by_number_and_not_as_all(draw) -> None:
    figure = draw("seats", *SEATS[:2], SEATS[2], unit="seats")
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round(s.x1 - s.x0 + 1.5) for s in bars] == [round(700 * 18 / 80), 700]


def test_flows_are_as_long_as_their_numbers(draw) -> None:
    figure = draw("flows", *SEATS, unit="votes")
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round(s.x1 - s.x0 + 1.5) for s in bars] == [126, 560]


def test_bodies_without_a_series_are_told_apart_by_voice_and_period(table, labels) -> None:
    from components.charts.figures.content import Content

    rows = [{"value": 3}, {"value": 4}, {"value": 5, "by": "A. Le Goff"}]
    found = bodies(Content(voices(table(*rows)), "votes", labels))
    assert [(body.name, body.total) for body in found] == [
        ("J. Morel · May 1900", 7), ("A. Le Goff · May 1900", 5),
    ]  # fmt: skip


def test_a_pair_is_two_marks_joined_and_its_numbers_in_order(draw, texts) -> None:
    figure = draw(
        "pairs", {"value": 9, "series": "under managers", "category": "Ships"},
        {"value": 7, "series": "under crews", "category": "Ships"}, unit="ships",
    )  # fmt: skip
    assert texts(figure)[1:3] == ["under managers", "under crews"]
    assert texts(figure)[-4:] == ["Ships", "9", " → ", "7"]
    assert trace(figure, "marks").marker.color[-2:] == (LIGHT.axis, LIGHT.text)


def test_half_a_pair_says_what_is_missing(draw, texts) -> None:
    figure = draw(
        "pairs", {"value": 9, "series": "before", "category": "Ships"},
        {"value": 7, "series": "after", "category": "Ships"},
        {"value": 4, "series": "after", "category": "Boats"},
    )  # fmt: skip
    assert "no figure: before" in texts(figure)


REGIONS = (
    {"value": 15, "category": "Great Quay", "series": "Morel"},
    {"low": 10, "high": 22, "category": "Great Quay", "series": "Le Goff"},
    {"value": 4, "category": "Upper town", "series": "Morel"},
)


def test_regions_are_bars_and_a_series_without_a_figure_is_an_empty_frame(draw, texts) -> None:
    figure = draw("regions", *REGIONS, unit="people")
    assert texts(figure)[-8:] == [
        "15", "Morel", "10–22", "Le Goff", "Upper town", "4", "Morel", "no figure: Le Goff",
    ]  # fmt: skip
    dashed = [s for s in figure.layout.shapes if s.line.dash == "3px,2px"]
    assert [round(s.x1 - s.x0) for s in dashed] == [34]


def test_a_bar_is_solid_to_the_least_and_pale_to_the_greatest(draw) -> None:
    figure = draw("regions", REGIONS[1], unit="people")
    solid = next(s for s in figure.layout.shapes if s.fillcolor == LIGHT.muted)
    pale = next(s for s in figure.layout.shapes if s.fillcolor == "rgba(92,99,107,0.32)")
    assert solid.x1 == pale.x0
    assert (solid.x1 - solid.x0) / (pale.x1 - solid.x0) == pytest.approx(10 / 22)


def test_a_form_nobody_knows_is_drawn_as_estimates(draw) -> None:
    assert draw("pie", {"value": 3}).data == draw("estimates", {"value": 3}).data


def test_the_pointer_is_told_everything(draw) -> None:
    figure = draw(
        "estimates",
        {"value": 30, "count": 30, "total": 42, "scope": "berths", "method": "register",
         "note": "Doubtful.", "category": "Yards", "standing": "cited"},
    )  # fmt: skip
    assert trace(figure, "marks").hovertext == (
        "<b>30 workshops</b><br>Yards<br>J. Morel<br>May 1900<br>berths<br>register<br>second-hand"
        "<br>30 of 42<br>Doubtful.",
    )
