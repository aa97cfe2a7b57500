"""The political currents, and the part of each in the events."""

from components.html.records import facets, shared, tendencies
from components.html.records.tendency_card import tendency_card
from components.ui import download, frame, html, screen, search
from components.ui.content import content
from components.ui.records import address, filters
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = shared.records(data)
selection = address.settled(tendencies.allowed(kept))
page = tendencies.page(kept, selection)
filters.sidebar(page, text("tendencies.hint"), theme)
shown, opened = facets.kept(page, selection), shared.first(selection, "id")
of = text("tendencies.of", total=len(page.ids))

html.show(html.title(text("tendencies.title"), text("tendencies.subtitle")))
with html.row():
    html.show(facets.head(page, selection, len(shown), of))
    download.records(data, "tendencies", shown)
also = search.also_found(data, selection, without=("tendency",))
index, beside = address.columns(screen.width(), tendencies.SIDE, bool(opened))

with index:
    if shown:
        html.show(also, tendencies.index(kept, shown, selection, theme))
    else:
        html.show(also, facets.empty(page, selection))
if opened:
    with beside:
        html.show(tendency_card(kept, opened, selection, theme))
