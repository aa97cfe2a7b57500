"""Selections in the address: every one comes back, and nothing that stands there is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.catalog.dates.calendars import days_from_civil
from components.catalog.selection import AXES, GROUPS, LANES, VIEWS, Known, Selection, known
from components.catalog.selection.addresses import EXTRAS
from components.catalog.selection.addresses import KEYS as ADDRESS_KEYS

KNOWN = Known(
    countries=("armor", "kernow"),
    collections=("ys", "lyonesse"),
    tendencies=("syndicalist", "crews", "owners"),
    roles=("acted", "opposed"),
    themes=("bread", "ideas"),
    kinds=("strike", "decree"),
    standings=("read", "cited"),
    places=("great-quay",),
    events=frozenset({"harbour-strike", "amnesty"}),
    aliases={"strike-1900": "harbour-strike"},
)
DAY = days_from_civil(1900, 5, 1)
LATER = days_from_civil(1901, 2, 14)


def read(**params) -> tuple[Selection, tuple]:
    named = {name.rstrip("_"): value for name, value in params.items()}
    return Selection.from_query(named, KNOWN)


def test_an_address_says_everything_that_is_not_as_usual():
    chosen = Selection(
        countries=("kernow",), collections=("ys",), tendencies=("owners", "crews"),
        roles=("opposed",), themes=("bread",), kinds=("strike",), standings=("read",),
        text="grain store", window=(DAY, LATER), lanes="tendency", axis="shared",
        zooms=(("crews", DAY, LATER),), view="table", event="amnesty",
    )  # fmt: skip
    assert chosen.to_query() == {
        "country": ["kernow"], "collection": ["ys"], "tendency": ["crews", "owners"],
        "role": ["opposed"], "theme": ["bread"], "kind": ["strike"], "standing": ["read"],
        "q": ["grain store"], "from": ["1900-05-01"], "to": ["1901-02-14"], "lanes": ["tendency"],
        "axis": ["shared"], "zoom": ["crews~1900-05-01~1901-02-14"], "view": ["table"],
        "event": ["amnesty"],
    }  # fmt: skip
    assert Selection.from_query(chosen.to_query(), KNOWN) == (chosen, ())


def test_the_usual_selection_has_an_empty_address():
    assert Selection().to_query() == {}
    assert read() == (Selection(), ())


def day() -> st.SearchStrategy[int]:
    return st.integers(days_from_civil(-9999, 1, 1), days_from_civil(99999, 12, 31))


def some(values) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values)).map(tuple)


LANES_KNOWN = (*KNOWN.collections, *KNOWN.tendencies, *KNOWN.themes, *KNOWN.places)
SELECTIONS = st.builds(
    Selection,
    **{group: some(getattr(KNOWN, group)) for group in GROUPS},
    text=st.text(max_size=250),
    window=st.none() | st.tuples(st.none() | day(), st.none() | day()),
    lanes=st.sampled_from(LANES),
    axis=st.sampled_from(AXES),
    zooms=st.lists(st.tuples(st.sampled_from(LANES_KNOWN), day(), day()), max_size=4).map(tuple),
    view=st.sampled_from(VIEWS),
    event=st.sampled_from(("", *sorted(KNOWN.events))),
    extras=st.lists(
        st.tuples(st.sampled_from(EXTRAS), st.text(min_size=1, max_size=200)), max_size=4
    ).map(tuple),
)


@given(SELECTIONS)
def test_every_selection_comes_back_from_its_address(chosen):
    assert Selection.from_query(chosen.to_query(), KNOWN) == (chosen, ())
    assert hash(Selection.from_query(chosen.to_query(), KNOWN)[0]) == hash(chosen)


KEYS = (
    "country",
    "role",
    "q",
    "from",
    "to",
    "lanes",
    "axis",
    "zoom",
    "view",
    "event",
    "id",
    "sort",
)
ODD = st.text() | st.sampled_from(
    ("crews", "1900-05-01", "1900-02-30", "-0000-01-01", "crews~1900-05-01~1900-01-01", "~~")
)
ANYTHING = st.none() | st.integers() | st.binary(max_size=5) | ODD


@given(
    st.dictionaries(
        st.sampled_from(KEYS) | st.text() | st.integers(), ANYTHING | st.lists(ANYTHING, max_size=4)
    )
)
def test_no_address_whatever_it_says_is_an_error(params):
    chosen, notices = Selection.from_query(params, KNOWN)
    assert Selection.from_query(chosen.to_query(), KNOWN) == (chosen, ())
    assert all(isinstance(part, str) for notice in notices for part in notice)


@pytest.mark.parametrize(
    ("params", "notice"),
    [
        ({"tendency": ["crews", "pirates"]}, ("tendency", "pirates")),
        ({"role": "danced"}, ("role", "danced")),
        ({"view": ["map"]}, ("view", "map")),
        ({"view": ["list", "table"]}, ("view", "table")),
        ({"event": ["nowhere"]}, ("event", "nowhere")),
        ({"zoom": ["crews~1900-05-01"]}, ("zoom", "crews~1900-05-01")),
        ({"zoom": ["pirates~1900-05-01~1900-05-02"]}, ("zoom", "pirates~1900-05-01~1900-05-02")),
        ({"zoom": ["crews~1900-05-02~1900-05-01"]}, ("zoom", "crews~1900-05-02~1900-05-01")),
        ({"q": ["x" * 201]}, ("q", "x" * 60)),
        ({"colour": ["red"]}, ("colour", "red")),
        ({"from": ["1900-02-29"]}, ("from", "1900-02-29")),
    ],
)
def test_what_means_nothing_is_left_out_and_named(params, notice):
    assert Selection.from_query(params, KNOWN)[1] == (notice,)


def test_the_longest_text_and_a_window_of_one_day_are_read():
    assert read(q=["x" * 200]) == (Selection(text="x" * 200), ())
    assert read(from_=["1900-05-01"], to=["1900-05-01"]) == (Selection(window=(DAY, DAY)), ())


def test_several_values_of_an_unknown_key_are_named_together():
    assert read(colour=["red", "black"]) == (Selection(), (("colour", "red, black"),))


def test_the_keys_of_saved_links_last():
    """Keys may be added; one that is changed or taken away breaks links that somebody saved."""
    assert set(ADDRESS_KEYS.values()) >= {
        "country", "collection", "tendency", "role", "theme", "kind", "standing", "q", "lanes",
        "axis", "zoom", "view", "event",
    }  # fmt: skip
    assert set(EXTRAS) >= {
        "id", "type", "language", "verdict", "form", "agent", "used", "clock", "start", "end",
        "sort", "open", "seen",
    }  # fmt: skip


@pytest.mark.parametrize("day", ["1900-02-29", "1900-05", "1900-5-1", "01.05.1900", "-0000-01-01"])
def test_a_day_that_cannot_be_is_ignored_and_the_other_end_stays(day):
    assert read(from_=[day], to=["1901-02-14"]) == (
        Selection(window=(None, LATER)), (("from", day),),
    )  # fmt: skip
    assert read(from_=["1900-05-01"], to=[day]) == (Selection(window=(DAY, None)), (("to", day),))


def test_a_window_that_ends_before_it_starts_is_ignored_whole():
    assert read(from_=["1901-02-14"], to=["1900-05-01"]) == (
        Selection(), (("from", "1901-02-14"), ("to", "1900-05-01")),
    )  # fmt: skip


def test_half_a_window_is_half_an_address():
    assert Selection(window=(DAY, None)).to_query() == {"from": ["1900-05-01"]}
    assert Selection(window=(None, DAY)).to_query() == {"to": ["1900-05-01"]}


def test_the_pages_own_keys_come_in_one_order_and_go_into_the_address():
    chosen = Selection().with_extra("type", "thesis", "book").with_extra("id", "morel-1901")
    assert chosen.extras == (("id", "morel-1901"), ("type", "book"), ("type", "thesis"))
    assert chosen.to_query() == {"id": ["morel-1901"], "type": ["book", "thesis"]}
    assert chosen.extra("type") == ("book", "thesis")
    assert chosen.with_extra("type").with_extra("id") == Selection()


def test_the_shared_axis_and_the_lane_of_the_rest_can_be_zoomed():
    chosen = Selection(zooms=(("all", DAY, LATER), ("other", DAY, LATER)))
    assert Selection.from_query(chosen.to_query(), KNOWN) == (chosen, ())


def test_what_is_wrong_does_not_take_the_rest_with_it():
    chosen, _ = read(tendency=["pirates", "crews"], q=["bread"], view=["map"])
    assert chosen == Selection(tendencies=("crews",), text="bread")


def test_streamlits_own_keys_and_those_of_others_are_passed_over_in_silence():
    params = {"embed": ["true"], "embed_options": ["dark_theme"], "anchor": ["strike"]}
    assert Selection.from_query(params, KNOWN, also=("anchor",)) == (Selection(), ())


def test_empty_values_are_no_values():
    assert read(q=[""], view="", country=[""], lanes=None, from_=[]) == (Selection(), ())
    assert read(tendency="crews") == (Selection(tendencies=("crews",)), ())


def test_an_events_former_id_leads_to_the_event():
    assert read(event=["strike-1900"]) == (Selection(event="harbour-strike"), ())


def test_a_catalog_knows_its_ids(ys):
    ids = known(ys)
    assert ids.countries == ("armor", "kernow")
    assert ids.collections == ("ys", "lyonesse")
    assert ids.roles == ("acted", "proposed", "supported", "opposed", "suppressed")
    assert ids.standings == ("read", "cited", "unchecked")
    assert set(ids.events) == set(ys.events)
    assert ids.aliases == {"grain-store-1900": "grain-store-seized"}
    chosen, _ = Selection.from_query({"event": ["grain-store-1900"]}, ids)
    assert chosen.event == "grain-store-seized"
