"""JSON Schema for editors: as the models have it, and no stricter than the check."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from components.__main__ import main
from components.catalog.authoring.schema import KINDS, editor_settings, file_schema, schema_texts
from components.catalog.reading.files import survey

ROOT = Path(__file__).parent.parent
YS = Path(__file__).parent / "fixtures" / "ys"
KIND_OF_FILE = {
    "catalog": "catalog", "vocabulary": "vocabulary", "person": "agents", "organisation": "agents",
    "place": "places", "source": "sources", "collection": "collection", "dispute": "disputes",
    "indicator": "indicators", "event": "events", "comparison": "comparison", "review": "review",
}  # fmt: skip


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: a bare number is a number; a date and `no` are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def faults(name: str, text: str) -> list[tuple[list[Any], str]]:
    """(path, rule) of what an editor would underline in a file of this kind."""
    data = yaml.load(text, EditorLoader)
    found = Draft7Validator(file_schema(name)).iter_errors(data)
    return sorted((list(one.absolute_path), one.validator) for one in found)


def test_the_written_schemas_are_those_of_the_models():
    # Stale? python -m components schema
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "events/schema").iterdir()}
    assert written == schema_texts()


def test_the_editors_settings_name_the_schemas():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings == editor_settings("events")
    assert {Path(schema).name for schema in settings["yaml.schemas"]} == set(schema_texts())


def test_a_new_catalogue_has_schemas_and_settings_of_its_own(ys_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "catalog", "mine"]) == 0
    settings = json.loads((tmp_path / "mine/.vscode/settings.json").read_text("utf-8"))
    for schema, patterns in settings["yaml.schemas"].items():
        assert (tmp_path / "mine" / schema).is_file()
        assert not any(pattern.lstrip("!").startswith(("/", "mine")) for pattern in patterns)
    assert settings["yaml.schemas"]["./schema/catalog.json"] == ["catalog.yaml"]
    assert main(["check", "mine"]) == 0
    advice = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert json.loads((tmp_path / "mine/.vscode/extensions.json").read_text("utf-8")) == advice


@pytest.mark.parametrize("name", KINDS)
def test_each_is_draft_07_and_its_references_lead_somewhere(name):
    schema = file_schema(name)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    text = json.dumps(schema)
    assert "$defs" not in text and "prefixItems" not in text
    for group in schema.get("definitions", {}):
        assert f'"#/definitions/{group}"' in text


@pytest.mark.parametrize("name", KINDS)
def test_every_field_is_described(name):
    schema = file_schema(name)
    groups = [
        *schema.get("definitions", {}).values(),
        *([schema] if "properties" in schema else []),
    ]
    for group in groups:
        assert group["description"]
        assert [
            name for name, field in group["properties"].items() if not field.get("description")
        ] == []


def test_an_editor_finds_nothing_wrong_in_a_catalogue_that_is_right():
    files = [file for files in survey(YS).files.values() for file in files]
    assert {KIND_OF_FILE[file.kind] for file in files} == set(KINDS)
    for file in files:
        assert faults(KIND_OF_FILE[file.kind], file.path.read_text("utf-8")) == [], file.name


@pytest.mark.parametrize(
    ("old", "new", "path", "rule"),
    [
        ("date: 1900", "date: [1900]", [0, "date"], "type"),
        ("title: T", "titel: T\n  title: T", [0], "additionalProperties"),
        ("kind: k", "", [0], "required"),
        ("place: p", "place: Great Quay", [0, "place"], "pattern"),
        ("importance: 2", "importance: 4", [0, "importance"], "enum"),
        ("themes: [t]", "themes: t", [0, "themes"], "type"),
        ("themes: [t]", "themes: []", [0, "themes"], "minItems"),
        ("role: acted", "role: actd", [0, "roles", 0, "role"], "enum"),
        ("cite: c", "cite: c, locater: p", [0, "sources", 0], "additionalProperties"),
    ],
)
def test_an_editor_underlines_what_the_check_refuses(old, new, path, rule):
    event = (
        "- id: a\n  date: 1900\n  title: T\n  kind: k\n  place: p\n  importance: 2\n  themes: [t]\n"
        "  roles: [{tendency: t, role: acted}]\n  summary: s\n  sources: [{cite: c, standing: read}]\n"
    )
    assert faults("events", event) == []
    assert old in event
    assert faults("events", event.replace(old, new)) == [(path, rule)]


@pytest.mark.parametrize("title", ["1984", "12.5", "true", "no", "1900-05-01", "'1984'"])
def test_what_an_editor_takes_for_a_number_may_be_text(title):
    place = f"- {{id: a, label: {title}, country: c, lat: 1, lon: -2.5}}"
    assert faults("places", place) == []


def test_an_optional_field_may_be_empty_and_a_needed_one_may_not():
    agent = "- {id: a, label: b, note: c, dates: , aliases: , wikidata: , sources: }"
    assert faults("agents", agent) == []
    assert faults("agents", "- {id: a, label: , note: c}") == [([0, "label"], "type")]
    indicators = (YS / "lyonesse/indicators.yaml").read_text("utf-8")
    assert faults("indicators", indicators.replace("{count: 30, total: 42}", "")) == []


def test_two_sides_are_two():
    comparison = next((YS / "comparisons").glob("*.yaml")).read_text("utf-8")
    data = comparison.replace("collections: [ys, lyonesse]", "collections: [ys]")
    assert faults("comparison", data) == [(["collections"], "minItems")]


def test_the_schemas_are_written_beside_the_content(capsys, ys_folder, monkeypatch):
    monkeypatch.chdir(ys_folder.parent)
    assert main(["schema", "ys"]) == 0
    assert capsys.readouterr().out == "11 files in ys/schema\n"
    assert {
        path.name: path.read_text("utf-8") for path in (ys_folder / "schema").iterdir()
    } == schema_texts()
    assert main(["check", "ys"]) == 0


def test_schemas_that_cannot_be_written_are_told_in_one_line(capsys, ys_folder):
    (ys_folder / "schema").write_text("in the way")
    assert main(["schema", str(ys_folder)]) == 2
    assert capsys.readouterr().err == f"{ys_folder}/schema: cannot be written: file exists\n"
    assert main(["schema", str(ys_folder / "lyonesse")]) == 2
    assert capsys.readouterr().err == f"{ys_folder}/lyonesse: schemas belong to a whole catalogue\n"
