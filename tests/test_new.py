"""`python -m components new …`: what an author starts from is right before anything is changed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from components.__main__ import main
from components.catalog.authoring.schema import file_schema
from components.catalog.authoring.templates import TEMPLATES, template, write_catalogue
from components.catalog.catalog import load
from components.catalog.models import Collection
from components.catalog.reading.gathering import MODELS
from components.catalog.reading.shapes import shaped
from components.catalog.reading.strict_yaml import read

MODEL_OF = {**MODELS, "collection": Collection}


def record(text: str) -> Any:
    data, marks = read(text)
    assert marks.notices == []
    return data[0] if isinstance(data, list) else data


def uncommented(text: str) -> str:
    """A template with all its fields in use."""
    head, _, body = text.partition("\n\n")
    assert all(line.startswith("# ") for line in head.splitlines())
    while (more := re.sub(r"(?m)^( *(?:- )?)# (?!#)", r"\1", body)) != body:
        body = more
    return body


# Records ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_is_a_record_as_it_stands(kind):
    assert shaped(MODEL_OF[kind], record(template(kind)))[1] == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_is_a_record_with_every_field_in_use(kind):
    assert shaped(MODEL_OF[kind], record(uncommented(template(kind))))[1] == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_field_is_in_its_template_with_what_it_means(kind):
    lines = template(kind).splitlines()
    schema = file_schema(TEMPLATES[kind][0])
    groups = [
        *schema.get("definitions", {}).values(),
        *([schema] if "properties" in schema else []),
    ]
    for group in groups:
        for name in group["properties"]:
            at = [n for n, line in enumerate(lines) if re.match(rf"[ #-]*{name}:", line)]
            assert at and lines[at[0] - 1].lstrip().startswith("## "), name


@pytest.mark.parametrize("kind", TEMPLATES)
def test_fields_that_are_needed_come_before_those_that_may_be_left_out(kind):
    ours = [line for line in template(kind).split("\n\n")[1].splitlines() if "##" not in line]
    at_top = [line for line in ours if re.match(r"(- |  |# |  # )?[a-z]", line)]
    hidden = ["# " in line[:4] for line in at_top]
    assert hidden == sorted(hidden)


def test_a_place_to_fill_in():
    assert template("place") == (
        "# A new place. It belongs in `places.yaml`.\n"
        "# A line with “##” explains the field below it. A field with “# ” before it may be left\n"
        "# out: delete the “# ” to use it.\n"
        "\n"
        "## A lasting name: a–z, 0–9 and hyphens.\n"
        "- id: a-lasting-name\n"
        "  ## Name as used here.\n"
        "  label: Great Quay\n"
        "  ## Id of a country in the vocabulary.\n"
        "  country: armor\n"
        "  ## Degrees north; left out with `lon` where nobody knows.\n"
        "  # lat: 48.09\n"
        "  ## Degrees east.\n"
        "  # lon: -4.51\n"
        "  ## How exact the point is. One of: site, town, region. Without it: town.\n"
        "  # extent: site\n"
        "  ## Other spellings and scripts.\n"
        "  # aliases: [Kêr-Is]\n"
        "  ## What the point stands for.\n"
        "  # note: The gate.\n"
    )


def test_what_is_explained_once_is_short_the_next_time():
    text = template("event")
    assert text.count("## Page, chapter, note or section in it.") == 1
    assert "  #     sources: [{cite: morel-1901, standing: read}]\n" in text


def test_a_record_is_printed(capsys):
    assert main(["new", "event"]) == 0
    assert capsys.readouterr() == (template("event"), "")


def test_a_record_for_a_catalogue_names_its_ids_and_fits_into_it_at_once(capsys, tmp_path):
    write_catalogue(tmp_path / "mine")
    assert main(["new", "event", str(tmp_path / "mine")]) == 0
    text = capsys.readouterr().out
    assert "Here: strike, decision, opening." in text
    assert "  place: ys\n" in text and "# actors: [anna-riou]" in text
    (tmp_path / "mine" / "bridge" / "1903.yaml").write_text(text, encoding="utf-8")
    catalog = load(tmp_path / "mine")
    assert catalog.problems == () and "a-lasting-name" in catalog.events


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_record_for_a_catalogue_is_a_record(kind, ys):
    assert shaped(MODEL_OF[kind], record(template(kind, ys)))[1] == []
    assert shaped(MODEL_OF[kind], record(uncommented(template(kind, ys))))[1] == []


def test_a_record_for_a_folder_that_is_no_catalogue_is_told_in_one_line(capsys, tmp_path):
    assert main(["new", "event", str(tmp_path)]) == 2
    told = f"{tmp_path}: there is no catalogue in this folder (no .yaml files)\n"
    assert capsys.readouterr() == ("", told)


# A catalogue --------------------------------------------------------------------------------------


def test_a_new_catalogue_is_right_at_once(tmp_path):
    files = write_catalogue(tmp_path / "mine")
    catalog = load(tmp_path / "mine")
    assert catalog.problems == ()
    assert dict(catalog.counts) == {
        "events": 3, "sources": 2, "indicators": 1, "estimates": 2, "disputes": 1, "readings": 2,
        "claims": 0, "people": 1, "organisations": 1, "places": 2, "collections": 1,
        "comparisons": 0, "reviews": 0,
    }  # fmt: skip
    assert {path.relative_to(tmp_path / "mine").as_posix() for path in files} == {
        "README.md", "catalog.yaml", "vocabulary.yaml", "people.yaml", "organisations.yaml",
        "places.yaml", "sources.yaml", "bridge/collection.yaml", "bridge/1901.yaml",
        "bridge/disputes.yaml", "bridge/indicators.yaml",
    }  # fmt: skip


def test_every_file_of_a_new_catalogue_explains_itself(tmp_path):
    for path in write_catalogue(tmp_path / "mine"):
        assert path.read_text("utf-8").startswith("# "), path


def test_it_is_written_and_said_how_to_go_on(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    assert main(["new", "catalog", "mine"]) == 0
    assert capsys.readouterr().out == (
        "11 files written, and schemas with which an editor helps. Now:\n"
        "  look at it     streamlit run app.py -- mine\n"
        "  check it       python -m components check mine\n"
        "  add an event   python -m components new event mine\n"
    )
    assert main(["check", "mine"]) == 0
    assert main(["check", "mine/bridge"]) == 0


def test_nothing_that_is_there_is_written_over(capsys, tmp_path):
    (tmp_path / "mine.txt").write_text("kept")
    assert main(["new", "catalog", str(tmp_path)]) == 2
    told = f"{tmp_path}: there is something in it; name a new folder\n"
    assert capsys.readouterr() == ("", told)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_is_told_in_one_line(capsys, tmp_path):
    (tmp_path / "file").write_text("")
    assert main(["new", "catalog", str(tmp_path / "file" / "mine")]) == 2
    told = f"{tmp_path}/file/mine: cannot be written: not a directory\n"
    assert capsys.readouterr() == ("", told)
    assert main(["new", "catalog"]) == 2
    told = "name the folder: python -m components new catalog FOLDER\n"
    assert capsys.readouterr() == ("", told)


def test_the_readmes_mistake_gives_the_readmes_messages(capsys, tmp_path, monkeypatch):
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    (event,) = re.findall(r"```yaml mistake\n(.*?)```", readme, re.DOTALL)
    first, second = re.findall(r"```text mistake\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "history").mkdir()
    monkeypatch.chdir(tmp_path / "history")
    main(["new", "catalog", "../mine"])
    file = tmp_path / "mine" / "bridge" / "1902.yaml"

    def told(text: str) -> str:
        file.write_text(text, encoding="utf-8")
        capsys.readouterr()
        main(["check", "../mine"])
        return capsys.readouterr().out.partition("\n\n")[0] + "\n"

    assert told(event) == first
    quoted = re.sub(r"(\[1902.*?\])", r'"\1"', event)
    assert told(quoted) == second
    assert told(quoted.replace("descision", "decision")).startswith("0 problems")
