"""Out and in again: what a format is said to keep comes back, and the rest is said to be lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from components.catalog.catalog import Catalog, load
from components.catalog.dates import parse
from components.catalog.formats.offered import FORMATS
from components.catalog.formats.yaml_text import cleaned
from components.catalog.imports.accepted import READERS, yaml_of
from components.catalog.models import Event, Period, Source
from components.catalog.reading.shapes import shaped
from components.catalog.reading.strict_yaml import read
from components.catalog.tables import events_table

YS = load(Path(__file__).parent.parent.parent / "fixtures" / "ys")
BOTH_WAYS = {name: form for name, form in FORMATS.items() if name in READERS}
EVENT_FORMATS = [name for name, form in BOTH_WAYS.items() if form.holds == "events"]
SOURCE_FORMATS = [name for name, form in BOTH_WAYS.items() if form.holds == "sources"]
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# What may be written ------------------------------------------------------------------------------

_ODD = "=+-@'\"<>&;,\\:#!/{}[]()%$~^_*|`.?0159abAB éЖ日\u00a0—“”"
_LINES = st.one_of(st.text(_ODD, max_size=30), st.text(max_size=30).map(cleaned))
TITLES = _LINES.map(lambda text: text.replace("\n", " ").strip()).filter(bool)
SUMMARIES = st.lists(_LINES, min_size=1, max_size=4).map("\n".join).map(cleaned).filter(bool)
_YEARS = st.one_of(st.integers(-60, 20), st.integers(1400, 2030)).map(
    lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}"
)
_SINGLE = st.one_of(
    _YEARS,
    st.builds("{}-{:02d}".format, _YEARS, st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, _YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-{}".format, _YEARS, st.integers(21, 41)),
).flatmap(lambda text: st.sampled_from([text, f"{text}~", f"{text}?", f"{text}%"]))
DATES = st.one_of(
    _SINGLE,
    st.builds("{}/{}".format, _SINGLE, st.one_of(_SINGLE, st.sampled_from(["", ".."]))),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), _SINGLE),
    st.sampled_from([
        "../..", "/..", "189X", "1XXX", "1900-05-XX", "1950S2", "Y12000", "Y-17E7", "[1900,1902]",
        "[..1900-05]", "{1900-05-01..1900-05-04}", "[1900-05..]", "1900-05-14T18:30:00Z",
        "1900?-05~", "9999-12-31", "0000", "-0001-12-31", "..",
    ]),
)  # fmt: skip


def right_date(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


EVENTS = st.lists(
    st.fixed_dictionaries({
        "title": TITLES,
        "summary": SUMMARIES,
        "date": DATES.filter(right_date).map(parse),
        "old_style": st.one_of(st.none(), st.sampled_from(["1900-02-29", "1900-05~"]).map(
            lambda text: parse(text, "julian"))),
    }),
    min_size=1,
    max_size=4,
)  # fmt: skip


def catalogue_of(changes: Iterable[dict[str, Any]]) -> Catalog:
    amnesty = YS.events["amnesty"]
    events = {
        f"event-{n}": amnesty.model_copy(update={"id": f"event-{n}", **one})
        for n, one in enumerate(changes)
    }
    homes = {**YS.collection_of, **dict.fromkeys(events, "lyonesse")}
    return replace(YS, events=events, collection_of=homes)


def brought_back(name: str, catalog: Catalog) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Records by id as a file of ours reads them, and what was said of single records."""
    data = FORMATS[name].write(catalog, events_table(catalog))
    assert isinstance(data, str)
    reader = READERS[name]
    found = reader.read(data.encode())
    records, marks = read(yaml_of(found, reader.gives, "a file"))
    assert marks.notices == []
    said = [line for line in found.notices if "an era is not carried" not in line]
    return {record["id"]: record for record in records or []}, said


