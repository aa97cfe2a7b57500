"""`check`: what should be mended in the content, once or after every change."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from components.catalog.catalog import Catalog, fingerprint, load
from components.catalog.problems import ERROR, Problem
from components.commands.common import add_folder, catalogue_folder, counted, shown
from components.commands.progress import progress

_WATCH_SECONDS = 0.5


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="print what should be mended in the content")
    add_folder(parser)
    parser.add_argument(
        "--watch", action="store_true", help="check again when a file changes, until Ctrl-C"
    )
    parser.add_argument(
        "--format",
        choices=_FORMS,
        default="text",
        help="for people, for programs, or as annotations of a GitHub workflow",
    )
    parser.set_defaults(do=check)


def check(options: argparse.Namespace) -> int:
    """Print all problems; 1 where there is an error among them."""
    folder, part = catalogue_folder(options.folder)
    report = _FORMS[options.format]
    catalog = None

    def once() -> int:
        nonlocal catalog
        with progress() as tell:
            catalog = load(folder, tell, catalog)
        problems = [
            replace(one, file=f"{shown(folder)}/{one.file}")
            for one in catalog.problems
            if one.file.startswith(part)
        ]
        print(report(problems, catalog), flush=True)
        return int(any(problem.severity == ERROR for problem in problems))

    is_text = options.format == "text"
    return watch(folder, once, is_marked=is_text) if options.watch else once()


def watch(folder: Path, once: Callable[[], int], *, is_marked: bool) -> int:
    """Call `once` now and after every change of a file, until Ctrl-C, which is no failure.

    is_marked: whether a line with the time stands before what is printed after a change
    """
    seen = None
    try:
        while True:
            now = fingerprint(folder)
            if now != seen:
                if is_marked and seen is not None:
                    print(f"\n--- {time.strftime('%H:%M:%S')}", flush=True)
                seen = now
                once()
            time.sleep(_WATCH_SECONDS)
    except KeyboardInterrupt:
        print()
        return 0


# Forms of report ----------------------------------------------------------------------------------


def _text(problems: Sequence[Problem], catalog: Catalog) -> str:
    lines = [str(problem) for problem in problems]
    return "\n".join([*lines, *([""] if lines else []), _summary(problems, catalog)])


def _json(problems: Sequence[Problem], catalog: Catalog) -> str:
    """One line; `line` and `column` are null where a whole file is meant."""
    found = [asdict(one) | _place(one) for one in problems]
    return json.dumps({"problems": found, "read": dict(catalog.counts)}, ensure_ascii=False)


def _place(problem: Problem) -> dict[str, int | None]:
    return {"line": problem.line or None, "column": problem.column or None}


def _github(problems: Sequence[Problem], catalog: Catalog) -> str:
    """Workflow commands: GitHub shows them at the lines of a pull request."""
    return "\n".join([*map(_annotation, problems), _summary(problems, catalog)])


def _annotation(problem: Problem) -> str:
    about = ", ".join(filter(None, (problem.record, problem.field)))
    fields = {
        "file": problem.file,
        "line": str(problem.line or ""),
        "col": str(problem.column or ""),
        "title": about,
    }
    given = ",".join(f"{name}={_escaped(text, ':,')}" for name, text in fields.items() if text)
    message = "\n".join(filter(None, (problem.what, problem.hint)))
    return f"::{problem.severity} {given}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + also else sign for sign in text)


_FORMS = {"text": _text, "json": _json, "github": _github}


def _summary(problems: Sequence[Problem], catalog: Catalog) -> str:
    files = len({problem.file for problem in problems})
    errors = sum(problem.severity == ERROR for problem in problems)
    kinds = f" ({counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')})"
    read = ", ".join(counted(catalog.counts[name], one, name) for name, one in _SINGULAR.items())
    return (
        f"{counted(len(problems), 'problem')}{kinds if problems else ''}"
        f" in {counted(files, 'file')}. Read: {read}."
    )


_SINGULAR = {
    "events": "event",
    "sources": "source",
    "indicators": "indicator",
    "estimates": "estimate",
    "readings": "reading",
    "claims": "claim",
    "disputes": "dispute",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
}
