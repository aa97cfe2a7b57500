"""Every figure, at every width, for any estimates: texts do not overlap and nothing is cut."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.charts.figures import indicator_figure, thumbnail_figure
from components.charts.script import TRACES
from components.charts.tokens import DARK, LIGHT, SANS

WIDTHS = (1040, 700, 358)
MISSING = (("Lyonesse", "Looked for in the register and not found."),)
SOME_TEXT = st.text("abc dé–", max_size=60)
SOME_NUMBER = st.none() | st.floats(-1e7, 1e9) | st.sampled_from([0.0, 1.0, 847.0, 2e6])
SOME_ROW = st.fixed_dictionaries(
    {
        "value": SOME_NUMBER,
        "low": SOME_NUMBER,
        "high": SOME_NUMBER,
        "bound": st.sampled_from(["", "about", "over", "under"]),
        "category": SOME_TEXT,
        "series": st.sampled_from(["", "before", "after"]),
        "slot": st.sampled_from(["", "rust", "green"]),
        "by": SOME_TEXT,
        "scope": SOME_TEXT,
        "citation": SOME_TEXT,
        "standing": st.sampled_from(["read", "cited", "unchecked"]),
        "preferred": st.sampled_from(["", "", "", "She had the register."]),
        "earliest": st.none() | st.integers(-40000, -20000),
    }
)


def faults(boxes, width: float, height: float) -> list[str]:
    """Texts that are cut or overlap, in words."""
    found = []
    for index, (text, left, top, right, bottom) in enumerate(boxes):
        if left < -1 or right > width + 1 or top < 0 or bottom > height:
            found.append(f"cut: {text}")
        for other, x0, y0, x1, y1 in boxes[index + 1 :]:
            if left < x1 - 1 and x0 < right - 1 and top < y1 and y0 < bottom:
                found.append(f"{text} over {other}")
    return found


@pytest.mark.parametrize("theme", (LIGHT, DARK), ids=("light", "dark"))
@pytest.mark.parametrize("width", WIDTHS)
def test_texts_of_every_form_stand_apart_within_the_figure(
    drawn_form, width, theme, labels, text_boxes
) -> None:
    form, unit, table = drawn_form
    figure = indicator_figure(
        form, table, unit=unit, width=width, theme=theme, labels=labels, missing=MISSING,
        breaks="The shops of before May had closed.", source="Morel, Register of the harbour",
        title="Crews seized eight hundred and forty-seven workshops in one month of spring",
    )  # fmt: skip
    assert faults(text_boxes(figure), width, figure.layout.height) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_odd_estimates_are_drawn_in_every_form(form, odd, width, labels, text_boxes) -> None:
    figure = indicator_figure(form, odd, unit="workshops", width=width, theme=LIGHT, labels=labels)
    assert faults(text_boxes(figure), width, figure.layout.height) == []


def test_odd_estimates_have_a_thumbnail_in_every_form(form, odd, labels, text_boxes) -> None:
    figure = thumbnail_figure(form, odd, unit="workshops", theme=LIGHT, labels=labels)
    assert faults(text_boxes(figure), 320, 180) == []


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(SOME_ROW, max_size=9), width=st.sampled_from(WIDTHS))
def test_texts_stand_apart_for_any_estimates(form, rows, width, table, labels, text_boxes) -> None:
    estimates = table(*rows) if rows else table({}).iloc[:0]
    figure = indicator_figure(
        form, estimates, unit="workshops", width=width, theme=LIGHT, labels=labels
    )
    assert faults(text_boxes(figure), width, figure.layout.height) == []
    small = thumbnail_figure(form, estimates, unit="workshops", theme=LIGHT, labels=labels)
    assert faults(text_boxes(small), 320, 180) == []


def test_a_figure_has_its_own_font_and_colours_and_a_height(drawn_form, labels) -> None:
    form, unit, table = drawn_form
    layout = indicator_figure(form, table, unit=unit, width=700, theme=DARK, labels=labels).layout
    assert (layout.font.family, layout.font.color) == (SANS, DARK.text)
    assert (layout.paper_bgcolor, layout.plot_bgcolor) == (DARK.page, DARK.page)
    assert layout.width == 700
    assert layout.height == layout.meta["height"] > 60


def test_every_trace_is_of_a_kind_that_our_bundle_of_plotly_js_draws(drawn_form, labels) -> None:
    form, unit, table = drawn_form
    figure = indicator_figure(form, table, unit=unit, width=700, theme=LIGHT, labels=labels)
    assert {trace.type for trace in figure.data} <= set(TRACES)


def test_an_empty_table_is_an_empty_figure_with_a_note(form, table, labels, texts) -> None:
    empty = table({}).iloc[:0]
    figure = indicator_figure(form, empty, unit="shops", width=700, theme=LIGHT, labels=labels)
    small = thumbnail_figure(form, empty, unit="shops", theme=LIGHT, labels=labels)
    assert texts(figure) == ["Nothing has been counted here yet."]
    assert texts(small) == ["Nothing has been counted here yet."]


def test_a_table_without_columns_is_an_empty_figure(form, labels, texts) -> None:
    figure = indicator_figure(
        form, pd.DataFrame(), unit="shops", width=358, theme=LIGHT, labels=labels
    )
    assert texts(figure) == ["Nothing has been counted here yet."]


def test_title_and_source_are_drawn_in_only_when_given(table, labels, texts) -> None:
    options = {"unit": "shops", "width": 700, "theme": LIGHT, "labels": labels}
    one = table({"value": 76})
    plain = texts(indicator_figure("estimates", one, **options))
    framed = texts(
        indicator_figure("estimates", one, title="Crews seized 76", source="Morel", **options)
    )
    assert framed == ["Crews seized 76", *plain, "Source: Morel"]


def test_the_same_estimates_give_the_same_figure(drawn_form, labels) -> None:
    form, unit, table = drawn_form
    options = {"unit": unit, "width": 358, "theme": LIGHT, "labels": labels}
    before = table.copy()
    first = indicator_figure(form, table, **options)
    assert first.to_json() == indicator_figure(form, table, **options).to_json()
    pd.testing.assert_frame_equal(table, before)
