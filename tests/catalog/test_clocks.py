"""Two clocks: months from day numbers, ranges where a day is not known, and the tables of stages."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalog.catalog import Catalog
from components.catalog.dates.calendars import iso
from components.catalog.models import Collection, Comparison
from components.catalog.tables.clocks import (
    MONTH,
    Moment,
    Start,
    alignment_start,
    clock_days,
    further_table,
    moment,
    moments_of,
    months_between,
    ordered,
    pair_months,
    side_names,
    stage_events,
    stage_table,
)
from components.charts.clocks import scale


def comparison(*stages: dict, **more: object) -> Comparison:
    """A comparison of Ys and Lyonesse with these stages, counted from the first takeovers."""
    anchors = ("grain-store-seized", "yards-taken")
    return Comparison.model_validate({
        "id": "odd", "title": "Odd", "description": "Odd cases.", "collections": ["ys", "lyonesse"],
        "alignments": [{
            "id": "first", "label": "First", "question": "What then?", "reason": "Because.",
            "anchors": [{"collection": c, "event": e} for c, e in zip(("ys", "lyonesse"), anchors, strict=True)],
        }],
        "stages": stages or [stage()],
        **more,
    })  # fmt: skip


def stage(
    a: tuple[str, ...] = ("grain-store-seized",),
    b: tuple[str, ...] = ("yards-taken",),
    *,
    id: str = "one",
    edges: tuple[str, str] = ("start", "start"),
    **more: object,
) -> dict:
    sides = zip(("ys", "lyonesse"), (a, b), edges, strict=True)
    return {
        "id": id, "question": f"{id}?", "fairness": "good", "why": "Why.", "limps": "Limps.",
        "sides": [
            {"collection": c, "events": e, "edge": edge} | ({} if e else {"note": "Nothing."})
            for c, e, edge in sides
        ],
        **more,
    }  # fmt: skip


def start_of(catalog: Catalog, of: Comparison, number: int = 0) -> Start:
    found = alignment_start(catalog, of.alignments[number])
    assert found
    return found


def ends(row: dict, side: str) -> tuple[float, float]:
    """Months of a side with one decimal."""
    return round(row[f"{side}_low"], 1), round(row[f"{side}_high"], 1)


# Moments --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "edge", "expected"),
    [
        ("grain-store-seized", "start", ("1900-05-14", "1900-05-14", "")),
        ("harbour-strike", "start", ("1900-05-01", "1900-05-01", "lasting")),
        ("harbour-strike", "end", ("1901-02-14", "1901-02-14", "lasting")),
        ("harbour-union-founded", "start", ("1900-03-01", "1900-03-31", "")),
        ("pilots-join", "end", ("1900-06-02", "1900-06-03", "")),
        ("bread-shop-opened", "start", ("1900-05-01", "1900-05-31", "soft")),
        ("tram-depot-taken", "start", ("1900-06-20", "1900-06-20", "doubtful")),
        ("dry-dock-run-by-crews", "end", ("1901-01-01", "1901-01-31", "soft lasting")),
        ("exiles-in-kernow", "start", ("1901-03-01", "1901-03-31", "lasting")),
    ],
)
def test_a_moment_is_the_possible_days_of_one_edge(ys, event, edge, expected):
    found = moment(ys.events[event], edge)
    flags = " ".join(name for name in ("soft", "doubtful", "lasting") if getattr(found, name))
    assert (iso(found.first), iso(found.last), flags) == expected


@pytest.mark.parametrize("event", ["exiles-in-kernow", "committee-papers-scattered"])
def test_an_end_that_is_open_or_unknown_is_no_moment(ys, event):
    assert moment(ys.events[event], "end") is None


def test_the_moments_of_a_collection_come_in_order_and_lasting_events_give_both_edges(ys):
    found = [(one.event, one.edge) for one in moments_of(ys, "lyonesse")]
    assert found == [
        ("yards-taken", "start"),
        ("sailmakers-strike", "start"),
        ("sailmakers-strike", "end"),
        ("council-of-yards", "start"),
        ("yards-closed", "start"),
        ("amnesty", "start"),
    ]


# Months ---------------------------------------------------------------------------------------


def test_a_month_is_a_twelfth_of_a_julian_year_here_and_in_the_charts():
    assert MONTH == scale.MONTH == 365.25 / 12


def test_months_are_days_by_the_length_of_a_month(ys):
    zero, then = (moment(ys.events[one], "start") for one in ("yards-taken", "yards-closed"))
    assert months_between(zero, then) == (234 / 30.4375, 234 / 30.4375)


def test_an_imprecise_date_gives_a_range_on_either_side(ys):
    zero = moment(ys.events["harbour-union-founded"], "start")  # some day in March
    then = moment(ys.events["grain-store-seized"], "start")  # 14 May
    assert months_between(zero, then) == (44 / MONTH, 74 / MONTH)
    assert months_between(then, zero) == (-74 / MONTH, -44 / MONTH)


def test_what_starts_the_clock_stands_at_exactly_zero_however_vague_it_is(ys):
    vague = moment(ys.events["harbour-union-founded"], "start")
    assert months_between(vague, vague) == (0.0, 0.0)


days = st.integers(-800_000, 800_000)
moments = st.builds(
    lambda name, day, more: Moment(name, "start", day, day + more), st.text(min_size=1), days,
    st.integers(0, 4000),
)  # fmt: skip


@settings(deadline=None)
@given(moments, moments)
def test_a_distance_back_is_the_distance_there_turned_round(one, other):
    low, high = months_between(one, other)
    assert low <= high
    back = months_between(other, one)
    assert back == (-high, -low)


@settings(deadline=None)
@given(moments, moments, moments, moments, days)
def test_the_gap_does_not_change_when_both_clocks_start_as_much_later(zero_a, zero_b, a, b, shift):
    def gap(by: int) -> float:
        moved = [
            replace(z, event="", first=z.first + by, last=z.last + by) for z in (zero_a, zero_b)
        ]
        return months_between(moved[0], a)[0] - months_between(moved[1], b)[1]

    assert math.isclose(gap(0), gap(shift), abs_tol=1e-6)


# Stages ---------------------------------------------------------------------------------------


def test_a_stage_is_one_row_with_both_sides_and_the_gap(ys):
    of = ys.comparisons["ys-lyonesse"]
    row = stage_table(ys, of, start_of(ys, of)).loc["tying-together"].to_dict()
    numbers = {key: row.pop(key) for key in list(row) if key.endswith(("low", "high"))}
    assert row == {
        "position": 1, "question": "How were the places tied together?", "fairness": "good",
        "why": "Both towns chose delegates.", "limps": "Ys had forty trades and Lyonesse one.",
        "a_event": "council-of-delegates", "a_edge": "start", "a_note": "",
        "a_title": "The council of delegates meets", "a_label": "Council of delegates",
        "a_date_words": "June–September 1900", "a_first": -25416, "a_last": -25387,
        "a_soft": False, "a_doubtful": False, "a_lasting": True,
        "b_event": "council-of-yards", "b_edge": "start", "b_note": "",
        "b_title": "A council of the yards", "b_label": "A council of the yards",
        "b_date_words": "about May 1900 (from about April to about May Old Style)",
        "b_first": -25447, "b_last": -25417, "b_soft": True, "b_doubtful": False,
        "b_lasting": False, "events": ("council-of-delegates", "council-of-yards"),
    }  # fmt: skip
    assert {key: round(value, 2) for key, value in numbers.items()} == {
        "a_low": 0.59, "a_high": 1.54, "b_low": 1.61, "b_high": 2.6,
        "gap_low": -2.0, "gap_high": -0.07,
    }  # fmt: skip


def test_a_side_without_an_event_is_not_measured_and_says_its_note(ys):
    of = ys.comparisons["ys-lyonesse"]
    row = stage_table(ys, of, start_of(ys, of)).loc["feeding"]
    assert (row["b_event"], row["b_note"]) == ("", "Nothing is recorded.")
    assert row[["b_first", "b_low", "b_high", "gap_low", "gap_high"]].isna().all()
    assert ends(row, "a") == (-0.4, 0.6)


def test_an_edge_without_a_day_is_not_measured_but_named(ys):
    of = comparison(stage(("exiles-in-kernow",), edges=("end", "start")))
    row = stage_table(ys, of, start_of(ys, of)).loc["one"]
    assert row["a_label"] == "Exiles settle in Kernow"
    assert row[["a_low", "gap_low"]].isna().all()


def test_the_end_counts_where_the_side_says_so(ys):
    of = comparison(stage(("harbour-strike",), ("sailmakers-strike",), edges=("end", "end")))
    row = stage_table(ys, of, start_of(ys, of)).loc["one"]
    assert (ends(row, "a"), ends(row, "b")) == ((9.1, 9.1), (1.2, 1.2))
    assert round(row["gap_low"], 1) == round(row["gap_high"], 1) == 7.8


def test_counted_backwards_months_still_run_forwards(ys):
    of = ys.comparisons["ys-lyonesse"]
    start = start_of(ys, of, 1)
    row = stage_table(ys, of, start).loc["tying-together"]
    assert start.backwards
    assert (ends(row, "a"), ends(row, "b")) == ((-8.5, -7.5), (-6.1, -5.1))


def test_on_the_calendar_the_gap_is_the_time_between_the_two(ys):
    of = comparison(stage(("grain-store-seized",), ("yards-taken",)))
    row = stage_table(ys, of, Start()).loc["one"]
    assert row["gap_low"] == row["gap_high"] == pytest.approx(62 / MONTH)


def test_the_further_events_of_the_sides_have_rows_of_their_own(ys):
    of = comparison(stage(("grain-store-seized", "pilots-join"), ("yards-taken", "amnesty")))
    rows = further_table(ys, of, start_of(ys, of))
    assert rows[["stage", "side", "event"]].to_numpy().tolist() == [
        ["one", "a", "pilots-join"], ["one", "b", "amnesty"],
    ]  # fmt: skip
    assert rows[["low", "high"]].round(1).to_numpy().tolist() == [[0.6, 0.7], [11.6, 11.6]]


def test_a_comparison_without_further_events_gives_an_empty_table_with_all_columns(ys):
    of = comparison()
    empty = further_table(ys, of, start_of(ys, of))
    full = further_table(ys, comparison(stage(("pilots-join", "morel-speaks"))), Start())
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(full.dtypes)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("stage", ["late", "nothing", "early", "near"]),
        ("time", ["early", "near", "late", "nothing"]),
        ("gap", ["late", "early", "near", "nothing"]),
    ],
)
def test_stages_come_as_asked_by_the_earlier_side_or_by_the_widest_gap(ys, order, expected):
    of = comparison(
        stage(("night-raid",), ("council-of-yards",), id="late"),
        stage((), (), id="nothing"),
        stage(("harbour-union-founded",), ("yards-taken",), id="early"),
        stage(("grain-store-seized",), ("yards-taken",), id="near"),
    )
    table = stage_table(ys, of, start_of(ys, of))
    assert list(ordered(table, order).index) == expected


def test_the_events_behind_a_stage_are_those_of_its_sides_and_stances_once_each():
    of = comparison(stage(
        ("grain-store-seized", "pilots-join"),
        stances=[
            {"collection": "ys", "tendency": "crews", "stance": "for", "events": ["pilots-join", "night-raid"]},
        ],
    ))  # fmt: skip
    assert stage_events(of.stages[0]) == (
        "grain-store-seized", "pilots-join", "yards-taken", "night-raid",
    )  # fmt: skip


# Clocks ---------------------------------------------------------------------------------------


def test_an_alignment_without_a_day_starts_no_clock(ys):
    of = comparison(alignments=[{
        "id": "open", "label": "Open", "question": "What then?", "reason": "Because.",
        "anchors": [
            {"collection": "ys", "event": "committee-papers-scattered", "edge": "end"},
            {"collection": "lyonesse", "event": "yards-taken"},
        ],
    }])  # fmt: skip
    assert alignment_start(ys, of.alignments[0]) is None


def test_sides_are_called_by_their_countries_where_those_differ(ys):
    assert side_names(ys, ys.comparisons["ys-lyonesse"]) == ("Armor", "Kernow")


def test_sides_of_one_country_are_called_by_their_titles(ys):
    same = ys.collections["lyonesse"].model_copy(update={"country": "armor"})
    one_country = replace(ys, collections={**ys.collections, "lyonesse": same})
    names = side_names(one_country, ys.comparisons["ys-lyonesse"])
    assert names == ("Ys, 1900–1901", "Lyonesse, 1900–1901")


def collection(span: str, *periods: str) -> Collection:
    named = [{"label": "A period", "date": date} for date in periods]
    return Collection.model_validate(
        {"id": "ys", "title": "Ys", "span": span, "description": "Ys.", "periods": named}
    )


@pytest.mark.parametrize(
    ("span", "periods", "last"),
    [
        ("1900/1901", (), "1901-12-31"),
        ("1900/1901", ("1900-05/1903-02-14",), "1903-02-14"),
        ("1900/1901", ("1902-01/1950",), "1901-12-31"),
        ("1900/1901", ("1890/1950",), "1901-12-31"),
        ("1900/1901", ("1901-02-15/..",), "1901-12-31"),
    ],
)
def test_a_clock_runs_to_the_end_of_the_span_or_of_a_period_that_began_in_it(span, periods, last):
    first, end = clock_days(collection(span, *periods))
    assert (iso(first), iso(end)) == ("1900-01-01", last)


def test_a_pair_is_measured_between_the_named_edges(ys):
    side = ys.comparisons["ys-lyonesse"].pairs[1].sides[1]
    assert pair_months(ys, side) == (234 / MONTH, 234 / MONTH)


def test_a_pair_without_a_span_or_without_a_day_is_not_measured(ys):
    sides = ys.comparisons["ys-lyonesse"].pairs[1].sides
    whole = ys.comparisons["ys-lyonesse"].pairs[0].sides[0]
    opened = sides[0].model_copy(
        update={"between": ("grain-store-seized", "exiles-in-kernow"), "edges": ("start", "end")}
    )
    assert pair_months(ys, whole) is None
    assert pair_months(ys, opened) is None
