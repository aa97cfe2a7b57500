"""Where everything in a row stands: the question, the two marks, and a label beside each mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from components.charts.clocks.scale import INSIDE, Scale
from components.charts.clocks.words import ClockWords, edge_date, gap_sentence, months_text
from components.charts.literal import literal
from components.charts.measure import shorten, text_px, wrap
from components.charts.tokens import LABEL, SMALL, SOFT, Theme

HALF_MARK, GAP = 6.5, 5  # px
LEAST_BAR = 4  # px: a shorter range hides behind a dot, which covers all of it
LINE = 16  # px of a line of the question
# Lines of a row, px below its top: beside the question, and (narrow) below it.
WIDE_APART, WIDE_LEAST = 23, 66
HOVER = 340  # px: longer lines of what a hover says are broken
TEXT_LINE, PHONE_LINES, PHONE_FOOT = 17, (26, 44), 71
TEXT_AWAY, TEXT_NEAR = 17, 13  # px from the line of a mark to a text above or below it
LEAST_NAME = 60  # px: beside a mark, a shorter stump of a name says nothing
TICK_AWAY = (9, 14)  # px from the line of a mark to the ticks of further events


@dataclass(frozen=True)
class Label:
    """Number, name and date of a mark; the text begins (right: ends) at `x`."""

    number: str
    name: str
    date: str
    x: float
    y: float
    anchor: str = "left"

    def html(self, theme: Theme, colour: str) -> str:
        """The label with its number in bold and its date muted, as Plotly takes it."""
        parts = (
            f"<b>{literal(self.number)}</b>" if self.number else "",
            f"<span style='color:{colour}'>{literal(self.name)}</span>" if self.name else "",
            f"<span style='color:{theme.muted}'>{literal(self.date)}</span>" if self.date else "",
        )
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
class Placed:
    """One side of a row in px; `low` is None where nothing was measured."""

    side: str
    y: float
    label: Label
    low: float | None = None
    high: float = 0.0
    soft: bool = False
    doubtful: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is a bar with caps; else it is a dot."""
        return self.low is not None and self.high - self.low >= LEAST_BAR

    @property
    def middle(self) -> float:
        """px of the dot."""
        return ((self.low or 0.0) + self.high) / 2


@dataclass(frozen=True)
class Row:
    """A question with its two sides; `ticks` are (px, y, y) of the further events."""

    id: str
    fairness: str
    question: tuple[str, ...]
    gap: tuple[float, float]
    top: float
    bottom: float
    head: float  # y of the first line of the question
    sides: tuple[Placed, Placed]
    ticks: tuple[tuple[float, float, float], ...]
    hover: str


def rows_of(
    stages: pd.DataFrame,
    further: pd.DataFrame,
    scale: Scale,
    top: float,
    names: tuple[str, str],
    labels: ClockWords,
    *,
    narrow: bool,
    backwards: bool,
) -> list[Row]:
    """The rows of a stage table from `top` px downwards."""
    made: list[Row] = []
    room = scale.right - 56 if narrow else scale.left - 20
    for stage in stages.reset_index().to_dict("records"):
        question = tuple(wrap(stage["question"], room, LABEL, bold=True))
        lines, bottom = _lines(top, len(question), narrow)
        sides = [
            _placed(stage, side, name, y, scale, labels, narrow=narrow, backwards=backwards)
            for side, name, y in zip("ab", names, lines, strict=True)
        ]
        mine = further[further["stage"] == stage["id"]]
        head = top + 16 if narrow else (top + bottom - len(question) * LINE) / 2
        made.append(Row(
            stage["id"], stage["fairness"], question, (stage["gap_low"], stage["gap_high"]), top,
            bottom, head, (sides[0], sides[1]), tuple(_ticks(mine, lines, scale, narrow)),
            _hover(stage, names, labels, backwards=backwards, calendar=scale.is_calendar),
        ))  # fmt: skip
        top = bottom
    return made


def _lines(top: float, question: int, narrow: bool) -> tuple[tuple[float, float], float]:
    """y of the two marks, and the bottom of the row."""
    if not narrow:
        height = max(WIDE_LEAST, (question + 1) * LINE + 18)
        middle = top + height / 2
        return (middle - WIDE_APART / 2, middle + WIDE_APART / 2), top + height
    below = top + 8 + question * LINE + TEXT_LINE + 6
    return (below + PHONE_LINES[0], below + PHONE_LINES[1]), below + PHONE_FOOT


