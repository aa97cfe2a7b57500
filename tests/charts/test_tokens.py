"""Colours can be seen and read."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from components.charts.tokens import DARK, LIGHT, SLOTS, SYMBOLS, mark_px, rgba, symbol

GROUNDS = ("page", "period", "fold")
# How the three common colour-vision deficiencies see linear RGB, at full severity.
# Source: Machado, Oliveira and Fernandes 2009, “A Physiologically-based Model …”, table of matrices.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST_APART = 0.08  # OKLab; twice what is seen beside each other, and shapes differ as well


def linear(colour: str) -> np.ndarray:
    """Linear red, green and blue, 0 to 1. Source: WCAG 2.2, as sRGB."""
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Linear RGB as lightness and two hues. Source: Ottosson 2020, “A perceptual color space”."""
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return np.array(to_lab) @ np.cbrt(np.array(to_cones) @ rgb)


def apart(one: str, other: str, sight: str) -> float:
    """How far apart two colours are for a kind of sight, in OKLab."""
    seen = [oklab(np.clip(np.array(SIGHT[sight]) @ linear(each), 0, 1)) for each in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


def contrast(one: str, other: str) -> float:
    """Contrast ratio. Source: WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "panel"])
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


def test_black_and_white_are_1_apart():
    assert apart("#000000", "#ffffff", "normal") == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHT)
def test_hues_are_told_apart_by_every_common_kind_of_sight(theme, sight):
    nearest = min(apart(*pair, sight) for pair in combinations(theme.hues.values(), 2))
    assert nearest >= LEAST_APART


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "panel"])
def test_focus_rings_and_open_marks_stand_out_from_their_ground(theme, ground):
    assert contrast(theme.accent, getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_can_be_read_on_the_tint_of_what_is_open(theme):
    tint = blended(theme.accent, theme.page, 0.1)
    assert min(contrast(getattr(theme, ink), tint) for ink in ("text", "muted", "accent")) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "panel"])
def test_axes_and_the_edges_of_controls_stand_out_from_their_ground(theme, ground):
    assert contrast(theme.axis, getattr(theme, ground)) >= 3


def blended(colour: str, ground: str, opacity: float) -> str:
    """A colour laid over a ground."""
    parts = [
        round(opacity * int(colour[i : i + 2], 16) + (1 - opacity) * int(ground[i : i + 2], 16))
        for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)
