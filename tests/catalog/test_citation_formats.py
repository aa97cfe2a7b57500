from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

from components.catalog.citations.formats import (
    FORMATS,
    bibtex,
    coins,
    csl_json,
    ris,
)
from components.catalog.imports.accepted import READERS
from components.catalog.models import Source

CHAPTER = {
    "id": "goff-1985", "type": "chapter", "title": "Bread & Delegates",
    "author": [{"family": "Goff", "particle": "le", "given": "Anne"}, {"literal": "Bread and Sea"}],
    "editor": [{"family": "Ruz", "given": "Pol"}], "container-title": "Drowned Towns",
    "collection-title": "Sea Studies", "page": "44–71", "publisher": "Sea Press",
    "publisher-place": "Lyonesse", "issued": "1985-03", "language": "en", "seen": "part",
    "URL": "https://ys.example/a_b%20c?d=1&e=2", "ISBN": "978-0",
}  # fmt: skip


def source(**fields) -> Source:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    if "archive-location" in named:
        named["archive_location"] = named.pop("archive-location")
    return Source.model_validate({"id": "s", "seen": "part", "title": "T", "type": "book", **named})


def pairs_of(span: str) -> list[tuple[str, str]]:
    return parse_qsl(unescape(re.fullmatch('<span class="Z3988" title="([^"]*)"></span>', span)[1]))


def test_csl_keeps_everything_but_how_much_we_saw():
    assert csl_json(source(**CHAPTER)) == {
        **{key: value for key, value in CHAPTER.items() if key != "seen"},
        "author": [
            {"family": "Goff", "given": "Anne", "non-dropping-particle": "le"},
            {"literal": "Bread and Sea"},
        ],
        "issued": {"date-parts": [[1985, 3]]},
    }


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        ("1901", {"date-parts": [[1901]]}),
        ("1901-05-14", {"date-parts": [[1901, 5, 14]]}),
        ("1901-23", {"date-parts": [[1901]], "season": 3}),
        ("1901~", {"date-parts": [[1901]], "circa": True}),
        ("1900-05/1901", {"date-parts": [[1900, 5], [1901]]}),
        ("190X", {"literal": "190X"}),
        ("1900/..", {"literal": "1900/.."}),
        ("[1900,1901]", {"literal": "[1900,1901]"}),
    ],
)
def test_csl_dates_are_numbers_where_numbers_say_it_all(date, csl):
    assert csl_json(source(issued=date, original_date=date)) == {
        "id": "s", "type": "book", "title": "T", "issued": csl, "original-date": csl,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("json", '"accessed": {\n      "date-parts": [\n        [\n          2017,\n          5,'),
        ("bib", "  urldate = {2017-05-01},\n"),
        ("ris", "Y2  - 2017/05/01/\r\n"),
    ],
)
def test_the_day_a_page_was_read_goes_out_and_comes_in(name, line):
    page = source(type="webpage", URL="https://ys.example/", accessed="2017-05-01")
    text = FORMATS[name]([page])
    assert line in text
    reader = {"json": "csl-json", "bib": "bibtex", "ris": "ris"}[name]
    (record,) = READERS[reader].read(text.encode()).records
    assert record["accessed"] == "2017-05-01" and "issued" not in record


def test_of_a_patent_or_a_conference_in_ris_the_second_date_is_no_day_of_access():
    found = READERS["ris"].read(b"TY  - CONF\nT1  - Bread\nY1  - 1990\nY2  - 1990/6/20\nER  - \n")
    assert "accessed" not in found.records[0] and found.unused["field Y2"] == 1


def test_a_chapter_in_bibtex():
    assert bibtex(source(**CHAPTER)) == (
        "@incollection{goff-1985,\n"
        "  author = {le Goff, Anne and {Bread and Sea}},\n"
        "  editor = {Ruz, Pol},\n"
        "  title = {{Bread \\& Delegates}},\n"
        "  booktitle = {Drowned Towns},\n"
        "  series = {Sea Studies},\n"
        "  publisher = {Sea Press},\n"
        "  pages = {44--71},\n"
        "  address = {Lyonesse},\n"
        "  year = {1985},\n"
        "  language = {en},\n"
        "  isbn = {978-0},\n"
        "  url = {https://ys.example/a_b%20c?d=1&e=2},\n"
        "  month = mar,\n"
        "}\n"
    )


