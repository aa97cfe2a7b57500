"""An event's extent in the px of one plot: bar, mark, edges and the room it takes."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from components.charts.axis import Axis
from components.charts.extents import Extent
from components.charts.tokens import MARK, PALE, RING, SOFT_PALE, SOFT_SOLID, SOFT_STEP

ARROW = 9  # px an arrow head takes at the edge of the window
STUB, QUESTION = 20, 9  # px of bar before an unknown end, and of its "?"
LEAST_BAR = 3  # px: a shorter bar hides behind its mark


@dataclass(frozen=True, slots=True)
class Footing:
    """Where one event stands, in px from the left edge of the plot."""

    mark: float
    bars: tuple[tuple[float, float, float], ...]  # (from, to, opacity)
    left: str  # "", "arrow" or "unknown"
    right: str
    low: float  # everything drawn lies between low and high
    high: float

    @property
    def foot(self) -> tuple[float, float]:
        """The room it takes."""
        return self.low, self.high


def is_shown(extent: Extent, axis: Axis) -> bool:
    """Whether any possible day of the event lies in the window."""
    return extent.first < axis.end and extent.end > axis.start


def footing(extent: Extent, axis: Axis, *, is_open: bool = False) -> Footing:
    """Geometry of an event that `is_shown`; an open one has room for its ring."""
    low, high = _clip(extent.first, extent.end, axis)
    left = "unknown" if extent.unknown_start else "arrow" if extent.first < axis.start else ""
    right = "unknown" if extent.unknown_end else "arrow" if extent.end > axis.end else ""
    mark = _mark(extent, axis, left, right)
    bars = _bars(extent, axis, low, high, mark, left, right)
    reach = (RING if is_open else MARK) / 2 + 1
    foot_low = min([mark - reach, *(bar[0] for bar in bars)])
    foot_high = max([mark + reach, *(bar[1] for bar in bars)])
    return Footing(
        mark=mark,
        bars=bars,
        left=left,
        right=right,
        low=foot_low - (QUESTION if left == "unknown" else 0),
        high=foot_high + (QUESTION if right == "unknown" else 0),
    )


def _clip(first: float, end: float, axis: Axis) -> tuple[float, float]:
    return axis.px(max(first, axis.start)), axis.px(min(end, axis.end))


def _mark(extent: Extent, axis: Axis, left: str, right: str) -> float:
    """px of the mark; beside the arrow where its day lies outside the window.

    Always a whole mark: half a mark at the edge would read as another shape.
    """
    beside = {"": 1, "arrow": ARROW, "unknown": QUESTION + 1}
    at = -inf if extent.mark is None else axis.px(extent.mark)
    at = max(at, beside[left] + MARK / 2)
    return min(at, axis.width - beside[right] - MARK / 2)


def _bars(
    extent: Extent, axis: Axis, low: float, high: float, mark: float, left: str, right: str
) -> tuple[tuple[float, float, float], ...]:
    bars: list[tuple[float, float, float]] = []
    core = _clip(*extent.core, axis) if extent.core else None
    if high - low > LEAST_BAR or left == "arrow" or right == "arrow":
        if core != (low, high):
            bars.append((low, high, PALE))
        if core and core[1] - core[0] > LEAST_BAR - 1:
            bars.append((*core, 1.0))
    else:
        low, high = mark - MARK / 2 + 1, mark + MARK / 2 - 1
        core = (low, high) if core else None
    if left == "unknown":
        bars.append((max(mark - STUB, QUESTION), mark, PALE))
    if right == "unknown":
        bars.append((mark, min(mark + STUB, axis.width - QUESTION), PALE))
    if extent.soft_start and not left:
        bars += _soft(low, -1, solid=bool(core) and core[0] <= low)
    if extent.soft_end and not right:
        bars += _soft(high, 1, solid=bool(core) and core[1] >= high - 0.5)
    return tuple(bars)


def _soft(edge: float, way: int, *, solid: bool) -> list[tuple[float, float, float]]:
    """Three steps that fade away from an edge."""
    steps = []
    for index, opacity in enumerate(SOFT_SOLID if solid else SOFT_PALE):
        near = edge + way * index * SOFT_STEP
        far = near + way * SOFT_STEP
        steps.append((min(near, far), max(near, far), opacity))
    return steps
