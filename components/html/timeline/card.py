"""The event card: one event with everything that is known of it, and how surely."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.dates.words import words
from components.catalog.models import Event, Role
from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import href
from components.html.content import Content
from components.html.texts import text
from components.html.timeline import evidence

FOCUS = "#event-title"


def event_card(content: Content, chosen: np.ndarray, selection: Selection, theme: str) -> Markup:
    """The open event of `selection` as a card.

    chosen: positions of the events that the filters leave; previous and next go along them.
    """
    catalog, event = content.catalog, content.catalog.events[selection.event]
    parts = (
        _head(catalog, event, selection),
        _when(event),
        pieces.section(
            text("event.roles"),
            pieces.items(_role(catalog, r, selection, theme) for r in event.roles),
        ),
        pieces.section(text("event.summary"), Markup("<p>{}</p>").format(event.summary)),
        pieces.section(
            text("event.figures"),
            *(evidence.figure(catalog, event, i, selection) for i in event.indicators),
        ),
        pieces.section(
            text("event.sources"),
            pieces.items(evidence.citation(catalog, c) for c in event.sources),
        ),
        evidence.readings(catalog, event),
        pieces.section(text("event.unknown"), _paragraph(event.unknown)),
        *_related(content, event, selection),
        _foot(content, chosen, selection),
    )
    return Markup(
        '<article class="card" id="event-card" aria-labelledby="event-title">{}</article>'
    ).format(Markup("").join(parts))


def _head(catalog: Catalog, event: Event, selection: Selection) -> Markup:
    place = catalog.places.get(event.place)
    terms = {term.id: term.label for term in catalog.vocabulary.countries}
    country = terms.get(event.country or (place.country if place else ""), "")
    kinds = {term.id: term.label for term in catalog.vocabulary.kinds}
    where = " · ".join(
        dict.fromkeys(
            filter(None, (country, place and place.label, kinds.get(event.kind, event.kind)))
        )
    )
    close = Markup(
        '<a id="event-close" href="{}" data-inner="1" data-focus="#e-{}">× {}</a>'
    ).format(href(replace(selection, event="")), event.id, text("event.close"))
    return Markup(
        '<p class="where"><span>{}</span>{}</p><h2 id="event-title" tabindex="-1">{}</h2>'
    ).format(where, close, event.title)


def _when(event: Event) -> Markup:
    old = Markup("")
    if event.old_style is not None:
        old_words = text("event.old_style", date=words(event.old_style))
        old = Markup(' <span class="note">({})</span>').format(old_words)
    date_note = _paragraph(event.date_note, "note")
    date = words(event.date)
    return Markup('<p><span class="when">{}</span>{}</p>{}').format(date, old, date_note)


def _paragraph(body: str | None, cls: str = "") -> Markup:
    return Markup('<p class="{}">{}</p>').format(cls, body) if body else Markup("")


def _role(catalog: Catalog, role: Role, selection: Selection, theme: str) -> Markup:
    tendencies = {tendency.id: tendency for tendency in catalog.vocabulary.tendencies}
    tendency = tendencies[role.tendency]
    broad = tendencies.get(tendency.broader or "", tendency)
    agents = {**catalog.people, **catalog.organisations}
    actors = Markup(", ").join(
        pieces.link(href(selection.with_extra("id", a), "people"), agents[a].label, focus="h1")
        for a in role.actors
        if a in agents
    )
    tail = Markup(": {}").format(actors) if actors else Markup("")
    tail += Markup(' <span class="note">— {}</span>').format(role.note) if role.note else Markup("")
    return Markup('<div class="row">{}<span><b>{}</b> {}{}</span></div>').format(
        pieces.mark(broad.slot or "stone", theme), tendency.label, text(f"role.{role.role}"), tail
    )


def _related(content: Content, event: Event, selection: Selection) -> list[Markup]:
    """The event's own links, and those of other events that point here, by kind of link."""
    backwards = {
        "leads-to": "follows",
        "part-of": "contains",
        "answers": "answered",
        "see-also": "see-also",
    }
    catalog = content.catalog
    links = [(relation.how, relation.event) for relation in event.related]
    for other in catalog.written.values():
        links += [(backwards[r.how], other.id) for r in other.related if r.event == event.id]
    grouped: dict[str, list[str]] = {}
    for how, target in dict.fromkeys(links):
        if target in catalog.events and target not in grouped.get(how, []):
            grouped.setdefault(how, []).append(target)
    return [
        pieces.section(
            text(f"event.{how}"),
            pieces.items(
                Markup('{} <span class="note">{}</span>').format(
                    pieces.link(
                        href(replace(selection, event=target)), _title(content, target), focus=FOCUS
                    ),
                    words(catalog.events[target].date, catalog.events[target].old_style),
                )
                for target in targets
            ),
        )
        for how, targets in grouped.items()
    ]


def _title(content: Content, event_id: str) -> str:
    event = content.catalog.events[event_id]
    return event.label or event.title


def _foot(content: Content, chosen: np.ndarray, selection: Selection) -> Markup:
    """Previous, next, and the two things a reader takes away."""
    is_chosen, beside = _beside(content, chosen, selection.event)
    turn = [
        pieces.link(
            href(replace(selection, event=target)),
            label.format(name),
            focus=FOCUS,
            cls=key,
        )
        if target
        else Markup("<span></span>")
        for key, (target, name), label in zip(
            ("previous", "next"), beside, ("← {}", "{} →"), strict=True
        )
    ]
    outside = _paragraph(text("event.outside") if not is_chosen else None, "note")
    only = href(Selection(event=selection.event))
    citation = text(
        "event.cite",
        title=content.catalog.events[selection.event].title,
        catalog=content.catalog.header.cite.rstrip("."),
        link=pieces.ADDRESS,
    )
    copy = Markup('<div class="copy">{}{}</div>').format(
        pieces.copy_link(only, text("event.copy.link")),
        pieces.copy_link(only, text("event.copy.citation"), citation),
    )
    return Markup('{}<nav class="foot" aria-label="{} / {}">{}{}</nav>{}').format(
        outside, text("event.previous"), text("event.next"), *turn, copy
    )


def _beside(content: Content, chosen: np.ndarray, event: str) -> tuple[bool, list[tuple[str, str]]]:
    """Whether the event is among the chosen, and (id, label) before and after it, "" for none."""
    nobody = ("", "")
    at = content.find(event)
    here = int(np.searchsorted(chosen, at[0])) if len(at) else len(chosen)
    if here >= len(chosen) or chosen[here] != at[0]:
        return False, [nobody, nobody]
    places = [place if 0 <= place < len(chosen) else None for place in (here - 1, here + 1)]
    rows = content.take(chosen[[place for place in places if place is not None]])
    named = iter(rows["label"].items())
    return True, [nobody if place is None else next(named) for place in places]
