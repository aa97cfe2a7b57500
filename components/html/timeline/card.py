"""The event card: one event with everything that is known of it, and how surely."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.citations.chicago import note, short_note
from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.models import (
    Citation,
    Estimate,
    Event,
    Indicator,
    Reading,
    Role,
    Source,
)
from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import href
from components.html.content import Content
from components.html.texts import text

FOCUS = "#event-title"
NUMBERS_AT_MOST = 3


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
            *(_figure(catalog, event, i, selection) for i in event.indicators),
        ),
        pieces.section(
            text("event.sources"), pieces.items(_citation(catalog, c) for c in event.sources)
        ),
        _readings(catalog, event),
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


def value_words(unit: str, estimate: Estimate) -> str:
    """An estimate's value as a reader says it: “over 400”, “70 to 80 %”."""
    if estimate.value is None:
        body = text("figure.value.range", low=f"{estimate.low:,g}", high=f"{estimate.high:,g}")
    else:
        body = f"{estimate.value:,.10g}"
    if estimate.bound:
        body = text(f"figure.value.{estimate.bound}", value=body)
    return f"{body} %" if unit == "percent" else body


def _figure(catalog: Catalog, event: Event, indicator_id: str, selection: Selection) -> Markup:
    """The finding of an indicator, and its numbers for the time of the event if they are few."""
    indicator = catalog.indicators[indicator_id]
    page = href(selection.with_extra("id", indicator_id), "figures")
    finding = pieces.link(page, indicator.finding, focus="#record-title")
    numbers = [e for e in indicator.estimates if _meet(e.date, event.date)]
    shown = numbers if len(numbers) <= NUMBERS_AT_MOST else []
    lines = (_number(catalog, indicator, estimate) for estimate in shown)
    return Markup("<p>{}</p>{}").format(finding, pieces.items(lines))


def _meet(one: Span, other: Span) -> bool:
    """Whether two dates may have a day in common."""
    early, late = max, min
    starts = [day for day in (one.earliest, other.earliest) if day is not None]
    ends = [day for day in (one.latest, other.latest) if day is not None]
    return not starts or not ends or early(starts) <= late(ends)


def _number(catalog: Catalog, indicator: Indicator, estimate: Estimate) -> Markup:
    tendencies = {tendency.id: tendency.label for tendency in catalog.vocabulary.tendencies}
    unit = "" if indicator.unit == "percent" else indicator.unit
    what = (unit, estimate.series, estimate.category, tendencies.get(estimate.tendency or ""))
    who = (words(estimate.date), estimate.by, estimate.scope)
    return Markup('<span class="big">{}</span> {} <span class="note">{}</span>').format(
        value_words(indicator.unit, estimate),
        ", ".join(filter(None, what)),
        " · ".join(filter(None, who)),
    )


def cited(source: Source, locator: str | None = None) -> Markup:
    """A Chicago note as HTML; the address of the source becomes a link of its own."""
    shown = pieces.runs(note(source.model_copy(update={"URL": None}), locator), source.language)
    if not source.URL:
        return shown
    return Markup(
        '{} <a href="{}" rel="noopener noreferrer" target="_blank" aria-label="{}">↗</a>'
    ).format(shown, source.URL, text("source.open", title=source.title))


def _citation(catalog: Catalog, citation: Citation) -> Markup:
    via = remark = Markup("")
    if citation.via:
        via_source = catalog.sources[citation.via]
        through = pieces.runs(short_note(via_source), via_source.language)
        before, after = text("event.via", source="\0").split("\0")
        via = Markup(' <span class="note">{}{}{}</span>').format(before, through, after)
    if citation.note:
        remark = Markup(' <span class="note">{}</span>').format(citation.note)
    source = cited(catalog.sources[citation.cite], citation.locator)
    return Markup("{} {}{}{}").format(source, pieces.tag(citation.standing), via, remark)


def _short(source: Source, locator: str | None) -> Markup:
    return pieces.runs(short_note(source, locator), source.language)


def reading(catalog: Catalog, item: Reading) -> Markup:
    """One attributed reading with its sources."""
    sources = Markup(" ").join(_short(catalog.sources[c.cite], c.locator) for c in item.sources)
    return Markup(
        '<blockquote><b>{}</b> <span class="note">({})</span> {} <span class="note">{}</span>'
        "</blockquote>"
    ).format(item.by, item.school, item.text, sources)


def _readings(catalog: Catalog, event: Event) -> Markup:
    parts = [pieces.section(text("event.readings"), *(reading(catalog, r) for r in event.readings))]
    for dispute in (catalog.disputes[d] for d in event.disputes):
        heading = text("event.dispute", question=dispute.question)
        parts.append(pieces.section(heading, *(reading(catalog, r) for r in dispute.readings)))
    return Markup("").join(parts)


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
