"""The pages of comparisons: the two clocks from every starting point, pairs, currents, limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import ORDERS, side_names, stage_table
from components.charts.clocks.alt import clocks_alt
from components.charts.clocks.figure import clocks_figure
from components.charts.tokens import Theme
from components.html import pieces
from components.html.compare.clocks import drawn_on, key
from components.html.compare.finding import finding, foot
from components.html.compare.matrix import matrix
from components.html.compare.pairs import limits, pairs
from components.html.compare.panel import panel
from components.html.compare.rows import stage_frame
from components.html.compare.start import start_words
from components.html.compare.view import (
    CALENDAR,
    OWN,
    View,
    clocks,
    is_told_in_years,
    start_of,
    usual_start,
)
from components.html.content import Content
from components.html.texts import text
from components.site.drawings import drawing
from components.site.page import Page, address
from components.site.pages.figures import picture
from components.site.pages.own_start import own_data, own_name, own_section, own_view
from components.site.pages.records import shortened

WIDTHS = (340, 700, 1000)  # px
PARTS = ("stages", "pairs", "currents", "limits")


def compare_pages(data: Content) -> Iterator[Page]:
    """A page for every comparison."""
    for comparison in data.catalog.comparisons.values():
        yield Page(
            f"comparisons/{comparison.id}",
            comparison.title,
            shortened(comparison.description),
            _body(data, comparison),
            "compare",
            wide=True,
        )


def views(data: Content, comparison: Comparison) -> list[View]:
    """The comparison from each starting point that needs no choice of the reader, usual first."""
    names = side_names(data.catalog, comparison)
    chosen = Selection(extras=(("id", comparison.id),))
    return [
        View(comparison, names, clock, start_of(data, comparison, clock, chosen), ORDERS[0], (),
             Selection(), is_told_in_years(data, comparison))
        for clock in clocks(data, comparison)
        if clock != OWN
    ]  # fmt: skip


def _body(data: Content, comparison: Comparison) -> Markup:
    every = views(data, comparison)
    first, ids = every[0], [stage.id for stage in comparison.stages]
    own = own_view(comparison, first.names, first.in_years)
    wide, narrow = (
        matrix(data, first, ids, None, "light", narrow=is_narrow) for is_narrow in (False, True)
    )
    narrow = Markup(narrow.replace('id="currents"', 'id="currents-narrow"'))
    return Markup(
        '{}{}<div class="cmp">{}{}{}<div class="foot-note-place">{}</div>{}{}'
        '<div class="only-wide">{}</div><div class="only-narrow">{}</div>{}</div>'
    ).format(
        pieces.title(comparison.title, comparison.description),
        _parts(data, comparison),
        _switch(data, comparison, every),
        key(first, "light"),
        Markup("").join(_clock(data, view) for view in every) + own_section(data, own),
        foot(first),
        _stages(data, first),
        pairs(data, first, "light"),
        wide,
        narrow,
        limits(comparison),
    )


def _parts(data: Content, comparison: Comparison) -> Markup:
    """Links to the parts of this long page, and to other comparisons."""
    present = {
        "pairs": comparison.pairs, "limits": comparison.limits,
        "currents": any(stage.stances for stage in comparison.stages),
    }  # fmt: skip
    path = f"comparisons/{comparison.id}"
    links = [
        Markup('<a href="{}">{}</a>').format(address(path, part), text(f"compare.part.{part}"))
        for part in PARTS
        if present.get(part, True)
    ]
    links += [
        Markup('<a href="{}">{}</a>').format(address(f"comparisons/{other.id}"), other.title)
        for other in data.catalog.comparisons.values()
        if other.id != comparison.id
    ]
    nav = Markup('<nav class="parts" aria-label="{}">{}</nav>')
    return nav.format(text("compare.parts"), pieces.items(links))


def _switch(data: Content, comparison: Comparison, every: list[View]) -> Markup:
    """The choice of where the clocks start; the script shows one and hides the others."""
    labels = {one.id: one.label for one in comparison.alignments}
    labels |= {CALENDAR: text("compare.start.calendar"), OWN: text("compare.start.own")}
    starts = [view.clock for view in every]
    if usual_start(data, comparison):
        starts.insert(len(starts) - 1, OWN)
    choices = Markup("").join(
        Markup(
            '<label><input type="radio" name="clock" value="{}"{}><span>{}</span></label>'
        ).format(clock, Markup(" checked") if number == 0 else "", labels[clock])
        for number, clock in enumerate(starts)
    )
    return Markup('<fieldset class="switch pills needs-js" data-clocks><legend>{}</legend>{}'
                  "</fieldset>").format(text("compare.start"), choices)  # fmt: skip


def _clock(data: Content, view: View) -> Markup:
    """One starting point: what it asks, what it shows, the chart, the same as a table."""
    stages = stage_table(data.catalog, view.comparison, view.start)
    _, frame = drawn_on(data, view, stages, WIDTHS[-1])
    words = Markup(start_words(data, view).replace(' id="stages" tabindex="-1"', ""))
    return Markup(
        '<section class="clock" data-clock="{}" id="clock-{}">{}{}{}<details class="fold" open>'
        "<summary>{}</summary>{}</details></section>"
    ).format(
        view.clock,
        view.clock,
        words,
        finding(view, stages),
        picture(name_of(view), clocks_alt(stages, frame)),
        text("compare.view.table.heading"),
        _table(view, stages),
    )


def name_of(view: View) -> str:
    """The name of the data of a view's chart."""
    return f"clocks-{view.comparison.id}-{view.clock}"


