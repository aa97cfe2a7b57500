"""EDTF by the sections of the Library of Congress profile (4 February 2019) of ISO 8601-2:2019.

Bounds are compared as `iso_bounds` shows them: Gregorian days, `..` where there is no bound.
"""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from components.catalog.dates import MAX_LENGTH, EDTFError, iso_bounds, parse


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


# Level 2 --------------------------------------------------------------------------------------


@bounds(
    ("Y-17E7", "-170000000-01-01/-170000000-12-31"),
    ("Y17E8", "1700000000-01-01/1700000000-12-31"),
    ("Y1E15", "1000000000000000-01-01/1000000000000000-12-31"),
    ("Y19E2", "1900-01-01/1900-12-31"),
)
def test_level_2_exponential_year(text, days):
    assert iso_bounds(parse(text)) == days


@pytest.mark.parametrize(
    ("text", "days", "estimate", "precision"),
    [
        ("1950S2", "1900-01-01/1999-12-31", 1950, "century"),
        ("1953S3", "1950-01-01/1959-12-31", 1953, "decade"),
        ("1953S4", "1953-01-01/1953-12-31", 1953, "year"),
        ("-1950S2", "-1999-01-01/-1900-12-31", -1950, "century"),
        ("0950S1", "0900-01-01/0999-12-31", 950, "century"),
        ("Y171010000S3", "171000000-01-01/171999999-12-31", 171010000, "millennium"),
        ("Y3388E2S3", "338000-01-01/338999-12-31", 338800, "millennium"),
        ("Y-171010000S2", "-179999999-01-01/-170000000-12-31", -171010000, "millennium"),
    ],
)
def test_level_2_significant_digits(text, days, estimate, precision):
    span = parse(text)
    assert (iso_bounds(span), span.estimated_year, span.precision) == (days, estimate, precision)


@bounds(
    ("2001-25", "2001-03-01/2001-05-31"),
    ("2001-26", "2001-06-01/2001-08-31"),
    ("2001-27", "2001-09-01/2001-11-30"),
    ("2001-28", "2001-12-01/2002-02-28"),
    ("2001-29", "2001-09-01/2001-11-30"),
    ("2001-30", "2001-12-01/2002-02-28"),
    ("2001-31", "2001-03-01/2001-05-31"),
    ("2001-32", "2001-06-01/2001-08-31"),
    ("2001-33", "2001-01-01/2001-03-31"),
    ("2001-34", "2001-04-01/2001-06-30"),
    ("2001-35", "2001-07-01/2001-09-30"),
    ("2001-36", "2001-10-01/2001-12-31"),
    ("2001-37", "2001-01-01/2001-04-30"),
    ("2001-38", "2001-05-01/2001-08-31"),
    ("2001-39", "2001-09-01/2001-12-31"),
    ("2001-40", "2001-01-01/2001-06-30"),
    ("2001-41", "2001-07-01/2001-12-31"),
    ("200X-33", "2000-01-01/2009-03-31"),
)
def test_level_2_sub_year_groupings(text, days):
    assert iso_bounds(parse(text)) == days
    assert parse(text).precision == "season"


@bounds(
    ("[1667,1668,1670..1672]", "1667-01-01/1672-12-31"),
    ("[..1760-12-03]", "../1760-12-03"),
    ("[1760-12..]", "1760-12-01/.."),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01/.."),
    ("[1667,1760-12]", "1667-01-01/1760-12-31"),
    ("[..1984]", "../1984-12-31"),
    ("[..1984,1985-10-01..]", ".."),
    ("{1667,1668,1670..1672}", "1667-01-01/1672-12-31"),
    ("{1960,1961-12}", "1960-01-01/1961-12-31"),
    ("{..1984}", "../1984-12-31"),
    ("{-1640-06..-1200-01}", "-1640-06-01/-1200-01-31"),
    ("[2001-21..2001-23]", "2001-03-01/2001-11-30"),
    ("[1960-12-31,1960-01-01]", "1960-01-01/1960-12-31"),
)
def test_level_2_set_representation(text, days):
    span = parse(text)
    assert iso_bounds(span) == days
    assert (span.precision, span.is_one_of, span.is_all_of) == (
        "set",
        text[0] == "[",
        text[0] == "{",
    )


