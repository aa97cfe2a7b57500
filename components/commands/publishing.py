"""`export site` and `export html`: the whole catalogue as pages that need no server."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from components.catalog.catalog import Catalog
from components.catalog.formats.document import write
from components.commands.common import CommandError, cannot, counted
from components.commands.progress import progress
from components.site.folder import MANIFEST, write_folder
from components.site.made import site_of
from components.site.single import single_file


def publish(catalog: Catalog, form: str, out: str, url: str) -> None:
    """Write the site; what was written is said on the error channel.

    Raises CommandError where something else is in the folder, or it cannot be written.
    """
    _check_url(url)
    if form == "site":
        _check_folder(Path(out))
    elif Path(out).is_dir():
        raise CommandError(f"{out}: this is a folder; html is one file")
    try:
        with progress() as told:
            site = site_of(catalog, told)
            if form == "site":
                files = write_folder(site, Path(out), url, told)
                said = f"{counted(files, 'file')}, begin with {Path(out) / 'index.html'}"
            else:
                text = single_file(site)
                _write(text, out)
                said = f"{len(text.encode()) / 1e6:.1f} MB"
    except OSError as error:
        raise cannot(out, "written", error) from None
    print(f"{counted(len(site.pages), 'page')}, {said}", file=sys.stderr)


def _write(text: str, out: str) -> None:
    if out == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        write(text, Path(out))


def _check_folder(folder: Path) -> None:
    """A site is only written into a folder that is new, empty, or an earlier site."""
    if folder.is_file():
        raise CommandError(f"{folder}: this is a file; site is a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise CommandError(f"{folder}: there is something else in it; name a new folder")


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise CommandError(f"--url: “{url}” is no address of a web server (https://…)")
    if parts.query or parts.fragment:
        raise CommandError(f"--url: “{url}” may have no ? and no #")
