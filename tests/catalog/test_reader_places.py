"""Where things stand in a YAML text, also in a piece of a longer file, and how its bytes become text."""

from __future__ import annotations

import pytest

from components.catalog.reading import strict_yaml
from components.catalog.reading.strict_yaml import YamlProblem, locate, pieces, read
from components.catalog.reading.yaml_problems import decoded, decoded_anyway

CUT = "Text: put it between quotes. Comment: put two spaces before “#”."


def place(text, first_line: int = 1) -> tuple[int, int]:
    with pytest.raises(YamlProblem) as caught:
        read(text, first_line)
    return caught.value.place


def test_the_limits_of_a_file():
    assert read("a")[0] == "a"
    assert (strict_yaml.MOST_LEVELS, strict_yaml.MOST_VALUES) == (40, 2_000_000)
    assert (strict_yaml.MOST_IN_RECORD, strict_yaml.MOST_NOTICES) == (100_000, 1000)


def test_an_empty_document_stands_at_its_beginning():
    for text in ("", "# nothing\n"):
        data, marks = read(text)
        assert (data, locate(data, marks, ()), marks.notices, marks.entries) == (
            None,
            (1, 1),
            [],
            {},
        )


def test_a_document_stands_where_its_first_value_begins():
    for text, at in (("\n\n  text\n", (3, 3)), ("# one\n[a]\n", (2, 1)), ("---\n\na: b\n", (3, 1))):
        data, marks = read(text)
        assert locate(data, marks, ()) == at


def test_values_and_names_of_every_form_have_their_places():
    data, marks = read("'a b': >\n  folded\nc:\n- d\n-\n  - {e: f}\n\"g\" : [h,  i]\n", 11)
    found = {
        path: (locate(data, marks, path), locate(data, marks, path, key=True))
        for path in (("a b",), ("c",), ("c", 0), ("c", 1), ("c", 1, 0), ("c", 1, 0, "e"), ("g", 1))
    }
    assert found == {
        ("a b",): ((11, 8), (11, 1)), ("c",): ((14, 1), (13, 1)), ("c", 0): ((14, 3), (14, 3)),
        ("c", 1): ((16, 3), (16, 3)), ("c", 1, 0): ((16, 5), (16, 5)),
        ("c", 1, 0, "e"): ((16, 9), (16, 6)), ("g", 1): ((17, 12), (17, 12)),
    }  # fmt: skip


def test_what_is_absent_is_where_what_encloses_it_is_whether_name_or_value_is_asked():
    data, marks = read("a:\n  b: c\n")
    for path in (("a", "x"), ("a", "x", "y"), ("a", "b", 0)):
        assert locate(data, marks, path) in ((2, 3), (2, 6))
    assert locate(data, marks, ("a", "x"), key=True) == (2, 3)
    assert locate(data, marks, ("x",), key=True) == (1, 1)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a: b: c", (100, 5)),
        ("a: 1\n\nb: c\td", (102, 5)),
        ("a: 1\n<<<<<<< mine\n", (101, 1)),
        ("a: 1\nb: &x y\n", (101, 4)),
        ("a: 1\nb: 'open\n", (101, 4)),
        ("a: 1\n{b: c}: d\n", (101, 1)),
        ("- " * 50, (100, 81)),
        ("a: 1\na: 2", (101, 1)),
        ("a: 1\nb\x01", (101, 2)),
    ],
)
def test_a_mistake_in_a_piece_has_its_line_in_the_file(text, at):
    assert place(text, 100) == at


def test_a_conflict_is_told_before_a_sign_behind_it_and_a_sign_before_it_first():
    assert place("a: 1\n<<<<<<< mine\nb: \x01\n") == (2, 1)
    assert place("a: \x01\n<<<<<<< mine\n") == (1, 4)


def test_a_text_that_a_comment_cuts_is_noticed_with_its_end():
    _, marks = read(f"- a\n- {'word ' * 20}end #5\n- 'quoted' #5\n- plain  # 5\n", 7)
    ((at, message, hint),) = [(one.place, one.message, one.hint) for one in marks.notices]
    assert at == (8, 106)
    assert message.endswith("word end” ends here, because “ #” starts a comment")
    assert len(message.split("”")[0]) <= 41
    assert hint == CUT


def test_the_entries_of_a_list_keep_their_lines_whatever_stands_between_them():
    text = "---\n# head\n\n- a\r\n# note\r\n-\r\n  b\r\n-c\n- d"
    assert pieces(text) == [(4, "- a\r\n# note\r\n"), (6, "-\r\n  b\r\n-c\n"), (9, "- d")]
    assert pieces("a: b\n- c\n") == [(1, "a: b\n"), (2, "- c\n")]
    assert pieces("") == pieces("# one\n---\n") == []
    assert pieces("- é".encode()) == [(1, "- é")]


def test_bytes_are_utf_8_or_are_told_where_they_are_not():
    assert decoded("ä") == decoded("ä".encode()) == "ä"
    assert place("é: ñ\nü".encode() + b"\xff\n") == (2, 2)
    assert place(b"a\n" * 3 + b"\xc3") == (4, 1)


def test_of_bytes_that_are_not_utf_8_the_text_is_read_all_the_same():
    assert decoded_anyway(b"a\xffb") == "a\ufffdb"
    assert decoded_anyway(b"\xef\xbb\xbfa") == "a"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decoded_anyway("\ufeffé: x".encode(encoding)) == "é: x"


def test_a_problem_says_all_it_knows():
    problem = YamlProblem("what", 3, 4)
    assert (str(problem), problem.message, problem.place, problem.hint) == (
        "what",
        "what",
        (3, 4),
        "",
    )
    assert YamlProblem("what", 3, 4, "hint").hint == "hint"
