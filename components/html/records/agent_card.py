"""One person or organisation: its names, its currents, and what it did in every event."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from components.catalog.dates.words import words
from components.catalog.models import Agent, Event
from components.catalog.selection import Selection
from components.catalog.tables.lineage import lineage, slots
from components.html import addresses, pieces
from components.html.content import Content
from components.html.records.agents import PAGE, agent_of, original
from components.html.records.parts import (
    card,
    citations,
    event_rows,
    folding,
    head,
    in_order,
    paragraph,
    record_link,
)
from components.html.records.shared import Records, link_to
from components.html.texts import count, text

_WIKIDATA = "https://www.wikidata.org/wiki/"


def agent_card(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    """The open person or organisation as a card."""
    data, agent = records.content, agent_of(records.content, id)
    row = records.agents.loc[id]
    kind = row["kind"]
    close = addresses.href(selection.with_extra("id"), PAGE)
    events = in_order(data, row["events"])
    return card(
        head(text(f"agents.{kind}"), agent.label, close, f"#a-{id}"),
        _names(agent),
        paragraph(words(agent.dates) if agent.dates else None, "when"),
        paragraph(agent.note),
        pieces.section(text("agents.tendencies"), pieces.items(
            _tendency(data, one, selection, theme) for one in agent.tendencies
        )),
        folding(
            count("agents.events", len(events)), len(events),
            event_rows(((one, _roles(data, one, id)) for one in events), selection),
        ),
        pieces.section(text("event.sources"), citations(data, agent.sources, selection)),
        _elsewhere(agent, kind),
    )  # fmt: skip


def _names(agent: Agent) -> Markup:
    """The name in its own script, then the spellings by which it can be found as well."""
    own = paragraph(original(agent), "original")
    if not agent.aliases:
        return own
    return own + paragraph(text("agents.also", names=", ".join(agent.aliases)), "note")


def _tendency(data: Content, id: str, selection: Selection, theme: str) -> Markup:
    term = next(one for one in data.catalog.vocabulary.tendencies if one.id == id)
    slot = slots(data.catalog.vocabulary)[id]
    above = lineage(data.catalog.vocabulary)[id][1:]
    labels = {one.id: one.label for one in data.catalog.vocabulary.tendencies}
    broader = Markup(' <span class="note">({})</span>').format(labels[above[-1]]) if above else ""
    return Markup('<div class="row">{}<span>{}{}</span></div>').format(
        pieces.mark(slot, theme), record_link("tendency", id, term.label, selection), broader
    )


def _roles(data: Content, event: Event, agent_id: str) -> Markup:
    """What the agent did in an event, with the current for which it stood there."""
    labels = {one.id: one.label for one in data.catalog.vocabulary.tendencies}
    return Markup("; ").join(
        text("agents.role", role=text(f"role.{role.role}"), tendency=labels[role.tendency])
        + (f", {role.note}" if role.note else "")
        for role in event.roles
        if agent_id in role.actors
    )


def _elsewhere(agent: Agent, kind: str) -> Markup:
    """Where else it is known, and the link to this record."""
    return Markup('<div class="copy">{}</div>').format(Markup("").join(_links(agent, kind)))


def _links(agent: Agent, kind: str) -> Iterator[Markup]:
    if agent.wikidata:
        yield Markup(
            '<a href="{}{}" rel="noopener noreferrer" target="_blank">Wikidata ↗</a>'
        ).format(_WIKIDATA, agent.wikidata)
    yield pieces.copy_link(link_to(kind, agent.id), text("event.copy.link"))
