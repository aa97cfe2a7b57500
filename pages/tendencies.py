"""The political currents, and the part of each in the events."""

from components.ui import frame, html, record_filters, records, search, tendencies, timeline
from components.ui.content import content
from components.ui.tendency_card import tendency_card
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = records.records(data)
selection = records.settled(tendencies.allowed(kept))
page = tendencies.page(kept, selection)
record_filters.sidebar(page, text("tendencies.hint"), theme)
shown, opened = record_filters.kept(page, selection), records.first(selection, "id")
of = text("tendencies.of", total=len(page.ids))

html.show(html.title(text("tendencies.title"), text("tendencies.subtitle")))
html.show(record_filters.head(page, selection, len(shown), of))
also = search.also_found(data, selection, without=("tendency",))
index, beside = records.columns(timeline.page_width(), tendencies.SIDE, bool(opened))

with index:
    if shown:
        html.show(also, tendencies.index(kept, shown, selection, theme))
    else:
        html.show(also, record_filters.empty(page, selection))
if opened:
    with beside:
        html.show(tendency_card(kept, opened, selection, theme))
