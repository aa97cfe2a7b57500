"""What a voice says is read from the table, put into words and kept exact."""

from __future__ import annotations

import pandas as pd
import pytest

from components.charts.figures.numbers import amount, number
from components.charts.figures.voices import Voice, voices


def test_a_voice_is_read_with_all_it_says(table) -> None:
    row = {"value": 71.4, "count": 30, "total": 42, "bound": "about", "scope": " berths \n of Ys",
           "slot": "rust", "standing": "cited"}  # fmt: skip
    assert voices(table(row)) == (
        Voice(value=71.4, count=30, total=42, bound="about", earliest=-25447, latest=-25417,
              period="May 1900", by="J. Morel", label="J. Morel", slot="rust", scope="berths of Ys",
              standing="cited", citation="Morel, Register"),
    )  # fmt: skip


def test_columns_that_are_missing_read_as_empty() -> None:
    assert voices(pd.DataFrame({"value": [3.0], "by": ["J. Morel"]})) == (
        Voice(value=3.0, by="J. Morel"),
    )


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ({"low": 9, "high": 3}, (3.0, 9.0)),
        ({"low": 5, "high": 5}, (5.0,)),
        ({"value": float("inf"), "low": 2}, (2.0,)),
        ({}, ()),
    ],
)
def test_numbers_are_finite_and_in_order(table, row, numbers) -> None:
    assert voices(table(row))[0].numbers == numbers


def test_an_unknown_bound_is_no_bound(table) -> None:
    assert voices(table({"value": 1, "bound": "<b>"}))[0].bound == ""


@pytest.mark.parametrize(
    ("voice", "soft", "hollow", "certain"),
    [
        (Voice(value=5), (False, False), False, 5),
        (Voice(value=5, standing="unchecked"), (False, False), True, 5),
        (Voice(value=5, bound="over"), (False, True), True, 5),
        (Voice(value=5, bound="under"), (True, False), True, 0),
        (Voice(value=5, bound="about"), (True, True), False, 5),
        (Voice(high=5), (True, False), True, 0),
        (Voice(low=5), (False, True), True, 5),
        (Voice(low=3, high=5), (False, False), False, 3),
    ],
)
def test_a_limit_is_hollow_and_fades_to_the_side_where_more_may_be(
    voice, soft, hollow, certain
) -> None:
    assert (voice.soft, voice.hollow, voice.certain) == (soft, hollow, certain)


def test_a_range_has_no_middle() -> None:
    assert (Voice(low=60, high=70).point, Voice(low=60, high=70, value=66).point) == (None, 66)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (847, "847"),
        (2150, "2,150"),
        (-40, "−40"),
        (71.4, "71.4"),
        (12.5, "12.5"),
        (0.0004, "0.0004"),
        (1_500_000, "1.5 million"),
        (1_234_560, "1,234,560"),
        (999_999_999, "999,999,999"),
        (2_000_000_000, "2 billion"),
        (999_900_000_000, "999.9 billion"),
        (3.2e17, "3.2 × 10^17"),
    ],
)
def test_a_number_is_written_without_losing_a_digit(labels, value, text) -> None:
    assert number(value, labels) == text


@pytest.mark.parametrize(
    ("voice", "unit", "text"),
    [
        (Voice(value=76), "percent", "76 %"),
        (Voice(value=104), "percent of plan", "104 %"),
        (Voice(value=400, bound="over"), "shops", "over 400"),
        (Voice(low=20, high=59), "percent", "20–59 %"),
        (Voice(low=7e6, high=8e6), "people", "7–8 million"),
        (Voice(low=200_000, high=1e6), "people", "200,000–1 million"),
        (Voice(low=60, high=70, bound="about"), "shops", "about 60–70"),
        (Voice(value=66, low=60, high=70), "shops", "66 (60–70)"),
        (Voice(high=300), "shops", "at most 300"),
        (Voice(low=20), "percent", "at least 20 %"),
        (Voice(), "shops", "no number given"),
    ],
)
def test_an_amount_says_bound_range_and_unit(labels, voice, unit, text) -> None:
    assert amount(voice, unit, labels) == text
