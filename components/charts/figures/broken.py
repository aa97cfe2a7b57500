"""A broken series: labelled points, never a line; the time without a count is a named area.

Where the labels find no room beside their points (a phone, many counts of one year) the same is a
table with a plot in it: one row a count, and the hole as a row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.figures.competing import draw_voices
from components.charts.figures.content import DOT, Content, common_facts, shared
from components.charts.figures.labelling import Label, Labelling
from components.charts.figures.placing import along, around_mark
from components.charts.figures.rows import Row, common_line
from components.charts.figures.sheet import LEAD, Sheet, broken
from components.charts.figures.timeplot import TimePlot, draw_point, placed, time_plot
from components.charts.figures.undated import draw_undated
from components.charts.figures.values import look_of
from components.charts.figures.voices import Voice
from components.charts.measure import text_px
from components.charts.tokens import LABEL, MARK, PHONE_BELOW, SMALL

HEIGHT = 320
MOST_POINTS = 12  # with more, their labels would be the plot
LEAST_HOLE = 0.3  # of the whole time: a shorter stretch is not named
# px before the first and after the last day for their labels, least tried first
BESIDE = ((24.0, 40.0), (70.0, 150.0))
WIDTHS = (190.0, 150.0, 115.0, 95.0)  # px of a label, widest tried first
AIR = 10  # px between a hole and the days before and after it

Hole = tuple[int, int]  # last day counted before it, first day counted after it


def draw_broken(sheet: Sheet, content: Content) -> None:
    """Points on a time axis where all their labels fit, else rows."""
    shown = placed(content.voices)
    common = common_facts(content, content.voices)
    common_line(sheet, common, content)
    fits = 0 < len(shown) <= MOST_POINTS and sheet.width >= PHONE_BELOW
    for beside in BESIDE if fits else ():
        draft = sheet.draft()
        if _plot(draft, content, shown, beside):
            sheet.adopt(draft)
            rest = [voice for voice in content.voices if voice not in shown]
            draw_undated(sheet, content, rest)
            return
    ordered = sorted(shown, key=lambda voice: _span(voice))
    rest = [voice for voice in content.voices if voice not in shown]
    between = _rows(content, ordered)
    draw_voices(sheet, content, [*ordered, *rest], common, between=between)
    if content.breaks and not between:
        _reason(sheet, content.breaks)


def holes(voices: Sequence[Voice]) -> list[Hole]:
    """The long stretches of days that no voice covers, in order."""
    spans = sorted(_span(voice) for voice in voices)
    if not spans:
        return []
    whole, covered, found = max(end for _, end in spans) - spans[0][0], spans[0][1], []
    for start, end in spans:
        if whole and start - covered >= LEAST_HOLE * whole:
            found.append((covered, start))
        covered = max(covered, end)
    return found


def _span(voice: Voice) -> tuple[int, int]:
    """First and last day a dated voice may mean."""
    days = [day for day in (voice.earliest, voice.latest) if day is not None]
    return min(days), max(days)


def hole_words(content: Content, hole: Hole) -> str:
    """When nothing was counted: "No count between Jun 1901 and Aug 1904"."""
    start, end = (content.labels.month(day) for day in hole)
    return content.labels.hole_between.format(start=start, end=end)


def _plot(
    sheet: Sheet, content: Content, shown: Sequence[Voice], beside: tuple[float, float]
) -> bool:
    """The plot with all its labels; False if one has no room."""
    plot = time_plot(sheet, content, shown, HEIGHT, beside)
    bounds = (plot.box[0], plot.top, sheet.width, plot.box[3] - 2)
    labelling = Labelling(bounds)
    for voice in shown:
        labelling.take([around_mark(plot.at(voice), MARK / 2 + 1)])
        labelling.take(along(plot.across(voice)))
        labelling.take(along(plot.upright(voice)))
        draw_point(sheet, content, plot, voice, look_of(voice, sheet.theme))
    said = [_hole(sheet, content, plot, hole, labelling) for hole in holes(shown)]
    # Crowded points choose first: those that stand alone find room anyway.
    ordered = sorted(shown, key=lambda voice: -_crowd(plot, voice, shown))
    ways = [[_label(content, plot, voice, widest) for widest in WIDTHS] for voice in ordered]
    if not labelling.put_all(sheet, ways):
        return False
    if content.breaks and not any(said):
        _reason(sheet, content.breaks)
    return True


def _crowd(plot: TimePlot, voice: Voice, shown: Sequence[Voice]) -> int:
    x, y = plot.at(voice)
    others = (plot.at(other) for other in shown)
    return sum(abs(x - other[0]) < 150 and abs(y - other[1]) < 60 for other in others)


def _label(content: Content, plot: TimePlot, voice: Voice, widest: float) -> Label:
    # A name that all have in common tells nothing apart.
    name = "" if shared(content.voices, _name) else _name(voice)
    facts = content.facts(voice)
    # The axis tells when; whose number it is must be said unless it is in the name.
    common = common_facts(content, content.voices)
    said = [facts["by"] if facts["by"] not in name and "by" not in common else ""]
    said += [facts["standing"]] * voice.unchecked
    lines = [(content.amount(voice), True), (name, False), (DOT.join(filter(None, said)), False)]
    return Label(plot.at(voice), tuple(line for line in lines if line[0]), voice, widest)


def _name(voice: Voice) -> str:
    return voice.category or voice.series


def _hole(sheet: Sheet, content: Content, plot: TimePlot, hole: Hole, labelling: Labelling) -> bool:
    """The named area of a hole; returns whether the reason stands in it."""
    theme, (_, top, _, bottom) = sheet.theme, plot.box
    left, right = plot.days.px(hole[0]) + AIR, plot.days.px(hole[1]) - AIR
    sheet.rect(left, top, right, bottom, theme.fold)
    room = right - left - 2 * AIR
    words = broken(hole_words(content, hole), room, LABEL, bold=True)
    reason = broken(content.breaks, min(room, 300), SMALL) if content.breaks else []
    if len(words) > 4 or text_px(max(words, key=len), LABEL, bold=True) > room:
        labelling.take([(left, top, right, bottom)])
        return False
    fits = len(words) * LEAD[LABEL] + len(reason) * LEAD[SMALL] < (bottom - top) - 30
    reason = reason if fits and room > 120 else []
    y = (top + bottom) / 2 - len(reason) * LEAD[SMALL] / 2
    middle, style = (left + right) / 2, {"anchor": "middle", "color": theme.muted}
    y = sheet.block(middle, y, words, bold=True, **style)
    sheet.block(middle, y + 2, reason, size=SMALL, **style)
    # Nothing may seem to lie within the hole.
    labelling.take([(left, top, right, bottom)])
    return bool(reason)


def _rows(content: Content, ordered: Sequence[Voice]) -> dict[int, Row]:
    """The holes as rows, by the index of the voice that follows."""
    found, rows = holes(ordered), {}
    for hole in found:
        index = next(i for i, v in enumerate(ordered) if _span(v)[0] == hole[1])
        reason = (content.breaks,) if content.breaks and not rows else ()
        rows[index] = Row("", hole=(hole_words(content, hole), *reason))
    return rows


def _reason(sheet: Sheet, text: str) -> None:
    color = sheet.theme.muted
    sheet.y = sheet.paragraph(0, sheet.y + 6, text, sheet.width, size=SMALL, color=color)
