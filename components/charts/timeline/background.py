"""What lies behind and on top of the marks: periods, folds, the open event, dashed outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.charts.folds import Stretch, fold_room
from components.charts.literal import literal
from components.charts.measure import text_px
from components.charts.symbols import DASH, dashed_path, doubtful_px
from components.charts.timeline.bands import Band, Placed
from components.charts.timeline.heads import note
from components.charts.timeline.lanes import Period
from components.charts.timeline.panels import (
    AXIS_TWO_LINES,
    PERIOD_HEAD,
    Panel,
    Setting,
    Tier,
    shade,
)
from components.charts.timeline.plot import Plot, shift_size
from components.charts.tokens import PERIOD, mark_px, rgba, symbol
from components.charts.words import Words

FOLD_NAME = 11  # px


def shapes(panel: Panel, setting: Setting) -> Iterator[dict]:
    """Shades of periods, folds, the band of the open event, and dashed outlines."""
    plot = panel.plot
    for tier in panel.tiers:
        yield from _periods(tier, plot)
    for fold in plot.axis.folds:
        yield from _fold(fold.u_start, fold.u_end, panel.bottom - panel.plot_top, plot)
    for item, top in panel.items:
        y = plot.y_of(top, item.mark_row)
        if item.extent.id == setting.open_id:
            low, high = plot.axis.range
            half = plot.row_px / 2 - 1
            yield _rect(plot, low, high, y - half, y + half, rgba(plot.theme.accent, 0.10))
        if item.extent.style == "doubtful":
            yield _dashed(item, y, plot)


def period_names(tiers: Sequence[Tier], plot: Plot) -> dict | None:
    """Names of the periods, long or short as they fit, as one trace."""
    named = [
        (*name, tier.rows - PERIOD_HEAD / 2 - 0.5) for tier in tiers for name in _names(tier, plot)
    ]
    if not named:
        return None
    return plot.trace(
        "periods",
        mode="markers+text",
        x=[x for x, _, _ in named],
        y=[y for *_, y in named],
        text=[literal(name) for _, name, _ in named],
        textposition="middle right",
        textfont={"size": PERIOD, "color": plot.theme.muted, "style": "italic"},
        marker={"size": shift_size(4), "opacity": 0},
    )


def _names(tier: Tier, plot: Plot) -> Iterator[tuple[float, str]]:
    """(u, name) of every period whose name fits behind the one before."""
    taken = 0.0
    for period in _in_order(tier.band):
        shaded = shade(period, plot.axis)
        if not shaded:
            continue
        low = max(shaded[0], taken)
        name = _fitting((period.label, period.short), shaded[1] - low - 8)
        if name:
            yield plot.axis.u_at(low), name
            taken = low + text_px(name, PERIOD) + 10


def fold_px(stretch: Stretch, width: float, labels: Words) -> float:
    """px of a folded stretch: its name must fit above it."""
    return fold_room(stretch, width, text_px(labels.years(*stretch.years), FOLD_NAME) + 10)


def fold_names(panel: Panel, height: float, setting: Setting) -> Iterator[dict]:
    """The folded years above every fold, as annotations in a figure `height` px high."""
    axis, labels, lane = panel.plot.axis, setting.labels, panel.tiers[0].band.lane.id
    font = {"size": FOLD_NAME, "color": setting.theme.accent}
    y = 1 - (panel.top + AXIS_TWO_LINES / 2 - 3) / height
    for index, fold in enumerate(axis.folds):
        how = labels.shortened if fold.events and labels.shortened else labels.folded
        text = f"{literal(labels.years(*fold.years))}<br>{literal(how)}"
        middle = (axis.px(fold.start) + axis.px(fold.end)) / 2
        made = note(text, 0, middle, y, font, name=f"fold:{lane}:{index}")
        yield made | {"xanchor": "center", "align": "center"}


def _in_order(band: Band) -> list[Period]:
    return sorted((Period(*period) for period in band.lane.periods), key=lambda p: p.earliest)


def _fitting(names: Sequence[str], room: float) -> str:
    return next((name for name in names if name and text_px(name, PERIOD) <= room), "")


def _periods(tier: Tier, plot: Plot) -> Iterator[dict]:
    reached, shaded_last = float("-inf"), False
    for period in _in_order(tier.band):
        shaded = shade(period, plot.axis)
        if not shaded:
            continue
        low, high = (plot.axis.u_at(px) for px in shaded)
        # Where periods touch, every second one is left bare, else their edges would be lost.
        shaded_last = not (shaded_last and period.earliest <= reached + 1)
        reached = max(reached, period.latest)
        yield _rect(
            plot,
            low,
            high,
            tier.top,
            tier.bottom,
            plot.theme.period if shaded_last else plot.theme.page,
        )
        if period.earliest >= plot.axis.start:
            line = {"color": plot.theme.rule, "width": 1}
            yield _vertical(plot, low, tier.top, tier.bottom, line)


def _fold(low: float, high: float, bottom: float, plot: Plot) -> Iterator[dict]:
    yield _rect(plot, low, high, 0, bottom, plot.theme.fold)
    for x in (low, high):
        line = {"color": plot.theme.axis, "width": 1, "dash": "1px,3px"}
        yield _vertical(plot, x, 0, bottom, line) | {"layer": "between"}


def _dashed(item: Placed, y: float, plot: Plot) -> dict:
    """The mark's own outline: markers cannot be dashed."""
    slot = item.extent.slot
    size = mark_px(slot, item.size)
    place = {
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": plot.axis.u_at(item.footing.mark),
        "yanchor": y,
        "line": {"color": plot.theme.hue(slot), "width": doubtful_px(slot), "dash": DASH},
        "fillcolor": "rgba(0,0,0,0)",
        "name": f"event:{item.extent.id}",
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
