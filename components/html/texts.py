"""Every word of the interface, from `strings/<language>*.yaml`.

Keys are flat; `{placeholders}` are filled by name. A missing key is an error at once, not a
blank on the page. Charts get their words from here as arguments.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from components.catalog.reading.strict_yaml import read
from components.charts.words import Words

_FOLDER = Path(__file__).parents[1] / "ui" / "strings"


@cache
def _strings(language: str) -> dict[str, str]:
    strings: dict[str, str] = {}
    for path in sorted(_FOLDER.glob(f"{language}*.yaml")):
        strings |= read(path.read_bytes())[0]
    return strings


def text(key: str, *, language: str = "en", **values: object) -> str:
    """The string `key` with its placeholders filled; `KeyError` names an unknown key."""
    return _strings(language)[key].format(**values)


def count(key: str, number: int, **values: object) -> str:
    """The singular `key.one` or the plural `key.many`, with `{n}` filled."""
    return text(f"{key}.{'one' if number == 1 else 'many'}", n=f"{number:,}", **values)


def group(key: str, language: str = "en") -> dict[str, Any]:
    """Strings that stand together under one key, unfilled, as a chart takes them."""
    return _strings(language)[key]


@cache
def chart_words(language: str = "en") -> Words:
    """The words that charts draw, as the charts take them."""
    return Words(**_strings(language)["charts"])
