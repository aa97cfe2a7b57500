"""One tendency: its part in the events over the years, and who belonged to it."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from components.catalog.dates import Span
from components.catalog.dates.calendars import civil_from_days
from components.catalog.models import Tendency
from components.catalog.selection import Selection
from components.catalog.tables.lineage import lineage, slots
from components.html import addresses, pieces
from components.html.content import Content
from components.html.filtered import ROLES
from components.html.records.agents import agent_of
from components.html.records.parts import (
    card,
    event_rows,
    folding,
    head,
    paragraph,
    record_link,
)
from components.html.records.shared import Records, link_to
from components.html.records.tendencies import PAGE
from components.html.texts import count, text


def tendency_card(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    """The open tendency as a card."""
    data = records.content
    terms = {one.id: one for one in data.catalog.vocabulary.tendencies}
    roles = _roles(records, id)
    close = addresses.href(selection.with_extra("id"), PAGE)
    mark = pieces.mark(slots(data.catalog.vocabulary)[id], theme)
    return card(
        head(_above(data, terms[id], selection), Markup("{} {}").format(mark, terms[id].label),
             close, f"#t-{id}"),
        paragraph(terms[id].definition),
        _timeline(roles, id, selection),
        pieces.section(text("tendencies.years"), years_table(roles)),
        pieces.section(text("tendencies.narrower"), pieces.items(
            record_link("tendency", one.id, one.label, selection)
            for one in terms.values() if one.broader == id
        )),
        *(_agents(records, id, kind, selection) for kind in ("person", "organisation")),
        *(_events(records, roles, role, id, selection) for role in ROLES),
        Markup('<div class="copy">{}</div>').format(
            pieces.copy_link(link_to("tendency", id), text("event.copy.link"))
        ),
    )  # fmt: skip


def _roles(records: Records, id: str) -> pd.DataFrame:
    """What the tendency or a narrower one did, in the order of the events.

    Columns as `roles_table`, and year: Int64, in which the event began; NA where that is not known.
    """
    rows = records.roles[[id in line for line in records.roles["tendencies"]]]
    events = records.content.catalog.events
    years = [first_year(events[event].date) for event in rows["event"]]
    return rows.assign(year=pd.array(years, dtype="Int64"))


def first_year(date: Span) -> int | None:
    """The year in which it began, if only one is possible."""
    start = date.start if date.is_interval else date
    if start is None or start.earliest is None or start.latest is None:
        return None
    years = {civil_from_days(day)[0] for day in (start.earliest, start.latest)}
    return years.pop() if len(years) == 1 else None


def _above(data: Content, term: Tendency, selection: Selection) -> Markup:
    """The way from the broadest tendency down to this one."""
    labels = {one.id: one.label for one in data.catalog.vocabulary.tendencies}
    above = lineage(data.catalog.vocabulary)[term.id][:0:-1]
    if not above:
        return Markup.escape(text("tendencies.broad"))
    return Markup(" › ").join(record_link("tendency", one, labels[one], selection) for one in above)


def _timeline(roles: pd.DataFrame, id: str, selection: Selection) -> Markup:
    number = roles["event"].nunique()
    if not number:
        return paragraph(text("tendencies.unused"), "note")
    there = Selection(tendencies=(id,), lanes=selection.lanes)
    return paragraph(
        pieces.link(addresses.href(there, "timeline"), count("tendencies.show", number))
    )


def years_table(roles: pd.DataFrame) -> Markup:
    """How many events began in each year, by what the tendency did in them.

    roles: as `_roles`. Years between without any are one row that says so, so that nothing looks
    near that is not.
    """
    if roles.empty:
        return Markup("")
    once = roles.drop_duplicates(["event", "role"])
    shown = [role for role in ROLES if role in set(once["role"])]
    counted = once.groupby(["year", "role"], dropna=False).size().unstack(fill_value=0)[shown]
    most = int(counted.to_numpy().max())
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(text(f"role.{role}")) for role in shown
    )
    rows, before = [], None
    for year, numbers in counted.iterrows():
        if before is not None and not pd.isna(year) and year - before > 1:
            rows.append(_gap(before + 1, year - 1, len(shown)))
        rows.append(_row(_named(year), numbers.tolist(), most))
        before = year
    total = _row(text("tendencies.all"), counted.sum().tolist(), 0)
    return Markup(
        '<table class="years"><caption class="note">{}</caption><thead><tr><th scope="col">{}</th>'
        "{}</tr></thead><tbody>{}</tbody><tfoot>{}</tfoot></table>"
    ).format(
        text("tendencies.caption"), text("tendencies.year"), heads, Markup("").join(rows), total
    )


def _named(year: object) -> str:
    if pd.isna(year):
        return text("tendencies.undated")
    return str(year) if year > 0 else f"{1 - year} BCE"


def _row(head: str, numbers: list[int], most: int) -> Markup:
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(head, _cells(numbers, most))


def _cells(numbers: list[int], most: int) -> Markup:
    """Numbers, each on a bar as long as its share of `most`; no bars for a `most` of 0."""
    return Markup("").join(
        Markup('<td style="--share:{:.0f}%">{}</td>').format(
            100 * number / most if most else 0, number or Markup('<span class="muted">–</span>')
        )
        for number in numbers
    )


def _gap(first: int, last: int, columns: int) -> Markup:
    years = _named(first) if first == last else f"{_named(first)}–{_named(last)}"
    return Markup('<tr class="gap"><th scope="row">{}</th><td colspan="{}">{}</td></tr>').format(
        years, columns, text("tendencies.gap")
    )


def _agents(records: Records, id: str, kind: str, selection: Selection) -> Markup:
    """The people or organisations of the tendency and of the narrower ones."""
    line = lineage(records.content.catalog.vocabulary)
    agents = records.agents[records.agents["kind"] == kind]
    mine = [one for one, ids in agents["tendencies"].items() if any(id in line[t] for t in ids)]
    links = (
        record_link(kind, one, agent_of(records.content, one).label, selection) for one in mine
    )
    return folding(count(f"tendencies.{kind}", len(mine)), len(mine), pieces.items(links, "run"))


def _events(
    records: Records, roles: pd.DataFrame, role: str, id: str, selection: Selection
) -> Markup:
    """The events in which the tendency had a role; which narrower one had it is said beside."""
    mine = roles[roles["role"] == role].groupby("event", sort=False)
    rows = (
        (event, Markup.escape("; ".join(filter(None, (_said(row, id) for row in of.itertuples())))))
        for event, of in mine
    )
    heading = text("tendencies.role", what=text(f"tendencies.role.{role}"), n=mine.ngroups)
    return folding(heading, mine.ngroups, event_rows(records.content, rows, selection))


def _said(row: object, id: str) -> str:
    """Which narrower tendency it was, unless it is the open one, and what exactly it did."""
    return ", ".join(filter(None, ("" if row.tendency == id else row.tendency_label, row.note)))
