"""The bibliography, and what rests on each source."""

from components.html.records import facets, shared, sources
from components.html.records.source_card import source_card
from components.ui import download, frame, html, screen, search
from components.ui.content import content
from components.ui.records import address, filters
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = shared.records(data)
selection = address.settled(sources.allowed(kept))
page = sources.page(kept, selection)
filters.sidebar(page, text("sources.hint"), theme)
shown, opened = facets.kept(page, selection), shared.first(selection, "id")

html.show(html.title(text("sources.title"), text("sources.subtitle")))
with html.row():
    of = text("sources.of", total=len(page.ids))
    html.show(facets.head(page, selection, len(shown), of))
    download.records(data, "sources", shown)
also = search.also_found(data, selection, without=("source",))
index, beside = address.columns(screen.width(), sources.SIDE, bool(opened), always_two=True)

with index:
    if shown:
        html.show(also, sources.index(kept, shown, selection, theme))
    else:
        html.show(also, facets.empty(page, selection))
with beside:
    if opened:
        html.show(source_card(kept, opened, selection, theme))
    elif shown:
        html.show(sources.overview(kept, shown, selection, theme))