def test_the_members_of_a_set_are_spans_in_their_order():
    span = parse("{1667~,1668-12,1670..1672}")
    assert [str(member) for member in span.members] == ["1667~", "1668-12", "1670..1672"]
    assert [member.approximate for member in span.members] == [True, False, False]
    years = span.members[2]
    assert (years.start, years.end) == (parse("1670"), parse("1672"))


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        # group qualification: right of a part, for it and all before it
        ("2004-06-11%", {"year": "?~", "month": "?~", "day": "?~"}),
        ("2004-06~-11", {"year": "~", "month": "~", "day": ""}),
        ("2004?-06-11", {"year": "?", "month": "", "day": ""}),
        # qualification of an individual component: left of it
        ("?2004-06-~11", {"year": "?", "month": "", "day": "~"}),
        ("2004-%06-11", {"year": "", "month": "?~", "day": ""}),
        ("%-2011-06-13", {"year": "?~", "month": "", "day": ""}),
        # both
        ("2004?-06-~11", {"year": "?", "month": "", "day": "~"}),
        ("?2004-06~", {"year": "?~", "month": "~"}),
        ("2004-~06?", {"year": "?", "month": "?~"}),
        ("2004-?21", {"year": "", "season": "?"}),
        ("2004-06-11", {"year": "", "month": "", "day": ""}),
        ("Y17E7~", {"year": "~"}),
    ],
)
def test_level_2_qualification_of_parts(text, qualifiers):
    expected = {unit: frozenset(marks) for unit, marks in qualifiers.items()}
    assert parse(text).qualifiers == expected


@bounds(
    ("156X-12-25", "1560-12-25/1569-12-25"),
    ("15XX-12-25", "1500-12-25/1599-12-25"),
    ("XXXX-12-XX", "0000-12-01/9999-12-31"),
    ("XXXX-XX-XX", "0000-01-01/9999-12-31"),
    ("1XXX-XX", "1000-01-01/1999-12-31"),
    ("1XXX-12", "1000-12-01/1999-12-31"),
    ("1984-1X", "1984-10-01/1984-12-31"),
    ("1984-X1", "1984-01-01/1984-11-30"),
    ("20X0-10-02", "2000-10-02/2090-10-02"),
    ("2X13", "2013-01-01/2913-12-31"),
    ("-1X32-X1-X2", "-1932-01-02/-1032-11-22"),
    ("-1XXX", "-1999-01-01/-1000-12-31"),
    ("-XXXX", "-9999-01-01/-0001-12-31"),
    ("2004-XX-31", "2004-01-31/2004-12-31"),
    ("2004-XX-30", "2004-01-30/2004-12-30"),
    ("2016-X2-3X", "2016-12-30/2016-12-31"),
    ("2016-02-X9", "2016-02-09/2016-02-29"),
    ("2017-02-2X", "2017-02-20/2017-02-28"),
    ("19XX-02-29", "1904-02-29/1996-02-29"),
    ("19XX-X2-29", "1900-12-29/1999-12-29"),
    ("XXX1-02-2X", "0001-02-20/9991-02-28"),
    ("XX00-02-29", "0000-02-29/9600-02-29"),
)
def test_level_2_unspecified_digits_reach_from_the_first_to_the_last_existing_day(text, days):
    assert iso_bounds(parse(text)) == days


@bounds(
    ("2004-06-~01/2004-06-~20", "2004-06-01/2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01/2004-07-03"),
    ("1984?-06/2004-08?", "1984-06-01/2004-08-31"),
    ("2003-06-25/2004-X1-03", "2003-06-25/2004-11-03"),
    ("XXXX-12-21/1890-09-2X", "0000-12-21/1890-09-29"),
    ("198X/199X", "1980-01-01/1999-12-31"),
    ("1919-07-30/1919-07-3X", "1919-07-30/1919-07-31"),
    ("1950S2/1999", "1900-01-01/1999-12-31"),
)
def test_level_2_interval(text, days):
    assert iso_bounds(parse(text)) == days


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


