"""The words of the two clocks: months, gaps and short dates; the format strings are the page's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, isnan

from components.charts.civil import civil_of, day_of
from components.charts.words import Words

# How fair it is to match two events: as marks; the words are the page's.
FAIRNESS_MARKS = {"good": "●●●", "fair": "●●○", "weak": "●○○", "partial": "◐", "link": "–"}
WIDE = 2  # months: a gap less sure than this is told in whole months


@dataclass(frozen=True)
class ClockWords:
    """Format strings of the clocks; the fields in braces are named after each."""

    calendar: Words
    before: str  # {months}
    after: str  # {months}
    to: str  # {low} {high}
    tick: str  # {n}
    tick_one: str
    tick_before: str  # {n}
    tick_before_one: str
    over: str
    not_begun: str
    ended: str  # {date} {name}
    unstarted: str  # {date} {name}
    begins: str  # {date}
    ends: str  # {date}
    about: str  # {date}
    doubtful: str  # {date}
    later: str  # {name}
    earlier: str  # {name}
    by_months: str
    gap_later: str  # {name} {gap}
    gap_earlier: str  # {name} {gap}
    gap_mixed: str  # {name} {low} {high}
    gap_none: str
    unmeasured: str
    nothing: str  # {name}
    open: str
    close: str
    fairness: Mapping[str, str]
    alt: str  # {n} {starts}
    alt_start: str  # {name} {date}
    alt_calendar: str  # {n}
    alt_row: str  # {question} {one} {other} {gap} {fairness}
    alt_side: str  # {name} {label} {date}
    per: float = 1.0  # months of the unit in which all of these speak: 12 where it is years


def months_text(
    low: float, high: float, labels: ClockWords, *, backwards: bool = False, unit: bool = False
) -> str:
    """Months after (counted backwards: before) the start: "9.0", "7.6–8.5", "2.6 before".

    unit: in full, "9.0 months", "2.6 months before", backwards "41.2 months before".
    """
    form = labels.tick if unit else "{n}"
    if isnan(low) or isnan(high):
        return labels.unmeasured
    low, high = (-high, -low) if backwards else (low, high)
    low, high = low / labels.per, high / labels.per
    low, high = round(low, 1) + 0.0, round(high, 1) + 0.0
    beyond = labels.after if backwards else labels.before
    if low < 0 < high:
        early = beyond.format(months=form.format(n=f"{-low:.1f}"))
        return labels.to.format(low=early, high=form.format(n=f"{high:.1f}"))
    near, far = sorted((abs(low), abs(high)))
    text = form.format(n=f"{near:.1f}" if near == far else f"{near:.1f}–{far:.1f}")
    if low < 0:
        return beyond.format(months=text)
    return labels.before.format(months=text) if backwards and unit and high else text


def gap_text(low: float, high: float, labels: ClockWords) -> str:
    """By how many months one side is later: "+8.3", "+7.6 to +8.5", "+4 to +13" when unsure.

    Whole months are rounded outwards, so that nothing possible falls outside.
    """
    if isnan(low) or isnan(high):
        return labels.unmeasured
    low, high = low / labels.per, high / labels.per
    if round(low, 1) == round(high, 1):
        return _signed(low, ".1f")
    if high - low >= WIDE:
        return labels.to.format(low=_signed(floor(low), ".0f"), high=_signed(ceil(high), ".0f"))
    return labels.to.format(low=_signed(low, ".1f"), high=_signed(high, ".1f"))


def gap_sentence(low: float, high: float, name: str, labels: ClockWords) -> str:
    """The gap in words: "Ys later by 8.3 months", "Ys earlier by 2.1–3.1 months"."""
    if isnan(low) or isnan(high):
        return labels.unmeasured
    low, high = round(low / labels.per, 1) + 0.0, round(high / labels.per, 1) + 0.0
    if low == high == 0:
        return labels.gap_none
    if low < 0 < high:
        return labels.gap_mixed.format(name=name, low=f"{-low:.1f}", high=f"{high:.1f}")
    near, far = sorted((abs(low), abs(high)))
    gap = f"{near:.1f}" if near == far else f"{near:.1f}–{far:.1f}"
    form = labels.gap_later if high > 0 else labels.gap_earlier
    return form.format(name=name, gap=gap)


def _signed(number: float, form: str) -> str:
    text = format(abs(number), form)
    if not float(text):
        return text
    return f"+{text}" if number > 0 else f"−{text}"


def short_date(first: int, last: int, labels: Words) -> str:
    """The possible days, short: "15 Dec 1917", "Nov 1917", "18–26 Dec 1917", "Sep–Nov 1920"."""
    (y0, m0, d0), (y1, m1, d1) = civil_of(first), civil_of(last)
    opens, closes = d0 == 1, civil_of(last + 1)[2] == 1
    one, other = (f"{labels.months[m - 1]} {labels.year(y)}" for y, m in ((y0, m0), (y1, m1)))
    if opens and closes:  # Whole months, perhaps whole years.
        if (m0, m1) == (1, 12):
            return labels.years(y0, y1)
        if one == other:
            return one
        return f"{labels.months[m0 - 1]}–{other}" if y0 == y1 else f"{one} – {other}"
    if first == last:
        return f"{d0} {one}"
    if one == other:
        return f"{d0}–{d1} {one}"
    begin = f"{d0} {labels.months[m0 - 1]}" if y0 == y1 else f"{d0} {one}"
    return f"{begin} – {d1} {other}"


def month_of(day: float, labels: Words) -> str:
    """The month in which a day falls: "Mar 1918"."""
    year, month, _ = civil_of(floor(day))
    first, last = day_of(year, month), day_of(year + month // 12, month % 12 + 1) - 1
    return short_date(first, last, labels)


def edge_date(row: Mapping, labels: ClockWords) -> str:
    """When the measured edge of an event was: "begins 21 Jul 1936", "about Sep 1920".

    row: `first`, `last`, `soft`, `doubtful`, `lasting`, `edge` as in a stage table.
    """
    text = short_date(int(row["first"]), int(row["last"]), labels.calendar)
    text = labels.about.format(date=text) if row["soft"] else text
    text = labels.doubtful.format(date=text) if row["doubtful"] else text
    if not row["lasting"]:
        return text
    return (labels.begins if row["edge"] == "start" else labels.ends).format(date=text)
