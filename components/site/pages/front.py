"""The front page: filters, the timeline in lanes, the overview, the same events as a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from components.catalog.formats.linked_data import schema_org
from components.catalog.models import Term
from components.catalog.search.folding import indexed
from components.catalog.selection import LANES, Selection, facet_counts
from components.charts.timeline.days import Laned
from components.charts.timeline.figure import timeline_figure
from components.charts.timeline.overview import overview_figure
from components.charts.tokens import Theme
from components.charts.words import overview_alt, timeline_alt
from components.html import pieces
from components.html.content import Content
from components.html.texts import chart_words, text
from components.html.timeline.lanes import axis_of, lanes_of
from components.html.timeline.listing import event_list
from components.site.addresses import FRONT_PAGE
from components.site.drawings import drawing
from components.site.page import Page

WIDTHS = (340, 620, 860, 1100)  # px; between two the narrower one is stretched
OTHER_WIDTHS = (340, 860)  # of lanes that are not the first thing a reader sees
BUTTONS = {"earlier": "←", "later": "→", "in": "+", "out": "−", "all": "⤢"}
# Filter groups by the key that stands in the address; the first ones are open at first.
GROUPS = {
    "country": "countries", "tendency": "tendencies", "theme": "themes", "kind": "kinds",
    "standing": "standings",
}  # fmt: skip
_FOLDED = ("kind", "standing")


def front(data: Content) -> Page:
    """The page of the timeline."""
    header, total = data.catalog.header, len(data.events)
    usual = Selection()
    body = Markup(
        '{}<div class="front"><aside class="filters needs-js" aria-label="{}">{}</aside>'
        '<div class="shown">{}{}<div class="empty" role="status" hidden></div>{}'
        '<h2 class="hidden">{}</h2>{}</div></div>'
    ).format(
        pieces.title(header.question or header.title, header.title if header.question else ""),
        text("filter.heading"),
        _filters(data),
        _head(data, total),
        _stage(data),
        pieces.date_key("light"),
        text("list.heading"),
        event_list(data, data.events, usual, "light"),
    )
    title = header.question or header.title
    linked = json.loads(schema_org(data.catalog, data.events.iloc[:0]))
    return Page(FRONT_PAGE, title, header.description, body, FRONT_PAGE, True, linked)


def _head(data: Content, total: int) -> Markup:
    """How many events there are, the switch of lanes, and the place of what is chosen."""
    switch = Markup("").join(
        Markup(
            '<label><input type="radio" name="lanes" value="{}"{}><span>{}</span></label>'
        ).format(lanes, Markup(" checked") if lanes == LANES[0] else "", text(f"lanes.{lanes}"))
        for lanes in LANES
    )
    return Markup(
        '<div class="row"><p class="count" role="status"><b>{}</b> {}</p>'
        '<fieldset class="switch needs-js"><legend>{}</legend>{}</fieldset></div>'
        '<ul class="chips" data-chips hidden></ul>'
    ).format(f"{total:,}", text("count.of", total=f"{total:,}"), text("lanes.label"), switch)


def _stage(data: Content) -> Markup:
    """Where the script draws the timeline and the overview."""
    lanes, events = lanes_of(data, Selection())
    buttons = Markup("").join(
        Markup('<button type="button" data-do="{}" aria-label="{}" title="{}">{}</button>').format(
            do, text(f"zoom.{do}"), text(f"zoom.{do}"), sign
        )
        for do, sign in BUTTONS.items()
    )
    return Markup(
        '<div class="timeline needs-js" data-timeline><div class="bar" role="toolbar" '
        'aria-label="{}">{}<span class="message" role="status"></span></div>'
        '<div class="stage"><div class="chart" tabindex="0" role="group" aria-label="{}"></div>'
        '<div class="ring" hidden></div></div><div class="overview" role="img" aria-label="{}">'
        '</div><p class="help">{}</p><div class="live" aria-live="polite"></div></div>'
    ).format(
        text("site.zoom"),
        buttons,
        timeline_alt(events, lanes, chart_words()),
        overview_alt(data.days, len(data.events), chart_words()),
        text("site.hint"),
    )


# Filters ------------------------------------------------------------------------------------------


def _filters(data: Content) -> Markup:
    parts = [
        Markup(
            '<label class="search"><span>{}</span><input type="search" name="q" maxlength="200" '
            'autocomplete="off" placeholder="{}"></label>'
        ).format(text("filter.search"), text("filter.search.hint"))
    ]
    parts += [_group(data, key) for key in GROUPS]
    return Markup(
        '<form data-filters><details class="all" open><summary>{}</summary>{}</details></form>'
    ).format(text("filter.heading"), Markup("").join(parts))


def _group(data: Content, key: str) -> Markup:
    """A filter group as checkboxes; finer tendencies and rarely used groups are folded."""
    counts = facet_counts(data.index, Selection())[GROUPS[key]]
    terms = [term for term in _terms(data, key) if counts.get(term[0])]
    broad = [term for term in terms if not term[2]]
    finer = [term for term in terms if term[2]]
    name = text(f"filter.{key}")
    made = _fieldset(name, key, broad, counts, is_folded=key in _FOLDED)
    return made + _fieldset(text("filter.finer"), key, finer, counts, is_folded=True)


def _terms(data: Content, key: str) -> list[tuple[str, str, bool, str]]:
    """(id, label, whether it is a finer one, colour slot) of a group's values in order."""
    if key == "standing":
        return [(one, text(f"standing.{one}"), False, "") for one in data.known.standings]
    terms: Iterable[Term] = getattr(data.catalog.vocabulary, GROUPS[key])
    return [
        (one.id, one.label, bool(getattr(one, "broader", None)),
         (getattr(one, "slot", None) or "stone") if key == "tendency" else "")
        for one in terms
    ]  # fmt: skip


