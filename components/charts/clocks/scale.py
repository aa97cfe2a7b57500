"""The axis of the two clocks: months since each start, or the calendar with folded years.

Places are px from the left edge of the figure, so that labels can be packed before they are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from components.charts.axis import make_axis
from components.charts.clocks.words import ClockWords, month_of, short_date
from components.charts.folds import fold_room, stretches
from components.charts.measure import text_px
from components.charts.ticks import ticks
from components.charts.tokens import TICK

MONTH = 30.4375  # days, as in the tables
EDGE = 10  # px beside the outermost mark
APART = 5  # px between two tick texts
INSIDE = 3  # px between a text and the edge: Plotly places a text up to 2 px beside its place
STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
YEARLY_FROM = 24  # months: a longer axis counts in years


@dataclass(frozen=True)
class Clock:
    """One side: its name, the days at which it may start, and the days on which it runs.

    start: first and last possible day, None on the calendar; first, last: both included, None
    where there is no end
    """

    name: str
    start: tuple[int, int] | None = None
    first: int | None = None
    last: int | None = None

    @property
    def zero(self) -> float | None:
        """The day beside which the dates of the axis stand: the middle of the possible ones."""
        return sum(self.start) / 2 if self.start else None


@dataclass(frozen=True)
class Tick:
    """A line across the rows at `px`, and what stands above it, a line for each text."""

    px: float
    texts: tuple[str, ...] = ()
    is_zero: bool = False


@dataclass(frozen=True)
class Shade:
    """A stretch of px with what it means; `is_fold` for years left out."""

    low: float
    high: float
    text: str
    is_fold: bool = False


@dataclass(frozen=True)
class Scale:
    """Where everything stands between `left` and `right` px."""

    left: float
    right: float
    project: Callable[[float], float]
    ticks: tuple[Tick, ...]
    shades: tuple[Shade, ...]
    is_calendar: bool = False

    @property
    def zero(self) -> float | None:
        """px of the line where the clocks start; None on the calendar."""
        return next((tick.px for tick in self.ticks if tick.is_zero), None)

    def ends(self, row: Mapping) -> tuple[float, float]:
        """px of the first and last possible place of a measured side."""
        if not self.is_calendar:
            return self.project(row["low"]), self.project(row["high"])
        if row["first"] == row["last"]:
            return (middle := self.project(row["first"] + 0.5)), middle
        return self.project(row["first"]), self.project(row["last"] + 1)


def month_scale(
    values: Iterable[float],
    clocks: Sequence[Clock],
    left: float,
    right: float,
    labels: ClockWords,
    *,
    backwards: bool = False,
) -> Scale:
    """Months since two starts, told in the unit of `labels`; `values` must all be in sight."""
    known = [0.0, *(value for value in values if value == value)]
    low, high = min(known), max(known)
    high = max(high, low + 1)
    scale = (right - left - 2 * EDGE) / (high - low)

    def project(months: float) -> float:
        return left + EDGE + (months - low) * scale

    def tick(n: int) -> Tick:
        months = n * labels.per
        texts = (_count(n, labels, backwards), *_dates(months, clocks, labels, backwards))
        return Tick(project(months), texts, n == 0)

    units = (low / labels.per, high / labels.per, scale * labels.per)
    found = (tick(n) for n in _steps(*units, labels))
    shades = _shades((low, high), (left, right), project, clocks, labels, backwards)
    return Scale(left, right, project, _legible(found, left, right), tuple(shades))


def calendar_scale(days: Iterable[int], left: float, right: float, labels: ClockWords) -> Scale:
    """The calendar, with long empty stretches folded; `days` are all that must be in sight."""
    days = sorted(days) or [0]
    room = right - left - 2 * EDGE
    window = (days[0], max(days[-1], days[0] + 30))
    folded = stretches(days, window, room)
    names = [labels.calendar.years(*one.years) for one in folded]
    keep = [
        fold_room(one, room, text_px(name, TICK) + APART)
        for one, name in zip(folded, names, strict=True)
    ]
    axis = make_axis(window, room, folded, keep)

    def project(day: float) -> float:
        return left + EDGE + axis.px(day)

    found = (
        Tick(project(day), (upper, text))
        for day, text, upper in ticks(axis, labels.calendar).major
        if axis.start <= day < axis.end and text
    )
    shades = tuple(
        Shade(project(fold.start), project(fold.end), name, True)
        for fold, name in zip(axis.folds, names, strict=True)
    )
    return Scale(left, right, project, tuple(found), shades, True)


def _steps(low: float, high: float, scale: float, labels: ClockWords) -> Iterator[int]:
    """Whole months, or years, with a tick, from zero outwards."""
    wide = text_px(labels.tick.format(n=12), TICK) + APART
    is_months = labels.per == 1
    steps = STEPS if is_months else YEAR_STEPS
    is_short = not is_months or high - low <= YEARLY_FROM
    fitting = [step for step in steps if step * scale >= wide and (step >= 12 or is_short)]
    step = fitting[0] if fitting else steps[-1]
    yield from sorted(range(ceil(low / step) * step, floor(high) + 1, step), key=abs)


def _count(n: int, labels: ClockWords, backwards: bool) -> str:
    if n == 0:
        return "0"
    one, many = labels.tick_one, labels.tick
    if n < 0:
        one, many = labels.tick_before_one, labels.tick_before
    elif backwards:
        one, many = labels.after.format(months=one), labels.after.format(months=many)
    return one if abs(n) == 1 else many.format(n=abs(n))


def _dates(
    months: float, clocks: Sequence[Clock], labels: ClockWords, backwards: bool
) -> Iterator[str]:
    """The calendar of each clock beside a tick."""
    for clock in clocks:
        if clock.start is None:
            yield ""
            continue
        day = clock.zero + months * MONTH
        if months == 0:
            yield short_date(*clock.start, labels.calendar)
        elif clock.last is not None and day > clock.last:
            yield labels.over
        elif backwards and clock.first is not None and day < clock.first:
            yield labels.not_begun
        else:
            yield month_of(day, labels.calendar)


def _legible(found: Iterable[Tick], left: float, right: float) -> tuple[Tick, ...]:
    """All ticks; of those whose texts would touch, the ones farther from zero without text."""
    taken: list[tuple[float, float]] = []
    kept = []
    for tick in found:
        low, high = text_ends(tick, left, right)
        if any(low < other[1] + APART and high > other[0] - APART for other in taken):
            kept.append(Tick(tick.px, (), tick.is_zero))
            continue
        taken.append((low, high))
        kept.append(tick)
    return tuple(sorted(kept, key=lambda tick: tick.px))


def text_ends(tick: Tick, left: float, right: float) -> tuple[float, float]:
    """px from where to where the texts of a tick reach: centred, but inside the picture."""
    width = max((text_px(text, TICK) for text in tick.texts), default=0.0)
    low = min(max(tick.px - width / 2, left + INSIDE), right - width - INSIDE)
    return low, low + width


def _shades(
    months: tuple[float, float],
    px: tuple[float, float],
    project: Callable[[float], float],
    clocks: Sequence[Clock],
    labels: ClockWords,
    backwards: bool,
) -> Iterator[Shade]:
    """Where a clock does not run: after its last day, and counted backwards before its first."""
    for clock in clocks:
        if clock.zero is None:
            continue
        edges = [(clock.last, True, labels.ended)]
        # Counted forwards, what lies before the start is before the start on both clocks.
        edges += [(clock.first, False, labels.unstarted)] if backwards else []
        for day, is_end, form in edges:
            if day is None or not months[0] < (day + is_end - clock.zero) / MONTH < months[1]:
                continue
            at = project((day + is_end - clock.zero) / MONTH)
            text = form.format(date=short_date(day, day, labels.calendar), name=clock.name)
            yield Shade(*((at, px[1]) if is_end else (px[0], at)), text)
