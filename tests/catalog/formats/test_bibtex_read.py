"""BibTeX in: months, names, macros and what an entry takes from another are read right or named."""

from __future__ import annotations

import pytest

from components.catalog.formats.tex import plain, unknown_commands
from components.catalog.imports.accepted import READERS

SEEN = "not carried: how much of a source was seen: “not-seen” is written for all"


def brought(text: str):
    found = READERS["bibtex"].read(text.encode())
    return found.records, [line for line in found.said() if line != SEEN]


def dated(fields: str):
    (record,), told = brought(f"@book{{b, title = {{T}}, {fields}}}")
    return record.get("issued"), told


# Dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ("year = 1990, month = apr", "1990-04"),
        ("year = 1990, month = {April}", "1990-04"),
        ("year = 1990, month = {Sept.}", "1990-09"),
        ("year = 1990, month = 4", "1990-04"),
        ('year = 1990, month = "04"', "1990-04"),
        ('year = 1990, month = "10~" # jan', "1990-01-10"),
        ("year = 1990, month = {10~jan}", "1990-01-10"),
        ('year = 1990, month = jan # "~10"', "1990-01-10"),
        ('year = 1990, month = jan # " 10,"', "1990-01-10"),
        ("year = 1990, month = {10. January}", "1990-01-10"),
        ("year = 1990, month = {apr-may}", "1990-04/1990-05"),
        ('year = 1990, month = apr # "--" # may', "1990-04/1990-05"),
        ("year = 1990, month = {April/May}", "1990-04/1990-05"),
        ("year = 1990, month = {apr and may}", "1990-04/1990-05"),
        ("year = 1990, month = {10--12 jan}", "1990-01-10/1990-01-12"),
        ("year = 1990, month = {January 10--12}", "1990-01-10/1990-01-12"),
        ("year = 1990, month = {29 apr to 2 may}", "1990-04-29/1990-05-02"),
        ("year = 1990, month = {Spring}", "1990-21"),
        ("year = 1990, month = {Autumn}", "1990-23"),
        ("year = 1990", "1990"),
        ("year = {1989--1990}", "1989/1990"),
        ("year = {1989/1990}", "1989/1990"),
        ("date = {1990-04-10/1990-05}", "1990-04-10/1990-05"),
        ("date = {1990-04~}, month = may", "1990-04~"),
        ('year = "{\\noopsort{1973b}}1973"', "1973"),
    ],
)
def test_a_month_is_as_exact_as_it_is_written(fields, edtf):
    assert dated(fields) == (edtf, [])


@pytest.mark.parametrize(
    ("fields", "month"),
    [
        ("year = 1990, month = {dec-jan}", "dec-jan"),
        ("year = 1990, month = {Michaelmas}", "michaelmas"),
        ("year = 1990, month = {13}", "13"),
        ("year = 1990, month = {31 feb}", "31 feb"),
        ("year = 1990, month = {jan, apr, may}", "jan apr may"),
        ("year = {1989--1990}, month = jan", "jan"),
    ],
)
def test_a_month_that_cannot_be_told_is_named_and_the_year_kept(fields, month):
    issued, told = dated(fields)
    assert issued == ("1989/1990" if "1989" in fields else "1990")
    assert told == [f"line 1 @book{{b}}: its month “{month}” is not carried"]


def test_a_year_that_is_none_is_named():
    assert dated("year = {in press}")[0] is None
    assert "its date: “inpress”" in dated("year = {in press}")[1][0]
    assert dated("month = may") == (
        None, ["line 1 @book{b}: its month “may”: it has no year. It is left out."],
    )  # fmt: skip


# Names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("{Barnes and Noble, Inc.}", [{"literal": "Barnes and Noble, Inc."}]),
        ("{Strike Committee} and Morel, J.",
         [{"literal": "Strike Committee"}, {"family": "Morel", "given": "J."}]),
        ("{\\'Etienne} {Le Goff}", [{"family": "Le Goff", "given": "Étienne"}]),
        ("de la Tour, Jr, Anne", [{"family": "Tour", "given": "Anne, Jr", "particle": "de la"}]),
        ('M{\\"u}ller, G\\"unter', [{"family": "Müller", "given": "Günter"}]),
        ("Čapek AND Ruz, Pol", [{"family": "Čapek"}, {"family": "Ruz", "given": "Pol"}]),
    ],
)  # fmt: skip
def test_bodies_in_braces_and_names_in_parts(author, names):
    (record,), told = brought(f"@book{{b, title = {{T}}, author = {{{author}}}}}")
    assert (record["author"], told) == (names, [])


def test_others_are_named_as_not_carried():
    (record,), told = brought("@book{b, title = {T}, author = {Morel, J. and others}}")
    assert record["author"] == [{"family": "Morel", "given": "J."}]
    assert told == ["line 1 @book{b}: “and others” is not carried: name them"]


# Macros and commands ----------------------------------------------------------------------------