# What is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "the date is empty"),
        ("1902-02-30", 8, "“1902-02-30” has no day 30 in February 1902"),
        ("1902-02-29", 8, "“1902-02-29” has no day 29 in February 1902. 1902 is not a leap year."),
        (
            "1900-02-29",
            8,
            "“1900-02-29” has no day 29 in February 1900. "
            "1900 is a leap year by the Julian calendar (Old Style) only.",
        ),
        (
            "1901-00",
            5,
            "“1901-00” has no month 00. Leave the month out, or write “XX”, when it is not known.",
        ),
        (
            "1901-05-00",
            8,
            "“1901-05-00” has no day 00 in May 1901. "
            "Leave the day out, or write “XX”, when it is not known.",
        ),
        (
            "1950-42",
            5,
            "“1950-42” has no month 42. "
            "Months are 01 to 12, seasons 21 to 32, quarters 33 to 36, other parts 37 to 41.",
        ),
        ("156X-11-31", 8, "“156X-11-31” has no day 31 in November"),
        ("2004-XX-32", 8, "“2004-XX-32” has no day 32 in 2004"),
        ("20XX-XX-32", 8, "“20XX-XX-32” has no day 32 in any month"),
        ("2017-02-3X", 8, "“2017-02-3X” has no day 3X in February 2017"),
        ("XXX1-02-29", 8, "“XXX1-02-29” has no day 29 in February"),
        (
            "1901-21-01",
            8,
            "“1901-21-01”: 21 is a season or another part of a year and has no days. "
            "Months are 01 to 12.",
        ),
        ("-0000", 0, "“-0000” is not a year. Year “0000” is 1 BCE."),
        ("Y1950", 1, "“Y1950”: after “Y” come five digits or more. Write “1950”."),
        ("Y-950", 1, "“Y-950”: after “Y” come five digits or more. Write “-0950”."),
        ("Y1E16", 0, "“Y1E16” is too far away. Years of up to 16 digits are read."),
        ("1950S5", 5, "“1950S5”: the year 1950 has only 4 significant digits"),
        ("0000S1", 5, "“0000S1”: the year 0 has only 0 significant digits"),
        ("1902/1901", 5, "“1902/1901” ends before it starts"),
        ("/", 0, "“/” has neither start nor end"),
        ("..", 0, "“..” is not a date. An open end stands so: “1901/..”."),
        ("[1901,1902", 10, "“[1901,1902” has no “]” at its end"),
        ("{1901]", 6, "“{1901]” has no “}” at its end"),
        ("[", 1, "“[” has no “]” at its end"),
        ("[]", 1, "a member of the set is empty"),
        ("[1901,,1902]", 6, "a member of the set is empty"),
        ("[..]", 1, "“..” in a set needs a date"),
        ("[1901,..1902]", 6, "“..1902” can only be the first member of a set"),
        ("[1901..,1902]", 1, "“1901..” can only be the last member of a set"),
        ("[1902..1901]", 7, "“1902..1901” ends before it starts"),
        ("[1901..1902-03]", 7, "“1901..1902-03”: both ends of “..” need the same precision"),
        ("[191X..1925]", 7, "“191X..1925”: both ends of “..” need the same precision"),
        ("1901/[1902]", 5, "“[1902]”: a set cannot stand in an interval"),
        ("[{1901}]", 1, "“{1901}”: a set cannot stand in a set"),
        (
            "2005-07-25/2006-01-01T10:10:10Z",
            21,
            "“2006-01-01T10:10:10Z”: an interval has no times of day. Write “2006-01-01”.",
        ),
        (
            "[2006-01-01T10:10:10Z]",
            11,
            "“2006-01-01T10:10:10Z”: a set has no times of day. Write “2006-01-01”.",
        ),
        (
            "2016-05-02T12:00:00-00:00",
            19,
            "“2016-05-02T12:00:00-00:00” has no zone offset -00:00. Write “Z” or “+00:00”.",
        ),
        ("198", 3, "“198” is not complete. Years have four digits: “0198”; a decade is “198X”."),
        ("19", 2, "“19” is not complete. Years have four digits: “0019”; a century is “19XX”."),
        (
            "early 1901",
            0,
            "“early 1901”: “e” at character 1 does not belong there. "
            "Dates are written “1901”, “1901-05” or “1901-05-14”, intervals “1901/1902”.",
        ),
        ("1" * 501, 500, "the date has 501 characters; at most 500 are read"),
    ],
)
def test_a_refusal_names_the_fault_and_its_place(text, position, message):
    with pytest.raises(EDTFError) as refused:
        parse(text)
    assert (str(refused.value), refused.value.position) == (message, position)


