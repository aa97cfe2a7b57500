"""`export`: the catalogue, or the events of a selection, in a form that other programs read."""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path
from urllib.parse import parse_qs

import pandas as pd

from components.catalog.catalog import Catalog, load
from components.catalog.columns.frame import plain
from components.catalog.columns.whole import index_of
from components.catalog.formats.document import write
from components.catalog.formats.offered import FORMATS
from components.catalog.problems import ERROR
from components.catalog.selection import Selection, known
from components.commands.common import (
    CommandError,
    add_folder,
    cannot,
    catalogue_folder,
    counted,
    shown,
)
from components.commands.progress import progress

# Sites for readers, beside the formats of other programs.
PUBLISHED = ("site", "html")


def add(commands: argparse._SubParsersAction) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "export",
        help="write the catalogue in a format that other programs read",
        description="What each format holds, keeps and loses: python -m components formats",
    )
    choices = (*FORMATS, *PUBLISHED)
    parser.add_argument("format", choices=choices, metavar="FORMAT", help=", ".join(choices))
    parser.add_argument(
        "out", metavar="OUT", help="file to write; - is the terminal; of a .zip or site a folder"
    )
    add_folder(parser)
    parser.add_argument(
        "--only",
        metavar="SELECTION",
        default="",
        help="events of a selection, as it stands in the page's address: 'theme=bread&from=…'",
    )
    parser.add_argument(
        "--url",
        default="",
        help="of a site: the address at which it will stand, for search engines",
    )
    parser.set_defaults(do=export)


def export(options: argparse.Namespace) -> int:
    """Write the catalogue in one format; what it leaves out or loses goes to the error channel."""
    folder, part = catalogue_folder(options.folder)
    if part:
        raise CommandError(f"{options.folder}: only a whole catalogue can be exported")
    if options.format in PUBLISHED:
        return _publish(options, folder)
    form = FORMATS[options.format]
    with progress() as tell:
        catalog = load(folder, tell)
    table = _selected(catalog, options.only)
    _say_errors(catalog, folder)
    left_out = form.left_out(catalog, table)
    for id, reason in left_out:
        print(f"left out: event “{id}”: {reason}", file=sys.stderr)
    _put(form.write(catalog, table), options.out, is_archive=form.ending == ".zip")
    for loss in form.loses:
        print(f"not in {options.format}: {loss}", file=sys.stderr)
    return 0


def _publish(options: argparse.Namespace, folder: Path) -> int:
    # Charts take a second to import, which no other command needs.
    from components.commands.publishing import publish

    if options.only:
        raise CommandError(f"--only: {options.format} is always the whole catalogue")
    with progress() as tell:
        catalog = load(folder, tell)
    _say_errors(catalog, folder)
    publish(catalog, options.format, options.out, options.url)
    return 0


def _selected(catalog: Catalog, address: str) -> pd.DataFrame:
    """The rows of a selection; CommandError where a part of it means nothing."""
    index = index_of(catalog)
    if not address:
        return plain(index.table)
    given = parse_qs(address.lstrip("?"), keep_blank_values=True)
    selection, ignored = Selection.from_query(given, known(catalog))
    if ignored:
        told = ", ".join(f"{key}={value}" for key, value in ignored)
        raise CommandError(f"--only: {told}: not understood")
    return plain(selection.apply(index))


def _say_errors(catalog: Catalog, folder: Path) -> None:
    errors = sum(problem.severity == ERROR for problem in catalog.problems)
    if errors:
        told = f"{counted(errors, 'error')} in the content: what is wrong is left out."
        print(f"{told} See: python -m components check {shown(folder)}", file=sys.stderr)


def _put(data: str | bytes, out: str, *, is_archive: bool) -> None:
    """Write to the terminal, a file, or of an archive a folder."""
    if out == "-":
        sys.stdout.buffer.write(data.encode() if isinstance(data, str) else data)
        sys.stdout.buffer.flush()
        return
    try:
        if is_archive and not out.endswith(".zip"):
            _unpack(data, Path(out))
        else:
            write(data, Path(out))
    except OSError as error:
        raise cannot(out, "written", error) from None


def _unpack(data: bytes, folder: Path) -> None:
    """Write the files of an archive into a folder that holds nothing else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        folder.mkdir(exist_ok=True)
        others = {path.name for path in folder.iterdir()} - set(archive.namelist())
        if others:
            raise CommandError(f"{folder}: there is something else in it: {min(others)}")
        for name in archive.namelist():
            write(archive.read(name), folder / name)
