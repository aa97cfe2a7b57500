"""Content is never markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from components.charts.literal import literal


@given(st.text(st.characters(exclude_characters="\n")))
def test_every_text_comes_back_and_nothing_in_it_is_a_tag_or_formula(text):
    made = literal(text)
    assert not re.search("[<>$]|%{", made)
    assert _decoded(made) == text


def _decoded(text: str) -> str:
    for entity, character in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#36;", "$"),
        ("&#37;", "%"),
        ("&amp;", "&"),
    ):
        text = text.replace(entity, character)
    return text


def test_a_place_for_a_value_is_no_such_place():
    assert literal("100 %{meta.axis}") == "100 &#37;{meta.axis}"


def test_a_line_break_becomes_a_space():
    assert literal("a\nb") == "a b"