def _table(view: View, stages: pd.DataFrame) -> Markup:
    """The questions with their months, gaps and matches; each leads to what stands behind it."""
    shown = stage_frame(view, stages)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in shown.columns)
    path = f"comparisons/{view.comparison.id}"
    rows = Markup("").join(
        Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
            address(path, f"open-{stage}"),
            row[0],
            Markup("").join(
                Markup('<td data-name="{}">{}</td>').format(name, _cell(cell))
                for name, cell in zip(shown.columns[1:], row[1:], strict=True)
            ),
        )
        for stage, row in zip(stages.index, shown.itertuples(index=False), strict=True)
    )
    note = text("compare.table.note", name=view.names[0])
    return Markup(
        '<div class="figures wide-table"><table><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(note, head, rows)


def _cell(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    return "–" if pd.isna(cell) else f"{cell:+.1f}".replace("-", "−")


def _stages(data: Content, view: View) -> Markup:
    """What stands behind every question: both sides, why they are matched, where that limps."""
    stages = stage_table(data.catalog, view.comparison, view.start)
    behind = Markup("").join(
        panel(data, view, stage, row, "light") for stage, row in stages.iterrows()
    )
    return Markup('<section id="stages" tabindex="-1"><h2>{}</h2>{}</section>').format(
        text("site.stages"), behind
    )


def own_starts(data: Content) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the script counts from two events of the reader's choice, by the name of its data."""
    for comparison in data.catalog.comparisons.values():
        first = views(data, comparison)[0]
        own = own_view(comparison, first.names, first.in_years)
        yield own_name(comparison), own_data(data, own)


def compare_data(data: Content) -> Iterator[tuple[str, dict[str, Any]]]:
    """The chart of every view, by the name of its data."""
    for comparison in data.catalog.comparisons.values():
        for view in views(data, comparison):
            stages = stage_table(data.catalog, comparison, view.start)

            def clock(
                theme: Theme, width: int, view: View = view, stages: pd.DataFrame = stages
            ) -> go.Figure:
                further, frame = drawn_on(data, view, stages, width)
                return clocks_figure(stages, further, frame, theme=theme)

            yield name_of(view), drawing(clock, WIDTHS)
