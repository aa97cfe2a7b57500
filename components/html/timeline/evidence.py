"""What an event rests on, as its card says it: numbers, sources, and who reads it how."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.citations.chicago import note, short_note
from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.models import Citation, Estimate, Event, Indicator, Reading, Source
from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import href
from components.html.texts import text

NUMBERS_AT_MOST = 3


def value_words(unit: str, estimate: Estimate) -> str:
    """An estimate's value as a reader says it: “over 400”, “70 to 80 %”."""
    if estimate.value is None:
        body = text("figure.value.range", low=f"{estimate.low:,g}", high=f"{estimate.high:,g}")
    else:
        body = f"{estimate.value:,.10g}"
    if estimate.bound:
        body = text(f"figure.value.{estimate.bound}", value=body)
    return f"{body} %" if unit == "percent" else body


def figure(catalog: Catalog, event: Event, indicator_id: str, selection: Selection) -> Markup:
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


def citation(catalog: Catalog, one: Citation) -> Markup:
    """A source with its locator, how well it was checked, and through whom it is cited."""
    via = remark = Markup("")
    if one.via:
        via_source = catalog.sources[one.via]
        through = pieces.runs(short_note(via_source), via_source.language)
        before, after = text("event.via", source="\0").split("\0")
        via = Markup(' <span class="note">{}{}{}</span>').format(before, through, after)
    if one.note:
        remark = Markup(' <span class="note">{}</span>').format(one.note)
    source = cited(catalog.sources[one.cite], one.locator)
    return Markup("{} {}{}{}").format(source, pieces.tag(one.standing), via, remark)


def _short(source: Source, locator: str | None) -> Markup:
    return pieces.runs(short_note(source, locator), source.language)


def _reading(catalog: Catalog, item: Reading) -> Markup:
    """One attributed reading with its sources."""
    sources = Markup(" ").join(_short(catalog.sources[c.cite], c.locator) for c in item.sources)
    return Markup(
        '<blockquote><b>{}</b> <span class="note">({})</span> {} <span class="note">{}</span>'
        "</blockquote>"
    ).format(item.by, item.school, item.text, sources)


def readings(catalog: Catalog, event: Event) -> Markup:
    """What is said of the event by whom, then the disputes that it belongs to."""
    parts = [
        pieces.section(text("event.readings"), *(_reading(catalog, r) for r in event.readings))
    ]
    for dispute in (catalog.disputes[d] for d in event.disputes):
        heading = text("event.dispute", question=dispute.question)
        parts.append(pieces.section(heading, *(_reading(catalog, r) for r in dispute.readings)))
    return Markup("").join(parts)
