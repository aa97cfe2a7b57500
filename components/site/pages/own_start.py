"""Two events of the reader's choice as the start of the clocks: the words, and what is counted.

The script has no chart from Python for each of the thousands of pairs; it counts the months of
every question itself, from the same days, and draws them as marks in a table.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from components.catalog.models import Comparison
from components.catalog.selection import Selection
from components.catalog.tables.clocks import MONTH, Moment, Start, stage_table
from components.charts.clocks.words import short_date
from components.html.compare.start import moment_words
from components.html.compare.view import OWN, View, choices, usual_start
from components.html.content import Content
from components.html.texts import chart_words, text
from components.site.page import address


def own_name(comparison: Comparison) -> str:
    """The name of the data of a comparison's own start."""
    return f"own-{comparison.id}"


def own_section(data: Content, view: View) -> Markup:
    """The choice of two events and the place of the table; nothing where no event has a day."""
    if not usual_start(data, view.comparison):
        return Markup("")
    selects = Markup("").join(
        Markup('<label><span>{}</span><select name="{}"></select></label>').format(
            text("compare.start.event", name=name), side
        )
        for side, name in zip("ab", view.names, strict=True)
    )
    heads = (*view.names, text("compare.own.gap", name=view.names[0]))
    columns = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in heads)
    return Markup(
        '<section class="clock" data-clock="{}" id="clock-{}" data-own="{}" hidden>'
        '<div class="start"><h2>{}</h2><p class="reason">{}</p><form class="own">{}</form>'
        '<p class="zero" role="status"></p></div><div class="figures wide-table">'
        '<table class="own"><thead><tr><th scope="col">{}</th><th class="marks" scope="col">'
        '<span class="hidden">{}</span><div class="scale"></div></th>{}</tr></thead><tbody></tbody>'
        "</table></div></section>"
    ).format(
        OWN, OWN, own_name(view.comparison), text("compare.own.question"),
        text("compare.own.reason"), selects, text("compare.table.question"),
        text("compare.view.timeline"), columns,
    )  # fmt: skip


def own_data(data: Content, view: View) -> dict[str, Any]:
    """The moments of both sides, the first event of every question, and the words of the months."""
    usual = usual_start(data, view.comparison) or ()
    stages = stage_table(data.catalog, view.comparison, Start())
    labels = view.words
    return {
        "usual": [_key(one) for one in usual],
        "moments": [
            [[_key(one), one.first, one.last, moment_words(data, one)]
             for one in choices(data, view.comparison, side).values()]
            for side in (0, 1)
        ],
        "stages": [
            {
                "question": row["question"],
                "link": address(f"comparisons/{view.comparison.id}", f"open-{stage}"),
                "sides": [_side(row, side) for side in "ab"],
            }
            for stage, row in zip(stages.index, stages.to_dict("records"), strict=True)
        ],
        "month": MONTH,
        "per": labels.per,
        "words": {
            "zero": text(
                f"compare.zero{'.years' if view.in_years else ''}", one="{one}", other="{other}"
            ),
            "sides": [
                text("compare.zero.side", name=name, moment="{moment}") for name in view.names
            ],
            "imprecise": text("compare.own.imprecise"),
            "before": labels.before,
            "to": labels.to,
            "unmeasured": labels.unmeasured,
            "tick": labels.tick,
        },
    }  # fmt: skip


def own_view(comparison: Comparison, names: tuple[str, str], in_years: bool) -> View:
    """The view of a comparison from the reader's own start."""
    return View(comparison, names, OWN, Start(), "", (), Selection(), in_years)


def _key(one: Moment) -> str:
    return f"{one.edge}:{one.event}"


def _side(row: dict[str, Any], side: str) -> list[Any] | None:
    """Key, first and last day, label and date of what is measured; None where nothing is."""
    first, last = row[f"{side}_first"], row[f"{side}_last"]
    if pd.isna(first):
        return None
    date = short_date(int(first), int(last), chart_words())
    key = f"{row[f'{side}_edge']}:{row[f'{side}_event']}"
    return [key, int(first), int(last), row[f"{side}_label"], date]
