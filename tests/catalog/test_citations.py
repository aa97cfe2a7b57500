"""Chicago notes and entries, rule by rule; `test_citations_golden` has the Manual's examples."""

from __future__ import annotations

from typing import get_args

import pytest

from components.catalog.citations.chicago import (
    bibliography,
    bibliography_key,
    markdown,
    note,
    plain,
    short_note,
)
from components.catalog.models import Source


def source(**fields) -> Source:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    if "archive-location" in named:
        named["archive_location"] = named.pop("archive-location")
    return Source.model_validate({"id": "s", "seen": "part", "title": "T", "type": "book", **named})


def starred(runs) -> str:
    return "".join(f"*{text}*" if is_italic else text for text, is_italic in runs)


def test_italics_are_runs_of_their_own():
    one = source(title="Swing Time", issued="2016")
    assert note(one, "p. 3") == (("Swing Time", True), (" (2016), 3.", False))


FOUR = [{"family": name, "given": "A."} for name in ("Ahez", "Gralon", "Dahut", "Corentin")]


@pytest.mark.parametrize(
    ("names", "full", "short", "entry"),
    [
        (FOUR[:1], "A. Ahez", "Ahez", "Ahez, A."),
        (FOUR[:2], "A. Ahez and A. Gralon", "Ahez and Gralon", "Ahez, A., and A. Gralon."),
        (FOUR[:3], "A. Ahez, A. Gralon, and A. Dahut", "Ahez, Gralon, and Dahut",
         "Ahez, A., A. Gralon, and A. Dahut."),
        (FOUR, "A. Ahez et al.", "Ahez et al.",
         "Ahez, A., A. Gralon, A. Dahut, and A. Corentin."),
        (FOUR * 3, "A. Ahez et al.", "Ahez et al.", "Ahez, A., A. Gralon, A. Dahut, A. Corentin, "
         "A. Ahez, A. Gralon, A. Dahut, et al."),
        ([{"literal": "Strike committee"}], "Strike committee", "Strike committee",
         "Strike committee."),
        ([{"literal": "Strike committee"}, FOUR[0]], "Strike committee and A. Ahez",
         "Strike committee and Ahez", "Strike committee and A. Ahez."),
        ([{"family": "Goff", "particle": "le", "given": "Anne"}], "Anne le Goff", "Le Goff",
         "le Goff, Anne."),
        ([{"given": "Dahut"}], "Dahut", "Dahut", "Dahut."),
    ],
)  # fmt: skip
def test_names_are_counted_and_turned_as_the_manual_says(names, full, short, entry):
    one = source(author=names, issued="1901")
    assert starred(note(one)) == f"{full}, *T* (1901)."
    assert starred(short_note(one)) == f"{short}, *T*."
    assert starred(bibliography(one)) == f"{entry} *T*. 1901."


def test_editors_stand_for_authors_who_are_not_named():
    one = source(editor=FOUR[:2], issued="1901")
    assert starred(note(one)) == "A. Ahez and A. Gralon, eds., *T* (1901)."
    assert starred(bibliography(one)) == "Ahez, A., and A. Gralon, eds. *T*. 1901."


def test_a_translator_stands_for_author_and_editor_who_are_not_named():
    one = source(translator=FOUR[:1], issued="1901")
    assert starred(note(one)) == "A. Ahez, trans., *T* (1901)."


def test_a_book_says_editor_translator_edition_volume_and_series_in_this_order():
    one = source(
        author=FOUR[:1], editor=FOUR[1:2], translator=FOUR[2:3], edition="2", volume="3",
        collection_title="Drowned Towns", number="7", issued="1901",
    )  # fmt: skip
    assert starred(note(one)) == (
        "A. Ahez, *T*, ed. A. Gralon, trans. A. Dahut, 2nd ed., vol. 3, Drowned Towns, no. 7 (1901)."
    )
    assert starred(bibliography(one)) == (
        "Ahez, A. *T*. Edited by A. Gralon. Translated by A. Dahut. 2nd ed. Vol. 3. Drowned Towns, "
        "no. 7. 1901."
    )


