"""The real content under `events/`: complete, cited, in words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from components.catalog.catalog import Catalog, load

EVENTS = Path(__file__).parent.parent / "events"
LONGEST_SHARED_RUN = 7  # words; more is no coincidence


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(EVENTS)


def test_there_are_no_problems(catalog):
    assert "\n".join(map(str, catalog.problems)) == ""


def test_there_are_at_least_150_events_of_every_collection_some(catalog):
    assert len(catalog.events) >= 150
    homes = {catalog.collection_of[identifier] for identifier in catalog.events}
    assert homes == set(catalog.collections) == set(catalog.header.collections)


def test_every_event_has_a_place_a_role_a_theme_and_a_source(catalog):
    for event in catalog.events.values():
        assert event.place in catalog.places, event.id
        assert event.roles and event.themes and event.sources, event.id


def test_every_dispute_has_two_readings_and_every_reading_a_source(catalog):
    for record in [*catalog.disputes.values(), *catalog.events.values()]:
        for reading in record.readings:
            assert reading.by and reading.school and reading.sources, record.id
    assert all(len(dispute.readings) >= 2 for dispute in catalog.disputes.values())


def test_every_estimate_has_a_source_and_somebody_who_says_so(catalog):
    for indicator in catalog.indicators.values():
        for estimate in indicator.estimates:
            assert estimate.sources and estimate.by, indicator.id


def test_every_claim_has_a_verdict_and_a_wrong_one_its_correction_and_source(catalog):
    for review in catalog.reviews.values():
        for claim in review.claims:
            assert claim.verdict and claim.reason, claim.id
            if claim.verdict == "wrong":
                assert claim.correction and claim.sources, claim.id


def test_nothing_is_left_out(catalog):
    assert (catalog.left_out, catalog.unread) == (frozenset(), frozenset())


def test_titles_fit_and_what_is_shown_first_has_a_short_label(catalog):
    for event in catalog.events.values():
        assert len(event.title) <= 80, event.title
        if event.importance == 1:
            assert len(event.label or event.title) <= 48, event.title


def test_summaries_are_two_to_four_sentences_long(catalog):
    for event in catalog.events.values():
        words = len(event.summary.split())
        assert 12 <= words <= 130, f"{event.id}: {words} words"


def test_no_summary_shares_eight_words_in_a_row_with_another_record(catalog):
    owners: dict[tuple[str, ...], set[str]] = {}
    for (kind, identifier), record in catalog.records():
        if kind not in ("catalog", "source"):
            for text in _prose(record.model_dump(mode="json")):
                for run in _runs(text):
                    owners.setdefault(run, set()).add(f"{kind} {identifier}")
    shared: dict[str, str] = {}
    for event in catalog.events.values():
        for run in _runs(event.summary):
            for other in owners[run] - {f"event {event.id}"}:
                shared.setdefault(f"{event.id} and {other}", " ".join(run))
    assert shared == {}


def _prose(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _prose(one)
    elif isinstance(value, str):
        yield value


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    length = LONGEST_SHARED_RUN + 1
    return [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]
