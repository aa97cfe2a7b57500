"""`new`: a catalogue to start from, or a record to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from components.catalog.authoring.schema import write_schemas, write_settings
from components.catalog.authoring.templates import TEMPLATES, template, write_catalogue
from components.catalog.catalog import load
from components.commands.common import CommandError, cannot, catalogue_folder, counted, shown

_CATALOG = "catalog"


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "new", help="write a small catalogue to start from, or print a record to fill in"
    )
    parser.add_argument("what", choices=[_CATALOG, *TEMPLATES])
    folder = "where the catalogue is written; for a record, a catalogue whose ids are to be named"
    parser.add_argument("folder", nargs="?", type=Path, help=folder)
    parser.set_defaults(do=new)


def new(options: argparse.Namespace) -> int:
    """Print a template, or write a catalogue into a folder that is empty or not yet there."""
    if options.what == _CATALOG:
        return _new_catalog(options.folder)
    catalog = load(catalogue_folder(options.folder)[0]) if options.folder else None
    print(template(options.what, catalog), end="")
    return 0


def _new_catalog(folder: Path | None) -> int:
    if folder is None:
        raise CommandError("name the folder: python -m components new catalog FOLDER")
    try:
        files = write_catalogue(folder)
        write_schemas(folder)
        write_settings(folder)
    except FileExistsError:
        raise CommandError(f"{folder}: there is something in it; name a new folder") from None
    except OSError as error:
        raise cannot(folder, "written", error) from None
    place = shown(folder)
    print(
        f"{counted(len(files), 'file')} written, and schemas with which an editor helps. Now:\n"
        f"  look at it     streamlit run app.py -- {place}\n"
        f"  check it       python -m components check {place}\n"
        f"  add an event   python -m components new event {place}"
    )
    return 0
