"""The words of dates, one table per language; `date_words` decides which are used.

To add a language: write its table after the pattern of `ENGLISH`, enter it in `LANGUAGES`, and
run the tests, which compare the keys. A text may order its {fields} as the language needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Names and texts of one language.

    months: from January
    groupings: the parts of a year by their code 21–41; {years} is for those that cross New Year
    units: "year", "season", "period" (the other groupings), "month", "day"
    adverbs, adjectives: by mark: "~", "?", "?~"
    magnitudes: word by power of ten, greatest first
    texts: sentences by key
    ordinal: 1 -> "1st"
    separator: between thousands
    """

    months: tuple[str, ...]
    groupings: Mapping[str, str]
    units: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    magnitudes: tuple[tuple[int, str], ...]
    texts: Mapping[str, str]
    ordinal: Callable[[int], str]
    separator: str


def _english_ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


ENGLISH = Language(
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    groupings={
        "21": "spring {year}",
        "22": "summer {year}",
        "23": "autumn {year}",
        "24": "winter {years}",
        "25": "spring {year} (Northern Hemisphere)",
        "26": "summer {year} (Northern Hemisphere)",
        "27": "autumn {year} (Northern Hemisphere)",
        "28": "winter {years} (Northern Hemisphere)",
        "29": "spring {year} (Southern Hemisphere)",
        "30": "summer {years} (Southern Hemisphere)",
        "31": "autumn {year} (Southern Hemisphere)",
        "32": "winter {year} (Southern Hemisphere)",
        "33": "the first quarter {of_year}",
        "34": "the second quarter {of_year}",
        "35": "the third quarter {of_year}",
        "36": "the fourth quarter {of_year}",
        "37": "the first four months {of_year}",
        "38": "the middle four months {of_year}",
        "39": "the last four months {of_year}",
        "40": "the first half {of_year}",
        "41": "the second half {of_year}",
    },
    units={
        "year": "year", "season": "season", "period": "period", "month": "month", "day": "day",
    },
    adverbs={"~": "about", "?": "perhaps", "?~": "perhaps about"},
    adjectives={"~": "approximate", "?": "uncertain", "?~": "uncertain and approximate"},
    magnitudes=((12, "trillion"), (9, "billion"), (6, "million")),
    texts={
        # one date
        "day of month": "{day} {month}",
        "day of months": "day {day} of {months}",
        "date of year": "{date} {year}",
        "of year": "of {year}",
        "of open year": "{date} of a year in {year}",
        "of year between": "{date} of a year {year}",
        "year unknown": "{date}, year unknown",
        "unknown year": "an unknown year",
        "unknown day": "an unknown day",
        "some day": "some day in {date}",
        "some month": "some month",
        "some month from": "some month from {first} to {last}",
        "some month of": "{date} of {year}",
        "with time": "{date}, {time}",
        "with zone": "{time} UTC{zone}",
        # years
        "before zero": "{year} BCE",
        "after zero": "{year} CE",
        "rounded": "about {year}",
        "magnitude": "{number} {magnitude}",
        "decade": "the {year}s",
        "early decade": "the {year}s CE",
        "century": "the {ordinal} century",
        "century before": "the {ordinal} century BCE",
        "millennium": "the {ordinal} millennium",
        "millennium before": "the {ordinal} millennium BCE",
        "pattern": "{date} ({digits})",
        "estimated": "{date}, estimated {year}",
        # doubt
        "marked": "{adverb} {date}",
        "noted": "{date} ({note})",
        "note of parts": "{parts} {adjective}",
        # two ends
        "between": "between {first} and {last}",
        "from to": "from {first} to {last}",
        "tight": "{first}–{last}",
        "wide": "{first} – {last}",
        "open end": "since {first}",
        "unknown end": "from {first}, end unknown",
        "open start": "until {last}",
        "unknown start": "until {last}, start unknown",
        "open both": "without beginning or end",
        "open start, unknown end": "without beginning, end unknown",
        "unknown start, open end": "start unknown, without end",
        # sets
        "earlier": "{last} or earlier",
        "later": "{first} or later",
        "all earlier": "{last} and every earlier {unit}",
        "all later": "{first} and every later {unit}",
        "every": "every {unit} from {first} to {last}",
        "and": "{first} and {last}",
        "or": "{first} or {last}",
        # calendars
        "old style": "{date} ({old} Old Style)",
    },
    ordinal=_english_ordinal,
    separator=",",
)  # fmt: skip

LANGUAGES = {"en": ENGLISH}
