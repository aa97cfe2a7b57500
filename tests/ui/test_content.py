"""What is made of a catalogue is made once: for all readers of the shared one, else for one."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from components.ui.content import content_of, remembered

MADE: list[tuple[str, str]] = []


@remembered(most=3)
def spoken(data, word):
    MADE.append((data.catalog.header.title, word))
    return f"{word} {data.catalog.header.title}"


def asked(data, *words: str) -> list[str]:
    """What `spoken` answers to a reader who has just come."""

    def page(data, words):
        import streamlit as st

        from tests.ui.test_content import spoken

        st.session_state["answers"] = [spoken(data, word) for word in words]

    app = AppTest.from_function(page, args=(data, words)).run()
    assert not app.exception
    return app.session_state["answers"]


def test_it_is_made_once_for_all_readers_of_the_shared_catalogue(ys):
    MADE.clear()
    data = content_of(ys)
    for _ in range(2):
        assert asked(data, "the", "old", "the") == [
            "the Ys and Lyonesse",
            "old Ys and Lyonesse",
            "the Ys and Lyonesse",
        ]
    assert [word for _, word in MADE] == ["the", "old"]


def test_of_a_readers_own_it_is_made_for_that_reader_alone(ys):
    MADE.clear()
    data = content_of(ys, is_own=True)
    for _ in range(2):
        assert asked(data, "my", "my") == ["my Ys and Lyonesse"] * 2
    assert [word for _, word in MADE] == ["my", "my"]


def test_two_catalogues_are_never_taken_for_each_other(ys):
    MADE.clear()
    titles = [f"Catalogue {n}" for n in range(20)]
    for title in titles:
        header = ys.header.model_copy(update={"title": title})
        assert asked(content_of(replace(ys, header=header)), "a") == [f"a {title}"]
    assert [title for title, _ in MADE] == titles
