"""What holds for every selection: filters, counts and addresses, compared with the plain way."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalog.catalog import load
from components.catalog.dates import parse
from components.catalog.selection import GROUPS, Index, Selection, facet_counts, known
from components.catalog.tables import events_table
from components.catalog.tables.events import extent
from tests.conftest import YS


@cache
def index() -> Index:
    return Index(events_table(load(YS)))


@cache
def with_words(text: str) -> set[str]:
    """Rows that hold the words: what words are is the business of `test_search`."""
    return set(index().table.index[index().words.holding(text)])


KNOWN = known(load(YS))
WORDS = ("strike", "Morel", "harbour crews", "committee", "the", "no such word")
days = st.integers(-26_000, -25_000) | st.sampled_from((-26_000, 0, 10_000))
windows = st.none() | st.tuples(st.none() | days, st.none() | days)
selections = st.builds(
    Selection,
    **{
        group: st.lists(st.sampled_from(getattr(KNOWN, group)), max_size=2).map(tuple)
        for group in GROUPS
    },
    text=st.just("") | st.sampled_from(WORDS),
    window=windows,
)


def fits(chosen: Selection, event) -> bool:
    """Whether a row fits, said as a reader would."""
    pairs = {tuple(pair.split(":")) for pair in event.roles}
    who = [role for tendency, role in pairs if tendency in (chosen.tendencies or {tendency})]
    (first, last), (earliest, latest) = chosen.window or (None, None), extent(parse(event.date))
    return (
        (not chosen.countries or event.country in chosen.countries)
        and (not chosen.collections or event.collection in chosen.collections)
        and (not chosen.kinds or event.kind in chosen.kinds)
        and (not chosen.standings or event.standing in chosen.standings)
        and (not chosen.themes or bool({*chosen.themes} & {*event.themes}))
        and (
            any(role in chosen.roles for role in who)
            if chosen.roles
            else not chosen.tendencies or bool({*chosen.tendencies} & {*event.tendencies})
        )
        and (not chosen.text or event.Index in with_words(chosen.text))
        and (last is None or earliest <= last)
        and (first is None or latest >= first)
    )


@settings(max_examples=150)
@given(selections)
def test_a_selection_keeps_the_rows_that_fit_one_by_one(chosen):
    wanted = [row.Index for row in index().table.itertuples() if fits(chosen, row)]
    assert list(chosen.apply(index()).index) == wanted
    assert int(chosen.mask(index()).sum()) == len(wanted)


@settings(max_examples=20)
@given(selections)
def test_every_count_is_what_that_value_alone_would_keep(chosen):
    for group, counts in facet_counts(index(), chosen).items():
        for value, count in counts.items():
            assert count == len(chosen.with_(**{group: (value,)}).apply(index()))


@given(selections, st.sampled_from((*GROUPS, "text", "window")))
def test_leaving_a_filter_out_is_the_same_as_clearing_it(chosen, group):
    cleared = chosen.with_(**{group: getattr(Selection(), group)})
    assert chosen.apply(index(), without=group).equals(cleared.apply(index()))


@given(selections, st.sampled_from(GROUPS), st.data())
def test_a_further_choice_of_another_group_never_adds_a_row(chosen, group, data):
    if getattr(chosen, group) or (
        group in ("tendencies", "roles") and chosen.tendencies + chosen.roles
    ):
        return
    value = data.draw(st.sampled_from(getattr(KNOWN, group)))
    assert set(chosen.toggle(group, value).apply(index()).index) <= set(chosen.apply(index()).index)


@given(selections)
def test_every_selection_of_a_catalogue_comes_back_from_its_address(chosen):
    assert Selection.from_query(chosen.to_query(), KNOWN) == (chosen, ())


@given(selections)
def test_taking_every_chip_away_leaves_nothing_chosen(chosen):
    for group, value in chosen.chips:
        chosen = chosen.without_value(group, value)
    assert chosen.is_default


@pytest.mark.parametrize(
    ("group", "value"),
    [("themes", ("bread",)), ("collections", ("lyonesse",)), ("text", "strike"),
     ("window", (-25_400, -25_300)), ("roles", ("acted",)), ("tendencies", ("owners",))],
)  # fmt: skip
def test_a_filter_that_is_left_out_keeps_nothing_back(group, value):
    chosen = Selection(**{group: value})
    assert len(chosen.apply(index())) < len(index().table)
    assert len(chosen.apply(index(), without=group)) == len(index().table)
