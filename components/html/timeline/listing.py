"""The chosen events as a list: the way to them for the keyboard, a screen reader and a phone."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pandas as pd
from markupsafe import Markup

from components.catalog.dates import parse
from components.catalog.dates.calendars import civil_from_days
from components.catalog.dates.words import short_words
from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import href
from components.html.content import Content
from components.html.texts import text
from components.html.timeline import card

_COLUMNS = [
    "date", "title", "place_label", "importance", "slot", "main_tendency",
    "uncertain", "is_interval", "core_start",
]  # fmt: skip
_THIS = "this-event"  # stands for the id of each event in the address of its link


def event_list(content: Content, chosen: pd.DataFrame, selection: Selection, theme: str) -> Markup:
    """`chosen` (an events table) as an ordered list with a heading per year."""
    labels = {t.id: t.label for t in content.catalog.vocabulary.tendencies}
    years = chosen["earliest"].fillna(chosen["latest"]).map(_year, na_action="ignore")
    address = href(replace(selection, event=_THIS))
    entries: dict[str, list[Markup]] = {}
    for year, row in zip(years, chosen[_COLUMNS].itertuples(), strict=True):
        heading = text("list.undated") if pd.isna(year) else year
        entry = _entry(row, labels, address, theme, row.Index == selection.event)
        entries.setdefault(heading, []).append(entry)
    part = Markup("<h3>{}</h3><ol>{}</ol>")
    parts = [part.format(year, Markup("").join(made)) for year, made in entries.items()]
    return Markup(
        '<section class="list" id="list" aria-label="{0}"><h2 class="hidden">{0}</h2>{1}</section>'
    ).format(text("list.heading"), Markup("").join(parts))


def _year(day: int) -> str:
    year = civil_from_days(int(day))[0]
    return str(year) if year > 0 else f"{1 - year} BCE"


def mark_style(row: object) -> str:
    """Which form of the mark says how sure this row's date is."""
    if row.uncertain:
        return "doubtful"
    return "solid" if row.is_interval or not pd.isna(row.core_start) else "hollow"


def _entry(row: object, labels: dict[str, str], address: str, theme: str, is_open: bool) -> Markup:
    """An event in the list; address: of the page with the event `_THIS` open."""
    who = labels.get(row.main_tendency, "")
    mark = pieces.mark(row.slot, theme, mark_style(row))
    inside = _inside(row.date, mark, row.title, row.place_label, who)
    entry = Markup('<li id="e-{}" class="i{}{}">{}</li>')
    return entry.format(
        row.Index,
        row.importance,
        " open" if is_open else "",
        pieces.link(address.replace(_THIS, row.Index), inside, focus=card.FOCUS),
    )


@lru_cache(maxsize=5000)  # the same for every reader, whatever is chosen
def _inside(date: str, mark: Markup, title: str, place: str, who: str) -> Markup:
    return Markup(
        '<span class="d">{}</span><span class="mark">{}</span><span class="t">{}</span>'
        '<span class="m">{}</span><span class="m who">{}</span>'
    ).format(short_words(parse(date)), mark, title, place, who)
