"""`export site` and `export html`: what is written, what is said, what is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from components.__main__ import main
from components.commands.progress import Progress

YS = Path(__file__).parent / "fixtures" / "ys"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_site_is_written_and_counted(tmp_path, capsys):
    out = tmp_path / "site"
    assert main(["export", "site", str(out), str(YS)]) == 0
    told = capsys.readouterr()
    pages = sum('http-equiv="refresh"' not in path.read_text() for path in out.rglob("*.html"))
    files = len([path for path in out.rglob("*") if path.is_file()])
    assert told.out == ""
    assert told.err == f"{pages} pages, {files} files, begin with {out / 'index.html'}\n"
    assert main(["export", "site", str(out), str(YS)]) == 0  # again, over itself


def test_one_file_is_written_and_weighed(tmp_path, capsys):
    out = tmp_path / "ys.html"
    assert main(["export", "html", str(out), str(YS)]) == 0
    assert f" pages, {out.stat().st_size / 1e6:.1f} MB\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["site", "{full}"], "{full}: there is something else in it; name a new folder"),
        (["site", "{file}"], "{file}: this is a file; site is a folder"),
        (["html", "{full}"], "{full}: this is a folder; html is one file"),
        (["html", "{full}/no/where.html"], "{full}/no/where.html: cannot be written: "),
        (["site", "{new}", "--url", "history.example"], "--url: “history.example” is no address"),
        (
            ["site", "{new}", "--url", "https://a.example/?x=1"],
            "--url: “https://a.example/?x=1” may",
        ),
        (["site", "{new}", "--only", "theme=bread"], "--only: site is always the whole catalogue"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path, capsys, words, why):
    full = tmp_path / "full"
    full.mkdir()
    file = full / "note.txt"
    file.write_text("mine", "utf-8")
    places = {"full": full, "file": file, "new": tmp_path / "new"}
    given = [word.format(**places) for word in words]
    assert main(["export", given[0], given[1], str(YS), *given[2:]]) == 2
    assert capsys.readouterr().err.startswith(why.format(**places))
    assert file.read_text("utf-8") == "mine" and not (tmp_path / "new").exists()


def test_progress_is_said_on_a_terminal_with_the_time_that_is_left():
    channel, times = Terminal(), iter([0.0, 1.0, 1.1, 4.0])
    told = Progress(channel, lambda: next(times))
    for number in (1, 2, 3, 4):
        told("pages", number, 4)
    lines = [line.rstrip() for line in channel.getvalue().split("\r")]
    assert lines[1:] == [
        "[##########          ] pages: 2 of 4, 1 s left",
        "[####################] pages: 4 of 4",
    ]


def test_progress_says_nothing_where_nobody_looks():
    channel = io.StringIO()
    Progress(channel)("pages", 1, 2)
    assert channel.getvalue() == ""