@pytest.mark.parametrize(
    ("edition", "written"),
    [("1", "1st ed."), ("3", "3rd ed."), ("11", "11th ed."), ("22", "22nd ed."), ("rev. ed.",) * 2],
)
def test_the_number_of_an_edition_is_an_ordinal(edition, written):
    assert starred(note(source(edition=edition, issued="1901"))) == f"*T*, {written} (1901)."


def test_nothing_is_known_but_the_title():
    assert starred(note(source())) == "*T* (n.d.)."
    assert starred(short_note(source())) == "*T*."
    assert starred(bibliography(source())) == "*T*. N.d."


def test_a_translation_gives_the_year_of_the_original_and_is_no_reprint():
    one = source(translator=FOUR[:1], author=FOUR[1:2], original_date="1901", issued="1974")
    assert starred(note(one)) == "A. Gralon, *T*, trans. A. Ahez (1901; 1974)."
    assert starred(bibliography(one)) == "Gralon, A. *T*. Translated by A. Ahez. 1901. 1974."


def test_a_text_of_which_only_the_first_year_is_known_says_that_year():
    assert starred(note(source(original_date="1901"))) == "*T* (1901)."


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("1901-05-14", "May 14, 1901"),
        ("1901-05", "May 1901"),
        ("1901-23", "Fall 1901"),
        ("1901", "1901"),
        ("1901~", "[ca. 1901]"),
        ("1901?", "[1901?]"),
        ("1901%", "[ca. 1901?]"),
        ("190X", "1900s"),
        ("1900/1901", "1900–1901"),
        ("1901-03/1901-04", "March–April 1901"),
        ("1901-05-03/1901-05-05", "May 3–5, 1901"),
        ("1901-05-30/1901-06-02", "May 30–June 2, 1901"),
        ("1900-12/1901-01", "December 1900–January 1901"),
        ("1901/..", "1901–"),
        ("[1900,1901]", "1900 or 1901"),
        ("-0043", "44 BCE"),
        ("-0329/-0321", "330–322 BCE"),
        ("-0329~/-0321~", "[ca. 330–322 BCE]"),
        ("-0026~/0017~", "[ca. 27 BCE–17 CE]"),
        ("1901~/1903~", "[ca. 1901–1903]"),
    ],
)
def test_dates_are_written_the_american_way_and_doubt_stands_in_brackets(date, written):
    one = source(type="article-newspaper", container_title="Gazette", issued=date)
    assert starred(note(one)) == f"“T,” *Gazette*, {written}."


@pytest.mark.parametrize(
    ("locator", "written"),
    [
        ("p. 73", "73"), ("pp. 73-75", "73–75"), ("pp. 12, 14 and xii", "12, 14 and xii"),
        ("p. 73 n. 4", "73 n. 4"), ("p. 12 ff., plan", "p. 12 ff., plan"), ("pp. 123 n. 2", "123 n. 2"), ("ch. 9", "chap. 9"),
        ("chs 5-6", "chaps. 5–6"), ("p. 60 of the scan", "p. 60 of the scan"), ("opening",) * 2,
        ("n. 10", "n. 10"),
    ],
)  # fmt: skip
def test_pages_lose_their_p_and_other_places_keep_their_words(locator, written):
    assert starred(note(source(issued="1901"), locator)) == f"*T* (1901), {written}."


def test_only_pages_follow_a_journals_colon():
    one = source(type="article-journal", container_title="Annals", volume="12", issued="1978")
    assert starred(note(one, "p. 3")) == "“T,” *Annals* 12 (1978): 3."
    assert starred(note(one, "n. 3")) == "“T,” *Annals* 12 (1978), n. 3."


def test_a_journal_without_a_volume_has_a_comma_before_its_number():
    one = source(type="article-journal", container_title="Annals", issue="14", issued="1973")
    assert starred(note(one)) == "“T,” *Annals*, no. 14 (1973)."


def test_a_magazine_with_number_and_town_keeps_both():
    one = source(
        type="article-magazine", container_title="The Quay", publisher_place="Ys", issue="4",
        issued="1901-05",
    )  # fmt: skip
    assert starred(note(one)) == "“T,” *The Quay* (Ys), no. 4, May 1901."


