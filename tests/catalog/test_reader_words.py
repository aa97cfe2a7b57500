"""What is said of a text that is not strict YAML: every message and every advice, whole."""

from __future__ import annotations

import pytest

from components.catalog.reading.strict_yaml import YamlProblem, read

QUOTE_ANCHOR = "Does a text start with &? Quote it."
QUOTE_ALIAS = "Does a text start with *? Quote it."
QUOTE_TAG = "Does a text start with !? Quote it."
WRITE_OUT = "Write the fields out."
QUOTE_BRACKETS = "Does a text start with [ or {? Put quotes around it."
THE_FIRST = "The first is in line 1."
ONE_DOCUMENT = "Delete the line “---”."
THE_REST = "The rest does not belong to what stands above it."
NO_DIRECTIVE = "Delete the line with %."
SPACES = "Indent with spaces."
LINE_ENDS = "Save the file with the line ends of Unix or of Windows."
UNSEEN = "It cannot be seen: delete it."
SINGLE_QUOTES = "Use single quotes."
MERGED = "Two versions were merged: keep one and delete the lines <<<<<<<, =======, >>>>>>>."
UTF_8_PLAIN = "Save the file as UTF-8 (without byte order mark)."
UTF_8 = "Save the file as UTF-8."
COLON_INSIDE = (
    "The text contains “: ”. Put it between quotes, or after `>`. Or the line is indented too far."
)
OPEN_QUOTE = "A quote was opened and not closed."
UNDER_IT = "This line should start under the field above it."
QUOTES_INSIDE = "A quote inside quotes? Write '' for ' or use `>`. Text after a closing quote or bracket? Put quotes around all of it."
FOLDED = "Text after `>` must be indented; a field's name is followed by a colon and a space."
NO_SUCH_START = "Text may not start with @, % or a backquote: put quotes around it."
NO_ANCHOR = "Text may not start with & or *: put quotes around it."
OPEN_BRACKET = "A bracket was opened and not closed, or a comma is missing."
BACKSLASH = "Between double quotes \\ is special: use single quotes."
NEXT_LINE = "Text after > or | starts on the next line, indented. Or put quotes around it."
OWN_LINE = "Start the list on a line of its own."
NO_TAG = "Text may not start with !: put quotes around it."
BRACKETS = (
    "A bracket was opened and not closed. Or a text starts with ] or }: put quotes around it."
)
COLON = "A field's name is followed by a colon and a space."


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ('a: &x [1]', 1, 4, 'anchors are not allowed', QUOTE_ANCHOR),
        ('a: &x b', 1, 4, 'anchors are not allowed', QUOTE_ANCHOR),
        ('a: b\nc: *x', 2, 4, 'aliases are not allowed', QUOTE_ALIAS),
        ('a: !!int 3', 1, 4, 'tags are not allowed', QUOTE_TAG),
        ('a: !own [b]', 1, 4, 'tags are not allowed', QUOTE_TAG),
        ('a: {<<: {b: 1}}', 1, 5, 'merge keys are not allowed', WRITE_OUT),
        ('? [a, b]\n: c', 1, 3, "a field's name must be plain text", QUOTE_BRACKETS),
        ('{a: 1}: c', 1, 1, "a field's name must be plain text", QUOTE_BRACKETS),
        ("'': c", 1, 1, 'a field without a name', ""),
        ('a: 1\nb: 2\na: 3', 3, 1, '“a” is given twice', THE_FIRST),
        ('a: 1\n---\nb: 2', 2, 1, 'a second document in one file', ONE_DOCUMENT),
        ('a: 1\n...\nb: 2', 3, 1, 'did not find expected <document start>', THE_REST),
        ('%YAML 1.1\n---\na: 1', 1, 1, 'YAML directives are not allowed', NO_DIRECTIVE),
        ('%TAG ! x\n---\na: 1', 1, 1, 'YAML directives are not allowed', NO_DIRECTIVE),
        ('- a:\n\t- b', 2, 1, 'found a tab character', SPACES),
        ('a: b\tc', 1, 5, 'found a tab character', SPACES),
        ('a: b\r\nc: d\re: f\n', 2, 5, 'a carriage return without a line feed', LINE_ENDS),
        ('a: \x07', 1, 4, 'character U+0007 is not allowed', UNSEEN),
        ('a: b\u2028c', 1, 5, 'character U+2028 is not allowed', UNSEEN),
        ('a: \ud800', 1, 4, 'character U+D800 is not allowed', UNSEEN),
        ('a: "\\0"', 1, 4, 'an escaped control character', SINGLE_QUOTES),
        ('a: "\\x7f"', 1, 4, 'an escaped control character', SINGLE_QUOTES),
        ('a: 1\n<<<<<<< mine\nb: 2\n=======\nb: 3\n>>>>>>> theirs', 2, 1, 'a merge conflict was left in the file', MERGED),
        ('a: 1\n=======\n', 2, 1, 'a merge conflict was left in the file', MERGED),
        ('a: 1\n>>>>>>> theirs', 2, 1, 'a merge conflict was left in the file', MERGED),
        ('a: 1\n||||||| base\n', 2, 1, 'a merge conflict was left in the file', MERGED),
        ('a: 1\n=======\r\n', 2, 1, 'a merge conflict was left in the file', MERGED),
        ('a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[', 1, 43, 'more than 40 levels inside each other', ""),
        (b'\xef\xbb\xbfa: 1', 1, 1, 'the file starts with a byte order mark', UTF_8_PLAIN),
        (b'a\x00:\x00 \x001\x00', 1, 2, 'character U+0000 is not allowed', UNSEEN),
        (b'\xff\xfea\x00', 1, 1, 'the file is UTF-16, not UTF-8', UTF_8_PLAIN),
        (b'\xfe\xff\x00a', 1, 1, 'the file is UTF-16, not UTF-8', UTF_8_PLAIN),
        (b'a: \xe9\nb\xe9: \xf1', 1, 4, 'byte e9 is not UTF-8', UTF_8),
        ('a: b: c', 1, 5, 'mapping values are not allowed in this context', COLON_INSIDE),
        ('- a: 1\n   b: 2', 2, 5, 'mapping values are not allowed in this context', COLON_INSIDE),
        ("a: 'one\nb: two\n", 1, 4, 'found unexpected end of stream', OPEN_QUOTE),
        ('- a: 1\n b: 2', 2, 2, "did not find expected '-' indicator", UNDER_IT),
        ("a: 'it's'", 1, 8, 'did not find expected key', QUOTES_INSIDE),
        ('a: "One" two', 1, 10, 'did not find expected key', QUOTES_INSIDE),
        ('a: >\ntext\nb: 1', 2, 1, "could not find expected ':'", FOLDED),
        ('a: @home', 1, 4, 'found character that cannot start any token', NO_SUCH_START),
        ('a: `home`', 1, 4, 'found character that cannot start any token', NO_SUCH_START),
        ('a: %home', 1, 4, 'found character that cannot start any token', NO_SUCH_START),
        ('a: *home', 1, 4, 'aliases are not allowed', QUOTE_ALIAS),
        ('a: & home', 1, 5, 'did not find expected alphabetic or numeric character', NO_ANCHOR),
        ('a: * home', 1, 5, 'did not find expected alphabetic or numeric character', NO_ANCHOR),
        ('a: !home', 1, 4, 'tags are not allowed', QUOTE_TAG),
        ('a: [b, c}', 1, 9, "did not find expected ',' or ']'", OPEN_BRACKET),
        ('a: {b: c', 2, 1, "did not find expected ',' or '}'", OPEN_BRACKET),
        ('a: [b', 2, 1, "did not find expected ',' or ']'", OPEN_BRACKET),
        ('a: {b c: d: e}', 1, 11, "did not find expected ',' or '}'", OPEN_BRACKET),
        ('a: "C:\\dir"', 1, 7, 'found unknown escape character', BACKSLASH),
        ('a: "\\q"', 1, 5, 'found unknown escape character', BACKSLASH),
        ('a: "\\x1"', 1, 7, 'did not find expected hexdecimal number', BACKSLASH),
        ('a: > text', 1, 6, 'did not find expected comment or line break', NEXT_LINE),
        ('a: | text', 1, 6, 'did not find expected comment or line break', NEXT_LINE),
        ('a: - b', 1, 4, 'block sequence entries are not allowed in this context', OWN_LINE),
        ('a: >0\n b', 1, 5, 'found an indentation indicator equal to 0', ""),
        ('a: !<\n', 1, 6, 'did not find expected tag URI', NO_TAG),
        ('a: !x!y z', 1, 4, 'found undefined tag handle', NO_TAG),
        ('? a\n? b\n: [', 4, 1, 'did not find expected node content', BRACKETS),
        ('a: ]', 1, 4, 'did not find expected node content', BRACKETS),
        ('a\nb: c', 2, 2, 'mapping values are not allowed in this context', COLON_INSIDE),
        ('[a, b]: c: d', 1, 1, "a field's name must be plain text", QUOTE_BRACKETS),
        ('a: {b: c}}', 1, 10, 'did not find expected key', QUOTES_INSIDE),
        ('a: b\n c: d', 2, 3, 'mapping values are not allowed in this context', COLON_INSIDE),
        ('- a\nb: c', 2, 1, "did not find expected '-' indicator", UNDER_IT),
        ('a: b\n- c', 2, 1, 'did not find expected key', QUOTES_INSIDE),
        ('a: "b', 1, 4, 'found unexpected end of stream', OPEN_QUOTE),
        ("a: 'b", 1, 4, 'found unexpected end of stream', OPEN_QUOTE),
        ("a: {'b", 1, 5, 'found unexpected end of stream', OPEN_QUOTE),
        ('? a: b: c', 1, 3, "a field's name must be plain text", QUOTE_BRACKETS),
        ('a: {b: [c}', 1, 10, "did not find expected ',' or ']'", OPEN_BRACKET),
        ('a: [b:[c]]', 1, 6, "found unexpected ':'", COLON),
        ("a: 'b\n---\n", 2, 1, 'found unexpected document indicator', ""),
        ('%YAML 1.1\n%YAML 1.1\n---\n', 2, 1, 'found duplicate %YAML directive', ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place_and_with_what_to_do(
    text, line, column, message, hint
):
    with pytest.raises(YamlProblem) as caught:
        read(text)
    one = caught.value
    assert (one.place, one.message, one.hint) == ((line, column), message, hint)
    assert str(one) == message
