"""Names and counts of the lanes: in a gutter at the left, on a phone in a line above the lane."""

from __future__ import annotations

from collections.abc import Iterator

from components.charts.literal import literal
from components.charts.measure import shorten, text_px, wrap
from components.charts.timeline.bands import Band
from components.charts.tokens import LANE_NAME, SMALL, Theme
from components.charts.words import Words

NAME_LINE, LINE = 18, 16  # px
HEAD = 22  # px of the line above a lane on a phone
NAME_ROOM = 12  # px between the gutter's text and the plot


def gutter_height(band: Band, gutter: int, labels: Words) -> int:
    """px that the gutter's text of a lane takes."""
    return sum(height for *_, height in _gutter_lines(band, gutter, labels))


def gutter_head(
    band: Band, y: float, height: float, gutter: int, theme: Theme, labels: Words
) -> Iterator[dict]:
    """Annotations of a lane in the gutter; y: px of the first line's top; height: of the figure."""
    for text, colour, size, weight, name, line in _gutter_lines(band, gutter, labels):
        font = {"size": size, "color": getattr(theme, colour), "weight": weight}
        middle = y + line / 2
        yield note(literal(text), 0, -gutter, 1 - middle / height, font, name=name)
        y += line


def _gutter_lines(band: Band, gutter: int, labels: Words) -> list[tuple]:
    """(text, colour, size, weight, name of the clickable, height)."""
    room = gutter - NAME_ROOM
    names = [
        shorten(line, room, LANE_NAME, bold=True) or line
        for line in wrap(band.lane.label, room, LANE_NAME, bold=True)
    ][:3]
    lines = [(name, "text", LANE_NAME, 600, "", NAME_LINE) for name in names]
    lines.append((labels.count(band.lane.total), "muted", SMALL, 400, "", LINE))
    lines += [
        (text, "accent", SMALL, 400, name, LINE) for text, name in _beyond(band, labels) if text
    ]
    return lines


def _beyond(band: Band, labels: Words) -> list[tuple[str, str]]:
    """What lies outside the window is counted, not lost."""
    earlier = labels.earlier.format(n=f"{band.before:,}") if band.before else ""
    later = labels.later.format(n=f"{band.after:,}") if band.after else ""
    return [(earlier, f"earlier:{band.lane.id}"), (later, f"later:{band.lane.id}")]


def line_head(
    band: Band, y: float, height: float, width: float, theme: Theme, labels: Words
) -> Iterator[dict]:
    """Annotations of a lane in one line whose top is at y px, in a plot of `width` px."""
    at = 1 - (y + HEAD / 2) / height
    (earlier, earlier_name), (later, later_name) = _beyond(band, labels)
    bold = {"size": LANE_NAME, "color": theme.text, "weight": 600}
    small = {"size": SMALL, "color": theme.muted}
    accent = {"size": SMALL, "color": theme.accent}
    count = labels.count(band.lane.total)
    beside = sum(text_px(text, SMALL) + 10 for text in (count, earlier, later) if text)
    name = shorten(band.lane.label, width - beside, LANE_NAME, bold=True) or band.lane.label
    x = 0.0
    for text, font, clickable in (
        (name, bold, ""),
        (count, small, ""),
        (earlier, accent, earlier_name),
    ):
        if text:
            yield note(literal(text), 0, x, at, font, name=clickable)
            x += text_px(text, font["size"], bold=font is bold) + 10
    if later:
        yield note(literal(later), 1, 0, at, accent, name=later_name, right=True)


def note(
    text: str, x: float, shift: float, y: float, font: dict, *, name: str = "", right: bool = False
) -> dict:
    """An annotation in paper coordinates that stays where it is while the reader zooms."""
    made = {
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "xshift": shift,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "right" if right else "left",
        "yanchor": "middle",
        "borderpad": 0,
        "font": font,
    }
    return made | ({"name": name, "captureevents": True} if name else {})
