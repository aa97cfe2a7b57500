"""Strict YAML: text in, plain data and the place of every value out.

Why not `yaml.safe_load`: libyaml's composer crashes the process on 50,000 opening brackets, it
keeps the last of two equal keys without a word, turns `no` into False and `1917` into a number,
and follows anchors. This builder listens to libyaml's *event stream* (no recursion, no guessing)
and refuses everything that an author of plain records never needs. Every scalar stays the text
that was written; a field with nothing after its colon is None.

It knows YAML only, no record and no file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml
from yaml import events as ev

from components.catalog.problems import quoted
from components.catalog.reading.yaml_problems import (
    NEVER_MEANT,
    YamlProblem,
    decoded,
    in_our_words,
    refuse_characters,
    unseen,
    unseen_sign,
)
from components.catalog.unseen import UNSEEN

MOST_LEVELS = 40
MOST_VALUES, MOST_IN_RECORD = 2_000_000, 100_000
MOST_NOTICES = 1000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Marks:
    """Where everything stands, for `locate`; valid as long as the data it belongs to lives.

    entries: id of a mapping or list → key or index → (line, column) of the value and of the key.
    notices: what was read but is probably not what was meant; of very many the first.
    """

    top: tuple[int, int] = (1, 1)
    entries: dict[int, dict[Any, tuple[int, int, int, int]]] = field(default_factory=dict)
    notices: list[YamlProblem] = field(default_factory=list)


def read(text: str | bytes, first_line: int = 1) -> tuple[Any, Marks]:
    """The data of one YAML document (dict, list, str, None) and where it stands.

    An empty document is None. Raises YamlProblem, and nothing else, for anything not understood.
    first_line: number of the text's first line, for a piece of a longer file.
    """
    text = decoded(text)
    refuse_characters(text, first_line)
    builder = _Builder(text, first_line)
    loader = _Loader(text)
    try:
        while True:
            event = loader.get_event()
            kind = type(event)
            if kind is ev.StreamEndEvent:
                for notice in unseen(text, first_line):
                    builder.notice(notice)
                return builder.root, builder.marks
            builder.steps[kind](event)
    except yaml.MarkedYAMLError as error:
        raise in_our_words(error, first_line) from None
    except yaml.YAMLError as error:
        raise YamlProblem(str(error).splitlines()[0], first_line, 1) from None
    finally:
        loader.dispose()


def pieces(text: str | bytes) -> list[tuple[int, str]]:
    """The entries of a top-level list as (number of first line, text), cut at “- ” in column 1.

    For a file that cannot be read as a whole: an entry that is broken then takes no other with
    it. What stands before the first entry is a piece of its own unless it is empty or comment.
    """
    text = decoded(text)
    found, line = [], 1
    for piece in re.split(r"(?m)^(?=- |-\r?$)", text):
        if re.sub(r"(?m)^(#.*|---)\r?$", "", piece).strip():
            found.append((line, piece))
        line += piece.count("\n")
    return found


def locate(data: Any, marks: Marks, path: tuple, *, key: bool = False) -> tuple[int, int]:
    """(line, column) of the value at `path`, or of its key; of what encloses it if it is absent."""
    at = marks.top
    for depth, step in enumerate(path, 1):
        entry = marks.entries.get(id(data), {}).get(step)
        if entry is None:
            return at
        at = entry[2:] if key and depth == len(path) else entry[:2]
        data = data[step]
    return at


class _Builder:
    """Data from events, one method for each kind of event."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text, self.first = text, first_line
        self.has_comments = " #" in text
        self.root: Any = None
        self.marks = Marks()
        self.started = False
        self.count = self.record = 0  # values so far, and before the record they are in
        self.outer: list[tuple[Any, Any]] = []  # the containers around this one, with their keys
        self.here: Any = None
        self.places: dict = {}
        self.key: tuple[str, int, int] | None = None
        self.steps = {
            ev.ScalarEvent: self.scalar,
            ev.MappingStartEvent: self.open,
            ev.SequenceStartEvent: self.open,
            ev.MappingEndEvent: self.close,
            ev.SequenceEndEvent: self.close,
            ev.DocumentStartEvent: self.document,
            ev.AliasEvent: self.alias,
            ev.StreamStartEvent: self.ignore,
            ev.DocumentEndEvent: self.ignore,
        }

    def ignore(self, event: yaml.Event) -> None:
        pass

    def refuse(self, what: str, event: yaml.Event, hint: str = "") -> NoReturn:
        mark = event.start_mark
        raise YamlProblem(what, mark.line + self.first, mark.column + 1, hint)

    def refuse_marked(self, event: yaml.Event) -> NoReturn:
        sign, name = ("&", "anchors") if event.anchor else ("!", "tags")
        self.refuse(f"{name} are not allowed", event, f"Does a text start with {sign}? Quote it.")

    def alias(self, event: yaml.Event) -> None:
        self.refuse("aliases are not allowed", event, "Does a text start with *? Quote it.")

    def document(self, event: yaml.Event) -> None:
        if self.started:
            self.refuse("a second document in one file", event, "Delete the line “---”.")
        if event.version or event.tags:
            self.refuse("YAML directives are not allowed", event, "Delete the line with %.")
        self.started = True

    def scalar(self, event: yaml.Event) -> None:
        value = event.value
        if event.anchor or event.tag:
            self.refuse_marked(event)
        if type(self.here) is dict and self.key is None:
            return self.name(value, event)
        if event.implicit[0]:
            if value == "":
                value = None
            elif self.has_comments and self.text.startswith(" #", event.end_mark.index):
                self.notice_cut(value, event)
        elif event.style == '"' and NEVER_MEANT.search(value):
            self.refuse("an escaped control character", event, "Use single quotes.")
        elif event.style == '"' and (sign := UNSEEN.search(value)):
            self.notice_escaped(sign[0], event)
        self.put(value, event)

    def name(self, key: str, event: yaml.Event) -> None:
        if key == "<<":
            self.refuse("merge keys are not allowed", event, "Write the fields out.")
        if key == "":
            self.refuse("a field without a name", event)
        if key in self.here:
            hint = f"The first is in line {self.places[key][2]}."
            self.refuse(f"{quoted(key)} is given twice", event, hint)
        mark = event.start_mark
        self.key = (key, mark.line + self.first, mark.column + 1)

    def put(self, value: Any, event: yaml.Event) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            self.refuse(f"more than {MOST_VALUES:,} values", event, "Split the file.")
        if self.count > self.record + MOST_IN_RECORD and len(self.outer) > 1:
            self.refuse(f"more than {MOST_IN_RECORD:,} values in one record", event)
        mark = event.start_mark
        line, column = mark.line + self.first, mark.column + 1
        here = self.here
        if here is None:
            self.root, self.marks.top = value, (line, column)
        elif type(here) is dict:
            key, key_line, key_column = self.key
            here[key] = value
            self.places[key] = (line, column, key_line, key_column)
            self.key = None
        else:
            self.places[len(here)] = (line, column, line, column)
            here.append(value)

    def open(self, event: yaml.Event) -> None:
        if event.anchor or event.tag:
            self.refuse_marked(event)
        if len(self.outer) >= MOST_LEVELS:
            self.refuse(f"more than {MOST_LEVELS} levels inside each other", event)
        if type(self.here) is dict and self.key is None:
            hint = "Does a text start with [ or {? Put quotes around it."
            self.refuse("a field's name must be plain text", event, hint)
        new: Any = {} if type(event) is ev.MappingStartEvent else []
        self.put(new, event)
        if len(self.outer) == 1:
            self.record = self.count
        self.outer.append((self.here, self.places))
        self.here, self.places = new, {}
        self.marks.entries[id(new)] = self.places

    def close(self, event: yaml.Event) -> None:
        self.here, self.places = self.outer.pop()

    def notice_escaped(self, sign: str, event: yaml.Event) -> None:
        start, end = event.start_mark, event.end_mark
        if not UNSEEN.search(self.text, start.index, end.index):  # else `unseen` says where
            self.notice(unseen_sign(sign, start.line + self.first, start.column + 1))

    def notice_cut(self, value: str, event: yaml.Event) -> None:
        mark = event.end_mark
        # Two spaces before “#” are how a comment is written on purpose (also yamllint's rule).
        hint = "Text: put it between quotes. Comment: put two spaces before “#”."
        what = f"“{' '.join(value[-40:].split())}” ends here, because “ #” starts a comment"
        self.notice(YamlProblem(what, mark.line + self.first, mark.column + 1, hint))

    def notice(self, notice: YamlProblem) -> None:
        notices = self.marks.notices
        if len(notices) < MOST_NOTICES:
            notices.append(notice)
        elif len(notices) == MOST_NOTICES:
            what, hint = "more such places follow", f"The first {MOST_NOTICES:,} are named."
            notices.append(YamlProblem(what, notice.line, notice.column, hint))
