"""The parts of a timeline's figure before they are drawn, and the heights of what is in them."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.literal import literal
from components.charts.ticks import Ticks
from components.charts.timeline.bands import Band
from components.charts.timeline.lanes import Period
from components.charts.timeline.plot import Plot
from components.charts.tokens import GUTTER, PHONE_BELOW, RIGHT, ROW, ROW_PHONE, TICK, Theme
from components.charts.words import Words

PERIOD_HEAD, BARE_HEAD, FOOT = 20, 5, 6  # px above the rows with and without period names, below
STRIP = 40  # px of a density strip
AXIS_LINE, AXIS_TWO_LINES = 22, 38  # px of the axis with its text
BETWEEN_PLOTS, BETWEEN_LANES = 20, 8  # px
BESIDE_AXIS = 18  # px that a lane's name stands above its plot
LEAST_PERIOD = 2  # px: a narrower shade is left out
_AXIS = {
    "type": "linear",
    "side": "top",
    "ticklabelposition": "outside right",
    "tickangle": 0,
    "showgrid": True,
    "gridwidth": 1,
    "zeroline": False,
    "showline": True,
    "linewidth": 1,
    "automargin": False,
}


@dataclass(frozen=True)
class Setting:
    """What holds for the whole figure."""

    width: int
    theme: Theme
    labels: Words
    open_id: str
    shared: bool

    @property
    def phone(self) -> bool:
        """Whether there is no room for a gutter."""
        return self.width < PHONE_BELOW

    @property
    def gutter(self) -> int:
        """px for the lanes' names."""
        return 0 if self.phone else GUTTER

    @property
    def plot_width(self) -> int:
        """px of every plot."""
        return self.width - self.gutter - self.right

    @property
    def right(self) -> int:
        """px right of the plots."""
        return 0 if self.phone else RIGHT

    @property
    def row_px(self) -> int:
        """px from row to row."""
        return ROW_PHONE if self.phone else ROW


@dataclass(frozen=True)
class Tier:
    """A lane in its plot: px of its top, of its rows and of its end, from the top of the plot.

    least: px of its end if it had one row alone
    """

    band: Band
    top: float
    rows: float
    bottom: float
    least: float


@dataclass(frozen=True)
class Panel:
    """A plot in the figure; top: px of its axis, plot_top and bottom: px of its area."""

    plot: Plot
    ticks: Ticks
    tiers: tuple[Tier, ...]
    top: float
    plot_top: float
    bottom: float

    @property
    def items(self) -> list:
        """Every drawn event with the top of its lane's rows."""
        return [(item, tier.rows) for tier in self.tiers for item in tier.band.placed]


def head_px(band: Band, axis: Axis) -> int:
    """px between the top of a lane and its first row."""
    shown = any(shade(Period(*period), axis) for period in band.lane.periods)
    return PERIOD_HEAD if shown else BARE_HEAD


def axis_px(axis: Axis, ticks: Ticks) -> int:
    """px that the axis takes above the plot."""
    return AXIS_TWO_LINES if axis.folds or ticks.lines == 2 else AXIS_LINE


def x_axis(plot: Plot, ticks: Ticks) -> dict:
    """The layout of the x axis."""
    theme, axis = plot.theme, plot.axis
    texts = [
        "<br>".join(literal(part) for part in ((upper, text) if upper else (text,)))
        for _, text, upper in ticks.major
    ]
    mark = {"tickmode": "array", "ticks": "outside", "tickcolor": theme.axis}
    return (
        _AXIS
        | mark
        | {
            "range": list(axis.range),
            "anchor": plot.y,
            "tickvals": [axis.u(day) for day, *_ in ticks.major],
            "ticktext": texts,
            "ticklen": 6,
            "tickfont": {"size": TICK, "color": theme.muted},
            "minor": mark | {"tickvals": [axis.u(day) for day in ticks.minor], "ticklen": 3},
            "gridcolor": theme.grid,
            "linecolor": theme.axis,
        }
    )


def shade(period: Period, axis: Axis) -> tuple[float, float] | None:
    """px of a period's shade in the window."""
    low, high = max(period.earliest, axis.start), min(period.latest + 1, axis.end)
    if low >= high or axis.px(high) - axis.px(low) < LEAST_PERIOD:
        return None
    return axis.px(low), axis.px(high)