@texts(
    "199A", "12345", "20067890%", "+2006%", "2016-5", "2016-05-3", "2016-05-032", "--05-03", "-",
    "1863- 03-29", "1863-03 -29", " 1863-03-29", "1863-03-29 ", "1863-03-29\n", "1863-0 3-29",
    "2000/12-12", "2012/2013/1234", "2012//2013", "2012\\2013", "1901–1902", "1901−05",
    "2012-10-10T10:1:10", "2012-10-10T10:10", "2012-10-10T10", "2012-10-10T", "T10:10:10",
    "1985-04-12t23:20:30", "1985-04-12T23:20:30z", "1985-04-12 23:20:30", "1985-04T23:20:30",
    "2012-10-10T10:50:10Z15", "2004-01-01T10:10:40Z25:00", "2004-01-01T10:10:1000:59",
    "2004-01-01T10:10:10+0500", "2004-01-01T10:10:10.5", "2004-01-01T10:10:10Z~",
    "1985-XX-12T23:20:30", "198x", "y170000002", "Y17e7", "1950s2", "Y", "Y-", "YXXXXX", "Y17E",
    "Y17E0", "Y17E-3", "Y017E7", "Y00001", "Y-00001", "Y0", "Y12345-05", "Y12345S0", "1950S0",
    "1950S02", "195XS2", "1950S", "S2", "E5", "1950S2-05", "1950E3",
    "2004?~", "2004-06-??11", "2004--06", "??2004", "2004-06-(11)~", "(2004)-06", "~", "?",
    "[1999}", "1999]", "[1 760-01,1760-02]", "[1760-01, 1760-02]", "[1667;1668]", "[1667...1668]",
    "[..1984..]", "[1960/1961]", "[1960]~", "{1960,}", "{,1960}", "1667..1668", "..1984", "1984..",
    "1984/...", "1984/open", "1984/unknown", "XX-05", "X", "XXXXX", "0XXXX", "-XXX", "1984-XXX",
    "15XX-2X-25", "2016-2X", "2016-13", "2016-20", "2016-99", "2016-X0-00", "2016-05-32",
    "2016-02-31", "2016-06-31", "2016-11-31", "٢٠١٦", "２０１６", "2016-0५", "1e3", "0x7E0", "1_000",
    "1901-365", "1901-W05", "P1Y", "1901-05/P1Y", "NaN", "None", "null",
)  # fmt: skip
def test_everything_else_is_refused_at_a_place_within_the_text(text):
    with pytest.raises(EDTFError) as refused:
        parse(text)
    assert 0 <= refused.value.position <= len(text)
    assert "\n" not in str(refused.value)


def test_an_interval_may_end_within_the_month_in_which_it_starts():
    assert iso_bounds(parse("2004-06-11/2004-06")) == "2004-06-11/2004-06-30"
    with pytest.raises(EDTFError):
        parse("2004-06-11/2004-05")


@texts(
    "[" + ",".join(["X0XX-02-29"] * 45) + "]", "Y1E" + "9" * 490, "[" * 500, "c " * 250, "9" * 10**6
)
def test_no_text_makes_reading_long(text):
    from time import process_time

    begun = process_time()
    try:
        parse(text)
    except EDTFError as refused:
        assert len(str(refused)) < 250
    assert process_time() - begun < 0.5


def test_the_longest_text_is_read():
    text = "[" + ",".join(["1901"] * 99) + ",1902]"
    assert len(text) == MAX_LENGTH + 1
    with pytest.raises(EDTFError):
        parse(text)
    assert len(parse(text.replace("1901,", "", 1)).members) == 99


