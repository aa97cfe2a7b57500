"""The front door: events on a time axis, as a list and as a table."""

from components.html.timeline import card, paging
from components.ui import download, filters, frame, html, screen, search, state
from components.ui.content import content
from components.ui.texts import text
from components.ui.timeline import columns, component, listed
from components.ui.timeline.controls import display_controls
from components.ui.timeline.table import event_table

frame.ensure()
data, theme = content(), frame.theme()
filters.sidebar(data, theme)
selection = state.selection()
chosen = selection.rows(data.index)
header = data.catalog.header

with html.row():
    html.show(html.title(header.question, header.title))
    download.events(data, len(chosen), lambda: data.take(chosen))
view = display_controls(data, len(chosen), screen.is_phone())
html.show(filters.chips(data, selection))
left, right = columns.columns(selection, screen.width())

with left:
    width = columns.left_width(selection, screen.width())
    html.show(search.also_found(data, selection))
    kind = "table" if view == "table" else "list"
    part = paging.part(chosen, selection, data.find(selection.event), kind)
    pager = paging.pager(part, selection)
    if not len(chosen):
        html.show(filters.empty(data, selection))
    elif view == "table":
        html.show(pager)
        event_table(data, data.take(part.rows), lambda: data.take(chosen))
    else:
        if view == "timeline":
            is_density = component.timeline(data, selection, theme, width)
            html.show(
                html.date_key(theme), html.note(text("timeline.density") if is_density else "")
            )
        else:
            component.overview(data, selection, theme, width)
        events = listed.event_list(data, selection, theme)
        html.show(pager, events, pager, narrow=width < 900)
if selection.event:
    with right:
        html.show(card.event_card(data, chosen, selection, theme))
