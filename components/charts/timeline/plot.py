"""A plot within a figure: its axes, its days, its colours, and how things are put on it."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.axis import Axis
from components.charts.timeline.bands import Placed
from components.charts.tokens import ROW, Theme

Row = tuple[Placed, float]  # an event and the top of its lane's rows, px


@dataclass(frozen=True)
class Plot:
    """Where a panel is drawn: its axes' names, its days and its colours."""

    x: str  # "x", "x2" …
    y: str
    axis: Axis
    theme: Theme
    row_px: int = ROW

    def trace(self, name: str, **attributes) -> dict:
        """A trace on these axes that has no legend and answers no pointer unless asked to."""
        base = {"type": "scatter", "name": name, "xaxis": self.x, "yaxis": self.y}
        return base | {"hoverinfo": "skip", "showlegend": False} | attributes

    def refs(self) -> dict:
        """References of a shape on these axes."""
        return {"xref": self.x, "yref": self.y}

    def y_of(self, top: float, row: int) -> float:
        """px of a row's middle below the top of the plot."""
        return top + (row + 0.5) * self.row_px


def shift_size(px: float) -> float:
    """Size of the invisible marker that moves a text `px` to the side.

    A text trace has no shift in px, but Plotly moves a text out of the way of its own marker, by
    radius / 0.8 + 1 px. So every label hangs on a date, with an invisible marker of just the size
    that gives the shift, and stays beside its mark while the reader zooms.
    """
    return max((px - 1) * 1.6, 0)
