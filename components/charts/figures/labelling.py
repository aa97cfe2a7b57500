"""Labels beside points of a plot, each placed once, where it touches nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from components.charts.figures.placing import Box, Point, around, free
from components.charts.figures.sheet import Sheet, broken
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import MARK, SMALL, SOFT

LEAD = 15.0  # px from line to line
WIDEST = 190.0


@dataclass(frozen=True)
class Label:
    """Lines (text, bold) beside a point; a voice's label is put once only."""

    at: Point
    lines: tuple[tuple[str, bool], ...]
    voice: Voice
    widest: float = WIDEST


@dataclass
class Labelling:
    """What is taken of a plot, px; `bounds` are its edges."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    done: set[int] = field(default_factory=set)

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep labels off these boxes."""
        self.taken.extend(boxes)

    def put(self, sheet: Sheet, label: Label) -> bool:
        """Write a label where there is room; False if there is none."""
        if id(label.voice) in self.done:
            return True
        lines = [
            (line, bold)
            for text, bold in label.lines
            for line in broken(text, label.widest, SMALL, bold=bold)
        ]
        width = max((text_px(text, SMALL, bold=bold) for text, bold in lines), default=0.0)
        size = (width + 1, LEAD * len(lines))
        away = MARK / 2 + 3 + (SOFT if any(label.voice.soft) else 0)
        box = free(around(label.at, size, away), self.taken, self.bounds)
        if box is None:
            return False
        self._write(sheet, label, lines, box)
        return True

    def _write(self, sheet: Sheet, label: Label, lines, box: Box) -> None:
        self.taken.append(box)
        self.done.add(id(label.voice))
        theme = sheet.theme
        # A label left of its point ends there.
        left_of = box[2] <= label.at[0]
        x, anchor = (box[2], "right") if left_of else (box[0], "left")
        for index, (text, bold) in enumerate(lines):
            y = box[1] + LEAD * (index + 0.5)
            color = theme.text if bold else theme.muted
            sheet.text(x, y, text, size=SMALL, bold=bold, color=color, anchor=anchor, back=True)
