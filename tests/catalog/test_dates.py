"""EDTF by the sections of the Library of Congress profile (4 February 2019) of ISO 8601-2:2019.

Levels 0 and 1. Bounds are compared as `iso_bounds` shows them: Gregorian days, `..` where there is none.
"""

from __future__ import annotations

import pytest

from components.catalog.dates import EDTFError, iso_bounds, parse


def bounds(*cases: tuple[str, str]):
    return pytest.mark.parametrize(("text", "days"), cases, ids=[text for text, _ in cases])


def texts(*cases: str):
    return pytest.mark.parametrize("text", cases)


# Level 0 --------------------------------------------------------------------------------------


@bounds(
    ("1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01/1985-04-30"),
    ("1985", "1985-01-01/1985-12-31"),
    ("0000", "0000-01-01/0000-12-31"),
    ("0000-02", "0000-02-01/0000-02-29"),
    ("0409", "0409-01-01/0409-12-31"),
    ("1900-02", "1900-02-01/1900-02-28"),
    ("2000-02", "2000-02-01/2000-02-29"),
    ("2016-12", "2016-12-01/2016-12-31"),
)
def test_level_0_date(text, days):
    assert iso_bounds(parse(text)) == days


@bounds(
    ("1985-04-12T23:20:30", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12"),
    ("2004-01-01T00:00:00+14:00", "2004-01-01"),
    ("2004-01-01T23:59:59-12:00", "2004-01-01"),
    ("2016-05-02T16:54:59+13:30", "2016-05-02"),
    ("2016-05-02T24:00:00", "2016-05-02"),
    ("-1985-04-12T23:20:30Z", "-1985-04-12"),
)
def test_level_0_date_and_time_is_the_day_on_the_calendar_of_the_place(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).precision == "time"


@texts(
    "2016-12-31T23:59:60Z",
    "2017-01-01T05:29:60+05:30",
    "2016-12-31T18:59:60-05",
    "2016-12-31T23:59:60",
)
def test_a_leap_second_is_read_where_it_can_be_the_last_of_a_day_in_utc(text):
    assert str(parse(text)) == text


@texts(
    "2016-12-31T23:58:60Z",
    "2016-12-31T22:59:60Z",
    "2017-01-01T05:59:60+05:30",
    "2016-12-31T23:30:60",
    "2016-12-31T23:59:61Z",
    "2016-05-02T24:00:01",
    "2016-05-02T24:30:00",
    "2016-05-02T25:00:00",
    "2016-05-02T00:61:00",
)
def test_times_that_no_clock_shows_are_refused(text):
    with pytest.raises(EDTFError, match="has no time") as refused:
        parse(text)
    assert refused.value.position == 11


@texts("+14:01", "-12:01", "+15", "-13:00", "-05:60", "-00:00", "-00", "+99")
def test_zone_offsets_that_no_place_has_are_refused(text):
    with pytest.raises(EDTFError, match="has no zone offset") as refused:
        parse("2016-05-02T12:00:00" + text)
    assert refused.value.position == 19


@bounds(
    ("1964/2008", "1964-01-01/2008-12-31"),
    ("2004-06/2006-08", "2004-06-01/2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01/2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01/2005-02-28"),
    ("2004-02-01/2005", "2004-02-01/2005-12-31"),
    ("2005/2006-02", "2005-01-01/2006-02-28"),
    ("0000-01/0000", "0000-01-01/0000-12-31"),
    ("1985/1985", "1985-01-01/1985-12-31"),
)
def test_level_0_time_interval(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).is_interval


# Level 1 --------------------------------------------------------------------------------------


@bounds(
    ("Y170000002", "170000002-01-01/170000002-12-31"),
    ("Y-170000002", "-170000002-01-01/-170000002-12-31"),
    ("Y10000", "10000-01-01/10000-12-31"),
    ("Y9999999999999999", "9999999999999999-01-01/9999999999999999-12-31"),
)
def test_level_1_letter_prefixed_calendar_year(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).precision == "year"


def test_the_farthest_days_fit_in_64_bits():
    assert parse("Y9999999999999999").latest < 2**63
    assert parse("Y-9999999999999999").earliest > -(2**63)


@bounds(
    ("2001-21", "2001-03-01/2001-05-31"),
    ("2001-22", "2001-06-01/2001-08-31"),
    ("2001-23", "2001-09-01/2001-11-30"),
    ("2001-24", "2001-12-01/2002-02-28"),
    ("2003-24", "2003-12-01/2004-02-29"),
    ("-0001-24", "-0001-12-01/0000-02-29"),
)
def test_level_1_seasons_by_three_months_and_winter_into_the_next_year(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).precision == "season"


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1984", False, False),
        ("1984?", True, False),
        ("2004-06~", False, True),
        ("2004-06-11%", True, True),
        ("2001-21~", False, True),
        ("-0275~", False, True),
        ("Y-17E7?", True, False),
        ("201X%", True, True),
        ("1950S2~", False, True),
    ],
)
def test_level_1_qualification_of_a_complete_date(text, uncertain, approximate):
    span = parse(text)
    assert (span.uncertain, span.approximate) == (uncertain, approximate)
    assert (span.soft_start, span.soft_end) == (approximate, approximate)