def test_bibtex_escapes_what_tex_would_run_and_stays_balanced():
    entry = bibtex(source(title=r"100 % {a} \b _c_ #1 $ ~ ^"))
    assert r"100 \% \textbraceleft{}a\textbraceright{} \textbackslash{}b \_c\_ \#1 \$" in entry
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"type": "thesis", "genre": "Master's thesis"}, "@mastersthesis"),
        ({"type": "thesis"}, "@phdthesis"),
        ({"type": "pamphlet"}, "@booklet"),
        ({"type": "article-newspaper"}, "@article"),
        ({"type": "webpage"}, "@misc"),
    ],
)
def test_each_kind_has_its_bibtex_entry(fields, kind):
    assert bibtex(source(**fields)).startswith(f"{kind}{{s,")


def test_a_name_that_holds_and_is_one_name_in_bibtex():
    entry = bibtex(source(author=[{"family": "Sand and Sea", "given": "A."}]))
    assert "author = {{Sand and Sea}, A.}," in entry


def test_a_chapter_in_ris():
    assert ris(source(**CHAPTER)).split("\r\n") == [
        "TY  - CHAP", "ID  - goff-1985", "AU  - le Goff, Anne", "AU  - Bread and Sea",
        "ED  - Ruz, Pol", "TI  - Bread & Delegates", "T2  - Drowned Towns", "T3  - Sea Studies",
        "PY  - 1985", "DA  - 1985/03//", "SP  - 44", "EP  - 71", "PB  - Sea Press",
        "CY  - Lyonesse", "LA  - en", "SN  - 978-0", "UR  - https://ys.example/a_b%20c?d=1&e=2",
        "ER  - ", "",
    ]  # fmt: skip


def test_an_archives_piece_in_ris_says_where_it_lies():
    one = source(type="manuscript", archive="Port archive", archive_location="Box 4", issued="190X")
    assert ris(one).split("\r\n") == [
        "TY  - MANSCPT", "ID  - s", "TI  - T", "DA  - ///190X", "AN  - Box 4", "DB  - Port archive",
        "ER  - ", "",
    ]  # fmt: skip


@pytest.mark.parametrize("write", [ris, bibtex, coins])
def test_a_line_break_in_a_title_begins_no_new_field(write):
    assert write(source(title="A\r\nER  - B")) == write(source(title="A  ER  - B"))


def test_coins_tells_zotero_of_a_chapter():
    assert pairs_of(coins(source(**CHAPTER))) == [
        ("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "bookitem"), ("rft.atitle", "Bread & Delegates"),
        ("rft.btitle", "Drowned Towns"), ("rft.date", "1985-03"), ("rft.pages", "44–71"),
        ("rft.pub", "Sea Press"), ("rft.place", "Lyonesse"), ("rft.isbn", "978-0"),
        ("rft.language", "en"), ("rft_id", "https://ys.example/a_b%20c?d=1&e=2"),
        ("rft.aulast", "le Goff"), ("rft.aufirst", "Anne"), ("rft.au", "Anne le Goff"),
        ("rft.au", "Bread and Sea"),
    ]  # fmt: skip


def test_coins_tells_zotero_of_an_article_a_thesis_and_a_page():
    article = source(type="article-journal", container_title="Annals", DOI="10.1/x", volume="3")
    assert dict(pairs_of(coins(article))) == {
        "ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:journal",
        "rft.genre": "article", "rft.atitle": "T", "rft.jtitle": "Annals", "rft.volume": "3",
        "rft_id": "info:doi/10.1/x",
    }  # fmt: skip
    assert dict(pairs_of(coins(source(type="thesis", publisher="University of Ys")))) == {
        "ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dissertation",
        "rft.title": "T", "rft.inst": "University of Ys", "rft.pub": "University of Ys",
    }  # fmt: skip
    assert dict(pairs_of(coins(source(type="webpage", container_title="Ys Remembered")))) == {
        "ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "webpage",
        "rft.title": "T", "rft.source": "Ys Remembered",
    }  # fmt: skip


def test_a_title_cannot_break_out_of_the_coins_span():
    assert dict(pairs_of(coins(source(title='"><script>&amp;'))))["rft.btitle"] == '"><script>&amp;'


def test_files_hold_all_sources_in_the_order_given(ys):
    sources = list(ys.sources.values())
    ids = [one.id for one in sources]
    assert [item["id"] for item in json.loads(FORMATS["json"](sources))] == ids
    assert re.findall(r"^@\w+\{(.+),$", FORMATS["bib"](sources), re.MULTILINE) == ids
    assert re.findall(r"^ID  - (.+)\r$", FORMATS["ris"](sources), re.MULTILINE) == ids


def test_files_of_no_sources_are_empty_files():
    assert {ending: write([]) for ending, write in FORMATS.items()} == {
        "json": "[]\n", "bib": "", "ris": "",
    }  # fmt: skip
