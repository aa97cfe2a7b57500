"""One tendency: its part in the events over the years, and who belonged to it."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.catalog.columns.cells import roles
from components.catalog.columns.events import in_time
from components.catalog.models import Role, Tendency
from components.catalog.selection import Selection
from components.catalog.tables.lineage import lineage, slots
from components.html import addresses, pieces
from components.html.content import Content
from components.html.filtered import ROLES
from components.html.records.agents import agent_of
from components.html.records.parts import (
    MOST_LISTED,
    card,
    event_rows,
    folding,
    head,
    paragraph,
    record_link,
)
from components.html.records.shared import Records, link_to
from components.html.records.tendencies import PAGE
from components.html.records.tendency_years import parts_of, years_table
from components.html.texts import count, text


def tendency_card(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    """The open tendency as a card."""
    data = records.content
    terms = {one.id: one for one in data.catalog.vocabulary.tendencies}
    parts = parts_of(data, id)
    close = addresses.href(selection.with_extra("id"), PAGE)
    mark = pieces.mark(slots(data.catalog.vocabulary)[id], theme)
    return card(
        head(_above(data, terms[id], selection), Markup("{} {}").format(mark, terms[id].label),
             close, f"#t-{id}"),
        paragraph(terms[id].definition),
        _timeline(parts, id, selection),
        pieces.section(text("tendencies.years"), years_table(parts)),
        pieces.section(text("tendencies.narrower"), pieces.items(
            record_link("tendency", one.id, one.label, selection)
            for one in terms.values() if one.broader == id
        )),
        *(_agents(records, id, kind, selection) for kind in ("person", "organisation")),
        *(_events(records, role, id, selection) for role in ROLES),
        Markup('<div class="copy">{}</div>').format(
            pieces.copy_link(link_to("tendency", id), text("event.copy.link"))
        ),
    )  # fmt: skip


def _above(data: Content, term: Tendency, selection: Selection) -> Markup:
    """The way from the broadest tendency down to this one."""
    labels = {one.id: one.label for one in data.catalog.vocabulary.tendencies}
    above = lineage(data.catalog.vocabulary)[term.id][:0:-1]
    if not above:
        return Markup.escape(text("tendencies.broad"))
    return Markup(" › ").join(record_link("tendency", one, labels[one], selection) for one in above)


def _timeline(parts: pd.DataFrame, id: str, selection: Selection) -> Markup:
    number = parts["event"].nunique()
    if not number:
        return paragraph(text("tendencies.unused"), "note")
    there = Selection(tendencies=(id,), lanes=selection.lanes)
    words = count("tendencies.show", number)
    return paragraph(pieces.link(addresses.href(there, "timeline"), words))


def _agents(records: Records, id: str, kind: str, selection: Selection) -> Markup:
    """The people or organisations of the tendency and of the narrower ones."""
    line = lineage(records.content.catalog.vocabulary)
    agents = records.agents[records.agents["kind"] == kind]
    mine = [one for one, ids in agents["tendencies"].items() if any(id in line[t] for t in ids)]
    links = (
        record_link(kind, one, agent_of(records.content, one).label, selection) for one in mine
    )
    return folding(count(f"tendencies.{kind}", len(mine)), len(mine), pieces.items(links, "run"))


def _events(records: Records, role: str, id: str, selection: Selection) -> Markup:
    """The events in which the tendency had a role; which narrower one had it is said beside."""
    data, line = records.content, lineage(records.content.catalog.vocabulary)

    def is_meant(tendency: str, part: str) -> bool:
        return part == role and id in line[tendency]

    written = [
        event
        for event in data.catalog.written.values()
        if any(is_meant(one.tendency, one.role) for one in event.roles)
    ]
    number, tabled = data.catalog.tabled.having(
        "tendencies", lambda cell: any(is_meant(*pair) for pair in roles(cell)), MOST_LISTED
    )
    number += len(written)
    events = sorted([*written, *tabled], key=in_time)[:MOST_LISTED]
    labels = {one.id: one.label for one in data.catalog.vocabulary.tendencies}
    said = (
        dict.fromkeys(
            _said(one, id, labels) for one in event.roles if is_meant(one.tendency, one.role)
        )
        for event in events
    )
    told = (Markup.escape("; ".join(filter(None, some))) for some in said)
    lines = event_rows(zip(events, told, strict=True), selection)
    if len(events) < number:
        there = Selection(tendencies=(id,), roles=(role,), lanes=selection.lanes)
        lines += paragraph(
            Markup("{} {}").format(
                text("records.first", n=f"{len(events):,}"),
                pieces.link(addresses.href(there, "timeline"), count("tendencies.show", number)),
            ),
            "note",
        )
    heading = text("tendencies.role", what=text(f"tendencies.role.{role}"), n=f"{number:,}")
    return folding(heading, number, lines)


def _said(role: Role, id: str, labels: dict[str, str]) -> str:
    """Which narrower tendency it was, unless it is the open one, and what exactly it did."""
    narrower = "" if role.tendency == id else labels[role.tendency]
    return ", ".join(filter(None, (narrower, role.note)))
