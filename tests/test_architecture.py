"""The order of the house, read from the README's table and from the code, and compared.

Two rules: a layer imports what its row allows and nothing else; and the engine knows no event:
no Python file names what lives under `events/` or `demo/` (tests/test_content.py and
tests/test_demo.py excepted).
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from components.catalog.catalog import Catalog, load

ROOT = Path(__file__).parent.parent
OURS = {"components", "pages", "app", "tests"}
# What is installed under a name of its own and yet is a part of another library.
PART_OF = {"pydantic_core": "pydantic"}
Table = dict[str, tuple[set[str], set[str]]]  # layer → (layers, libraries) it may import


# The rules ----------------------------------------------------------------------------------------


def import_table(text: str) -> Table:
    """The rows of the Markdown table that begins with “| layer |”."""
    lines = iter(text.splitlines())
    next((line for line in lines if re.match(r"\| *layer *\|", line)), None)
    table: Table = {}
    for line in lines:
        if not line.startswith("|"):
            break
        layer, ours, libraries = (
            [part.strip(" `/") for part in cell.split(",") if part.strip(" `/")]
            for cell in line.strip("|").split("|")[:3]
        )
        if not re.fullmatch("-+", layer[0]):
            allowed = {layer[0] if name == "itself" else name for name in ours}
            table[layer[0]] = (allowed, {name.lower() for name in libraries})
    return table


def layer_of(path: str, table: Table) -> str:
    """The most particular layer to which a file belongs, "" when it belongs to none."""
    fitting = [name for name in table if path == name or path.startswith(f"{name}/")]
    return max(fitting, key=len, default="")


def imports(tree: ast.AST, path: str) -> Iterator[str]:
    """Full names of everything a file imports, wherever in the file it does."""
    package = path.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def file_of(name: str) -> str:
    """The file of ours that a dotted name leads to."""
    parts = name.split(".")
    while parts:
        for path in ("/".join(parts) + ".py", "/".join(parts) + "/__init__.py"):
            if (ROOT / path).is_file():
                return path
        parts.pop()
    return name


@cache
def _distributions() -> dict[str, list[str]]:
    """The installed libraries by the names that they are imported by."""
    return dict(packages_distributions())


def violations(path: str, code: str, table: Table) -> list[str]:
    """What a file imports against the table."""
    layer = layer_of(path, table)
    ours, libraries = table.get(layer, (set(), set()))
    found = []
    for name in imports(ast.parse(code), path):
        top = name.split(".")[0]
        if top in OURS:
            if layer_of(file_of(name), table) not in ours:
                found.append(f"{path} imports {name}")
        elif top not in sys.stdlib_module_names:
            known = {PART_OF.get(top, top), *_distributions().get(top, [])}
            if not {one.lower() for one in known} & libraries:
                found.append(f"{path} imports {name}")
    return found


def sources() -> Iterator[tuple[str, str]]:
    """(path, text) of every Python file of the engine."""
    paths = [*ROOT.glob("components/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
    for path in sorted(paths):
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@pytest.fixture(scope="module")
def table() -> Table:
    return import_table((ROOT / "README.md").read_text("utf-8"))


EXAMPLE = """
| layer | may import of ours | libraries |
| --- | --- | --- |
| `components/catalog` | itself | PyYAML, pydantic |
| components/charts | itself | plotly |
| pages | components/charts, `components/catalog` | streamlit |
| app.py | | |
"""


def test_the_table_is_read_with_and_without_code_marks():
    assert import_table(EXAMPLE) == {
        "components/catalog": ({"components/catalog"}, {"pyyaml", "pydantic"}),
        "components/charts": ({"components/charts"}, {"plotly"}),
        "pages": ({"components/charts", "components/catalog"}, {"streamlit"}),
        "app.py": (set(), set()),
    }


@pytest.mark.parametrize(
    ("path", "code", "is_allowed"),
    [
        ("components/catalog/dates.py", "import yaml, re, pydantic_core", True),
        ("components/catalog/dates.py", "from components.catalog import reader", True),
        ("components/catalog/dates.py", "from . import reader", True),
        ("components/catalog/dates.py", "import streamlit", False),
        ("components/catalog/dates.py", "def f():\n    import streamlit.web", False),
        ("components/catalog/dates.py", "from ..charts import tokens", False),
        ("components/catalog/dates.py", "import unheard_of", False),
        ("components/charts/axis.py", "from components.catalog.dates import parse", False),
        ("pages/one.py", "import pages.two", False),
        ("pages/one.py", "from components.charts.axis import x", True),
        ("app.py", "import pages.one", False),
        ("app.py", "import tests.conftest", False),
        ("components/new/one.py", "import components.catalog", False),
    ],
)
def test_an_import_is_judged_by_the_row_of_its_layer(path, code, is_allowed):
    assert (violations(path, code, import_table(EXAMPLE)) == []) is is_allowed


def test_the_readme_has_a_row_for_every_file(table):
    without = [path for path, text in sources() if not layer_of(path, table) and text.strip()]
    assert [path for path in without if path != "components/__init__.py"] == []


def test_every_layer_imports_what_its_row_allows(table):
    assert [fault for path, text in sources() for fault in violations(path, text, table)] == []


def test_the_table_keeps_the_layers_apart(table):
    for layer, (ours, libraries) in table.items():
        assert "pages" not in ours
        if "streamlit" in libraries:
            assert layer in ("components/ui", "pages", "app.py")
    assert table["components/catalog"][0] == {"components/catalog"}
    assert table["components/charts"][0] == {"components/charts"}
    assert "pyyaml" not in table["components/charts"][1] | table["pages"][1]


def test_no_layer_and_no_module_imports_itself_by_way_of_another(table):
    layers = {layer: ours - {layer} for layer, (ours, _) in table.items()}
    assert len(list(TopologicalSorter(layers).static_order())) == len(table)
    modules = {path: _needed_at_import(path, text) for path, text in sources()}
    assert set(TopologicalSorter(modules).static_order()) >= set(modules)


def _needed_at_import(path: str, text: str) -> set[str]:
    """Files of ours that a module needs to be imported: not for types, not inside functions."""
    top = [node for node in ast.parse(text).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = imports(ast.Module(body=top, type_ignores=[]), path)
    needed = {file_of(name) for name in names if name.split(".")[0] in OURS}
    return {name for name in needed if not name.endswith("__init__.py")} - {path}


# The engine knows no event --------------------------------------------------------------------------


def content_names(*folders: str) -> tuple[set[str], set[str]]:
    """Names that only content may use: (single words and ids, phrases)."""
    words: set[str] = set()
    phrases: set[str] = set()
    for folder in folders:
        of_one = _content_names(load(ROOT / folder))
        words |= of_one[0]
        phrases |= of_one[1]
    return words, phrases


def _content_names(catalog: Catalog) -> tuple[set[str], set[str]]:
    named = ("person", "organisation", "place", "country")
    ids = {name for kind in catalog.fields for name in catalog.of_kind(kind)}
    ids -= set(catalog.collections) | set(catalog.comparisons)
    terms = {term for kind in ("theme", "kind", "tendency") for term in catalog.of_kind(kind)}
    words = {name for name in ids - terms if "-" in name}
    phrases = {event.title for event in catalog.events.values()}
    for kind in named:
        for name, record in catalog.of_kind(kind).items():
            phrases.add(record.label)
            # A short id is a word that others may use; with a capital it is a name.
            words |= {name.capitalize()} if "-" not in name else set()
    words |= {phrase for phrase in phrases if re.fullmatch(r"\w+", phrase)}
    return words, {phrase for phrase in phrases if not re.fullmatch(r"\w+", phrase)}


def named_in(text: str, words: set[str], phrases: set[str]) -> set[str]:
    """Names of the content that stand in a text as whole words."""
    found = set(re.findall(r"\w+(?:-\w+)*", text)) & words
    return found | {
        p for p in phrases if p in text and re.search(rf"(?<!\w){re.escape(p)}(?!\w)", text)
    }


def test_names_are_found_as_whole_words():
    words, phrases = {"grain-store-seized", "Kermarec"}, {"Jeanne Morel"}
    text = "kermarec regrain-store-seized Kermarec's; Jeanne Morels, “Jeanne Morel”"
    assert named_in(text, words, phrases) == {"Kermarec", "Jeanne Morel"}


# Tests of the content, and the Chicago Manual's own examples, which name towns that are in it.
ABOUT_CONTENT = ("test_content.py", "test_demo.py", "test_citations_golden.py")


def test_the_engine_knows_no_event():
    words, phrases = content_names("events", "demo")
    assert len(words) > 400
    found = {}
    for folder in ("components", "pages", "tests"):
        for path in sorted(ROOT.glob(f"{folder}/**/*.py")):
            if path.name not in ABOUT_CONTENT:
                names = named_in(path.read_text("utf-8"), words, phrases)
                if names:
                    found[path.relative_to(ROOT).as_posix()] = sorted(names)
    assert found == {}
