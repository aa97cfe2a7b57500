"""People and organisations: the index of all who acted."""

from __future__ import annotations

import re

from markupsafe import Markup

from components.catalog.dates import Span
from components.catalog.dates.words import words
from components.catalog.models import Agent
from components.catalog.search.folding import plain
from components.catalog.selection import Selection
from components.catalog.tables.lineage import lineage, slots
from components.html import addresses, pieces
from components.html.content import Content
from components.html.records import facets
from components.html.records.facets import Facet, Page
from components.html.records.parts import alphabetical, initial_of
from components.html.records.shared import FOCUS, Records, first
from components.html.texts import count, text

PAGE = "people"
SIDE = 420  # px of the open record
KINDS = ("person", "organisation")
_NUMERAL = re.compile(r"[IVX]+\.?")
_ARTICLE = re.compile(r"^The\s+")


def allowed(records: Records) -> dict[str, tuple[str, ...]]:
    """The page's own keys with the values that mean something."""
    return {"id": tuple(records.agents.index), "type": KINDS}


def agent_of(data: Content, id: str) -> Agent:
    """A person or an organisation by its id."""
    return data.catalog.people.get(id) or data.catalog.organisations[id]


def filed_under(agent: Agent, is_person: bool) -> str:
    """The part of a name by which it is sorted.

    No field says what a person's family name is. Where the id is the end of the name, it is that
    end (`garcia-lopez`: “García López” of “Ana García López”); else the last word that is no number
    of a ruler. A body is sorted by its whole name.
    """
    if not is_person:
        return _ARTICLE.sub("", agent.label)
    words = agent.label.split()
    wanted = agent.id.replace("-", " ")
    for start in range(1, len(words)):
        if plain(" ".join(words[start:])) == wanted:
            return " ".join(words[start:])
    named = [word for word in words if not _NUMERAL.fullmatch(word)]
    return (named or words)[-1]


def page(records: Records, selection: Selection) -> Page:
    """The index in alphabetical order."""
    agents, catalog = records.agents, records.content.catalog
    keys = {id: _key(records, id) for id in agents.index}
    line, colours = lineage(catalog.vocabulary), slots(catalog.vocabulary)
    tendencies = catalog.vocabulary.tendencies
    finer = frozenset(one.id for one in tendencies if len(line[one.id]) > 1)
    of = {
        id: tuple(dict.fromkeys(one for each in ids for one in line[each]))
        for id, ids in agents["tendencies"].items()
    }
    names = {kind: text(f"agents.many.{kind}") for kind in KINDS}
    groups = (
        Facet("type", text("agents.show"), names,
              {id: (kind,) for id, kind in agents["kind"].items()}, in_sidebar=False),
        Facet("tendencies", text("filter.tendency"), {one.id: one.label for one in tendencies}, of,
              slots={id: slot for id, slot in colours.items() if id not in finer}, finer=finer),
    )  # fmt: skip
    found = facets.found(records, KINDS, selection.text)
    ids = sorted(agents.index, key=keys.__getitem__)
    return Page(PAGE, tuple(ids), groups, found)


def _key(records: Records, id: str) -> tuple[str, str, str]:
    row = records.agents.loc[id]
    agent = agent_of(records.content, id)
    return plain(filed_under(agent, row["kind"] == "person")), plain(agent.label), id


def index(records: Records, shown: list[str], selection: Selection, theme: str) -> Markup:
    """The names `shown` under the letters by which they are sorted."""
    entries = ((_letter(records, id), _entry(records, id, selection, theme)) for id in shown)
    return alphabetical(entries, addresses.href(selection, PAGE), text("agents.list"), "names")


def _letter(records: Records, id: str) -> str:
    return initial_of(_key(records, id)[0])


def _entry(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    """One line with the name in our spelling and its own, the dates, and one on who it was."""
    row, agent = records.agents.loc[id], agent_of(records.content, id)
    inside = Markup(
        '<span class="mark">{}</span><span class="t">{}</span>{}<span class="d">{}</span>'
        '<span class="n">{}</span><span class="m">{}</span>'
    ).format(
        pieces.mark(row["slot"], theme), _name(agent, row["kind"] == "person"), original(agent),
        life(agent.dates), count("events", len(row["events"])), agent.note,
    )  # fmt: skip
    href = addresses.href(selection.with_extra("id", id), PAGE)
    return Markup('<li id="a-{}" class="{}">{}</li>').format(
        id, "open" if first(selection, "id") == id else "", pieces.link(href, inside, focus=FOCUS)
    )


def _name(agent: Agent, is_person: bool) -> Markup:
    """The name with the part by which it is sorted in bold."""
    part = filed_under(agent, is_person)
    before, _, after = agent.label.rpartition(part) if is_person else ("", "", "")
    return Markup("{}<b>{}</b>{}").format(before, part if is_person else agent.label, after)


def original(agent: Agent) -> Markup:
    """The name in its own script or language, where that is another; with `lang`."""
    if not agent.original or agent.original == agent.label:
        return Markup("")
    return Markup(' <span class="o" lang="{}">{}</span>').format(agent.lang or "", agent.original)


def life(dates: Span | None) -> str:
    """The years of a life or an existence: “1861–1931”, “1901–”, “c. 1870–?”; else the words."""
    if dates is None:
        return ""
    ends = (dates.start, dates.end) if dates.is_interval else (dates,)
    if any(end and not (end.parts and end.parts[0].value) for end in ends):
        return words(dates)
    if dates.is_interval and dates.start and dates.end and len({*map(_year, ends)}) == 1:
        return _year(dates.start)
    unknown = (dates.unknown_start, dates.unknown_end)
    return "–".join(
        _year(end) if end else "?" * is_unknown
        for end, is_unknown in zip(ends, unknown, strict=False)
    )


def _year(date: Span) -> str:
    about = text("agents.about") if date.approximate else ""
    return f"{about}{date.parts[0].value}{'?' * date.uncertain}"
