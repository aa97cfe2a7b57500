"""The page on which a reader hands in a file, sees what is wrong with it, and gets it back."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from components.catalog.authoring.templates import starter
from components.catalog.imports.accepted import READERS
from components.catalog.own.confined import LARGEST_BYTES
from components.catalog.own.handed import FOLDER, YAML, Handed
from components.catalog.own.unpacking import packed
from components.catalog.selection import Selection
from components.ui import html, state, waiting
from components.ui.own import report, session
from components.ui.texts import text

_KINDS = ("", FOLDER, YAML, *READERS)


def show() -> None:
    """Draw the page; a file that was just handed in is read first."""
    html.show(html.title(text("page.own"), text("own.subtitle")))
    if own := session.handed():
        html.show(report.heading(own), Markup("<p>{}</p>").format(_where(own)))
    _uploader()
    if refused := session.refused():
        name, why = refused
        html.show(html.notice(text("own.refused", name=name, why=why)))
    if own:
        report.show(own)
    _explained()


def _where(own: Handed) -> str:
    """The way to what can be seen of a file, or that nothing can be seen yet."""
    if own.catalog.events:
        return html.link(state.href(Selection()), text("own.see"))
    if own.catalog.sources:
        return html.link(state.href(Selection(), "sources"), text("own.see.sources"))
    return text("own.see.nothing")


def _uploader() -> None:
    kind = st.session_state.get("own-kind", "")
    most = LARGEST_BYTES // 1_000_000
    key = f"own-file-{session.turn()}"
    file = st.file_uploader(text("own.drop"), key=key, max_upload_size=most)
    with st.expander(text("own.kind.heading")):
        st.selectbox(text("own.kind.label"), _KINDS, key="own-kind", format_func=_kind_words)
    if file is not None:
        _take(file.name, file.getvalue(), kind)
        st.rerun()


def _take(name: str, data: bytes, kind: str) -> None:
    """Read the file and show what is done of it. A click on Stop ends this run, and the reading."""
    told = waiting.Told(text("own.reading"))
    bar = st.progress(*told.shown())
    st.button(text("waiting.stop"), key="own-stop")

    def tell(what: str, done: int, total: int) -> None:
        told(what, done, total)
        bar.progress(*told.shown())

    session.take(name, data, kind, tell)


def _kind_words(kind: str) -> str:
    return READERS[kind].title if kind in READERS else text(f"own.kind.{kind or 'auto'}")


def _explained() -> None:
    formats = "; ".join(reader.title for reader in READERS.values())
    ways = html.items(
        Markup.escape(text(f"own.ways.{way}", formats=formats)) for way in ("zip", "yaml", "other")
    )
    sections = [html.section(text("own.ways"), ways, level=2)]
    for part in ("private", "start"):
        body = Markup("<p>{}</p>").format(text(f"own.{part}.text"))
        sections.append(html.section(text(f"own.{part}"), body, level=2))
    html.show(Markup('<div class="prose">{}</div>').format(Markup("").join(sections)))
    st.download_button(
        text("own.take.starter"), packed(starter()), file_name="catalogue.zip",
        on_click="ignore", key="own-take-starter",
    )  # fmt: skip
