"""The layout around the plots: axes, lane heads, folds' names, and what the page is told."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.timeline import heads
from components.charts.timeline.background import fold_names, shapes
from components.charts.timeline.bands import Band
from components.charts.timeline.labels import HOVER_PX
from components.charts.timeline.panels import (
    BESIDE_AXIS,
    BETWEEN_LANES,
    Panel,
    Setting,
    Tier,
    x_axis,
)
from components.charts.tokens import LABEL, SANS


def layout(made: Sequence[Panel], height: int, setting: Setting) -> dict:
    """The layout of a figure of panels, `height` px high."""
    shapes_, notes, axes = [], [], {}
    for panel in made:
        plot = panel.plot
        axes["xaxis" + plot.x[1:]] = x_axis(plot, panel.ticks)
        axes["yaxis" + plot.y[1:]] = _y_axis(panel, height)
        shapes_ += shapes(panel, setting)
        notes += _notes(panel, height, setting)
    parts = {"shapes": shapes_ + _rules(made, height, setting), "annotations": notes}
    return _style(setting) | {"height": height, "meta": _meta(made, height, setting)} | axes | parts


def _style(setting: Setting) -> dict:
    theme = setting.theme
    font = {"family": SANS, "size": LABEL, "color": theme.text}
    label = {"bgcolor": theme.panel, "bordercolor": theme.rule, "font": font, "align": "left"}
    return {
        "width": setting.width,
        "margin": {"l": setting.gutter, "r": setting.right, "t": 0, "b": 0, "autoexpand": False},
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": HOVER_PX,
        "dragmode": False if setting.phone else "pan",  # a finger scrolls the page
        "barmode": "overlay",
        "font": font,
        "hoverlabel": label,
    }


def _y_axis(panel: Panel, height: int) -> dict:
    return {
        "range": [panel.bottom - panel.plot_top, 0],
        "domain": [max(1 - panel.bottom / height, 0), 1 - panel.plot_top / height],
        "anchor": panel.plot.x,
        "visible": False,
        "fixedrange": True,
    }


def _notes(panel: Panel, height: int, setting: Setting) -> list[dict]:
    made = list(fold_names(panel, height, setting))
    for tier in panel.tiers:
        y = panel.plot_top + tier.top
        rest = (setting.theme, setting.labels)
        if setting.phone:
            y = y - heads.HEAD if setting.shared else panel.top - heads.HEAD
            made += heads.line_head(tier.band, y, height, setting.plot_width, *rest)
        else:
            y -= 0 if setting.shared else BESIDE_AXIS
            made += heads.gutter_head(tier.band, y, height, setting.gutter, *rest)
    return made


def _rules(made: Sequence[Panel], height: int, setting: Setting) -> list[dict]:
    """Hairlines between lanes that share an axis."""
    rules = []
    for panel in made:
        for tier in panel.tiers[1:]:
            lift = heads.HEAD if setting.phone else 0
            y = 1 - (panel.plot_top + tier.top - lift - BETWEEN_LANES / 2) / height
            left = -setting.gutter / setting.plot_width
            shape = {"type": "line", "xref": "paper", "yref": "paper", "x0": left, "x1": 1}
            line = {"color": setting.theme.rule, "width": 1}
            rules.append(shape | {"y0": y, "y1": y, "layer": "below", "line": line})
    return rules


def _meta(made: Sequence[Panel], height: int, setting: Setting) -> dict:
    bands = [tier.band for panel in made for tier in panel.tiers]
    shown, labelled = sum(b.shown for b in bands), sum(b.labelled for b in bands)
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


def _lane_meta(panel: Panel, tier: Tier, setting: Setting) -> dict:
    axis, each = panel.plot.axis, tier.band
    return {
        "id": each.lane.id,
        "label": each.lane.label,
        "axis": panel.plot.x,
        "yaxis": panel.plot.y,
        "window": [axis.start, axis.end - 1],
        "range": list(axis.range),
        "left": setting.gutter,
        "right": setting.gutter + setting.plot_width,
        "top": panel.plot_top + tier.top,
        "rows": panel.plot_top + tier.rows,
        "bottom": panel.plot_top + tier.bottom,
        "least": panel.plot_top + tier.least,
        "row": panel.plot.row_px,
        "folds": [
            {"from": f.start, "to": f.end, "u_from": f.u_start, "u_to": f.u_end} for f in axis.folds
        ],
        "before": each.before,
        "after": each.after,
        "shown": each.shown,
        "labelled": each.labelled,
        "drawn": _drawn(each),
    }


def _drawn(band: Band) -> list[list[str]]:
    """The drawn events by date, each with its words: what the keyboard goes along."""
    by_date = sorted((item.extent for item in band.placed), key=lambda e: (e.first, e.end))
    return [[one.id, f"{one.title}, {one.date_words}"] for one in by_date]
