"""The style sheets take colours, type and space from one place: `components/charts/tokens.py`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.charts.tokens import SPACE, TYPE
from components.html.style import ROOT_PX, variables
from components.ui.style import css
from tests.pictures import LARGEST_BYTES, SHOTS

ROOT = Path(__file__).parents[1]
SHEETS = sorted((ROOT / "components").rglob("*.css"))
DECLARATION = re.compile(r"(?<![\w-])(-?[a-z][a-z-]*): *([^;{}]+)(?=[;}])")
OF_TYPE = re.compile(r"font(-size)?$")
OF_SPACE = re.compile(r"(margin|padding|gap|column-gap|row-gap)(-(top|right|bottom|left))?$")
LENGTH = re.compile(r"(?<![\w.-])\d*\.?\d+(px|rem|pt)\b")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|oklch|color-mix)a?\(")
# Where Streamlit's own measures are met, not ours: the page's frame, and how paper is cut.
FOREIGN = (".stMainBlockContainer", "@page")


def declarations(sheet: Path) -> Iterator[tuple[str, str, str]]:
    """Every (selector, property, value) of a style sheet."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    for block in re.finditer(r"([^{}]+)\{([^{}]*)\}", text):
        for found in DECLARATION.finditer(block[2] + ";"):
            yield block[1].strip(), found[1], found[2].strip()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_type_and_space_come_from_the_scales(sheet: Path):
    stray = [
        (selector, name, value)
        for selector, name, value in declarations(sheet)
        if (OF_SPACE.match(name) or (OF_TYPE.match(name) and value != "0"))
        and LENGTH.search(value)
        and not selector.startswith(FOREIGN)
    ]
    assert stray == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_style_sheet_names_a_colour(sheet: Path):
    assert [one for one in declarations(sheet) if COLOUR.search(one[2])] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_variable_that_a_sheet_uses_is_made(sheet: Path):
    used = set(re.findall(r"var\(--([\w-]+)\)", sheet.read_text("utf-8")))
    assert used <= {*variables("light"), "menu", "on-paper"}


def test_type_grows_with_the_readers_text_size_and_space_does_not():
    made = variables("dark")
    assert {made[f"t-{step}"] for step in TYPE} == {f"{px / ROOT_PX:g}rem" for px in TYPE.values()}
    assert [made[f"s-{px}"] for px in SPACE] == [f"{px}px" for px in SPACE]


def test_no_step_of_type_is_under_12_px_or_stands_twice():
    assert list(TYPE.values()) == sorted(set(TYPE.values()), reverse=True)
    assert min(TYPE.values()) == 12


def test_both_themes_have_the_same_variables_and_other_colours():
    light, dark = variables("light"), variables("dark")
    assert light.keys() == dark.keys()
    same = {name for name in light if light[name] == dark[name]}
    assert {name for name in same if name[:2] not in ("t-", "s-")} == {"shadow", "sans", "serif"}
    assert css("dark").startswith("<style>:root{--page:")


def test_streamlit_gets_the_same_colours():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    ours = {
        "primaryColor": "accent", "backgroundColor": "page", "secondaryBackgroundColor": "panel",
        "textColor": "text", "borderColor": "rule", "linkColor": "accent", "grayTextColor": "muted",
    }  # fmt: skip
    for name in ("light", "dark"):
        assert theme[name] == {key: variables(name)[colour] for key, colour in ours.items()}
    sizes = [TYPE[step] for step in ("title", "card", "lead", "reading", "text", "note")]
    assert theme["headingFontSizes"] == [f"{px}px" for px in sizes]


def test_the_pictures_of_the_readme_are_there_and_small():
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"\(docs/([\w-]+)\.png\)", readme))
    assert shown == set(SHOTS)
    sizes = {name: (ROOT / "docs" / f"{name}.png").stat().st_size for name in SHOTS}
    assert {name: size for name, size in sizes.items() if size > LARGEST_BYTES} == {}
