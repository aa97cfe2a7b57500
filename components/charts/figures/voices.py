"""One voice's number as the charts draw it, read from a row of the table of estimates."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

import pandas as pd

TEXTS = (
    "by", "label", "series", "category", "slot", "scope", "method", "note", "preferred", "standing",
    "citation",
)  # fmt: skip


@dataclass(frozen=True)
class Voice:
    """A number and who says so; None and "" where nothing is given.

    value, low, high: in the indicator's unit; low <= high
    bound: "about", "over", "under" or ""; count, total: the two numbers behind a share
    earliest, latest: day numbers of the period; period: the same in words
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: str = ""
    count: float | None = None
    total: float | None = None
    earliest: int | None = None
    latest: int | None = None
    period: str = ""
    by: str = ""
    label: str = ""
    series: str = ""
    category: str = ""
    slot: str = ""
    scope: str = ""
    method: str = ""
    note: str = ""
    preferred: str = ""
    standing: str = ""
    citation: str = ""

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers it names, least first."""
        named = (number for number in (self.low, self.value, self.high) if number is not None)
        return tuple(sorted(named))

    @property
    def main(self) -> float | None:
        """The number a length or a height shows: the value, else the least that is certain."""
        if self.value is not None:
            return self.value
        return self.low if self.low is not None else self.high

    @property
    def certain(self) -> float:
        """What is certain of a length: nothing of a number that is a greatest one only."""
        less, more = self.soft
        return 0.0 if less and not more else self.main or 0.0

    @property
    def point(self) -> float | None:
        """The one number it names; None for a range, which has no middle."""
        return self.numbers[0] if len(self.numbers) == 1 else self.value

    @property
    def unchecked(self) -> bool:
        """Nobody has looked it up yet."""
        return self.standing == "unchecked"

    @property
    def soft(self) -> tuple[bool, bool]:
        """Whether the number may be less, and whether it may be more, than what is drawn."""
        only_low = self.value is None and self.high is None and self.low is not None
        only_high = self.value is None and self.low is None and self.high is not None
        less = self.bound in ("about", "under") or only_high
        return less, self.bound in ("about", "over") or only_low

    @property
    def hollow(self) -> bool:
        """The number drawn is a limit, or was not checked."""
        less, more = self.soft
        return self.unchecked or less != more

    @property
    def middle(self) -> float | None:
        """The middle of its period, as a day; the known end of a half-open one."""
        days = [day for day in (self.earliest, self.latest) if day is not None]
        return sum(days) / len(days) if days else None


def voices(table: pd.DataFrame) -> tuple[Voice, ...]:
    """The rows of an estimates table (see `estimates_table`); missing columns read as empty."""
    return tuple(_voice(row) for row in table.to_dict("records"))


def _voice(row: dict[str, Any]) -> Voice:
    value, low, high = (_number(row.get(name)) for name in ("value", "low", "high"))
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
        if low == high:
            value, low, high = (low if value is None else value), None, None
    bound = _text(row.get("bound"))
    return Voice(
        value=value,
        low=low,
        high=high,
        bound=bound if bound in ("about", "over", "under") else "",
        count=_number(row.get("count")),
        total=_number(row.get("total")),
        earliest=_day(row.get("earliest")),
        latest=_day(row.get("latest")),
        period=_text(row.get("date_words")),
        **{name: _text(row.get(name)) for name in TEXTS},
    )


def _number(value: Any) -> float | None:
    if value is None or value is pd.NA or isinstance(value, str):
        return None
    return float(value) if isfinite(value) else None


def _day(value: Any) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
