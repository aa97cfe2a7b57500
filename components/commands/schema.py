"""`schema`: help for editors, as JSON Schema beside the content."""

from __future__ import annotations

import argparse

from components.catalog.authoring.schema import write_schemas
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
    text = "write schema/*.json, by which editors complete and check while one types"
    parser = commands.add_parser("schema", help=text)
    add_folder(parser)
    parser.set_defaults(do=schema)


def schema(options: argparse.Namespace) -> int:
    """Write the schemas of all kinds of file."""
    folder, part = catalogue_folder(options.folder)
    if part:
        raise CommandError(f"{options.folder}: schemas belong to a whole catalogue")
    try:
        written = write_schemas(folder)
    except OSError as error:
        raise cannot(folder / "schema", "written", error) from None
    print(f"{counted(len(written), 'file')} in {shown(folder)}/schema")
    return 0
