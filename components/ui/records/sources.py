"""The bibliography: every source in Chicago order, how much of it was seen, what rests on it."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st
from markupsafe import Markup

from components.catalog.citations.chicago import bibliography, bibliography_key, short_note
from components.catalog.citations.formats import FORMATS, coins
from components.catalog.models import Source
from components.catalog.selection import Selection
from components.ui import html, state
from components.ui.content import Content, remembered
from components.ui.records import filters
from components.ui.records.filters import Facet, Page
from components.ui.records.parts import alphabetical, initial_of, named, sign
from components.ui.records.shared import FOCUS, Records, first, records
from components.ui.texts import count, text

PAGE = "sources"
SIDE = 384  # px of what stands beside the list
SEEN = ("whole", "part", "not-seen")
MOST_AT_MOST = 10
_FULL_STOP = re.compile(r"\.([”’]?)$")
_FILES = {
    "bib": "text/x-bibtex", "json": "application/json", "ris": "text/plain", "txt": "text/plain",
}  # fmt: skip


def allowed(records: Records) -> dict[str, tuple[str, ...]]:
    """The page's own keys with the values that mean something."""
    sources = records.sources
    return {
        "id": tuple(sources.index), "seen": SEEN, "type": tuple(sources["type"]),
        "language": tuple(filter(None, sources["language"])),
    }  # fmt: skip


def page(records: Records, selection: Selection) -> Page:
    """The bibliography as an index that can be filtered."""
    sources, catalog = records.sources, records.content.catalog
    facets = (
        Facet("seen", text("sources.seen"), {one: text(f"seen.{one}") for one in SEEN},
              _single(records, "seen")),
        Facet("collections", text("sources.collection"),
              {one.id: one.title for one in catalog.collections.values()},
              sources["collections"].to_dict()),
        Facet("type", text("sources.type"), _by_frequency(records, "type", "source.type"),
              _single(records, "type"), is_folded=True),
        Facet("language", text("sources.language"),
              _by_frequency(records, "language", "language"), _single(records, "language"),
              is_folded=True),
    )  # fmt: skip
    found = filters.found(records, ("source",), selection.text)
    return Page(PAGE, tuple(sources.index), facets, found)


def _single(records: Records, column: str) -> dict[str, tuple[str, ...]]:
    """Source → the one value of a column, as a facet has it."""
    values = records.sources[column]
    return {id: (value,) for id, value in values.items() if value}


def _by_frequency(records: Records, column: str, prefix: str) -> dict[str, str]:
    """The values of a column and their words, the most frequent first."""
    frequent = records.sources[column].value_counts().index
    return {value: named(prefix, value) for value in frequent if value}


def index(records: Records, shown: list[str], selection: Selection, theme: str) -> Markup:
    """The bibliography of the sources `shown`, under the letters by which it is sorted."""
    letter_of = _letter_of(records)
    entries = ((letter_of(id), _entry(records, id, selection, theme)) for id in shown)
    return alphabetical(entries, state.href(selection, PAGE), text("sources.list"), "bibliography")


def _letter_of(records: Records):
    def letter(id: str) -> str:
        return initial_of(bibliography_key(records.content.catalog.sources[id])[0])

    return letter


@remembered(most=4)
def _pieces(data: Content, theme: str) -> dict[str, tuple[Markup, Markup]]:
    """Of each source what no reader's choice changes: the entry, and what stands below it."""
    pieces = {}
    for row in records(data).sources.itertuples():
        source = data.catalog.sources[row.Index]
        meta = (
            Markup("{} {}").format(sign(source.seen, theme), text(f"seen.{source.seen}")),
            Markup.escape(named("source.type", source.type)),
            Markup.escape(count("sources.used", row.used_by)),
        )
        below = Markup('{}</p><p class="meta">{}</p>{}').format(
            address(source, row.url), Markup(" · ").join(meta), Markup(coins(source))
        )
        pieces[row.Index] = entry(source), below
    return pieces


def _entry(records: Records, id: str, selection: Selection, theme: str) -> Markup:
    above, below = _pieces(records.content, theme)[id]
    href = state.href(selection.with_extra("id", id), PAGE)
    return Markup('<li id="s-{}" class="{}"><p class="ref">{}{}</li>').format(
        id, "open" if first(selection, "id") == id else "",
        html.link(href, above, focus=FOCUS), below,
    )  # fmt: skip


def entry(source: Source) -> Markup:
    """The bibliography entry without its address, which stands beside it as a link."""
    runs = html.runs(bibliography(source.model_copy(update={"URL": None, "DOI": None})))
    if source.language:
        return Markup('<span lang="{}">{}</span>').format(source.language, runs)
    return runs


def address(source: Source, url: str) -> Markup:
    """Where the text itself can be found: the host, on paper the whole address."""
    if not url:
        return Markup("")
    host = url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
    return Markup(
        ' <a class="url" href="{}" rel="noopener noreferrer" target="_blank" aria-label="{}">'
        "{} ↗</a>"
    ).format(url, text("source.open", title=source.title), host)


def overview(records: Records, shown: list[str], selection: Selection, theme: str) -> Markup:
    """What stands beside the list while nothing is open: on which of the sources most rests."""
    rows = records.sources.loc[shown].sort_values("used_by", ascending=False, kind="stable")
    rows = rows.head(MOST_AT_MOST)
    most = int(rows["used_by"].max()) if len(rows) else 0
    lines = (
        Markup('<span class="t">{} {}</span><span class="n">{}</span>{}').format(
            sign(row.seen, theme),
            html.link(
                state.href(selection.with_extra("id", row.Index), PAGE),
                short(records.content, row.Index),
                focus=FOCUS,
            ),
            row.used_by,
            bar(row.used_by / most),
        )
        for row in rows.itertuples()
    )
    key = html.items((
        Markup("{} {}").format(sign(one, theme), text(f"seen.{one}.long")) for one in SEEN
    ), "key stacked")  # fmt: skip
    return Markup(
        '<aside class="card quiet"><h2>{}</h2><p class="note">{}</p>{}<h3>{}</h3>{}<h3>{}</h3>'
        '<p class="note">{}</p></aside>'
    ).format(
        text("sources.most"), text("sources.most.note"), html.items(lines, "bars"),
        text("sources.seen"), key, text("sources.zotero"), text("sources.zotero.note"),
    )  # fmt: skip


def short(data: Content, id: str) -> Markup:
    """A source as one names it in passing: last name and short title, without the full stop."""
    *most, (last, is_italic) = short_note(data.catalog.sources[id])
    return html.runs((*most, (_FULL_STOP.sub(r"\1", last), is_italic)))


def bar(share: float) -> Markup:
    """A bar `share` (0–1) of its column wide; the number stands beside it."""
    return Markup(
        '<span class="bar" aria-hidden="true"><span style="width:{:.0f}%"></span></span>'
    ).format(100 * share)


def downloads(records: Records, shown: list[str]) -> None:
    """A button that opens the forms in which the sources `shown` can be taken away."""
    sources = [records.content.catalog.sources[id] for id in shown]
    entries = records.sources.loc[shown, "chicago"]
    files = {ending: partial(write, sources) for ending, write in FORMATS.items()}
    files["txt"] = lambda: "\n\n".join(entries) + "\n"
    with st.popover(text("sources.take"), icon=":material/download:", disabled=not shown):
        for ending, mime in _FILES.items():
            st.download_button(
                text(f"sources.file.{ending}"),
                files[ending],
                mime=mime,
                on_click="ignore",
                file_name=f"bibliography.{ending}",
                width="stretch",
                key=f"take-{ending}",
            )
