"""What is written for other programs holds no formula that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.catalog.catalog import Catalog, load
from components.catalog.formats.offered import FORMATS
from components.catalog.tables import events_table
from components.html.content import content_of
from components.html.figures.table import figure_csv
from tests.hostile import ATTACKS, FORMULAS, UNSEEN, attacked

YS = Path(__file__).parent / "fixtures" / "ys"
_RUNS = re.compile(r"\s*[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?[0-9.]+(e[+-]?[0-9]+)?|-[0-9]{4,}-[0-9]{2}-[0-9]{2}")


@pytest.fixture(scope="module")
def formulas(tmp_path_factory) -> Catalog:
    """The invented catalogue, every text of which begins like a formula."""
    folder = tmp_path_factory.mktemp("formulas")
    attacked(YS, folder, FORMULAS, together=False)
    catalog = load(folder)
    assert len(catalog.events) == 21
    return catalog


def tables(written: str | bytes) -> Iterator[str]:
    """The CSV texts in a file that was written, or in the ZIP it is."""
    if isinstance(written, bytes) and written.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(written)) as packed:
            for name in packed.namelist():
                if name.endswith(".csv"):
                    yield packed.read(name).decode("utf-8")
    else:
        yield written if isinstance(written, str) else written.decode("utf-8")


def formulas_in(text: str) -> list[str]:
    """The cells of a CSV text that a spreadsheet would run."""
    cells = (cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    return [one for one in cells if _RUNS.match(one) and not _NUMBER.fullmatch(one)]


def test_a_cell_that_would_run_is_found():
    assert formulas_in("a,=1\r\n-1,'=1\r\n") == ["=1"]


@pytest.mark.parametrize(
    "name", [name for name, one in FORMATS.items() if "csv" in one.media_type + one.ending + name
             or one.ending == "zip"],
)  # fmt: skip
def test_no_table_for_other_programs_holds_a_formula(formulas, name):
    written = FORMATS[name].write(formulas, events_table(formulas))
    found = [cell for text in tables(written) for cell in formulas_in(text)]
    assert found == []


def test_no_table_of_a_figure_holds_a_formula(formulas):
    shown = content_of(formulas)
    found = [cell for id in formulas.indicators for cell in formulas_in(figure_csv(shown, id))]
    assert found == []


def test_every_attack_is_in_the_catalogue_and_the_catalogue_is_read_whole(tmp_path):
    """Else the tests in the browser would try less than they say."""
    fields = attacked(YS, tmp_path, ATTACKS + UNSEEN, together=True)
    catalog = load(tmp_path)
    assert len(fields) >= 110 and sum(fields.values()) >= 580
    assert [one for one in catalog.problems if one.severity == "error"] == []
    unseen = [one for one in catalog.problems if "cannot be seen" in one.what]
    assert len(unseen) >= 500 and all(one.line and one.column for one in unseen)
    assert all(one in catalog.header.description for one in ATTACKS)
    assert not any(one in catalog.header.description for one in UNSEEN)
