"""Dates in words, for readers: "between 20 and 23 May 1901", "since 14 May 1901".

`words(span)` says everything the span says: no mark, open or unknown end is lost. The words
themselves are in `date_language`, one table per language; British-style English is the default.
"""

from __future__ import annotations

from components.catalog.dates.language import LANGUAGES, Language
from components.catalog.dates.single_words import era_once, joined, single_words
from components.catalog.dates.span import Span


def words(span: Span, old_style: Span | None = None, *, lang: str = "en") -> str:
    """The date in words: "14 May 1901 (1 May Old Style)".

    old_style: the same date by the Julian calendar, as written; its year is left out when it is
        the only year of both
    """
    language = LANGUAGES[lang]
    text = _phrase(span, language, None)
    if old_style is None:
        return text
    shared = _only_year(old_style)
    hidden = shared if shared == _only_year(span) else None
    old = _phrase(old_style, language, hidden)
    return language.texts["old style"].format(date=text, old=old)


def short_words(span: Span, *, lang: str = "en") -> str:
    """The date in words for a list under the heading of its year: "28 June – 3 July".

    The year stays where the date is a year, names more than one, or leaves digits open.
    """
    return _phrase(span, LANGUAGES[lang], _only_year(span))


def _phrase(span: Span, language: Language, hidden_year: int | None) -> str:
    if span.members:
        return _set(span, language, hidden_year)
    if span.parts:
        return single_words(span, language, hidden_year)
    return _interval(span, language, hidden_year)


def _only_year(span: Span) -> int | None:
    """The year of all dates in it, if they share one and each says more than the year."""
    years = set()
    for date in _dates(span):
        years.add(date.parts[0].value if len(date.parts) > 1 else None)
    return years.pop() if len(years) == 1 else None


def _dates(span: Span) -> list[Span]:
    """The single dates a span is made of."""
    if span.parts:
        return [span]
    inner = span.members or [end for end in (span.start, span.end) if end]
    return [date for member in inner for date in _dates(member)]


# Two ends -------------------------------------------------------------------------------------


def _interval(span: Span, language: Language, hidden_year: int | None) -> str:
    start, end = span.start, span.end
    if start and end:
        return _from_to(start, end, language, hidden_year)
    first = single_words(start, language, hidden_year) if start else ""
    last = single_words(end, language, hidden_year) if end else ""
    return language.texts[_half_key(span)].format(first=first, last=last)


def _half_key(span: Span) -> str:
    if span.start:
        return "open end" if span.open_end else "unknown end"
    if span.end:
        return "open start" if span.open_start else "unknown start"
    if span.open_start:
        return "open both" if span.open_end else "open start, unknown end"
    return "unknown start, open end"


def _from_to(start: Span, end: Span, language: Language, hidden_year: int | None) -> str:
    if start.text == end.text:
        return single_words(start, language, hidden_year)
    ends = _shortened_pair(start, end, language, hidden_year)
    first, last = era_once(ends, language)
    if not (_is_plain(start) and _is_plain(end)):
        return language.texts["from to"].format(first=first, last=last)
    is_whole = first == ends[0] and not _share_all_but_last([start, end])
    is_tight = " " not in first and (" " not in last or not is_whole)
    return language.texts["tight" if is_tight else "wide"].format(first=first, last=last)


def _shortened_pair(
    start: Span, end: Span, language: Language, hidden_year: int | None
) -> tuple[str, str]:
    """Both ends in words, the first without the month and year that the second repeats."""
    last = single_words(end, language, hidden_year)
    if _share_all_but_last([start, end]):
        return _last_part(start, language), last
    if _are_days_of_one_year(start, end):
        return single_words(start, language, start.parts[0].value), last
    return single_words(start, language, hidden_year), last


def _is_plain(date: Span) -> bool:
    """Whether it is known, unmarked and exact, so that parts of it may be left out."""
    return not (date.approximate or date.uncertain or date.unspecified or "Y" in date.text) and (
        date.estimated_year is None
    )


def _share_all_but_last(dates: list[Span]) -> bool:
    """Whether they are plain days of one month, or plain months of one year."""
    return (
        all(_is_plain(date) and date.parts[-1].unit in ("month", "day") for date in dates)
        and len({date.parts[:-1] for date in dates}) == 1
    )


def _are_days_of_one_year(start: Span, end: Span) -> bool:
    return all(
        _is_plain(date) and date.parts[-1].unit == "day" and date.parts[0] == start.parts[0]
        for date in (start, end)
    )


def _last_part(date: Span, language: Language) -> str:
    number = date.parts[-1].value
    assert number is not None
    return str(number) if date.parts[-1].unit == "day" else language.months[number - 1]


# Sets -----------------------------------------------------------------------------------------


def _set(span: Span, language: Language, hidden_year: int | None) -> str:
    members = list(span.members)
    if all(member.parts for member in members) and _share_all_but_last(members):
        items = [_last_part(member, language) for member in members[:-1]]
        items.append(single_words(members[-1], language, hidden_year))
    else:
        items = [_member(member, span.is_all_of, language, hidden_year) for member in members]
        items = era_once(items, language)
    return joined(items, "and" if span.is_all_of else "or", language)


def _member(member: Span, is_all_of: bool, language: Language, hidden_year: int | None) -> str:
    if member.parts:
        return single_words(member, language, hidden_year)
    if member.start and member.end:
        ends = _shortened_pair(member.start, member.end, language, hidden_year)
        first, last = era_once(ends, language)
        key, date = ("every" if is_all_of else "between"), member.end
    elif member.end:
        first, last = "", single_words(member.end, language, hidden_year)
        key, date = ("all earlier" if is_all_of else "earlier"), member.end
    else:
        assert member.start is not None
        first, last = single_words(member.start, language, hidden_year), ""
        key, date = ("all later" if is_all_of else "later"), member.start
    return language.texts[key].format(first=first, last=last, unit=_unit(date, language))


def _unit(date: Span, language: Language) -> str:
    part = date.parts[-1]
    is_period = part.unit == "season" and int(part.digits) > 32
    return language.units["period" if is_period else part.unit]
