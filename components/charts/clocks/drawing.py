"""The three things a picture in px is drawn with: boxes, lines and texts, as Plotly takes them."""

from __future__ import annotations

from components.charts.literal import literal
from components.charts.tokens import SMALL


def rect(
    x: tuple[float, float], y: tuple[float, float], colour: str, *, layer: str = "below"
) -> dict:
    """A filled box without an edge."""
    box = {"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "layer": layer}
    return box | {"fillcolor": colour, "line": {"width": 0}}


def line(
    x: tuple[float, float], y: tuple[float, float], colour: str, width: float, **more: object
) -> dict:
    """A straight line; `more` are properties of the line such as its dash."""
    shape = {"type": "line", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "layer": "below"}
    return shape | {"line": {"color": colour, "width": width, **more}}


def note(
    text: str,
    x: float,
    y: float,
    colour: str,
    *,
    anchor: str = "left",
    size: float = SMALL,
    form: str = "{}",
) -> dict:
    """One line of text with its middle at `y`; `form` wraps the escaped text in Plotly's tags."""
    return {
        "text": form.format(literal(text)), "x": x, "y": y, "xanchor": anchor, "yanchor": "middle",
        "showarrow": False, "borderpad": 0, "font": {"size": size, "color": colour},
    }  # fmt: skip