def test_a_mark_never_widens_the_bounds():
    assert iso_bounds(parse("2004-06-11~")) == iso_bounds(parse("2004-06-11"))


@bounds(
    ("201X", "2010-01-01/2019-12-31"),
    ("20XX", "2000-01-01/2099-12-31"),
    ("2004-XX", "2004-01-01/2004-12-31"),
    ("1985-04-XX", "1985-04-01/1985-04-30"),
    ("1985-XX-XX", "1985-01-01/1985-12-31"),
    ("2016-02-XX", "2016-02-01/2016-02-29"),
    ("-004X", "-0049-01-01/-0040-12-31"),
    ("-000X", "-0009-01-01/-0001-12-31"),
)
def test_level_1_unspecified_digits_from_the_right(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).unspecified


@bounds(
    ("1985-04-12/..", "1985-04-12/.."),
    ("1985-04/..", "1985-04-01/.."),
    ("1985/..", "1985-01-01/.."),
    ("../1985-04-12", "../1985-04-12"),
    ("../1985", "../1985-12-31"),
    ("1985-04-12/", "1985-04-12/.."),
    ("1985/", "1985-01-01/.."),
    ("/1985-04-12", "../1985-04-12"),
    ("/1985", "../1985-12-31"),
    ("../", ".."),
    ("/..", ".."),
    ("../..", ".."),
    ("2003-22/2004-22", "2003-06-01/2004-08-31"),
    ("1984~/2004-06?", "1984-01-01/2004-06-30"),
    ("Y-61000/-2000", "-61000-01-01/-2000-12-31"),
)
def test_level_1_extended_interval(text, days):
    assert iso_bounds(parse(text)) == days


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("1985/1986", set()),
        ("1985/..", {"open_end"}),
        ("../1985", {"open_start"}),
        ("1985/", {"unknown_end"}),
        ("/1985", {"unknown_start"}),
        ("../..", {"open_start", "open_end"}),
        ("../", {"open_start", "unknown_end"}),
        ("/..", {"unknown_start", "open_end"}),
        ("[..1985]", {"open_start"}),
        ("{1985..}", {"open_end"}),
        ("1985", set()),
    ],
)
def test_open_and_unknown_ends_stay_distinct(text, flags):
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {name for name in names if getattr(parse(text), name)} == flags


@bounds(
    ("-1985", "-1985-01-01/-1985-12-31"),
    ("-0001-02", "-0001-02-01/-0001-02-28"),
    ("-0004-02-29", "-0004-02-29"),
    ("-2005/-1999-02", "-2005-01-01/-1999-02-28"),
)
def test_level_1_negative_calendar_year(text, days):
    assert iso_bounds(parse(text)) == days
