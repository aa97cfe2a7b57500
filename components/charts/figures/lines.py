"""Series: lines with their names beside them, points marked, ranges as bands.

A stretch without a count that is much longer than the others is dotted: the line does not claim
to know it. What holds until it changes, such as seats, is drawn in steps: between two counts a
slope would tell numbers that never were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from components.charts.figures.content import Content, common_facts, first_seen
from components.charts.figures.key import Item, draw_key
from components.charts.figures.labelling import Label, Labelling
from components.charts.figures.placing import Point, along, around_mark
from components.charts.figures.rows import common_line
from components.charts.figures.sheet import Sheet
from components.charts.figures.timeplot import TimePlot, draw_point, placed, time_plot
from components.charts.figures.undated import draw_undated
from components.charts.figures.values import Look
from components.charts.figures.voices import Voice
from components.charts.tokens import MARK, PALE, PHONE_BELOW, SMALL, Theme, mark_px, rgba, symbol

WIDTH, HEIGHT, HEIGHT_PHONE = 2.2, 300, 260
LONG = 2.6  # times the usual distance between two counts
SHAPES = ("circle", "diamond", "triangle-up", "triangle-down", "pentagon", "hexagon")
DASHES = ("solid", "solid", "6px,3px", "6px,3px", "2px,3px", "2px,3px")
ROOM = 150  # px beside the last day for the names of several series


@dataclass(frozen=True)
class Series:
    """One line: its name, its voices by date, how it is drawn."""

    name: str
    voices: tuple[Voice, ...]
    look: Look
    dash: str


def draw_series(sheet: Sheet, content: Content, *, steps: bool = False) -> None:
    """The lines, their names, as many numbers as fit, and a key of the names that do not.

    steps: a number holds until the next one
    """
    shown = placed(content.voices)
    if not shown:
        draw_undated(sheet, content, content.voices)
        return
    common_line(sheet, common_facts(content, content.voices), content)
    many = series_of(shown, sheet.theme)
    phone = sheet.width < PHONE_BELOW
    right = 0.0 if len(many) < 2 or phone else ROOM
    height = HEIGHT_PHONE if phone else HEIGHT
    plot = time_plot(sheet, content, shown, height, (0.0, right))
    labelling = Labelling((plot.box[0], plot.top, sheet.width, plot.box[3] - 2))
    dotted = [_line(sheet, plot, one, labelling, steps) for one in many]
    for one in many:
        for voice in one.voices:
            draw_point(sheet, content, plot, voice, one.look)
    unnamed = _names(sheet, content, plot, many, labelling)
    numbered = _numbers(sheet, content, plot, many, labelling)
    if unnamed:
        items = []
        for one in unnamed:
            # Without room at its end, the last number stands behind the name.
            last = one.voices[-1]
            number = "" if last in numbered else content.told(last)
            items.append(Item(one.name, number, look=one.look, dash=one.dash))
        sheet.y = draw_key(sheet, plot.box[0], sheet.y + 4, items, sheet.width - plot.box[0])
    if any(dotted):
        _remark(sheet, content.labels.long_gap)
    draw_undated(sheet, content, [voice for voice in content.voices if voice not in shown])


def series_of(voices: Sequence[Voice], theme: Theme) -> list[Series]:
    """The voices by series, each by date, with a look of its own."""
    made = []
    for index, name in enumerate(first_seen([voice.series for voice in voices])):
        mine = sorted((one for one in voices if one.series == name), key=lambda v: v.middle or 0)
        place = index % len(SHAPES)
        slot = mine[0].slot
        color = theme.hue(slot) if slot else theme.text if index % 2 == 0 else theme.muted
        shape = symbol(slot) if slot else SHAPES[place]
        size = mark_px(slot, MARK - 2) if slot else MARK - 2
        made.append(Series(name, tuple(mine), Look(color, shape, size), DASHES[place]))
    return made


def long_gaps(voices: Sequence[Voice]) -> list[bool]:
    """Of each pair of neighbours: whether the stretch between them is unusually long."""
    gaps = [b.middle - a.middle for a, b in pairwise(voices)]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    return [0 < LONG * usual < gap for gap in gaps]


def stepped(points: Sequence[Point]) -> list[Point]:
    """The path through points, px, on which each height holds until the next point."""
    corners = ((b[0], a[1]) for a, b in pairwise(points))
    return [one for pair in zip(points, corners, strict=False) for one in pair] + [points[-1]]


def _line(sheet: Sheet, plot: TimePlot, one: Series, labelling: Labelling, steps: bool) -> bool:
    """The line and band of a series; returns whether a stretch is dotted."""
    ranges = [voice for voice in one.voices if len(voice.numbers) > 1]
    if len(ranges) > 1:
        upper = [plot.at(voice, voice.numbers[-1]) for voice in ranges]
        lower = [plot.at(voice, voice.numbers[0]) for voice in reversed(ranges)]
        sheet.area([*upper, *lower], rgba(one.look.color, PALE / 2))
    known = [voice for voice in one.voices if voice.point is not None]
    gaps = long_gaps(known)
    for long, (start, end) in zip(gaps, pairwise(known), strict=True):
        if start.middle == end.middle:
            continue  # two voices of one day are no change
        ends = [plot.at(start, start.point), plot.at(end, end.point)]
        ends = stepped(ends) if steps else ends
        sheet.curve(ends, one.look.color, WIDTH - long, "1px,5px" if long else one.dash)
        labelling.take(along(ends))
    labelling.take(around_mark(plot.at(voice), MARK / 2 + 1) for voice in one.voices)
    for voice in one.voices:
        labelling.take(along(plot.across(voice)))
        labelling.take(along(plot.upright(voice)))
    return any(gaps)


def _names(
    sheet: Sheet, content: Content, plot: TimePlot, many: Sequence[Series], labelling: Labelling
) -> list[Series]:
    """Name beside each line's end, with the last number; returns the series without room."""
    unnamed = []
    if len(many) < 2:
        return unnamed
    for one in many:
        tries = (
            Label(plot.at(voice), ((content.told(voice), True), (one.name, False)), voice)
            for voice in (one.voices[-1], one.voices[0])
        )
        if not any(labelling.put(sheet, label) for label in tries):
            unnamed.append(one)
    return unnamed


def _numbers(
    sheet: Sheet, content: Content, plot: TimePlot, many: Sequence[Series], labelling: Labelling
) -> set[Voice]:
    """Numbers at the points: the last, the first, the extremes, then all for which is room.

    Returns the voices for which was room.
    """
    numbered = set()
    for one in many:
        by_size = sorted(one.voices, key=lambda voice: voice.main or 0)
        telling = [one.voices[-1], one.voices[0], by_size[-1], by_size[0]]
        unchecked = [voice for voice in one.voices if voice.unchecked]
        for voice in dict.fromkeys([*unchecked, *telling, *one.voices]):
            label = Label(plot.at(voice), ((content.told(voice), True),), voice)
            if labelling.put(sheet, label):
                numbered.add(voice)
    return numbered


def _remark(sheet: Sheet, text: str) -> None:
    color = sheet.theme.muted
    sheet.y = sheet.paragraph(0, sheet.y + 4, text, sheet.width, size=SMALL, color=color)
