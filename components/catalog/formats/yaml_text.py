"""Plain data as YAML in the form that authors write: what `reader.read` reads back unchanged.

Numbers, words and dates stay plain, what YAML would take for something else is quoted, long prose
stands folded after `>-`, small groups of fields on one line. Fields that are None are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from components.catalog.reading.yaml_problems import NEVER_MEANT
from components.catalog.unseen import seen

WIDTH = 96
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
# What cannot stand as itself in a file: everything `yaml_problems` refuses but line breaks.
_ESCAPED = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NEVER_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`~=<")
_IN_FLOW = re.compile(r"[,\[\]{}]")
# What YAML 1.1 or 1.2 takes for a number, a truth or nothing. A calendar date stays plain.
_NOT_TEXT = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|[-+]?\.(inf|nan)|[-+.]?[0-9][0-9a-fox_.,:+-]*)"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


def cleaned(text: str) -> str:
    """Text from elsewhere as a file of ours can hold it: usual line breaks, nothing invisible."""
    return NEVER_MEANT.sub("", seen(_BREAKS.sub("\n", text).replace("\t", " "))).strip()


def scalar(text: str, *, in_flow: bool = False) -> str:
    """A text on one line: plain where it can be, else in quotes."""
    if "\n" in text or _ESCAPED.search(text):
        return _double_quoted(text)
    is_odd = (
        not text
        or text != text.strip(" ")
        or text[0] in _NEVER_FIRST
        or text.startswith("...")
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or (in_flow and _IN_FLOW.search(text))
        or (_NOT_TEXT.fullmatch(text) and not _DATE.fullmatch(text))
    )
    return f"'{text.replace(chr(39), chr(39) * 2)}'" if is_odd else text


def records_text(records: Iterable[Mapping[str, Any]]) -> str:
    """Records as the text of a file that is a list of them, an empty line between two."""
    return "\n".join("\n".join(_entry(record, "")) + "\n" for record in records)


def field_lines(name: str, value: Any, indent: str = "") -> Iterator[str]:
    """The lines of one field; none where the value is None or an empty list."""
    if value is None or (isinstance(value, list | tuple) and not value):
        return
    flow = f"{indent}{name}: {scalar(value) if isinstance(value, str) else _flow(value)}"
    if isinstance(value, str) and (len(flow) > WIDTH or "\n" in value):
        yield from _prose(name, value, indent)
    elif isinstance(value, Mapping) and len(flow) > WIDTH:
        yield f"{indent}{name}:"
        yield from _fields(value, indent + "  ")
    elif _is_list_of_groups(value) and (len(flow) > WIDTH or len(value) > 1):
        yield f"{indent}{name}:"
        for entry in value:
            yield from entry_lines(entry, indent + "  ")
    else:
        yield flow


def entry_lines(entry: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of one entry of a list: on one line where it fits."""
    short = f"{indent}- {_flow(entry)}"
    yield from [short] if len(short) <= WIDTH else _entry(entry, indent)


def _is_list_of_groups(value: Any) -> bool:
    return isinstance(value, list | tuple) and isinstance(value[0], Mapping)


def _entry(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    lines = _fields(record, indent + "  ")
    first = next(lines, None)
    yield f"{indent}- {{}}" if first is None else f"{indent}- {first[len(indent) + 2 :]}"
    yield from lines


def _fields(group: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in group.items():
        yield from field_lines(scalar(name), value, indent)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = ((name, one) for name, one in value.items() if one is not None)
        return "{" + ", ".join(f"{scalar(name)}: {_flow(one)}" for name, one in pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow_entry, value)) + "]"
    return _flow_entry(value)


def _flow_entry(value: Any) -> str:
    if isinstance(value, Mapping | list | tuple):
        return _flow(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return scalar(value, in_flow=True) if isinstance(value, str) else str(value)


def _prose(name: str, text: str, indent: str) -> Iterator[str]:
    """A long text, folded: a line break of its own is an empty line."""
    paragraphs = text.split("\n")
    is_even = all(paragraph == paragraph.strip(" ") for paragraph in paragraphs)
    if not is_even or not paragraphs[0] or not paragraphs[-1] or _ESCAPED.search(text):
        yield f"{indent}{name}: {_double_quoted(text) if chr(10) in text else scalar(text)}"
        return
    yield f"{indent}{name}: >-"
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        for line in _wrapped(paragraph, WIDTH - len(indent) - 2):
            yield f"{indent}  {line}"


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Lines of at most `width`, broken at single spaces only, since others would be lost."""
    if not paragraph:
        return
    line = ""
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", paragraph):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _double_quoted(text: str) -> str:
    written = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _ESCAPED.sub(_escape, written) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
