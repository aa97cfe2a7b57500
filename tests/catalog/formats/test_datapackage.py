"""The data package: tables that fit their schema, and everything needed to use them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

from components.catalog.formats.datapackage import datapackage, package_files
from components.catalog.tables import events_table


def rows_of(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"], newline="")))


def test_the_package_says_what_it_is_and_how_it_may_be_used(ys, table):
    descriptor = json.loads(package_files(ys, table)["datapackage.json"])
    resources = descriptor.pop("resources")
    assert descriptor == {
        "profile": "tabular-data-package",
        "name": "ys-and-lyonesse",
        "title": "Ys and Lyonesse",
        "description": ys.header.description,
        "version": "1",
        "licenses": [{"name": "CC0-1.0", "title": "CC0-1.0"}],
        "citation": "Ys and Lyonesse, an invented catalogue, version 1.",
        "languages": ["en"],
    }
    assert [resource["name"] for resource in resources] == [
        "events", "roles", "event_sources", "readings", "indicators", "estimates", "places",
        "agents", "sources", "terms",
    ]  # fmt: skip


def test_a_licence_in_words_has_the_name_that_spdx_gives_it(ys, table):
    from dataclasses import replace

    header = ys.header.model_copy(update={"licence": "CC BY 4.0"})
    descriptor = json.loads(package_files(replace(ys, header=header), table)["datapackage.json"])
    assert descriptor["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]


def test_every_table_fits_its_schema(ys, table):
    files = package_files(ys, table)
    for resource in json.loads(files["datapackage.json"])["resources"]:
        rows = rows_of(files, resource["name"])
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert rows and list(rows[0]) == list(fields)
        assert all(field["description"].endswith((".", "`.")) for field in fields.values())
        for name, field in fields.items():
            cells = [row[name] for row in rows if row[name]]
            if field["type"] != "string":
                assert all(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) for cell in cells), name


def test_every_key_leads_to_a_row(ys, table):
    files = package_files(ys, table)
    for resource in json.loads(files["datapackage.json"])["resources"]:
        rows, schema = rows_of(files, resource["name"]), resource["schema"]
        if "primaryKey" in schema:
            assert len({row["id"] for row in rows}) == len(rows)
        for key in schema.get("foreignKeys", ()):
            there = {row["id"] for row in rows_of(files, key["reference"]["resource"])}
            assert {row[key["fields"]] for row in rows} <= there


def test_an_events_row(ys, table):
    rows = {row["id"]: row for row in rows_of(package_files(ys, table), "events")}
    assert len(rows) == 21
    assert rows["harbour-strike"] == {
        "id": "harbour-strike", "title": "The harbour strike of Ys", "label": "Harbour strike",
        "date": "1900-05-01/1901-02-14", "date_words": "1 May 1900 – 14 February 1901",
        "earliest": "1900-05-01", "latest": "1901-02-14", "old_style": "", "date_note": "",
        "collection": "ys", "country": "armor", "place": "ys", "kind": "strike", "importance": "1",
        "themes": "takeover; coordination", "standing": "read",
        "summary": "All trades stopped work on May Day. Within two weeks the crews ran cranes and stores "
        "themselves, and the committee paid them from the harbour dues.",
        "unknown": "", "indicators": "workshops-seized; strikers", "disputes": "was-the-strike-planned",
        "related": "leads-to:grain-store-seized", "aliases": "",
    }  # fmt: skip


def test_rival_estimates_stand_side_by_side(ys, table):
    rows = [
        row
        for row in rows_of(package_files(ys, table), "estimates")
        if row["indicator"] == "workshops-seized"
    ]
    assert [
        (row["position"], row["value"], row["low"], row["high"], row["bound"], row["by"])
        for row in rows
    ] == [
        ("1", "82", "", "", "", "J. Morel"),
        ("2", "104", "", "", "over", "A. Le Goff"),
        ("3", "", "60", "70", "about", "Y. Kermarec"),
    ]
    assert rows[0]["sources"] == "morel-1901 p. 73 (read)"


def test_some_events_take_with_them_what_belongs_to_them(ys, table):
    files = package_files(ys, table.loc[["harbour-strike"]])
    assert {row["event"] for row in rows_of(files, "roles")} == {"harbour-strike"}
    assert [row["id"] for row in rows_of(files, "indicators")] == ["workshops-seized", "strikers"]
    assert {row["dispute"] for row in rows_of(files, "readings")} == {"was-the-strike-planned"}
    assert "trevena-1985" not in files["sources.csv"] + files["bibliography.json"]


def test_prose_is_no_formula_and_data_is_untouched(changed):
    files = package_files(*changed(title="=1+1", date="-0043"))
    (row,) = rows_of(files, "events")
    assert (row["title"], row["date"]) == ("'=1+1", "-0043")
    assert rows_of(files, "places")[0]["lon"] == "-4.5"


def test_the_zip_holds_these_files_and_is_the_same_every_time(probe):
    table = events_table(probe)
    data = datapackage(probe, table)
    assert data == datapackage(probe, table)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert files == package_files(probe, table)
    assert files["README.md"].startswith("# Qcatalogue\n\nQdescription")
