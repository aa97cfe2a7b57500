"""What is kept of a file for the next start: under which name, in which form, and for how long."""

from __future__ import annotations

import json
import os
import zlib

import pytest

from components.catalog.models import Place
from components.catalog.reading import once
from components.catalog.reading.once import FileRead, Found, fetched, forget_old, keep, name_of

RAW = {"id": "quay", "label": "Quay é", "country": "armor", "lat": "1.5", "lon": "2"}
PLACE = Place.model_validate(RAW)


@pytest.fixture
def kept(tmp_path):
    """A folder of a cache that holds one file of one place, under the name “one”."""
    keep(tmp_path, FileRead("one", (Found(PLACE, (3, 5), (3, 7)),)), [RAW])
    return tmp_path


def test_a_name_is_made_of_the_content_the_kind_and_the_code(monkeypatch):
    name = name_of(b"a", "event")
    assert len(name) == 32 and set(name) <= set("0123456789abcdef")
    assert name == name_of(b"a", "event")
    assert len({name, name_of(b"b", "event"), name_of(b"a", "person")}) == 3
    monkeypatch.setattr(once, "_code", lambda: b"other")
    assert name_of(b"a", "event") != name


def test_the_code_is_all_that_reads(tmp_path, monkeypatch):
    reading = tmp_path / "reading"
    reading.mkdir()
    for path in (reading / "once.py", reading / "other.py", tmp_path / "unseen.py"):
        path.write_text("a", encoding="utf-8")
    monkeypatch.setattr(once, "__file__", str(reading / "once.py"))
    codes = {once._code.__wrapped__()}
    assert len(next(iter(codes))) == 16
    for path in (reading / "once.py", reading / "other.py", tmp_path / "unseen.py"):
        path.write_text("b", encoding="utf-8")
        codes.add(once._code.__wrapped__())
    monkeypatch.setattr(once.yaml, "__version__", "0")
    codes.add(once._code.__wrapped__())
    assert len(codes) == 5


def test_what_is_kept_is_fetched_again(kept):
    assert fetched(kept, "one", Place) == FileRead("one", (Found(PLACE, (3, 5), (3, 7)),))
    assert fetched(kept, "two", Place) is None


def test_what_is_kept_is_json_behind_its_checksum_and_nothing_lies_beside_it(kept):
    (path,) = (kept / "yaml").iterdir()
    data = path.read_bytes()
    assert path.name == "one"
    assert int(data[:8], 16) == zlib.crc32(data[8:])
    assert json.loads(data[8:]) == [[RAW, [3, 5], [3, 7]]]
    assert "é".encode() in data and b" " not in data[8:].replace(b"Quay ", b"")


@pytest.mark.parametrize("data", [b"", b"0" * 8, b"no number[]", b"00000000[]"])
def test_what_is_broken_is_not_fetched_and_goes(kept, data):
    path = kept / "yaml" / "one"
    path.write_bytes(data)
    assert fetched(kept, "one", Place) is None
    assert not path.exists()


@pytest.mark.parametrize("rows", ["text", [1], [[RAW, [3, 5]]], [[{"id": "quay"}, [3, 5], [3]]]])
def test_what_holds_no_records_is_not_fetched_and_goes(kept, rows):
    path = kept / "yaml" / "one"
    text = json.dumps(rows).encode()
    path.write_bytes(b"%08x" % zlib.crc32(text) + text)
    assert fetched(kept, "one", Place) is None
    assert not path.exists()


def test_what_is_fetched_counts_as_used(kept):
    path = kept / "yaml" / "one"
    os.utime(path, (1000, 1000))
    fetched(kept, "one", Place)
    assert path.stat().st_mtime > 1000


@pytest.mark.parametrize(
    ("most", "left"), [(30, "abc"), (29, "bc"), (20, "bc"), (10, "c"), (0, "")]
)
def test_what_was_used_longest_ago_goes_until_the_rest_is_not_too_much(
    tmp_path, monkeypatch, most, left
):
    monkeypatch.setattr(once, "MOST_BYTES", most)
    (tmp_path / "yaml").mkdir()
    for name, used in (("b", 2000), ("c", 3000), ("a", 1000)):
        (tmp_path / "yaml" / name).write_bytes(b"x" * 10)
        os.utime(tmp_path / "yaml" / name, (used, used))
    forget_old(tmp_path)
    assert "".join(sorted(path.name for path in (tmp_path / "yaml").iterdir())) == left


def test_two_hundred_megabytes_are_kept(tmp_path):
    forget_old(tmp_path)
    assert once.MOST_BYTES == 200_000_000


def test_a_cache_that_is_not_there_or_cannot_be_written_is_done_without(tmp_path):
    forget_old(tmp_path / "gone")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    keep(tmp_path / "file", FileRead("one", ()), [])
    assert fetched(tmp_path / "file", "one", Place) is None
