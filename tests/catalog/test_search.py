from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components.catalog.search.everywhere import (
    Hit,
    entries,
    find,
    matches,
    matches_text,
    query_words,
    search_everything,
    snippet,
)
from components.catalog.search.folding import fold, indexed, plain
from components.catalog.tables import events_table


def finds(query: str, text: str) -> bool:
    return matches_text(indexed(text), query_words(query))


SAME = [
    ("Эйнштейн", "Einstein", "Einshtein", "Einschtein", "EINŠTEIN"),
    ("Городецкий", "Gorodetsky", "Gorodetskii", "Gorodetskij", "Gorodetzki", "Gorodeckij"),
    ("Александров", "Aleksandrov", "Alexandrov", "Alexandroff", "Alexandrow"),
    ("Афанасьев", "Afanasiev", "Afanas'ev", "Afanas’ev", "Afanasʹev", "Afanasyev", "Afanasjev"),
    ("Артём", "Артем", "Artyom", "Artem", "Artëm"),
    ("Щедрин", "Shchedrin", "Schtschedrin", "Ščedrin"),
    ("Тютчев", "Tiutchev", "Tyutchev", "Tjutčev"),
    ("Яблочков", "Iablochkov", "Yablochkov", "Yablotchkov", "Jabločkov"),
    ("Ермак", "Ermak", "Yermak", "Jermak"),
    ("Хохлома", "Khokhloma"),
    ("Peñíscola", "Peniscola", "PEÑÍSCOLA"),
    ("Trémeur", "Tremeur", "Tre\u0301meur"),
    ("collectivització", "col·lectivització"),
    ("HUY", "H.U.Y.", "huy"),
    ("Міръ", "Миръ", "Мир"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[-1])
def test_the_usual_spellings_of_one_word_meet(spellings):
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}
    assert all(finds(one, other) for one in spellings for other in spellings)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1900", "190"), ("Morel", "Morales"), ("Penrose", "Penryn")],
)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_every_text_is_found_by_itself(text):
    assert finds(text, text)


@given(st.text(), st.data())
def test_every_beginning_of_every_word_finds_the_text(text, data):
    words = plain(text).split()
    assume(words)
    word = data.draw(st.sampled_from(words))
    assert finds(word[: data.draw(st.integers(1, len(word)))], text)


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюяё", min_size=1), st.integers(1, 20))
def test_half_a_cyrillic_word_finds_the_whole(word, length):
    assert finds(word[:length], word)


@given(st.text(), st.text(alphabet=' .,;:!?-–—()[]«»“”"/\n\t'))
def test_punctuation_around_words_makes_no_difference(text, signs):
    assert finds(f"{signs} {text} {signs}", text)
    assert finds(text, f"{signs} {text} {signs}")


def test_a_word_is_found_by_its_beginning_and_not_by_its_end():
    assert finds("har", "The harbour strike")
    assert not finds("bour", "The harbour strike")


def test_all_words_must_be_found_in_any_order():
    assert finds("strike harb", "The harbour strike")
    assert not finds("strike bread", "The harbour strike")


def test_an_article_before_an_apostrophe_may_be_left_out_or_added():
    assert finds("estat", "l'Estat")
    assert finds("d’Estat", "Estat")
    assert finds("d’Estat", "l’Estat")


def test_a_query_without_words_finds_everything():
    assert finds(" … ", "The harbour strike")


def test_matches_answers_row_by_row():
    forms = pd.Series([indexed("Bread and coal"), indexed("Coal"), "", indexed("Bread")])
    assert matches(forms, "br").tolist() == [True, False, False, True]
    assert matches(forms, "coal bread").tolist() == [True, False, False, False]
    assert matches(forms, "").tolist() == [True] * 4
    assert matches(forms.head(0), "bread").tolist() == []


@given(
    st.lists(st.text(alphabet="ab zh'тс", max_size=12)), st.text(alphabet="ab zh'тс", max_size=6)
)
def test_columns_and_single_texts_are_searched_alike(texts, query):
    forms = pd.Series([indexed(text) for text in texts], dtype="str")
    assert matches(forms, query).tolist() == [finds(query, text) for text in texts]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("grain store", ["grain-store-seized"]),
        ("trémeur", ["harbour-strike", "prefects-decree"]),
        ("пенроуз", ["yards-taken", "sailmakers-strike"]),
        ("seyth", ["yards-taken", "council-of-yards", "yards-closed"]),
        ("1890s", ["song-of-the-quay"]),
        ("HUY", ["harbour-union-founded", "harbour-strike", "night-raid"]),
    ],
)
def test_events_are_found_by_title_people_places_bodies_and_date(ys, query, ids):
    table = events_table(ys)
    assert list(table.index[matches(table["search"], query)]) == ids


def test_what_is_called_so_comes_before_what_mentions_it(ys):
    hits = search_everything(ys, "penrose")
    assert [(hit.kind, hit.id) for hit in hits] == [
        ("person", "penrose"),
        ("event", "yards-taken"),
        ("event", "sailmakers-strike"),
        ("event", "amnesty"),
    ]


def test_the_exact_name_comes_first(ys):
    hits = search_everything(ys, "ys")
    assert hits[0] == Hit("place", "ys", "Ys", "Kêr-Is")


def test_every_kind_of_record_is_found(ys):
    assert {entry.kind for entry in entries(ys)} == {
        "event", "person", "organisation", "tendency", "place", "source", "indicator", "claim",
    }  # fmt: skip


def test_a_claim_says_in_which_review_it_stands(ys):
    assert search_everything(ys, "sold before noon") == (
        Hit("claim", "K-1", "The grain was sold at once.", "“sold before noon”", "kermarec-review"),
    )


def test_no_words_give_no_hits(ys):
    assert search_everything(ys, " ! ") == ()


def test_no_more_hits_than_asked_for(ys):
    among = entries(ys)
    assert find(among, "the", limit=3) == find(among, "the")[:3]


LONG = " ".join(f"word{number}" for number in range(100)) + " Эйнштейн " + "end " * 30


def test_a_snippet_shows_the_word_in_its_neighbourhood():
    found = snippet((LONG,), "einstein", 60)
    assert found == "…word98 word99 Эйнштейн end end end end end end end end end…"


def test_a_snippet_comes_from_the_first_text_that_has_the_word():
    assert snippet(("Bread.", "Coal and iron."), "iron") == "Coal and iron."


def test_a_snippet_without_the_word_is_the_beginning():
    assert snippet(("one two three four", "five"), "nothing", 10) == "one two…"
    assert snippet((), "nothing") == ""


@given(st.text(), st.text(), st.integers(1, 50))
def test_a_snippet_is_never_much_longer_than_asked(text, query, length):
    assert len(snippet((text,), query, length)) <= length + 2
