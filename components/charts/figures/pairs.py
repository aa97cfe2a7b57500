"""Before and after: one row a category, a mark a series, joined, the numbers behind in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.charts.figures.competing import BEHIND
from components.charts.figures.content import DOT, Content, common_facts, first_seen
from components.charts.figures.fitting import fitted
from components.charts.figures.key import Item, draw_key
from components.charts.figures.rows import Line, Row, common_line, draw_rows
from components.charts.figures.scale import Scale
from components.charts.figures.sheet import Sheet, cut
from components.charts.figures.values import Look, draw_value, look_of, reach
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import LABEL, MARK, Theme

ARROW = " → "


def draw_pairs(sheet: Sheet, content: Content) -> None:
    """A key of the series, then the rows; the last series is ink, those before it grey."""
    common = common_facts(content, content.voices)
    series = first_seen([voice.series for voice in content.voices])
    common_line(sheet, common, content)
    looks = {name: _look(sheet.theme, name == series[-1]) for name in series}
    items = [Item(name, look=looks[name]) for name in series if name]
    sheet.y = draw_key(sheet, 0, sheet.y, items, sheet.width) + 6

    def draw(sheet: Sheet, line: Line, scale: Scale, y: float) -> None:
        _draw(sheet, content, line, scale, y, looks)

    rows = _rows(content, series, common)
    draw_rows(sheet, rows, content, _scale(content, rows), draw)


def pair_texts(content: Content, line: Line) -> list[tuple[str, bool]]:
    """The numbers of a line in the order of the series, the last bold: 600 → **700**."""
    texts = [content.told(voice) for voice in line.voices]
    said = [(text, index == len(texts) - 1) for index, text in enumerate(texts)]
    return [part for one in said for part in ((ARROW, False), one)][1:]


def _look(theme: Theme, last: bool) -> Look:
    return Look(theme.text) if last else Look(theme.axis, size=MARK - 1)


def _rows(content: Content, series: Sequence[str], common: Mapping[str, str]) -> list[Row]:
    rows = []
    for name in first_seen([voice.label for voice in content.voices]):
        mine = [voice for voice in content.voices if voice.label == name]
        facts = common_facts(content, mine) if len(mine) > 1 else content.facts(mine[0])
        facts = {key: text for key, text in facts.items() if key not in common}
        lines = tuple(Line(_ordered(group, series)) for group in _groups(mine))
        said = [facts.get("scope", ""), _lacking(content, mine, series)]
        facts["scope"] = DOT.join(filter(None, said))
        flag = DOT.join(dict.fromkeys(voice.preferred for voice in mine if voice.preferred))
        rows.append(Row(name, facts, lines, flag))
    return rows


def _groups(mine: Sequence[Voice]) -> list[list[Voice]]:
    """Voices of one category as lines; a second voice for the same series opens another line."""
    groups: list[list[Voice]] = []
    for voice in mine:
        free = (group for group in groups if all(one.series != voice.series for one in group))
        group = next(free, None)
        if group is None:
            groups.append([voice])
        else:
            group.append(voice)
    return groups


def _ordered(group: Sequence[Voice], series: Sequence[str]) -> tuple[Voice, ...]:
    """Voices in the order of the series: before comes first."""
    return tuple(sorted(group, key=lambda voice: series.index(voice.series)))


def _lacking(content: Content, mine: Sequence[Voice], series: Sequence[str]) -> str:
    """The words for the series that have no number for a category; "" if all have."""
    known = {voice.series for voice in mine}
    lacking = ", ".join(name for name in series if name not in known)
    return content.labels.no_figure.format(name=lacking) if lacking else ""


def _scale(content: Content, rows: Sequence[Row]):
    numbers, ends = [], []
    for line in (line for row in rows for line in row.lines):
        numbers += (number for voice in line.voices for number in voice.numbers)
        room = sum(text_px(text, LABEL, bold=bold) for text, bold in pair_texts(content, line))
        last = max((one for voice in line.voices for one in voice.numbers), default=0.0)
        reached = max((reach(voice)[1] for voice in line.voices), default=0.0)
        ends.append((last, room + reached + 2 * BEHIND))
    return fitted(content, numbers, ends)


def _draw(
    sheet: Sheet, content: Content, line: Line, scale: Scale, y: float, looks: Mapping[str, Look]
) -> None:
    px = [scale.px(number) for voice in line.voices for number in voice.numbers]
    if len(px) > 1:
        sheet.line(min(px), y, max(px), y, sheet.theme.axis, 2)
    x = scale.start
    for voice in line.voices:
        look = look_of(voice, sheet.theme) if voice.slot else looks[voice.series]
        x = max(x, draw_value(sheet, voice, scale, y, look, content.hover(voice))[1])
    x += BEHIND
    for text, bold in pair_texts(content, line):
        color = sheet.theme.text if bold else sheet.theme.muted
        text = cut(text, sheet.width - x + 1, LABEL, bold=bold)
        x += sheet.text(x, y, text, bold=bold, color=color, back=True)
