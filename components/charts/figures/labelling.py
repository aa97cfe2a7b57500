"""Labels beside points of a plot, each placed once, where it touches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from components.charts.figures.placing import Box, Point, around, arrange, free
from components.charts.figures.sheet import Sheet, broken
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import MARK, SMALL, SOFT

LEAD = 15.0  # px from line to line
WIDEST = 190.0


@dataclass(frozen=True)
class Label:
    """Texts (text, bold) below each other beside a point; a voice's label is put once only."""

    at: Point
    texts: tuple[tuple[str, bool], ...]
    voice: Voice
    widest: float = WIDEST

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """Its texts broken at words."""
        return [
            (line, bold)
            for text, bold in self.texts
            for line in broken(text, self.widest, SMALL, bold=bold)
        ]

    def boxes(self) -> Iterator[Box]:
        """Where it may stand, best first."""
        lines = self.lines
        width = max((text_px(text, SMALL, bold=bold) for text, bold in lines), default=0.0)
        away = MARK / 2 + 3 + (SOFT if any(self.voice.soft) else 0)
        yield from around(self.at, (width + 1, LEAD * len(lines)), away)


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
        box = free(label.boxes(), self.taken, self.bounds)
        if box is not None:
            self._write(sheet, label, box)
        return box is not None

    def put_all(self, sheet: Sheet, labels: Sequence[Sequence[Label]]) -> bool:
        """Write one of the ways to put each label so that all have room; False without writing."""
        ways = [[(label, box) for label in one for box in label.boxes()] for one in labels]
        boxes = [[box for _, box in way] for way in ways]
        chosen = arrange(boxes, self.taken, self.bounds)
        if chosen is None:
            return False
        for way, index in zip(ways, chosen, strict=True):
            self._write(sheet, *way[index])
        return True

    def _write(self, sheet: Sheet, label: Label, box: Box) -> None:
        self.taken.append(box)
        self.done.add(id(label.voice))
        theme = sheet.theme
        # A label left of its point ends there.
        left_of = box[2] <= label.at[0] + 1
        x, anchor = (box[2], "right") if left_of else (box[0], "left")
        for index, (text, bold) in enumerate(label.lines):
            y = box[1] + LEAD * (index + 0.5)
            color = theme.text if bold else theme.muted
            sheet.text(x, y, text, size=SMALL, bold=bold, color=color, anchor=anchor, back=True)
