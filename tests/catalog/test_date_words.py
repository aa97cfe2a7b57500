"""Dates in words, British usage."""

from __future__ import annotations

import dataclasses
import string

import pytest

from components.catalog.dates import parse
from components.catalog.dates.language import ENGLISH, LANGUAGES
from components.catalog.dates.words import short_words, words


def said(*cases: tuple[str, str]):
    return pytest.mark.parametrize(("text", "sentence"), cases, ids=[text for text, _ in cases])


@said(
    ("1901-05-14", "14 May 1901"),
    ("1901-05", "May 1901"),
    ("1901", "1901"),
    ("0476", "476 CE"),
    ("0476-09-04", "4 September 476 CE"),
    ("0000", "1 BCE"),
    ("-0043", "44 BCE"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("Y12345", "12,345 CE"),
    ("Y-12345", "12,346 BCE"),
    ("Y170000002", "170,000,002 CE"),
    ("2004-01-01T10:10:10", "1 January 2004, 10:10:10"),
    ("2004-01-01T10:10:10Z", "1 January 2004, 10:10:10 UTC"),
    ("2004-01-01T10:10:10+05:00", "1 January 2004, 10:10:10 UTC+05:00"),
)
def test_one_date(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("1901-21", "spring 1901"),
    ("1901-22", "summer 1901"),
    ("1901-23", "autumn 1901"),
    ("1901-24", "winter 1901–02"),
    ("1999-24", "winter 1999–2000"),
    ("-0043-24", "winter 44–43 BCE"),
    ("1901-25", "spring 1901 (Northern Hemisphere)"),
    ("1901-28", "winter 1901–02 (Northern Hemisphere)"),
    ("1901-30", "summer 1901–02 (Southern Hemisphere)"),
    ("1901-32", "winter 1901 (Southern Hemisphere)"),
    ("1901-33", "the first quarter of 1901"),
    ("1901-36", "the fourth quarter of 1901"),
    ("1901-37", "the first four months of 1901"),
    ("1901-38", "the middle four months of 1901"),
    ("1901-41", "the second half of 1901"),
    ("190X-21", "spring of a year between 1900 and 1909"),
    ("190X-33", "the first quarter of a year between 1900 and 1909"),
    ("XXXX-24", "winter, year unknown"),
)
def test_parts_of_a_year(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("1901-05~", "about May 1901"),
    ("1901-05-14?", "perhaps 14 May 1901"),
    ("1901%", "perhaps about 1901"),
    ("1901-33~", "about the first quarter of 1901"),
    ("191X~", "about the 1910s"),
    ("-01XX?", "perhaps the 2nd century BCE"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)"),
    ("2004-%06", "June 2004 (month uncertain and approximate)"),
    ("2004-?21", "spring 2004 (season uncertain)"),
    ("?2004-06%", "perhaps about June 2004"),
    ("1901-05-XX~", "some day in May 1901 (approximate)"),
    ("190X-12?", "December of a year between 1900 and 1909 (uncertain)"),
    ("1950S2%", "between 1900 and 1999, estimated 1950 (uncertain and approximate)"),
    ("Y-17E7~", "about 170 million BCE (approximate)"),
)
def test_marks_on_the_whole_are_adverbs_and_marks_on_parts_are_noted(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("191X", "the 1910s"),
    ("190X", "between 1900 and 1909"),
    ("047X", "the 470s CE"),
    ("000X", "between 1 BCE and 9 CE"),
    ("-004X", "between 50 and 41 BCE"),
    ("19XX", "the 20th century"),
    ("00XX", "the 1st century"),
    ("10XX", "the 11th century"),
    ("21XX", "the 22nd century"),
    ("22XX", "the 23rd century"),
    ("-00XX", "the 1st century BCE"),
    ("1XXX", "the 2nd millennium"),
    ("-1XXX", "the 2nd millennium BCE"),
    ("XXXX", "an unknown year"),
    ("-XXXX", "between 10,000 and 2 BCE"),
    ("18X7", "between 1807 and 1897 (18X7)"),
    ("1950S2", "between 1900 and 1999, estimated 1950"),
    ("1950S4", "1950"),
    ("Y171010000S3", "between 171,000,000 CE and 171,999,999 CE, estimated 171,010,000 CE"),
    ("Y-17E7", "about 170 million BCE"),
    ("Y-3E6", "about 3 million BCE"),
    ("Y17E8", "about 1.7 billion CE"),
    ("Y12E14", "about 1,200 trillion CE"),
    ("Y3388E2", "338,800 CE"),
)
def test_years_that_are_not_exact(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("1901-XX", "some month of 1901"),
    ("1901-05-XX", "some day in May 1901"),
    ("1901-XX-XX", "some day in 1901"),
    ("156X-12-25", "25 December of a year in the 1560s"),
    ("15XX-12-25", "25 December of a year in the 16th century"),
    ("XXXX-12-25", "25 December, year unknown"),
    ("XXXX-12-XX", "some day in December, year unknown"),
    ("XXXX-XX-XX", "an unknown day"),
    ("1XXX-XX", "some month of a year in the 2nd millennium"),
    ("18X7-12", "December of a year between 1807 and 1897 (18X7)"),
    ("18X7-XX-XX", "some day in 18X7"),
    ("156X-XX-XX", "some day in the 1560s"),
    ("1901-1X", "October, November or December 1901"),
    ("1901-X1", "January or November 1901"),
    ("1901-0X", "some month from January to September 1901"),
    ("1901-1X-XX", "some day in October, November or December 1901"),
    ("1901-1X-05", "day 5 of October, November or December 1901"),
    ("1901-XX-31", "day 31 of some month of 1901"),
    ("1901-XX-1X", "day 1X of some month of 1901"),
    ("1901-05-1X", "between 10 and 19 May 1901"),
    ("1901-05-3X", "30 or 31 May 1901"),
    ("1901-04-3X", "30 April 1901"),
    ("1901-02-2X", "between 20 and 28 February 1901"),
    ("190X-02-2X", "between 20 and 29 February of a year between 1900 and 1909"),
    ("1901-05-X1", "1, 11, 21 or 31 May 1901"),
)
def test_unspecified_digits(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("1901-05-08/1901-05-15", "8–15 May 1901"),
    ("1901-06-28/1901-07-03", "28 June – 3 July 1901"),
    ("1901-12-28/1902-01-03", "28 December 1901 – 3 January 1902"),
    ("1901-03/1901-05", "March–May 1901"),
    ("1901-11/1902-03", "November 1901 – March 1902"),
    ("1901/1902", "1901–1902"),
    ("-0049/-0043", "50–44 BCE"),
    ("-0049-03-15/-0043", "15 March 50 BCE – 44 BCE"),
    ("-0049/0014", "50 BCE – 14 CE"),
    ("[-0507,-0506]", "508 or 507 BCE"),
    ("[-0507,-0506?]", "508 BCE or perhaps 507 BCE"),
    ("[-0460..-0449]", "between 461 and 450 BCE"),
    ("1901-05-11/1901-06", "11 May 1901 – June 1901"),
    ("1901-21/1901-23", "spring 1901 – autumn 1901"),
    ("1901-05-14/1901-05-14", "14 May 1901"),
    ("1901-03~/1901-05", "from about March 1901 to May 1901"),
    ("1901-03~/1901-05~", "from about March 1901 to about May 1901"),
    ("191X/1924", "from the 1910s to 1924"),
    ("1901-XX/1902", "from some month of 1901 to 1902"),
    ("Y12000/Y13000", "from 12,000 CE to 13,000 CE"),
    ("2004-06-~01/2004-06-20", "from 1 June 2004 (day approximate) to 20 June 2004"),
    ("1901-05-14/..", "since 14 May 1901"),
    ("1901-05-14?/..", "since perhaps 14 May 1901"),
    ("../1901", "until 1901"),
    ("1901/", "from 1901, end unknown"),
    ("/1901~", "until about 1901, start unknown"),
    ("../..", "without beginning or end"),
    ("../", "without beginning, end unknown"),
    ("/..", "start unknown, without end"),
)
def test_intervals(text, sentence):
    assert words(parse(text)) == sentence


@said(
    ("[1901-05-20..1901-05-23]", "between 20 and 23 May 1901"),
    ("[1901-05-30..1901-06-02]", "between 30 May and 2 June 1901"),
    ("[1901-05-20,1901-05-21]", "20 or 21 May 1901"),
    ("[1901-05-20,1901-05-21,1901-05-25]", "20, 21 or 25 May 1901"),
    ("[1901-10,1901-11]", "October or November 1901"),
    ("[1901-05-21,1901-06-03]", "21 May 1901 or 3 June 1901"),
    ("{1901-05-21,1901-06-03}", "21 May 1901 and 3 June 1901"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("[1901~,1902?]", "about 1901 or perhaps 1902"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and every year from 1670 to 1672"),
    ("{1901-05-20..1901-05-23}", "every day from 20 to 23 May 1901"),
    ("{1901-21..1901-23}", "every season from spring 1901 to autumn 1901"),
    (
        "{1901-33..1902-33}",
        "every period from the first quarter of 1901 to the first quarter of 1902",
    ),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("[1760-12..]", "December 1760 or later"),
    ("{..1984}", "1984 and every earlier year"),
    ("{1760-12..}", "December 1760 and every later month"),
    ("[1901]", "1901"),
)
def test_sets(text, sentence):
    assert words(parse(text)) == sentence


@pytest.mark.parametrize(
    ("new", "old", "sentence"),
    [
        ("1901-05-14", "1901-05-01", "14 May 1901 (1 May Old Style)"),
        ("1901-01-13", "1900-12-31", "13 January 1901 (31 December 1900 Old Style)"),
        ("1900-03-13", "1900-02-29", "13 March 1900 (29 February Old Style)"),
        (
            "1901-03-08/1901-03-15",
            "1901-02-23/1901-03-02",
            "8–15 March 1901 (23 February – 2 March Old Style)",
        ),
        ("1901-05-14~", "1901-05-01~", "about 14 May 1901 (about 1 May Old Style)"),
        ("1901-05-14/..", "1901-05-01/..", "since 14 May 1901 (since 1 May Old Style)"),
        ("1901", "1901", "1901 (1901 Old Style)"),
        ("1901-05-14/1902", "1901-05-01/1902", "14 May 1901 – 1902 (1 May 1901 – 1902 Old Style)"),
    ],
)
def test_old_style_follows_in_brackets_without_a_year_that_is_the_same(new, old, sentence):
    assert words(parse(new), parse(old, "julian")) == sentence


@said(
    ("1901-05-14", "14 May"),
    ("1901-05~", "about May"),
    ("1901-05-08/1901-05-15", "8–15 May"),
    ("1901-06-28/1901-07-03", "28 June – 3 July"),
    ("1901-21", "spring"),
    ("1901-24", "winter"),
    ("1901-30", "summer (Southern Hemisphere)"),
    ("1901-33", "the first quarter"),
    ("1901-XX", "some month"),
    ("1901-05-14/", "from 14 May, end unknown"),
    ("{1901-05-21,1901-06-03}", "21 May and 3 June"),
    # the year stays where it says more
    ("1901", "1901"),
    ("1901/1901-05", "1901 – May 1901"),
    ("1901-XX-XX", "some day in 1901"),
    ("1901-12-28/1902-01-03", "28 December 1901 – 3 January 1902"),
    ("190X-12-25", "25 December of a year between 1900 and 1909"),
)
def test_short_words_leave_out_the_year_of_the_heading(text, sentence):
    assert short_words(parse(text)) == sentence


# Languages ------------------------------------------------------------------------------------


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_every_language_has_the_same_keys_and_fields_as_english(lang):
    language = LANGUAGES[lang]
    assert len(language.months) == 12
    for name in ("groupings", "units", "adverbs", "adjectives", "texts"):
        assert getattr(language, name).keys() == getattr(ENGLISH, name).keys(), name
    for key, template in ENGLISH.texts.items():
        assert fields(language.texts[key]) == fields(template), key


def test_another_language_needs_only_a_table(monkeypatch):
    texts = ENGLISH.texts | {
        "day of month": "{day} de {month}",
        "date of year": "{date} de {year}",
        "old style": "{date} ({old}, estilo antiguo)",
        "tight": "{first} a {last}",
    }
    months = (*ENGLISH.months[:4], "mayo", *ENGLISH.months[5:])
    spanish = dataclasses.replace(
        ENGLISH,
        months=months,
        adverbs={"~": "hacia", "?": "quizá", "?~": "quizá hacia"},
        texts=texts,
    )
    monkeypatch.setitem(LANGUAGES, "es", spanish)
    assert words(parse("1901-05-14~"), parse("1901-05-01", "julian"), lang="es") == (
        "hacia 14 de mayo de 1901 (1 de mayo, estilo antiguo)"
    )
    assert short_words(parse("1901-05-08/1901-05-15"), lang="es") == "8 a 15 de mayo"
