"""In which order the files of a folder are read, and what is left to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.catalog.reading.folder import read_folder
from components.catalog.reading.gathering import Gathering
from components.catalog.reading.progress import nobody


@pytest.fixture
def read(ys_folder: Path):
    """A function that reads Ys: what was gathered, the header, and the names of the files."""

    def gathered(tell=nobody):
        gathering = Gathering({})
        header, files = read_folder(gathering, ys_folder, tell)
        return gathering, header, [file.name for file in files]

    return gathered


def test_linked_records_come_first_then_collections_in_their_order_then_the_shelves(
    read, ys_folder
):
    (ys_folder / "ys" / "0000.csv").write_text("id\n", encoding="utf-8")
    _, _, names = read()
    assert names == [
        "catalog.yaml", "organisations.yaml", "people.yaml", "places.yaml", "sources.yaml",
        "vocabulary.yaml", "organisations.yaml", "people.yaml", "places.yaml", "sources.yaml",
        "ys/collection.yaml", "ys/disputes.yaml", "ys/indicators.yaml",
        "ys/indicators-council.yaml", "ys/1900.yaml", "ys/1901.yaml", "ys/0000.csv",
        "lyonesse/collection.yaml", "lyonesse/disputes.yaml", "lyonesse/indicators.yaml",
        "lyonesse/1900.yaml", "comparisons/ys-lyonesse.yaml", "reviews/kermarec-1902.yaml",
    ]  # fmt: skip


def test_rows_are_left_to_others_and_nothing_is_said_of_them(read, ys_folder):
    (ys_folder / "ys" / "rows.csv").write_text("- x\n", encoding="utf-8")
    gathering, _, _ = read()
    assert gathering.problems == []
    assert "table" not in gathering.unread


def test_every_file_is_told_before_it_is_read(read):
    told = []
    _, _, names = read(lambda *step: told.append(step))
    number = len(names) - 6
    assert told == [("files", done, number) for done in range(number)]


def test_files_that_are_missing_leave_their_kinds_unread(read, ys_folder):
    (ys_folder / "catalog.yaml").unlink()
    (ys_folder / "vocabulary.yaml").unlink()
    gathering, header, _ = read()
    assert gathering.unread == {"catalog", "vocabulary"}
    assert [(one.file, one.kind, one.hint) for one in gathering.problems] == [
        (name, "no-file", "Every catalogue needs this file.")
        for name in ("catalog.yaml", "vocabulary.yaml")
    ]
    assert header.title == "Ys"


def test_a_folder_without_its_collection_file_is_told(read, ys_folder):
    (ys_folder / "ys" / "collection.yaml").unlink()
    gathering, _, _ = read()
    (told,) = gathering.problems
    assert (told.file, told.kind, told.what) == (
        "ys/collection.yaml",
        "no-file",
        "the file is missing",
    )
    assert told.hint == "It gives the collection its title and span."
    assert list(gathering.records["collection"]) == ["ys", "lyonesse"]


def test_names_are_taken_by_ids_and_former_ids_of_their_space(read):
    gathering, _, _ = read()
    events = gathering.taken("event")
    assert events == gathering.taken("indicator") == gathering.taken("dispute")
    assert {"harbour-strike", "grain-store-1900", "strikers", "was-the-strike-planned"} <= events
    assert not {"kermarec", "ys-quay"} & events
    assert gathering.taken("person") == gathering.taken("organisation")
    assert {"kermarec", "harbour-union"} <= gathering.taken("person")


def test_what_is_faultless_is_known_to_the_next_reading(ys_folder):
    (ys_folder / "ys" / "1901.yaml").write_text("- x\n", encoding="utf-8")
    first = Gathering({})
    read_folder(first, ys_folder, nobody)
    assert "ys/1900.yaml" in first.files and "ys/1901.yaml" not in first.files
    found = first.files["ys/1900.yaml"].found
    assert [one.record.id for one in found][:2] == ["song-of-the-quay", "harbour-union-founded"]
    assert found[0].place == (1, 3) and found[0].lines == (1,)
    second = Gathering(first.files)
    read_folder(second, ys_folder, nobody)
    assert second.files.keys() == first.files.keys()
    assert second.records["event"]["harbour-strike"] is first.records["event"]["harbour-strike"]
    assert second.where == first.where and second.collection_of == first.collection_of
    assert second.problems == first.problems


def test_what_has_changed_is_read_again(ys_folder):
    first = Gathering({})
    read_folder(first, ys_folder, nobody)
    path = ys_folder / "ys" / "1900.yaml"
    path.write_text(path.read_text("utf-8").replace("The harbour strike of Ys", "Another"), "utf-8")
    second = Gathering(first.files)
    read_folder(second, ys_folder, nobody)
    assert second.records["event"]["harbour-strike"].title == "Another"
    assert second.records["place"]["ys"] is first.records["place"]["ys"]


def test_what_is_faultless_is_kept_in_the_cache_and_taken_from_it(ys_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "cache"))
    first = Gathering({})
    read_folder(first, ys_folder, nobody)
    kept = {path.name for path in (tmp_path / "cache" / "yaml").iterdir()}
    assert kept == {read.name for read in first.files.values()} and len(kept) == len(first.files)
    second = Gathering({})
    monkeypatch.setattr("components.catalog.reading.entries.several", None)  # nothing is parsed
    read_folder(second, ys_folder, nobody)
    assert second.files == first.files
    assert second.where == first.where


def test_an_old_cache_is_tidied_when_something_was_added(ys_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "cache"))
    tidied = []
    monkeypatch.setattr("components.catalog.reading.once.forget_old", tidied.append)
    for _ in range(2):
        read_folder(Gathering({}), ys_folder, nobody)
    assert tidied == [tmp_path / "cache"]
