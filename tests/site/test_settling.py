"""Links, ids and headings of a page as they stand in its file."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from components.catalog.selection import Selection
from components.html import pieces
from components.html.addresses import app_address, href, written_by
from components.site.addresses import writer
from components.site.page import address
from components.site.settling import raised, settled, with_ids_of


def link(path: str, fragment: str) -> str:
    return f"<{path}|{fragment}>"


@pytest.mark.parametrize(
    ("selection", "page", "there"),
    [
        (Selection(), "", "page:index"),
        (Selection(event="amnesty", themes=("bread",)), "timeline", "page:events/amnesty"),
        (Selection(themes=("bread",)), "timeline", "page:index#theme=bread"),
        (Selection(extras=(("id", "morel"),)), "people", "page:people/morel"),
        (Selection(text="x"), "sources", "page:sources"),
        (Selection(extras=(("id", "bread-price"), ("type", "sources"))), "figures",
         "page:figures/bread-price"),
        (Selection(extras=(("id", "kermarec-review"), ("open", "K-1"))), "review",
         "page:reviews/kermarec-review#claim-K-1"),
        (Selection(), "review", "page:reviews/kermarec-review"),
        (Selection(extras=(("verdict", "wrong"),)), "review",
         "page:reviews/kermarec-review#verdict=wrong"),
        (Selection(), "compare", "page:comparisons/ys-lyonesse"),
    ],
)  # fmt: skip
def test_a_selection_of_the_app_has_an_address_in_the_site(ys, selection, page, there):
    with written_by(writer(ys)):
        assert href(selection, page) == there
    assert href(selection, page) == app_address(selection, page)


def test_a_link_loses_what_the_app_needs_and_gets_the_address_of_a_file():
    made = pieces.link(address("events/strike"), "Strike & more", focus="#event-title")
    assert settled(made, "index", link) == '<a href="<events/strike|>">Strike &amp; more</a>'


def test_a_link_to_the_page_itself_leads_to_what_would_take_the_focus():
    made = pieces.link(address("people"), "A", focus="#letter-A")
    assert settled(made, "people", link) == '<a href="<people|letter-A>">A</a>'


def test_what_content_says_is_no_link():
    said = Markup("<p>{}</p>").format('<a href="page:events/x" data-focus="#y">')
    assert settled(said, "index", link) == str(said)


def test_the_way_to_close_a_card_falls_out():
    made = Markup("<p>{}</p>").format(pieces.link(address("people"), "× Close"))
    assert settled(made, "people/morel", link) == "<p></p>"


def test_headings_rise_by_one_level():
    assert raised('<h2 id="a">x</h2><h3>y</h3><hr>') == '<h1 id="a">x</h1><h2>y</h2><hr>'


def test_ids_and_what_points_to_them_get_the_name_of_the_page():
    made = '<p id="a" aria-labelledby="b c">id="a" for="b"</p><label for="d">x</label>'
    assert with_ids_of(made, "people/morel") == (
        '<p id="people/morel/a" aria-labelledby="people/morel/b people/morel/c">id="a" for="b"</p>'
        '<label for="people/morel/d">x</label>'
    )
