"""Marks outside of a plot."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from components.charts.symbols import KEY_ITEMS, dashed_path, grammar_key, mark_svg, outline
from components.charts.tokens import DARK, LIGHT, SLOTS

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_solid_mark_is_filled_with_its_hue(slot, theme):
    (shape,) = ElementTree.fromstring(mark_svg(slot, theme))
    assert shape.get("fill") == theme.hue(slot)


def test_a_hollow_mark_shows_the_page_within_its_outline():
    (shape,) = ElementTree.fromstring(mark_svg("blue", LIGHT, "hollow"))
    assert (shape.get("fill"), shape.get("stroke")) == (LIGHT.page, LIGHT.hue("blue"))


def test_a_doubtful_mark_is_a_dashed_outline_and_nothing_else():
    (shape,) = ElementTree.fromstring(mark_svg("green", LIGHT, "doubtful"))
    assert shape.tag == f"{SVG}circle"
    assert (shape.get("fill"), shape.get("stroke-dasharray")) == ("none", "2.5px,2px")


@pytest.mark.parametrize("slot", SLOTS)
def test_every_mark_stays_within_its_box(slot):
    (shape,) = ElementTree.fromstring(mark_svg(slot, LIGHT))
    if shape.get("r"):
        assert float(shape.get("r")) <= 8
        return
    numbers = shape.get("d").replace("M", " ").replace("L", " ").replace("Z", " ").split()
    assert all(abs(float(n)) <= 8 for pair in numbers for n in pair.split(","))


def test_shapes_are_plotlys_own():
    assert outline("diamond", 20) == [(13, 0), (0, 13), (-13, 0), (0, -13)]
    assert outline("circle", 20) == []
    assert max(x for x, _ in outline("x", 20)) == pytest.approx(11.31, abs=0.01)
    assert outline("triangle-up", 20)[2] == (0, -10)
    assert outline("triangle-down", 20)[2] == (0, 10)


def test_a_doubtful_x_is_two_dashed_strokes():
    assert dashed_path("x", 20) == "M-9.00,-9.00 L9.00,9.00 M-9.00,9.00 L9.00,-9.00"


def test_px_that_count_upwards_turn_a_shape_over():
    assert dashed_path("triangle-up", 20, up=True) == "M-11.55,-5.00 L11.55,-5.00 L0.00,10.00 Z"


def test_the_key_has_a_drawing_for_every_item_in_order():
    key = grammar_key(DARK)
    assert tuple(key) == KEY_ITEMS
    assert all(ElementTree.fromstring(svg).get("height") == "16" for svg in key.values())


def test_the_key_draws_possible_days_pale_and_certain_days_solid():
    bars = ElementTree.fromstring(grammar_key(LIGHT)["certain"]).iter(f"{SVG}rect")
    assert [bar.get("fill-opacity") for bar in bars] == ["0.32", "1", "0.32"]
