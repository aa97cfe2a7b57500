"""The command line: `python -m components check` and `python -m components export`.

Exit codes: 0 all is well, 1 the content has errors, 2 the command could not be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from components.catalog.catalog import Catalog, load
from components.catalog.exports import FORMATS, write
from components.catalog.problems import ERROR, Problem

_HERE = Path(__file__).resolve().parent.parent / "events"


class CommandError(Exception):
    """Why a command cannot be done, in one line for its user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.do(options)
    except CommandError as error:
        print(f"{error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has gone (`… | head`); say nothing on the way out either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m components", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="check | export")
    help_folder = "folder of the catalogue; else the variable EVENTS, else events/ beside app.py"
    check = commands.add_parser("check", help="print what should be mended in the content")
    check.add_argument("folder", nargs="?", type=Path, help=help_folder)
    check.set_defaults(do=_check)
    export = commands.add_parser("export", help="write the whole catalogue into one file")
    export.add_argument("format", choices=FORMATS)
    export.add_argument("out", metavar="OUT", help="file to write; - is the terminal")
    export.add_argument("folder", nargs="?", type=Path, help=help_folder)
    export.set_defaults(do=_export)
    return parser


def _check(options: argparse.Namespace) -> int:
    folder, part = _folder(options.folder)
    catalog = load(folder)
    problems = [one for one in catalog.problems if one.file.startswith(part)]
    for problem in problems:
        print(replace(problem, file=f"{_shown(folder)}/{problem.file}"))
    if problems:
        print()
    print(_summary(problems, catalog))
    return int(any(problem.severity == ERROR for problem in problems))


def _summary(problems: Sequence[Problem], catalog: Catalog) -> str:
    files = len({problem.file for problem in problems})
    errors = sum(problem.severity == ERROR for problem in problems)
    kinds = f" ({_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')})"
    read = ", ".join(_counted(number, _SINGULAR[name], name) for name, number in _some(catalog))
    return (
        f"{_counted(len(problems), 'problem')}{kinds if problems else ''}"
        f" in {_counted(files, 'file')}. Read: {read}."
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


def _some(catalog: Catalog) -> list[tuple[str, int]]:
    return [(name, catalog.counts[name]) for name in _SINGULAR]


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _export(options: argparse.Namespace) -> int:
    folder, part = _folder(options.folder)
    if part:
        raise CommandError(f"{options.folder}: only a whole catalogue can be exported")
    catalog = load(folder)
    errors = sum(problem.severity == ERROR for problem in catalog.problems)
    if errors:
        told = f"{_counted(errors, 'error')} in the content: what is wrong is left out."
        print(f"{told} See: python -m components check {_shown(folder)}", file=sys.stderr)
    text = FORMATS[options.format](catalog)
    if options.out == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
        return 0
    try:
        write(text, Path(options.out))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandError(f"{options.out}: cannot be written: {reason}") from None
    return 0


def _folder(given: Path | None) -> tuple[Path, str]:
    """The catalogue's folder, and the part of it that was asked for ("" is all of it)."""
    folder = given or Path(os.environ.get("EVENTS") or _HERE)
    if not folder.is_dir():
        raise CommandError(f"{folder}: there is no such folder")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise CommandError(f"{folder}: the folder cannot be read")
    above = folder.resolve().parent
    if not (folder / "catalog.yaml").exists() and (above / "catalog.yaml").is_file():
        return above, f"{folder.resolve().name}/"
    if not any(folder.glob("*.yaml")) and not any(folder.glob("*/*.yaml")):
        raise CommandError(f"{folder}: there is no catalogue in this folder (no .yaml files)")
    return folder, ""


def _shown(folder: Path) -> str:
    """The folder as short as can be told from where the command was given."""
    here = Path.cwd()
    whole = folder.resolve()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(folder)


if __name__ == "__main__":
    sys.exit(main())
