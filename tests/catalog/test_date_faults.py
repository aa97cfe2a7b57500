"""Dates that are refused: what is said, at which place, and what is offered instead."""

from __future__ import annotations

from time import process_time

import pytest

from components.catalog.dates import MAX_LENGTH, EDTFError, iso_bounds, parse


def texts(*cases: str):
    return pytest.mark.parametrize("text", cases)


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
