"""EDTF by the sections of the Library of Congress profile (4 February 2019) of ISO 8601-2:2019.

Level 2. Bounds are compared as `iso_bounds` shows them: Gregorian days, `..` where there is none.
"""

from __future__ import annotations

import pytest

from components.catalog.dates import iso_bounds, parse


def bounds(*cases: tuple[str, str]):
    return pytest.mark.parametrize(("text", "days"), cases, ids=[text for text, _ in cases])


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
