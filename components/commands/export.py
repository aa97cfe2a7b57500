"""`export`: the catalogue in a form that other programs read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from components.catalog.catalog import load
from components.catalog.exports import FORMATS, write
from components.catalog.problems import ERROR
from components.commands.common import (
    CommandError,
    add_folder,
    cannot,
    catalogue_folder,
    counted,
    shown,
)


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    parser = commands.add_parser("export", help="write the whole catalogue into one file")
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("out", metavar="OUT", help="file to write; - is the terminal")
    add_folder(parser)
    parser.set_defaults(do=export)


def export(options: argparse.Namespace) -> int:
    """Write the catalogue in one format."""
    folder, part = catalogue_folder(options.folder)
    if part:
        raise CommandError(f"{options.folder}: only a whole catalogue can be exported")
    catalog = load(folder)
    errors = sum(problem.severity == ERROR for problem in catalog.problems)
    if errors:
        told = f"{counted(errors, 'error')} in the content: what is wrong is left out."
        print(f"{told} See: python -m components check {shown(folder)}", file=sys.stderr)
    text = FORMATS[options.format](catalog)
    if options.out == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
        return 0
    try:
        write(text, Path(options.out))
    except OSError as error:
        raise cannot(options.out, "written", error) from None
    return 0
