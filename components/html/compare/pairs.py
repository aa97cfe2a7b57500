"""Figures side by side with what must be said of both, and what cannot fairly be compared."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.dates.words import words
from components.catalog.models import Comparison, Estimate, Event, Indicator
from components.catalog.models.reviews import Pair, PairSide
from components.catalog.tables.clocks import moment, pair_months
from components.charts.clocks.key import side_mark
from components.charts.tokens import THEMES
from components.html import addresses, pieces
from components.html.compare.panel import event_link
from components.html.compare.view import View
from components.html.content import Content
from components.html.texts import count, text
from components.html.timeline.evidence import value_words


def pairs(data: Content, view: View, theme: str) -> Markup:
    """Every pair of figures of the comparison; nothing where there is none."""
    if not view.comparison.pairs:
        return Markup("")
    found = view.comparison.pairs
    blocks = Markup("").join(_pair(data.catalog, view, pair, theme) for pair in found)
    return Markup(
        '<section id="pairs" tabindex="-1"><h2>{}</h2><p class="sub">{}</p>'
        '<div class="pairs">{}</div></section>'
    ).format(text("compare.part.pairs"), text("compare.pairs.sub"), blocks)


def _pair(catalog: Catalog, view: View, pair: Pair, theme: str) -> Markup:
    in_words = all(side.text for side in pair.sides)
    sides = Markup("").join(
        Markup('<div class="figure{}"><p class="side">{} {}</p>{}</div>').format(
            " none" if side.text and not in_words else "",
            pieces.image(side_mark("ab"[number], THEMES[theme])),
            view.names[number],
            _figure(catalog, view, side, in_words),
        )
        for number, side in enumerate(pair.sides)
    )
    return Markup(
        '<article id="pair-{}"><h3>{}</h3><div class="two">{}</div>'
        '<p class="caveat"><b>{}</b> {}</p></article>'
    ).format(pair.id, pair.question, sides, text("compare.pairs.caveat"), pair.caveat)


def _figure(catalog: Catalog, view: View, side: PairSide, in_words: bool) -> Markup:
    """One side: an indicator's first value, months between two events, or words."""
    if side.indicator:
        return _indicator(view, catalog.indicators[side.indicator])
    if side.between:
        return _months(catalog, view, side)
    said, nothing = side.text or "", text("compare.pairs.none")
    if in_words:
        return Markup("<p>{}</p>").format(said)
    # Authors may begin with the words that stand here anyway.
    said = said.removeprefix(f"{nothing}.").strip()
    return Markup('<p class="nothing">{}</p><p class="note">{}</p>').format(nothing, said)


def _indicator(view: View, indicator: Indicator) -> Markup:
    first, *others = indicator.estimates
    more = Markup("")
    if others:
        all_counts = view.selection.with_(text="", extras=(("id", indicator.id),))
        page = addresses.href(all_counts, "figures")
        more = pieces.link(page, count("compare.pairs.more", len(others)))
    return Markup(
        '<p><span class="big">{}</span> {}</p><p>{}</p><p class="note">{} {}</p>'
        '<p class="note">{}</p>'
    ).format(
        value_words(indicator.unit, first),
        _what(indicator, first),
        indicator.finding,
        _who(first),
        more,
        indicator.note,
    )


def _what(indicator: Indicator, estimate: Estimate) -> str:
    unit = "" if indicator.unit == "percent" else indicator.unit
    return ", ".join(filter(None, (unit, estimate.series, estimate.category)))


def _who(estimate: Estimate) -> str:
    said = text("compare.pairs.by", who=estimate.by, when=words(estimate.date))
    return f"{said}; {estimate.scope}." if estimate.scope else f"{said}."


def _months(catalog: Catalog, view: View, side: PairSide) -> Markup:
    found = pair_months(catalog, side)
    one, other = (catalog.events[event] for event in side.between)
    ends = list(zip((one, other), side.edges, strict=True))
    start, end = (moment(event, edge) for event, edge in ends)
    links = (_edge(view, event, edge) for event, edge in ends)
    # The sentence is text and the links are not: they take the places of two empty signs.
    before, between, after = text("compare.pairs.between", one="\0", other="\0").split("\0")
    way = Markup("{}{}{}{}{}").format(before, next(links), between, next(links), after)
    if not (found and start and end):
        nothing = text("compare.pairs.none")
        return Markup('<p class="nothing">{}</p><p class="note">{}</p>').format(nothing, way)
    low, high = (f"{months:.1f}" for months in found)
    months = low if low == high else f"{low}–{high}"
    few, many = end.first - start.last, end.last - start.first
    days = (
        text("compare.pairs.days", n=f"{few:,}")
        if few == many
        else text("compare.pairs.days.range", low=f"{few:,}", high=f"{many:,}")
    )
    return Markup('<p><span class="big">{}</span> {}</p><p>{}</p><p class="note">{}</p>').format(
        months, text("compare.pairs.months"), way, days
    )


def _edge(view: View, event: Event, edge: str) -> Markup:
    """A link to an event with the edge that counts, where it has two."""
    form = edge if event.date.is_interval else "on"
    before, after = text(f"compare.pairs.{form}", event="\0").split("\0")
    return Markup("{}{}{}").format(
        before, event_link(view, event.id, event.label or event.title), after
    )


def limits_brief(comparison: Comparison) -> Markup:
    """The titles of the limits, numbered, in one paragraph under the chart."""
    if not comparison.limits:
        return Markup("")
    titles = Markup(" · ").join(
        Markup("{} {}").format(number, limit.title)
        for number, limit in enumerate(comparison.limits, 1)
    )
    return Markup("<p><b>{}</b> {}</p>").format(text("compare.limits.brief"), titles)


def limits(comparison: Comparison) -> Markup:
    """Every limit in full, numbered."""
    if not comparison.limits:
        return Markup("")
    entries = Markup("").join(
        Markup('<li id="limit-{}"><h3>{}</h3><p>{}</p></li>').format(one.id, one.title, one.text)
        for one in comparison.limits
    )
    return Markup(
        '<section id="limits" tabindex="-1"><h2>{}</h2><p class="sub">{}</p>'
        '<ol class="limits">{}</ol></section>'
    ).format(text("compare.part.limits"), text("compare.limits.sub"), entries)
