"""The real content under `events/`: complete, cited, in words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from components.catalog.catalog import Catalog, load

EVENTS = Path(__file__).parent.parent / "events"
RUN = 8  # words in a row that two texts do not share by chance
COPY = 5  # words in a row of somebody else's that are a copy, not a way of speaking
QUOTED = re.compile(r"“([^”]+)”")
# Fields in which an author writes sentences; notes of doubt repeat their formulas on purpose.
PROSE = {
    "summary",
    "text",
    "claim",
    "reason",
    "correction",
    "definition",
    "finding",
    "why",
    "limps",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(EVENTS)


def test_there_are_no_problems(catalog):
    assert "\n".join(map(str, catalog.problems)) == ""
    assert (catalog.left_out, catalog.unread) == (frozenset(), frozenset())


def test_there_are_at_least_150_events_of_every_collection_some(catalog):
    assert len(catalog.events) >= 150
    homes = {catalog.collection_of[identifier] for identifier in catalog.events}
    assert homes == set(catalog.collections) == set(catalog.header.collections)


def test_every_event_has_a_place_a_role_a_theme_and_a_source(catalog):
    for event in catalog.events.values():
        assert event.place in catalog.places, event.id
        assert event.roles and event.themes and event.sources, event.id


def test_what_is_shown_first_rests_on_two_sources(catalog):
    for event in catalog.events.values():
        if event.importance == 1:
            assert len({citation.cite for citation in event.sources}) >= 2, event.id


def test_every_source_is_used_and_says_in_which_language_it_is(catalog):
    used = {pointer.id for _, pointer in catalog.pointers if "source" in pointer.kinds}
    assert set(catalog.sources) == used
    assert [source.id for source in catalog.sources.values() if not source.language] == []


def test_every_person_and_organisation_takes_part_in_an_event(catalog):
    acting = {a for e in catalog.events.values() for role in e.roles for a in role.actors}
    assert set(catalog.people) | set(catalog.organisations) == acting


def test_names_of_another_script_are_given_in_it(catalog):
    for agent in [*catalog.people.values(), *catalog.organisations.values()]:
        if agent.lang == "ru":
            assert re.search("[а-яё]", agent.original.casefold()), agent.id


def test_every_dispute_has_two_readings_and_an_event_and_every_reading_a_source(catalog):
    for record in [*catalog.disputes.values(), *catalog.events.values()]:
        for reading in record.readings:
            assert reading.by and reading.school and reading.sources, record.id
    assert all(len(dispute.readings) >= 2 for dispute in catalog.disputes.values())
    asked = {dispute for event in catalog.events.values() for dispute in event.disputes}
    assert asked == set(catalog.disputes)


def test_every_estimate_has_a_source_and_somebody_who_says_so(catalog):
    for indicator in catalog.indicators.values():
        for estimate in indicator.estimates:
            assert estimate.sources and estimate.by, indicator.id


def test_a_number_that_nobody_looked_up_says_so(catalog):
    for indicator in catalog.indicators.values():
        for estimate in indicator.estimates:
            if {citation.standing for citation in estimate.sources} == {"unchecked"}:
                assert "not looked up" in (estimate.note or ""), indicator.id


def test_every_thing_counted_belongs_to_an_event(catalog):
    shown = {one for event in catalog.events.values() for one in event.indicators}
    assert shown == set(catalog.indicators)


def test_every_claim_has_a_verdict_and_what_is_not_right_a_correction_and_a_source(catalog):
    for review in catalog.reviews.values():
        for claim in review.claims:
            assert claim.verdict and claim.reason and claim.where and claim.words, claim.id
            if claim.verdict in ("supported", "partly", "wrong"):
                assert claim.sources, claim.id
            if claim.verdict in ("partly", "wrong"):
                assert claim.correction, claim.id


def test_no_claim_of_the_text_is_left_out(catalog):
    (review,) = catalog.reviews.values()
    numbers = [f"S{n}" for n in range(1, 75)] + [f"E{n}" for n in range(1, 36)]
    assert [claim.id for claim in review.claims] == numbers


def test_titles_fit_and_what_is_shown_first_has_a_short_label(catalog):
    for event in catalog.events.values():
        assert len(event.title) <= 80, event.title
        assert len(event.label or event.title) <= 48 or event.importance > 1, event.title
    for indicator in catalog.indicators.values():
        assert len(indicator.title) <= 50 and len(indicator.finding) <= 100, indicator.id


def test_summaries_are_two_to_four_sentences_long(catalog):
    for event in catalog.events.values():
        text = re.sub(r"\b[A-Z]\. ", "", event.summary)  # initials end no sentence
        sentences = re.findall(r"[.!?][”)]?(?=\s|$)", text)
        assert 2 <= len(sentences) <= 4 and len(text.split()) <= 130, event.id


def test_quotations_are_a_few_words_long(catalog):
    for owner, quotation in _quotations(catalog):
        assert len(_words(quotation)) < 10, f"{owner}: {quotation}"


def test_no_sentence_shares_eight_words_in_a_row_with_another_record(catalog):
    prose = list(_prose(catalog))
    assert _shared(prose, prose, RUN) == {}


def test_no_sentence_shares_eight_words_in_a_row_with_the_quotation_of_another_record(catalog):
    assert _shared(_prose(catalog), _quotations(catalog), RUN) == {}


def test_what_is_quoted_somewhere_stands_nowhere_else_as_our_own_words(catalog):
    titles = " | ".join(" ".join(_words(record.title)) for record in _titled(catalog))
    quotations = [
        ("", quotation)  # nobody's, so that a claim is also compared with its own words
        for _, quotation in _quotations(catalog)
        if " ".join(_words(quotation)) not in titles  # a name is no sentence
    ]
    assert _shared(_prose(catalog), quotations, COPY) == {}


def test_a_copied_quotation_would_be_found(catalog):
    owner, quotation = max(_quotations(catalog), key=lambda pair: len(_words(pair[1])))
    copy = ("a record", f"It was, they say, {quotation.upper()}; so it goes.")
    assert set(_shared([copy], _quotations(catalog), RUN)) == {("a record", owner)}
    assert _shared([("a record", f"They say “{quotation}”.")], [(owner, quotation)], RUN) == {}


def _titled(catalog: Catalog) -> list[Any]:
    return [*catalog.sources.values(), *catalog.events.values()]


def _records(catalog: Catalog) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything with an owner: records, and claims each on its own."""
    for (kind, identifier), record in catalog.records():
        if kind == "review":
            for claim in record.claims:
                yield f"claim {claim.id}", claim.model_dump(mode="json")
        elif kind not in ("catalog", "source"):
            yield f"{kind} {identifier}", record.model_dump(mode="json")


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a value with the name of its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, field)
    elif isinstance(value, str):
        yield field, value


def _prose(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for owner, record in _records(catalog):
        is_agent = owner.startswith(("person", "organisation"))
        for field, text in _texts(record):
            if field in PROSE or (is_agent and field == "note"):
                yield owner, text


def _quotations(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for owner, record in _records(catalog):
        for field, text in _texts(record):
            found = [text] if field == "words" else QUOTED.findall(text)
            yield from ((owner, quotation) for quotation in found)


def _shared(
    texts: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]], length: int
) -> dict[tuple[str, str], str]:
    """Of two owners the words in a row that the first has outside quotation marks."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for owner, text in others:
        for run in _runs(QUOTED.sub(" | ", text), length):
            owners.setdefault(run, set()).add(owner)
    found: dict[tuple[str, str], str] = {}
    for owner, text in texts:
        for run in _runs(QUOTED.sub(" | ", text), length):
            for other in owners.get(run, set()) - {owner}:
                found.setdefault((owner, other), " ".join(run))
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\|", text.casefold())


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    runs = (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
    return (run for run in runs if "|" not in run)
