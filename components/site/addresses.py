"""Where the links of the pieces lead in a site: every record has a page of its own."""

from __future__ import annotations

from urllib.parse import urlencode

from components.catalog.catalog import Catalog
from components.catalog.selection import Selection
from components.html.addresses import FRONT, Writer
from components.site.page import address

FRONT_PAGE = "index"
# Pages of the app whose records have pages of their own: the folder of these.
_FOLDERS = {
    "people": "people", "sources": "sources", "tendencies": "tendencies", "figures": "figures",
    "review": "reviews", "compare": "comparisons",
}  # fmt: skip


def writer(catalog: Catalog) -> Writer:
    """What gives the address of a selection on a page of the app in a site of this catalogue."""
    first = {
        "review": next(iter(catalog.reviews), ""),
        "compare": next(iter(catalog.comparisons), ""),
    }

    def write(value: Selection, page: str = "") -> str:
        if page in ("", FRONT):
            return _front(value)
        record = next(iter(value.extra("id")), "") or first.get(page, "")
        if not record:
            return address(page)
        return address(f"{_FOLDERS[page]}/{record}", _claims(value) if page == "review" else "")

    return write


def _claims(value: Selection) -> str:
    """The place of the open claim, else the findings to which the list is narrowed."""
    if opened := value.extra("open"):
        return f"claim-{opened[0]}"
    return urlencode({"verdict": verdict[0]}) if (verdict := value.extra("verdict")) else ""


def _by_page(catalog: Catalog):
    """Pages that show a record even where the address names none: the first of these."""
    return (("review", catalog.reviews), ("compare", catalog.comparisons))


def _front(value: Selection) -> str:
    """The page of an event, else the front page with its filters behind the #."""
    if value.event:
        return address(f"events/{value.event}")
    return address(FRONT_PAGE, urlencode(value.to_query(), doseq=True))
