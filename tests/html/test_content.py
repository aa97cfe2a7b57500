"""What is made of a catalogue is made once, and kept with it."""

from __future__ import annotations

from dataclasses import replace

from pandas.testing import assert_frame_equal

from components.html.content import content_of, remembered

MADE: list[tuple[str, str]] = []


@remembered(most=3)
def spoken(data, word):
    MADE.append((data.catalog.header.title, word))
    return f"{word} {data.catalog.header.title}"


def test_it_is_made_once_of_one_catalogue(ys):
    MADE.clear()
    data = content_of(ys)
    for _ in range(2):
        assert [spoken(data, word) for word in ("the", "old", "the")] == [
            "the Ys and Lyonesse",
            "old Ys and Lyonesse",
            "the Ys and Lyonesse",
        ]
    assert [word for _, word in MADE] == ["the", "old"]


def test_a_readers_own_catalogue_has_nothing_to_do_with_the_shared_one(ys):
    MADE.clear()
    own, shared = content_of(ys, is_own=True), content_of(ys)
    assert [spoken(own, "my"), spoken(shared, "my")] == ["my Ys and Lyonesse"] * 2
    assert [word for _, word in MADE] == ["my", "my"]


def test_no_more_is_kept_than_was_said(ys):
    MADE.clear()
    data = content_of(ys)
    for word in ("a", "b", "c", "d", "a"):
        assert spoken(data, word) == f"{word} Ys and Lyonesse"
    assert [word for _, word in MADE] == ["a", "b", "c", "d", "a"]


def test_two_catalogues_are_never_taken_for_each_other(ys):
    MADE.clear()
    titles = [f"Catalogue {n}" for n in range(20)]
    for title in titles:
        header = ys.header.model_copy(update={"title": title})
        assert spoken(content_of(replace(ys, header=header)), "a") == f"a {title}"
    assert [title for title, _ in MADE] == titles


def test_few_events_are_taken_as_many_are(ys, monkeypatch):
    few, rows = content_of(ys), [3, 0, 5]
    monkeypatch.setattr("components.html.content.FEW", 0)
    assert_frame_equal(few.take(rows), content_of(ys).take(rows))
    monkeypatch.undo()
    assert_frame_equal(few.take(rows), content_of(ys).take(rows))
