"""A file of records is read once; with what was kept everything is as it is without."""

from __future__ import annotations

import json
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.catalog.catalog import Catalog, load
from components.catalog.own import confined
from components.catalog.reading import entries, once
from tests.conftest import YS

EVENTS = "ys/1900.yaml"
FOUNDATIONS = ("catalog.yaml", "collection.yaml", "vocabulary.yaml")  # read at every start


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache of its own for every test."""
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / once.FOLDER


@pytest.fixture
def parsed(monkeypatch, ys_folder):
    """Names of the files of records that were really parsed, in order."""
    names = []

    def noted(real):
        def split(text):
            same = [p for p in sorted(ys_folder.rglob("*.yaml")) if p.read_text("utf-8") == text]
            names.extend(path.relative_to(ys_folder).as_posix() for path in same)
            return real(text)

        return split

    for name in ("single", "several"):
        monkeypatch.setattr(entries, name, noted(getattr(entries, name)))

    def told():
        found = [name for name in names if not name.endswith(FOUNDATIONS)]
        names.clear()
        return found

    return told


def said(catalog: Catalog) -> Catalog:
    """All that a catalogue says, but not what the next reading may use."""
    return replace(catalog, files={})


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def kept_of(cache: Path, word: str) -> Path:
    (path,) = [path for path in cache.iterdir() if word in path.read_text("utf-8")]
    return path


# What is not read again -------------------------------------------------------------------------


def test_a_second_start_parses_no_file_of_records(ys_folder, parsed):
    first = load(ys_folder)
    assert EVENTS in parsed()
    assert said(load(ys_folder)) == said(first)
    assert parsed() == []


def test_after_a_save_only_the_saved_file_is_parsed(ys_folder, parsed, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", "off")
    before = load(ys_folder)
    parsed()
    change(ys_folder / EVENTS, "title: ", "title: Again ")
    after = load(ys_folder, before=before)
    assert parsed() == [EVENTS]
    assert said(after) == said(load(ys_folder))
    assert said(after) != said(before)


def test_records_of_files_that_did_not_change_are_the_same_objects(ys_folder):
    before = load(ys_folder)
    after = load(ys_folder, before=before)
    assert all(after.events[id] is event for id, event in before.events.items())


def test_what_is_read_depends_on_the_content_and_not_on_name_or_time(ys_folder, parsed):
    load(ys_folder)
    (ys_folder / EVENTS).rename(ys_folder / "ys" / "renamed.yaml")
    parsed()
    assert load(ys_folder).where["event", "harbour-strike"][0].startswith("ys/")
    assert parsed() == []


def test_other_code_reads_anew(ys_folder, parsed, monkeypatch):
    load(ys_folder)
    parsed()
    monkeypatch.setattr(once, "_code", lambda: b"another version")
    load(ys_folder)
    assert EVENTS in parsed()


# Problems -----------------------------------------------------------------------------------------


def test_a_file_with_a_problem_is_parsed_each_time_and_says_the_same(ys_folder, parsed):
    change(ys_folder / EVENTS, "title: ", "titel: ")
    first = load(ys_folder)
    parsed()
    second = load(ys_folder, before=first)
    assert parsed() == [EVENTS]
    assert second.problems == first.problems != ()


def test_an_id_that_another_file_takes_is_reported_with_both_places(ys_folder, an_event):
    before = load(ys_folder)
    (ys_folder / "ys" / "0000.yaml").write_text(an_event(id="harbour-strike"), encoding="utf-8")
    problems = load(ys_folder, before=before).problems
    assert [(one.line, one.kind) for one in problems if one.kind == "duplicate-id"] == [
        (before.where["event", "harbour-strike"][1], "duplicate-id")
    ]
    assert problems == load(ys_folder, before=None).problems
    assert "ys/0000.yaml:1" in next(one.hint for one in problems if one.kind == "duplicate-id")


def test_what_a_changed_file_does_to_others_stands_at_its_place_in_them(ys_folder, monkeypatch):
    before = load(ys_folder)
    change(ys_folder / "sources.yaml", "id: morel-1901", "id: morel-1902")
    after = load(ys_folder, before=before)
    monkeypatch.setenv("EVENTS_CACHE", "off")
    plain = load(ys_folder)
    assert {one.kind for one in plain.problems} >= {"unknown-reference"}
    assert said(after) == said(plain)


_FILES = sorted(path.relative_to(YS).as_posix() for path in YS.rglob("*.yaml"))
_EDITS = st.lists(
    st.tuples(
        st.sampled_from(_FILES),
        st.sampled_from(["delete", "double", "indent", "cut", "swap"]),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=30)
@given(_EDITS)
def test_after_any_edits_all_is_as_if_nothing_had_been_kept(tmp_path_factory, edits):
    folder = tmp_path_factory.mktemp("edited")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTS_CACHE", str(folder / "cache"))
        before = load(_copy(folder / "ys"))
        for name, edit, number in edits:
            path = folder / "ys" / name
            path.write_text(_edited(path.read_text("utf-8"), edit, number), encoding="utf-8")
            before = load(folder / "ys", before=before)
        again = load(folder / "ys")
        patch.setenv("EVENTS_CACHE", "off")
        assert said(before) == said(again) == said(load(folder / "ys"))


def _copy(folder: Path) -> Path:
    for name in _FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((YS / name).read_bytes())
    return folder


def _edited(text: str, edit: str, number: int) -> str:
    lines = text.splitlines(keepends=True) or ["\n"]
    at = number % len(lines)
    if edit == "delete":
        del lines[at]
    elif edit == "double":
        lines.insert(at, lines[at])
    elif edit == "indent":
        lines[at] = " " + lines[at]
    elif edit == "swap":
        lines[at], lines[-1] = lines[-1], lines[at]
    else:
        lines = lines[:at]
    return "".join(lines)


# What is kept -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["cut", "changed", "empty", "no records", "refused", "no list"])
def test_a_broken_cache_is_noticed_and_made_anew(ys_folder, cache, parsed, fault):
    first = load(ys_folder)
    path = kept_of(cache, '"id":"harbour-strike"')
    good = path.read_bytes()
    path.write_bytes(_broken(good, fault))
    parsed()
    assert said(load(ys_folder)) == said(first)
    assert parsed() == [EVENTS]
    assert path.read_bytes() == good


def _broken(data: bytes, fault: str) -> bytes:
    rows = json.loads(data[8:])
    if fault == "cut":
        return data[: len(data) // 2]
    if fault == "changed":
        return data.replace(b"harbour", b"harbors", 1)
    if fault == "empty":
        return b""
    if fault == "no records":
        return _sealed("nothing")
    if fault == "no list":
        return _sealed([[1], 2])
    rows[0][0]["date"] = "1901-02-30"
    return _sealed(rows)


def _sealed(rows) -> bytes:
    text = json.dumps(rows).encode()
    return b"%08x" % zlib.crc32(text) + text


def test_nothing_is_kept_where_the_cache_is_off(ys_folder, cache, parsed, monkeypatch):
    monkeypatch.setenv("EVENTS_CACHE", "off")
    load(ys_folder)
    parsed()
    load(ys_folder)
    assert EVENTS in parsed()
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_done_without(ys_folder, monkeypatch, tmp_path, ys):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("EVENTS_CACHE", str(tmp_path / "file"))
    assert load(ys_folder).counts == ys.counts


def test_what_was_used_longest_ago_goes_when_there_is_too_much(ys_folder, cache, monkeypatch):
    load(ys_folder)
    sizes = [path.stat().st_size for path in cache.iterdir()]
    monkeypatch.setattr(once, "MOST_BYTES", sum(sizes))
    change(ys_folder / EVENTS, "title: ", "title: Much longer than it was ")
    load(ys_folder)
    assert sum(path.stat().st_size for path in cache.iterdir()) <= sum(sizes)
    assert kept_of(cache, "Much longer than it was")


def test_nothing_is_kept_of_what_a_reader_hands_in(monkeypatch):
    asked = {}

    def start(*_, env, **__):
        asked.update(env)
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", start)
    with pytest.raises(confined.Refused):
        confined.taken("a.yaml", b"- {id: a}")
    assert asked["EVENTS_CACHE"] == "off"
