"""The bibliography: every source in Chicago order, how much of it was seen, what rests on it."""

from __future__ import annotations

import re

from markupsafe import Markup

from components.catalog.citations.chicago import bibliography, bibliography_key, short_note
from components.catalog.citations.formats import coins
from components.catalog.models import Source
from components.catalog.selection import Selection
from components.html import addresses, pieces
from components.html.content import Content, remembered
from components.html.records import facets
from components.html.records.facets import Facet, Page
from components.html.records.parts import alphabetical, initial_of, named, sign
from components.html.records.shared import FOCUS, Records, first, records
from components.html.texts import count, text

PAGE = "sources"
SIDE = 384  # px of what stands beside the list
SEEN = ("whole", "part", "not-seen")
MOST_AT_MOST = 10
_FULL_STOP = re.compile(r"\.([”’]?)$")


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
    groups = (
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
    found = facets.found(records, ("source",), selection.text)
    return Page(PAGE, tuple(sources.index), groups, found)


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
    href = addresses.href(selection, PAGE)
    return alphabetical(entries, href, text("sources.list"), "bibliography")


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
    href = addresses.href(selection.with_extra("id", id), PAGE)
    return Markup('<li id="s-{}" class="{}"><p class="ref">{}{}</li>').format(
        id, "open" if first(selection, "id") == id else "",
        pieces.link(href, above, focus=FOCUS), below,
    )  # fmt: skip


def entry(source: Source) -> Markup:
    """The bibliography entry without its address, which stands beside it as a link."""
    runs = pieces.runs(bibliography(source.model_copy(update={"URL": None, "DOI": None})))
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
            pieces.link(
                addresses.href(selection.with_extra("id", row.Index), PAGE),
                short(records.content, row.Index),
                focus=FOCUS,
            ),
            row.used_by,
            bar(row.used_by / most),
        )
        for row in rows.itertuples()
    )
    key = pieces.items((
        Markup("{} {}").format(sign(one, theme), text(f"seen.{one}.long")) for one in SEEN
    ), "key stacked")  # fmt: skip
    return Markup(
        '<aside class="card quiet"><h2>{}</h2><p class="note">{}</p>{}<h3>{}</h3>{}<h3>{}</h3>'
        '<p class="note">{}</p></aside>'
    ).format(
        text("sources.most"), text("sources.most.note"), pieces.items(lines, "bars"),
        text("sources.seen"), key, text("sources.zotero"), text("sources.zotero.note"),
    )  # fmt: skip


def short(data: Content, id: str) -> Markup:
    """A source as one names it in passing: last name and short title, without the full stop."""
    *most, (last, is_italic) = short_note(data.catalog.sources[id])
    return pieces.runs((*most, (_FULL_STOP.sub(r"\1", last), is_italic)))


def bar(share: float) -> Markup:
    """A bar `share` (0–1) of its column wide; the number stands beside it."""
    return Markup(
        '<span class="bar" aria-hidden="true"><span style="width:{:.0f}%"></span></span>'
    ).format(100 * share)
