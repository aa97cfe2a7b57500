"""The menu by which a reader takes the present selection away, on every page the same.

It says of each format what it cannot hold, and how to cite. A file is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.catalog.formats.format import Format
from components.catalog.formats.taken import Taken, taken_events, taken_records
from components.catalog.models import Header
from components.ui import html
from components.ui.content import Content
from components.ui.texts import count, text


def events(data: Content, number: int, table: Callable[[], pd.DataFrame]) -> None:
    """The menu for a selection of events; their table is asked for when it is taken."""
    _menu(data, taken_events(data.catalog, number, table))


def records(data: Content, kind: str, ids: Collection[str], label: str = "take") -> None:
    """The menu for a selection of other records; of claims the ids are `review/claim`.

    label: key of the word on the button
    """
    _menu(data, taken_records(data.catalog, data.events, kind, ids), label)


def _menu(data: Content, taken: Sequence[Taken], label: str = "take") -> None:
    """The button that opens the menu; what is taken by default is the first of `taken`."""
    is_empty = not taken[0].number
    with st.popover(text(label), icon=":material/download:", disabled=is_empty):
        _inside(data, taken)


@st.fragment
def _inside(data: Content, taken: Sequence[Taken]) -> None:
    """What to take, in which format, what that loses, how to cite it, and the button."""
    one = _chosen_kind(taken)
    name = _chosen_format(one)
    form = one.formats[name]
    html.show(_told(form), _terms(data.catalog.header))
    st.download_button(
        text("take.button", title=form.title),
        lambda: form.write(*one.of()),
        file_name=f"{one.kind}{'' if form.title == 'CSV' else f'-{name}'}{form.ending}",
        mime=form.media_type,
        on_click="ignore",
        width="stretch",
        key=f"take-{one.kind}-{name}",
    )


def _chosen_kind(taken: Sequence[Taken]) -> Taken:
    kinds = {one.kind: one for one in taken}
    labels = {one.kind: _kind_words(one) for one in taken}
    kind = st.segmented_control(
        text("take.what"), list(kinds), default=taken[0].kind, required=True,
        format_func=labels.get, key=f"take-what-{taken[0].kind}",
    )  # fmt: skip
    return kinds[kind or taken[0].kind]


def _kind_words(one: Taken) -> str:
    if one.number is not None:
        return count(f"take.{one.kind}", one.number)
    return text(f"take.their.{one.kind}")


def _chosen_format(one: Taken) -> str:
    formats = one.formats
    return st.selectbox(
        text("take.format"),
        list(formats),
        format_func=lambda name: f"{formats[name].title} – {formats[name].opens}",
        key=f"take-format-{one.kind}",
    )


def _told(form: Format) -> Markup:
    """What the format does not hold: fields, and what of those that it has."""
    fields = [name.replace("_", " ") for name in form.lost_fields]
    left_out = [text("take.fields", fields=", ".join(fields))] if fields else []
    lines = [Markup.escape(line) for line in (*left_out, *form.loses)]
    heading = Markup("<h3>{}</h3>").format(text("take.loses"))
    return Markup('<div class="take">{}{}</div>').format(heading, html.items(lines))


def _terms(header: Header) -> Markup:
    rows = (
        (text("take.licence"), header.licence),
        (text("take.version"), header.version),
        (text("take.cite"), header.cite),
    )
    return Markup('<dl class="take">{}</dl>').format(
        Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)
    )