# Hints ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1901/03/08", "Write “1901-03-08”: hyphens between the parts."),
        ("1901.3.8", "Write “1901-03-08”: hyphens between the parts, two digits for month and day."),
        ("1901-3-8", "Write “1901-03-08”: two digits for month and day."),
        ("19010514", "Write “1901-05-14”: hyphens between the parts."),
        ("14.05.1901", "Write “1901-05-14”: year, month, day."),
        ("03.08.1901", "Write “1901-08-03”: year, month, day."),
        ("14/05/1901", "Write “1901-05-14”: year, month, day."),
        ("05/14/1901", "Write “1901-05-14”: year, month, day."),
        ("14 May 1901", "Write “1901-05-14”: year, month, day."),
        ("May 14, 1901", "Write “1901-05-14”: year, month, day."),
        ("May 1901", "Write “1901-05”: months as numbers."),
        ("Sept 1901", "Write “1901-09”: months as numbers."),
        ("spring 1901", "Write “1901-21”: seasons as 21 to 24."),
        ("c. 1901", "Write “1901~”: “~” for about."),
        ("circa March 1901", "Write “1901-03~”: “~” for about, months as numbers."),
        ("perhaps 1901", "Write “1901?”: “?” for perhaps."),
        ("1901–1902", "Write “1901/1902”: a slash between start and end."),
        ("1901-1902", "Write “1901/1902”: a slash between start and end."),
        ("1901-18", "Write “1901/1918”: a slash between start and end."),
        ("March 1901 to May 1901", "Write “1901-03/1901-05”: months as numbers, a slash between start and end."),
        ("1901-03-08 – 1901-03-15", "Write “1901-03-08/1901-03-15”: a slash between start and end."),
        ("1910s", "Write “191X”: X for open digits."),
        ("20th century", "Write “19XX”: X for open digits."),
        ("19uu", "Write “19XX”: X for open digits."),
        ("2004-xx", "Write “2004-XX”: X for open digits."),
        ("191?", "Write “191X”: X for open digits."),
        ("44 BCE", "Write “-0043”: year 0 is 1 BCE, -0001 is 2 BCE."),
        ("12,000 BC", "Write “Y-11999”: year 0 is 1 BCE, -0001 is 2 BCE."),
        ("476 CE", "Write “0476”: four digits for the year."),
        ("12345", "Write “Y12345”: “Y” before a year of five digits or more."),
        ("+1901", "Write “1901”: no plus sign."),
        ("1901/present", "Write “1901/..”: “..” for an open end."),
        ("1901/unknown", "Write “1901/”: nothing for an unknown end."),
        ("2004?~", "Write “2004%”: “%” for “?” and “~” together."),
        (" 1901", "Write “1901”: no spaces."),
        ("[1901, 1902]", "Write “[1901,1902]”: no spaces."),
        ("[1901/1902]", "Write “[1901..1902]”: “..” within a set."),
        ("y17e7", "Write “Y17E7”: a capital Y, a capital E."),
        ("1950p2", "Write “1950S2”: a capital S."),
        ("2004-01-01 10:10", "Write “2004-01-01T10:10:00”: a capital T before the time, minutes and seconds in a time."),
        ("2004-01-01T10:10:10.5z", "Write “2004-01-01T10:10:10Z”: no fractions of a second, a capital Z."),
        ("2004-01-01T10:10:10+0500", "Write “2004-01-01T10:10:10+05:00”: a colon in the zone offset."),
        ("1901‑05‑14", "Write “1901-05-14”: plain hyphens."),
    ],
)  # fmt: skip
def test_a_refusal_says_what_may_have_been_meant(text, hint):
    with pytest.raises(EDTFError) as refused:
        parse(text)
    assert refused.value.hint == hint


@texts("03/08/1901", "31.02.1901", "1901-31-02", "Maytime 1901")
def test_nothing_is_offered_that_is_not_a_date_or_not_certain(text):
    with pytest.raises(EDTFError) as refused:
        parse(text)
    assert not refused.value.hint.startswith("Write “")