def test_macros_are_joined_and_a_word_that_is_none_is_named():
    (record,), told = brought(
        '@string{ys = "Ys"}@string{quay = "Quay of " # YS}'
        "@book{b, title = quay # { Press}, publisher = aw}"
    )
    assert (record["title"], record["publisher"]) == ("Quay of Ys Press", "aw")
    assert told == ["line 1 @book{b}: “aw” is no macro of the file: the word itself is taken"]


def test_a_command_that_is_not_known_is_named():
    (record,), told = brought("@book{b, title = {The \\alpha{} of \\emph{Ys}, 5\\,\\texteuro}}")
    assert record["title"] == "The of Ys, 5,€"
    assert told == ["not carried: TeX’s “\\alpha”"]


@pytest.mark.parametrize(
    ("tex", "text"),
    [('\\"u', "ü"), ('{\\"u}', "ü"), ('\\"{u}', "ü"), ('{\\"{u}}', "ü"), ("\\v C", "Č"),
     ("\\c{c}", "ç"), ('\\"{\\i}', "ï"), ("\\'\\i", "í"), ("\\ss", "ß"), ("\\textquotesingle", "'")],
)  # fmt: skip
def test_accents_however_they_are_braced(tex, text):
    assert plain(tex) == text
    assert unknown_commands(tex) == []


# What an entry takes from another ----------------------------------------------------------------


def test_a_part_takes_what_it_lacks_of_the_whole():
    # Oren Patashnik's xampl.bib.
    records, told = brought("""
@INCOLLECTION{incollection-crossref, crossref = "whole-collection", author = "Daniel D. Lincoll",
  title = "Semigroups of Recurrences", pages = "179--183",
  note = "This is a cross-referencing INCOLLECTION entry", }
@BOOK{whole-collection, editor = "David J. Lipcoll and D. H. Lawrie and A. H. Sameh",
  title = "High Speed Computer and Algorithm Organization",
  booktitle = "High Speed Computer and Algorithm Organization", number = 23,
  series = "Fast Computers", publisher = "Academic Press", address = "New York",
  edition = "Third", month = sep, year = 1977,
  note = "This is a cross-referenced BOOK (collection) entry", }
""")
    assert records[0] == {
        "id": "incollection-crossref", "type": "chapter", "title": "Semigroups of Recurrences",
        "author": [{"family": "Lincoll", "given": "Daniel D."}],
        "editor": [{"family": "Lipcoll", "given": "David J."},
                   {"family": "Lawrie", "given": "D. H."}, {"family": "Sameh", "given": "A. H."}],
        "container-title": "High Speed Computer and Algorithm Organization", "number": "23",
        "collection-title": "Fast Computers", "publisher": "Academic Press", "page": "179–183",
        "publisher-place": "New York", "edition": "Third", "issued": "1977-09", "seen": "not-seen",
        "note": "This is a cross-referencing INCOLLECTION entry",
    }  # fmt: skip
    assert records[1]["note"] == "This is a cross-referenced BOOK (collection) entry"
    assert told == []


def test_what_a_part_has_itself_it_does_not_take():
    records, _ = brought(
        "@inbook{a, title = {Part}, year = 1901, crossref = {W}}"
        "@book{w, title = {Whole}, subtitle = {Of it}, author = {Morel, J.}, year = 1900,"
        " isbn = {978-0}, note = {N}}"
        "@article{c, title = {Piece}, crossref = {j}}@periodical{j, title = {Gazette}, volume = 3}"
    )
    assert records[0] == {
        "id": "a", "type": "chapter", "title": "Part", "container-title": "Whole: Of it",
        "author": [{"family": "Morel", "given": "J."}], "issued": "1901", "ISBN": "978-0",
        "seen": "not-seen",
    }  # fmt: skip
    assert (records[2]["container-title"], records[2]["volume"]) == ("Gazette", "3")


def test_data_that_entries_share_is_no_source_and_a_missing_entry_is_named():
    records, told = brought(
        "@xdata{press, publisher = {Sea Press}, location = {Ys}, xdata = {more}}"
        "@xdata{more, series = {Sea Studies}}"
        "@book{a, title = {A}, xdata = {press}, crossref = {nowhere}}"
    )
    assert records == [
        {"id": "a", "title": "A", "type": "book", "publisher": "Sea Press",
         "publisher-place": "Ys", "collection-title": "Sea Studies", "seen": "not-seen"},
    ]  # fmt: skip
    assert told == [
        "line 1 @book{a}: it takes what it lacks from “nowhere”, which is not in the file"
    ]


def test_entries_that_take_from_each_other_in_a_circle_end():
    records, told = brought(
        "@book{a, title = {A}, crossref = {b}}@book{b, title = {B}, year = 1901, crossref = {a}}"
    )
    assert [one.get("issued") for one in records] == ["1901", "1901"]
    assert told == []


def test_of_many_entries_that_lead_to_each_other_a_few_are_read_and_it_is_said():
    names = ",".join(f"b{number}" for number in range(40))
    text = "".join(
        f"@book{{b{number}, title = {{T}}, crossref = {{{names}}}}}" for number in range(40)
    )
    records, told = brought(text)
    assert len(records) == 40
    assert told[0] == "line 1 @book{b0}: of the entries that its crossref leads to 20 are read"
