"""What the page of figures shares: its table, its address, the drawn charts.

A figure is an indicator with its estimates. Without `id` in the address the page is a gallery,
with it the one figure; `type` says whether that is shown as its chart, table or sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd
import plotly.graph_objects as go

from components.catalog.models import Indicator
from components.catalog.selection import Index, Selection
from components.catalog.tables import estimates_table
from components.catalog.tables.figures import figures_table
from components.charts.figures import FigureWords, indicator_figure, thumbnail_figure
from components.charts.figures import indicator_alt as alt_of
from components.charts.tokens import THEMES
from components.html import addresses
from components.html.content import Content, remembered
from components.html.figures.pictures import Picture, picture
from components.html.filtered import Filtered
from components.html.records.shared import first
from components.html.texts import chart_words, group, text

PAGE = "figures"
FOCUS = "#record-title"
TYPES = ("chart", "table", "sources")
# Kinds of event and roles in them say nothing about a number.
GROUPS = ("collections", "countries", "tendencies", "themes", "standings")
SAVED_WIDTH, MARGIN = 1100, 30  # px of a picture that is taken away; of air around it


@dataclass(frozen=True)
class Figures:
    """All figures of a catalogue, for all readers: never changed.

    table: see `figures_table`, in the order of the gallery: by first theme; index: of the table
    """

    content: Content
    table: pd.DataFrame
    index: Index

    @property
    def filtered(self) -> Filtered:
        """What the filters need to know of this page."""
        return Filtered(
            self.index,
            GROUPS,
            GROUPS,
            PAGE,
            counted="figures",
            nothing="figures.empty",
            hint="figures.hint",
            is_sparse=True,
        )


@remembered(most=2)
def figures(data: Content) -> Figures:
    """The figures of `data`, made once."""
    table = figures_table(data.catalog)
    order = {term.id: place for place, term in enumerate(data.catalog.vocabulary.themes)}
    table = table.sort_values("themes", key=lambda s: s.map(lambda t: order[t[0]]), kind="stable")
    return Figures(data, table, Index(table))


def chosen(kept: Figures, selection: Selection) -> pd.DataFrame:
    """The figures that the filters leave, in the order of the gallery."""
    return kept.filtered.meant(selection).apply(kept.index)


def type_of(selection: Selection) -> str:
    """How the open figure is shown: one of `TYPES`."""
    return first(selection, "type") or TYPES[0]


def href(selection: Selection, id: str = "", type: str = "") -> str:
    """A link to a figure, or to the gallery; the filters stay."""
    extras = [(key, value) for key, value in (("id", id), ("type", type)) if value]
    return addresses.href(selection.with_(extras=tuple(extras)), PAGE)


@cache
def words() -> FigureWords:
    """The words that the charts of numbers draw."""
    return FigureWords(time=chart_words(), **group("figures"))


def missing(data: Content, one: Indicator) -> list[tuple[str, str]]:
    """The counterparts that were not found: name of the country, else of the collection; reason."""
    countries = {term.id: term.label for term in data.catalog.vocabulary.countries}
    homes = data.catalog.collections
    return [
        (countries.get(homes[gap.collection].country or "", homes[gap.collection].title),
         gap.reason)
        for gap in one.missing
    ]  # fmt: skip


@remembered(most=1000)
def estimates(data: Content, id: str) -> pd.DataFrame:
    """The numbers of a figure, see `estimates_table`; for all readers: never changed."""
    return estimates_table(data.catalog, id)


def alt(data: Content, one: Indicator) -> str:
    """The chart of a figure in words."""
    return alt_of(
        one.form,
        estimates(data, one.id),
        one.unit,
        words(),
        missing=missing(data, one),
        breaks=one.breaks or "",
    )


@remembered(most=1000)
def thumbnail(data: Content, id: str, theme: str, width: int) -> Picture:
    """The small chart of a figure."""
    return picture(small(data, id, theme, width), alt(data, data.catalog.indicators[id]))


def small(data: Content, id: str, theme: str, width: int) -> go.Figure:
    """The small chart of a figure, not yet as the browser gets it."""
    one = data.catalog.indicators[id]
    return thumbnail_figure(
        one.form,
        estimates(data, id),
        unit=one.unit,
        theme=THEMES[theme],
        labels=words(),
        width=width,
    )


def chart(data: Content, id: str, theme: str, width: int) -> Picture:
    """The chart of a figure, `width` px wide."""
    return picture(drawn(data, id, theme, width), alt(data, data.catalog.indicators[id]))


@remembered(most=200)
def saved(data: Content, id: str, source: str) -> Picture:
    """The chart as it is taken away: light, with its title and its source line drawn in."""
    one = data.catalog.indicators[id]
    figure = drawn(data, id, "light", SAVED_WIDTH - 2 * MARGIN, one.finding, source)
    margin = dict.fromkeys("lrtb", MARGIN)
    figure.update_layout(width=SAVED_WIDTH, height=figure.layout.height + 2 * MARGIN, margin=margin)
    return picture(figure, one.finding)


def drawn(
    data: Content, id: str, theme: str, width: int, title: str = "", source: str = ""
) -> go.Figure:
    """The chart of a figure, not yet as the browser gets it; title, source: drawn into it."""
    one = data.catalog.indicators[id]
    return indicator_figure(
        one.form,
        estimates(data, id),
        unit=one.unit,
        width=width,
        theme=THEMES[theme],
        labels=words(),
        title=title,
        source=source,
        missing=missing(data, one),
        breaks=one.breaks or "",
    )


def by_words(names: tuple[str, ...]) -> str:
    """Who counted: one or two by name, of more the first and how many others."""
    if len(names) == 2:
        return text("figures.by.two", first=names[0], second=names[1])
    return names[0] if len(names) < 2 else text("figures.by", first=names[0], n=len(names) - 1)
