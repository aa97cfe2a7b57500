"""One source: what was seen of it, everything that rests on it, and how to take it away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from markupsafe import Markup

from components.catalog.citations.bibtex import bibtex
from components.catalog.citations.chicago import bibliography, note, plain
from components.catalog.citations.formats import csl_file, ris
from components.catalog.models import Source
from components.catalog.selection import Selection
from components.catalog.tables.uses import Use, cited_by, uses
from components.html import addresses, pieces
from components.html.records.parts import (
    MOST_LISTED,
    card,
    event_rows,
    folding,
    head,
    in_order,
    named,
    paragraph,
    record_link,
    sign,
)
from components.html.records.shared import Records, link_to
from components.html.records.sources import PAGE, address, entry, short
from components.html.texts import count, text

KINDS = ("event", "estimate", "dispute", "claim", "person", "organisation", "review")
_PAGE_KIND = {"estimate": "indicator"}  # an estimate stands on the page of its indicator


def source_card(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    """The open source as a card."""
    source = records.content.catalog.sources[id]
    where = " · ".join(filter(None, (
        named("source.type", source.type),
        named("language", source.language) if source.language else "",
    )))  # fmt: skip
    title = Markup('<span lang="{}">{}</span>').format(source.language or "", source.title)
    close = addresses.href(selection.with_extra("id"), PAGE)
    return card(
        head(where, title, close, f"#s-{id}"),
        Markup('<p class="ref">{}{}</p>').format(
            entry(source), address(source, records.sources.at[id, "url"])
        ),
        _seen(source, theme),
        *_rests(records, id, selection),
        pieces.section(text("sources.copy"), _copies(source)),
    )


def _seen(source: Source, theme: str) -> Markup:
    """How much of it was seen, and what was read."""
    said = Markup("{} {}").format(sign(source.seen, theme), text(f"seen.{source.seen}.long"))
    return paragraph(said, "seen") + paragraph(source.note, "note")


def _rests(records: Records, id: str, selection: Selection) -> Iterator[Markup]:
    """A section for each kind of record that rests on the source."""
    found: dict[str, dict[tuple[str, str], list[Use]]] = {kind: {} for kind in KINDS}
    catalog = records.content.catalog
    number, tabled = catalog.tabled.having("source", id.__eq__, MOST_LISTED)
    for use in chain(uses(catalog), *map(cited_by, tabled)):
        if id in (use.source, use.via) and not use.is_via:
            found[use.kind].setdefault((use.within, use.id), []).append(use)
    if not any(found.values()):
        yield paragraph(text("sources.unused"), "note")
    for kind, of in found.items():
        tails = {key: _tails(records, mine, id) for key, mine in of.items()}
        if kind == "event":
            yield _events(records, tails, number - len(tabled), selection)
            continue
        lines = pieces.items(
            Markup('{} <span class="note">{}</span>').format(
                _record(records, kind, key, mine[0].label, selection), tails[key]
            )
            for key, mine in of.items()
        )
        yield folding(count(f"sources.rests.{kind}", len(of)), len(of), lines)


def _events(
    records: Records, tails: dict[tuple[str, str], Markup], more: int, selection: Selection
) -> Markup:
    """The events that rest on it, by date; of very many, `more` than were looked at, the first."""
    events = in_order(records.content, (event for _, event in tails))
    number, events = len(events) + more, events[:MOST_LISTED]
    lines = event_rows(((one, tails["", one.id]) for one in events), selection)
    if len(events) < number:
        lines += paragraph(text("records.first", n=f"{len(events):,}"), "note")
    return folding(count("sources.rests.event", number), number, lines)


def _record(
    records: Records, kind: str, key: tuple[str, str], label: str, selection: Selection
) -> Markup:
    """A link to the record; a dispute has no page of its own, its events have."""
    within, id = key
    if kind != "dispute":
        name = Markup("<b>{}</b> {}").format(id, label) if kind == "claim" else label
        return record_link(_PAGE_KIND.get(kind, kind), id, name, selection, within)
    data = records.content
    events = (event.id for event in data.catalog.written.values() if id in event.disputes)
    links = (
        record_link("event", one.id, one.label or one.title, selection)
        for one in in_order(data, events)
    )
    return Markup("{}{}").format(label, pieces.items(links, "run note"))


def _tails(records: Records, of: list[Use], id: str) -> Markup:
    """Where in the source, how well checked, whose reading: each citation of one record."""
    return Markup("; ").join(dict.fromkeys(_tail(records, use, id) for use in of))


def _tail(records: Records, use: Use, id: str) -> Markup:
    whose = use.part
    if whose and use.kind != "estimate":
        whose = text("sources.reading", by=whose)
    if use.source != id:  # Here only another source was met.
        before, after = text("sources.met", source="\0").split("\0")
        other = Markup("{}{}{}").format(before, short(records.content, use.source), after)
        return Markup(", ").join(filter(None, (Markup.escape(whose), other)))
    said = Markup.escape(", ".join(filter(None, (whose, use.locator))))
    said += Markup(" {}").format(pieces.tag(use.standing))
    if use.via:
        before, after = text("event.via", source="\0").split("\0")
        said += Markup(" {}{}{}").format(before, short(records.content, use.via), after)
    return said + (Markup(" ({})").format(use.note) if use.note else Markup(""))


def _copies(source: Source) -> Markup:
    """Buttons that copy the source as each style and format."""
    own = link_to("source", source.id)
    copies = {
        "note": plain(note(source)), "bibliography": plain(bibliography(source)),
        "bib": bibtex(source), "json": csl_file([source]), "ris": ris(source),
        "link": pieces.ADDRESS,
    }  # fmt: skip
    links = (
        pieces.copy_link(own, text(f"sources.copy.{form}"), words) for form, words in copies.items()
    )
    return Markup('<div class="copy">{}</div>').format(Markup("").join(links))
