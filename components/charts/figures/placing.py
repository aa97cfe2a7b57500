"""Where labels go in a plot so that none covers another, a mark or a line; None where none fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot

Box = tuple[float, float, float, float]  # left, top, right, bottom, px
Point = tuple[float, float]
TRIES = 4000
BESIDE = 5.0  # px from a point's height to a label beside it, off the bar of its period
AIR = 2.0  # px kept free around a label


def overlaps(one: Box, other: Box, air: float = 0.0) -> bool:
    """Whether two boxes share more than an edge, or come nearer than `air`."""
    return (
        one[0] < other[2] + air
        and other[0] < one[2] + air
        and one[1] < other[3] + air
        and other[1] < one[3] + air
    )


def free(candidates: Iterable[Box], taken: Sequence[Box], bounds: Box) -> Box | None:
    """The first candidate within the bounds that no taken box touches."""
    for box in candidates:
        inside = box[0] >= bounds[0] and box[2] <= bounds[2]
        inside = inside and box[1] >= bounds[1] and box[3] <= bounds[3]
        if inside and not any(overlaps(box, other, AIR) for other in taken):
            return box
    return None


def arrange(ways: Sequence[Sequence[Box]], taken: Sequence[Box], bounds: Box) -> list[int] | None:
    """For each thing the index of a way to place it so that no two touch; None if not found.

    Tries the ways in order and goes back where it is stuck, at most TRIES times.
    """
    open_ways = [[i for i, box in enumerate(boxes) if free([box], taken, bounds)] for boxes in ways]
    chosen: list[int] = []
    tries = 0

    def search() -> bool:
        nonlocal tries
        if len(chosen) == len(ways):
            return True
        here = len(chosen)
        placed = [ways[index][way] for index, way in enumerate(chosen)]
        for way in open_ways[here]:
            tries += 1
            if tries > TRIES:
                return False
            if not any(overlaps(ways[here][way], other, AIR) for other in placed):
                chosen.append(way)
                if search():
                    return True
                chosen.pop()
        return False

    return chosen if search() else None


def around(at: Point, size: tuple[float, float], away: float) -> Iterator[Box]:
    """Places of a label of a size around a point, best first: right, above, below, left …"""
    (x, y), (width, height) = at, size
    sides = (
        (x + away, y - height / 2),
        (x - width / 2, y - away - height),
        (x - width / 2, y + away),
        (x - away - width, y - height / 2),
        (x + away, y - BESIDE - height),
        (x + away, y + BESIDE),
        (x - away - width, y - BESIDE - height),
        (x - away - width, y + BESIDE),
        (x, y + away),
        (x - width, y - away - height),
        (x, y - away - height),
        (x - width, y + away),
        (x - width + away, y - away - height),
        (x - away, y - away - height),
        (x - width + away, y + away),
        (x - away, y + away),
    )
    for left, top in sides:
        yield left, top, left + width, top + height


def along(points: Sequence[Point], half: float = 2.5, step: float = 6.0) -> Iterator[Box]:
    """Small boxes along a line through points: what a label must not cover."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(int(hypot(x1 - x0, y1 - y0) / step), 1)
        for index in range(count + 1):
            x, y = x0 + (x1 - x0) * index / count, y0 + (y1 - y0) * index / count
            yield x - half, y - half, x + half, y + half


def around_mark(at: Point, radius: float) -> Box:
    """The box of a mark."""
    x, y = at
    return x - radius, y - radius, x + radius, y + radius
