"""The events that a figure bears on: a thin strip of time, and the same events as links."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.selection import Selection
from components.html.figures.events import event_links, events_of, is_drawable, strip
from components.html.figures.pictures import picture
from components.html.figures.shared import Figures
from components.ui import charts, html, screen
from components.ui.texts import count, text


def show(kept: Figures, id: str, selection: Selection, theme: str) -> None:
    """Draw the strip and the list; nothing for a figure without events."""
    events = events_of(kept, id)
    if events.empty:
        return
    html.show(Markup("<h2>{}</h2>").format(text("figure.events")))
    if is_drawable(events):
        drawn = picture(
            strip(events, kept.table.loc[id], screen.width(), theme),
            count("figure.strip.alt", len(events)),
        )
        links = {event: f"#figure-event-{event}" for event in events.index}
        charts.single(drawn, key=f"strip-{id}", links=links)
    html.show(event_links(kept, events, selection, theme))
