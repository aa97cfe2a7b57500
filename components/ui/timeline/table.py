"""The chosen events as a table that can be sorted and taken away as CSV."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.catalog.tables import events_csv
from components.ui.content import Content
from components.ui.texts import text

_DATES = st.column_config.TextColumn(width=185)  # px; one of two days has room in it
_COLUMNS = ("date", "title", "old_style", "country", "place", "tendency", "theme", "standing")


def event_table(
    data: Content, chosen: pd.DataFrame, all_chosen: Callable[[], pd.DataFrame]
) -> None:
    """A sortable table of `chosen` (an events table) and the button that downloads all chosen.

    all_chosen: gives the table to download; asked for when the reader takes it
    """
    st.dataframe(
        readable(data, chosen).rename(columns={c: text(f"column.{c}") for c in _COLUMNS}),
        hide_index=True,
        column_config={text(f"column.{c}"): _DATES for c in ("date", "old_style")},
        height="content",
        alt=text("table.alt", n=len(chosen)),
    )
    st.download_button(
        text("table.download"),
        lambda: events_csv(all_chosen(), data.catalog),
        file_name="events.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def readable(data: Content, chosen: pd.DataFrame) -> pd.DataFrame:
    """`chosen` with ids replaced by labels; columns as in `_COLUMNS`, all str.

    The date column holds the EDTF text, so that sorting by it is sorting by time.
    """
    vocabulary = data.catalog.vocabulary
    label = {
        term.id: term.label
        for terms in (vocabulary.countries, vocabulary.tendencies, vocabulary.themes)
        for term in terms
    }
    broad = {tendency.id for tendency in vocabulary.tendencies if not tendency.broader}
    return pd.DataFrame(
        {
            "date": chosen["date"],
            "title": chosen["title"],
            "old_style": chosen["old_style"],
            "country": chosen["country"].map(lambda c: label.get(c, c)),
            "place": chosen["place_label"],
            "tendency": chosen["tendencies"].map(
                lambda ids: ", ".join(label.get(i, i) for i in ids if i in broad)
            ),
            "theme": chosen["themes"].map(lambda ids: ", ".join(label.get(i, i) for i in ids)),
            "standing": chosen["standing"].map(lambda s: text(f"standing.{s}")),
        },
        columns=list(_COLUMNS),
    )
