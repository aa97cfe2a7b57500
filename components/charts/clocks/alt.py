"""The two clocks in sentences with numbers, for those who do not see the picture."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from components.charts.clocks.board import Board
from components.charts.clocks.words import gap_sentence, months_text, short_date


def clocks_alt(stages: pd.DataFrame, frame: Board) -> str:
    """What the rows of `stages` show: where the clocks start, then each question with its gap."""
    rows = stages.reset_index().to_dict("records")
    return " ".join([_start(len(rows), frame), *(_row(row, frame) for row in rows)])


def _start(n: int, frame: Board) -> str:
    labels = frame.labels
    if frame.scale.is_calendar:
        return labels.alt_calendar.format(n=n)
    starts = " ".join(
        labels.alt_start.format(name=clock.name, date=short_date(*clock.start, labels.calendar))
        for clock in frame.clocks
        if clock.start
    )
    return labels.alt.format(n=n, starts=starts)


def _row(row: Mapping, frame: Board) -> str:
    one, other = (
        _side(row, side, clock.name, frame) for side, clock in zip("ab", frame.clocks, strict=True)
    )
    name = frame.clocks[0].name
    return frame.labels.alt_row.format(
        question=row["question"], one=one, other=other,
        gap=gap_sentence(row["gap_low"], row["gap_high"], name, frame.labels),
        fairness=frame.labels.fairness[row["fairness"]],
    )  # fmt: skip


def _side(row: Mapping, side: str, name: str, frame: Board) -> str:
    low, high = row[f"{side}_low"], row[f"{side}_high"]
    if pd.isna(low):
        return frame.labels.nothing.format(name=name)
    said = frame.labels.alt_side.format(
        name=name, label=row[f"{side}_label"], date=row[f"{side}_date_words"]
    )
    if frame.scale.is_calendar:
        return said
    return f"{said}, {months_text(low, high, frame.labels, backwards=frame.backwards, unit=True)}"
