"""The command line: `python -m components COMMAND`; each command is a file in `commands`.

Exit codes: 0 all is well, 1 the content has errors, 2 the command could not be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from components.commands import check, export, formats, importing, new, schema
from components.commands.common import CommandError

_COMMANDS = (check, new, schema, export, importing, formats)
_INTERRUPTED = 130  # as shells say it: 128 and the number of the signal


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.do(options)
    except CommandError as error:
        print(f"{error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`… | head`); say nothing on the way out either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m components", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
