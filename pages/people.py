"""People and organisations, and what each did in every event."""

from components.html.records import agents, facets, shared
from components.html.records.agent_card import agent_card
from components.ui import download, frame, html, screen, search
from components.ui.content import content
from components.ui.records import address, controls, filters
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = shared.records(data)
selection = address.settled(agents.allowed(kept))
page = agents.page(kept, selection)
filters.sidebar(page, text("agents.hint"), theme)
shown, opened = facets.kept(page, selection), shared.first(selection, "id")

html.show(html.title(text("agents.title"), text("agents.subtitle")))
with html.row():
    of = text("agents.of", total=len(page.ids))
    html.show(facets.head(page, selection, len(shown), of))
    controls.kind_switch(selection)
    download.records(data, "people", shown)
also = search.also_found(data, selection, without=agents.KINDS)
index, beside = address.columns(screen.width(), agents.SIDE, bool(opened))

with index:
    if shown:
        html.show(also, agents.index(kept, shown, selection, theme))
    else:
        html.show(also, facets.empty(page, selection))
if opened:
    with beside:
        html.show(agent_card(kept, opened, selection, theme))
