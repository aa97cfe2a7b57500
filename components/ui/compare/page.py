"""The page that puts two collections beside each other, each on its own clock."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.catalog.tables.clocks import ordered, stage_table
from components.charts.clocks.figure import NARROW_BELOW
from components.charts.clocks.words import months_text
from components.ui import html, screen, state
from components.ui.compare import filters, rows
from components.ui.compare.chart import chart, key
from components.ui.compare.controls import display, start_words, starting_point, which
from components.ui.compare.matrix import matrix
from components.ui.compare.pairs import limits, limits_brief, pairs
from components.ui.compare.panel import panel
from components.ui.compare.view import PAGE, View, view_of
from components.ui.compare.words import clock_words
from components.ui.content import Content
from components.ui.texts import text

PARTS = ("stages", "pairs", "currents", "limits")


def show(data: Content, theme: str) -> None:
    """Draw the page; the comparison and everything about it come from the address."""
    view = view_of(data)
    if view is None:
        html.show(html.title(text("compare.none.title"), text("compare.none")))
        return
    filters.sidebar(data, view.comparison, theme)
    html.show(html.title(view.comparison.title, view.comparison.description), _parts(view))
    which(data, view)
    starting_point(data, view)
    selection = state.selection()
    kept = filters.kept(data, view.comparison, selection)
    table = stage_table(data.catalog, view.comparison, view.start)
    stages = ordered(table.loc[kept], view.order)
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
        rows.stage_table(view, stages)
        _show(*(
            panel(data, view, stage, row, theme)
            for stage, row in stages.iterrows() if stage in view.open_ids
        ))  # fmt: skip
    if shown == "timeline":
        _show(_foot(view))
    if shown != "table":
        _show(rows.stage_list(data, view, stages, theme, panels=shown == "list"))
    if shown != "timeline":
        _show(_foot(view))
    rows.download(view, stages)


def _foot(view: View) -> Markup:
    return Markup('<div class="foot-note"><p>{}</p>{}</div>').format(
        text("compare.method"), limits_brief(view.comparison)
    )


def finding(view: View, stages: pd.DataFrame) -> Markup:
    """What the chart shows, in a sentence or two with numbers; links are not counted."""
    counted = stages[(stages["fairness"] != "link") & stages["gap_low"].notna()]
    if counted.empty or view.is_calendar:
        return Markup("")
    said = [_who_is_later(view, counted), _widest(view, counted)]
    if (stages["fairness"] == "link").any():
        said.append(text("compare.finding.link"))
    return Markup('<p class="finding">{}</p>').format(" ".join(filter(None, said)))


def _who_is_later(view: View, counted: pd.DataFrame) -> str:
    """The side that is surely later more often, how often, and by how much at least and at most."""
    surely = {
        view.names[0]: (counted["gap_low"], counted["gap_high"]),
        view.names[1]: (-counted["gap_high"], -counted["gap_low"]),
    }
    name, (least, most) = max(surely.items(), key=lambda one: int((one[1][0] > 0).sum()))
    is_later = least > 0
    if not is_later.any():
        return ""
    low, high = f"{least[is_later].min():.1f}", f"{most[is_later].max():.1f}"
    key = "compare.finding.nearer" if view.start.backwards else "compare.finding.later"
    return text(
        key,
        name=name,
        n=int(is_later.sum()),
        total=len(counted),
        months=low if low == high else clock_words().to.format(low=low, high=high),
    )


def _widest(view: View, counted: pd.DataFrame) -> str:
    row = counted.loc[(counted["gap_low"] + counted["gap_high"]).abs().idxmax()]
    one, other = (
        months_text(row[f"{side}_low"], row[f"{side}_high"], clock_words(),
                    backwards=view.start.backwards, unit=True)
        for side in "ab"
    )  # fmt: skip
    return text(
        "compare.finding.widest",
        question=row["question"],
        one=one,
        first=view.names[0],
        other=other,
        second=view.names[1],
    )
