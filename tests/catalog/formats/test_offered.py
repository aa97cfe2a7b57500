"""What is offered is true: every format says what it keeps, says and loses, and does just that."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pyarrow.parquet as pq
import pytest

from components.catalog.formats.format import HELD
from components.catalog.formats.manual import formats_page
from components.catalog.formats.offered import FORMATS
from components.catalog.imports.accepted import READERS
from components.catalog.models import Event, Source
from components.catalog.reading.shape_words import written_fields
from components.catalog.tables import events_table

ROOT = Path(__file__).parent.parent.parent.parent
# By which word or number a field of the probe is found in a file.
OF_EVENT = {
    "id": "qid", "date_note": "qdatenote", "title": "qtitle", "label": "qlabel", "kind": "qkind",
    "place": "qplace", "country": "qcountry", "themes": "qthemes", "summary": "qsummary",
    "indicators": "qindicators", "disputes": "qdisputes", "readings": "qreadings",
    "unknown": "qunknown", "related": "qrelated", "aliases": "qaliases",
}  # fmt: skip
OF_SOURCE = {
    "id": "qsources", "title": "qtitle", "author": "qauthor", "editor": "qeditor",
    "translator": "qtranslator", "container-title": "qcontainer-title",
    "collection-title": "qcollection-title", "volume": "qvolume", "issue": "qissue",
    "page": "5551", "edition": "qedition", "number": "qnumber", "publisher": "qpublisher",
    "publisher-place": "qplace-of-it", "issued": "1987", "original-date": "1876", "accessed": "2017",
    "archive": "qarchive", "archive_location": "qlocation", "genre": "qgenre",
    "URL": "qurl", "DOI": "qdoi", "ISBN": "978", "note": "qnote", "seen": "not-seen",
}  # fmt: skip


def text_of(data: str | bytes) -> str:
    """All of a file as small letters, of an archive all its files."""
    if data[:4] == b"PAR1":
        read = pq.read_table(io.BytesIO(data))
        about = b" ".join(read.schema.metadata.values()).decode()
        return f"{about} {json.dumps(read.to_pylist())}".lower()
    if isinstance(data, str):
        return data.replace("\r\n ", "").replace("\\", "").lower()  # a calendar's folds and escapes
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist()).lower()


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if HELD[form.holds] is Event])
def test_of_an_event_the_file_has_the_fields_that_it_is_said_to_have(name, probe):
    form = FORMATS[name]
    # Without the collection's heading, and without the event that the first one leads to.
    text = text_of(form.write(probe, events_table(probe).loc[["qid"]]))
    found = {field for field, word in OF_EVENT.items() if word in text}
    said = set(form.keeps) | set(form.says)
    if form.holds == "everything":  # it holds also what the event points to
        assert found == set(OF_EVENT) and said == set(written_fields(Event))
    else:
        assert found == said & set(OF_EVENT)
    assert ("importance" in said) == ('"importance"' in text or "importance," in text)
    assert ("sources" in said) == (
        "qtitle,” 73" in text or '"#source-qsources"' in text or "p. 73" in text
    )
    assert "roles" in said or ("qtendency" not in text and "qroles" not in text)


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if HELD[form.holds] is Source])
def test_of_a_source_the_file_has_the_fields_that_it_is_said_to_have(name, probe):
    form = FORMATS[name]
    whole = probe.sources["qsources"]
    # One field stands in for another (an issue for a number), and not every kind has every one.
    spared = ({}, {"issue": None}, {"DOI": None}, {"volume": None, "issue": None}, {"author": ()},
              {"issued": None})  # fmt: skip
    found = set()
    for kind in get_args(Source.model_fields["type"].annotation):
        for less in spared:
            sources = {"qsources": whole.model_copy(update={"type": kind, **less})}
            text = text_of(form.write(replace(probe, sources=sources), events_table(probe)))
            found |= {field for field, word in OF_SOURCE.items() if word in text}
    said = set(form.keeps) | set(form.says)
    assert found == said & set(OF_SOURCE)


@pytest.mark.parametrize("name", FORMATS)
def test_the_terms_of_use_are_in_every_file_that_can_hold_them(name, probe):
    form = FORMATS[name]
    text = text_of(form.write(probe, events_table(probe)))
    words = ("qlicence", "qversion", "qcite")
    assert [word in text for word in words] == [form.has_terms] * 3


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_selection_is_a_file_too(name, ys, table):
    form = FORMATS[name]
    text = text_of(form.write(ys, table.iloc[:0]))
    assert "grain" not in text or form.holds in ("everything", "sources", "people")
    assert form.left_out(ys, table.iloc[:0]) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_depends_on_nothing_but_the_catalogue(name, ys, table):
    form = FORMATS[name]
    assert form.write(ys, table) == form.write(ys, table)


@pytest.mark.parametrize("name", [n for n, form in FORMATS.items() if form.holds == "events"])
def test_the_rows_decide_which_events_are_in_it(name, ys, table):
    form = FORMATS[name]
    text = text_of(form.write(ys, table.loc[["night-raid", "amnesty"]]))
    assert "night raid on the union house" in text and "an amnesty in lyonesse" in text
    assert "strike-ends" not in text and "called off" not in text


def test_what_has_no_place_in_a_format_is_named_with_the_reason(ys, table):
    reason = "one day somewhere in more than a season: too wide for a calendar"
    left_out = {name: form.left_out(ys, table) for name, form in FORMATS.items()}
    assert {name: found for name, found in left_out.items() if found} == {
        "ical": [("song-of-the-quay", reason), ("morels-book", reason)]
    }


def test_every_format_has_a_name_an_ending_and_somebody_who_opens_it():
    for form in FORMATS.values():
        assert form.title and form.opens and form.loses
        assert form.ending.startswith(".") and "/" in form.media_type
        assert set(form.keeps).isdisjoint(form.says)
        assert set(form.keeps) | set(form.says) <= set(written_fields(HELD[form.holds]))


def test_what_can_be_read_in_again_says_what_it_keeps():
    assert {name for name, form in FORMATS.items() if form.keeps} == set(FORMATS) & set(READERS)


def test_what_can_be_read_says_what_it_leaves():
    assert all(reader.title and reader.leaves for reader in READERS.values())


def test_the_page_on_formats_is_that_of_the_code():
    # Stale? python -m components formats > docs/formats.md
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    assert page == formats_page(FORMATS, READERS)
    assert all(f"| `{name}` |" in page and f"**{name}**" in page for name in FORMATS)


def test_a_bibliography_of_some_events_has_their_sources_alone(ys, table):
    ids = lambda text: [item["id"] for item in json.loads(text)]  # noqa: E731
    write = FORMATS["csl-json"].write
    assert ids(write(ys, table)) == list(ys.sources)
    # The gazette is cited by way of Le Goff; a reading is Le Goff's too.
    assert ids(write(ys, table.loc[["grain-store-seized"]])) == ["le-goff-1978", "gazette-1900"]
    # The dispute brings Morel, the thing counted nothing new.
    assert ids(write(ys, table.loc[["yards-taken"]])) == ["morel-1901", "trevena-1985"]
