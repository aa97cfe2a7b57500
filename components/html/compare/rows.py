"""The questions as an ordered list and as a table that can be sorted and taken away."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

from components.catalog.formats.events_csv import formula_safe
from components.charts.clocks.key import side_mark
from components.charts.clocks.words import gap_sentence, months_text
from components.charts.tokens import THEMES
from components.html import addresses, pieces
from components.html.compare.panel import match_words, panel
from components.html.compare.view import PAGE, View, toggled
from components.html.content import Content
from components.html.texts import text

CSV_COLUMNS = (
    "id", "question", "match", "counted from a", "counted from b", "backwards",
    "side a", "event a", "date a", "months a least", "months a most",
    "side b", "event b", "date b", "months b least", "months b most",
    "a later by least", "a later by most", "why matched", "where it limps",
)  # fmt: skip


def stage_list(
    data: Content, view: View, stages: pd.DataFrame, theme: str, *, panels: bool
) -> Markup:
    """`stages` (a stage table) as an ordered list; panels: with those of the open rows in it."""
    entries = Markup("").join(
        Markup('<li id="s-{}">{}{}</li>').format(
            stage,
            _entry(view, stage, row, theme),
            panel(data, view, stage, row, theme) if panels and stage in view.open_ids else "",
        )
        for stage, row in stages.iterrows()
    )
    section = Markup('<section aria-label="{0}"><h2>{0}</h2><ol class="stages">{1}</ol></section>')
    return section.format(text("compare.list"), entries)


def _entry(view: View, stage: str, row: pd.Series, theme: str) -> Markup:
    is_open = stage in view.open_ids
    word = "close" if is_open else "open"
    focus = f"#s-{stage}" if is_open else f"#open-{stage}-title"
    link = Markup(
        '<a href="{}" data-inner="1" data-focus="{}" aria-expanded="{}" aria-label="{}">{}</a>'
    ).format(
        addresses.href(toggled(view, stage), PAGE),
        focus,
        "true" if is_open else "false",
        text(f"compare.row.{word}.named", question=row["question"]),
        text(f"compare.row.{word}"),
    )
    gap = gap_sentence(row["gap_low"], row["gap_high"], view.names[0], view.words)
    return Markup(
        '<div class="stage"><span class="q"><b>{}</b> <span class="m">{}</span></span>{}{}'
        '<span class="g">{}</span><span class="o">{}</span></div>'
    ).format(
        row["question"],
        match_words(row["fairness"]),
        _side(view, row, 0, theme),
        _side(view, row, 1, theme),
        gap,
        link,
    )


def _side(view: View, row: pd.Series, number: int, theme: str) -> Markup:
    letter = "ab"[number]
    mark = pieces.image(side_mark(letter, THEMES[theme]), view.names[number])
    if pd.isna(row[f"{letter}_low"]):
        return Markup('<span class="s">{} <span class="m">{}</span></span>').format(
            mark, view.words.unmeasured
        )
    months = (
        Markup("")
        if view.is_calendar
        else Markup("<b>{}</b> ").format(
            months_text(
                row[f"{letter}_low"],
                row[f"{letter}_high"],
                view.words,
                backwards=view.start.backwards,
            )
        )
    )
    return Markup('<span class="s">{} <span>{}{}, <span class="m">{}</span></span></span>').format(
        mark, months, row[f"{letter}_label"], row[f"{letter}_date_words"]
    )


def stage_frame(view: View, stages: pd.DataFrame) -> pd.DataFrame:
    """The table on the page; months and gaps are numbers with one decimal, so that they sort."""
    columns = {text("compare.table.question"): stages["question"]}
    for letter, name in zip("ab", view.names, strict=True):
        for end in ("low", "high"):
            if not view.is_calendar:
                months = _counted(view, stages, letter, end)
                columns[text(f"compare.table.{end}", name=name)] = months
    for end in ("low", "high"):
        columns[text(f"compare.table.gap_{end}")] = stages[f"gap_{end}"].round(1)
    columns[text("compare.table.match")] = stages["fairness"].map(match_words)
    for letter, name in zip("ab", view.names, strict=True):
        columns[text("compare.table.event", name=name)] = stages[f"{letter}_title"]
        columns[text("compare.table.date", name=name)] = stages[f"{letter}_date_words"]
    return pd.DataFrame(columns)


def _counted(view: View, stages: pd.DataFrame, letter: str, end: str) -> pd.Series:
    """Months as the reader counts them: before the start where it is counted backwards."""
    if not view.start.backwards:
        return stages[f"{letter}_{end}"].round(1)
    other = {"low": "high", "high": "low"}[end]
    return -stages[f"{letter}_{other}"].round(1) + 0.0


def stage_csv(view: View, stages: pd.DataFrame) -> str:
    """The questions as CSV with CRLF (RFC 4180), columns as in `CSV_COLUMNS`.

    Months with one decimal, before the start where `backwards` is "yes"; empty where unmeasured
    or on the calendar. Texts that a spreadsheet would take for a formula begin with an apostrophe.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for stage, row in zip(stages.index, stages.to_dict("records"), strict=True):
        writer.writerow(_cells(view, stage, row))
    return file.getvalue()


def _cells(view: View, stage: str, row: Mapping) -> list[str]:
    starts = [f"{one.event} ({one.edge})" for one in view.start.moments or ()] or ["", ""]
    cells = [stage, row["question"], row["fairness"], *starts]
    cells.append("yes" if view.start.backwards else "no")
    for letter, name in zip("ab", view.names, strict=True):
        ends = [row[f"{letter}_low"], row[f"{letter}_high"]]
        if view.start.backwards:
            ends = [-ends[1], -ends[0]]
        cells += [name, row[f"{letter}_event"], row[f"{letter}_date_words"]]
        cells += ["", ""] if view.is_calendar else map(_number, ends)
    cells += [_number(row["gap_low"]), _number(row["gap_high"]), row["why"], row["limps"]]
    return [one if _is_number(one) else formula_safe(one) for one in cells]


def _number(months: float) -> str:
    """One decimal, never "-0.0"; empty where nothing was measured."""
    return "" if pd.isna(months) else f"{round(months, 1) + 0.0:.1f}"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
