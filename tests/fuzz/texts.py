"""Texts for a YAML reader to fail on: grown from a grammar, or taken from files and spoilt.

Everything comes from one `random.Random`, so that a number gives the same text everywhere.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

YS = Path(__file__).parents[1] / "fixtures" / "ys"
LONGEST = 65_536  # characters
# What YAML, its errors and our own rules turn on.
TOKENS = (
    "- ", "-\n", ": ", ":", "? ", " #", "# ", "[", "]", "{", "}", ", ", "&a ", "*a", "!", "!!int ",
    "| \n", "|\n", "|2-\n", ">\n", ">+\n", "> x", "'", "''", '"', '\\"', "\\x", "\\u12", "\\0", "%YAML 1.1\n",
    "---\n", "...\n", "--- |\n", "<<: ", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "@", "`", "%", "~", "=",
    "\n", "\n\n", "  ", "    ", "\t", "\r", "\r\n", "\0", "\x07", "\x85", "\u2028", "\ufeff", "\ud800",
    "😀", "é", "“", "id: ", "id: a\n", "date: 1900-05-01\n", "null", "no", "0x1F", "1e3", "-", "a: b: c",
)  # fmt: skip
FIELDS = (
    "id",
    "date",
    "title",
    "sources",
    "cite",
    "locater",
    "roles",
    "summary",
    "a",
    "b",
    "",
    "<<",
)
WORDS = (
    "harbour-strike", "1900-05-01", "1900-13-01", "-", "~", "no", "yes", "null", "a text of words",
    "it's", "100 %", "#5", "No #5", "[x", "{x", "@x", "*x", "&x", "!x", "x: y", "x:", ": x", "'x'", '"x"',
    "", "\\", "1900/..", "[read]", "p. 7", "é", "«Ys»", "x" * 90,
)  # fmt: skip


@cache
def seeds() -> tuple[str, ...]:
    """The files of the invented catalogue, each cut to what is quickly read."""
    return tuple(path.read_text("utf-8")[:6000] for path in sorted(YS.rglob("*.yaml")))


def any_text(chance: Random) -> str | bytes:
    """A text or bytes: half grown, half a spoilt file, some of them no UTF-8."""
    text = document(chance) if chance.random() < 0.5 else piece_of_a_file(chance)
    for _ in range(chance.choice((0, 0, 1, 1, 1, 2, 4))):
        text = spoilt(text, chance)
    text = text[:LONGEST]
    return as_bytes(text, chance) if chance.random() < 0.3 else text


def document(chance: Random) -> str:
    """A document from the grammar: mostly YAML, and mostly like a list of records."""
    if chance.random() < 0.7:
        entries = chance.randrange(4)
        return "".join(f"- {_mapping(chance, 2, 4).lstrip()}" for _ in range(entries))
    return _block(chance, 0, 4)


def _block(chance: Random, indent: int, depth: int) -> str:
    kind = chance.choice(("mapping", "mapping", "list", "flow", "scalar")) if depth else "scalar"
    if kind == "mapping":
        return _mapping(chance, indent, depth)
    if kind == "list":
        return "".join(
            f"{' ' * indent}- {_block(chance, indent + 2, depth - 1).lstrip(' ')}"
            for _ in range(chance.randint(1, 3))
        )
    return (
        " " * indent + (_flow(chance, depth) if kind == "flow" else _scalar(chance, indent)) + "\n"
    )


def _mapping(chance: Random, indent: int, depth: int) -> str:
    lines = []
    for _ in range(chance.randint(1, 4)):
        # Now and then one space too many or too few, as a hand makes it.
        spaces = " " * max(0, indent + chance.choice((0,) * 20 + (1, -1)))
        inner = _block(chance, indent + 2, depth - 1) if depth else "\n"
        is_flat = "\n" not in inner[:-1]
        lines.append(
            f"{spaces}{chance.choice(FIELDS)}:{chance.choice((' ', ' ', ' ', ''))}"
            f"{inner.lstrip(' ') if is_flat else chr(10) + inner}"
        )
    return "".join(lines)


def _flow(chance: Random, depth: int) -> str:
    inner = [
        _flow(chance, depth - 1) if depth and chance.random() < 0.4 else _scalar(chance, 0)
        for _ in range(chance.randrange(4))
    ]
    if chance.random() < 0.5:
        return f"[{', '.join(inner)}]"
    return "{" + ", ".join(f"{chance.choice(FIELDS)}: {one}" for one in inner) + "}"


def _scalar(chance: Random, indent: int) -> str:
    word = chance.choice(WORDS)
    match chance.randrange(8):
        case 0:
            return "'" + word.replace("'", "''") + "'"
        case 1:
            return f'"{word}"'
        case 2:
            return f"{chance.choice('|>')}\n" + " " * (indent + 2) + word
        case 3:
            return f"{word} {chance.choice(('# note', '#note', ' # note'))}"
        case _:
            return word


def piece_of_a_file(chance: Random) -> str:
    """Some lines of one of the invented catalogue's files."""
    lines = chance.choice(seeds()).splitlines(keepends=True)
    start = chance.randrange(len(lines))
    return "".join(lines[start : start + chance.randint(1, 40)])


def spoilt(text: str, chance: Random) -> str:
    """The text with one thing done to it that a hand, a disk or an enemy might do."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((1, 1, 2, 8, 64)))
    head, middle, tail = text[:start], text[start:end], text[end:]
    match chance.randrange(10):
        case 0:
            return head + tail
        case 1 | 2 | 3:
            return head + chance.choice(TOKENS) + middle + tail
        case 4:
            return (
                head
                + chr(chance.choice((chance.randrange(128), chance.randrange(0x110000))))
                + tail
            )
        case 5:
            return head + middle * chance.choice((2, 3, 50)) + tail
        case 6:
            return head + chance.choice(TOKENS) * chance.choice((2, 30, 60, 3000)) + tail
        case 7:
            lines = text.splitlines(keepends=True)
            chance.shuffle(lines)
            return "".join(lines)
        case 8:
            return head + piece_of_a_file(chance) + tail
        case _:
            return head


def as_bytes(text: str, chance: Random) -> bytes:
    """The text in one of the encodings in which files come, now and then with bytes changed."""
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"))
    data = bytearray(text.encode(encoding, "replace"))
    for _ in range(chance.choice((0, 0, 1, 4)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)
