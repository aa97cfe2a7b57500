"""JSON Schema for editors, made from the models: what may stand in which file of a catalogue.

Draft-07, the level that the YAML language server (VS Code and others) supports best. An editor
reads a bare `1901` as a number and `true` as a truth where `reader` keeps the text, so text may be
either here. What holds between records (an id that leads nowhere) only `check` knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from components.catalog.formats.document import write
from components.catalog.models import (
    Agent,
    Collection,
    Comparison,
    Dispute,
    Event,
    Header,
    Indicator,
    Place,
    Record,
    Review,
    Source,
    Vocabulary,
)
from components.catalog.reading.files import SHELVES, TOP

EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
DRAFT = "http://json-schema.org/draft-07/schema#"
_COMPARISONS, _REVIEWS = SHELVES


class FileKind(NamedTuple):
    """A kind of file: the record in it, and the files of a catalogue that are of this kind.

    is_list: whether it is a list of such records
    """

    model: type[Record]
    is_list: bool
    files: tuple[str, ...]


_TRANSLATIONS = "*/*.*.yaml"
_INSIDE = ("*/collection.yaml", "*/disputes.yaml", "*/indicators.yaml", "*/indicators-*.yaml")
_SHELVED = (f"{_COMPARISONS}/*.yaml", f"{_REVIEWS}/*.yaml")
KINDS: dict[str, FileKind] = {
    "catalog": FileKind(Header, False, ("catalog.yaml",)),
    "vocabulary": FileKind(Vocabulary, False, ("vocabulary.yaml",)),
    "agents": FileKind(Agent, True, ("people.yaml", "organisations.yaml")),
    "places": FileKind(Place, True, ("places.yaml",)),
    "sources": FileKind(Source, True, ("sources.yaml",)),
    "collection": FileKind(Collection, False, _INSIDE[:1]),
    "disputes": FileKind(Dispute, True, _INSIDE[1:2]),
    "indicators": FileKind(Indicator, True, _INSIDE[2:]),
    "comparison": FileKind(Comparison, False, _SHELVED[:1]),
    "review": FileKind(Review, False, _SHELVED[1:]),
    # An editor looks for a pattern anywhere in a path: `*/*.yaml` is every file of the top as well.
    "events": FileKind(
        Event,
        True,
        ("*/*.yaml", *(f"!{other}" for other in (*TOP, *_INSIDE, *_SHELVED, _TRANSLATIONS))),
    ),
}
assert {name for kind in KINDS.values() for name in kind.files} >= set(TOP)


def file_schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file (a key of `KINDS`)."""
    kind = KINDS[name]
    whole = TypeAdapter(tuple[kind.model, ...] if kind.is_list else kind.model).json_schema()
    head = {"$schema": DRAFT, "title": f"{name}: {', '.join(kind.files[:2])}"}
    return head | _draft_07(whole) if kind.is_list else _draft_07(whole) | head


def schema_texts() -> dict[str, str]:
    """The text of every schema file by its name."""
    return {
        f"{name}.json": json.dumps(file_schema(name), ensure_ascii=False, indent=1) + "\n"
        for name in KINDS
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into `schema/` of a catalogue's folder; OSError when that cannot be."""
    place = folder / "schema"
    place.mkdir(exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        write(text, place / name)
    return [place / name for name in texts]


def write_settings(folder: Path) -> None:
    """Write what VS Code needs to help with the catalogue that is all of `folder`."""
    place = folder / ".vscode"
    place.mkdir(exist_ok=True)
    for name, data in (("settings.json", editor_settings("")), ("extensions.json", EXTENSIONS)):
        write(json.dumps(data, indent=2) + "\n", place / name)


def editor_settings(folder: str) -> dict[str, Any]:
    """Settings of VS Code by which its YAML extension finds the schemas of a catalogue's folder.

    folder: where the catalogue lies in what is opened in the editor; "" where it is all of it
    """
    return {
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {
            f"./{_inside(folder, 'schema')}/{name}.json": [
                _inside(folder, file) for file in kind.files
            ]
            for name, kind in KINDS.items()
        },
    }


def _inside(folder: str, pattern: str) -> str:
    head = f"{folder}/" if folder else ""
    return f"!{head}{pattern[1:]}" if pattern.startswith("!") else f"{head}{pattern}"


# From pydantic's draft 2020-12 ------------------------------------------------------------------


def _draft_07(node: Any, *, is_required: bool = True) -> Any:
    """A part of pydantic's schema in the words of draft-07; optional fields may be empty."""
    if isinstance(node, list):
        return [_draft_07(one) for one in node]
    if not isinstance(node, Mapping):
        return node
    if "anyOf" in node:
        node = _nullable_as_optional(node)
    out = {_RENAMED.get(key, key): _converted(key, value, node) for key, value in node.items()}
    out = {key: value for key, value in out.items() if not _is_noise(key, value, node)}
    out |= _types(out, is_required)
    if "`" in str(out.get("description", "")):
        out["markdownDescription"] = out["description"]  # else editors show the backquotes
    if "$ref" in out and (len(out) > 1 or not is_required):
        # draft-07 does not look at what stands beside a reference.
        other = [] if is_required else [{"type": "null"}]
        out = {"anyOf": [{"$ref": out.pop("$ref")}, *other], **out}
    return out


_RENAMED = {"$defs": "definitions", "prefixItems": "items"}


def _nullable_as_optional(node: Mapping[str, Any]) -> dict[str, Any]:
    """`X or None` as X: that an optional field may be empty is said at the field."""
    (only,) = (one for one in node["anyOf"] if one != {"type": "null"})
    return {**only, **{key: value for key, value in node.items() if key != "anyOf"}}


def _converted(key: str, value: Any, node: Mapping[str, Any]) -> Any:
    if key == "$ref":
        return value.replace("#/$defs/", "#/definitions/")
    if key == "properties":
        required = node.get("required", ())
        fields = value.items()
        return {name: _draft_07(one, is_required=name in required) for name, one in fields}
    if key == "$defs":
        return {name: _draft_07(one) for name, one in value.items()}
    if key == "prefixItems":
        first, *others = map(_draft_07, value)
        return first if all(one == first for one in others) else [first, *others]
    return _draft_07(value) if key == "items" else value


def _is_noise(key: str, value: Any, node: Mapping[str, Any]) -> bool:
    """Titles that repeat a field's name, and defaults that say no more than “may be left out”."""
    if key == "title":
        return "properties" not in node
    return key == "default" and value in (None, [])


def _types(node: Mapping[str, Any], is_required: bool) -> dict[str, Any]:
    if "enum" in node:
        choices = node["enum"] if is_required else [*node["enum"], None]
        return {"enum": choices, "type": _with_null(_types_of(choices), is_required)}
    if "type" not in node:
        return {}
    types = [node["type"]] if isinstance(node["type"], str) else list(node["type"])
    if types == ["string"]:
        types += ["integer"] if "pattern" in node else ["number", "boolean"]
    return {"type": _with_null(types, is_required)}


def _types_of(choices: list[Any]) -> list[str]:
    names = {str: "string", int: "integer"}
    return sorted({names[type(one)] for one in choices if one is not None})


def _with_null(types: list[str], is_required: bool) -> str | list[str]:
    types = types if is_required else [*types, "null"]
    return types[0] if len(types) == 1 else types
