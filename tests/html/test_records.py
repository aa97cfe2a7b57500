"""What the pages of records are made of: names and years, filters, tables of years, the search."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest
from markupsafe import Markup

from components.catalog.catalog import load
from components.catalog.dates import parse
from components.catalog.models import Agent
from components.catalog.selection import Index, Selection, known
from components.catalog.tables import events_table
from components.html.records import agents, claims, facets, shared, sources, tendency_years
from components.html.records.parts import alphabetical, initial_of, named
from components.ui import search
from components.ui.content import Content


def told(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def content(catalog) -> Content:
    events = events_table(catalog)
    return Content(catalog, events, Index(events), known(catalog))


@pytest.fixture(scope="module")
def kept(ys) -> shared.Records:
    return shared.records(content(ys))


@pytest.mark.parametrize(
    ("id", "label", "part"),
    [
        ("morel", "Jeanne Morel", "Morel"),
        ("garcia-lopez", "Ana García López", "García López"),
        ("de-la-mer", "Yves de la Mer", "de la Mer"),
        ("jeanne-morel", "Jeanne Morel", "Morel"),
        ("gradlon-ii", "Gradlon II", "Gradlon"),
        ("dahut", "Dahut", "Dahut"),
    ],
)
def test_a_person_is_filed_under_the_family_name(id, label, part):
    assert agents.filed_under(Agent(id=id, label=label, note="."), is_person=True) == part


def test_a_body_is_filed_under_its_whole_name_without_the_article():
    body = Agent(id="league", label="The Yard League", note=".")
    assert agents.filed_under(body, is_person=False) == "Yard League"


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ("1861/1931", "1861–1931"),
        ("1861-05-14/1931-01", "1861–1931"),
        ("1870~/..", "c. 1870–"),
        ("1811/", "1811–?"),
        ("1858?/1920", "1858?–1920"),
        ("1900-05/1900-09", "1900"),
        ("/1907", "?–1907"),
        ("1900", "1900"),
        ("189X/1907", "from the 1890s to 1907"),
    ],
)
def test_a_life_is_told_in_years_as_far_as_they_are_known(dates, years):
    assert agents.life(parse(dates)) == years


def test_a_life_without_dates_is_not_guessed():
    assert agents.life(None) == ""


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("1900-05", 1900),
        ("1900-12/1901-02", 1900),
        ("1901-02/..", 1901),
        ("189X", None),
        ("1900~", 1900),
        ("/1901", None),
        ("[1900-12-31,1901-01-01]", None),
        ("../1901", None),
    ],
)
def test_an_event_counts_in_the_year_in_which_it_surely_began(date, year):
    assert tendency_years.first_year(parse(date)) == year


def test_years_far_apart_do_not_stand_side_by_side():
    roles = pd.DataFrame({
        "event": ["a", "b", "b", "c", "c"],
        "role": ["acted", "acted", "acted", "opposed", "acted"],
        "year": pd.array([1900, 1901, 1901, 1905, 1905], dtype="Int64"),
    })  # fmt: skip
    rows = re.findall(r"<tr.*?</tr>", tendency_years.years_table(roles))
    assert [told(row) for row in rows] == [
        "Year acted opposed", "1900 1 –", "1901 1 –", "1902–1904 no events", "1905 1 1", "All 3 1",
    ]  # fmt: skip


def test_of_many_years_ten_are_a_row():
    years = [*range(-12, 30), 1901, pd.NA]
    roles = pd.DataFrame({
        "event": range(len(years)), "role": "acted", "year": pd.array(years, dtype="Int64"),
    })  # fmt: skip
    rows = re.findall(r"<tr.*?</tr>", tendency_years.years_table(roles))
    assert [told(row) for row in rows] == [
        "Year acted", "21 BCE–12 BCE 2", "11 BCE–2 BCE 10", "1 BCE–9 10", "10–19 10", "20–29 10",
        "30–1899 no events", "1900–1909 1", "Not known 1", "All 44",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "bare"),
    [("“sold before noon”", "sold before noon"), ('a "mass party"', 'a "mass party"'), ("“", "“")],
)
def test_a_quotation_loses_only_the_marks_around_the_whole_of_it(written, bare):
    assert claims.unquoted(written) == bare


def test_a_code_without_a_word_is_shown_as_it_is():
    assert named("language", "br") == "Breton"
    assert named("language", "x-ys") == "x-ys"


def test_a_sign_that_is_no_letter_has_a_heading_that_a_link_can_find():
    assert [initial_of(text) for text in ("jover", "25 de", "")] == ["J", "#", "#"]
    entries = [
        ("#", Markup("<li>25</li>")),
        ("J", Markup("<li>j</li>")),
        ("J", Markup("<li>k</li>")),
    ]
    index = alphabetical(entries, "people?", "names", "names")
    assert index.count('id="letter-0"') == index.count('id="letter-J"') == 1
    assert 'data-focus="#letter-0"' in index and "<ol><li>j</li><li>k</li></ol>" in index


def test_a_source_in_passing_has_no_full_stop(kept):
    assert told(sources.short(kept.content, "le-goff-1978")) == (
        "Le Goff, “Bread and Delegates in a Harbour Town”"
    )


# Filters ------------------------------------------------------------------------------------------


def test_a_filter_counts_what_it_would_leave_under_the_others(kept):
    selection = Selection(extras=(("seen", "whole"), ("type", "book")))
    page = sources.page(kept, selection)
    seen, _, kind, _ = page.facets
    assert facets.kept(page, selection) == ["morel-1901"]
    assert facets.counts(page, seen, selection) == {"whole": 1, "part": 0, "not-seen": 0}
    counted = facets.counts(page, kind, selection)
    assert {value: number for value, number in counted.items() if number} == {
        "book": 1, "pamphlet": 1, "webpage": 1,
    }  # fmt: skip


def test_values_of_one_filter_widen_and_taking_them_away_leads_back(kept):
    start = Selection(text="morel")
    page = sources.page(kept, start)
    seen = page.facets[0]
    both = facets.toggle(seen, facets.toggle(seen, start, "part"), "whole")
    assert both.extra("seen") == ("part", "whole")
    ways = dict(facets.in_use(page, both))
    assert list(ways) == ["“morel”", "seen in part", "seen whole"]
    assert ways["seen whole"].extra("seen") == ("part",)
    assert facets.reset(page, both) == Selection()


def test_a_broad_tendency_finds_people_of_the_narrower(kept):
    selection = Selection(tendencies=("crews",))
    page = agents.page(kept, selection)
    assert facets.kept(page, selection) == ["penrose", "strike-committee"]


# Links and search -------------------------------------------------------------------------------------


def test_a_link_to_another_record_keeps_filters_but_not_the_search():
    selection = Selection(text="bread", countries=("armor",), extras=(("type", "book"),))
    assert shared.link_to("source", "ys-web", selection) == "sources?country=armor&id=ys-web"
    assert shared.link_to("source", "ys-web") == "sources?id=ys-web"
    assert shared.link_to("claim", "K-1", within="review") == "review?id=review&open=K-1"


def also(kept, text: str, **options) -> list[str]:
    page = search.also_found(kept.content, Selection(text=text), **options)
    return [told(row) for row in re.findall(r"<li>.*?</li>", page)]


def test_the_search_offers_other_kinds_of_record(kept):
    assert also(kept, "kermarec") == [
        "People Yann Kermarec",
        "Sources What the Clerk Saw",
    ]


def test_a_place_leads_to_the_search_for_its_name(kept):
    page = search.also_found(kept.content, Selection(text="Seyth"))
    assert '?q=Seven+Yards" data-inner="1"' in page


def test_claims_show_their_number_and_lead_to_their_review(kept):
    assert also(kept, "sixty workshops") == ["Claims checked K-2 Some sixty workshops were seized."]


def test_of_many_hits_five_are_shown_and_the_way_to_all(ys_folder):
    people = "".join(
        f"- {{id: porter-{n}, label: Porter {n}, note: A porter.}}\n" for n in range(1, 8)
    )
    with (ys_folder / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(people)
    kept = shared.records(content(load(ys_folder)))
    page = search.also_found(kept.content, Selection(text="porter"))
    assert also(kept, "porter")[0] == (
        "People Porter 1 · Porter 2 · Porter 3 · Porter 4 · Porter 5 · all 7"
    )
    assert 'href="people?q=porter&amp;type=person"' in page


def test_what_the_page_shows_itself_is_not_offered_again(kept):
    assert also(kept, "kermarec", without=("person", "source", "event")) == []
    assert also(kept, "") == []
