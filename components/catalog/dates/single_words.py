"""One date in words: "about March 1901", "25 December of a year in the 1560s"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from components.catalog.dates.bounds import DAYS, MONTHS, matching_years
from components.catalog.dates.calendars import CALENDARS, month_lengths
from components.catalog.dates.language import Language
from components.catalog.dates.span import NONE, Part, Span


class YearPhrase(NamedTuple):
    """A year in words, and how it joins a day or month: "known", "open", "between", "unknown"."""

    text: str
    kind: str


def single_words(span: Span, language: Language, hidden_year: int | None = None) -> str:
    """A single date in words; the year is left out where it is `hidden_year` and not all there is.

    No mark is lost: marks on the whole become adverbs, marks on parts a note in brackets.
    """
    parts = {part.unit: part for part in span.parts}
    year = _year_phrase(parts["year"], span, language)
    if parts["year"].value is not None and parts["year"].value == hidden_year:
        year = YearPhrase(year.text, "hidden")
    if "season" in parts:
        text = _season(parts, year, language)
    elif "day" in parts:
        text = _day(parts, year, language, span.calendar)
    elif "month" in parts:
        text = _month(parts["month"], year, language)
    else:
        text = year.text
    if "time" in parts:
        text = language.texts["with time"].format(date=text, time=_time(parts["time"], language))
    return _with_marks(text, span, year, language)


def joined(items: Sequence[str], word: str, language: Language) -> str:
    """A list in a sentence: "20, 21 or 25"; `word` is "or" or "and"."""
    if len(items) == 1:
        return items[0]
    return language.texts[word].format(first=", ".join(items[:-1]), last=items[-1])


# Years ----------------------------------------------------------------------------------------


def year_words(year: int, language: Language) -> str:
    """A year in words: "1901", "476 CE", "44 BCE", "170,000,002 CE"."""
    if year <= 0:
        return language.texts["before zero"].format(year=_number(1 - year, language))
    if 1000 <= year <= 9999:
        return str(year)
    return language.texts["after zero"].format(year=_number(year, language))


def _number(number: int, language: Language) -> str:
    return str(number) if number < 10000 else f"{number:,}".replace(",", language.separator)


def _rounded_year(year: int, language: Language) -> str:
    """A year written with E, in millions or more; below a million it is exact."""
    for power, magnitude in language.magnitudes:
        if abs(year) >= 10**power:
            number = f"{Decimal(abs(year)) / 10**power:,f}".replace(",", language.separator)
            words = language.texts["magnitude"].format(number=number, magnitude=magnitude)
            era = language.texts["before zero" if year < 0 else "after zero"].format(year=words)
            return language.texts["rounded"].format(year=era)
    return year_words(year, language)


def _year_phrase(part: Part, span: Span, language: Language) -> YearPhrase:
    if part.value is None:
        return _open_year(part.digits, language)
    written = _rounded_year if "E" in span.text else year_words
    text = written(part.value, language)
    if span.estimated_year is None or span.precision == "year":
        return YearPhrase(text, "known")
    date = CALENDARS[span.calendar].date
    between = _years_between(date(span.earliest)[0], date(span.latest)[0], language)
    return YearPhrase(language.texts["estimated"].format(date=between, year=text), "between")


def _open_year(digits: str, language: Language) -> YearPhrase:
    years = matching_years(digits)
    known = digits.lstrip("-").rstrip("X")
    before = digits.startswith("-")
    texts = language.texts
    if not known and not before:
        return YearPhrase(texts["unknown year"], "unknown")
    if "X" in known:
        text = _years_between(years[0], years[-1], language)
        return YearPhrase(texts["pattern"].format(date=text, digits=digits), "between")
    if len(known) == 3 and not before and years[0] % 100:  # the 1900s could be the century
        key = "decade" if years[0] >= 1000 else "early decade"
        return YearPhrase(texts[key].format(year=years[0]), "open")
    if len(known) in (1, 2):
        key = ("century" if len(known) == 2 else "millennium") + (" before" if before else "")
        ordinal = language.ordinal(int(known) + 1)
        return YearPhrase(texts[key].format(ordinal=ordinal), "open")
    return YearPhrase(_years_between(years[0], years[-1], language), "between")


def era_once(texts: Sequence[str], language: Language) -> list[str]:
    """Texts of which all are bare years before zero, with the era at the last one alone."""
    before, after = language.texts["before zero"].split("{year}")
    year = re.compile(
        f"{re.escape(before)}([0-9{re.escape(language.separator)}]+){re.escape(after)}"
    )
    found = [year.fullmatch(text) for text in texts]
    if not after or not all(found):
        return [*texts]
    return [*(one[1] for one in found[:-1] if one), *texts[-1:]]


def _years_between(first: int, last: int, language: Language) -> str:
    ends = era_once([year_words(first, language), year_words(last, language)], language)
    return language.texts["between"].format(first=ends[0], last=ends[1])


def _in_year(text: str, year: YearPhrase, language: Language, known: str = "date of year") -> str:
    """A day, month or season with its year; `known` is the template for a year that is known."""
    keys = {"open": "of open year", "between": "of year between", "unknown": "year unknown"}
    if year.kind == "hidden":
        return text
    return language.texts[keys.get(year.kind, known)].format(date=text, year=year.text)


def _month(part: Part, year: YearPhrase, language: Language) -> str:
    """The month with its year; where nothing is known of it, "some month of 2004"."""
    known = "some month of" if part.digits == "XX" else "date of year"
    return _in_year(_months(part, language), year, language, known)


# Seasons, months, days, times -----------------------------------------------------------------


def _season(parts: dict[str, Part], year: YearPhrase, language: Language) -> str:
    template = language.groupings[parts["season"].digits]
    if year.kind != "known":
        bare = " ".join(template.format(year="", years="", of_year="").split())
        return _in_year(bare, year, language)
    first = parts["year"].value
    ends = era_once([year.text, _following(first, language)], language)
    years = language.texts["tight"].format(first=ends[0], last=ends[1])
    of_year = language.texts["of year"].format(year=year.text)
    return template.format(year=year.text, years=years, of_year=of_year)


def _following(year: int, language: Language) -> str:
    """The next year, shortened where usage shortens it: 1901–02, but 1999–2000."""
    following = year_words(year + 1, language)
    return following[2:] if 1000 <= year < 9999 and (year + 1) % 100 else following


def _months(part: Part, language: Language) -> str:
    numbers = MONTHS[part.digits]
    names = [language.months[number - 1] for number in numbers]
    if len(names) == 12:
        return language.texts["some month"]
    if len(names) <= 3:
        return joined(names, "or", language)
    return language.texts["some month from"].format(first=names[0], last=names[-1])


def _day(parts: dict[str, Part], year: YearPhrase, language: Language, calendar: str) -> str:
    month, day = parts["month"], parts["day"]
    if day.digits == "XX":
        return _some_day(parts, year, language)
    if len(MONTHS[month.digits]) > 1:
        written, months = str(day.value or day.digits), _month(month, year, language)
        return language.texts["day of months"].format(day=written, months=months)
    days = _possible_days(parts, calendar)
    name = language.months[MONTHS[month.digits][0] - 1]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        last = language.texts["day of month"].format(day=days[-1], month=name)
        text = language.texts["between"].format(first=days[0], last=last)
    else:
        listed = joined([str(day) for day in days], "or", language)
        text = language.texts["day of month"].format(day=listed, month=name)
    return _in_year(text, year, language)


def _some_day(parts: dict[str, Part], year: YearPhrase, language: Language) -> str:
    if parts["month"].digits != "XX":
        date = _month(parts["month"], year, language)
    elif year.kind == "unknown":
        return language.texts["unknown day"]
    else:
        date = parts["year"].digits if year.kind == "between" else year.text
    return language.texts["some day"].format(date=date)


def _possible_days(parts: dict[str, Part], calendar: str) -> list[int]:
    """Days of a pattern such as 3X that the month has, in a leap year if the year is open."""
    month = MONTHS[parts["month"].digits][0]
    year = parts["year"].value
    length = month_lengths(year is None or CALENDARS[calendar].is_leap(year))[month]
    return [day for day in DAYS[parts["day"].digits] if day <= length]


def _time(part: Part, language: Language) -> str:
    clock, zone = part.digits[:8], part.digits[8:]
    if not zone:
        return clock
    return language.texts["with zone"].format(time=clock, zone="" if zone == "Z" else zone)


# Marks ----------------------------------------------------------------------------------------


def _with_marks(text: str, span: Span, year: YearPhrase, language: Language) -> str:
    parts = [part for part in span.parts if part.unit != "time"]
    kinds = {part.marks for part in parts}
    if kinds == {NONE}:
        return text
    if len(kinds) > 1:
        return language.texts["noted"].format(date=text, note=_note(parts, language))
    key = _key(parts[0].marks)
    is_plain = not span.unspecified and "E" not in span.text and span.estimated_year is None
    if is_plain or (len(parts) == 1 and year.kind == "open"):
        return language.texts["marked"].format(adverb=language.adverbs[key], date=text)
    return language.texts["noted"].format(date=text, note=language.adjectives[key])


def _note(parts: Sequence[Part], language: Language) -> str:
    units: dict[str, list[str]] = {}
    for part in parts:
        if part.marks:
            units.setdefault(_key(part.marks), []).append(language.units[part.unit])
    return ", ".join(
        language.texts["note of parts"].format(
            parts=joined(names, "and", language), adjective=language.adjectives[key]
        )
        for key, names in units.items()
    )


def _key(marks: frozenset[str]) -> str:
    return "".join(sorted(marks))
