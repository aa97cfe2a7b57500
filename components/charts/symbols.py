"""Marks outside of a plot, as small SVG: legends, filter rows, lists and the key of dates.

Shapes, sizes and opacities are those of the timeline, so that a mark is the same everywhere.
"""

from __future__ import annotations

from math import sqrt

from components.charts.tokens import (
    BAR,
    MARK,
    PALE,
    SOFT_PALE,
    SOFT_SOLID,
    SOFT_STEP,
    Theme,
    mark_px,
    symbol,
)

BOX, KEY_WIDTH = 16, 52
KEY_ITEMS = ("day", "month", "certain", "about", "doubtful", "goes_on", "unknown_end")
DASH = "2.5px,2px"
DOUBTFUL_PX, DOUBTFUL_CROSS_PX = 1.8, 2.4  # an x has less outline to see


def outline(name: str, size: float) -> list[tuple[float, float]]:
    """Corners of a symbol `size` px large around (0, 0), y down; [] for a circle.

    Source: plotly.js, components/drawing/symbol_defs.
    """
    r = size / 2
    if name == "circle":
        return []
    if name == "square":
        return [(-r, -r), (r, -r), (r, r), (-r, r)]
    if name == "diamond":
        return [(1.3 * r, 0), (0, 1.3 * r), (-1.3 * r, 0), (0, -1.3 * r)]
    if name in ("triangle-up", "triangle-down"):
        up = 1 if name == "triangle-up" else -1
        half = 2 * r / sqrt(3)
        return [(-half, up * r / 2), (half, up * r / 2), (0, -up * r)]
    if name == "pentagon":
        return [
            (0.951 * r, -0.309 * r),
            (0.588 * r, 0.809 * r),
            (-0.588 * r, 0.809 * r),
            (-0.951 * r, -0.309 * r),
            (0, -r),
        ]
    a = 0.4 * sqrt(2) * r  # "x"
    quarter = [(0, a), (a, 2 * a), (2 * a, a), (a, 0)]
    left = [(2 * a, -a), (a, -2 * a), (0, -a)]
    return [*quarter, *left, (-a, -2 * a), (-2 * a, -a), (-a, 0), (-2 * a, a), (-a, 2 * a)]


def dashed_path(name: str, size: float, *, up: bool = False) -> str:
    """Path of the dashed outline of a doubtful mark; "" for a circle.

    A dashed outline of an x would be a cloud of dots: its two strokes are dashed instead.
    """
    if name == "x":
        a = 0.45 * size
        return f"M{-a:.2f},{-a:.2f} L{a:.2f},{a:.2f} M{-a:.2f},{a:.2f} L{a:.2f},{-a:.2f}"
    points = outline(name, size)
    return path_of(points, up=up) if points else ""


def doubtful_px(slot: str) -> float:
    """px of the dashed line around a slot's doubtful mark."""
    return DOUBTFUL_CROSS_PX if symbol(slot) == "x" else DOUBTFUL_PX


def path_of(points: list[tuple[float, float]], *, up: bool = False) -> str:
    """SVG path of corners; `up` turns y for Plotly's shapes, whose px count upwards."""
    way = -1 if up else 1
    corners = " L".join(f"{x:.2f},{way * y:.2f}" for x, y in points)
    return f"M{corners} Z"


def mark_svg(slot: str, theme: Theme, style: str = "solid", size: float = MARK) -> str:
    """A 16 × 16 px SVG of a slot's mark; style "solid", "hollow" or "doubtful"."""
    return _svg(BOX, _mark(slot, theme, style, size, BOX / 2))


def grammar_key(theme: Theme, slot: str = "rust") -> dict[str, str]:
    """SVG by item of KEY_ITEMS: how a date is drawn. 16 px high; the words are the page's."""
    hue = theme.hue(slot)
    pale, solid = (_bar(hue, opacity) for opacity in (PALE, 1.0))
    start = _mark(slot, theme, "solid", MARK, 14)
    middle = KEY_WIDTH / 2
    wide = {
        "month": pale(8, 44) + _mark(slot, theme, "hollow", MARK, middle),
        "certain": pale(4, 14) + solid(14, 38) + pale(38, 48) + start,
        "about": solid(14, 33) + _fade(hue, 33, SOFT_SOLID) + start,
        "goes_on": solid(14, 42) + _arrow(hue, 48) + start,
        "unknown_end": pale(14, 36) + _question(hue, 42) + start,
    }
    key = {name: _svg(KEY_WIDTH, drawn) for name, drawn in wide.items()}
    key["day"] = mark_svg(slot, theme)
    key["doubtful"] = mark_svg(slot, theme, "doubtful")
    return {name: key[name] for name in KEY_ITEMS}


def _svg(width: float, drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{BOX}" '
        f'viewBox="0 0 {width} {BOX}">{drawn}</svg>'
    )


def _mark(slot: str, theme: Theme, style: str, size: float, x: float) -> str:
    hue, name, px = theme.hue(slot), symbol(slot), mark_px(slot, size)
    dashed = f'stroke-width="{doubtful_px(slot)}" stroke-dasharray="{DASH}"'
    paint = {
        "solid": f'fill="{hue}"',
        "hollow": f'fill="{theme.page}" stroke="{hue}" stroke-width="1.6"',
        "doubtful": f'fill="none" stroke="{hue}" {dashed}',
    }[style]
    place = f'transform="translate({x:g},{BOX / 2:g})"'
    if name == "circle":
        return f'<circle r="{px / 2:g}" {place} {paint}/>'
    path = dashed_path(name, px) if style == "doubtful" else path_of(outline(name, px))
    return f'<path d="{path}" {place} {paint}/>'


def _bar(hue: str, opacity: float):
    def draw(x0: float, x1: float, opacity: float = opacity) -> str:
        box = f'x="{x0:g}" y="{BOX / 2 - BAR / 2:g}" width="{x1 - x0:g}" height="{BAR}"'
        return f'<rect {box} fill="{hue}" fill-opacity="{opacity:g}"/>'

    return draw


def _fade(hue: str, x: float, steps: tuple[float, ...] = SOFT_PALE) -> str:
    bar = _bar(hue, 1.0)
    edges = [x + index * SOFT_STEP for index in range(len(steps))]
    return "".join(bar(at, at + SOFT_STEP, step) for at, step in zip(edges, steps, strict=True))


def _arrow(hue: str, tip: float) -> str:
    return f'<path d="M{tip - 8:g},3 L{tip:g},8 L{tip - 8:g},13 Z" fill="{hue}"/>'


def _question(hue: str, x: float) -> str:
    style = 'font-family="sans-serif" font-size="13" font-weight="600" text-anchor="middle"'
    return f'<text x="{x:g}" y="12.5" {style} fill="{hue}">?</text>'
