"""A whole site, before it is written: its pages, the data of its script, its drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from components.catalog.catalog import Catalog
from components.catalog.selection import LANES
from components.html.addresses import written_by
from components.html.content import Content, content_of
from components.html.figures import shared
from components.html.figures.shared import Figures
from components.html.records.shared import Records, records
from components.site.addresses import writer
from components.site.page import Page
from components.site.pages import about, compare, figures, front
from components.site.pages import records as of_records
from components.site.pictures import Pictures

_LISTS = 7  # timeline, figures, people, tendencies, sources, about, search
Told = Callable[[str, int, int], None]  # what is being made, how many of how many


@dataclass(frozen=True)
class Site:
    """A catalogue as pages.

    pages: with drawings as classes of `pictures`; data: by name, what the script draws and searches
    moved: former path of a page → its present one
    """

    catalog: Catalog
    pages: list[Page]
    data: dict[str, Any]
    moved: dict[str, str]
    pictures: Pictures


def site_of(catalog: Catalog, told: Told = lambda *_: None) -> Site:
    """The site of a catalogue; told: hears how far it has come."""
    pictures = Pictures()
    with written_by(writer(catalog)):
        data = content_of(catalog)
        kept, of_figures = records(data), shared.figures(data)
        of_script = dict(_counted(_drawings(data, of_figures), _charts(data), "charts", told))
        of_script["events"] = front.events_data(data)
        of_script |= compare.own_starts(data)
        of_script["search"] = about.search_data(kept)
        of_script["folding"] = about.folding_rules()
        every = _pages(data, kept, of_figures, of_script)
        pages = [
            replace(page, body=Markup(pictures.as_classes(page.body)))
            for page in _counted(every, _number(catalog), "pages", told)
        ]
    return Site(catalog, pages, of_script, dict(_moved(catalog)), pictures)


def _drawings(data: Content, of_figures: Figures) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from front.timeline_data(data)
    yield from figures.figure_data(of_figures)
    yield from compare.compare_data(data)


def _charts(data: Content) -> int:
    """How many drawings there will be."""
    catalog = data.catalog
    clocks = sum(len(compare.views(data, one)) for one in catalog.comparisons.values())
    return len(LANES) + 2 * len(catalog.indicators) + clocks


def _pages(
    data: Content, kept: Records, of_figures: Figures, of_script: dict[str, Any]
) -> Iterator[Page]:
    heights = {
        id: int(of_script[f"small-{id}"]["at"][0][1]["layout"]["height"])
        for id in of_figures.table.index
    }
    yield front.front(data)
    yield from of_records.event_pages(data)
    yield from compare.compare_pages(data)
    yield figures.gallery(of_figures, heights)
    yield from figures.figure_pages(of_figures)
    yield of_records.people(kept)
    yield from of_records.agent_pages(kept)
    yield of_records.all_tendencies(kept)
    yield from of_records.tendency_pages(kept)
    yield from of_records.review_pages(kept)
    yield of_records.all_sources(kept)
    yield from of_records.source_pages(kept)
    yield about.about(data)
    yield about.search()


def _number(catalog: Catalog) -> int:
    """How many pages there will be: of each record one, and the lists of them."""
    fields = (
        catalog.events, catalog.comparisons, catalog.indicators, catalog.people,
        catalog.organisations, catalog.vocabulary.tendencies, catalog.reviews, catalog.sources,
    )  # fmt: skip
    return sum(map(len, fields)) + _LISTS


def _moved(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Former paths of pages with the present ones; a former id that is in use again means that."""
    for folder, found in (("events", catalog.events), ("figures", catalog.indicators)):
        for id, record in found.items():
            for alias in record.aliases:
                if alias not in found:
                    yield f"{folder}/{alias}", f"{folder}/{id}"


def _counted(made: Iterable[Any], total: int, what: str, told: Told) -> Iterator[Any]:
    for number, one in enumerate(made, 1):
        told(what, number, total)
        yield one
