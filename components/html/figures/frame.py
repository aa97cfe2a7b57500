"""What stands around a figure: its finding and measure, its sources, what it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from components.catalog.models import Indicator
from components.catalog.selection import Selection
from components.html.content import Content
from components.html.figures import shared
from components.html.figures import sources as figure_sources
from components.html.figures import table as figure_table
from components.html.texts import text


def head(one: Indicator) -> Markup:
    """The finding as the title; below it what is measured, in what, where and when."""
    rows = ((text("figure.definition"), one.definition), (text("figure.scope"), one.scope))
    return Markup(
        '<h1 id="record-title" tabindex="-1">{}</h1><p class="sub">{}</p>'
        '<dl class="measure">{}</dl>'
    ).format(
        one.finding,
        figure_table.measure(one),
        Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in rows),
    )


def frame(data: Content, one: Indicator, selection: Selection, *, with_sources: bool) -> Markup:
    """Source, what the figure does not say, why it is broken, what was not found."""
    lines = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, body)
        for name, body in _said(data, one, selection)
        if with_sources or name != text("figure.source")
    )
    return Markup('<dl class="frame">{}</dl>').format(lines)


def _said(
    data: Content, one: Indicator, selection: Selection
) -> Iterator[tuple[str, Markup | str]]:
    yield text("figure.source"), figure_sources.short(data, one, selection)
    yield text("figure.note"), one.note
    if one.breaks:
        yield text("figure.breaks"), one.breaks
    for label, reason in shared.missing(data, one):
        yield text("figure.missing"), text("figure.missing.line", label=label, reason=reason)
