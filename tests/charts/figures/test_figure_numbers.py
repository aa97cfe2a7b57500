"""Counts, shares, estimates and regions: marks, squares, bars and words, as whole values."""

from __future__ import annotations

from collections import Counter

import pytest

from components.charts.figures.units import counted_parts, field_for
from components.charts.figures.voices import voices
from components.charts.tokens import LIGHT


def test_every_unit_is_one_square_in_blocks_of_a_hundred_with_running_totals(
    draw, trace, texts
) -> None:
    figure = draw("count", {"value": 236, "scope": "seized by crews"})
    assert len(trace(figure, "squares").x) == 236
    assert texts(figure) == [
        "236", "seized by crews", "J. Morel · May 1900 · source read", "Morel, Register",
        "100", "200", "236", "Each square stands for one of the workshops.",
    ]  # fmt: skip


def test_squares_of_an_unknown_actor_have_one_colour_and_no_hue(draw, trace) -> None:
    colours = set(trace(draw("count", {"value": 136}), "squares").marker.color)
    assert colours == {LIGHT.muted}


def test_squares_have_the_hues_of_those_who_acted(draw, trace) -> None:
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
    [(847, 1040, 1, 9, 9), (847, 700, 1, 5, 9), (847, 358, 1, 3, 9), (4100, 358, 10, 3, 5),
     (5_120_000, 1040, 10_000, 9, 6), (0, 700, 1, 5, 1)],
)  # fmt: skip
def test_blocks_stand_nine_five_or_three_in_a_row(total, width, step, columns, blocks) -> None:
    field = field_for(total, width)
    assert (field.step, field.columns, field.blocks) == (step, columns, blocks)


def test_a_share_fills_its_squares_and_a_part_of_one(draw, trace, texts) -> None:
    figure = draw(
        "share", {"value": 71.4, "count": 30, "total": 42, "scope": "berths"}, unit="percent"
    )
    fills = Counter(trace(figure, "squares").marker.color)
    assert fills == {LIGHT.muted: 71, "rgba(0,0,0,0)": 29}
    assert texts(figure) == [
        "71.4 %", "of berths", "30 of 42", "J. Morel · May 1900 · source read", "Morel, Register",
    ]  # fmt: skip


def test_what_was_not_found_is_a_dashed_frame_and_never_zero(draw, texts) -> None:
    figure = draw("share", {"value": 50}, unit="percent", missing=[("Lyonesse", "Only yards.")])
    assert [s.line.dash for s in figure.layout.shapes if s.line.width == 1.4] == ["4px,4px"]
    assert texts(figure)[3:] == [
        "No comparable",
        "figure was found",
        "Lyonesse",
        "Only yards.",
    ]
    below = draw("pairs", {"value": 5, "series": "before"}, missing=[("Lyonesse", "Only yards.")])
    assert texts(below)[-2:] == ["Lyonesse: No comparable figure was found", "Only yards."]


def test_each_voice_has_a_row_and_none_is_averaged(draw, texts) -> None:
    figure = draw(
        "estimates", {"value": 76}, {"value": 104, "bound": "over", "by": "A. Le Goff"},
        {"low": 60, "high": 70, "by": "Y. Kermarec", "scope": "on the quay"},
    )  # fmt: skip
    assert texts(figure) == [
        "For all: May 1900 · source read", "What is counted", "workshops", "0", "20", "40", "60",
        "80", "100", "J. Morel", "76", "A. Le Goff", "over 104", "Y. Kermarec", "on the quay",
        "60–70",
    ]  # fmt: skip


def test_a_limit_is_a_hollow_dot_with_three_fading_steps(draw, trace) -> None:
    figure = draw("estimates", {"value": 104, "bound": "over"})
    marker = trace(figure, "marks").marker
    assert (marker.symbol, marker.color) == (("circle",), (LIGHT.page,))
    assert marker.line.color == (LIGHT.text,)
    steps = [s for s in figure.layout.shapes if (s.fillcolor or "").startswith("rgba(29,33,38,0.")]
    assert [(s.x1 - s.x0, s.fillcolor[-5:]) for s in steps] == [
        (5, "0.62)"), (5, "0.36)"), (5, "0.15)"),
    ]  # fmt: skip


def test_the_fading_of_about_ends_at_nothing(draw) -> None:
    figure = draw("estimates", {"value": 20, "bound": "about"}, {"value": 900})
    zero = next(s.x0 for s in figure.layout.shapes if s.line.color == LIGHT.axis)
    steps = [s for s in figure.layout.shapes if (s.fillcolor or "").startswith("rgba(29,33,38,0.")]
    assert min(s.x0 for s in steps) == zero


def test_an_unchecked_number_is_an_open_square_and_a_word(draw, trace, texts) -> None:
    figure = draw("estimates", {"value": 104, "standing": "unchecked"}, {"value": 3})
    marker = trace(figure, "marks").marker
    assert (marker.symbol, marker.color) == (("square", "circle"), (LIGHT.page, LIGHT.text))
    assert texts(figure).count("unchecked") == 1


@pytest.mark.parametrize("form", ("series", "pairs", "regions", "seats", "share", "flows"))
def test_unchecked_is_always_said(draw, texts, form) -> None:
    figure = draw(form, {"value": 10, "standing": "unchecked", "category": "Quay"}, {"value": 3})
    assert any("unchecked" in text for text in texts(figure))


def test_a_range_is_a_pale_bar_with_caps_and_no_dot(draw, trace) -> None:
    figure = draw("estimates", {"low": 60, "high": 70})
    assert trace(figure, "marks").marker.color == ("rgba(0,0,0,0)",)
    caps = [s for s in figure.layout.shapes if s.type == "line" and s.line.width == 2]
    pale = [s for s in figure.layout.shapes if s.fillcolor == "rgba(29,33,38,0.32)"]
    assert len(pale) == 1
    assert [s.x0 for s in caps] == [pale[0].x0, pale[0].x1]


def test_the_preferred_voice_is_marked_with_its_reason(draw, texts) -> None:
    figure = draw("estimates", {"value": 76, "preferred": "She had the register."}, {"value": 9})
    assert "Preferred: She had the register." in texts(figure)
    assert [s.x1 for s in figure.layout.shapes if s.fillcolor == LIGHT.accent] == [3]


def test_the_grid_goes_on_behind_the_preferred_voice(draw) -> None:
    figure = draw("estimates", {"value": 76, "preferred": "She had the register."}, {"value": 9})
    shapes = list(figure.layout.shapes)
    tint = next(index for index, s in enumerate(shapes) if s.fillcolor and s.x1 == 700)
    zero = next(index for index, s in enumerate(shapes) if s.line.color == LIGHT.axis)
    assert tint < zero and shapes[zero].y0 == shapes[tint].y0


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


def test_the_pointer_is_told_everything(draw, trace) -> None:
    figure = draw(
        "estimates",
        {"value": 30, "count": 30, "total": 42, "scope": "berths", "method": "register",
         "note": "Doubtful.", "category": "Yards", "standing": "cited"},
    )  # fmt: skip
    assert trace(figure, "marks").hovertext == (
        "<b>30 workshops</b><br>Yards<br>J. Morel<br>May 1900<br>berths<br>register<br>second-hand"
        "<br>30 of 42<br>Doubtful.",
    )
