"""What all rows of a comparison share: the axis, the clocks, and how gaps are told."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from components.charts.clocks.scale import Clock, Scale, calendar_scale, month_scale
from components.charts.clocks.words import ClockWords

QUESTION, GAPS = 236, 104  # px left and right of the rows, on a wide page
TICK_LINE, STRIP = 15, 18  # px
NARROW_BELOW = 760  # px: there the question stands above its row instead of beside it


@dataclass(frozen=True)
class Board:
    """What all rows of a comparison share; `sign` is −1 where gaps are told as "earlier"."""

    width: int
    scale: Scale
    clocks: tuple[Clock, Clock]
    labels: ClockWords
    backwards: bool = False
    sign: int = 1

    @property
    def narrow(self) -> bool:
        """Whether the question stands above its row instead of beside it."""
        return self.width < NARROW_BELOW

    @property
    def strip(self) -> int:
        """px under the ticks for the words of the shades."""
        return STRIP * sum(not shade.is_fold for shade in self.scale.shades)

    @property
    def head(self) -> int:
        """px of the axis above the rows."""
        lines = max((len(tick.texts) for tick in self.scale.ticks), default=1)
        return lines * TICK_LINE + 8 + self.strip


def board(
    stages: pd.DataFrame,
    further: pd.DataFrame,
    clocks: tuple[Clock, Clock],
    *,
    width: int,
    labels: ClockWords,
    calendar: bool = False,
    backwards: bool = False,
) -> Board:
    """The axis on which all of `stages` and `further` are in sight, `width` px wide.

    stages: a stage table; further: the other events of its sides (stage, side, low, high, first,
    last). The clocks put dates beside the months and say where one has stopped.
    """
    left, right = (0.0, float(width)) if width < NARROW_BELOW else (QUESTION, width - GAPS)
    further = further[further["stage"].isin(stages.index)]
    if calendar:
        days = _values(stages, further, "first", "last")
        scale = calendar_scale([int(day) for day in days], left, right, labels)
    else:
        months = _values(stages, further, "low", "high")
        scale = month_scale(months, clocks, left, right, labels, backwards=backwards)
    middles = (stages["gap_low"] + stages["gap_high"]) / 2
    sign = -1 if (middles < 0).sum() > (middles >= 0).sum() else 1
    return Board(width, scale, clocks, labels, backwards, sign)


def _values(stages: pd.DataFrame, further: pd.DataFrame, *names: str) -> list[float]:
    columns = [stages[f"{side}_{name}"] for side in "ab" for name in names]
    return [
        value for one in (*columns, *(further[name] for name in names)) for value in one.dropna()
    ]
