"""The Chicago Manual's own examples, of `golden_citations.yaml`, which says where each was compared.

What the Manual does by judgement is not done: titles within titles are not turned, and short titles
are cut at the colon, never otherwise (the Manual's own here are “Yale Facts” and “Expanding
College Access”, and it names Google before its policy).
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from components.catalog.citations.chicago import bibliography, note, short_note
from components.catalog.models import Source

GOLDEN = yaml.load(
    (Path(__file__).parent / "golden_citations.yaml").read_text("utf-8"), yaml.BaseLoader
)
EXAMPLES = GOLDEN["examples"]


def source(fields) -> Source:
    return Source.model_validate({"id": "example", "seen": "whole", **fields})


def starred(runs) -> str:
    return "".join(f"*{text}*" if is_italic else text for text, is_italic in runs)


def printed(form: str) -> list:
    return [
        pytest.param(one["source"], one.get("locator"), one[form], id=one[form][:40])
        for one in EXAMPLES
        if form in one
    ]


@pytest.mark.parametrize(("fields", "locator", "wanted"), printed("note"))
def test_a_note_comes_out_as_printed(fields, locator, wanted):
    assert starred(note(source(fields), locator)) == wanted


@pytest.mark.parametrize(("fields", "locator", "wanted"), printed("short"))
def test_a_short_note_comes_out_as_printed(fields, locator, wanted):
    assert starred(short_note(source(fields), locator)) == wanted


@pytest.mark.parametrize(("fields", "locator", "wanted"), printed("entry"))
def test_an_entry_of_a_bibliography_comes_out_as_printed(fields, locator, wanted):
    assert starred(bibliography(source(fields))) == wanted


def test_every_example_says_where_its_wording_was_compared():
    assert {one["printed"] for one in EXAMPLES} == set(GOLDEN["copies"])
    assert all({"note", "short", "entry"} & set(one) for one in EXAMPLES)


@pytest.mark.parametrize("form", ["note", "entry"])
@pytest.mark.parametrize(
    "kind",
    ["book", "chapter", "article-journal", "article-magazine", "article-newspaper", "thesis",
     "speech", "pamphlet", "webpage", "manuscript"],
)  # fmt: skip
def test_every_kind_has_an_example_of_a_note_and_of_an_entry(kind, form):
    assert any(one["source"]["type"] == kind and form in one for one in EXAMPLES)


@pytest.mark.parametrize(
    "has",
    [
        lambda source: len(source.author) == 2,
        lambda source: len(source.author) == 3,
        lambda source: len(source.editor) > 3,
        lambda source: source.editor and source.author,
        lambda source: source.editor and not source.author,
        lambda source: source.translator and source.author,
        lambda source: source.translator and not source.author,
        lambda source: not (source.author or source.editor or source.translator),
        lambda source: source.author and source.author[0].literal,
        lambda source: source.language == "zh" and not source.title.isascii(),
        lambda source: source.archive,
    ],
)
def test_every_difficulty_has_an_example_with_a_note(has):
    assert any("note" in one and has(source(one["source"])) for one in EXAMPLES)


def example(word: str) -> Source:
    return source(next(one["source"] for one in EXAMPLES if word in one["source"]["title"]))


def test_a_letter_names_its_writer_once_and_stands_under_him_in_a_bibliography():
    one = example("Colonel House")
    assert starred(short_note(one)) == "George Creel to Colonel House."
    assert starred(bibliography(one)) == (
        "Creel, George. Letter to Colonel House. September 25, 1918. Edward M. House Papers. Yale "
        "University Library, New Haven, CT."
    )
    telegram = starred(bibliography(example("Burton")))
    assert telegram.startswith("Burton. To Merriam. Telegram, January 26")


@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("Moby-Dick", "Melville, *Moby-Dick*."),
        ("Pushcarts", "*Lake Forester*, “Pushcarts Evolve to Trendy Kiosks.”"),
        ("Zemstvo", "Pirumova, *Zemstvo Liberal Movement*."),
        ("Irish", "Ross, “Irish-Catholic Immigrant, 1880–1900.”"),
    ],
)
def test_a_short_title_ends_before_its_subtitle_and_begins_after_its_article(word, short):
    assert starred(short_note(example(word))) == short


def test_a_reprint_is_said_to_be_one_in_a_bibliography():
    assert starred(bibliography(example("Metaphysics"))) == (
        "Aristotle. *Metaphysics*. Edited by W. D. Ross. 2 vols. 1924. Reprint, Oxford: Oxford "
        "University Press / Sandpiper Books, 1997."
    )
