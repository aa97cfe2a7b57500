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
from components.html import addresses, pieces
from components.html.figures.shared import Figures
from components.html.texts import chart_words, text
from components.html.timeline import card
from components.html.timeline.listing import mark_style

ROOM = 0.06  # of the time shown, left free at both ends


def events_of(kept: Figures, id: str) -> pd.DataFrame:
    """The rows of the events that a figure bears on, in the figure's order."""
    events = kept.content.events
    return events.loc[[one for one in kept.table.at[id, "events"] if one in events.index]]


def is_drawable(events: pd.DataFrame) -> bool:
    """Whether all of the events have a beginning and an end that can be drawn."""
    return not events["earliest"].isna().any() and not events["latest"].isna().any()


def strip(events: pd.DataFrame, row: pd.Series, width: int, theme: str) -> go.Figure:
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


def event_links(kept: Figures, events: pd.DataFrame, selection: Selection, theme: str) -> Markup:
    """The events with their dates; each leads to its card on the front page."""
    entries = (
        Markup('<li>{}<span class="d">{}</span> {}</li>').format(
            pieces.mark(event.slot, theme, mark_style(event)),
            words(kept.content.catalog.events[event.Index].date),
            _link(event, selection),
        )
        for event in events.itertuples()
    )
    return Markup('<ul class="bears">{}</ul>').format(Markup("").join(entries))


def _link(event: object, selection: Selection) -> Markup:
    target = selection.with_(event=event.Index, extras=())
    return Markup('<a id="figure-event-{}" href="{}" data-inner="1" data-focus="{}">{}</a>').format(
        event.Index, addresses.href(target), card.FOCUS, event.title
    )
