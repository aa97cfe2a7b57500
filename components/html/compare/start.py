"""Where the clocks start, in words."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.tables.clocks import Moment
from components.charts.clocks.words import short_date
from components.html.compare.view import OWN, View
from components.html.content import Content
from components.html.texts import chart_words, text


def moment_words(data: Content, one: Moment) -> str:
    """An event with the day that counts: "Harbour strike ends, 14 Feb 1901"."""
    event = data.catalog.events[one.event]
    form = "on" if not one.lasting else "begins" if one.edge == "start" else "ends"
    date = short_date(one.first, one.last, chart_words())
    return text(f"compare.start.{form}", event=event.label or event.title, date=date)


def start_words(data: Content, view: View) -> Markup:
    """What is asked with this starting point, where the clocks start, and why there."""
    by_id = {alignment.id: alignment for alignment in view.comparison.alignments}
    if view.clock in by_id:
        question, reason = by_id[view.clock].question, by_id[view.clock].reason
    else:
        name = "calendar" if view.is_calendar else OWN
        question, reason = (text(f"compare.{name}.{part}") for part in ("question", "reason"))
    parts = [Markup("<h2>{}</h2>").format(question)]
    if view.start.moments:
        one, other = (
            text("compare.zero.side", name=name, moment=moment_words(data, moment))
            for name, moment in zip(view.names, view.start.moments, strict=True)
        )
        zero = text(f"compare.zero{'.years' if view.in_years else ''}", one=one, other=other)
        parts.append(Markup('<p class="zero">{}</p>').format(zero))
    parts.append(Markup('<p class="reason">{}</p>').format(reason))
    if view.start.moments and any(one.first != one.last for one in view.start.moments):
        parts.append(Markup('<p class="reason">{}</p>').format(text("compare.own.imprecise")))
    block = Markup('<div class="start" id="stages" tabindex="-1">{}</div>')
    return block.format(Markup("").join(parts))
