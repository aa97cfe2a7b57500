"""Series, broken series, bodies and pairs: lines, holes, bars and words, as whole values."""

from __future__ import annotations

import pytest

from components.charts.civil import day_of
from components.charts.figures.broken import holes
from components.charts.figures.content import Content
from components.charts.figures.lines import long_gaps
from components.charts.figures.stacked import bodies
from components.charts.figures.voices import voices
from components.charts.tokens import LIGHT


def of_year(year: int, **more) -> dict:
    return {
        "earliest": day_of(year),
        "latest": day_of(year + 1) - 1,
        "date_words": str(year),
    } | more


def test_a_series_is_a_line_through_its_points_with_its_numbers(draw, trace, texts) -> None:
    figure = draw("series", of_year(1900, value=300), of_year(1901, value=1900))
    lines = [one for one in figure.data if one.mode == "lines"]
    assert [(len(one.x), one.line.dash) for one in lines] == [(2, "solid")]
    assert len(trace(figure, "marks").x) == 2
    assert texts(figure) == [
        "For all: J. Morel · source read", "workshops", "0", "500", "1,000", "1,500", "2,000", "1900",
        "1901", "1,900", "300",
    ]  # fmt: skip


def test_a_long_time_without_a_count_is_dotted(table) -> None:
    rows = [of_year(year, value=1) for year in (1900, 1901, 1902, 1912)]
    assert long_gaps(voices(table(*rows))) == [False, False, True]


def test_what_holds_until_it_changes_is_drawn_in_steps(draw, trace) -> None:
    figure = draw("steps", of_year(1900, value=5), of_year(1901, value=0), unit="seats")
    (line,) = [one for one in figure.data if one.mode == "lines"]
    start, end = zip(trace(figure, "marks").x, trace(figure, "marks").y, strict=True)
    assert list(zip(line.x, line.y, strict=True)) == [start, (end[0], start[1]), end]


def test_two_voices_of_one_day_are_no_change(draw) -> None:
    figure = draw("series", of_year(1900, value=3), of_year(1900, value=9))
    assert [one.name for one in figure.data if one.mode == "lines"] == []


def test_a_value_without_a_date_is_said_below_a_series(draw, texts) -> None:
    lost = {"value": 9, "earliest": None, "latest": None}
    figure = draw("series", of_year(1900, value=3), lost)
    assert texts(figure)[-1] == "Without a date: J. Morel: 9 workshops"


BROKEN = (
    of_year(1900, value=0, category="By rule"),
    of_year(1901, value=12, category="Counted"),
    of_year(1911, value=76, category="Surveyed"),
)


@pytest.mark.parametrize("width", (1040, 358))
def test_a_broken_series_has_no_line_and_a_named_hole(draw, texts, width) -> None:
    figure = draw("broken-series", *BROKEN, unit="percent", width=width, breaks="A fire.")
    assert [one for one in figure.data if one.mode == "lines"] == []
    assert any(shape.fillcolor == LIGHT.fold for shape in figure.layout.shapes)
    said = " ".join(texts(figure))
    assert "No count between Dec 1901 and Jan 1911" in said
    assert "A fire." in said
    assert all(text in said for text in ("0 %", "12 %", "76 %", "By rule", "Surveyed"))


def test_holes_are_the_long_stretches_that_no_voice_covers(table) -> None:
    rows = [of_year(1900, value=1), of_year(1901, value=1), of_year(1911, value=1)]
    assert holes(voices(table(*rows))) == [(day_of(1902) - 1, day_of(1911))]
    covered = {"earliest": day_of(1900), "latest": day_of(1911), "value": 1}
    assert holes(voices(table(*rows, covered))) == []


SEATS = (
    {"value": 18, "category": "Syndicalists", "slot": "rust", "series": "June 1900"},
    {"value": 14, "category": "Dock crews", "slot": "green", "series": "June 1900"},
    {"value": 80, "category": "Syndicalists", "slot": "rust", "series": "May 1901"},
    {"value": 20, "category": "Non-party", "series": "May 1901"},
)


