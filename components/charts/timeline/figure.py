"""The timeline: events in lanes over one axis, or every lane over its own.

`timeline_figure(events, lanes, *, width, theme, axis="own", open_id="", labels) -> go.Figure`

x values are u (see `axis`), y values px from the top of a plot. The page that shows the figure
reads `figure.layout.meta`: {"kind", "axis", "epoch", "width", "height", "counts": {"shown",
"labelled", "unlabelled", "density"}, "lanes": [{"id", "label", "axis", "yaxis", "window" (days,
both included), "range" (u), "left", "right", "top", "rows", "bottom", "least" (px in the figure: of
the lane, of its first row, of its end as it is and with one row alone), "row" (px), "folds":
[{"from", "to", "u_from", "u_to"}], "before", "after", "shown", "labelled", "drawn": [[id, words]]
by date}]}.
Points of the traces "marks" and "hits" carry the event id as customdata, which opens it; those of
bars, labels and signs say in `meta` whose they are, a dashed outline in its name "event:<id>".
Annotations with a name ("earlier:<lane>", "later:<lane>", "fold:<lane>:<n>") can be clicked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from components.charts.axis import Axis, make_axis
from components.charts.folds import stretches
from components.charts.ticks import ticks
from components.charts.timeline import heads
from components.charts.timeline.background import fold_px, period_names
from components.charts.timeline.bands import Band, band
from components.charts.timeline.days import Laned, laned
from components.charts.timeline.density import strip
from components.charts.timeline.detail import detail_of, shown
from components.charts.timeline.frame import layout
from components.charts.timeline.lanes import Lane
from components.charts.timeline.marks import traces
from components.charts.timeline.panels import (
    BESIDE_AXIS,
    BETWEEN_LANES,
    BETWEEN_PLOTS,
    FOOT,
    STRIP,
    Panel,
    Setting,
    Tier,
    axis_px,
    head_px,
)
from components.charts.timeline.plot import Plot
from components.charts.tokens import Theme
from components.charts.words import Words


def timeline_figure(
    events: pd.DataFrame | Laned,
    lanes: Sequence[Lane],
    *,
    width: int,
    theme: Theme,
    axis: str = "own",
    open_id: str = "",
    labels: Words,
) -> go.Figure:
    """Figure of events in lanes, `width` px wide; its height follows from what is in it.

    events: rows of an events table and a column `lane` (an event may stand in several lanes), or
        many events as `days.Laned`, of which only what is drawn is taken.
    lanes: windows hold days, both ends included; with axis="shared" one window spans them all.
    axis: "own" or "shared". open_id: the event that is open on the page.
    """
    setting = Setting(width, theme, labels, open_id, axis == "shared")
    made = _panels(laned(events), lanes, setting)
    height = int(made[-1].bottom + 4) if made else 40
    # Built as a plain dictionary: checking every property again would take four times as long.
    spec = {"data": _data(made, setting), "layout": layout(made, height, setting)}
    return go.Figure(spec, _validate=False)


def _panels(events: Laned, lanes: Sequence[Lane], setting: Setting) -> list[Panel]:
    groups = [list(lanes)] if setting.shared and lanes else [[lane] for lane in lanes]
    made, y = [], 0.0
    for number, group in enumerate(groups):
        panel = _panel(group, events, number, y, len(groups), setting)
        made.append(panel)
        y = panel.bottom + BETWEEN_PLOTS
    return made


def _panel(
    lanes: Sequence[Lane], events: Laned, number: int, y: float, plots: int, setting: Setting
) -> Panel:
    """Lanes over one axis, laid out from y px downwards."""
    window = (min(lane.window[0] for lane in lanes), max(lane.window[1] for lane in lanes))
    mine = np.concatenate([events.of(lane.id) for lane in lanes])
    axis = _axis(events.days.mark[mine], window, setting.plot_width, setting.labels)
    inside = [shown(events.days, events.of(lane.id), axis) for lane in lanes]
    count = sum(len(one.rows) for one in inside)
    detail = detail_of(count, plots=plots, phone=setting.phone)
    bands = [
        band(lane, events, one, axis, detail, setting.open_id)
        for lane, one in zip(lanes, inside, strict=True)
    ]
    suffix = str(number + 1) if number else ""
    plot = Plot(f"x{suffix}", f"y{suffix}", axis, setting.theme, setting.row_px)
    made = ticks(axis, setting.labels)
    top = y + heads.HEAD if setting.phone and not setting.shared else y
    plot_top = top + axis_px(axis, made)
    tiers = _tiers(bands, plot, setting)
    return Panel(plot, made, tuple(tiers), top, plot_top, plot_top + tiers[-1].bottom)


def _axis(marks: np.ndarray, window: tuple[int, int], width: float, labels: Words) -> Axis:
    folded = stretches(marks, window, width)
    return make_axis(window, width, folded, [fold_px(each, width, labels) for each in folded])


def _tiers(bands: Sequence[Band], plot: Plot, setting: Setting) -> list[Tier]:
    made, y = [], 0.0
    for each in bands:
        top = y + (heads.HEAD if setting.phone and setting.shared else 0)
        rows = top + head_px(each, plot.axis)
        end = rows + max(each.rows, 1) * plot.row_px + FOOT
        least = rows + plot.row_px + FOOT
        if setting.gutter:
            above = 0 if setting.shared else BESIDE_AXIS
            gutter = heads.gutter_height(each, setting.gutter, setting.labels)
            least = max(least, top + gutter - above + 8)
        end = max(end + (STRIP if each.is_density else 0), least)
        made.append(Tier(each, top, rows, end, end if each.is_density else least))
        y = end + BETWEEN_LANES
    return made


def _data(made: Sequence[Panel], setting: Setting) -> list[dict]:
    data = []
    for panel in made:
        data += strip(panel.tiers, panel.plot, setting.labels)
        data += traces(panel.items, panel.plot, setting.open_id)
        names = period_names(panel.tiers, panel.plot)
        data += [names] if names else []
    return data
