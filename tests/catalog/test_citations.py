"""Chicago notes and entries. The golden ones are examples of the Chicago Manual's Citation Quick
Guide (17th ed.), typed again; the others are of Ys. Two things the Manual does by judgement are not
done: titles within titles are not turned, and short titles are cut at the colon, never shorter.
"""

from __future__ import annotations

from typing import get_args

import pytest

from components.catalog.citations import (
    bibliography,
    bibliography_key,
    markdown,
    note,
    plain,
    short_note,
)
from components.catalog.models import Source

SMITH = {
    "type": "book", "author": [{"family": "Smith", "given": "Zadie"}], "title": "Swing Time",
    "publisher-place": "New York", "publisher": "Penguin Press", "issued": "2016",
}  # fmt: skip
GRAZER = {
    "type": "book", "author": [{"family": "Grazer", "given": "Brian"},
    {"family": "Fishman", "given": "Charles"}], "title": "A Curious Mind: The Secret to a Bigger Life",
    "publisher-place": "New York", "publisher": "Simon & Schuster", "issued": "2015",
}  # fmt: skip
THOREAU = {
    "type": "chapter", "author": [{"family": "Thoreau", "given": "Henry David"}],
    "title": "Walking", "container-title": "The Making of the American Essay",
    "editor": [{"family": "D’Agata", "given": "John"}], "page": "167-95",
    "publisher-place": "Minneapolis", "publisher": "Graywolf Press", "issued": "2016",
}  # fmt: skip
LAHIRI = {
    "type": "book", "author": [{"family": "Lahiri", "given": "Jhumpa"}], "title": "In Other Words",
    "translator": [{"family": "Goldstein", "given": "Ann"}], "publisher-place": "New York",
    "publisher": "Alfred A. Knopf", "issued": "2016",
}  # fmt: skip
MELVILLE = {
    "type": "book", "author": [{"family": "Melville", "given": "Herman"}],
    "title": "Moby-Dick; or, The Whale", "publisher-place": "New York",
    "publisher": "Harper & Brothers", "issued": "1851",
    "URL": "http://mel.hofstra.edu/moby-dick-the-whale-proofs.html",
}  # fmt: skip
KENG = {
    "type": "article-journal", "author": [{"family": "Keng", "given": "Shao-Hsun"},
    {"family": "Lin", "given": "Chun-Hung"}, {"family": "Orazem", "given": "Peter F."}],
    "title": "Expanding College Access in Taiwan, 1978–2014: Effects on Graduate Quality and Income "
    "Inequality", "container-title": "Journal of Human Capital", "volume": "11", "issue": "1",
    "issued": "2017-21", "page": "1-34", "DOI": "10.1086/690235",
}  # fmt: skip
MEAD = {
    "type": "article-magazine", "author": [{"family": "Mead", "given": "Rebecca"}],
    "title": "The Prophet of Dystopia", "container-title": "New Yorker", "issued": "2017-04-17",
}  # fmt: skip
PAI = {
    "type": "article-newspaper", "author": [{"family": "Pai", "given": "Tanya"}],
    "title": "The Squishy, Sugary History of Peeps", "container-title": "Vox",
    "issued": "2017-04-11", "URL": "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter",
}  # fmt: skip
UNSIGNED = {
    "type": "article-newspaper", "title": "In Texas, Ad Heats Up Race for Governor",
    "container-title": "New York Times", "issued": "2002-07-30",
}  # fmt: skip
RUTZ = {
    "type": "thesis", "author": [{"family": "Rutz", "given": "Cynthia Lillian"}],
    "title": "King Lear and Its Folktale Analogues", "genre": "PhD diss.",
    "publisher": "University of Chicago", "issued": "2013",
}  # fmt: skip
ERASMO = {
    "type": "speech", "author": [{"family": "D’Erasmo", "given": "Stacey"}],
    "title": "The Craft and Career of Writing", "genre": "lecture",
    "publisher": "Northwestern University", "publisher-place": "Evanston, IL",
    "issued": "2000-04-26",
}  # fmt: skip
GOMEZ = {
    "type": "personal_communication", "author": [{"family": "Gomez", "given": "Sam"}],
    "title": "Facebook message to author", "issued": "2017-08-01",
}  # fmt: skip
FITZGERALD = {
    "type": "book", "author": [{"family": "Fitzgerald", "given": "F. Scott"}],
    "title": "The Great Gatsby", "original-date": "1925", "publisher-place": "New York",
    "publisher": "Scribner", "issued": "2004",
}  # fmt: skip
HOMELAND = {
    "type": "legislation", "title": "Homeland Security Act of 2002", "number": "Pub. L. No. 107-296",
    "volume": "116", "container-title": "Stat.", "page": "2135", "issued": "2002",
}  # fmt: skip
CHRISTMAS = {
    "type": "legal_case", "title": "United States v. Christmas", "volume": "222",
    "container-title": "F.3d", "page": "141", "publisher": "4th Cir.", "issued": "2000",
}  # fmt: skip
BRITANNICA = {
    "type": "entry-encyclopedia", "title": "salvation", "edition": "15", "issued": "1980",
    "container-title": "Encyclopaedia Britannica",
}  # fmt: skip

