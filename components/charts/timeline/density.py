"""The strip under a lane that has too many events to mark each."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.civil import civil_of
from components.charts.literal import literal
from components.charts.timeline.panels import FOOT, STRIP, Tier
from components.charts.timeline.plot import Plot
from components.charts.tokens import rgba
from components.charts.words import Words


def strip(tiers: Sequence[Tier], plot: Plot, labels: Words) -> list[dict]:
    """A trace of bars for every lane drawn as density; heights within a plot share one scale."""
    dense = [tier for tier in tiers if tier.band.is_density]
    counted = [(tier, *tier.band.bins) for tier in dense]
    most = max((counts.max() for *_, counts in counted), default=0) or 1
    return [_bars(tier, edges, counts, most, plot, labels) for tier, edges, counts in counted]


def _bars(tier: Tier, edges, counts, most: float, plot: Plot, labels: Words) -> dict:
    bottom = tier.bottom - FOOT
    return plot.trace(
        "density",
        type="bar",
        base=bottom,
        x=[plot.axis.u_at(px) for px in (edges[:-1] + edges[1:]) / 2],
        y=[-float(count) / most * (STRIP - 4) for count in counts],
        width=float(edges[1] - edges[0]) / plot.axis.scale,
        marker={"color": rgba(plot.theme.text, 0.34), "line": {"width": 0}},
        hovertext=[
            literal(labels.bin_events.format(when=_when(px, plot, labels), n=_number(count)))
            for px, count in zip(edges[:-1], counts, strict=True)
        ],
        hoverinfo="text",
        meta={"lane": tier.band.lane.id},  # for the keyboard, which goes from bar to bar
    )


def _number(count: float) -> str:
    """A count in whole events; below ten its first decimal says that some are shared out."""
    return f"{count:.1f}".removesuffix(".0") if count < 10 else f"{count:,.0f}"


def _when(px: float, plot: Plot, labels: Words) -> str:
    year, month, _ = civil_of(int(plot.axis.day(plot.axis.u_at(px))))
    if plot.axis.scale * 365 < 24:  # a bin is longer than a season
        return labels.year(year)
    return f"{labels.months[month - 1]} {labels.year(year)}"