def test_a_pamphlet_in_an_archive_says_month_and_box():
    one = source(
        type="pamphlet", author=FOUR[:1], issued="1901-05", publisher="Port", publisher_place="Ys",
        archive="Port archive", archive_location="Box 4",
    )  # fmt: skip
    assert (
        starred(note(one, "p. 2")) == "A. Ahez, *T* (Ys: Port, May 1901), 2, Box 4, Port archive."
    )
    assert starred(bibliography(one)) == "Ahez, A. *T*. Ys: Port, May 1901. Box 4, Port archive."


def test_a_manuscript_goes_from_the_piece_to_the_archive():
    one = source(
        type="manuscript", author=FOUR[:1], genre="typescript", issued="1901-05-14",
        container_title="Union papers", archive="Port archive", archive_location="Box 4",
    )  # fmt: skip
    assert starred(note(one, "leaf 2")) == (
        "A. Ahez, “T,” typescript, May 14, 1901, leaf 2, Union papers, Box 4, Port archive."
    )
    assert starred(bibliography(one)) == (
        "Ahez, A. “T.” Typescript, May 14, 1901. Union papers. Box 4, Port archive."
    )


def test_a_report_has_its_kind_and_number_before_the_house():
    one = source(
        type="report", author=[{"literal": "Harbour Board"}], genre="Working Paper", number="12",
        publisher="Harbour Board", publisher_place="Ys", issued="1901",
    )  # fmt: skip
    assert starred(note(one)) == ("Harbour Board, *T*, Working Paper 12 (Ys: Harbour Board, 1901).")


def test_a_web_page_has_no_date_where_it_gives_none():
    one = source(
        type="webpage", author=[{"literal": "Friends"}], publisher="Friends",
        container_title="Ys Remembered", URL="https://ys.example/a",
    )  # fmt: skip
    assert starred(note(one)) == "Friends, “T,” Ys Remembered, https://ys.example/a."
    assert starred(bibliography(one)) == "Friends. “T.” Ys Remembered. https://ys.example/a."


def test_a_signed_encyclopedia_entry_is_a_chapter():
    one = source(
        type="entry-encyclopedia", author=FOUR[:1], container_title="Book of Towns", edition="2",
        issued="1901",
    )  # fmt: skip
    assert starred(note(one)) == "A. Ahez, “T,” in *Book of Towns*, 2nd ed. (1901)."


def test_an_unsigned_entry_of_an_encyclopedia_without_a_date_says_when_it_was_read():
    one = source(
        type="entry-encyclopedia", container_title="Book of Towns", accessed="2017-05-01",
        URL="https://ys.example/t",
    )  # fmt: skip
    said = "*Book of Towns*, s.v. “T,”"
    assert starred(note(one)) == f"{said} accessed May 1, 2017, https://ys.example/t."
    assert starred(bibliography(one)) == (
        "*Book of Towns*, s.v. “T.” Accessed May 1, 2017. https://ys.example/t."
    )


def test_a_speech_printed_in_a_book_is_a_chapter_of_it():
    one = source(type="speech", author=FOUR[:1], container_title="Works", volume="3", issued="1901")
    assert starred(note(one, "p. 4")) == "A. Ahez, “T,” in *Works*, vol. 3 (1901), 4."


def test_a_decree_without_a_gazette_has_its_date_in_brackets():
    one = source(type="legislation", author=[{"literal": "Prefecture"}], issued="1900-09-30")
    assert starred(note(one, "article 2")) == "Prefecture, T (September 30, 1900), article 2."


def test_titles_keep_their_script_and_their_capitals():
    one = source(title="Завод — рабочим! воспоминания", language="ru", issued="1901")
    assert plain(bibliography(one)) == "Завод — рабочим! воспоминания. 1901."


def test_only_english_titles_lose_their_article_in_short_notes():
    assert plain(short_note(source(title="A bread riot", language="en-GB"))) == "Bread riot."
    assert plain(short_note(source(title="A las barricadas", language="es"))) == "A las barricadas."


