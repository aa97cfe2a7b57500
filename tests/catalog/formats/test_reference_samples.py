"""The formats' own samples, typed again and shortened: each comes in, and what it loses is said.

Those of SIMILE, Linked Places and Traces and PeriodO are in the tests of their readers.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from components.catalog.imports.accepted import READERS


def brought(name: str, text: str) -> tuple[list[dict[str, Any]], list[str]]:
    found = READERS[name].read(text.encode())
    return found.records, list(found.said())


# NUKnightLab/TimelineJS3: website/examples/houston/timeline3.json, to which the page on its JSON
# format (website/docs/json-format.njk) sends its readers, and the same in version 2,
# website/static/examples/houston/timeline2.json.
HOUSTON_3 = {
    "title": {
        "media": {"url": "//www.flickr.com/photos/tm_10001/2310475988/"},
        "text": {"headline": "Whitney Houston<br/> 1963 - 2012", "text": "<p>Houston's voice…</p>"},
    },
    "events": [
        {"media": {"url": "/static/img/examples/houston/family.jpg", "caption": "", "credit": ""},
         "start_date": {"month": "8", "day": "9", "year": "1963"},
         "text": {"headline": "A Musical Heritage", "text": "<p>Born in New Jersey.</p>"}},
        {"media": {"url": "https://youtu.be/fSrO91XO1Ck"}, "start_date": {"year": "1978"},
         "text": {"headline": "First Recording", "text": "At the age of 15, on Life's a Party."}},
        {"media": {"url": "https://twitter.com/Blavity/status/851872780949889024"},
         "start_date": {"month": "2", "day": "11", "year": "2012"},
         "text": {"headline": "Whitney Houston<br/> 1963-2012", "text": "<p>Houston, 48.</p>"}},
    ],
}  # fmt: skip
HOUSTON_2 = {"timeline": {
    "headline": "Whitney Houston<br/> 1963 - 2012", "startDate": "1963", "type": "default",
    "text": "<p>Houston's voice…</p>",
    "asset": {"media": "//www.flickr.com/photos/tm_10001/2310475988/"},
    "date": [
        {"startDate": "1963,8,9", "headline": "A Musical Heritage",
         "text": "<p>Born in New Jersey.</p>",
         "asset": {"media": "/static/img/examples/houston/family.jpg", "credit": ""}},
        {"startDate": "1978", "headline": "First Recording",
         "text": "At the age of 15, on Life's a Party.",
         "asset": {"media": "https://youtu.be/fSrO91XO1Ck", "caption": ""}},
        {"startDate": "2012,2,11", "headline": "Whitney Houston<br/> 1963-2012",
         "text": "<p>Houston, 48.</p>",
         "asset": {"media": "//twitter.com/Blavity/status/851872780949889024"}},
    ],
}}  # fmt: skip


@pytest.mark.parametrize("document", [HOUSTON_3, HOUSTON_2])
def test_a_life_in_both_versions_of_timelinejs(document):
    records, told = brought("timelinejs", json.dumps(document))
    assert records == [
        {"id": "a-musical-heritage", "date": "1963-08-09", "title": "A Musical Heritage",
         "summary": "Born in New Jersey."},
        {"id": "first-recording", "date": "1978", "title": "First Recording",
         "summary": "At the age of 15, on Life's a Party."},
        {"id": "whitney-houston-1963-2012", "date": "2012-02-11",
         "title": "Whitney Houston 1963-2012", "summary": "Houston, 48."},
    ]  # fmt: skip
    assert told == ["not carried: the title slide", "not carried: media (3 times)"]


def test_an_end_an_hour_and_an_era_of_the_second_version():
    slides = [{"startDate": "1978,3", "endDate": "1979,4", "headline": "A"},
              {"startDate": "1980,1,2,10", "headline": "B"}, "x"]  # fmt: skip
    eras = [{"startDate": "1970", "endDate": "1979", "headline": "Seventies"}]
    records, told = brought("timelinejs", json.dumps({"timeline": {"date": slides, "era": eras}}))
    assert [one["date"] for one in records] == ["1978-03/1979-04", "1980-01-02"]
    assert told == [
        "era 1: an era is not carried. Write it as a period of a collection: "
        "{label: Seventies, date: 1970/1979}",
        "event 3: it is no slide: not carried",
        "not carried: times of day",
    ]


def test_the_columns_of_timelinejs_spreadsheet():
    # The header of Knight Lab's template; the rows are ours.
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
        "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n"
        ",,,,,,,,,Ys,<p>A town.</p>,,,,,title,,\n"
        "1901,2,14,18:30,,,,,,The strike is called off,By cable.,https://ys.example/,c,c,,,g,#fff\n"
        "1900,,,,1901,2,,,,The strike,,,,,,era,,\n"
    )
    records, told = brought("timelinejs-csv", text)
    assert records == [
        {"id": "the-strike-is-called-off", "date": "1901-02-14", "title": "The strike is called off",
         "summary": "By cable."},
    ]  # fmt: skip
    assert told[0] == (
        "row 4: an era is not carried. Write it as a period of a collection: "
        "{label: The strike, date: 1900/1901-02}"
    )
    assert {"not carried: the title slide", "not carried: times of day"} <= set(told)


def test_entries_of_bibtexs_own_example():
    # Oren Patashnik's xampl.bib.
    records, told = brought("bibtex", r"""
