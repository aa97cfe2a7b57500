"""`import`: events or sources from another program's file, as YAML to be completed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from components.catalog.citations.csl import one_line
from components.catalog.imports.accepted import READERS, yaml_of
from components.catalog.imports.incoming import Refused
from components.catalog.reading.files import content, reason
from components.commands.common import CommandError, counted
from components.commands.progress import progress


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "import",
        help="print events or sources from another program's file as YAML",
        description="What cannot be carried is said, line by line, on the error channel.",
    )
    parser.add_argument("format", choices=READERS, metavar="FORMAT", help=", ".join(READERS))
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.set_defaults(do=bring_in)


def bring_in(options: argparse.Namespace) -> int:
    """Print the records of a file."""
    reader = READERS[options.format]
    try:
        with progress() as tell:
            tell(options.file.name, 0, 0)
            found = reader.read(content(options.file), tell)
    except OSError as error:
        raise CommandError(f"{options.file}: cannot be read: {reason(error)}") from None
    except Refused as refusal:
        raise CommandError(f"{options.file}: {one_line(str(refusal))}") from None
    for line in found.said():
        print(one_line(line), file=sys.stderr)
    kind = reader.gives.__name__.lower()
    print(f"{counted(len(found.records), kind)} from {options.file}", file=sys.stderr)
    print(yaml_of(found, reader.gives, options.file.name), end="")
    return 0
