"""A plot of numbers over time: its axes, and a number's place and marks in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.figures.content import Content
from components.charts.figures.days import day_ticks
from components.charts.figures.numbers import is_percent, quantity
from components.charts.figures.placing import Box
from components.charts.figures.scale import Scale, domain, steps
from components.charts.figures.sheet import LEAD, Sheet
from components.charts.figures.values import CAP, DASH, Look, draw_mark
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import BAR, MARK, PALE, SMALL, SOFT, SOFT_SOLID, SOFT_STEP, rgba

TICK_PX = 52  # px between the numbers of the axis
THIN, FAINT = 2.0, 0.18  # half the height (px) and the opacity of a period
WASTE = 0.35  # of a step: more room above the numbers is left out
HEAD = 28  # px above the highest number of the axis, for labels
EDGE = 12  # px between the first point and the axis
BELOW = 24  # px for the names of days


@dataclass(frozen=True)
class TimePlot:
    """Days and numbers to px; y runs upwards."""

    days: Scale
    numbers: Scale
    left: float = 0.0  # px of the axis of numbers
    top: float = 0.0  # px above which no label may stand

    @property
    def box(self) -> Box:
        """The plotting area, px."""
        return self.left, self.numbers.end, self.days.end + EDGE, self.numbers.start

    def at(self, voice: Voice, number: float | None = None) -> tuple[float, float]:
        """Where a voice's number stands: the middle of its period."""
        value = voice.main if number is None else number
        return self.days.px(voice.middle or 0), self.numbers.px(value or 0.0)

    def across(self, voice: Voice) -> list[tuple[float, float]]:
        """The ends of its period at its height."""
        return [(px, self.at(voice)[1]) for px in self.period(voice)]

    def upright(self, voice: Voice) -> list[tuple[float, float]]:
        """The ends of its range over the middle of its period."""
        return [self.at(voice, number) for number in (voice.numbers[0], voice.numbers[-1])]

    def period(self, voice: Voice) -> tuple[float, float]:
        """px of the first and the last day it may mean."""
        known = [day for day in (voice.earliest, voice.latest) if day is not None]
        return self.days.px(min(known)), self.days.px(max(known) + 1)


def placed(voices: Sequence[Voice]) -> list[Voice]:
    """The voices that a plot over time can show: with a date and a number."""
    return [voice for voice in voices if voice.middle is not None and voice.numbers]


def time_plot(
    sheet: Sheet, content: Content, voices: Sequence[Voice], height: float, beside=(0.0, 0.0)
) -> TimePlot:
    """Draw the axes below what is on the sheet; `beside` px stay free before and after the days."""
    top = sheet.y + (4 if content.unit == "percent" else _caption(sheet, content))
    low, high = domain(number for voice in voices for number in voice.numbers)
    whole = low == int(low) and high == int(high)
    ticks = steps(low, high, max(int(height / TICK_PX), 2), whole=whole)
    # An axis that ends with the numbers wastes no height; a hundred per cent is an end by itself.
    above = (ticks[-1] - high) / (ticks[1] - ticks[0])
    if above > WASTE and not (is_percent(content.unit) and ticks[-1] == 100):
        ticks = ticks[:-1]
    texts = [quantity(tick, content.unit, content.labels) for tick in ticks]
    gutter = max(text_px(text, SMALL) for text in texts) + 8
    head = HEAD + SOFT * any(voice.soft[1] for voice in voices)
    numbers = Scale(ticks[0], max(ticks[-1], high), top + height, top + head)
    first, last = _span(voices)
    days = Scale(first, last, gutter + EDGE + beside[0], sheet.width - EDGE - beside[1])
    plot = TimePlot(days, numbers, gutter, top)
    for tick, text in zip(ticks, texts, strict=True):
        _number_tick(sheet, plot, tick, text)
    _day_axis(sheet, content, plot, top + height)
    sheet.y = top + height + BELOW
    return plot


def draw_point(sheet: Sheet, content: Content, plot: TimePlot, voice: Voice, look: Look) -> None:
    """A number: pale over its period, a range with caps, fading upwards or downwards."""
    x, y = plot.at(voice)
    left, right = plot.period(voice)
    if right - left > MARK and voice.point is not None:
        sheet.rect(left, y - THIN, right, y + THIN, rgba(look.color, FAINT))
    ends = [plot.numbers.px(number) for number in (voice.numbers[-1], voice.numbers[0])]
    if ends[1] - ends[0] > 1:
        dashes = {"line": look.color, "px": 1.2, "dash": DASH} if voice.unchecked else {}
        pale = rgba(look.color, PALE)
        sheet.rect(x - BAR / 2, ends[0], x + BAR / 2, ends[1], pale, **dashes)
        for end in ends:
            sheet.line(x - CAP, end, x + CAP, end, look.color, 2)
    hover = content.hover(voice)
    if voice.point is not None:
        draw_mark(sheet, voice, plot.at(voice, voice.point), look, hover)
    else:
        middle = (ends[0] + ends[1]) / 2
        sheet.mark(x, middle, "square", 12, "rgba(0,0,0,0)", px=0, hover=hover)
    edge = MARK / 2 + 1 if voice.point is not None else 1
    less, more = voice.soft
    if more:
        _rise(sheet, x, ends[0] - edge, -1, look.color)
    if less:
        _rise(sheet, x, ends[1] + edge, 1, look.color)


def _rise(sheet: Sheet, x: float, y: float, way: int, color: str) -> None:
    """Three fading steps from y upwards (way -1) or downwards."""
    for index, opacity in enumerate(SOFT_SOLID):
        low, high = sorted((y + way * index * SOFT_STEP, y + way * (index + 1) * SOFT_STEP))
        sheet.rect(x - BAR / 2, low, x + BAR / 2, high, rgba(color, opacity))


def _caption(sheet: Sheet, content: Content) -> float:
    sheet.text(0, sheet.y + LEAD[SMALL] / 2, content.unit, size=SMALL, color=sheet.theme.muted)
    return LEAD[SMALL] + 4


def _span(voices: Sequence[Voice]) -> tuple[float, float]:
    days = [day for voice in voices for day in (voice.earliest, voice.latest) if day is not None]
    first, last = min(days), max(days) + 1
    # One day has no length: it stands in the middle of a year.
    return (first - 183.0, last + 183.0) if last - first < 3 else (float(first), float(last))


def _number_tick(sheet: Sheet, plot: TimePlot, tick: float, text: str) -> None:
    theme, y = sheet.theme, plot.numbers.px(tick)
    left, _, right, _ = plot.box
    sheet.line(left, y, right, y, theme.axis if tick == 0 else theme.grid)
    sheet.text(left - 8, y, text, size=SMALL, color=theme.muted, anchor="right")


def _day_axis(sheet: Sheet, content: Content, plot: TimePlot, y: float) -> None:
    theme, days = sheet.theme, plot.days
    for tick in day_ticks(days.low, days.high, days.end - days.start, content.labels):
        if days.low <= tick.day <= days.high:
            x = days.px(tick.day)
            sheet.line(x, y, x, y + 4, theme.axis)
        half = text_px(tick.text, SMALL) / 2
        # A name at the edge is moved in: it must not be cut.
        middle = min(max(days.px(tick.at), half), sheet.width - half)
        sheet.text(middle, y + 13, tick.text, size=SMALL, color=theme.muted, anchor="middle")
