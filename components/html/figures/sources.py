"""Where a figure's numbers come from: in short below the chart, in full under “Sources”."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.citations.chicago import note, short_note
from components.catalog.dates.words import words as date_words
from components.catalog.models import Citation, Estimate, Indicator
from components.catalog.selection import Selection
from components.charts.figures.numbers import amount
from components.charts.figures.voices import voices
from components.html import pieces
from components.html.content import Content
from components.html.figures import shared
from components.html.records.shared import link_to
from components.html.texts import text

SHORT_AT_MOST = 8


def short(data: Content, one: Indicator, selection: Selection) -> Markup:
    """The short notes of a figure's sources with their standing, in the order of the estimates."""
    found: dict[tuple[str, str], Citation] = {}
    for estimate in one.estimates:
        for citation in estimate.sources:
            found.setdefault((citation.cite, citation.locator), citation)
    notes = [_short(data, citation, selection) for citation in found.values()]
    if len(notes) > SHORT_AT_MOST:
        more = text("figure.source.more", n=len(notes) - SHORT_AT_MOST + 1)
        link = pieces.link(shared.href(selection, one.id, "sources"), more, focus=shared.FOCUS)
        notes = [*notes[: SHORT_AT_MOST - 1], link]
    return pieces.items(notes, "notes")


def _short(data: Content, citation: Citation, selection: Selection) -> Markup:
    source = data.catalog.sources[citation.cite]
    note = pieces.runs(short_note(source, citation.locator), source.language)
    return Markup("{} {}{}").format(
        pieces.link(link_to("source", source.id, selection), note, focus=shared.FOCUS),
        pieces.tag(citation.standing),
        _via(data, citation),
    )


def _via(data: Content, citation: Citation) -> Markup:
    if not citation.via:
        return Markup("")
    via = data.catalog.sources[citation.via]
    through = pieces.runs(short_note(via), via.language)
    before, after = text("figure.via", source="\0").split("\0")
    return Markup(' <span class="note">{}{}{}</span>').format(before, through, after)


def full(data: Content, one: Indicator, selection: Selection) -> Markup:
    """Every source in full, and below it the numbers that it gives."""
    spoken = voices(shared.estimates(data, one.id))
    uses: dict[str, list[Markup]] = {}
    for estimate, voice in zip(one.estimates, spoken, strict=True):
        said = amount(voice, one.unit, shared.words())
        for citation in estimate.sources:
            uses.setdefault(citation.cite, []).append(_use(data, estimate, citation, said))
    entries = (
        Markup("<li><p>{}</p>{}</li>").format(_entry(data, id, selection), pieces.items(lines))
        for id, lines in uses.items()
    )
    return Markup('<ol class="sources">{}</ol>').format(Markup("").join(entries))


def _entry(data: Content, id: str, selection: Selection) -> Markup:
    """A full note that leads to the source's page, and the way to the text itself."""
    source = data.catalog.sources[id]
    shown = pieces.runs(note(source.model_copy(update={"URL": None})), source.language)
    linked = pieces.link(link_to("source", id, selection), shown, focus=shared.FOCUS)
    if not source.URL:
        return linked
    return Markup(
        '{} <a href="{}" rel="noopener noreferrer" target="_blank" aria-label="{}">↗</a>'
    ).format(linked, source.URL, text("source.open", title=source.title))


def _use(data: Content, estimate: Estimate, citation: Citation, said: str) -> Markup:
    """One number with whose it is, where it stands and how well that was checked."""
    what = (estimate.series, estimate.category)
    who = (estimate.by, date_words(estimate.date), *what, citation.locator)
    remark = Markup(' <span class="note">{}</span>').format(citation.note) if citation.note else ""
    return Markup("<b>{}</b> {} {}{}{}").format(
        said,
        " · ".join(filter(None, who)),
        pieces.tag(citation.standing),
        _via(data, citation),
        remark,
    )
