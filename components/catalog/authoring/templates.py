"""What to start from: a small catalogue, or one record with every field explained by its model.

Lines with `##` explain the field below them; lines with `#` are fields that may be left out.
What a field means stands in its model; it is read here from the schema made of that model.
"""

from __future__ import annotations

import errno
import os
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from components.catalog.authoring.schema import file_schema
from components.catalog.catalog import Catalog
from components.catalog.formats.document import write
from components.catalog.formats.yaml_text import WIDTH, entry_lines, field_lines
from components.catalog.models.base import POINTERS

# Kind of record → the kind of file it is in, and that file in words.
TEMPLATES: dict[str, tuple[str, str]] = {
    "event": ("events", "a file in the folder of a collection, such as `ys/1901.yaml`"),
    "source": ("sources", "`sources.yaml`"),
    "indicator": ("indicators", "`indicators.yaml` in the folder of a collection"),
    "dispute": ("disputes", "`disputes.yaml` in the folder of a collection"),
    "comparison": ("comparison", "a file of its own in the folder `comparisons`"),
    "review": ("review", "a file of its own in the folder `reviews`"),
    "person": ("agents", "`people.yaml`"),
    "organisation": ("agents", "`organisations.yaml`"),
    "place": ("places", "`places.yaml`"),
    "collection": ("collection", "`collection.yaml` in a folder of its own"),
}
Node = Mapping[str, Any]  # a part of a schema
_WANTED = ("locator",)  # may be left out, but `check` asks for it
MOST_IDS = 12  # of a catalogue, named at a field
_STARTER = Path(__file__).parent / "starter"


def write_catalogue(folder: Path) -> list[Path]:
    """Write a small catalogue that is right and explains itself; the files written.

    Raises FileExistsError where something is in the folder, OSError when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    written = []
    for name, data in starter().items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        write(data.decode(), path)
        written.append(path)
    return written


def starter() -> dict[str, bytes]:
    """The files of the catalogue to start from, by their path in it."""
    paths = sorted(_STARTER.rglob("*.*"))
    return {path.relative_to(_STARTER).as_posix(): path.read_bytes() for path in paths}


def template(kind: str, catalog: Catalog | None = None) -> str:
    """A record of this kind (a key of `TEMPLATES`) as commented YAML, required fields first.

    catalog: the one it is for; its ids are named, and stand in the examples
    """
    name, where = TEMPLATES[kind]
    schema = file_schema(name)
    head = [
        f"# A new {kind}. It belongs in {where}.",
        "# A line with “##” explains the field below it. A field with “# ” before it may be left",
        "# out: delete the “# ” to use it.",
        "",
    ]
    page = _Template(schema.get("definitions", {}), _ids(catalog) if catalog else {})
    record = schema.get("items", schema)
    lines = page.group(page.resolved(record), "  " if "items" in schema else "")
    return "\n".join([*head, *(_as_entry(lines) if "items" in schema else lines), ""])


def _ids(catalog: Catalog) -> dict[str, list[str]]:
    """What the field of an id says of itself → the ids that the catalogue has for it."""
    return {
        said: [one for kind in kinds for one in catalog.of_kind(kind)]
        for said, kinds in POINTERS.items()
    }


class _Template:
    """Writes groups of fields; each kind of group is explained once, where it first occurs.

    ids: what the field of an id says of itself → ids that can stand there, where they are known
    """

    def __init__(self, definitions: Mapping[str, Node], ids: Mapping[str, list[str]]) -> None:
        self.definitions, self.ids = definitions, ids
        self.explained: set[str] = set()

    def known(self, node: Node) -> list[str]:
        """The ids that a field, or an entry of a list of them, can have; [] where none is known."""
        return self.ids.get(node.get("items", node).get("description", ""), [])

    def resolved(self, node: Node) -> Node:
        """The node, or what it refers to."""
        name = _reference(node)
        return self.definitions[name] if name else node

    def group(self, node: Node, indent: str) -> Iterator[str]:
        """The fields of a record, required ones first; where none is, the first one is shown."""
        fields = node["properties"]
        shown = [*(node.get("required") or [*fields][:1]), *_WANTED]
        for name in sorted(fields, key=lambda name: name not in shown):
            yield from _notes(fields[name], f"{indent}## ", self.known(fields[name]))
            lines = self.field(name, fields[name], indent)
            yield from lines if name in shown else _hidden(lines, indent)

    def field(self, name: str, field: Node, indent: str) -> Iterator[str]:
        """A field with its example."""
        of = field.get("items", field)
        kind = _reference(of)
        if not kind or kind in self.explained:
            yield from field_lines(name, self.example(field), indent)
            return
        self.explained.add(kind)
        yield f"{indent}{name}:"
        if of is field:
            yield from self.group(self.resolved(of), indent + "  ")
            return
        yield from _as_entry(self.group(self.resolved(of), indent + "    "))
        for entry in [self.example(of)] * (field.get("minItems", 1) - 1):
            yield from entry_lines(entry, indent + "  ")

    def example(self, node: Node) -> Any:
        """A value that fits: of the catalogue, the model's own example, or the least allowed."""
        if known := self.known(node):
            least = node.get("minItems", 1)
            return [*(known * least)[:least]] if "items" in node else known[0]
        for known in ("examples", "enum"):
            if known in node:
                return node[known][0]
        if "default" in node:
            return node["default"]
        if "items" in node:
            return [self.example(node["items"])] * node.get("minItems", 1)
        if "properties" in (group := self.resolved(node)):
            needed = group.get("required") or [*group["properties"]][:1]
            return {name: self.example(group["properties"][name]) for name in needed}
        return "a-lasting-name" if "pattern" in node else "…"


def _reference(node: Node) -> str:
    """Name of the group that a node refers to, "" where it is something else."""
    target = node.get("$ref") or next((one["$ref"] for one in node.get("anyOf", ())), "")
    return target.rpartition("/")[2]


def _notes(field: Node, head: str, ids: list[str]) -> list[str]:
    """What a field means, as lines of comment; ids: those that can stand there."""
    text = [field.get("description", "")]
    if choices := [str(one) for one in field.get("enum", ()) if one is not None]:
        text.append(f"One of: {', '.join(choices)}.")
    if "default" in field:
        default = field["default"]
        said = " and ".join(default) if isinstance(default, list) else str(default).lower()
        text.append(f"Without it: {said}.")
    if ids:
        more = f" and {len(ids) - MOST_IDS} more" if len(ids) > MOST_IDS else ""
        text.append(f"Here: {', '.join(ids[:MOST_IDS])}{more}.")
    whole = " ".join(filter(None, text))
    return textwrap.wrap(
        whole, WIDTH, initial_indent=head, subsequent_indent=head, break_on_hyphens=False
    )


def _as_entry(lines: Iterable[str]) -> Iterator[str]:
    """Fields as an entry of a list: the dash before the first that is no comment."""
    is_open = True
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if is_open and not line.lstrip().startswith("#"):
            line = f"{line[: indent - 2]}- {line[indent:]}"
            is_open = False
        elif is_open:
            line = line[2:]
        yield line


def _hidden(lines: Iterable[str], indent: str) -> Iterator[str]:
    """The lines of a field that may be left out; what explains them stays as it is."""
    for line in lines:
        is_note = line.lstrip().startswith("##")
        yield line if is_note else f"{indent}# {line[len(indent) :]}"
