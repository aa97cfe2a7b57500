"""How each current stood on each question: a matrix whose cells open their evidence."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from components.catalog.models import Vocabulary
from components.catalog.models.reviews import Stage, Stance
from components.catalog.tables.lineage import lineage, slots
from components.charts.clocks.key import side_mark
from components.charts.tokens import THEMES
from components.html import pieces
from components.html.compare.panel import event_link
from components.html.compare.view import View
from components.html.compare.words import NO_STANCE, STANCE_MARKS
from components.html.content import Content
from components.html.texts import text


@dataclass(frozen=True)
class Current:
    """A tendency on one side, with what it belongs to; `side` is "a" or "b"."""

    id: str
    label: str
    side: str
    broad: str
    slot: str


def currents(vocabulary: Vocabulary, view: View, wanted: frozenset[str] | None) -> list[Current]:
    """All currents with a stance, by broad tendency in display order, the first side first.

    wanted: the tendencies that are asked for, or None for all.
    """
    lines, hues = lineage(vocabulary), slots(vocabulary)
    order = [tendency.id for tendency in vocabulary.tendencies]
    labels = {tendency.id: tendency.label for tendency in vocabulary.tendencies}
    sides = dict(zip(view.comparison.collections, "ab", strict=True))
    found = {
        (stance.tendency, sides[stance.collection])
        for stage in view.comparison.stages
        for stance in stage.stances
        if wanted is None or stance.tendency in wanted
    }
    made = [Current(one, labels[one], side, lines[one][-1], hues[one]) for one, side in found]
    return sorted(made, key=lambda c: (order.index(c.broad), c.side, order.index(c.id)))


def matrix(
    data: Content,
    view: View,
    stages: list[str],
    wanted: frozenset[str] | None,
    theme: str,
    *,
    narrow: bool,
) -> Markup:
    """The section; stages: ids of the questions that are shown, in order."""
    rows = currents(data.catalog.vocabulary, view, wanted)
    by_id = {stage.id: stage for stage in view.comparison.stages}
    columns = [by_id[one] for one in stages if by_id[one].stances]
    if not rows or not columns:
        return Markup("")
    draw = _by_question if narrow else _table
    return Markup(
        '<section id="currents" tabindex="-1"><h2>{}</h2><p class="sub">{}</p>{}{}</section>'
    ).format(
        text("compare.part.currents"),
        text("compare.currents.sub"),
        side_key(view, theme),
        draw(data, view, rows, columns, theme),
    )


def side_key(view: View, theme: str) -> Markup:
    """The marks of the two sides with their names."""
    return pieces.items(
        (
            Markup("{} <b>{}</b>").format(pieces.image(side_mark(side, THEMES[theme])), name)
            for side, name in zip("ab", view.names, strict=True)
        ),
        "key",
    )


def _stances(view: View, stage: Stage) -> dict[tuple[str, str], Stance]:
    sides = dict(zip(view.comparison.collections, "ab", strict=True))
    return {(one.tendency, sides[one.collection]): one for one in stage.stances}


def _table(
    data: Content, view: View, rows: list[Current], columns: list[Stage], theme: str
) -> Markup:
    """Currents as rows, questions as columns."""
    head = Markup("").join(
        Markup('<th scope="col">{}</th>').format(stage.question) for stage in columns
    )
    bodies = Markup("").join(
        _body(data, view, broad, [one for one in rows if one.broad == broad], columns, theme)
        for broad in dict.fromkeys(one.broad for one in rows)
    )
    return Markup(
        '<table class="matrix"><caption>{}</caption><thead><tr><th scope="col">{}</th>{}</tr>'
        "</thead>{}</table>"
    ).format(
        text("compare.currents.caption", sign=NO_STANCE),
        text("compare.currents.current"),
        head,
        bodies,
    )


def _body(
    data: Content, view: View, broad: str, rows: list[Current], columns: list[Stage], theme: str
) -> Markup:
    labels = {tendency.id: tendency.label for tendency in data.catalog.vocabulary.tendencies}
    mark = pieces.mark(rows[0].slot, theme)
    head = Markup('<tr><th scope="rowgroup" colspan="{}">{} {}</th></tr>').format(
        len(columns) + 1, mark, labels[broad]
    )
    found = [_stances(view, stage) for stage in columns]
    lines = Markup("").join(
        Markup('<tr class="{}"><th scope="row">{}</th>{}</tr>').format(
            row.side,
            _name(view, row, theme),
            Markup("").join(
                _cell(
                    data,
                    view,
                    row,
                    stage,
                    stances.get((row.id, row.side)),
                    number > len(columns) // 2,
                )
                for number, (stage, stances) in enumerate(zip(columns, found, strict=True))
            ),
        )
        for row in rows
    )
    return Markup("<tbody>{}{}</tbody>").format(head, lines)


def _name(view: View, row: Current, theme: str) -> Markup:
    name = view.names["ab".index(row.side)]
    mark = pieces.image(side_mark(row.side, THEMES[theme]), name, height=11)
    return Markup('<span class="c">{} <span>{}</span></span>').format(mark, row.label)


def _cell(
    data: Content,
    view: View,
    row: Current,
    stage: Stage,
    stance: Stance | None,
    on_right: bool,
) -> Markup:
    """One cell: the stance by mark and word; opening it shows the note and the evidence."""
    if stance is None:
        return Markup(
            '<td class="none"><span aria-hidden="true">{}</span><span class="hidden">{}</span></td>'
        ).format(NO_STANCE, text("compare.currents.none"))
    return Markup('<td class="{}">{}</td>').format(
        stance.stance, _evidence(data, view, row, stage, stance, "right" if on_right else "left")
    )


def _evidence(
    data: Content, view: View, row: Current, stage: Stage, stance: Stance, side: str
) -> Markup:
    word = text(f"compare.stance.{stance.stance}")
    note = Markup("<p>{}</p>").format(stance.note) if stance.note else Markup("")
    links = pieces.items(
        Markup('{} <span class="note">{}</span>').format(
            event_link(view, one, data.events.at[one, "label"]), data.events.at[one, "date_words"]
        )
        for one in stance.events
    )
    return Markup(
        '<details><summary><span aria-hidden="true" class="x">{0}</span> <span>{1}</span>'
        '</summary><div class="evidence {2}"><p class="note">{3}</p><p><b>{4}: {1}</b></p>'
        "{5}{6}</div></details>"
    ).format(STANCE_MARKS[stance.stance], word, side, stage.question, row.label, note, links)


def _by_question(
    data: Content, view: View, rows: list[Current], columns: list[Stage], theme: str
) -> Markup:
    """For a narrow page: a question to unfold, in it a current a row, and who has no record."""
    return Markup("").join(_one_question(data, view, rows, stage, theme) for stage in columns)


def _one_question(
    data: Content, view: View, rows: list[Current], stage: Stage, theme: str
) -> Markup:
    stances = _stances(view, stage)
    found = [row for row in rows if (row.id, row.side) in stances]
    lines = Markup("").join(
        Markup('<tr><th scope="row"><span class="c">{} {}</span></th>{}</tr>').format(
            pieces.mark(row.slot, theme),
            _name(view, row, theme),
            _cell(data, view, row, stage, stances[row.id, row.side], True),
        )
        for row in found
    )
    heads = (text(f"compare.currents.{name}") for name in ("current", "stance"))
    return Markup(
        '<details class="question"><summary><b>{0}</b> <span>{1}</span></summary>'
        '<table class="matrix narrow"><caption class="hidden">{0}</caption><thead class="hidden">'
        '<tr><th scope="col">{2}</th><th scope="col">{3}</th></tr></thead><tbody>{4}</tbody>'
        "</table>{5}</details>"
    ).format(
        stage.question,
        _sum([stances[row.id, row.side] for row in found]),
        *heads,
        lines,
        _silent(view, [row for row in rows if row not in found]),
    )


def _sum(stances: list[Stance]) -> str:
    """How many are for, against …: "✓ 4 for · ✕ 2 against"."""
    numbers = {one: sum(stance.stance == one for stance in stances) for one in STANCE_MARKS}
    return " · ".join(
        f"{mark} {numbers[one]} {text(f'compare.stance.{one}')}"
        for one, mark in STANCE_MARKS.items()
        if numbers[one]
    )


def _silent(view: View, rows: list[Current]) -> Markup:
    names = ", ".join(f"{row.label} ({view.names['ab'.index(row.side)]})" for row in rows)
    said = text("compare.currents.silent", currents=names) if names else ""
    return Markup('<p class="note">{}</p>').format(said) if said else Markup("")
