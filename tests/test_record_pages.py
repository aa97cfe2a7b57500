"""The pages of records on the invented catalogue: indexes, open records, links, empty results."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.html.pieces import ADDRESS

ROOT = Path(__file__).parents[1]
YS = ROOT / "tests" / "fixtures" / "ys"


@pytest.fixture(autouse=True)
def _ys(monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))


def visited(page: str, **query: str | list[str]) -> AppTest:
    """The app after a first visit by a link to `page`."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py")
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def told(markup: str) -> str:
    """What a reader reads: no tags, one space between words."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def record(app: AppTest) -> str:
    """The open record."""
    return re.search(r'<article class="card record.*?</article>', html(app), re.S)[0]


def ids(app: AppTest, prefix: str) -> list[str]:
    """Ids of the entries of an index."""
    return re.findall(rf'<li id="{prefix}-([^"]+)"', html(app))


def section(markup: str, heading: str) -> str:
    """The part of a card under a heading that begins so."""
    return re.search(rf"<h3>{heading}.*?(?=<h3>|<div class=.copy|</article>)", markup, re.S)[0]


def notices(app: AppTest) -> list[str]:
    return [told(one) for one in re.findall(r'<div class="notice".*?</div>', html(app), re.S)]


# Sources ------------------------------------------------------------------------------------------


def test_the_bibliography_stands_in_chicago_order():
    assert ids(visited("sources"), "s") == [
        "ys-web", "gazette-1900", "kermarec-1902", "le-goff-1978", "port-archive", "morel-1901",
        "trevena-1985",
    ]  # fmt: skip


def test_an_entry_says_how_much_was_seen_and_how_many_records_rest_on_it():
    entry = re.search(r'<li id="s-morel-1901".*?</li>', html(visited("sources")), re.S)[0]
    assert told(entry) == (
        "Morel, Jeanne. The Quay Is Ours: Ten Months in Ys . [ca. 1901]. Reprint, Ys: Imprimerie "
        "du Port, 1901. seen whole · Book · cited in 17 records"
    )
    assert '<span lang="fr">' in entry


def test_every_entry_can_be_picked_up_by_zotero():
    assert html(visited("sources")).count('<span class="Z3988" title="ctx_ver=Z39.88-2004') == 7


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"seen": "whole"}, ["ys-web", "kermarec-1902", "morel-1901"]),
        ({"seen": ["whole", "not-seen"], "type": "book"}, ["morel-1901"]),
        ({"collection": "lyonesse"}, ["morel-1901", "trevena-1985"]),
        ({"language": "en"}, ["trevena-1985"]),
        ({"q": "drowned town 1985"}, ["trevena-1985"]),
    ],
)
def test_filters_narrow_the_bibliography(query, left):
    app = visited("sources", **query)
    assert ids(app, "s") == left
    assert f"<b>{len(left)}</b> of 7 sources" in html(app)


def test_an_open_source_shows_what_rests_on_it_with_place_and_standing():
    card = record(visited("sources", id="kermarec-1902"))
    assert told(card) == (
        "Pamphlet × Close What the Clerk Saw Kermarec, Yann. What the Clerk Saw . Privately "
        "printed, March 1902. the whole text was seen The text examined in the review. "
        "2 events rest on it June–September 1900 The council of delegates meets read by "
        "Y. Kermarec, p. 6 ✓ read 30 September 1900 The prefect bans the council p. 11 ✓ read "
        "One figure Workshops seized Y. Kermarec, p. 4 ✓ read "
        "One claim checked K-4 The prefect forbade meetings. p. 11 ✓ read "
        "Examined as a whole What the clerk saw, examined ✓ read "
        "Copy as Chicago note Bibliography entry BibTeX CSL-JSON RIS Link to this source"
    )
    assert 'href="review?id=kermarec-review&amp;open=K-4"' in card
    assert 'href="figures?id=workshops-seized"' in card


def test_events_that_rest_on_a_source_link_to_the_timeline_in_order_of_date():
    card = record(visited("sources", id="trevena-1985"))
    events = section(card, "6 events")
    assert re.findall(r'href="[^"]*\?event=([^"]+)"', events) == [
        "yards-taken", "sailmakers-strike", "council-of-yards", "yards-closed", "amnesty",
        "exiles-in-kernow",
    ]  # fmt: skip
    assert told(events).startswith(
        "6 events rest on it 13 March 1900 Crews take the seven yards p. 46 ✓ read"
    )


def test_a_dispute_is_shown_with_whose_reading_it_is_and_its_events():
    card = record(visited("sources", id="trevena-1985"))
    assert told(section(card, "One dispute")) == (
        "One dispute Why did the yards close? Crews take the seven yards "
        "The League closes the yards read by R. Trevena, p. 60 ✓ read"
    )


def test_a_source_in_which_another_was_met_says_which():
    card = record(visited("sources", id="le-goff-1978"))
    assert "where Minutes of the Strike committee was met" in told(section(card, "5 events"))


def test_a_source_is_copied_as_a_note_and_for_programs():
    copies = dict(
        re.findall(r'data-copy="([^"]*)"[^>]*>([^<]+)<', record(visited("sources", id="ys-web")))
    )
    words = {label: unescape(text) for text, label in copies.items()}
    assert words["Chicago note"] == (
        "Friends of the Port Archive, “The Strike in Figures,” Ys Remembered, [2004?], "
        "https://ys.example/figures."
    )
    assert words["BibTeX"].startswith("@misc{ys-web,\n")
    assert words["RIS"].startswith("TY  - ELEC\r\nID  - ys-web\r\n")
    assert words["Link to this source"] == ADDRESS


def test_the_sources_on_which_most_rests_stand_beside_the_list():
    aside = re.search(r'<aside class="card quiet".*?</aside>', html(visited("sources")), re.S)[0]
    assert re.findall(r'<span class="n">(\d+)</span>', aside) == [
        "17",
        "11",
        "8",
        "5",
        "4",
        "3",
        "2",
    ]


def test_the_bibliography_can_be_taken_away_and_cited():
    app = visited("sources", seen="whole")
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels == ["Download CSL-JSON"]
    formats = next(box for box in app.selectbox if box.label == "Format")
    assert [option.partition(" – ")[0] for option in formats.options] == [
        "CSL-JSON", "BibTeX", "RIS", "Bibliography"
    ]  # fmt: skip
    assert "How to cite" in html(app)


def test_an_empty_bibliography_says_how_to_widen():
    app = visited("sources", q="quay", language="en")
    assert "Nothing matches all of these." in html(app)
    assert "Without “quay” there would be 1." in told(html(app))
    assert "Without English there would be 1." in told(html(app))


@pytest.mark.parametrize("page", ["sources", "people", "tendencies", "review"])
def test_what_a_link_does_not_mean_here_is_named_and_left_out(page):
    app = visited(page, id="nobody", verdict="maybe")
    assert notices(app) == [
        "Part of the link means nothing here and was left out: id=nobody, verdict=maybe."
    ]
    assert dict(app.query_params) == {}


def test_of_two_open_records_the_first_counts():
    app = visited("sources", id=["morel-1901", "ys-web"])
    assert notices(app) == ["Part of the link means nothing here and was left out: id=ys-web."]
    assert app.query_params["id"] == "morel-1901"


# People and organisations -------------------------------------------------------------------------


def test_names_stand_in_alphabetical_order_of_the_family_name():
    assert ids(visited("people"), "a") == [
        "bread-shop", "harbour-union", "kermarec", "jeanne-morel", "penrose", "prefecture",
        "strike-committee", "tremeur", "yard-owners",
    ]  # fmt: skip


def test_an_entry_shows_the_name_in_its_own_language_the_years_and_a_line():
    entry = re.search(r'<li id="a-penrose".*?</li>', html(visited("people")), re.S)[0]
    assert told(entry) == (
        "Alice Penrose Alys Pennros 1858?–1920 2 events Sailmaker, delegate of the Lyonesse yards."
    )
    assert '<span class="o" lang="kw">Alys Pennros</span>' in entry


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"q": "Пенроуз"}, ["penrose"]),
        ({"q": "tremeur"}, ["tremeur"]),
        ({"q": "HUY"}, ["harbour-union"]),
        ({"type": "person"}, ["kermarec", "jeanne-morel", "penrose", "tremeur"]),
        ({"tendency": "crews"}, ["penrose", "strike-committee"]),
        ({"tendency": "republican", "type": "organisation"}, ["prefecture"]),
    ],
)
def test_any_spelling_kind_and_tendency_finds_an_agent(query, left):
    assert ids(visited("people", **query), "a") == left


def test_an_open_person_shows_names_life_currents_and_every_role_in_order():
    card = record(visited("people", id="jeanne-morel"))
    assert told(card) == (
        "Person × Close Jeanne Morel Also: J. Morel, Citizen Morel 1861–1931 "
        "Net mender, speaker of the Strike committee and its first historian. "
        "Tendencies Harbour syndicalists (Syndicalists) "
        "In 5 events "
        "March 1900 Founding of the Harbour Union acted (Harbour syndicalists) "
        "June–September 1900 The council of delegates meets proposed (Harbour syndicalists) "
        "autumn 1900 Morel speaks in the fish market acted (Harbour syndicalists) "
        "perhaps about 1901 Morel's history of the strike acted (Harbour syndicalists) "
        "since March 1901 Exiles settle in Kernow acted (Syndicalists) "
        "Sources Morel, The Quay Is Ours , preface. ✓ read Wikidata ↗ Copy link"
    )
    assert 'href="https://www.wikidata.org/wiki/Q1"' in card
    assert 'href="tendencies?id=harbour-syndicalist"' in card
    assert 'href="sources?id=morel-1901"' in card


def test_the_switch_and_the_address_are_one():
    app = visited("people", type="organisation")
    assert app.button_group[0].value == "organisation"
    app.button_group[0].set_value("all").run()
    assert dict(app.query_params) == {}
    app.button_group[0].set_value("person").run()
    assert app.query_params["type"] == "person"
    assert len(ids(app, "a")) == 4


# Tendencies -----------------------------------------------------------------------------------------


def test_narrower_tendencies_stand_below_the_broad_one():
    page = html(visited("tendencies"))
    family = re.search(r'<div class="family"><h2 id="t-crews".*?</div>', page, re.S)[0]
    assert told(family) == (
        "Crews 11 events Workers in their crews, of no one current. "
        "Dock crews 7 events Crews of the dry dock."
    )


def test_tendencies_are_narrowed_by_where_they_were_active_and_by_words():
    assert ids(visited("tendencies", collection="lyonesse"), "t") == ["dock-crews"]
    assert 'id="t-old-guard"' in html(visited("tendencies", q="left the town party"))


def test_an_open_tendency_counts_its_roles_by_year():
    card = record(visited("tendencies", id="dock-crews"))
    table = re.search(r'<table class="years">.*?</table>', card, re.S)[0]
    rows = [told(row) for row in re.findall(r"<tr.*?</tr>", table, re.S)]
    assert rows == [
        "Year acted supported opposed was suppressed",
        "1900 4 1 – 1",
        "1901 – – 1 –",
        "All 4 1 1 1",
    ]


def test_a_year_that_is_not_known_is_no_year():
    card = record(visited("tendencies", id="crews"))
    assert "the 1890s The “Song of the Quay” is first sung" in told(card)
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>', card)
    assert rows == ["1900", "1901", "Not known", "All"]


def test_an_open_tendency_links_to_its_events_people_and_the_timeline():
    card = record(visited("tendencies", id="dock-crews"))
    assert '?tendency=dock-crews" data-inner="1"' in card
    assert told(section(card, "One person")) == "One person Alice Penrose"
    assert told(section(card, "Events in which it was suppressed")) == (
        "Events in which it was suppressed: 1 2 November 1900 The League closes the yards"
    )


def test_a_broad_tendency_takes_in_what_the_narrower_did():
    card = record(visited("tendencies", id="syndicalist"))
    assert "Harbour syndicalists" in told(section(card, "Narrower tendencies"))
    assert "Harbour syndicalists" in told(section(card, "Events in which it acted"))


# The text under examination -----------------------------------------------------------------------------


def test_a_review_says_what_is_examined_and_counts_the_findings_in_words():
    page = html(visited("review"))
    assert "<h1>What the clerk saw, examined</h1>" in page
    assert told(re.search(r'<div class="prose">.*?</div>', page, re.S)[0]) == (
        "The clerk's pamphlet, claim by claim. Text Kermarec, Yann. What the Clerk Saw . "
        "Privately printed, March 1902. Examined in Ys and Lyonesse, an invented catalogue, "
        "version 1."
    )
    assert told(re.search(r'<section class="tally">.*?</section>', page, re.S)[0]) == (
        "What was found 1 supported 1 partly right 1 wrong 1 opinion 1 not verified"
    )


def test_claim_and_finding_stand_side_by_side():
    claim = re.search(r'<li id="claim-K-1".*?</div></li>', html(visited("review")), re.S)[0]
    assert told(claim) == (
        "The text says K-1 The grain was sold at once. sold before noon , p. 3 "
        "Events 14 May 1900 Seizure of the grain store "
        "What was found wrong The minutes and the Gazette say that nothing was sold for a week. "
        "It should say: It was weighed, and sold from the second week. "
        "Sources Gazette of Ys , “Grain Store,” 2. cited through Le Goff, “Bread and Delegates in a "
        "Harbour Town.” Link to K-1"
    )
    assert '?event=grain-store-seized" data-inner="1"' in claim
    assert 'href="review?id=kermarec-review&amp;open=K-1" data-copy="' + ADDRESS + '"' in claim


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"verdict": ["wrong", "partly"]}, ["K-1", "K-2"]),
        ({"theme": "coordination"}, ["K-3", "K-5"]),
        ({"q": "register"}, ["K-2"]),
        ({"theme": "coordination", "verdict": "opinion"}, ["K-3"]),
    ],
)
def test_claims_are_narrowed_by_finding_subject_and_words(query, left):
    assert ids(visited("review", **query), "claim") == left


def test_a_link_to_a_claim_shows_it_above_the_others_with_its_neighbours():
    app = visited("review", id="kermarec-review", open="K-2", verdict="wrong")
    card = record(app)
    assert told(card).startswith(
        "Claim K-2 × Close The text says Some sixty workshops were seized."
    )
    assert told(card).endswith("Link to K-2 ← K-1 K-3 →")
    assert 'href="figures?id=workshops-seized&amp;theme' not in card
    assert ids(app, "claim") == ["K-1"]


def test_of_two_reviews_the_link_says_which(ys_folder, monkeypatch):
    first = (ys_folder / "reviews" / "kermarec-1902.yaml").read_text("utf-8")
    second = first.replace("id: kermarec-review", "id: second").replace(
        "title: What", "title: Again, what"
    )
    (ys_folder / "reviews" / "second.yaml").write_text(second, "utf-8")
    monkeypatch.setenv("EVENTS", str(ys_folder))
    app = visited("review", id="second")
    assert "<h1>Again, what the clerk saw, examined</h1>" in html(app)
    app.selectbox[0].set_value("kermarec-review").run()
    assert "<h1>What the clerk saw, examined</h1>" in html(app)
    assert app.query_params["id"] == "kermarec-review"


# Between the pages --------------------------------------------------------------------------------------


def test_what_was_open_on_another_page_goes_without_a_word():
    app = visited("sources", id="morel-1901", type="book", q="morel")
    app.query_params.clear()
    app.switch_page("pages/people.py").run()
    assert notices(app) == []
    assert app.query_params["q"] == "morel"
    assert "id" not in app.query_params and "type" not in app.query_params
    assert ids(app, "a") == ["kermarec", "jeanne-morel"]


def test_a_search_offers_what_it_finds_in_other_records():
    page = html(visited("people", q="bread"))
    also = re.search(r'<section class="also".*?</section>', page, re.S)[0]
    assert told(also).startswith("Also found Events A common bread shop opens")
    assert "Sources Bread and Delegates in a Harbour Town" in told(also)
    assert "Organisations" not in told(also)


def test_no_search_offers_nothing_more():
    assert '<section class="also"' not in html(visited("people"))