@pytest.mark.parametrize(
    ("title", "in_note", "in_entry"),
    [
        ("Who Rules?", "“Who Rules?,” *Gazette*, 1901.", "“Who Rules?” *Gazette*, 1901."),
        ("The “Song”", "“The ‘Song,’” *Gazette*, 1901.", "“The ‘Song.’” *Gazette*, 1901."),
        ('The "Song"', "“The ‘Song,’” *Gazette*, 1901.", "“The ‘Song.’” *Gazette*, 1901."),
        ("Bread etc.", "“Bread etc.,” *Gazette*, 1901.", "“Bread etc.” *Gazette*, 1901."),
    ],
)
def test_commas_and_stops_go_inside_the_quotation_marks_and_are_never_doubled(
    title, in_note, in_entry
):
    one = source(type="article-magazine", title=title, container_title="Gazette", issued="1901")
    assert starred(note(one)) == in_note
    assert starred(bibliography(one)) == in_entry


def test_markdown_signs_in_a_title_are_escaped():
    one = source(title="*Bread* & [coal] $1 :fire: <b> a_b", issued="1901")
    assert markdown(note(one)) == (r"*\*Bread\* \& \[coal\] \$1 \:fire\: \<b\> a\_b* (1901).")


def test_addresses_become_links_without_the_full_stop_after_them():
    one = source(type="webpage", URL="https://ys.example/a_b?c=1")
    assert markdown(note(one)) == "“T,” <https://ys.example/a_b?c=1>."


def test_a_year_at_the_beginning_starts_no_numbered_list():
    one = source(type="legislation", title="1901", issued="1901")
    assert markdown(bibliography(one)) == r"1901\. 1901."


@pytest.mark.parametrize("kind", get_args(Source.model_fields["type"].annotation))
@pytest.mark.parametrize("whole", [None, "Works"])
def test_every_kind_of_source_gives_one_sentence_with_one_stop(kind, whole):
    one = source(type=kind, author=FOUR[:1], container_title=whole, issued="1901")
    for written in map(plain, (note(one, "p. 3"), short_note(one, "p. 3"), bibliography(one))):
        assert written.endswith(".")
        assert not any(wrong in written for wrong in ("..", ",,", " ,", " .", "()", "  ", "None"))


def test_a_bibliography_is_sorted_by_name_then_title_then_year(ys):
    ordered = sorted(ys.sources.values(), key=bibliography_key)
    assert [one.id for one in ordered] == [
        "ys-web", "gazette-1900", "kermarec-1902", "le-goff-1978", "port-archive", "morel-1901",
        "trevena-1985",
    ]  # fmt: skip


def test_a_bibliography_is_sorted_by_letters_and_not_by_spellings_that_a_search_joins():
    families = ("Zhelnov", "Jonas", "Wenzel", "Ivens", "Ždarov", "Valen", "Шурик", "Yann")
    works = [source(author=[{"family": name, "given": "A."}], title="T") for name in families]
    assert [one.author[0].family for one in sorted(works, key=bibliography_key)] == [
        "Ivens", "Jonas", "Шурик", "Valen", "Wenzel", "Yann", "Ždarov", "Zhelnov",
    ]  # fmt: skip


def test_a_supplied_title_in_brackets_is_a_description_and_plain():
    one = source(type="webpage", title="[Chronology of the strike]", container_title="Port of Ys")
    assert starred(note(one, "")) == "[Chronology of the strike], Port of Ys."
    assert starred(bibliography(one)) == "[Chronology of the strike]. Port of Ys."


def test_a_decree_on_a_site_is_in_no_gazette():
    one = source(
        type="legislation", title="Decree on Bread", author=[{"literal": "Council of Ys"}],
        container_title="Port of Ys", issued="1901-05-02", URL="https://ys.example/bread",
    )  # fmt: skip
    assert starred(bibliography(one)) == (
        "Council of Ys. Decree on Bread. Port of Ys. May 2, 1901. https://ys.example/bread."
    )


def test_the_name_of_a_site_keeps_its_small_letter():
    one = source(type="webpage", title="Bread", container_title="ys.example")
    assert starred(bibliography(one)) == "“Bread.” ys.example."


def test_a_page_with_a_date_needs_no_day_of_access():
    page = source(type="webpage", issued="2017-04-17", accessed="2020-01-01", genre="blog")
    assert starred(note(page)) == "“T,” April 17, 2017."


def test_an_unsigned_page_stands_under_its_owner_in_a_bibliography():
    page = source(type="webpage", publisher="Port of Ys", issued="2017")
    assert starred(bibliography(page)) == "Port of Ys. “T.” 2017."
    assert bibliography_key(page)[0] == "port of ys"
