"""Zipped folders: what a catalogue is comes out, what is odd is refused in a sentence."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.catalog.imports.incoming import Refused
from components.catalog.own import unpacking
from components.catalog.own.unpacking import packed, unpacked

HEADER = {"catalog.yaml": b"title: T"}


def zipped(
    *entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are given twice on purpose
        with zipfile.ZipFile(out, "w", method) as archive:
            for name, data in entries:
                archive.writestr(name, data)
    return out.getvalue()


def linked(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (mode | 0o777) << 16
    return info


def why(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        unpacked(data)
    (told,) = refusal.value.args
    assert "\n" not in told and not told.endswith(".") and len(told) < 160
    return told


def test_the_files_of_a_folder_come_out_as_they_are():
    data = zipped(("catalog.yaml", b"title: T"), ("ys/1900.yaml", b"[]"), ("README.md", b"hello"))
    assert unpacked(data) == ({"catalog.yaml": b"title: T", "ys/1900.yaml": b"[]"}, 1)


@pytest.mark.parametrize("above", ["mine/", "a/b/"])
def test_a_folder_around_the_catalogue_is_looked_through(above):
    data = zipped((above + "catalog.yaml", b"t"), (above + "ys/1900.yaml", b"[]"), ("x.yaml", b""))
    assert unpacked(data) == ({"catalog.yaml": b"t", "ys/1900.yaml": b"[]"}, 1)


def test_a_folder_without_a_header_is_still_one():
    assert unpacked(zipped(("mine/places.yaml", b"[]"), ("mine/ys/1900.yaml", b"[]"))).files == {
        "places.yaml": b"[]",
        "ys/1900.yaml": b"[]",
    }
    assert set(unpacked(zipped(("ys/1900.yaml", b"[]"))).files) == {"ys/1900.yaml"}


def test_what_systems_leave_in_folders_is_passed_over():
    data = zipped(
        ("catalog.yaml", b"t"), ("__MACOSX/._catalog.yaml", b"\0"), (".git/x.yaml", b""),
        ("ys/.DS_Store", b""),
    )  # fmt: skip
    assert unpacked(data) == (HEADER | {"catalog.yaml": b"t"}, 0)


def test_what_is_packed_is_unpacked():
    files = {"catalog.yaml": b"t", "ys/1900.yaml": "Kêr-Is".encode()}
    assert unpacked(packed(files)).files == files
    assert packed(files) == packed(files)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../catalog.yaml", "leads out of the folder"),
        ("ys/../../catalog.yaml", "leads out of the folder"),
        ("ys//catalog.yaml", "leads out of the folder or nowhere"),
        ("./catalog.yaml", "leads out of the folder or nowhere"),
        ("/etc/catalog.yaml", "a place on a computer"),
        ("~/catalog.yaml", "a place on a computer"),
        ("C:/catalog.yaml", "a place on a computer"),
        ("ys\\..\\catalog.yaml", "a place on a computer"),
        ("\\\\host\\catalog.yaml", "a place on a computer"),
        ("a/b/c/d/e/f/g/h/i.yaml", "lies too deep"),
        ("n" * 201 + ".yaml", "its name is too long"),
        ("ys/line\nbreak.yaml", "characters that no name has"),
        ("ys/inner.zip", "is packed once more"),
        ("ys/inner.TAR", "is packed once more"),
    ],
)
def test_a_name_that_is_no_place_in_a_folder_is_refused(name, told):
    assert told in why(zipped(("catalog.yaml", b"t"), (name, b"x")))


def test_a_name_that_is_cut_by_a_zero_is_refused():
    data = zipped(("catalog.yaml", b"t"), ("ys/a.yamlX.exe", b"x")).replace(b".yamlX", b".yaml\0")
    assert "characters that no name has" in why(data)


def test_a_name_in_an_old_encoding_is_refused():
    data = zipped(("catalog.yaml", b"t"), ("ys/XX.yaml", b"x")).replace(b"ys/XX", b"ys/\x81\xe9")
    assert "not said to be UTF-8" in why(data)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind):
    assert "a link or a device" in why(zipped((linked("ys/1900.yaml", kind), b"/etc/passwd")))


@pytest.mark.parametrize(
    "names",
    [
        ("ys/a.yaml", "ys/a.yaml"),
        ("ys/a.yaml", "ys/A.yaml"),
        ("ys/e\u0301.yaml", "ys/\u00e9.yaml"),
        ("ys/a.yaml", "ys/a.yaml/"),
    ],
)
def test_names_that_are_one_name_on_some_computer_are_refused(names):
    assert "in it twice" in why(zipped(*((name, b"") for name in names)))


def test_a_name_that_is_a_file_and_a_folder_is_refused():
    assert "a file and a folder" in why(zipped(("ys", b"x"), ("ys/1900.yaml", b"")))


def test_an_encrypted_file_is_refused():
    data = bytearray(zipped(("catalog.yaml", b"t")))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + at
        data[place] |= 1
    assert "encrypted" in why(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_plain_packing_is_read(method):
    assert "pack it as plain ZIP" in why(zipped(("catalog.yaml", b"t" * 99), method=method))


def test_a_bomb_is_refused_before_it_is_unpacked():
    data = zipped(("catalog.yaml", b"0" * (unpacking.LARGEST_BYTES + 1)))
    assert len(data) < 20_000
    assert "larger than 10 MB" in why(data)


def test_a_bomb_that_lies_about_its_size_is_refused():
    size = unpacking.LARGEST_BYTES + 1
    data = zipped(("catalog.yaml", b"0" * size)).replace(
        struct.pack("<L", size), struct.pack("<L", 9)
    )
    assert "not a ZIP file that can be read" in why(data)


def test_many_files_that_are_too_large_together_are_refused(monkeypatch):
    monkeypatch.setattr(unpacking, "LARGEST_BYTES", 1_000)
    data = zipped(*((f"ys/{n}.yaml", b"0" * 100) for n in range(11)))
    assert "larger than" in why(data)


def test_too_many_files_are_refused_even_when_they_are_empty():
    assert "more than 500 files" in why(zipped(*((f"ys/{n}.yaml", b"") for n in range(501))))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"no zip", bytes(99)])
def test_what_is_no_archive_or_an_empty_one_is_refused(data):
    assert why(data) in (
        "it is not a ZIP file that can be read: pack it again",
        "there is no .yaml file in it",
    )


@given(st.data())
def test_whatever_is_changed_in_an_archive_it_is_read_or_refused(data):
    whole = bytearray(
        zipped(("catalog.yaml", b"title: T\n" * 9), ("ys/1900.yaml", b"- id: a\n" * 9))
    )
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        files = unpacked(bytes(whole)).files
    except Refused:
        return
    assert sum(map(len, files.values())) <= unpacking.LARGEST_BYTES
    assert all(".." not in name and not name.startswith("/") for name in files)
