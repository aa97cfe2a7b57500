"""The default run's share of fuzzing: what was found before, and a few hundred new inputs."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalog.catalog import load
from components.catalog.reading import gathering, shapes
from components.catalog.reading.gathering import MODELS
from tests.fuzz.fuzz_reader import FOUND
from tests.fuzz.judge import judge
from tests.fuzz.large import large
from tests.fuzz.texts import any_text, as_bytes, document, spoilt


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.stem)
def test_what_failed_once_is_read_or_refused_at_its_place(path):
    data = path.read_bytes()
    text = data.decode("utf-8", "surrogatepass" if path.suffix == ".text" else "replace")
    assert [words for words in (judge(data), judge(text)) if not words] == []


@settings(max_examples=600)
@given(st.randoms(use_true_random=False), st.sampled_from(sorted(MODELS)))
def test_grown_and_spoilt_files_are_read_or_refused_at_their_place(chance, kind):
    assert judge(any_text(chance), kind), "neither read nor refused in words"


def test_every_hundredth_of_the_first_inputs_is_read_or_refused_at_its_place():
    found = [judge(any_text(Random(number))) for number in range(0, 60_000, 100)]
    assert len(found) == 600 and all(found), "neither read nor refused in words"
    assert 100 < found.count("read") < 500


def test_an_input_is_the_same_everywhere():
    assert any_text(Random(7)) == any_text(Random(7))
    assert len({any_text(Random(number)) for number in range(50)}) > 40


def test_the_inputs_are_neither_all_right_nor_all_wrong():
    found = [judge(any_text(Random(number))) for number in range(300)]
    assert 30 < found.count("read") < 270
    assert len(set(found)) > 20


def test_a_misplaced_problem_would_be_noticed(monkeypatch):
    def misplaced(text, position, first_line=1):
        return 99, 1

    monkeypatch.setattr("components.catalog.reading.yaml_problems._place", misplaced)
    with pytest.raises(AssertionError, match="line 99 of 1"):
        judge("a: b\tc")


def test_texts_are_spoilt_and_encoded_in_many_ways():
    chance = Random(0)
    text = document(chance)
    assert len({spoilt(text, chance) for _ in range(100)}) > 50
    starts = {as_bytes("a: é", chance)[:2] for _ in range(100)}
    assert {b"\xef\xbb", b"\xff\xfe", b"a:"} <= starts


@pytest.mark.parametrize("name", large(20_000))
def test_what_is_wrong_in_a_large_file_is_said_in_so_many_problems(ys_folder, name, monkeypatch):
    """Ten of each stand for a thousand: then the rest of a file is not read."""
    monkeypatch.setattr(gathering, "MOST_LEFT_OUT", 10)
    monkeypatch.setattr(shapes, "MOST_FAULTS", 20)
    text = large(20_000)[name]
    assert 19_900 <= len(text.encode()) <= 20_000
    (ys_folder / "ys" / "extra.yaml").write_text(text, encoding="utf-8")
    catalog = load(ys_folder)
    told = [one for one in catalog.problems if one.file == "ys/extra.yaml"]
    assert len(told) <= 60
    assert all(one.line and one.column and one.what for one in told)
    assert len(catalog.events) == 21
    assert bool(told) is (name not in ("breaks", "a sign that cannot be seen in each line"))