GOLDEN = [
    (SMITH, "pp. 315-16", "Zadie Smith, *Swing Time* (New York: Penguin Press, 2016), 315–16.",
     "Smith, *Swing Time*, 315–16.", "Smith, Zadie. *Swing Time*. New York: Penguin Press, 2016."),
    (GRAZER, "p. 12", "Brian Grazer and Charles Fishman, *A Curious Mind: The Secret to a Bigger "
     "Life* (New York: Simon & Schuster, 2015), 12.", "Grazer and Fishman, *Curious Mind*, 12.",
     "Grazer, Brian, and Charles Fishman. *A Curious Mind: The Secret to a Bigger Life*. New York: "
     "Simon & Schuster, 2015."),
    (THOREAU, "177-78", "Henry David Thoreau, “Walking,” in *The Making of the American Essay*, ed. "
     "John D’Agata (Minneapolis: Graywolf Press, 2016), 177–78.", "Thoreau, “Walking,” 177–78.",
     "Thoreau, Henry David. “Walking.” In *The Making of the American Essay*, edited by John "
     "D’Agata, 167–95. Minneapolis: Graywolf Press, 2016."),
    (LAHIRI, "p. 146", "Jhumpa Lahiri, *In Other Words*, trans. Ann Goldstein (New York: Alfred A. "
     "Knopf, 2016), 146.", "Lahiri, *In Other Words*, 146.", "Lahiri, Jhumpa. *In Other Words*. "
     "Translated by Ann Goldstein. New York: Alfred A. Knopf, 2016."),
    (MELVILLE, "627", "Herman Melville, *Moby-Dick; or, The Whale* (New York: Harper & Brothers, "
     "1851), 627, http://mel.hofstra.edu/moby-dick-the-whale-proofs.html.",
     "Melville, *Moby-Dick*, 627.", "Melville, Herman. *Moby-Dick; or, The Whale*. New York: Harper "
     "& Brothers, 1851. http://mel.hofstra.edu/moby-dick-the-whale-proofs.html."),
    (KENG, "9–10", "Shao-Hsun Keng, Chun-Hung Lin, and Peter F. Orazem, “Expanding College Access in "
     "Taiwan, 1978–2014: Effects on Graduate Quality and Income Inequality,” *Journal of Human "
     "Capital* 11, no. 1 (Spring 2017): 9–10, https://doi.org/10.1086/690235.",
     "Keng, Lin, and Orazem, “Expanding College Access in Taiwan, 1978–2014,” 9–10.",
     "Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem. “Expanding College Access in Taiwan, "
     "1978–2014: Effects on Graduate Quality and Income Inequality.” *Journal of Human Capital* 11, "
     "no. 1 (Spring 2017): 1–34. https://doi.org/10.1086/690235."),
    (MEAD, "43", "Rebecca Mead, “The Prophet of Dystopia,” *New Yorker*, April 17, 2017, 43.",
     "Mead, “Prophet of Dystopia,” 43.",
     "Mead, Rebecca. “The Prophet of Dystopia.” *New Yorker*, April 17, 2017."),
    (PAI, None, "Tanya Pai, “The Squishy, Sugary History of Peeps,” *Vox*, April 11, 2017, "
     "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter.",
     "Pai, “Squishy, Sugary History of Peeps.”",
     "Pai, Tanya. “The Squishy, Sugary History of Peeps.” *Vox*, April 11, 2017. "
     "http://www.vox.com/culture/2017/4/11/15209084/peeps-easter."),
    (UNSIGNED, None, "“In Texas, Ad Heats Up Race for Governor,” *New York Times*, July 30, 2002.",
     "*New York Times*, “In Texas, Ad Heats Up Race for Governor.”",
     "*New York Times*. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002."),
    (RUTZ, "99-100", "Cynthia Lillian Rutz, “King Lear and Its Folktale Analogues” (PhD diss., "
     "University of Chicago, 2013), 99–100.",
     "Rutz, “King Lear and Its Folktale Analogues,” 99–100.",
     "Rutz, Cynthia Lillian. “King Lear and Its Folktale Analogues.” PhD diss., University of "
     "Chicago, 2013."),
    (ERASMO, None, "Stacey D’Erasmo, “The Craft and Career of Writing” (lecture, Northwestern "
     "University, Evanston, IL, April 26, 2000).", "D’Erasmo, “Craft and Career of Writing.”",
     "D’Erasmo, Stacey. “The Craft and Career of Writing.” Lecture, Northwestern University, "
     "Evanston, IL, April 26, 2000."),
    (GOMEZ, None, "Sam Gomez, Facebook message to author, August 1, 2017.",
     "Gomez, Facebook message to author.", "Gomez, Sam. Facebook message to author. August 1, 2017."),
    (FITZGERALD, "p. 5", "F. Scott Fitzgerald, *The Great Gatsby* (1925; repr., New York: Scribner, "
     "2004), 5.", "Fitzgerald, *Great Gatsby*, 5.", "Fitzgerald, F. Scott. *The Great Gatsby*. 1925. "
     "Reprint, New York: Scribner, 2004."),
    (HOMELAND, None, "Homeland Security Act of 2002, Pub. L. No. 107-296, 116 Stat. 2135 (2002).",
     "Homeland Security Act of 2002.",
     "Homeland Security Act of 2002. Pub. L. No. 107-296, 116 Stat. 2135 (2002)."),
    (CHRISTMAS, "145", "*United States v. Christmas*, 222 F.3d 141, 145 (4th Cir. 2000).",
     "*United States v. Christmas*, 145.", "*United States v. Christmas*. 222 F.3d 141 (4th Cir. "
     "2000)."),
    (BRITANNICA, None, "*Encyclopaedia Britannica*, 15th ed. (1980), s.v. “salvation.”",
     "“Salvation.”", "*Encyclopaedia Britannica*, 15th ed., s.v. “salvation.” 1980."),
]  # fmt: skip


