"""A key that names what is drawn: marks with words, one behind the other, broken at the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.figures.sheet import LEAD, Sheet, broken
from components.charts.figures.values import Look
from components.charts.measure import text_px
from components.charts.tokens import LABEL, MARK

APART, BESIDE = 18, 6  # px between two items; between a mark and its words
LINE = 19


@dataclass(frozen=True)
class Item:
    """A name with its mark, a number in bold and a muted remark, any of them empty.

    swatch: fill of a square instead of a mark, with `edge` as its outline
    dash: of the line through the mark; "" without one
    """

    name: str
    number: str = ""
    remark: str = ""
    look: Look | None = None
    swatch: str = ""
    edge: str = ""
    dash: str = ""
    hollow: bool = False


def draw_key(sheet: Sheet, x: float, y: float, items: Sequence[Item], room: float) -> float:
    """Draw a key whose upper left corner is (x, y); returns the edge below."""
    at = x
    for item in items:
        px = item_px(item)
        if at > x and at + px > x + room:
            at, y = x, y + LINE
        if px > room:
            y = _long(sheet, item, x, y, room)
            at = x
            continue
        _item(sheet, item, at, y + LINE / 2)
        at += px + APART
    return y + LINE if at > x else y


def item_px(item: Item) -> float:
    """px an item takes on one line."""
    return _mark_px(item) + sum(text_px(text, LABEL, bold=bold) for text, bold in _texts(item))


def _mark_px(item: Item) -> float:
    if item.dash:
        return 30.0 + BESIDE
    return MARK + BESIDE if item.look or item.swatch else 0.0


def _texts(item: Item) -> list[tuple[str, bool]]:
    """Its words with spaces between them, and whether they are bold."""
    texts = [(item.name, False), (item.number, True), (item.remark, False)]
    said = [(text, bold) for text, bold in texts if text]
    return [(" " * (index > 0) + text, bold) for index, (text, bold) in enumerate(said)]


def _item(sheet: Sheet, item: Item, x: float, y: float) -> None:
    theme = sheet.theme
    _mark(sheet, item, x, y)
    x += _mark_px(item)
    for text, bold in _texts(item):
        muted = text.strip() == item.remark and not bold
        # A leading space would be drawn at the edge of the text: it is room instead.
        gap = text_px(" ", LABEL, bold=bold) if text.startswith(" ") else 0
        color = theme.muted if muted else theme.text
        x += gap + sheet.text(x + gap, y, text.strip(), bold=bold, color=color)


def _mark(sheet: Sheet, item: Item, x: float, y: float) -> None:
    middle = x + MARK / 2
    if item.dash and item.look:
        sheet.line(x, y, x + 30, y, item.look.color, 2, item.dash)
        middle = x + 15
    if item.swatch:
        half = MARK / 2
        box = (middle - half, y - half, middle + half, y + half)
        sheet.rect(*box, item.swatch, line=item.edge or item.swatch, px=1 if item.edge else 0)
    elif item.look:
        look = item.look
        fill = sheet.theme.page if item.hollow else look.color
        edge, px = (look.color, 1.8) if item.hollow else (sheet.theme.page, 1)
        sheet.mark(middle, y, look.symbol, look.size, fill, edge=edge, px=px)


def _long(sheet: Sheet, item: Item, x: float, y: float, room: float) -> float:
    """An item wider than the sheet, over several lines."""
    _mark(sheet, item, x, y + LINE / 2)
    left = _mark_px(item)
    text = " ".join(text for text in (item.name, item.number, item.remark) if text)
    lines = broken(text, room - left, LABEL)
    end = sheet.block(x + left, y + (LINE - LEAD[LABEL]) / 2, lines)
    return end + (LINE - LEAD[LABEL]) / 2
