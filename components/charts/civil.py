"""Day numbers and civil dates of any year, without a calendar library's year 1 and 9999.

Days count from 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BCE.
Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
"""

from __future__ import annotations

import numpy as np

DAYS_PER_YEAR = 365.2425


def day_of(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a civil date; no check that the day exists."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def civil_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    era, day_of_era = divmod(int(day) + 719468, 146097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = year_of_era + era * 400 + (month <= 2)
    return year, month, day_of_year - (153 * shifted + 2) // 5 + 1


def year_of(day: int) -> int:
    """Civil year of a day number (0 is 1 BCE)."""
    return civil_of(day)[0]


def years_of(days: np.ndarray) -> np.ndarray:
    """Civil years (int64) of many finite day numbers at once."""
    whole = np.floor(days).astype(np.int64)
    return whole.view("M8[D]").astype("M8[Y]").view(np.int64) + 1970
