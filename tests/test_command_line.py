"""`python -m components …`: what it prints, and with which code it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest

from components.__main__ import main
from components.catalog.catalog import load
from components.catalog.formats.offered import FORMATS

ROOT = Path(__file__).parent.parent
YS = ROOT / "tests" / "fixtures" / "ys"
READ = "21 events, 7 sources, 9 indicators, 21 estimates, 6 readings, 5 claims, 2 disputes, 4 people, 5 organisations, 5 places."


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command in the checkout: (exit code, what it printed, what it complained)."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("EVENTS", raising=False)

    def command(*words: str | Path) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_a_catalogue_without_problems_is_counted(run):
    assert run("check", YS) == (0, f"0 problems in 0 files. Read: {READ}\n", "")


def test_problems_are_printed_with_the_path_from_here_and_end_with_one(run, ys_folder, monkeypatch):
    monkeypatch.chdir(ys_folder.parent)
    path = ys_folder / "ys/1901.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: repression", "kind: represion"), "utf-8")
    code, out, _ = run("check", "ys")
    assert code == 1
    assert out == (
        "ys/ys/1901.yaml:4:9: event “night-raid”, kind: unknown kind “represion”\n"
        "    Did you mean “repression”?\n\n"
        f"1 problem (1 error, 0 warnings) in 1 file. Read: {READ.replace('21 events', '20 events')}\n"
    )


def test_warnings_alone_end_with_zero(run, ys_folder):
    (ys_folder / "notes.yaml").write_text("[]")
    code, out, _ = run("check", ys_folder)
    assert code == 0
    assert "notes.yaml: warning: this file is not read\n" in out
    assert "1 problem (0 errors, 1 warning) in 1 file." in out


def test_one_collection_can_be_checked(run, ys_folder):
    for file in ("ys/1901.yaml", "lyonesse/1900.yaml"):
        path = ys_folder / file
        path.write_text(path.read_text("utf-8").replace("importance: 1", "importance: 4"), "utf-8")
    code, out, _ = run("check", ys_folder / "lyonesse")
    assert code == 1
    assert out.count("“4” is not one of: 1, 2, 3") == 2
    assert "ys/1901.yaml" not in out
    assert run("check", ys_folder / "comparisons")[0] == 0


def test_the_folder_can_come_from_the_environment_or_is_the_one_beside_the_app(run, monkeypatch):
    monkeypatch.setenv("EVENTS", str(YS))
    assert run("check")[1].endswith(f"Read: {READ}\n")
    monkeypatch.delenv("EVENTS")
    assert READ not in run("check")[1]


def test_problems_can_be_read_by_programs(run, ys_folder, monkeypatch):
    monkeypatch.chdir(ys_folder.parent)
    (ys_folder / "ys/extra.yaml").write_text("- id: Bad Id\n", "utf-8")
    (ys_folder / "odds-and-ends.yaml").write_text("[]", "utf-8")
    code, out, err = run("check", "--format", "json", "ys")
    report = json.loads(out)
    assert (code, err, out.count("\n"), report["read"]["events"]) == (1, "", 1, 21)
    assert report["problems"][:2] == [
        {"file": "ys/odds-and-ends.yaml", "line": None, "column": None, "record": "", "field": "",
         "what": "this file is not read", "hint": "Events belong in the folder of a collection.",
         "severity": "warning", "kind": "not-read"},
        {"file": "ys/ys/extra.yaml", "line": 1, "column": 3, "record": "event “Bad Id”", "field": "",
         "what": "missing: date, title, kind, place, importance, themes, roles, summary, sources",
         "hint": "", "severity": "error", "kind": "missing-field"},
    ]  # fmt: skip


def test_problems_are_annotations_in_a_github_workflow(run, ys_folder, monkeypatch):
    monkeypatch.chdir(ys_folder.parent)
    path = ys_folder / "ys/1901.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: repression", "kind: '100%:,x'"), "utf-8")
    (ys_folder / "odds-and-ends.yaml").write_text("[]", "utf-8")
    code, out, _ = run("check", "--format", "github", "ys")
    assert code == 1
    assert out.splitlines() == [
        "::warning file=ys/odds-and-ends.yaml::this file is not read%0AEvents belong in the folder of a collection.",
        "::error file=ys/ys/1901.yaml,line=4,col=9,title=event “night-raid”%2C kind::“100%25:,x” is not an id%0A"
        "Ids are made of a–z, 0–9 and hyphens: “100-x”.",
        f"2 problems (1 error, 1 warning) in 2 files. Read: {READ.replace('21 events', '20 events')}",
    ]  # fmt: skip


def test_a_catalogue_is_checked_again_after_every_change_until_ctrl_c(ys_folder, tmp_path):
    words = [sys.executable, "-m", "components", "check", "--watch", str(ys_folder)]
    watching = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # A shell lets what it starts in the background ignore Ctrl-C, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    try:
        assert watching.stdout.readline() == f"0 problems in 0 files. Read: {READ}\n"
        (ys_folder / "ys/extra.yaml").write_text("- id: x\n", "utf-8")
        lines = [watching.stdout.readline() for _ in range(3)]
        assert lines[0] == "\n" and lines[1].startswith("--- ")
        assert lines[2].startswith(f"{ys_folder}/ys/extra.yaml:1:3: event “x”: missing: date,")
        (ys_folder / "ys/extra.yaml").unlink()
        while not (last := watching.stdout.readline()).startswith("0 problems"):
            assert last
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=60) == 0
        assert (watching.stdout.read(), watching.stderr.read()) == ("\n", "")
    finally:
        watching.kill()
        watching.stdout.close()
        watching.stderr.close()


def test_ctrl_c_in_any_command_leaves_no_traceback(monkeypatch, capsys):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("components.commands.check.load", interrupted)
    assert main(["check", str(YS)]) == 130
    assert capsys.readouterr() == ("", "stopped\n")


def test_ctrl_c_while_a_file_is_brought_in_leaves_nothing_but_one_line(run, tmp_path, monkeypatch):
    file = tmp_path / "x.csv"
    file.write_text("title,date\n" + "Bread,1901-05-14\n" * 9, "utf-8")

    def stop(what, number, total):
        if number == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr("components.commands.importing.progress", lambda: nullcontext(stop))
    assert run("import", "csv", file) == (130, "", "stopped\n")


@pytest.mark.parametrize("command", [["check"], ["export", "json", "-"]])
def test_a_wrong_folder_is_told_in_one_line(run, tmp_path, command):
    nowhere, file, empty = tmp_path / "nowhere", tmp_path / "file", tmp_path / "empty"
    file.write_text("")
    empty.mkdir()
    assert run(*command, nowhere) == (2, "", f"{nowhere}: there is no such folder\n")
    assert run(*command, file) == (2, "", f"{file}: there is no such folder\n")
    told = f"{empty}: there is no catalogue in this folder (no .yaml files)\n"
    assert run(*command, empty) == (2, "", told)


def test_a_wrong_command_is_told_with_code_two(run, capsys):
    for words in (["chek"], [], ["export"], ["export", "xml", "-"], ["check", "a", "b"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert "usage: python -m components" in capsys.readouterr().err


def test_the_catalogue_is_exported_to_a_file(run, tmp_path):
    out = tmp_path / "ys.json"
    assert run("export", "json", out, YS) == (
        0,
        "",
        "not in json: comments in the files\n",
    )
    document = json.loads(out.read_text("utf-8"))
    assert [len(document[name]) for name in ("events", "sources", "indicators")] == [21, 7, 9]


def test_the_catalogue_is_exported_to_the_terminal(run, tmp_path):
    code, out, err = run("export", "json", "-", YS)
    assert (code, len(json.loads(out)["events"])) == (0, 21)
    assert err == "not in json: comments in the files\n"


def test_an_export_of_wrong_content_says_what_is_left_out(run, ys_folder):
    (ys_folder / "ys/1901.yaml").write_text("- id: x\n", "utf-8")
    code, out, err = run("export", "json", "-", ys_folder)
    assert code == 0
    assert len(json.loads(out)["events"]) == 16
    assert err.startswith("2 errors in the content: what is wrong is left out. See: python -m")


def test_every_format_is_written_to_a_file_and_to_the_terminal(tmp_path, capsysbinary):
    for name, form in FORMATS.items():
        out = tmp_path / f"{name}{form.ending}"
        assert main(["export", name, str(out), str(YS)]) == 0
        capsysbinary.readouterr()
        assert main(["export", name, "-", str(YS)]) == 0
        assert capsysbinary.readouterr().out == out.read_bytes() != b""


def test_events_that_have_no_place_in_a_format_are_named(run, tmp_path):
    too_wide = "one day somewhere in more than a season: too wide for a calendar"
    code, out, err = run("export", "ical", tmp_path / "ys.ics", YS)
    assert (code, out) == (0, "")
    assert err.startswith(
        f"left out: event “song-of-the-quay”: {too_wide}\nleft out: event “morels-book”: {too_wide}\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_format_loses_is_said_when_it_is_written(run, tmp_path, name):
    _, _, err = run("export", name, tmp_path / "out.zip", YS)
    lines = [line for line in err.splitlines() if line.startswith("not in ")]
    assert lines == [f"not in {name}: {loss}" for loss in FORMATS[name].loses] != []


def test_a_selection_is_exported_by_its_address(run):
    code, out, err = run("export", "csv", "-", YS, "--only", "?theme=bread&from=1900-05-10")
    assert code == 0 and "not in csv: who acted" in err
    # About May: it may have been after the tenth.
    assert [line.split(",")[0] for line in out.splitlines()] == [
        "id",
        "bread-shop-opened",
        "grain-store-seized",
    ]


def test_a_selection_that_means_nothing_is_refused(run):
    told = "--only: colour=red, theme=bred: not understood\n"
    assert run("export", "csv", "-", YS, "--only", "theme=bred&theme=bread&colour=red") == (
        2,
        "",
        told,
    )


def test_a_data_package_is_a_zip_or_a_folder(run, tmp_path):
    lost = (
        "not in datapackage: reviews and comparisons\nnot in datapackage: comments in the files\n"
    )
    assert run("export", "datapackage", tmp_path / "ys.zip", YS) == (0, "", lost)
    for _ in range(2):  # an older package is replaced
        assert run("export", "datapackage", tmp_path / "ys", YS) == (0, "", lost)
    with zipfile.ZipFile(tmp_path / "ys.zip") as archive:
        assert {path.name: path.read_bytes() for path in (tmp_path / "ys").iterdir()} == {
            name: archive.read(name) for name in archive.namelist()
        }
    (tmp_path / "ys" / "mine.txt").write_text("kept")
    told = f"{tmp_path}/ys: there is something else in it: mine.txt\n"
    assert run("export", "datapackage", tmp_path / "ys", YS) == (2, "", told)


def test_another_programs_file_is_printed_as_yaml(run, tmp_path):
    file = tmp_path / "quay.csv"
    file.write_text("title,date,colour\nStrike,1901-05,red\nRaid,5/1901,\n", "utf-8")
    code, out, err = run("import", "csv", file)
    assert (code, out) == (
        0,
        "# From quay.csv.\n"
        "# Still to be written in some or all of them: date, kind, place, importance, themes, roles, summary, sources.\n"
        "# What they mean: python -m components new event\n"
        "\n"
        "- id: strike\n  date: 1901-05\n  title: Strike\n"
        "\n"
        "- id: raid\n  date_note: 'In the file: 5/1901'\n  title: Raid\n",
    )
    assert err.splitlines()[1:] == ["not carried: column “colour”", f"2 events from {file}"]
    assert err.startswith("row 3 “Raid”: date “5/1901”: “5” is not complete.")


def test_what_was_exported_can_be_brought_in_again(run, tmp_path):
    run("export", "csl-json", tmp_path / "ys.json", YS)
    code, out, _ = run("import", "csl-json", tmp_path / "ys.json")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "sources.yaml").write_text(out, "utf-8")
    assert (code, len(load(tmp_path / "new").sources)) == (0, 7)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("csv", b"a,b\n1,2\n", "it has no column “title” (columns: a, b)"),
        ("csv", b"title\n\xff", "it is not UTF-8 (byte 7): save it as UTF-8"),
        ("csv", b'title\n"', "it is not CSV: line 2: unexpected end of data"),
        (
            "timelinejs",
            b"{",
            "it is not JSON: line 1, column 2: Expecting property name enclosed in double quotes",
        ),
        ("timelinejs", b"[" * 99_999, "it is not JSON that anybody wrote: too many levels"),
        ("timelinejs", b"[]", "it is not a timeline of TimelineJS: it has no list “events”"),
        (
            "timelinejs-csv",
            b"title,date\n",
            "it is not a spreadsheet of TimelineJS: no columns “Year” and “Headline”",
        ),
        ("markwhen", b"hello", "there is no event in it (1901-05-14: What happened)"),
        ("ical", b"hello", "it is not iCalendar: it does not begin with BEGIN:VCALENDAR"),
        ("csl-json", b"{}", "it is not CSL-JSON: it is no list of items"),
        ("bibtex", b"hello", "it is not BibTeX: there is no entry in it (@book{…})"),
        ("ris", b"hello", "it is not RIS: no line begins with “TY  - ”"),
        ("ris", b"\0", "it is not a text file"),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_one_line(run, tmp_path, name, data, told):
    file = tmp_path / "file"
    file.write_bytes(data)
    assert run("import", name, file) == (2, "", f"{file}: {told}\n")


def test_a_file_that_cannot_be_read_is_told_in_one_line(run, tmp_path):
    assert run("import", "csv", tmp_path) == (
        2,
        "",
        f"{tmp_path}: cannot be read: it is not a file\n",
    )
    nowhere = tmp_path / "nowhere"
    assert run("import", "csv", nowhere) == (
        2,
        "",
        f"{nowhere}: cannot be read: it leads nowhere\n",
    )


def test_what_a_file_says_cannot_steer_the_terminal(run, tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("title,\x1b[31mred\nT,\x1b[2J\n", "utf-8")
    _, out, err = run("import", "csv", file)
    assert "\x1b" not in out + err


def test_the_formats_are_described(run):
    assert run("formats") == (0, (ROOT / "docs/formats.md").read_text("utf-8"), "")


@pytest.mark.parametrize(
    ("out", "reason"),
    [("no/where/x.json", "no such file or directory"), (".", "is a directory")],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(run, tmp_path, monkeypatch, out, reason):
    monkeypatch.chdir(tmp_path)
    code, printed, err = run("export", "json", out, YS)
    assert (code, printed, err) == (2, "", f"{out}: cannot be written: {reason}\n")
    assert list(tmp_path.iterdir()) == []


def test_one_collection_alone_is_not_exported(run):
    code, _, err = run("export", "json", "-", YS / "lyonesse")
    assert (code, err) == (2, f"{YS / 'lyonesse'}: only a whole catalogue can be exported\n")


def test_it_runs_as_a_module_from_anywhere_and_survives_a_closed_pipe(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "EVENTS": str(YS)}
    words = [sys.executable, "-m", "components"]
    checked = subprocess.run(
        [*words, "check"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (
        0,
        f"0 problems in 0 files. Read: {READ}\n",
        "",
    )
    export = subprocess.Popen(
        [*words, "export", "json", "-"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    export.stdout.close()
    assert export.stderr.read() == b""
    export.stderr.close()
    assert export.wait() == 2


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_nothing_that_a_terminal_would_obey_is_printed(run, ys_folder, form):
    folder = ys_folder / "ys"
    (folder / "a\x1b[2J\u202e.yaml").write_text('- {id: b, "ti\\e[31mtle": c}\n', "utf-8")
    (folder / "c.yaml").write_text("- {id: \u202ed, title: \u200be}\n", "utf-8")
    code, out, _ = run("check", ys_folder, "--format", form)
    assert code == 1
    assert [sign for sign in out if not sign.isprintable() and sign != "\n"] == []
    if form == "text":
        assert r"ys/a\x1b[2J\u202e.yaml:1:11: event “b”: unknown field “ti\x1b[31mtle”" in out
        assert "ys/c.yaml:1:8: warning: character U+202E cannot be seen and is not shown" in out


def test_a_name_that_a_terminal_would_obey_is_not_repeated_in_a_complaint(run, tmp_path):
    code, _, complaint = run("check", tmp_path / "no\x1b[2J")
    assert code == 2
    assert complaint == f"{tmp_path}/no\\x1b[2J: there is no such folder\n"
