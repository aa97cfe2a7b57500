"""One plot of the timeline: axis and ticks, folds, periods and the lanes in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.bands import Band, Placed
from components.charts.folds import Stretch, fold_room
from components.charts.heads import note
from components.charts.lanes import Period
from components.charts.literal import literal
from components.charts.marks import Plot, shift_size
from components.charts.measure import text_px
from components.charts.symbols import DASH, dashed_path
from components.charts.ticks import Ticks
from components.charts.tokens import PERIOD, TICK, Theme, mark_px, rgba, symbol
from components.charts.words import Words

PERIOD_HEAD, BARE_HEAD, FOOT = 20, 5, 6  # px above the rows with and without period names, below
STRIP = 40  # px of a density strip
AXIS_LINE, AXIS_TWO_LINES = 22, 38  # px of the axis with its text
FOLD_NAME = 11  # px
LEAST_PERIOD = 2  # px: a narrower shade is left out


@dataclass(frozen=True)
class Tier:
    """A lane in its plot: px of its top, of its rows and of its end, from the top of the plot."""

    band: Band
    top: float
    rows: float
    bottom: float


def head_px(band: Band, axis: Axis) -> int:
    """px between the top of a lane and its first row."""
    shown = any(_shade(Period(*period), axis) for period in band.lane.periods)
    return PERIOD_HEAD if shown else BARE_HEAD


def axis_px(axis: Axis, ticks: Ticks) -> int:
    """px that the axis takes above the plot."""
    return AXIS_TWO_LINES if axis.folds or ticks.lines == 2 else AXIS_LINE


def x_axis(plot: Plot, ticks: Ticks) -> dict:
    """The layout of the x axis."""
    theme = plot.theme
    texts = [
        "<br>".join(literal(part) for part in ((upper, text) if upper else (text,)))
        for _, text, upper in ticks.major
    ]
    return {
        "type": "linear",
        "range": list(plot.axis.range),
        "anchor": plot.y,
        "side": "top",
        "tickmode": "array",
        "tickvals": [plot.axis.u(day) for day, *_ in ticks.major],
        "ticktext": texts,
        "ticklabelposition": "outside right",
        "tickangle": 0,
        "ticks": "outside",
        "ticklen": 6,
        "tickcolor": theme.axis,
        "tickfont": {"size": TICK, "color": theme.muted},
        "minor": {
            "tickmode": "array",
            "tickvals": [plot.axis.u(day) for day in ticks.minor],
            "ticks": "outside",
            "ticklen": 3,
            "tickcolor": theme.axis,
        },
        "showgrid": True,
        "gridcolor": theme.grid,
        "gridwidth": 1,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.axis,
        "linewidth": 1,
        "automargin": False,
    }


def shapes(
    tiers: Sequence[Tier], items: Sequence[tuple[Placed, float]], plot: Plot, open_id: str
) -> Iterator[dict]:
    """Shades of periods, folds, the band of the open event, and dashed outlines."""
    bottom = max((tier.bottom for tier in tiers), default=0)
    for tier in tiers:
        yield from _periods(tier, plot)
    for fold in plot.axis.folds:
        yield from _fold(fold.u_start, fold.u_end, bottom, plot)
    for item, top in items:
        y = plot.y_of(top, item.mark_row)
        if item.extent.id == open_id:
            low, high = plot.axis.range
            half = plot.row_px / 2 - 1
            yield _rect(plot, low, high, y - half, y + half, rgba(plot.theme.accent, 0.10))
        if item.extent.style == "doubtful":
            yield _dashed(item, y, plot)


def period_names(tiers: Sequence[Tier], plot: Plot) -> dict | None:
    """Names of the periods, long or short as they fit, as one trace."""
    x, y, texts = [], [], []
    for tier in tiers:
        taken = 0.0
        for period in _in_order(tier.band):
            shade = _shade(period, plot.axis)
            if not shade:
                continue
            low, room = max(shade[0], taken), shade[1] - max(shade[0], taken) - 8
            name = _fitting((period.label, period.short), room)
            if name:
                x.append(plot.axis.u_at(low))
                y.append(tier.rows - PERIOD_HEAD / 2 - 0.5)
                texts.append(literal(name))
                taken = low + text_px(name, PERIOD) + 10
    if not x:
        return None
    font = {"size": PERIOD, "color": plot.theme.muted, "style": "italic"}
    marker = {"size": shift_size(4), "opacity": 0}
    return plot.trace(
        "periods",
        mode="markers+text",
        x=x,
        y=y,
        text=texts,
        textposition="middle right",
        textfont=font,
        marker=marker,
    )


def fold_px(stretch: Stretch, width: float, labels: Words) -> float:
    """px of a folded stretch: its name must fit above it."""
    return fold_room(stretch, width, text_px(labels.years(*stretch.years), FOLD_NAME) + 10)


def fold_names(
    axis: Axis, lane_id: str, top: float, height: float, theme: Theme, labels: Words
) -> Iterator[dict]:
    """The folded years above every fold; top: px of the axis' own top in the figure."""
    font = {"size": FOLD_NAME, "color": theme.accent}
    for index, fold in enumerate(axis.folds):
        middle = (axis.px(fold.start) + axis.px(fold.end)) / 2
        years = labels.years(*fold.years)
        how = labels.shortened if fold.events and labels.shortened else labels.folded
        text = f"{literal(years)}<br>{literal(how)}"
        y = 1 - (top + AXIS_TWO_LINES / 2 - 3) / height
        made = note(text, 0, middle, y, font, name=f"fold:{lane_id}:{index}")
        yield made | {"xanchor": "center", "align": "center"}


