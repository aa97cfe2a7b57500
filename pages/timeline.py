"""The front door: events on a time axis, as a list and as a table."""

from components.html.timeline import card, listing
from components.ui import filters, frame, html, screen, search, state
from components.ui.content import content
from components.ui.timeline import columns, component
from components.ui.timeline.controls import display_controls
from components.ui.timeline.table import event_table

frame.ensure()
data, theme = content(), frame.theme()
filters.sidebar(data, theme)
selection = state.selection()
chosen = selection.apply(data.index)
header = data.catalog.header

html.show(html.title(header.question, header.title))
view = display_controls(data, chosen, screen.is_phone())
html.show(filters.chips(data, selection))
left, right = columns.columns(selection, screen.width())

with left:
    width = columns.left_width(selection, screen.width())
    html.show(search.also_found(data, selection))
    if chosen.empty:
        html.show(filters.empty(data, selection))
    elif view == "table":
        event_table(data, chosen)
    else:
        if view == "timeline":
            component.timeline(data, chosen, selection, theme, width)
            html.show(html.date_key(theme))
        else:
            component.overview(data, chosen, theme, width)
        html.show(listing.event_list(data, chosen, selection, theme), narrow=width < 900)
if selection.event:
    with right:
        html.show(card.event_card(data, chosen, selection, theme))
