"""The pages of figures: the gallery, and each figure with chart, table, sources and words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import plotly.graph_objects as go
from markupsafe import Markup

from components.catalog.formats.linked_records import indicator_document
from components.catalog.selection import Selection
from components.charts.tokens import Theme
from components.html import pieces
from components.html.figures import frame, shared
from components.html.figures import sources as figure_sources
from components.html.figures import table as figure_table
from components.html.figures.events import event_links, events_of
from components.html.figures.shared import Figures
from components.html.texts import count, text
from components.site.drawings import drawing
from components.site.page import Page, address
from components.site.pages.records import shortened

WIDTHS, THUMBNAIL = (340, 700, 1000), 320  # px
SCOPE_LENGTH = 84  # characters


def gallery(kept: Figures, heights: Mapping[str, int]) -> Page:
    """Every figure as a small chart under its first theme; heights: px of each small chart."""
    labels = {term.id: term.label for term in kept.content.catalog.vocabulary.themes}
    themes = kept.table["themes"]
    parts = (
        Markup('<section><h2>{} <span class="remark">{}</span></h2><ul>{}</ul></section>').format(
            labels[first],
            count("figures", len(mine := list(several))),
            Markup("").join(_card(kept, id, heights[id]) for id in mine),
        )
        for first, several in groupby(kept.table.index, key=lambda id: themes[id][0])
    )
    title, subtitle = text("figures.title"), text("figures.subtitle")
    body = Markup('{}<div class="charts gallery">{}</div>').format(
        pieces.title(title, subtitle), Markup("").join(parts)
    )
    return Page("figures", title, subtitle, body, "figures", wide=True)


def _card(kept: Figures, id: str, height: int) -> Markup:
    row = kept.table.loc[id]
    unit = "" if row["unit"] == "percent" else row["unit"]
    scope = textwrap.shorten(row["scope"].rstrip("."), SCOPE_LENGTH, placeholder=" …")
    below = " · ".join(filter(None, (unit, scope, shared.by_words(row["by"]))))
    return Markup(
        '<li id="figure-{}"><h3><a href="{}">{}</a></h3><p class="below">{}</p>{}</li>'
    ).format(id, address(f"figures/{id}"), row["finding"], below, picture(
        f"small-{id}", shared.alt(kept.content, kept.content.catalog.indicators[id]),
        "small", height,
    ))  # fmt: skip


def picture(name: str, alt: str, cls: str = "", height: int = 0) -> Markup:
    """Where the script draws the figure `name`; `height` keeps its place until then."""
    style = Markup(' style="min-height:{}px"').format(height) if height else ""
    return Markup('<div class="picture needs-js {}" role="img" aria-label="{}" data-figure="{}"{}>'
                  "</div>").format(cls, alt, name, style)  # fmt: skip


def figure_pages(kept: Figures) -> Iterator[Page]:
    """A page for every figure."""
    ids = list(kept.table.index)
    for place, id in enumerate(ids):
        one = kept.content.catalog.indicators[id]
        said = shortened(f"{one.definition} {one.scope}")
        body = _figure(kept, id, ids[place - 1 : place], ids[place + 1 : place + 2])
        linked = indicator_document(kept.content.catalog, one)
        yield Page(f"figures/{id}", one.finding, said, body, "figures", wide=True, linked=linked)


def _figure(kept: Figures, id: str, before: list[str], after: list[str]) -> Markup:
    data, usual = kept.content, Selection()
    one = data.catalog.indicators[id]
    events = events_of(kept, id)
    bears = (
        Markup("<h2>{}</h2>{}").format(
            text("figure.events"), event_links(kept, events, usual, "light")
        )
        if len(events)
        else Markup("")
    )
    alt = shared.alt(data, one)
    return Markup(
        '<nav class="turn" aria-label="{}"><a href="{}">{}</a>{}{}</nav>{}{}'
        '<details class="in-words"><summary>{}</summary><p>{}</p></details>{}<h2>{}</h2>{}'
        '<h2 id="sources">{}</h2><div class="figure">{}</div>'
        '<p class="note cite">{}</p>{}'
    ).format(
        text("figure.turn"),
        address("figures"),
        text("figure.back", n=len(kept.table), total=len(kept.table)),
        *(_turn(kept, some, which) for some, which in ((before, "previous"), (after, "next"))),
        frame.head(one),
        picture(id, alt),
        text("site.in-words"),
        alt,
        frame.frame(data, one, usual, with_sources=False),
        text("figure.type.table"),
        figure_table.table(data, id),
        text("figure.type.sources"),
        figure_sources.full(data, one, usual),
        figure_table.citation(data, id),
        bears,
    )


def _turn(kept: Figures, ids: list[str], which: str) -> Markup:
    label = text(f"figure.{which}")
    if not ids:
        return Markup('<span class="off">{}</span>').format(label)
    finding = kept.table.at[ids[0], "finding"]
    return Markup('<a href="{}" title="{}" rel="{}">{}</a>').format(
        address(f"figures/{ids[0]}"), finding, "prev" if which == "previous" else "next", label
    )


def figure_data(kept: Figures) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every figure and its small form, by the name of its data."""
    for id in kept.table.index:

        def large(theme: Theme, width: int, id: str = id) -> go.Figure:
            return shared.drawn(kept.content, id, theme.name, width)

        def small(theme: Theme, width: int, id: str = id) -> go.Figure:
            return shared.small(kept.content, id, theme.name, width)

        yield id, drawing(large, WIDTHS)
        yield f"small-{id}", drawing(small, [THUMBNAIL])
