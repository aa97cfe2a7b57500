"""An open row: the essentials of both events side by side, why they are matched, where it limps."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.models import Citation, Event, Role
from components.catalog.models.reviews import Side, Stage
from components.catalog.tables.lineage import slots
from components.charts.clocks.key import side_mark
from components.charts.clocks.words import FAIRNESS_MARKS, edge_date, gap_sentence, months_text
from components.charts.tokens import THEMES
from components.html import addresses, pieces
from components.html.compare.view import PAGE, View, toggled
from components.html.compare.words import STANCE_MARKS, clock_words
from components.html.content import Content
from components.html.texts import text
from components.html.timeline.card import FOCUS
from components.html.timeline.evidence import cited


def panel(data: Content, view: View, stage_id: str, row: pd.Series, theme: str) -> Markup:
    """The panel of one stage; row: its row of the stage table."""
    stage = next(one for one in view.comparison.stages if one.id == stage_id)
    sides = Markup("").join(
        _side(data, view, stage, number, row, theme) for number in range(len(stage.sides))
    )
    close = pieces.link(
        addresses.href(toggled(view, stage.id), PAGE),
        f"× {text('compare.row.close')}",
        focus=f"#s-{stage.id}",
    )
    gap = gap_sentence(row["gap_low"], row["gap_high"], view.names[0], view.words)
    return Markup(
        '<section class="pair" id="open-{}" aria-labelledby="open-{}-title">'
        '<p class="where"><span>{}</span>{}</p><h3 id="open-{}-title" tabindex="-1">{}</h3>'
        '<div class="two">{}</div><div class="two match"><div>{}</div><div>{}</div></div></section>'
    ).format(
        stage.id,
        stage.id,
        f"{match_words(stage.fairness)} · {gap}",
        close,
        stage.id,
        stage.question,
        sides,
        _said("compare.row.why", stage.why),
        _said("compare.row.limps", stage.limps),
    )


def match_words(fairness: str) -> str:
    """How fair a match is, by mark and word."""
    return f"{FAIRNESS_MARKS[fairness]} {clock_words().fairness[fairness]}"


def _said(key: str, body: str) -> Markup:
    return Markup("<h4>{}</h4><p>{}</p>").format(text(key), body)


def event_link(view: View, event_id: str, label: str | Markup) -> Markup:
    """A link to the full card of an event."""
    selection = view.selection.with_(text="", extras=(), event=event_id)
    return pieces.link(addresses.href(selection, "timeline"), label, focus=FOCUS)


def _side(
    data: Content, view: View, stage: Stage, number: int, row: pd.Series, theme: str
) -> Markup:
    """What stands for one side: its main event, the further ones, who wanted what."""
    side, letter = stage.sides[number], "ab"[number]
    name = Markup("{} {}").format(
        pieces.image(side_mark(letter, THEMES[theme])), view.names[number]
    )
    own = {
        key.removeprefix(f"{letter}_"): value
        for key, value in row.items() if str(key).startswith(f"{letter}_")
    }  # fmt: skip
    parts = [Markup('<p class="side">{}{}</p>').format(name, _months(view, own))]
    if side.events:
        parts.append(_event(data.catalog, view, data.catalog.events[side.events[0]], own, theme))
    if side.note:
        parts.append(Markup('<p class="note">{}</p>').format(side.note))
    parts.append(_further(data, view, side))
    parts.append(_stances(data.catalog, stage, side))
    return Markup("<article>{}</article>").format(Markup("").join(parts))


def _months(view: View, own: dict) -> Markup:
    if pd.isna(own["low"]):
        return Markup(' <span class="note">{}</span>').format(text("compare.row.nothing"))
    if view.is_calendar:
        return Markup("")
    months = months_text(
        own["low"], own["high"], view.words, backwards=view.start.backwards, unit=True
    )
    return Markup(' <b class="months">{}</b>').format(months)


def _event(catalog: Catalog, view: View, event: Event, own: dict, theme: str) -> Markup:
    measured = Markup("")
    if own["lasting"] and not pd.isna(own["first"]):
        date = edge_date(own | {"lasting": False}, view.words)
        at = text(f"compare.row.measured.{own['edge']}", date=date)
        measured = Markup('<p class="note">{}</p>').format(at)
    kinds = {term.id: term.label for term in catalog.vocabulary.kinds}
    where = f"{catalog.places[event.place].label} · {kinds[event.kind]}"
    return Markup(
        '<h4 class="event">{}</h4><p><b>{}</b></p>{}<p class="note">{}</p>{}<p>{}</p>{}<p>{}</p>'
    ).format(
        event.title,
        own["date_words"],
        measured,
        where,
        pieces.items((_role(catalog, one, theme) for one in event.roles), "roles"),
        event.summary,
        pieces.items((_citation(catalog, one) for one in event.sources), "cited"),
        event_link(view, event.id, text("compare.row.card", event=event.label or event.title)),
    )


def _role(catalog: Catalog, role: Role, theme: str) -> Markup:
    labels = {tendency.id: tendency.label for tendency in catalog.vocabulary.tendencies}
    agents = {**catalog.people, **catalog.organisations}
    actors = Markup(", ").join(agents[one].label for one in role.actors if one in agents)
    tail = Markup(": {}").format(actors) if actors else Markup("")
    tail += Markup(' <span class="note">— {}</span>').format(role.note) if role.note else Markup("")
    mark = pieces.mark(slots(catalog.vocabulary)[role.tendency], theme)
    return Markup('<div class="row">{}<span><b>{}</b> {}{}</span></div>').format(
        mark, labels[role.tendency], text(f"role.{role.role}"), tail
    )


def _citation(catalog: Catalog, citation: Citation) -> Markup:
    source = cited(catalog.sources[citation.cite], citation.locator)
    return Markup("{} {}").format(source, pieces.tag(citation.standing))


def _further(data: Content, view: View, side: Side) -> Markup:
    """The other events of a side, with their dates."""
    links = pieces.items(
        Markup('{} <span class="note">{}</span>').format(
            event_link(view, one, data.events.at[one, "label"]), data.events.at[one, "date_words"]
        )
        for one in side.events[1:]
    )
    return Markup("<h4>{}</h4>{}").format(text("compare.row.further"), links) if links else links


def _stances(catalog: Catalog, stage: Stage, side: Side) -> Markup:
    """Who of this side was for, against …, in words."""
    lines = pieces.items(_lines(catalog, stage, side.collection))
    return Markup("<h4>{}</h4>{}").format(text("compare.row.stances"), lines) if lines else lines


def _lines(catalog: Catalog, stage: Stage, collection: str) -> Iterator[Markup]:
    labels = {tendency.id: tendency.label for tendency in catalog.vocabulary.tendencies}
    for stance, mark in STANCE_MARKS.items():
        found = [
            Markup('{}<span class="note">{}</span>').format(
                labels[one.tendency], f" ({one.note})" if one.note else ""
            )
            for one in stage.stances
            if one.collection == collection and one.stance == stance
        ]
        if found:
            yield Markup("<b>{} {}</b>: {}").format(
                mark, text(f"compare.stance.{stance}"), Markup("; ").join(found)
            )
