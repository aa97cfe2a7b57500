"""Colours, type and spacing of every chart and page, stated once.

Contrast on page, period shade and fold was computed (WCAG 2.2): text 4.5:1, marks 3:1, in both
themes; the distance between hues also for colour-blind sight. A hue says *who*, never *how sure*.
The style sheets take all of it as variables: `--t-…` the steps of type, `--s-…` those of space.
"""

from __future__ import annotations

from dataclasses import dataclass

SANS = '"Source Sans", sans-serif'
SERIF = '"Source Serif", serif'  # titles and the one big number; all that is read quickly is sans

# One scale of type: px at the usual text size. Nothing is smaller than its last step.
TYPE = {
    "number": 30,  # the one big number of a record
    "title": 25,  # of a page
    "title-phone": 22,
    "card": 21,  # title of a card or of a part of a page
    "lead": 17,  # how many there are; heading of a group
    "reading": 15,  # prose: cards, claims, subtitles
    "text": 14,  # lists, tables, filters, buttons
    "note": 13,  # remarks, labels of a chart
    "fine": 12,  # axes, tags, heads of a dense table
}
# One scale of space: px. The first three part what belongs together, the last parts of a page.
SPACE = (2, 4, 6, 8, 12, 16, 24, 36)

# Type in a chart, px; its labels are measured, so these are numbers.
LABEL, LANE_NAME = float(TYPE["note"]), float(TYPE["text"])
SMALL = TICK = PERIOD = float(TYPE["fine"])
# Sizes in a chart, px
ROW, ROW_PHONE = 21, 19
BAR, BAR_LESSER, MARK, MARK_LESSER, RING = 6, 4, 11, 8, 20
GUTTER, RIGHT, PHONE_BELOW = 104, 8, 600
LABEL_GAP, NEIGHBOUR_GAP = 4, 9

PALE = 0.32  # a possible extent
# "About" claims no number of days, so its soft edge is steps of fixed pixels.
SOFT_STEP = 5
SOFT_SOLID, SOFT_PALE = (0.62, 0.36, 0.15), (0.22, 0.13, 0.06)
SOFT = SOFT_STEP * len(SOFT_SOLID)

SLOTS = ("rust", "green", "blue", "purple", "ochre", "petrol", "stone")
SYMBOLS = {
    "rust": "diamond",
    "green": "circle",
    "blue": "square",
    "purple": "triangle-up",
    "ochre": "triangle-down",
    "petrol": "pentagon",
    "stone": "x",
}
# Factors that make the shapes look equally large; a bare diamond is bigger than all others.
OPTICAL = {"diamond": 0.95, "triangle-up": 1.14, "triangle-down": 1.14, "pentagon": 1.1, "x": 1.05}


@dataclass(frozen=True)
class Theme:
    """One set of colours (hex) for charts; `hues` by slot, `area` the opacity of large fills."""

    name: str
    page: str
    panel: str
    period: str
    fold: str
    text: str
    muted: str
    accent: str
    axis: str
    rule: str
    grid: str
    area: float
    hues: dict[str, str]

    def hue(self, slot: str) -> str:
        """Hue of a slot; a slot nobody knows is drawn like the last one."""
        return self.hues.get(slot, self.hues[SLOTS[-1]])


def symbol(slot: str) -> str:
    """Plotly symbol of a slot; a slot nobody knows is drawn like the last one."""
    return SYMBOLS.get(slot, SYMBOLS[SLOTS[-1]])


def mark_px(slot: str, size: float = MARK) -> float:
    """Plotly marker size (px) at which the slot's shape looks `size` px large."""
    return round(size * OPTICAL.get(symbol(slot), 1.0), 1)


def rgba(colour: str, opacity: float) -> str:
    """A hex colour with an opacity, as CSS writes it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def _hues(*colours: str) -> dict[str, str]:
    return dict(zip(SLOTS, colours, strict=True))


LIGHT = Theme(
    name="light",
    page="#fcfbf8",
    panel="#f3f1ec",
    period="#f5f2eb",
    fold="#f0ece3",
    text="#1d2126",
    muted="#5c636b",
    accent="#8f1d3f",
    axis="#82878e",
    rule="#d9d5cc",
    grid="#e9e6df",
    area=1.0,
    hues=_hues("#842e0e", "#5a937a", "#5666d3", "#933492", "#926f0a", "#044b5a", "#6d6153"),
)
DARK = Theme(
    name="dark",
    page="#15181c",
    panel="#1e2227",
    period="#1d2228",
    fold="#22272e",
    text="#e8e6e1",
    muted="#a3a8ae",
    accent="#f0a6b8",
    axis="#7d848c",
    rule="#3a4048",
    grid="#262b31",
    area=0.8,
    hues=_hues("#d05c15", "#6cd99b", "#566bd2", "#f7b9fe", "#cf9d35", "#5bacb0", "#807974"),
)
THEMES = {"light": LIGHT, "dark": DARK}
