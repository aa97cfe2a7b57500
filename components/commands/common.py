"""What commands share: which folder is meant, and how things are said in one line."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from components.catalog.unseen import printable

_BESIDE_THE_APP = Path(__file__).resolve().parent.parent.parent / "events"


class CommandError(Exception):
    """Why a command cannot be done, in one line for its user."""

    def __str__(self) -> str:
        return printable(super().__str__())  # Names of files are whatever somebody chose.


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Let a command take the folder of a catalogue."""
    text = "folder of the catalogue; else the variable EVENTS, else events/ beside app.py"
    parser.add_argument("folder", nargs="?", type=Path, help=text)


def catalogue_folder(given: Path | None) -> tuple[Path, str]:
    """The catalogue's folder, and the part of it that was asked for ("" is all of it).

    Raises CommandError where there is no catalogue.
    """
    folder = given or Path(os.environ.get("EVENTS") or _BESIDE_THE_APP)
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


def shown(folder: Path) -> str:
    """The folder as short as can be told from where the command was given."""
    here = Path.cwd()
    whole = folder.resolve()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(folder)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 event`, `1,200 events`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cannot(path: Path | str, doing: str, error: OSError) -> CommandError:
    """The error of a file that cannot be read or written, in one line."""
    reason = (error.strerror or str(error)).lower()
    return CommandError(f"{path}: cannot be {doing}: {reason}")
