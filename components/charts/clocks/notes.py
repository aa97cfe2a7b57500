"""The texts of the two clocks: the axis, what its shades mean, questions, labels and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from components.charts.clocks.board import STRIP, TICK_LINE, Board
from components.charts.clocks.drawing import note
from components.charts.clocks.marks import colour_of
from components.charts.clocks.rows import LINE, Row
from components.charts.clocks.scale import text_ends
from components.charts.clocks.words import FAIRNESS_MARKS, gap_sentence, gap_text
from components.charts.literal import literal
from components.charts.measure import text_px
from components.charts.tokens import LABEL, SMALL, TICK, Theme

MARGIN, GAP_SIZE = 4, 14  # px


def axis_notes(frame: Board, theme: Theme) -> Iterator[dict]:
    """The texts of the ticks, what the shades mean, and the head of the gaps."""
    scale, foot = frame.scale, frame.head - frame.strip - 4
    by_side = (colour_of(side, theme) for side in "ab")
    colours = [theme.muted] * 2 if scale.is_calendar else [theme.muted, *by_side]
    for tick in scale.ticks:
        low, high = text_ends(tick, scale.left, scale.right)
        up = len(tick.texts)
        for number, text in enumerate(tick.texts):
            y = foot - TICK_LINE * (up - number - 0.5)
            yield note(text, (low + high) / 2, y, colours[number], anchor="center", size=TICK)
    yield from _shade_notes(frame, foot, theme)
    if not frame.narrow:
        form = frame.labels.later if frame.sign > 0 else frame.labels.earlier
        head = (frame.labels.by_months, form.format(name=frame.clocks[0].name))
        for number, text in enumerate(head):
            y = foot - TICK_LINE * (number + 0.5)
            yield note(text, frame.width - 4, y, theme.muted, anchor="right")


def _shade_notes(frame: Board, foot: float, theme: Theme) -> Iterator[dict]:
    scale, number = frame.scale, 0
    for shade in scale.shades:
        if shade.is_fold:
            middle = (shade.low + shade.high) / 2
            yield note(shade.text, middle, foot - TICK_LINE * 1.5, theme.muted, anchor="center")
            continue
        y = foot + 4 + STRIP * (number + 0.5)
        number += 1
        on_left = shade.low <= scale.left
        x, anchor = (shade.high - 5, "right") if on_left else (shade.low + 5, "left")
        room = x - scale.left if on_left else scale.right - x
        if text_px(shade.text, SMALL) > room:  # Words wider than their shade end at its edge.
            x, anchor = (scale.left + 2, "left") if on_left else (scale.right - 2, "right")
        yield note(shade.text, x, y, theme.muted, anchor=anchor, form="<i>{}</i>")


def row_notes(row: Row, frame: Board, theme: Theme, is_open: bool) -> Iterator[dict]:
    """The question with its match, a label beside each mark, and the gap."""
    yield from _question_notes(row, frame, theme, is_open)
    for side in row.sides:
        colour = colour_of(side.side, theme)
        made = note("", side.label.x, side.label.y, colour, anchor=side.label.anchor)
        yield made | {"text": side.label.html(theme, colour)}
    if not frame.narrow:
        yield _gap_note(row, frame, theme)


def _question_notes(row: Row, frame: Board, theme: Theme, is_open: bool) -> Iterator[dict]:
    y = row.head
    for text in row.question:
        yield note(text, 6, y, theme.text, size=LABEL, form="<b>{}</b>")
        y += LINE
    word = frame.labels.close if is_open else frame.labels.open
    match = f"{FAIRNESS_MARKS[row.fairness]} {frame.labels.fairness[row.fairness]}"
    if frame.narrow:
        gap = gap_sentence(*row.gap, frame.clocks[0].name, frame.labels)
        if text_px(f"{match} · {gap}", SMALL) > frame.width - 12:
            gap = gap_text(*row.gap, frame.labels)
        yield note(f"{match} · {gap}", 6, y, theme.muted)
        yield note(word, frame.width - MARGIN, row.head, theme.accent, anchor="right")
    else:
        action = f"<span style='color:{theme.accent}'>{literal(word)}</span>"
        yield note(match, 6, y, theme.muted, form="{}  " + action)


def _gap_note(row: Row, frame: Board, theme: Theme) -> dict:
    x, y = frame.width - MARGIN, sum(side.y for side in row.sides) / 2
    low, high = sorted(frame.sign * end for end in row.gap)
    if low != low:  # Nothing was measured.
        return note(frame.labels.unmeasured, x, y, theme.muted, anchor="right")
    text = gap_text(low, high, frame.labels)
    return note(text, x, y, theme.text, anchor="right", size=GAP_SIZE, form="<b>{}</b>")
