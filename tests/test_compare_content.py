"""The real comparison: what its clocks say agrees with the books by which it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.catalog.catalog import load
from components.catalog.tables.clocks import alignment_start, pair_months, stage_table

EVENTS = Path(__file__).parent.parent / "events"


@pytest.fixture(scope="module")
def catalog():
    return load(EVENTS)


@pytest.fixture(scope="module")
def comparison(catalog):
    return catalog.comparisons["russia-spain"]


@pytest.fixture(scope="module")
def stages(catalog, comparison):
    start = alignment_start(catalog, comparison.alignments[0])
    return stage_table(catalog, comparison, start).round(1)


@pytest.mark.parametrize(
    ("stage", "first", "second"),
    [
        ("state-body", 9.0, 0.7),
        ("decree", 8.4, 3.2),
        ("suppression", 48.1, 9.4),
    ],
)
def test_months_since_the_old_power_fell_agree_with_the_literature(stages, stage, first, second):
    row = stages.loc[stage]
    assert (row["a_low"], row["a_high"]) == (first, first)
    assert (row["b_low"], row["b_high"]) == (second, second)


def test_the_pairs_that_are_spans_agree_with_the_same_clocks(catalog, comparison):
    found = {
        pair.id: tuple(pair_months(catalog, side) for side in pair.sides)
        for pair in comparison.pairs
        if all(side.between for side in pair.sides)
    }
    rounded = {
        id: tuple((round(low, 1), round(high, 1)) for low, high in sides)
        for id, sides in found.items()
    }
    assert rounded == {
        "p3": ((8.2, 8.2), (3.1, 3.1)),
        "p4": ((9.0, 9.0), (0.7, 0.7)),
        "p5": ((48.1, 48.1), (9.4, 9.4)),
    }


def test_every_alignment_starts_both_clocks_on_a_day(catalog, comparison):
    for alignment in comparison.alignments:
        start = alignment_start(catalog, alignment)
        assert start, alignment.id
        assert all(one.first == one.last for one in start.moments), alignment.id


def test_no_side_is_silent_and_every_match_says_where_it_limps(comparison):
    assert len(comparison.stages) == 14
    assert len(comparison.limits) == 10
    for stage in comparison.stages:
        assert all(side.events or side.note for side in stage.sides), stage.id
        assert stage.why and stage.limps, stage.id


@pytest.mark.parametrize(
    ("pair", "first", "second"),
    [
        ("p1", (836, "1917-11/1918-03"), (70, "1936-07/1937")),
        ("p6", (6, "1918-01-20/1918-01-27"), (5, "1936-09-15")),
        ("p8", (2532000, "1918-01"), (559294, "1936-05-01")),
    ],
)
def test_a_pair_shows_the_count_that_is_meant(catalog, comparison, pair, first, second):
    (sides,) = (one.sides for one in comparison.pairs if one.id == pair)
    shown = [catalog.indicators[side.indicator].estimates[0] for side in sides]
    assert [(one.value, str(one.date)) for one in shown] == [first, second]


def test_the_currents_inside_one_union_are_told_apart(catalog, comparison):
    broader = {one.id: one.broader for one in catalog.vocabulary.tendencies}
    of_spain = {
        stance.tendency
        for stage in comparison.stages
        for stance in stage.stances
        if stance.collection == "spain"
    }
    inside = {one for one in of_spain if broader[one] == "anarcho-syndicalist"}
    assert len(inside) >= 5
    assert [one for one in of_spain if broader[one] is None] == []


def test_every_stage_is_measured_on_both_sides(stages):
    assert stages[["a_low", "a_high", "b_low", "b_high"]].notna().all(axis=None)