@preamble{ "\newcommand{\noopsort}[1]{} " # "\newcommand{\printfirst}[2]{#1} " }
@ARTICLE{article-full, author = {L[eslie] A. Aamport}, journal = {\mbox{G-Animal's} Journal},
  title = {The Gnats and Gnus Document Preparation System}, year = 1986, volume = 41, number = 7,
  pages = "73+", month = jul, note = "This is a full ARTICLE entry", }

The KEY field is here to override the KEY field in the journal being cross referenced.

@INBOOK{inbook-minimal, author = "Donald E. Knuth", title = "Fundamental Algorithms",
  publisher = "Addison-Wesley", year = "{\noopsort{1973b}}1973", chapter = "1.2", }
@STRING{STOC = " Symposium on the Theory of Computing"}
@INPROCEEDINGS{inproceedings-full, author = "Alfred V. Oaho and Jeffrey D. Ullman",
  title = "On Notions of Information Transfer in {VLSI} Circuits", pages = "133--139",
  booktitle = "Proc. Fifteenth Annual ACM" # STOC, month = mar, year = 1983, }
@MASTERSTHESIS{mastersthesis-minimal, author = "{\'{E}}douard Masterly", year = 1988,
  title = "Mastering Thesis Writing", school = "Stanford University", }
""")  # fmt: skip
    assert records == [
        {"id": "article-full", "type": "article-journal", "volume": "41", "issue": "7",
         "title": "The Gnats and Gnus Document Preparation System", "page": "73+",
         "author": [{"family": "Aamport", "given": "L[eslie] A."}], "issued": "1986-07",
         "container-title": "G-Animal's Journal", "seen": "not-seen",
         "note": "This is a full ARTICLE entry"},
        {"id": "inbook-minimal", "type": "chapter", "title": "Fundamental Algorithms",
         "author": [{"family": "Knuth", "given": "Donald E."}], "publisher": "Addison-Wesley",
         "issued": "1973", "seen": "not-seen"},
        {"id": "inproceedings-full", "type": "chapter", "page": "133–139", "issued": "1983-03",
         "title": "On Notions of Information Transfer in VLSI Circuits",
         "author": [{"family": "Oaho", "given": "Alfred V."},
                    {"family": "Ullman", "given": "Jeffrey D."}], "seen": "not-seen",
         "container-title": "Proc. Fifteenth Annual ACM Symposium on the Theory of Computing"},
        {"id": "mastersthesis-minimal", "type": "thesis", "title": "Mastering Thesis Writing",
         "author": [{"family": "Masterly", "given": "Édouard"}], "issued": "1988",
         "publisher": "Stanford University", "seen": "not-seen"},
    ]  # fmt: skip
    assert "not carried: field “chapter”" in told


def test_samples_of_the_specification_of_ris():
    # Samples 1, 3 and 5 of the maker's page, refman.com/support/risformat_sample_01.asp ff.
    records, told = brought(
        "ris",
        "TY  - JOUR\nA1  - Baldwin,S.A.\nA1  - Fugaccia,I.\n"
        "T1  - Blood-brain barrier breach following\ncortical contusion in the rat\n"
        "JO  - J.Neurosurg.\nY1  - 1996\nVL  - 85\nSP  - 476\nEP  - 481\nRP  - Not In File\n"
        "KW  - rat\nER  -\n\n"
        "TY  - CONF\nA1  - Catania,J.\nT1  - Predicting risk behavior\nY1  - 1990///6th Annual\n"
        "VL  - 6\nT3  - International Conference on AIDS 6\nY2  - 1990/6/20\nER  -\n\n"
        "TY  - CHAP\nA1  - Franks,L.M.\nT1  - Preface by an AIDS Victim\nY1  - 1991\nSP  - vii\n"
        "EP  - viii\nT2  - Cancer, HIV and AIDS.\nPB  - Berkeley Press\nSN  - 0-679-40110-5\nER  -\n",
    )
    assert records == [
        {"id": "baldwin-1996", "type": "article-journal", "volume": "85", "page": "476–481",
         "title": "Blood-brain barrier breach following cortical contusion in the rat",
         "author": [{"family": "Baldwin", "given": "S.A."}, {"family": "Fugaccia", "given": "I."}],
         "container-title": "J.Neurosurg.", "issued": "1996", "seen": "not-seen"},
        {"id": "catania-1990", "title": "Predicting risk behavior", "volume": "6",
         "author": [{"family": "Catania", "given": "J."}], "issued": "1990", "seen": "not-seen",
         "collection-title": "International Conference on AIDS 6"},
        {"id": "franks-1991", "type": "chapter", "title": "Preface by an AIDS Victim",
         "author": [{"family": "Franks", "given": "L.M."}], "page": "vii–viii",
         "container-title": "Cancer, HIV and AIDS.", "publisher": "Berkeley Press",
         "ISBN": "0-679-40110-5", "issued": "1991", "seen": "not-seen"},
    ]  # fmt: skip
    assert told[0] == (
        "record 2 “Predicting risk behavior”: its type “CONF” is none of ours: left out"
    )
    assert {f"not carried: field {tag}" for tag in ("RP", "KW", "Y2")} <= set(told)


def test_items_of_the_test_suite_of_csl():
    # citation-style-language/test-suite, processor-tests/humans: bugreports_SimpleBib.txt,
    # bugreports_AsmJournals.txt, date_Accessed.txt (which has no title).
    records, told = brought("csl-json", json.dumps([
        {"author": [{"family": "Malone", "given": "Nolan J."},
                    {"literal": "U.S. Bureau of the Census"}], "id": "ITEM-6",
         "issued": {"date-parts": [[2001, 12, 5]]}, "publisher": "Routledge", "type": "book",
         "title": "Evaluating Components of International Migration"},
        {"author": [{"family": "Doe Co.", "isInstitution": True}], "id": "ITEM-1", "type": "book",
         "issued": {"date-parts": [["1965", "6", "1"]]},
         "title": "His Collectively Anonymous Life"},
        {"accessed": {"date-parts": [[1976, 1, 22]]}, "id": "ITEM-1", "type": "book"},
    ]))  # fmt: skip
    assert records == [
        {"id": "item-6", "type": "book", "title": "Evaluating Components of International Migration",
         "author": [{"family": "Malone", "given": "Nolan J."},
                    {"literal": "U.S. Bureau of the Census"}], "publisher": "Routledge",
         "issued": "2001-12-05", "seen": "not-seen"},
        {"id": "item-1", "type": "book", "title": "His Collectively Anonymous Life",
         "author": [{"family": "Doe Co."}], "issued": "1965-06-01", "seen": "not-seen"},
    ]  # fmt: skip
    assert "item 3: it has no title: not carried" in told
