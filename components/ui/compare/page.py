"""The page that puts two collections beside each other, each on its own clock."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.catalog.tables.clocks import ordered, stage_table
from components.charts.clocks.figure import NARROW_BELOW
from components.html.compare import rows
from components.html.compare.clocks import key
from components.html.compare.finding import finding, foot
from components.html.compare.matrix import matrix
from components.html.compare.pairs import limits, pairs
from components.html.compare.panel import panel
from components.html.compare.start import start_words
from components.html.compare.view import PAGE, View
from components.html.content import Content
from components.ui import download, html, screen, state
from components.ui.compare import filters, table
from components.ui.compare.chart import chart
from components.ui.compare.controls import display, events_of, starting_point, which
from components.ui.compare.view import view_of
from components.ui.texts import text

PARTS = ("stages", "pairs", "currents", "limits")


def show(data: Content, theme: str) -> None:
    """Draw the page; the comparison and everything about it come from the address."""
    view = view_of(data)
    if view is None:
        html.show(html.title(text("compare.none.title"), text("compare.none")))
        return
    filters.sidebar(data, view.comparison, theme)
    selection = state.selection()
    kept = filters.kept(data, view.comparison, selection)
    with html.row():
        html.show(html.title(view.comparison.title, view.comparison.description))
        events = events_of(view, kept)
        download.events(data, len(events), lambda: data.events.loc[events])
    html.show(_parts(view))
    which(data, view)
    starting_point(data, view)
    every = stage_table(data.catalog, view.comparison, view.start)
    stages = ordered(every.loc[kept], view.order)
    _questions(data, view, stages, theme)
    narrow = screen.width() < NARROW_BELOW
    wanted = filters.currents_kept(data, selection)
    _show(
        pairs(data, view, theme),
        matrix(data, view, list(stages.index), wanted, theme, narrow=narrow),
        limits(view.comparison),
    )


def _show(*pieces: Markup) -> None:
    html.show(Markup('<div class="cmp">{}</div>').format(Markup("").join(pieces)))


def _parts(view: View) -> Markup:
    """Links to the parts of this long page."""
    present = {
        "pairs": view.comparison.pairs,
        "limits": view.comparison.limits,
        "currents": any(stage.stances for stage in view.comparison.stages),
    }
    links = html.items(
        html.link(
            state.href(state.selection(), PAGE), text(f"compare.part.{part}"), focus=f"#{part}"
        )
        for part in PARTS if present.get(part, True)
    )  # fmt: skip
    nav = Markup('<nav class="parts" aria-label="{}">{}</nav>')
    return nav.format(text("compare.parts"), links)


def _questions(data: Content, view: View, stages: pd.DataFrame, theme: str) -> None:
    """The questions as the reader wants them: chart and list, list, or table."""
    asked, phone = state.selection().view, screen.is_phone()
    shown = asked if asked != "auto" else "list" if phone else "timeline"
    display(len(stages), len(view.comparison.stages), view.order, shown)
    html.show(filters.chips(data, state.selection()))
    _show(start_words(data, view), finding(view, stages))
    if stages.empty:
        html.show(filters.empty(data, view.comparison, state.selection()))
        return
    if shown == "timeline":
        html.show(key(view, theme))
        chart(data, view, stages, theme, screen.width())
    elif shown == "table":
        table.stage_table(view, stages)
        _show(*(
            panel(data, view, stage, row, theme)
            for stage, row in stages.iterrows() if stage in view.open_ids
        ))  # fmt: skip
    if shown == "timeline":
        _show(foot(view))
    if shown != "table":
        _show(rows.stage_list(data, view, stages, theme, panels=shown == "list"))
    if shown != "timeline":
        _show(foot(view))
    table.download(view, stages)