def plain(value: Any) -> Any:
    """A field of a model as the YAML of a record has it."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if one is not None}
    return value


# Events -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENT_FORMATS)
@few
@given(changes=EVENTS)
def test_events_come_back_or_were_said_to_be_left_out(name, changes):
    if FORMATS[name].ending == ".csv":  # said: an apostrophe before what could be a formula
        texts = [text for one in changes for text in (one["title"], one["summary"])]
        assume(not any(re.match(r"'[=+\-@\t\r]", text) for text in texts))
    catalog = catalogue_of(changes)
    left_out = dict(FORMATS[name].left_out(catalog, events_table(catalog)))
    records, said = brought_back(name, catalog)
    assert said == []
    assert set(records) == set(catalog.events) - set(left_out)
    for id, record in records.items():
        event = catalog.events[id].model_dump(mode="json")
        for field in FORMATS[name].keeps:
            assert spaced(name, record.get(field)) == spaced(name, in_yaml(event[field])), field


def in_yaml(value: Any) -> Any:
    """A value of an event as the text of a file has it: of a number its digits."""
    return str(value) if isinstance(value, int) else value


def spaced(name: str, text: Any) -> Any:
    """A text as it is but for what TimelineJS, being HTML, is said to lose: spaces, empty lines."""
    if not isinstance(text, str) or not name.startswith("timelinejs"):
        return text
    lines = (re.sub("[ \n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


@pytest.mark.parametrize("name", EVENT_FORMATS)
def test_all_events_of_ys_come_back(name):
    records, said = brought_back(name, YS)
    left_out = dict(FORMATS[name].left_out(YS, events_table(YS)))
    assert said == []
    for id, event in YS.events.items():
        if id not in left_out:
            data = event.model_dump(mode="json")
            kept = {field: in_yaml(data[field]) for field in FORMATS[name].keeps if data[field]}
            assert records[id] == kept


@pytest.mark.parametrize("name", EVENT_FORMATS)
def test_what_is_missing_in_a_record_is_all_that_the_check_complains_of(name):
    record = brought_back(name, YS)[0]["amnesty"]
    _, faults = shaped(Event, record)
    if name == "csv":
        assert [fault.what for fault in faults] == [
            "missing: kind, place, importance, themes, roles, sources"
        ]
    assert {fault.kind for fault in faults} == {"missing-field"}


# Periods ------------------------------------------------------------------------------------------


@few
@given(
    periods=st.lists(
        st.fixed_dictionaries(
            {"label": TITLES, "date": DATES.filter(right_date)}, optional={"note": SUMMARIES}
        ),
        max_size=4,
    )
)
def test_periods_come_back_after_that_of_their_collection(periods):
    drawn = tuple(Period(**{**one, "date": parse(one["date"])}) for one in periods)
    collection = YS.collections["lyonesse"].model_copy(update={"periods": drawn})
    catalog = replace(YS, collections={"lyonesse": collection}, events={}, collection_of={})
    data = FORMATS["periodo"].write(catalog, events_table(catalog))
    found = READERS["periodo"].read(data.encode())
    records, _ = read(yaml_of(found, Period, "a file"))
    assert found.notices == []
    assert records[0]["label"] == collection.title
    assert records[1:] == periods


# Sources ------------------------------------------------------------------------------------------

_WORDS = (
    st.text("=+'\"<>&;,\\:#!/{}[]()%$~^_*|`.?0159abAB éЖ日—“”", min_size=1, max_size=30)
    .map(lambda text: unicodedata.normalize("NFC", re.sub(" +", " ", text).strip()))
    .filter(bool)
)
_NAMES = st.one_of(
    st.fixed_dictionaries({"family": _WORDS, "given": _WORDS}),
    st.fixed_dictionaries(
        {"family": _WORDS, "given": _WORDS, "particle": st.sampled_from(["von", "Le"])}
    ),
    st.fixed_dictionaries({"literal": _WORDS}),
)
_TEXT_FIELDS = (
    "container-title", "collection-title", "volume", "issue", "page", "edition", "number",
    "publisher", "publisher-place", "archive", "archive_location", "genre", "DOI", "ISBN", "note",
)  # fmt: skip
SOURCES = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(get_args(Source.model_fields["type"].annotation)),
            "title": _WORDS,
            "seen": st.just("part"),
        },
        optional={
            "author": st.lists(_NAMES, max_size=3),
            "editor": st.lists(_NAMES, max_size=2),
            "translator": st.lists(_NAMES, max_size=2),
            "language": st.sampled_from(["en", "fr", "ru"]),
            "URL": st.sampled_from(["https://ys.example/a?b=c&d#e_f", "http://ys.example/~x"]),
            "issued": st.sampled_from(["1901", "1901-05", "1901-05-14", "1900/1901", "1901~"]),
            **{name: _WORDS for name in _TEXT_FIELDS},
        },
    ),
    min_size=1,
    max_size=3,
)


@pytest.mark.parametrize("name", SOURCE_FORMATS)
@few
@given(items=SOURCES)
def test_sources_come_back(name, items):
    if name == "bibtex":  # said: two hyphens or quotes are one sign there
        assume(not re.search("--|''|``", repr(items).replace("\\'", "'")))
    sources = {}
    for number, item in enumerate(items):
        record, faults = shaped(Source, {"id": f"source-{number}", **item})
        assert faults == []
        sources[record.id] = record
    records, _ = brought_back(name, replace(YS, sources=sources))
    assert set(records) == set(sources)
    for id, source in sources.items():
        data = source.model_dump(mode="json", by_alias=True)
        for field in FORMATS[name].keeps:
            assert records[id].get(field) == (plain(data[field]) or None), field


@pytest.mark.parametrize("name", SOURCE_FORMATS)
def test_the_year_of_a_source_comes_back_as_far_as_the_format_has_it(name):
    records, _ = brought_back(name, YS)
    assert {id: record.get("issued") for id, record in records.items()} == {
        "morel-1901": "1901",
        "kermarec-1902": "1902-03",
        "le-goff-1978": "1978",
        "trevena-1985": "1985",
        "gazette-1900": "1900-05" if name == "bibtex" else "1900-05-16",
        "port-archive": "1900/1901" if name == "csl-json" else "1900",
        "ys-web": "2004~" if name == "csl-json" else "2004",
    }
