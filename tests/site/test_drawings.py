"""A figure for both themes, and small drawings as classes of the style sheet."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.symbols import mark_svg
from components.charts.tokens import DARK, LIGHT, SLOTS
from components.html import pieces
from components.html.figures.pictures import plain
from components.site.drawings import MARK, drawing
from components.site.pictures import Pictures


def seen(drawing: dict[str, Any], number: int, side: int) -> Any:
    """What the script makes of a drawing: the figure `number` in the theme `side`."""

    def resolved(value: Any) -> Any:
        if isinstance(value, str) and value.startswith(MARK):
            return drawing["pairs"][int(value[1:])][side]
        if isinstance(value, list):
            return [resolved(one) for one in value]
        return {k: resolved(v) for k, v in value.items()} if isinstance(value, dict) else value

    return resolved(drawing["at"][number][1])


def bars(theme, width: int) -> go.Figure:
    bar = {
        "type": "bar",
        "x": [1, 2],
        "y": [3, None],
        "marker": {"color": [theme.text, theme.axis]},
    }
    notes = [{"text": f"§1 <b style='color:{theme.accent}'>{width}</b>", "opacity": theme.area}]
    return go.Figure({"data": [bar], "layout": {"width": width, "annotations": notes}})


def test_a_drawing_holds_the_figure_of_both_themes_at_every_width():
    made = drawing(bars, (700, 340))
    assert [width for width, _ in made["at"]] == [340, 700]
    for number, width in enumerate((340, 700)):
        for side, theme in enumerate((LIGHT, DARK)):
            assert seen(made, number, side) == plain(bars(theme, width))


def test_what_both_themes_share_is_written_once():
    made = drawing(bars, (340,))
    assert len(made["pairs"]) == 4  # two colours, a text, an opacity


@given(
    *[
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.sampled_from(["a", "§0", "§x", "#fff"]),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("kl"), inner),
        )
    ]
    * 2
)
def test_whatever_differs_comes_back_as_it_was(light, dark):
    from components.site.drawings import _merged

    found: list[list[Any]] = []
    merged = _merged(light, dark, {}, found)
    for side, wanted in enumerate((light, dark)):
        assert seen({"at": [[0, merged]], "pairs": found}, 0, side) == wanted


@pytest.mark.parametrize("slot", SLOTS)
def test_a_mark_becomes_a_class_with_its_drawing_in_both_themes(slot):
    pictures = Pictures()
    markup = pictures.as_classes(f"<p>{pieces.mark(slot, 'light')}{pieces.mark(slot, 'light')}</p>")
    assert markup == '<p><span class="pic p0"></span><span class="pic p0"></span></p>'
    rules, light, dark = pictures.sheet()
    assert rules == ".p0{width:12px;height:12px;background-image:var(--p0)}"
    for values, theme in ((light, LIGHT), (dark, DARK)):
        assert theme.hues[slot].replace("#", "%23") in values
        assert mark_svg(slot, theme).count("<") == values.count("%3C")


def test_a_picture_that_says_something_is_read_aloud():
    said = pieces.image(mark_svg("rust", LIGHT), 'Ys & "Lyonesse"')
    assert Pictures().as_classes(said) == (
        '<span class="pic p0" role="img" aria-label="Ys &amp; &#34;Lyonesse&#34;"></span>'
    )