def _placed(
    stage: Mapping,
    side: str,
    name: str,
    y: float,
    scale: Scale,
    labels: ClockWords,
    *,
    narrow: bool,
    backwards: bool,
) -> Placed:
    row = {key.removeprefix(f"{side}_"): value for key, value in stage.items()}
    if pd.isna(row["low"]):
        text = labels.nothing.format(name=name)
        return Placed(side, y, Label("", "", text, scale.left + 8, y))
    low, high = scale.ends(row)
    number, date = edge_date(row, labels), ""
    if not scale.is_calendar:
        number, date = months_text(row["low"], row["high"], labels, backwards=backwards), number
    reach = (0 if high - low >= LEAST_BAR else HALF_MARK) + (SOFT if row["soft"] else 0) + GAP
    foot, words = (low - reach, high + reach), (number, row["label"], date)
    room = max(scale.right - INSIDE - foot[1], foot[0] - scale.left - INSIDE)
    if narrow or room < _label_px(number, "", date) + LEAST_NAME:
        away = TEXT_AWAY if narrow else TEXT_NEAR
        label = _across(words, foot, scale, y - away if side == "a" else y + away)
    else:
        label = _beside(words, foot, scale, y)
    return Placed(side, y, label, low, high, row["soft"], row["doubtful"])


def _beside(
    words: tuple[str, str, str], foot: tuple[float, float], scale: Scale, y: float
) -> Label:
    """Right of the mark, else left of it; a name that fits on neither side is cut.

    A text that would cross the line of the start stands on the other side if it fits there.
    """
    (number, name, date), (low, high) = words, foot
    room, other = scale.right - INSIDE - high, low - scale.left - INSIDE
    size = _label_px(number, name, date)
    is_right = size <= room or room >= other
    if size > max(room, other):
        name = shorten(name, max(room, other) - _label_px(number, "", date) - 6, SMALL)
    elif size <= min(room, other) and scale.zero is not None:
        is_right = not high < scale.zero < high + size
    return Label(number, name, date, high if is_right else low, y, "left" if is_right else "right")


def _across(
    words: tuple[str, str, str], foot: tuple[float, float], scale: Scale, y: float
) -> Label:
    """On a line of its own above or below the mark: it begins there, or earlier to fit."""
    number, name, date = words
    name = shorten(name, scale.right - scale.left - _label_px(number, "", date) - 8, SMALL)
    x = max(scale.left + INSIDE, min(foot[0], scale.right - INSIDE - _label_px(number, name, date)))
    return Label(number, name, date, x, y)


def _label_px(number: str, name: str, date: str) -> float:
    parts = [(number, True), (name, False), (date, False)]
    widths = [text_px(text, SMALL, bold=bold) for text, bold in parts if text]
    # Plotly's bold is a little heavier than the weight that was measured.
    return sum(widths) + text_px(" ", SMALL) * (len(widths) - 1) + 4


def _ticks(
    further: pd.DataFrame, lines: tuple[float, float], scale: Scale, narrow: bool
) -> Iterator[tuple[float, float, float]]:
    for row in further.to_dict("records"):
        if pd.isna(row["low"]):
            continue
        low, high = scale.ends(row)
        y = lines["ab".index(row["side"])]
        if narrow:
            yield (low + high) / 2, y - 3, y + 3
            continue
        way = -1 if row["side"] == "a" else 1
        yield (low + high) / 2, y + way * TICK_AWAY[0], y + way * TICK_AWAY[1]


def _hover(
    stage: Mapping, names: tuple[str, str], labels: ClockWords, *, backwards: bool, calendar: bool
) -> str:
    """The whole row in words, a line a side."""
    parts = [stage["question"]]
    for side, name in zip("ab", names, strict=True):
        if pd.isna(stage[f"{side}_low"]):
            parts.append(labels.nothing.format(name=name))
            continue
        title, date = stage[f"{side}_title"], stage[f"{side}_date_words"]
        ends = stage[f"{side}_low"], stage[f"{side}_high"]
        months = months_text(*ends, labels, backwards=backwards, unit=True)
        parts.append(f"{name}: {title}, {date}{'' if calendar else f' · {months}'}")
    parts.append(gap_sentence(stage["gap_low"], stage["gap_high"], names[0], labels))
    lines = [line for part in parts for line in wrap(part, HOVER, LABEL)]
    return "<br>".join(map(literal, lines))
