"""What a span tells of itself, and dates read by the Julian calendar."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from components.catalog.dates import EDTFError, iso_bounds, parse


def bounds(*cases: tuple[str, str]):
    return pytest.mark.parametrize(("text", "days"), cases, ids=[text for text, _ in cases])


def texts(*cases: str):
    return pytest.mark.parametrize("text", cases)


# What a span tells ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1901-05-14", "day"),
        ("1901-05-1X", "day"),
        ("156X-12-25", "day"),
        ("1901-05-XX", "month"),
        ("1901-1X", "month"),
        ("1901-XX-XX", "year"),
        ("18X7", "year"),
        ("190X", "decade"),
        ("19XX", "century"),
        ("1XXX", "millennium"),
        ("XXXX", "millennium"),
        ("190X-XX", "decade"),
    ],
)
def test_precision_is_the_finest_part_with_a_digit_known(text, precision):
    assert parse(text).precision == precision


@bounds(
    ("1901-05-14", "1901-05-14/1901-05-14"),
    ("1901-05-14?", "1901-05-14/1901-05-14"),
    ("2004-01-01T10:10:10Z", "2004-01-01/2004-01-01"),
    ("1901-05-14/1901-05-20", "1901-05-14/1901-05-20"),
    ("1901-05/1901-07", "1901-05-31/1901-07-01"),
    ("1901-05/1901-06", "1901-05-31/1901-06-01"),
    ("1901-05-14/1901", None),
    ("1901-05/1901-05", None),
    ("1901-05-14/..", "1901-05-14/1901-05-14"),
    ("1901-05/..", "1901-05-31/1901-05-31"),
    ("../1901-05", "1901-05-01/1901-05-01"),
    ("1901-05-14/", "1901-05-14/1901-05-14"),
    ("/1901-05-14", "1901-05-14/1901-05-14"),
    ("1901-05/", None),
    ("/1901-05", None),
    ("../..", None),
    ("1901-05", None),
    ("1901-05-1X", None),
    ("[1901-05-14,1901-05-15]", None),
    ("{1901-05-14..1901-05-20}", None),
)
def test_the_core_is_what_certainly_belongs_to_it(text, days):
    core = parse(text).core
    expected = days and tuple(parse(day).earliest for day in days.split("/"))
    assert core == expected


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        ("1984~/2004-06", (True, False)),
        ("1984/2004-06~", (False, True)),
        ("1984~/..", (True, False)),
        ("/1984%", (False, True)),
        ("1984?/2004", (False, False)),
        ("[1667~,1668]", (True, False)),
        ("{1667..1668~,1670}", (False, False)),
        ("[1667,1668..1670~]", (False, True)),
    ],
)
def test_an_end_is_soft_where_that_end_is_approximate(text, soft):
    assert (parse(text).soft_start, parse(text).soft_end) == soft


def test_the_ends_of_an_interval_are_spans():
    span = parse("1984~/2004-06")
    assert (span.start, span.end) == (parse("1984~"), parse("2004-06"))
    assert parse("/1984").start is None
    assert parse("1984/..").end is None


def test_parts_are_the_components_as_written():
    year, month, day, time = parse("-0043-03-15T10:10:10Z").parts
    assert [tuple(part[:2]) for part in (year, month, day, time)] == [
        ("year", "-0043"),
        ("month", "03"),
        ("day", "15"),
        ("time", "10:10:10Z"),
    ]
    assert [part.value for part in (year, month, day, time)] == [-43, 3, 15, None]
    assert [part.value for part in parse("156X-12-XX").parts] == [None, 12, None]
    assert parse("Y-17E7").parts[0].value == -170000000


def test_spans_are_equal_by_text_and_calendar():
    assert parse("1901-05") == parse("1901-05")
    assert parse("1901-05") != parse("1901-05~")
    assert parse("1901-05") != parse("1901-05", "julian")
    assert parse("1901-05") != "1901-05"
    assert len({parse("1901-05"), parse("1901-05"), parse("1901-05", "julian")}) == 2


def test_a_span_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        parse("1901").text = "1902"


def test_spans_and_errors_can_be_stored_and_copied():
    span = parse("[1667~,1668..1670]")
    assert pickle.loads(pickle.dumps(span)).members == span.members
    assert copy.deepcopy(span) == span
    with pytest.raises(EDTFError) as refused:
        parse("1901-13")
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.position) == (str(refused.value), 5)


def test_a_span_shows_its_text():
    assert str(parse("1901-05~")) == "1901-05~"
    assert repr(parse("1901-05~")) == "Span('1901-05~')"
    assert repr(parse("1901", "julian")) == "Span('1901', calendar='julian')"


# Old Style ------------------------------------------------------------------------------------


@bounds(
    ("1901-05-01", "1901-05-14"),
    ("1900-02-29", "1900-03-13"),
    ("1901-02-23/1901-03-02", "1901-03-08/1901-03-15"),
    ("1900-02", "1900-02-13/1900-03-13"),
    ("1901", "1901-01-14/1902-01-13"),
    ("1900-24", "1900-12-14/1901-03-13"),
    ("1900-02-2X", "1900-03-04/1900-03-13"),
    ("19XX-02-29", "1900-03-13/1996-03-13"),
    ("[1901-05-01,1901-05-02..]", "1901-05-14/.."),
)
def test_the_same_grammar_is_read_by_the_julian_calendar(text, days):
    assert iso_bounds(parse(text, calendar="julian")) == days
    assert parse(text, calendar="julian").calendar == "julian"


def test_old_and_new_style_of_one_day_have_one_day_number():
    assert parse("1901-05-01", "julian").earliest == parse("1901-05-14").earliest


@texts("1901-02-29", "1900-02-30", "1901-04-31")
def test_days_the_julian_calendar_does_not_have_are_refused(text):
    with pytest.raises(EDTFError, match="has no day"):
        parse(text, calendar="julian")
