"""The gallery: every figure as a small chart under its first theme, narrowed by the filters."""

from __future__ import annotations

import textwrap
from itertools import groupby

from markupsafe import Markup

from components.catalog.selection import Selection
from components.html.figures import shared
from components.html.figures.shared import Figures
from components.ui import charts, download, filters, html, screen
from components.ui.texts import count, text

THUMBNAIL = 320  # px
SCOPE_LENGTH = 84  # characters


def show(kept: Figures, selection: Selection, theme: str) -> None:
    """Draw the gallery with its filters."""
    data, of = kept.content, kept.filtered
    filters.sidebar(data, theme, of)
    shown = shared.chosen(kept, selection)
    html.show(html.title(text("figures.title"), text("figures.subtitle")))
    with html.row():
        html.show(_count(len(shown), len(kept.table)))
        download.records(data, "figures", list(shown.index))
    html.show(filters.chips(data, selection, of))
    if shown.empty:
        is_bare = kept.table.empty
        html.show(
            html.notice(text("figures.none")) if is_bare else filters.empty(data, selection, of)
        )
        return
    width = min(THUMBNAIL, screen.width())
    charts.gallery(groups(kept, list(shown.index), selection, theme, width), key="figures")


def groups(
    kept: Figures, ids: list[str], selection: Selection, theme: str, width: int
) -> list[charts.Group]:
    """The figures under their first theme, each with its finding, unit, scope and who counted."""
    labels = {term.id: term.label for term in kept.content.catalog.vocabulary.themes}
    themes = kept.table["themes"]
    return [
        charts.Group(
            labels[first],
            count("figures", len(mine := list(several))),
            [_card(kept, id, selection, theme, width) for id in mine],
        )
        for first, several in groupby(ids, key=lambda id: themes[id][0])
    ]


def _card(kept: Figures, id: str, selection: Selection, theme: str, width: int) -> charts.Card:
    row = kept.table.loc[id]
    unit = "" if row["unit"] == "percent" else row["unit"]
    scope = textwrap.shorten(row["scope"].rstrip("."), SCOPE_LENGTH, placeholder=" …")
    below = " · ".join(filter(None, (unit, scope, shared.by_words(row["by"]))))
    drawn = shared.thumbnail(kept.content, id, theme, width)
    link = shared.href(selection, id)
    return charts.Card(f"figure-{id}", drawn, row["finding"], link, below)


def _count(number: int, total: int) -> Markup:
    return Markup('<p class="count" role="status"><b>{}</b> {}</p>').format(
        f"{number:,}", text("figures.of", total=f"{total:,}")
    )