def _in_order(band: Band) -> list[Period]:
    return sorted((Period(*period) for period in band.lane.periods), key=lambda p: p.earliest)


def _shade(period: Period, axis: Axis) -> tuple[float, float] | None:
    """px of a period's shade in the window."""
    low, high = max(period.earliest, axis.start), min(period.latest + 1, axis.end)
    if low >= high or axis.px(high) - axis.px(low) < LEAST_PERIOD:
        return None
    return axis.px(low), axis.px(high)


def _fitting(names: Sequence[str], room: float) -> str:
    return next((name for name in names if name and text_px(name, PERIOD) <= room), "")


def _periods(tier: Tier, plot: Plot) -> Iterator[dict]:
    reached, tones = float("-inf"), [plot.theme.period, plot.theme.fold]
    for period in _in_order(tier.band):
        shade = _shade(period, plot.axis)
        if not shade:
            continue
        low, high = (plot.axis.u_at(px) for px in shade)
        # Where periods touch, tones take turns, else their edges would be lost.
        tones = tones[::-1] if period.earliest <= reached + 1 else sorted(tones, reverse=True)
        reached = max(reached, period.latest)
        yield _rect(plot, low, high, tier.top, tier.bottom, tones[0])
        if period.earliest >= plot.axis.start:
            line = {"color": plot.theme.rule, "width": 1}
            yield _vertical(plot, low, tier.top, tier.bottom, line)


def _fold(low: float, high: float, bottom: float, plot: Plot) -> Iterator[dict]:
    yield _rect(plot, low, high, 0, bottom, plot.theme.fold)
    for x in (low, high):
        line = {"color": plot.theme.axis, "width": 1, "dash": "1px,3px"}
        yield _vertical(plot, x, 0, bottom, line)


def _dashed(item: Placed, y: float, plot: Plot) -> dict:
    """The mark's own outline: markers cannot be dashed."""
    slot = item.extent.slot
    size = mark_px(slot, item.size)
    place = {
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": plot.axis.u_at(item.footing.mark),
        "yanchor": y,
        "line": {"color": plot.theme.hue(slot), "width": 1.8, "dash": DASH},
        "fillcolor": "rgba(0,0,0,0)",
    }
    path = dashed_path(symbol(slot), size, up=True)
    if path:
        return plot.refs() | place | {"type": "path", "path": path}
    r = size / 2
    return plot.refs() | place | {"type": "circle", "x0": -r, "x1": r, "y0": -r, "y1": r}


def _rect(plot: Plot, x0: float, x1: float, y0: float, y1: float, colour: str) -> dict:
    box = {"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below"}
    return plot.refs() | box | {"fillcolor": colour, "line": {"width": 0}}


def _vertical(plot: Plot, x: float, y0: float, y1: float, line: dict) -> dict:
    shape = {"type": "line", "x0": x, "x1": x, "y0": y0, "y1": y1, "layer": "below"}
    return plot.refs() | shape | {"line": line}
