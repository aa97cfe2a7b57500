"""Widths of texts."""

from __future__ import annotations

import pytest

from components.charts.measure import shorten, text_px, wrap


def test_widths_are_the_fonts_own_and_grow_with_size():
    assert text_px("Harbour", 100) == pytest.approx(348.9, abs=0.1)
    assert text_px("Harbour", 13) == pytest.approx(348.9 * 0.13, abs=0.1)


def test_bold_is_wider():
    assert text_px("Harbour", 13, bold=True) > text_px("Harbour", 13)


def test_cyrillic_and_accents_are_measured_too():
    assert text_px("Кронштадт", 13) == pytest.approx(60, abs=8)
    assert text_px("é", 13) == text_px("e", 13)


def test_a_character_that_the_font_lacks_counts_as_wide():
    assert text_px("工", 10) == pytest.approx(10.4)


def test_a_text_that_fits_stays():
    assert shorten("Harbour strike", 200, 13) == "Harbour strike"


def test_a_text_is_cut_at_a_word():
    assert shorten("Dockers elect a committee", 86, 13) == "Dockers elect…"


def test_a_cut_text_does_not_end_with_a_comma():
    assert shorten("Strike, lockout and talks", 50, 13) == "Strike…"


def test_no_word_fits_no_text():
    assert shorten("Dockers elect a committee", 10, 13) == ""


def test_lines_break_at_spaces():
    assert wrap("Communes of the northern coast", 92, 14) == [
        "Communes of",
        "the northern",
        "coast",
    ]


def test_a_long_word_stands_alone():
    assert wrap("a Verwaltungsgemeinschaft b", 30, 14) == ["a", "Verwaltungsgemeinschaft", "b"]
