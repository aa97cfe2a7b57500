"""Colours can be seen and read."""

from __future__ import annotations

import pytest

from components.charts.tokens import DARK, LIGHT, SLOTS, SYMBOLS, mark_px, rgba, symbol

GROUNDS = ("page", "period", "fold")


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio. Source: WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("slot", SLOTS)
def test_every_mark_stands_out_from_its_ground(theme, ground, slot):
    assert contrast(theme.hue(slot), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "panel"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
def test_every_text_can_be_read_on_its_ground(theme, ground, ink):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


def test_every_slot_has_its_own_hue_and_its_own_shape():
    assert len({LIGHT.hue(slot) for slot in SLOTS}) == len(SLOTS)
    assert len({DARK.hue(slot) for slot in SLOTS}) == len(SLOTS)
    assert len({SYMBOLS[slot] for slot in SLOTS}) == len(SLOTS)


def test_an_unknown_slot_is_drawn_like_the_last():
    assert (LIGHT.hue("gold"), symbol("gold")) == (LIGHT.hue("stone"), "x")


def test_shapes_are_sized_to_look_equally_large():
    assert [mark_px(slot) for slot in SLOTS] == [10.4, 11, 11, 12.5, 12.5, 12.1, 11.6]


def test_a_colour_takes_an_opacity():
    assert rgba("#842e0e", 0.32) == "rgba(132,46,14,0.32)"
