"""People and organisations, and what each did in every event."""

import streamlit as st

from components.ui import agents, frame, html, record_filters, records, search, timeline
from components.ui.agent_card import agent_card
from components.ui.content import content
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = records.records(data)
selection = records.settled(agents.allowed(kept))
page = agents.page(kept, selection)
record_filters.sidebar(page, text("agents.hint"), theme)
shown, opened = record_filters.kept(page, selection), records.first(selection, "id")

html.show(html.title(text("agents.title"), text("agents.subtitle")))
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
    of = text("agents.of", total=len(page.ids))
    html.show(record_filters.head(page, selection, len(shown), of))
    agents.kind_switch(selection)
also = search.also_found(data, selection, without=agents.KINDS)
index, beside = records.columns(timeline.page_width(), agents.SIDE, bool(opened))

with index:
    if shown:
        html.show(also, agents.index(kept, shown, selection, theme))
    else:
        html.show(also, record_filters.empty(page, selection))
if opened:
    with beside:
        html.show(agent_card(kept, opened, selection, theme))
