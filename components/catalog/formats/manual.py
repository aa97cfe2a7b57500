"""The formats in words: `docs/formats.md` is made from what `offered` says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from components.catalog.formats.format import Format
from components.catalog.imports.accepted import Reader

_HEAD = """\
# Taking the catalogue out

`python -m components export FORMAT OUT [FOLDER]` writes one of these formats; `-` as OUT prints it.
`--only 'theme=…&from=…'` takes the events of a selection, as it stands in the page's address. An
event that has no place in a format is named with the reason.
"""
_MIDDLE = """
Every file says the licence, the version and how to cite, unless it is said below that it cannot.

## What each keeps and loses

*Keeps*: fields that come back unchanged when the file is read in again (`python -m components
import`). *Says*: fields that are in the file for people or other programs. *Loses*: the rest.
"""
_IN = """
## Bringing events and sources in

`python -m components import FORMAT FILE > new.yaml` prints them as YAML, to be completed; what is
said of them goes to the terminal.

{table}

What cannot be carried is said, one line each. A date that is not understood is not guessed at: the
record comes without it, its words as `date_note`. Invisible characters and unusual line breaks are
not carried by any format.
"""
_FOOT = """\
This page is made from the code: `python -m components formats > docs/formats.md`.
"""


def formats_page(formats: Mapping[str, Format], readers: Mapping[str, Reader]) -> str:
    """All formats as a page in Markdown: a table, what each keeps and loses, what can be read."""
    rows = [
        "| format | what it is | opened by | holds |",
        "| --- | --- | --- | --- |",
        *(_row(name, form) for name, form in formats.items()),
    ]
    details = [line for name, form in formats.items() for line in _details(name, form)]
    return "\n".join(
        [_HEAD, *rows, _MIDDLE, *details[:-1], _IN.format(table=_accepted(readers)), _FOOT]
    )


def _row(name: str, form: Format) -> str:
    cells = (f"`{name}`", f"{form.title} (`{form.ending}`)", form.opens, form.holds)
    return f"| {' | '.join(cells)} |"


def _details(name: str, form: Format) -> Iterator[str]:
    yield f"**{name}**"
    yield ""
    if form.keeps:
        yield f"- Keeps: {_listed(form.keeps)}"
    if form.says:
        yield f"- Says: {_listed(form.says)}"
    if form.lost_fields:
        yield f"- Loses: {_listed(form.lost_fields)}"
    yield from (f"- Loses {loss}" for loss in form.loses)
    if not form.has_terms:
        yield "- Loses licence, version and how to cite: it has no place for them"
    yield ""


def _accepted(readers: Mapping[str, Reader]) -> str:
    rows = ["| format | what it is | gives | not carried |", "| --- | --- | --- | --- |"]
    for name, reader in readers.items():
        kind = f"{reader.gives.__name__.lower()}s"
        rows.append(f"| `{name}` | {reader.title} | {kind} | {'; '.join(reader.leaves)} |")
    return "\n".join(rows)


def _listed(fields: Iterable[str]) -> str:
    return ", ".join(f"`{field}`" for field in fields)
