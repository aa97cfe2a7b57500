"""Strict YAML: what is read, what is refused, where, and with what advice."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalog.reading.strict_yaml import YamlProblem, locate, pieces, read


def refusal(text: str | bytes) -> tuple[int, int, str, str]:
    with pytest.raises(YamlProblem) as caught:
        read(text)
    problem = caught.value
    return problem.line, problem.column, problem.message, problem.hint


# What is read -----------------------------------------------------------------------------------


def test_every_scalar_stays_the_text_that_was_written():
    text = "[no, yes, on, ~, null, 1917, 1917-11-07, 12:30, 1_000, 010, 0x1F, 1e3, .5, true]"
    assert read(text)[0] == text[1:-1].split(", ")


def test_a_field_with_nothing_after_its_colon_is_none_and_empty_quotes_are_empty_text():
    assert read("a:\nb: ''\nc: []\nd: {}\n")[0] == {"a": None, "b": "", "c": [], "d": {}}


def test_an_empty_document_is_none():
    assert [read(text)[0] for text in ("", "# nothing\n", "---\n")] == [None, None, None]


def test_folded_prose_is_one_line_and_literal_prose_keeps_its_lines():
    assert read("a: >\n  one\n  two\nb: |\n  one\n  two\n")[0] == {
        "a": "one two\n",
        "b": "one\ntwo\n",
    }


def test_windows_line_ends_and_all_scripts_are_read():
    assert read("a: Кронштадт\r\nb: «Aragó» 😀\r\n".encode())[0] == {
        "a": "Кронштадт",
        "b": "«Aragó» 😀",
    }


def test_forty_levels_are_read():
    text = "a: " + "[" * 39 + "x" + "]" * 39
    data = read(text)[0]["a"]
    for _ in range(39):
        (data,) = data
    assert data == "x"


@given(
    st.recursive(
        st.text(alphabet="ab: #'\"-[]{}\n0é", max_size=12),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(alphabet="abc", min_size=1, max_size=3), inner, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_what_is_written_is_read_again(data):
    assert read(yaml.safe_dump(data, allow_unicode=True, default_style='"'))[0] == data


# Where it stands --------------------------------------------------------------------------------


def test_every_value_and_every_field_can_be_located():
    text = "- id: a\n  sources:\n    - {cite: b, locator: p. 7}\n"
    data, marks = read(text)
    assert locate(data, marks, ()) == (1, 1)
    assert locate(data, marks, (0,)) == (1, 3)
    assert locate(data, marks, (0, "id")) == (1, 7)
    assert locate(data, marks, (0, "sources", 0, "locator")) == (3, 26)
    assert locate(data, marks, (0, "sources", 0, "locator"), key=True) == (3, 17)


def test_what_is_absent_is_located_at_what_encloses_it():
    data, marks = read("a: 1\nb:\n  - c: 2\n")
    assert locate(data, marks, ("b", 0, "d", 3)) == (3, 5)


def test_the_first_line_of_a_piece_can_have_any_number():
    data, marks = read("a: 1\nb: 2\n", first_line=100)
    assert locate(data, marks, ("b",)) == (101, 4)
    with pytest.raises(YamlProblem) as caught:
        read("a: 1\na: 2\n", first_line=100)
    assert (caught.value.line, caught.value.hint) == (101, "The first is in line 100.")


def test_the_entries_of_a_list_can_be_cut_apart():
    text = "# head\n- a: 1\n  b: 2\n\n# note\n- c: >\n    - no entry\n-\n  d: 3\n"
    assert pieces(text) == [
        (2, "- a: 1\n  b: 2\n\n# note\n"),
        (6, "- c: >\n    - no entry\n"),
        (8, "-\n  d: 3\n"),
    ]


# What is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: &x [1]\nb: *x", 1, 4, "anchors are not allowed"),
        ("a: &x b", 1, 4, "anchors are not allowed"),
        ("a: b\nc: *x", 2, 4, "aliases are not allowed"),
        ("a: !!int 3", 1, 4, "tags are not allowed"),
        ("a: !own [b]", 1, 4, "tags are not allowed"),
        ("a: {<<: {b: 1}}", 1, 5, "merge keys are not allowed"),
        ("? [a, b]\n: c", 1, 3, "a field's name must be plain text"),
        ("{a: 1}: c", 1, 1, "a field's name must be plain text"),
        ("'': c", 1, 1, "a field without a name"),
        ("a: 1\nb: 2\na: 3", 3, 1, "“a” is given twice"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document in one file"),
        ("a: 1\n...\nb: 2", 3, 1, "did not find expected <document start>"),
        ("%YAML 1.1\n---\na: 1", 1, 1, "YAML directives are not allowed"),
        ("- a:\n\t- b", 2, 1, "found a tab character"),
        ("a: b\tc", 1, 5, "found a tab character"),
        ("a: b\r\nc: d\re: f\n", 2, 5, "a carriage return without a line feed"),
        ("a: \x07", 1, 4, "character U+0007 is not allowed"),
        ("a: b\u2028c", 1, 5, "character U+2028 is not allowed"),
        ("a: \ud800", 1, 4, "character U+D800 is not allowed"),
        ("a: b\n\ufeffc: d", 2, 1, "character U+FEFF is not allowed"),
        ('a: "\\0"', 1, 4, "an escaped control character"),
        ("a: 1\n<<<<<<< mine\nb: 2\n=======\nb: 3\n>>>>>>> theirs", 2, 1, "a merge conflict was left in the file"),
        ("a: " + "[" * 100_000, 1, 43, "more than 40 levels inside each other"),
        ("- " * 100_000, 1, 81, "more than 40 levels inside each other"),
        (b"\xef\xbb\xbfa: 1", 1, 1, "the file starts with a byte order mark"),
        ("a: 1".encode("utf-16"), 1, 1, "the file is UTF-16, not UTF-8"),
        ("a: é\nbé: ñ".encode("latin-1"), 1, 4, "byte e9 is not UTF-8"),
        ("a: é\nbé: ".encode() + b"\xf1", 2, 5, "byte f1 is not UTF-8"),
    ],
)  # fmt: skip
def test_what_a_plain_record_never_needs_is_refused_at_its_place(text, line, column, message):
    assert refusal(text)[:3] == (line, column, message)


def test_text_cut_by_a_comment_sign_is_noticed_and_a_comment_is_not():
    text = (
        "a: Union No #5\nb: 1  # one\nc: '#5'  # five\nd: two lines\n  and #more\ne: [x #y\n  ]\n"
    )
    data, marks = read(text)
    assert data == {"a": "Union No", "b": "1", "c": "#5", "d": "two lines and", "e": ["x"]}
    assert [(one.line, one.column, one.message) for one in marks.notices] == [
        (1, 12, "“Union No” ends here, because “ #” starts a comment"),
        (5, 6, "“two lines and” ends here, because “ #” starts a comment"),
        (6, 6, "“x” ends here, because “ #” starts a comment"),
    ]


# Whatever comes ---------------------------------------------------------------------------------


@settings(max_examples=400, deadline=2000)
@given(
    st.text() | st.text(alphabet="-:[]{}&*!|>'\"%@`#,?<= \n\tabé.\\0", max_size=80) | st.binary()
)
def test_any_input_is_read_or_refused(text):
    try:
        data, marks = read(text)
    except YamlProblem as problem:
        assert problem.line >= 1 and problem.column >= 1 and problem.message
    else:
        assert data is None or isinstance(data, str | list | dict)
        assert marks.top >= (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000_000,
        "- " * 500_000,
        "a: {b: " * 200_000,
        "? " * 500_000,
        "'" + "a " * 1_000_000,
        "[" + "a, " * 300_000,
        "a" * 2_000_000 + ": 1",
        "&a " * 300_000,
        "#" * 2_000_000,
        "\n" * 2_000_000 + "*",
    ],
    ids=lambda text: text[:6].strip(),
)
def test_hostile_input_is_answered_within_seconds(text):
    start = time.process_time()
    try:
        read(text)
    except YamlProblem as problem:
        assert len(problem.message) < 200
    assert time.process_time() - start < 5  # of processor time: a busy machine is no fault


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr("components.catalog.reading.strict_yaml.MOST_VALUES", 3)
    assert refusal("[a, b, c, d]") == (1, 8, "more than 3 values", "Split the file.")
