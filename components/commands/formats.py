"""`formats`: what each format holds, keeps and loses, as the page `docs/formats.md`."""

from __future__ import annotations

import argparse

from components.catalog.formats.manual import formats_page
from components.catalog.formats.offered import FORMATS
from components.catalog.imports.accepted import READERS


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    text = "print what each format of export holds, keeps and loses (Markdown)"
    commands.add_parser("formats", help=text).set_defaults(do=formats)


def formats(options: argparse.Namespace) -> int:
    """Print the page."""
    print(formats_page(FORMATS, READERS), end="")
    return 0
