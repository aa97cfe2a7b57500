"""The estimates of a figure as a table in words, on screen and as a file."""

from __future__ import annotations

import csv
import io

import pandas as pd
from markupsafe import Markup

from components.catalog.citations.chicago import plain, short_note
from components.catalog.formats.events_csv import formula_safe
from components.catalog.models import Indicator
from components.charts.figures.numbers import amount, number
from components.charts.figures.voices import Voice, voices
from components.html.content import Content
from components.html.figures import shared
from components.html.texts import text

COLUMNS = (
    "value", "parts", "category", "series", "tendency", "period", "by", "scope", "method",
    "standing", "note", "preferred", "citation",
)  # fmt: skip
NUMBERS = ("value", "low", "high", "bound", "count", "total", "date")


def readable(data: Content, id: str) -> pd.DataFrame:
    """The estimates of a figure in words, in the order of the file; all columns str.

    Columns are named by `figure.table.…` after `COLUMNS`; one that is empty throughout is left
    out. Bounds and ranges are words: “over 400”, “60–70 %”.
    """
    raw = shared.estimates(data, id)
    unit = data.catalog.indicators[id].unit
    tendencies = {term.id: term.label for term in data.catalog.vocabulary.tendencies}
    rows = [
        _row(voice, unit, tendencies.get(estimate["tendency"], ""), estimate["citation"])
        for voice, (_, estimate) in zip(voices(raw), raw.iterrows(), strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    used = [name for name in COLUMNS if (table[name] != "").any()]
    return table[used].rename(columns={name: text(f"figure.table.{name}") for name in used})


def _row(voice: Voice, unit: str, tendency: str, citation: str) -> dict[str, str]:
    labels = shared.words()
    parts = ""
    if voice.count is not None and voice.total is not None:
        count, total = number(voice.count, labels), number(voice.total, labels)
        parts = labels.of_total.format(count=count, total=total)
    return {
        "value": amount(voice, unit, labels), "parts": parts, "category": voice.category,
        "series": voice.series, "tendency": tendency if tendency != voice.category else "",
        "period": voice.period, "by": voice.by, "scope": voice.scope, "method": voice.method,
        "standing": labels.standing(voice.standing), "note": voice.note,
        "preferred": voice.preferred, "citation": citation,
    }  # fmt: skip


def table(data: Content, id: str) -> Markup:
    """The table as HTML; on a phone every row becomes a block of named lines."""
    shown, one = readable(data, id), data.catalog.indicators[id]
    names = list(shown.columns)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in names)
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                _cell(name, cell, name == names[0]) for name, cell in zip(names, row, strict=True)
            )
        )
        for row in shown.itertuples(index=False)
    )
    return Markup(
        '<div class="figures"><table><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(measure(one), head, rows)


def _cell(name: str, cell: str, is_first: bool) -> Markup:
    if is_first:
        return Markup('<th scope="row" data-name="{}">{}</th>').format(name, cell)
    return Markup('<td data-name="{}"{}>{}</td>').format(
        name, Markup("") if cell else Markup(' class="none"'), cell
    )


def measure(one: Indicator) -> str:
    """What is counted and in what; the unit is left out where the title says it."""
    if one.unit == "percent":
        return text("figure.measure", title=one.title, unit=text("figure.percent"))
    if one.unit.casefold() in one.title.casefold():
        return one.title
    return text("figure.measure", title=one.title, unit=one.unit)


def figure_csv(data: Content, id: str) -> str:
    """The estimates of a figure as CSV with CRLF (RFC 4180), one row an estimate.

    First the columns of `readable`, cell for cell as on screen. Then the same numbers for
    programs: value, low, high (in `unit`), bound (about, over, under), count, total (behind a
    share), date (EDTF). Then, the same in every row: id, finding, measure, unit, definition,
    scope, not said, cite, licence. Cells that a spreadsheet would take for a formula begin with
    an apostrophe.
    """
    shown, one = readable(data, id), data.catalog.indicators[id]
    raw = shared.estimates(data, id)
    header = data.catalog.header
    same = {
        "id": one.id, "finding": one.finding, "measure": one.title, "unit": one.unit,
        "definition": one.definition, "scope": one.scope, "not said": one.note,
        "cite": citation(data, id), "licence": header.licence,
    }  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*shown.columns, *NUMBERS, *same))
    for words, numbers in zip(shown.itertuples(index=False), raw.to_dict("records"), strict=True):
        cells = (*map(formula_safe, words), *(_plain(numbers[name]) for name in NUMBERS))
        writer.writerow((*cells, *map(formula_safe, same.values())))
    return out.getvalue()


def _plain(cell: object) -> str:
    """A number as programs read it, or a text."""
    if isinstance(cell, str):
        return cell
    return "" if pd.isna(cell) else f"{cell:.15g}"


def citation(data: Content, id: str, link: str = "") -> str:
    """How to cite a figure; with `link` the address stands at the end."""
    one, cite = data.catalog.indicators[id], data.catalog.header.cite.rstrip(".")
    by = ", ".join(dict.fromkeys(estimate.by for estimate in one.estimates))
    key = "figure.cite" if link else "figure.cite.file"
    return text(key, finding=one.finding, by=by, catalog=cite, link=link)


def source_line(data: Content, id: str) -> str:
    """What the picture that is taken away says below the chart.

    The sources as short notes, what was counted, what that does not say, catalogue and licence.
    """
    one, header = data.catalog.indicators[id], data.catalog.header
    cited = dict.fromkeys(
        (source.cite, source.locator) for estimate in one.estimates for source in estimate.sources
    )
    notes = (plain(short_note(data.catalog.sources[cite], where)) for cite, where in cited)
    return text(
        "figure.saved",
        sources="; ".join(note.removesuffix(".") for note in notes),
        measure=measure(one),
        scope=one.scope.rstrip("."),
        note=one.note,
        catalog=header.title,
        version=header.version,
        licence=header.licence,
    )
