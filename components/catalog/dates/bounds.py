"""Which days a written year, month and day can mean.

Unspecified digits (`X`) stand for every digit; the first and the last day are sought among days
that really exist. Knows calendars, not grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.catalog.dates.calendars import Calendar, month_lengths

Day = tuple[int, int, int]


def _matching(first: int, last: int) -> dict[str, tuple[int, ...]]:
    """Every two-digit text with or without X that stands for a number in the range."""
    found: dict[str, list[int]] = {}
    for number in range(first, last + 1):
        tens, ones = f"{number:02d}"
        for text in (tens + ones, tens + "X", "X" + ones, "XX"):
            found.setdefault(text, []).append(number)
    return {text: tuple(numbers) for text, numbers in found.items()}


MONTHS = _matching(1, 12)
DAYS = _matching(1, 31)

# First month of each sub-year grouping (level 2 of the profile) and how many months it lasts.
# The standard leaves the months of seasons open. Ours are the meteorological ones; a season that
# holds December goes on into the next year. 21–24 do not say where: read as northern.
SEASONS = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),  # spring summer autumn winter
    "25": (3, 3), "26": (6, 3), "27": (9, 3), "28": (12, 3),  # the same, Northern Hemisphere
    "29": (9, 3), "30": (12, 3), "31": (3, 3), "32": (6, 3),  # the same, Southern Hemisphere
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),  # quarters
    "37": (1, 4), "38": (5, 4), "39": (9, 4),  # quadrimesters: thirds of a year
    "40": (1, 6), "41": (7, 6),  # semestrals: halves
}  # fmt: skip


def matching_years(text: str) -> Sequence[int]:
    """Years a four-digit text can mean, ascending: `-001X` is -19 to -10; -0 is no year."""
    sign, digits = (-1, text[1:]) if text[0] == "-" else (1, text)
    known = digits.rstrip("X")
    if "X" not in known:
        width = 10 ** (4 - len(known))
        first = int(known or "0") * width
        if sign < 0:
            return range(-(first + width - 1), 1 - max(first, 1))
        return range(first, first + width)
    numbers = [0]
    for digit in digits:
        choices = range(10) if digit == "X" else (int(digit),)
        numbers = [10 * number + choice for number in numbers for choice in choices]
    if sign < 0:
        return tuple(-number for number in reversed(numbers) if number)
    return tuple(numbers)


def first_and_last_day(
    years: Sequence[int], months: Sequence[int], days: Sequence[int], calendar: Calendar
) -> tuple[Day, Day] | None:
    """First and last existing day of all combinations, each ascending; None without any."""
    first = _first(years, months, days, calendar)
    if first is None:
        return None
    last = _first(years[::-1], months[::-1], days[::-1], calendar)
    assert last is not None
    return first, last


def _first(
    years: Sequence[int], months: Sequence[int], days: Sequence[int], calendar: Calendar
) -> Day | None:
    fruitless = set()  # years of one kind all have the same days: two tries are enough
    for year in years:
        leap = calendar.is_leap(year)
        if leap in fruitless:
            continue
        lengths = month_lengths(leap)
        for month in months:
            for day in days:
                if day <= lengths[month]:
                    return year, month, day
        fruitless.add(leap)
        if len(fruitless) == 2:
            break
    return None


def season_bounds(
    first_year: int, last_year: int, season: str, calendar: Calendar
) -> tuple[int, int]:
    """Day numbers of the first and last day of a grouping 21–41, over a run of years."""
    first_month, count = SEASONS[season]
    last_month = first_month + count - 1
    if last_month > 12:
        last_year, last_month = last_year + 1, last_month - 12
    length = month_lengths(calendar.is_leap(last_year))[last_month]
    return calendar.days(first_year, first_month, 1), calendar.days(last_year, last_month, length)


def significant_years(year: int, count: int) -> tuple[int, int]:
    """First and last year that share the first `count` digits: 1950, 2 gives 1900, 1999."""
    width = 10 ** (len(str(abs(year))) - count)
    low = abs(year) // width * width
    high = low + width - 1
    return (low, high) if year >= 0 else (-high, -low)
