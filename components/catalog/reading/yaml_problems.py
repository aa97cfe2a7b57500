"""What is wrong in a YAML text, in the author's words: characters, encodings, YAML's own errors.

The table of hints is the place to make a message more helpful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from components.catalog.unseen import UNSEEN

# What YAML itself calls unprintable, and the invisible breaks and marks by which lines and
# words would no longer be what they seem: tabs, NEL, LS, PS and the byte order mark. A carriage
# return without a line feed ends a line for YAML and for few editors: places would be wrong.
_REFUSED = re.compile(
    "\r(?!\n)|[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
NEVER_MEANT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(<{7} |={7}\r?$|>{7} |\|{7} )", re.MULTILINE)
_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}

# What YAML says (a part of it) → what an author can do.
HINTS = {
    "mapping values are not allowed": (
        "The text contains “: ”. Put it between quotes, or after `>`. "
        "Or the line is indented too far."
    ),
    "unexpected end of stream": "A quote was opened and not closed.",
    "did not find expected '-' indicator": "This line should start under the field above it.",
    "did not find expected key": (
        "A quote inside quotes? Write '' for ' or use `>`. "
        "Text after a closing quote or bracket? Put quotes around all of it."
    ),
    "could not find expected ':'": (
        "Text after `>` must be indented; a field's name is followed by a colon and a space."
    ),
    "found unexpected ':'": "A field's name is followed by a colon and a space.",
    "cannot start any token": "Text may not start with @, % or a backquote: put quotes around it.",
    "did not find expected comment or line break": (
        "Text after > or | starts on the next line, indented. Or put quotes around it."
    ),
    "did not find expected ','": "A bracket was opened and not closed, or a comma is missing.",
    "escape c": "Between double quotes \\ is special: use single quotes.",
    "hexdecimal": "Between double quotes \\ is special: use single quotes.",
    "block sequence entries are not allowed": "Start the list on a line of its own.",
    "did not find expected <document start>": "The rest does not belong to what stands above it.",
    "did not find expected alphabetic": "Text may not start with & or *: put quotes around it.",
    "tag": "Text may not start with !: put quotes around it.",
    "expected node content": (
        "A bracket was opened and not closed. Or a text starts with ] or }: put quotes around it."
    ),
}


class YamlProblem(ValueError):
    """What is wrong in the text, where (both from 1), and what to do about it."""

    def __init__(self, message: str, line: int, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.hint = message, line, column, hint

    @property
    def place(self) -> tuple[int, int]:
        """(line, column)."""
        return self.line, self.column


def decoded(text: str | bytes) -> str:
    """The text of a file's bytes; raises YamlProblem when it is not plain UTF-8."""
    if isinstance(text, str):
        return text
    hint = "Save the file as UTF-8 (without byte order mark)."
    if encoding := _ENCODINGS.get(text[:2]):
        raise YamlProblem(f"the file is {encoding}, not UTF-8", 1, 1, hint)
    if text[:3] == b"\xef\xbb\xbf":
        raise YamlProblem("the file starts with a byte order mark", 1, 1, hint)
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        before = text[: error.start].decode("utf-8", "replace")
        line, column = _place(before, len(before))
        bad = f"byte {text[error.start]:02x} is not UTF-8"
        raise YamlProblem(bad, line, column, "Save the file as UTF-8.") from None


def refuse_characters(text: str, first_line: int) -> None:
    """Raise YamlProblem at the first character or line that has no place in such a file."""
    found = _REFUSED.search(text)
    conflict = _CONFLICT.search(text)
    if conflict and (not found or conflict.start() < found.start()):
        line, column = _place(text, conflict.start(), first_line)
        hint = "Two versions were merged: keep one and delete the lines <<<<<<<, =======, >>>>>>>."
        raise YamlProblem("a merge conflict was left in the file", line, column, hint)
    if found:
        line, column = _place(text, found.start(), first_line)
        if found[0] == "\t":
            raise YamlProblem("found a tab character", line, column, "Indent with spaces.")
        if found[0] == "\r":
            hint = "Save the file with the line ends of Unix or of Windows."
            raise YamlProblem("a carriage return without a line feed", line, column, hint)
        name = f"U+{ord(found[0]):04X}"
        hint = "It cannot be seen: delete it."
        raise YamlProblem(f"character {name} is not allowed", line, column, hint)


def unseen(text: str, first_line: int) -> Iterator[YamlProblem]:
    """A notice for each line with characters that cannot be seen; they are not served."""
    if not UNSEEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), first_line):
        if sign := UNSEEN.search(line):
            yield unseen_sign(sign[0], number, sign.start() + 1)


def unseen_sign(sign: str, line: int, column: int) -> YamlProblem:
    """The notice of one such character at its place."""
    what = f"character U+{ord(sign):04X} cannot be seen and is not shown"
    return YamlProblem(what, line, column, "Delete it.")


def _place(text: str, position: int, first_line: int = 1) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + first_line, position - before.rfind("\n")


def in_our_words(error: yaml.MarkedYAMLError, first_line: int) -> YamlProblem:
    """YAML's own message with our hint, at the place where it is mended."""
    what = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    # An unclosed quote is noticed at the end of the file, but mended where it was opened.
    if "end of stream" in what and "quoted" in what and error.context_mark:
        mark = error.context_mark
    if "simple key" in what and error.context_mark:
        mark = error.context_mark
    hint = next((hint for words, hint in HINTS.items() if words in what), "")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return YamlProblem(error.problem or "not YAML", line + first_line, column + 1, hint)


def decoded_anyway(data: bytes) -> str:
    """The text of bytes that `decoded` refused; what is not understood becomes “\ufffd”."""
    if encoding := _ENCODINGS.get(data[:2]):
        return data.decode(encoding, "replace").lstrip("\ufeff")
    return data.decode("utf-8", "replace").lstrip("\ufeff")
