"""The timeline: events in lanes over one axis, or every lane over its own.

`timeline_figure(events, lanes, *, width, theme, axis="own", open_id="", labels) -> go.Figure`

x values are u (see `axis`), y values px from the top of a plot. The page that shows the figure
reads `figure.layout.meta`: {"kind", "axis", "epoch", "width", "height", "counts": {"shown",
"labelled", "unlabelled", "density"}, "lanes": [{"id", "axis", "yaxis", "window" (days, both
included), "range" (u), "left", "right", "top", "bottom" (px of the lane in the figure), "folds":
[{"from", "to", "u_from", "u_to"}], "before", "after", "shown", "labelled"}]}.
Points of the traces "marks" and "hits" carry the event id as customdata; annotations with a name
("earlier:<lane>", "later:<lane>", "fold:<lane>:<n>") can be clicked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.charts import heads, panels
from components.charts.axis import Axis, make_axis
from components.charts.bands import Band, band
from components.charts.density import strip
from components.charts.detail import detail_of
from components.charts.extents import Extent, extents
from components.charts.folds import stretches
from components.charts.geometry import is_shown
from components.charts.lanes import Lane
from components.charts.marks import Plot, traces
from components.charts.panels import Tier
from components.charts.ticks import Ticks, ticks
from components.charts.tokens import (
    GUTTER,
    LABEL,
    PHONE_BELOW,
    RIGHT,
    ROW,
    ROW_PHONE,
    SANS,
    Theme,
)
from components.charts.words import Words

BETWEEN = {"own": 20, "shared": 8}  # px between two lanes


@dataclass(frozen=True)
class _Panel:
    """A plot in the figure; top: px of its axis, plot_top and bottom: px of its area."""

    plot: Plot
    ticks: Ticks
    tiers: tuple[Tier, ...]
    top: float
    plot_top: float
    bottom: float


@dataclass(frozen=True)
class _Setting:
    width: int
    theme: Theme
    labels: Words
    open_id: str
    shared: bool

    @property
    def phone(self) -> bool:
        return self.width < PHONE_BELOW

    @property
    def gutter(self) -> int:
        return 0 if self.phone else GUTTER

    @property
    def plot_width(self) -> int:
        return self.width - self.gutter - self.right

    @property
    def right(self) -> int:
        return 0 if self.phone else RIGHT

    @property
    def row_px(self) -> int:
        return ROW_PHONE if self.phone else ROW


def timeline_figure(
    events: pd.DataFrame,
    lanes: Sequence[Lane],
    *,
    width: int,
    theme: Theme,
    axis: str = "own",
    open_id: str = "",
    labels: Words,
) -> go.Figure:
    """Figure of events in lanes, `width` px wide; its height follows from what is in it.

    events: rows of an events table and a column `lane` (an event may stand in several lanes).
    lanes: windows hold days, both ends included; with axis="shared" one window spans them all.
    axis: "own" or "shared". open_id: the event that is open on the page.
    """
    setting = _Setting(width, theme, labels, open_id, axis == "shared")
    by_lane = defaultdict(list)
    for extent in extents(events):
        by_lane[extent.lane].append(extent)
    groups = [list(lanes)] if setting.shared and lanes else [[lane] for lane in lanes]
    made, y = [], 0.0
    for number, group in enumerate(groups):
        panel = _panel(group, by_lane, number, y, len(groups), setting)
        made.append(panel)
        y = panel.bottom + BETWEEN["own"]
    height = int(made[-1].bottom + 4) if made else 40
    # Built as a plain dictionary: checking every property again would take four times as long.
    spec = {"data": _data(made, setting), "layout": _layout(made, height, setting)}
    return go.Figure(spec, _validate=False)


def _panel(
    lanes: Sequence[Lane], by_lane: dict, number: int, y: float, plots: int, setting: _Setting
) -> _Panel:
    """Lanes over one axis, laid out from y px downwards."""
    window = (min(lane.window[0] for lane in lanes), max(lane.window[1] for lane in lanes))
    mine = [extent for lane in lanes for extent in by_lane[lane.id]]
    axis = _axis(mine, window, setting.plot_width, setting.labels)
    count = sum(is_shown(extent, axis) for extent in mine)
    detail = detail_of(count, plots=plots, phone=setting.phone)
    bands = [band(lane, by_lane[lane.id], axis, detail, setting.open_id) for lane in lanes]
    suffix = str(number + 1) if number else ""
    plot = Plot(f"x{suffix}", f"y{suffix}", axis, setting.theme, setting.row_px)
    made = ticks(axis, setting.labels)
    top = y + heads.HEAD if setting.phone and not setting.shared else y
    plot_top = top + panels.axis_px(axis, made)
    tiers = _tiers(bands, plot, setting)
    return _Panel(plot, made, tuple(tiers), top, plot_top, plot_top + tiers[-1].bottom)


def _axis(shown: Sequence[Extent], window: tuple[int, int], width: float, labels: Words) -> Axis:
    days = [extent.mark for extent in shown if extent.mark is not None]
    folded = stretches(days, window, width)
    return make_axis(
        window, width, folded, [panels.fold_px(each, width, labels) for each in folded]
    )


def _tiers(bands: Sequence[Band], plot: Plot, setting: _Setting) -> list[Tier]:
    made, y = [], 0.0
    for each in bands:
        top = y + (heads.HEAD if setting.phone and setting.shared else 0)
        rows = top + panels.head_px(each, plot.axis)
        end = rows + max(each.rows, 1) * plot.row_px + panels.FOOT
        end += panels.STRIP if each.is_density else 0
        if setting.gutter:
            above = 0 if setting.shared else 18  # beside the axis
            gutter = heads.gutter_height(each, setting.gutter, setting.labels)
            end = max(end, top + gutter - above + 8)
        made.append(Tier(each, top, rows, end))
        y = end + BETWEEN["shared"]
    return made


def _data(made: Sequence[_Panel], setting: _Setting) -> list[dict]:
    data = []
    for panel in made:
        data += strip(panel.tiers, panel.plot, setting.labels)
        data += traces(_items(panel), panel.plot, setting.open_id)
        names = panels.period_names(panel.tiers, panel.plot)
        data += [names] if names else []
    return data


def _items(panel: _Panel) -> list:
    return [(item, tier.rows) for tier in panel.tiers for item in tier.band.placed]


def _layout(made: Sequence[_Panel], height: int, setting: _Setting) -> dict:
    theme = setting.theme
    layout = {
        "width": setting.width,
        "height": height,
        "margin": {"l": setting.gutter, "r": setting.right, "t": 0, "b": 0, "autoexpand": False},
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False if setting.phone else "pan",  # a finger scrolls the page
        "barmode": "overlay",
        "font": {"family": SANS, "size": LABEL, "color": theme.text},
        "hoverlabel": {
            "bgcolor": theme.panel,
            "bordercolor": theme.rule,
            "font": {"family": SANS, "size": LABEL, "color": theme.text},
            "align": "left",
        },
        "shapes": [],
        "annotations": [],
        "meta": _meta(made, height, setting),
    }
    for panel in made:
        plot, end = panel.plot, panel.bottom - panel.plot_top
        layout["xaxis" + plot.x[1:]] = panels.x_axis(plot, panel.ticks)
        layout["yaxis" + plot.y[1:]] = {
            "range": [end, 0],
            "domain": [max(1 - panel.bottom / height, 0), 1 - panel.plot_top / height],
            "anchor": plot.x,
            "visible": False,
            "fixedrange": True,
        }
        layout["shapes"] += panels.shapes(panel.tiers, _items(panel), plot, setting.open_id)
        layout["annotations"] += _notes(panel, height, setting)
    layout["shapes"] += _rules(made, height, setting)
    return layout


def _notes(panel: _Panel, height: int, setting: _Setting) -> list[dict]:
    made = list(
        panels.fold_names(
            panel.plot.axis,
            panel.tiers[0].band.lane.id,
            panel.top,
            height,
            setting.theme,
            setting.labels,
        )
    )
    for tier in panel.tiers:
        y = panel.plot_top + tier.top
        rest = (setting.theme, setting.labels)
        if setting.phone:
            y = y - heads.HEAD if setting.shared else panel.top - heads.HEAD
            made += heads.line_head(tier.band, y, height, setting.plot_width, *rest)
        else:
            y -= 0 if setting.shared else 18
            made += heads.gutter_head(tier.band, y, height, setting.gutter, *rest)
    return made


def _rules(made: Sequence[_Panel], height: int, setting: _Setting) -> list[dict]:
    """Hairlines between lanes that share an axis."""
    rules = []
    for panel in made:
        for tier in panel.tiers[1:]:
            lift = heads.HEAD if setting.phone else 0
            y = 1 - (panel.plot_top + tier.top - lift - BETWEEN["shared"] / 2) / height
            left = -setting.gutter / setting.plot_width
            shape = {"type": "line", "xref": "paper", "yref": "paper", "x0": left, "x1": 1}
            line = {"color": setting.theme.rule, "width": 1}
            rules.append(shape | {"y0": y, "y1": y, "layer": "below", "line": line})
    return rules


def _meta(made: Sequence[_Panel], height: int, setting: _Setting) -> dict:
    bands = [tier.band for panel in made for tier in panel.tiers]
    shown, labelled = sum(len(b.shown) for b in bands), sum(b.labelled for b in bands)
    return {
        "kind": "timeline",
        "axis": "shared" if setting.shared else "own",
        "epoch": "1970-01-01",
        "width": setting.width,
        "height": height,
        "counts": {
            "shown": shown,
            "labelled": labelled,
            "unlabelled": shown - labelled,
            "density": any(b.is_density for b in bands),
        },
        "lanes": [_lane_meta(panel, tier, setting) for panel in made for tier in panel.tiers],
    }


def _lane_meta(panel: _Panel, tier: Tier, setting: _Setting) -> dict:
    axis, each = panel.plot.axis, tier.band
    return {
        "id": each.lane.id,
        "axis": panel.plot.x,
        "yaxis": panel.plot.y,
        "window": [axis.start, axis.end - 1],
        "range": list(axis.range),
        "left": setting.gutter,
        "right": setting.gutter + setting.plot_width,
        "top": panel.plot_top + tier.top,
        "bottom": panel.plot_top + tier.bottom,
        "folds": [
            {"from": f.start, "to": f.end, "u_from": f.u_start, "u_to": f.u_end} for f in axis.folds
        ],
        "before": each.before,
        "after": each.after,
        "shown": len(each.shown),
        "labelled": each.labelled,
    }