def test_a_name_that_all_points_have_in_common_is_not_said_at_each(draw, texts) -> None:
    days = [(day_of(y), day_of(y + 1) - 1) for y in (1900, 1901)]
    rows = [
        {"value": n, "series": "measures", "earliest": first, "latest": last}
        for n, (first, last) in enumerate(days, 1)
    ]
    assert "measures" not in texts(draw("broken-series", *rows))
    rows[1]["series"] = "acts"
    assert {"measures", "acts"} <= set(texts(draw("broken-series", *rows)))


def test_every_line_says_its_last_number_in_the_key_where_there_is_no_room(draw, texts) -> None:
    names = ("paid", "claimed", "listed", "counted", "guessed")
    rows = [
        {"value": 100 * year + place, "series": name, "earliest": day_of(1899 + year),
         "latest": day_of(1900 + year) - 1}
        for place, name in enumerate(names) for year in (1, 2)
    ]  # fmt: skip
    said = texts(draw("series", *rows, width=358))
    assert [name for name in names if name not in said] == []
    assert [n for n in range(200, 205) if str(n) not in [one.strip() for one in said]] == []


def test_the_name_of_a_body_has_the_whole_line_where_its_sum_stands_below(draw, texts) -> None:
    name = "The crews of the Great Quay, May 1900"
    parts = [{"value": n, "category": str(n), "series": name} for n in (30, 12)]
    other = {"value": 3, "category": "3", "series": "Another", "by": "A. Le Goff"}
    figure = draw("seats", *parts, other, {**other, "value": 4}, width=250)
    assert texts(figure)[:4] == ["For all: May 1900 · source read", name, "J. Morel", "42 listed"]


def test_seats_are_shares_named_by_mark_number_and_per_cent(draw, texts) -> None:
    figure = draw("seats", *SEATS, unit="seats")
    assert texts(figure) == [
        "For all: J. Morel · May 1900 · source read", "June 1900", "32 listed", "half",
        "Syndicalists", "18", "56 %", "Dock crews", "14", "44 %", "May 1901", "100 listed", "80",
        "20", "Syndicalists", "80", "80 %", "Non-party", "20", "20 %",
    ]  # fmt: skip
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round((s.x1 - s.x0 + 1.5) / 700, 3) for s in bars] == [0.562, 0.8]


def test_a_body_with_one_part_is_drawn_by_number_and_not_as_all(draw) -> None:
    figure = draw("seats", *SEATS[:2], SEATS[2], unit="seats")
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round(s.x1 - s.x0 + 1.5) for s in bars] == [round(700 * 18 / 80), 700]


def test_flows_are_as_long_as_their_numbers(draw) -> None:
    figure = draw("flows", *SEATS, unit="votes")
    bars = [s for s in figure.layout.shapes if s.fillcolor == LIGHT.hue("rust")]
    assert [round(s.x1 - s.x0 + 1.5) for s in bars] == [126, 560]


def test_bodies_without_a_series_are_told_apart_by_voice_and_period(table, labels) -> None:
    rows = [{"value": 3}, {"value": 4}, {"value": 5, "by": "A. Le Goff"}]
    found = bodies(Content(voices(table(*rows)), "votes", labels))
    assert [(body.name, body.total) for body in found] == [
        ("J. Morel · May 1900", 7), ("A. Le Goff · May 1900", 5),
    ]  # fmt: skip


def test_a_pair_is_two_marks_joined_and_its_numbers_in_order(draw, trace, texts) -> None:
    figure = draw(
        "pairs", {"value": 9, "series": "under managers", "category": "Ships"},
        {"value": 7, "series": "under crews", "category": "Ships"}, unit="ships",
    )  # fmt: skip
    assert texts(figure)[1:3] == ["under managers", "under crews"]
    assert texts(figure)[-4:] == ["Ships", "9", " → ", "7"]
    assert trace(figure, "marks").marker.color[-2:] == (LIGHT.axis, LIGHT.text)


def test_half_a_pair_says_what_is_missing(draw, texts) -> None:
    figure = draw(
        "pairs", {"value": 9, "series": "before", "category": "Ships"},
        {"value": 7, "series": "after", "category": "Ships"},
        {"value": 4, "series": "after", "category": "Boats"},
    )  # fmt: skip
    assert "no figure: before" in texts(figure)
