"""The events that a figure bears on: a thin strip of time, and the same events as links."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from components.catalog.dates.words import words
from components.catalog.selection import Selection
from components.charts.timeline.figure import timeline_figure
from components.charts.timeline.lanes import Lane, Period
from components.charts.tokens import THEMES
from components.ui import charts, html, screen, state
from components.ui.figures.shared import Figures
from components.ui.texts import chart_words, count, text
from components.ui.timeline import card
from components.ui.timeline.listing import mark_style

ROOM = 0.06  # of the time shown, left free at both ends


def show(kept: Figures, id: str, selection: Selection, theme: str) -> None:
    """Draw the strip and the list; nothing for a figure without events."""
    row = kept.table.loc[id]
    events = kept.content.events.loc[[e for e in row["events"] if e in kept.content.events.index]]
    if events.empty:
        return
    html.show(Markup("<h2>{}</h2>").format(text("figure.events")))
    if not events["earliest"].isna().any() and not events["latest"].isna().any():
        drawn = charts.picture(
            _strip(events, row, screen.width(), theme),
            count("figure.strip.alt", len(events)),
        )
        links = {event: f"#figure-event-{event}" for event in events.index}
        charts.single(drawn, key=f"strip-{id}", links=links)
    html.show(_list(kept, events, selection, theme))


def _strip(events: pd.DataFrame, row: pd.Series, width: int, theme: str) -> go.Figure:
    """One lane with the events; the time that was counted lies behind them."""
    days = [*events["earliest"], *events["latest"]]
    counted = [row[end] for end in ("earliest", "latest") if not pd.isna(row[end])]
    first, last = int(min(days + counted)), int(max(days + counted))
    room = max(10, round((last - first) * ROOM))
    periods = ()
    if len(counted) == 2:
        labels = (text("figure.strip.counted"), text("figure.strip.counted.short"))
        periods = (Period(*labels, *map(int, counted)),)
    window = (first - room, last + room)
    lane = Lane("events", text("figure.strip.lane"), len(events), periods, window)
    figure = timeline_figure(
        events.assign(lane="events"),
        [lane],
        width=width,
        theme=THEMES[theme],
        labels=chart_words(),
    )
    # It shows and does not move: a finger on it scrolls the page.
    return figure.update_layout(dragmode=False).update_xaxes(fixedrange=True)


def _list(kept: Figures, events: pd.DataFrame, selection: Selection, theme: str) -> Markup:
    """The events with their dates; each leads to its card on the front page."""
    entries = (
        Markup('<li>{}<span class="d">{}</span> {}</li>').format(
            html.mark(event.slot, theme, mark_style(event)),
            words(kept.content.catalog.events[event.Index].date),
            _link(event, selection),
        )
        for event in events.itertuples()
    )
    return Markup('<ul class="bears">{}</ul>').format(Markup("").join(entries))


def _link(event: object, selection: Selection) -> Markup:
    target = selection.with_(event=event.Index, extras=())
    return Markup('<a id="figure-event-{}" href="{}" data-inner="1" data-focus="{}">{}</a>').format(
        event.Index, state.href(target), card.FOCUS, event.title
    )