def _fieldset(
    name: str, key: str, terms: list[tuple[str, str, bool, str]], counts: dict, *, is_folded: bool
) -> Markup:
    if not terms:
        return Markup("")
    rows = Markup("").join(
        Markup(
            '<label class="choice"><input type="checkbox" name="{}" value="{}">{}<span>{}</span> '
            '<span class="n">{}</span></label>'
        ).format(
            key, id, pieces.mark(slot, "light") if slot and not is_finer else "", label, counts[id]
        )
        for id, label, is_finer, slot in terms
    )
    if is_folded:
        return Markup(
            '<details><summary>{0}</summary><fieldset><legend class="hidden">{0}</legend>{1}'
            "</fieldset></details>"
        ).format(name, rows)
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(name, rows)


# What the script needs ----------------------------------------------------------------------------


def events_data(data: Content) -> dict[str, Any]:
    """What the filters look at, by event: ids of each group, folded words, the middle day."""
    vocabulary = data.catalog.vocabulary
    names = {key: {id: label for id, label, *_ in _terms(data, key)} for key in GROUPS}
    return {
        "events": {row.Index: _event(row) for row in data.events.itertuples()},
        "names": names,
        "broad": [term.id for term in vocabulary.tendencies if not term.broader],
    }


def _event(row: Any) -> dict[str, Any]:
    days = [int(day) for day in (row.earliest, row.latest) if not pd.isna(day)]
    # Of the rows of a file there is no column of words.
    words = getattr(row, "search", "") or indexed(row.title, row.date_words, row.place_label)
    return {
        "country": [row.country], "tendency": list(row.tendencies), "theme": list(row.themes),
        "kind": [row.kind], "standing": [row.standing], "q": words,
        "title": row.title, "label": row.label,
        "date": row.date_words, "day": sum(days) // len(days) if days else None,
    }  # fmt: skip


def timeline_data(data: Content) -> Iterator[tuple[str, dict[str, Any]]]:
    """The timeline for each way of laying it out, and the overview, by the name of its data."""
    labels = chart_words()
    for lanes_by in LANES:
        selection = Selection(lanes=lanes_by)
        lanes, events = lanes_of(data, selection)
        axis, windows = axis_of(data, selection), [lane.window for lane in lanes]

        def timeline(
            theme: Theme, width: int, lanes: list = lanes, events: Laned = events, axis: str = axis
        ) -> go.Figure:
            return timeline_figure(
                events, lanes, width=width, theme=theme, axis=axis, labels=labels
            )

        def overview(theme: Theme, width: int, windows: list = windows) -> go.Figure:
            days = data.days.middles()
            return overview_figure(days, days, windows, width=width, theme=theme, labels=labels)

        widths = WIDTHS if lanes_by == LANES[0] else OTHER_WIDTHS
        yield (
            f"timeline-{lanes_by}",
            {
                "chart": drawing(timeline, widths),
                "overview": drawing(overview, widths),
                "alt": timeline_alt(events, lanes, labels),
                "counts": {lane.id: labels.count(lane.total) for lane in lanes},
            },
        )
