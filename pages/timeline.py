"""The front door: events on a time axis, as a list and as a table."""

from components.ui import card, filters, frame, html, listing, search, state, timeline
from components.ui.content import content
from components.ui.controls import display_controls
from components.ui.table import event_table

frame.ensure()
data, theme = content(), frame.theme()
filters.sidebar(data, theme)
selection = state.selection()
chosen = selection.apply(data.index)
header = data.catalog.header

html.show(html.title(header.question, header.title))
view = display_controls(data, chosen, timeline.is_phone())
html.show(filters.chips(data, selection))
left, right = card.columns(selection, timeline.page_width())

with left:
    width = card.left_width(selection, timeline.page_width())
    html.show(search.also_found(data, selection))
    if chosen.empty:
        html.show(filters.empty(data, selection))
    elif view == "table":
        event_table(data, chosen)
    else:
        if view == "timeline":
            timeline.timeline(data, chosen, selection, theme, width)
            html.show(html.date_key(theme))
        else:
            timeline.overview(data, chosen, theme, width)
        html.show(listing.event_list(data, chosen, selection, theme), narrow=width < 900)
if selection.event:
    with right:
        html.show(card.event_card(data, chosen, selection, theme))