def source(**fields) -> Source:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    if "archive-location" in named:
        named["archive_location"] = named.pop("archive-location")
    return Source.model_validate({"id": "s", "seen": "part", "title": "T", "type": "book", **named})


def starred(runs) -> str:
    return "".join(f"*{text}*" if is_italic else text for text, is_italic in runs)


@pytest.mark.parametrize(("fields", "locator", "full", "short", "entry"), GOLDEN)
def test_the_manuals_own_examples_come_out_as_printed(fields, locator, full, short, entry):
    one = source(**fields)
    assert starred(note(one, locator)) == full
    assert starred(short_note(one, locator)) == short
    assert starred(bibliography(one)) == entry


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
        ([{"given": "Volin"}], "Volin", "Volin", "Volin."),
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
    assert starred(note(one, "p. 2")) == "A. Ahez, *T* (Ys: Port, May 1901), 2, Box 4, Port archive."
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
    assert starred(note(one)) == (
        "Harbour Board, *T*, Working Paper 12 (Ys: Harbour Board, 1901)."
    )


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
    assert markdown(note(one)) == (
        r"*\*Bread\* \& \[coal\] \$1 \:fire\: \<b\> a\_b* (1901)."
    )


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
        "ys-web", "le-goff-1978", "gazette-1900", "kermarec-1902", "port-archive", "morel-1901",
        "trevena-1985",
    ]  # fmt: skip
