"""The questions as a table that can be sorted and taken away."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.html.compare.rows import stage_csv, stage_frame
from components.html.compare.view import View
from components.html.texts import text
from components.ui import html

NUMBER = 88  # px of a column of months


def stage_table(view: View, stages: pd.DataFrame) -> None:
    """Draw the sortable table."""
    shown = stage_frame(view, stages)
    numbers = {
        name: st.column_config.NumberColumn(format="%.1f", width=NUMBER)
        for name in shown.select_dtypes("number").columns
    }
    st.dataframe(
        shown,
        hide_index=True,
        height="content",
        column_config=numbers,
        alt=text("compare.table.alt", n=len(stages)),
    )
    html.show(
        Markup('<p class="hint">{}</p>').format(text("compare.table.note", name=view.names[0]))
    )


def download(view: View, stages: pd.DataFrame) -> None:
    """The button that takes the questions away as CSV."""
    st.download_button(
        text("compare.download"),
        stage_csv(view, stages),
        mime="text/csv",
        on_click="ignore",
        file_name=f"{view.comparison.id}.csv",
        icon=":material/download:",
    )
