"""Which files a catalogue has, what each of them holds, and what is said of the others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from components.catalog.problems import WARNING
from components.catalog.reading import files
from components.catalog.reading.files import content, fingerprint, reason, survey


@pytest.fixture
def folder(tmp_path):
    """A function that makes files, and returns what is found in their folder."""

    def made(*names: str, text: str = "x\n"):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return survey(tmp_path)

    return made


def kinds(found) -> list[tuple[str, str, str]]:
    return [(one.name, one.kind, one.collection) for some in found.files.values() for one in some]


def told(found) -> list[tuple[str, str, str]]:
    assert all(
        (one.line, one.column, one.record, one.field) == (0, 0, "", "") for one in found.problems
    )
    return [(one.file, one.what, one.hint) for one in found.problems]


def test_files_at_the_top_hold_what_their_names_say(folder):
    names = ("catalog", "organisations", "people", "places", "sources", "vocabulary")
    found = folder(*(f"{name}.yaml" for name in names))
    assert kinds(found) == [
        ("catalog.yaml", "catalog", ""), ("organisations.yaml", "organisation", ""),
        ("people.yaml", "person", ""), ("places.yaml", "place", ""),
        ("sources.yaml", "source", ""), ("vocabulary.yaml", "vocabulary", ""),
    ]  # fmt: skip
    assert (told(found), found.collections) == ([], [])


def test_files_of_a_collection_hold_events_unless_their_names_say_otherwise(folder):
    names = ("1900.yaml", "collection.yaml", "disputes.yaml", "indicators.yaml", "indicators-a.yaml",
             "indicators2.yaml", "rows.csv", "rows.parquet")  # fmt: skip
    found = folder(*(f"quay/{name}" for name in names))
    assert {name: kind for name, kind, _ in kinds(found)} == {
        "quay/1900.yaml": "event", "quay/collection.yaml": "collection",
        "quay/disputes.yaml": "dispute", "quay/indicators.yaml": "indicator",
        "quay/indicators-a.yaml": "indicator", "quay/indicators2.yaml": "event",
        "quay/rows.csv": "table", "quay/rows.parquet": "table",
    }  # fmt: skip
    assert {collection for _, _, collection in kinds(found)} == {"quay"}
    assert (told(found), found.collections) == ([], ["quay"])


def test_comparisons_and_reviews_belong_to_no_collection(folder):
    found = folder("comparisons/a.yaml", "reviews/b.yaml", "reviews/collection.yaml")
    assert kinds(found) == [
        ("comparisons/a.yaml", "comparison", ""), ("reviews/b.yaml", "review", ""),
        ("reviews/collection.yaml", "review", ""),
    ]  # fmt: skip
    assert found.collections == []


def test_files_come_by_name_a_longer_name_after_its_beginning(folder):
    found = folder("quay/1900-b.yaml", "quay/1900.yaml", "quay/1900.csv", "quay/1899.yaml")
    assert [one.path.name for one in found.files["quay"]] == [
        "1899.yaml", "1900.csv", "1900.yaml", "1900-b.yaml",
    ]  # fmt: skip


def test_translations_hidden_files_and_backups_are_passed_over_in_silence(folder):
    found = folder("quay/1900.es.yaml", "quay/1900.pt-BR.yaml", "quay/.a.yaml", "quay/_a.yaml",
                   "quay/#a.yaml", ".git/a.yaml", "quay/notes.txt", "notes.md", "catalog.fr.yaml")  # fmt: skip
    assert (kinds(found), told(found)) == ([], [])


@pytest.mark.parametrize("name", ["1900.english.yaml", "1900.e.yaml", "1900.ES.yaml", "es.yaml"])
def test_other_names_with_a_full_stop_are_no_translations(folder, name):
    assert kinds(folder(f"quay/{name}")) == [(f"quay/{name}", "event", "quay")]


def test_other_files_at_the_top_are_told_with_what_was_probably_meant(folder):
    found = folder("source.yaml", "1900.yaml", "rows.csv", "people.yml")
    assert told(found) == [
        ("1900.yaml", "this file is not read", "Events belong in the folder of a collection."),
        ("people.yml", "this file is not read", "Name it .yaml."),
        ("source.yaml", "this file is not read", "Did you mean “sources.yaml”?"),
    ]
    assert {(one.severity, one.kind) for one in found.problems} == {(WARNING, "not-read")}
    assert kinds(found) == []


def test_a_folder_inside_a_folder_is_told_if_it_holds_records(folder):
    found = folder("quay/a.yaml", "quay/more/b.yaml", "quay/pictures/b.png")
    assert told(found) == [("quay/more", "a folder inside a folder is not read", "")]
    assert kinds(found) == [("quay/a.yaml", "event", "quay")]


def test_a_folder_whose_name_is_no_id_is_told_for_each_file(folder):
    found = folder("The Quay/a.yaml", "The Quay/b.csv", "the--quay/c.yaml")
    hint = "A folder is named like an id: a–z, 0–9 and hyphens."
    assert told(found) == [
        ("The Quay/a.yaml", "this file is not read", hint),
        ("The Quay/b.csv", "this file is not read", hint),
        ("the--quay/c.yaml", "this file is not read", hint),
    ]
    assert (kinds(found), found.collections) == ([], [])


@pytest.mark.parametrize("name", ["reviews/rows.csv", "quay/a*.parquet", "quay/a b.csv"])
def test_rows_lie_in_a_collection_under_a_plain_name(folder, name):
    found = folder(name)
    hint = "A file of events lies in a collection; its name is of letters, digits, . _ -"
    assert told(found) == [(name, "this file is not read", hint)]
    assert kinds(found) == []


def test_a_link_out_of_the_folder_is_told_and_one_inside_followed(folder, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text("x\n", encoding="utf-8")
    home = tmp_path / "home"
    (home / "quay").mkdir(parents=True)
    (home / "quay" / "a.yaml").write_text("x\n", encoding="utf-8")
    (home / "quay" / "b.yaml").symlink_to(outside)
    (home / "quay" / "c.yaml").symlink_to(home / "quay" / "a.yaml")
    (home / "other").symlink_to(tmp_path)
    found = survey(home)
    assert [name for name, _, _ in kinds(found)] == ["quay/a.yaml", "quay/c.yaml"]
    assert told(found) == [
        ("other", "leads out of the folder and is not read", ""),
        ("quay/b.yaml", "leads out of the folder and is not read", ""),
    ]


def test_why_a_file_cannot_be_read_is_said_without_path_and_number():
    assert reason(PermissionError(errno.EACCES, "Permission denied", "/a/b")) == "permission denied"
    assert reason(OSError("it leads nowhere")) == "it leads nowhere"


def test_what_is_no_file_has_no_content(tmp_path):
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    for name, why in (("", "it is not a file"), ("nowhere", "it leads nowhere")):
        with pytest.raises(OSError, match=rf"^{why}$"):
            content(tmp_path / name)


def test_a_file_may_have_thirty_two_megabytes(tmp_path, monkeypatch):
    assert files.LARGEST_BYTES == 32_000_000
    monkeypatch.setattr(files, "LARGEST_BYTES", 3_000_000)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * 3_000_000)
    assert len(content(path)) == 3_000_000
    path.write_bytes(b"a" * 3_000_001)
    with pytest.raises(OSError, match=r"^it is larger than 3 MB: split it$"):
        content(path)


def test_the_fingerprint_sees_what_is_read_and_nothing_else(folder, tmp_path):
    folder("catalog.yaml", "quay/a.yaml")
    before = fingerprint(tmp_path)
    assert len(before) == 16 and set(before) <= set("0123456789abcdef")
    folder("notes.txt", "quay/notes.txt", ".git/a.yaml", "quay/more/a.yaml")
    assert fingerprint(tmp_path) == fingerprint(str(tmp_path)) == before
    (tmp_path / "quay" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    assert fingerprint(tmp_path) == before
    folder("quay/rows.csv")
    with_rows = fingerprint(tmp_path)
    assert with_rows != before
    (tmp_path / "quay" / "rows.csv").rename(tmp_path / "quay" / "rows.parquet")
    assert fingerprint(tmp_path) not in (before, with_rows)


@pytest.mark.parametrize("change", ["size", "time"])
def test_the_fingerprint_changes_with_the_size_and_with_the_time(folder, tmp_path, change):
    folder("catalog.yaml")
    path = tmp_path / "catalog.yaml"
    os.utime(path, (1000, 1000))
    before = fingerprint(tmp_path)
    if change == "size":
        path.write_text("longer\n", encoding="utf-8")
        os.utime(path, (1000, 1000))
    else:
        os.utime(path, (1000, 1001))
    assert fingerprint(tmp_path) != before
    os.utime(path, (1000, 1000))
    assert (fingerprint(tmp_path) == before) is (change == "time")


def test_a_folder_without_files_has_no_fingerprint(folder, tmp_path):
    assert fingerprint(tmp_path) == fingerprint(tmp_path / "gone") == ""
    folder("notes.txt")
    assert fingerprint(tmp_path) == ""


def test_a_folder_that_cannot_be_opened_is_told_and_takes_no_other_with_it(
    folder, tmp_path, monkeypatch
):
    folder("quay/a.yaml", "shore/b.yaml")
    real = Path.iterdir

    def iterdir(path):
        if path.name == "quay":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = survey(tmp_path)
    assert told(found) == [("quay", "cannot be read: permission denied", "")]
    assert [(one.severity, one.kind) for one in found.problems] == [("error", "cannot-be-read")]
    assert kinds(found) == [("shore/b.yaml", "event", "shore")]
