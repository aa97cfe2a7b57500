"""What was read once is not read again, unless something about it has changed."""

from __future__ import annotations

import json

import pytest

from components.catalog.catalog import load
from components.catalog.columns import kept, source
from components.catalog.columns.whole import index_of
from components.catalog.reading import once
from components.catalog.reading.progress import Stopped
from tests.catalog.columns.conftest import ROWS


@pytest.fixture
def opened(monkeypatch):
    """The files that were really read, in order."""
    files = []
    real = source.opened

    def noted(path, folder):
        files.append(path.name)
        return real(path, folder)

    monkeypatch.setattr(source, "opened", noted)
    return files


def test_a_file_is_read_once(archive, opened):
    folder = archive(*ROWS)
    first, second = load(folder), load(folder)
    assert opened == ["disputes.csv"]
    assert list(first.events) == list(second.events)
    assert first.events["lamps"] == second.events["lamps"]


def test_after_a_save_of_another_file_rows_and_their_words_are_there_still(
    archive, opened, monkeypatch
):
    monkeypatch.setenv("EVENTS_CACHE", "off")
    folder = archive(*ROWS)
    before = load(folder)
    assert index_of(before).words.holding("lamp").sum() == 1
    path = folder / "ys" / "1900.yaml"
    text = path.read_text("utf-8").replace("title: ", "title: Lamps and ", 1)
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(kept, "Postings", None)
    after = load(folder, before=before)
    assert opened == ["disputes.csv"]
    assert index_of(after).words.holding("lamp").sum() == 2


def test_reading_tells_of_dates_and_then_of_rows_and_can_be_stopped_at_each(archive):
    folder = archive(*ROWS)
    told = []
    load(folder, lambda *step: told.append(step))
    file = "archive/disputes.csv"
    assert [step for step in told if step[0].startswith(file)] == [
        (file, 0, 0), (f"{file}, dates", 0, 3), (file, 0, 0), (f"{file}, rows", 3, 3),
    ]  # fmt: skip
    for what in ("dates", "rows"):

        def stop(step, done, total, of=what):
            if step.endswith(of):
                raise Stopped

        other = archive(*ROWS, *(f"{what},1901,Meeting,ys,,,,ideas,crews,morel-1901,,",))
        with pytest.raises(Stopped):
            load(other, stop)


def test_problems_are_remembered_too(archive, opened):
    folder = archive(*ROWS, "x,1901,Meeting,nowhere,,,,ideas,crews,morel-1901,,")
    assert load(folder).problems == load(folder).problems != ()
    assert opened == ["disputes.csv"]


def test_a_changed_file_is_read_again(archive, opened):
    load(archive(*ROWS))
    assert "lamps" not in load(archive(*ROWS[1:])).events
    assert len(opened) == 2


def test_the_same_content_in_another_folder_and_time_is_not(archive, opened):
    folder = archive(*ROWS)
    load(folder)
    path = folder / "archive" / "disputes.csv"
    path.touch()
    load(folder)
    assert len(opened) == 1


def test_what_rows_may_name_is_a_part_of_it(archive, opened, ys_folder):
    folder = archive("x,1901,Meeting,far-rock,,,,ideas,crews,morel-1901,,")
    assert len(load(folder).problems) == 1
    places = folder / "places.yaml"
    new = "- {id: far-rock, label: Far Rock, country: armor}\n"
    places.write_text(places.read_text("utf-8") + new, encoding="utf-8")
    assert load(folder).problems == ()
    assert len(opened) == 2


@pytest.mark.parametrize("part", ["events.arrow", "dates.arrow", "about.json"])
@pytest.mark.parametrize("fault", ["cut", "changed", "gone"])
def test_a_broken_cache_is_noticed_and_made_anew(archive, opened, cache, part, fault):
    folder = archive(*ROWS)
    load(folder)
    (path,) = cache.glob(f"*/{part}")
    data = path.read_bytes()
    if fault == "gone":
        path.unlink()
    else:
        middle = len(data) // 2
        broken = (
            data[:middle] if fault == "cut" else data[:middle] + b"\xff\x00" + data[middle + 2 :]
        )
        path.write_bytes(broken)
    assert load(folder).events["lamps"].title == "Lamp lighters stop work"
    load(folder)
    assert len(opened) == 2


def test_another_format_of_the_cache_is_not_taken_for_this_one(archive, opened, cache):
    folder = archive(*ROWS)
    load(folder)
    (path,) = cache.glob("*/about.json")
    path.write_text(json.dumps({"collection": "archive"}), encoding="utf-8")
    assert load(folder).counts["events"] == 24
    assert len(opened) == 2


def test_without_a_cache_everything_is_read_each_time(archive, opened, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", "off")
    folder = archive(*ROWS)
    assert load(folder).events["lamps"] == load(folder).events["lamps"]
    assert len(opened) == 2


def test_a_cache_that_cannot_be_written_is_done_without(archive, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "file"))
    assert load(archive(*ROWS)).counts["events"] == 24


def test_nothing_is_written_into_the_folder_of_the_catalogue(archive):
    folder = archive(*ROWS)
    before = sorted(path.name for path in folder.rglob("*"))
    load(folder)
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_only_the_last_ones_are_kept(archive, cache):
    for number in range(10):
        load(archive(f"e-{number},1901,Meeting,ys,,,,ideas,crews,morel-1901,,"))
    assert len([path for path in cache.iterdir() if path.name != once.FOLDER]) == 8
