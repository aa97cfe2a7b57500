"""The small parts of a Chicago citation: italics, quotation marks, names, dates, locators.

They know no kind of source; `kinds` puts them together. Meanwhile italics stand in the text
as two private characters, so that punctuation can look at what it follows; `runs` takes them out.
Rules by The Chicago Manual of Style, 17th ed. (CMOS), with section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from components.catalog.dates import Span
from components.catalog.models import Name

Runs = tuple[tuple[str, bool], ...]  # text, and whether it is italic

_ON, _OFF = "\ue000", "\ue001"
_CLOSING = "”’"
_ASKED_IN_BRACKETS = re.compile(r"[^\W\d_][?!]\]$")  # not the doubt of a year, [1957?]
_EAST_ASIAN = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TWO_SCRIPTS = re.compile(rf"([^{_EAST_ASIAN}]*[a-z][^{_EAST_ASIAN}]*) ([{_EAST_ASIAN}][^A-Za-z]*)")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "Spring", "22": "Summer", "23": "Fall", "24": "Winter"}


# Marked text -----------------------------------------------------------------------------------


def italic(text: str | None) -> str:
    """The text between the marks of italics; nothing for nothing.

    Chinese, Japanese or Korean signs after a transliteration stay upright (CMOS 11.110).
    """
    if both := _TWO_SCRIPTS.fullmatch(text or ""):
        return f"{italic(both[1])} {both[2]}"
    return f"{_ON}{text}{_OFF}" if text else ""


def quoted(title: str) -> str:
    """The title in double quotation marks, those within it made single (CMOS 13.30).

    The same title in East Asian signs follows them (CMOS 11.110).
    """
    if both := _TWO_SCRIPTS.fullmatch(title):
        return f"{quoted(both[1])} {both[2]}"
    inner = re.sub(r'"([^"]*)"', r"‘\1’", title).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def ended(text: str, mark: str) -> str:
    """The text with a comma or full stop after it, inside closing quotation marks (CMOS 6.9).

    A full stop is left out after another mark that ends a sentence, and after a translation in
    brackets that ends with one (CMOS 14.99); a comma is kept after a title's question mark
    (CMOS 6.125).
    """
    if mark == "." and _ASKED_IN_BRACKETS.search(text):
        return text
    body = text.rstrip(_CLOSING)
    last = body.rstrip(_OFF)[-1:]
    if last == mark or (mark == "." and last in (".", "?", "!", "…")):
        return text
    return f"{body}{mark}{text[len(body) :]}"


def listed(parts: Iterable[str]) -> str:
    """The parts that say something, with commas between."""
    text = ""
    for part in filter(None, parts):
        text = f"{ended(text, ',')} {part}" if text else part
    return text


def sentences(parts: Iterable[str]) -> str:
    """The parts that say something, each ended by a full stop."""
    return " ".join(ended(part, ".") for part in parts if part)


def runs(marked: str) -> Runs:
    """Marked text as (text, is_italic) pairs, none of them empty."""
    parts = re.split(f"([{_ON}{_OFF}])", marked)
    found, is_italic = [], False
    for part in parts:
        if part in (_ON, _OFF):
            is_italic = part == _ON
        elif part:
            found.append((part, is_italic))
    return tuple(found)


# Names -----------------------------------------------------------------------------------------


def full_name(name: Name) -> str:
    """Given name, particle, family name; or the body's name."""
    return name.literal or " ".join(filter(None, (name.given, name.particle, name.family)))


def last_name(name: Name) -> str:
    """What a short note calls them."""
    family = " ".join(filter(None, (name.particle, name.family)))
    return name.literal or family or name.given or ""


def inverted_name(name: Name) -> str:
    """Family name first, for the head of a bibliography entry; a particle goes with it."""
    if name.literal or not name.family or not name.given:
        return full_name(name)
    return f"{last_name(name)}, {name.given}"


def names_in_note(names: Sequence[Name], form=full_name) -> str:
    """Up to three names, of four and more the first (CMOS 14.76)."""
    if len(names) > 3:
        return f"{form(names[0])} et al."
    return _series([form(name) for name in names])


def names_in_entry(names: Sequence[Name]) -> str:
    """Up to ten names, the first inverted; of more, the first seven (CMOS 14.76)."""
    shown = names if len(names) <= 10 else names[:7]
    written = [inverted_name(shown[0]), *map(full_name, shown[1:])] if names else []
    if len(names) > 10:
        return f"{', '.join(written)}, et al."
    if len(written) == 2 and written[0] != full_name(shown[0]):
        return f"{written[0]}, and {written[1]}"
    return _series(written)


def names_inside(names: Sequence[Name], entry: bool) -> str:
    """Names within a citation, none inverted; an entry names them all."""
    return _series([full_name(name) for name in names]) if entry else names_in_note(names)


def _series(words: list[str]) -> str:
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


# Dates -----------------------------------------------------------------------------------------


def date_text(span: Span | None, finest: str = "day") -> str:
    """The date by American usage, `May 16, 1900`; `finest="year"` gives the year alone.

    No date is `n.d.`; a doubtful one stands in brackets, `[ca. 1918?]` (CMOS 14.145).
    """
    if span is None:
        return "n.d."
    if span.members:
        word = " and " if span.is_all_of else " or "
        return word.join(dict.fromkeys(date_text(member, finest) for member in span.members))
    if span.is_range:
        return _range(span, finest)
    doubt = ("ca. " if span.approximate else "", "?" if span.uncertain else "")
    text = f"{doubt[0]}{_single(span, finest)}{doubt[1]}"
    return f"[{text}]" if any(doubt) else text


def _range(span: Span, finest: str) -> str:
    """Both ends, what they share once: `March–April 2016`, `May 3–5, 1918`."""
    first = date_text(span.start, finest) if span.start else ""
    last = date_text(span.end, finest) if span.end else ""
    if first == last:
        return first
    if first.startswith("[") and last.startswith("["):
        return f"[{_era_range(first[1:-1], last[1:-1].removeprefix('ca. '))}]"
    month, _, year = first.rpartition(" ")
    if month and last.endswith(f" {year}") and "[" not in first + last:
        same = month.split(" ")[0] == last.split(" ")[0] and "," in month and "," in last
        rest = last.split(" ", 1)[1] if same else last
        return f"{month.rstrip(',')}–{rest}"
    return _era_range(first, last)


def _era_range(first: str, last: str) -> str:
    """From–to, the era once where both years are before 1: `330–322 BCE`, `27 BCE–17 CE`."""
    if first.endswith(" BCE"):
        return (
            f"{first.removesuffix(' BCE')}–{last}"
            if last.endswith(" BCE")
            else f"{first}–{last} CE"
        )
    return f"{first}–{last}"


def _single(span: Span, finest: str) -> str:
    parts = {part.unit: part for part in span.parts}
    year = _year(parts["year"].digits, parts["year"].value)
    if finest == "year":
        return year
    if "season" in parts:
        return f"{SEASONS.get(parts['season'].digits, '')} {year}".strip()
    if "month" not in parts or parts["month"].value is None:
        return year
    month = MONTHS[parts["month"].value - 1]
    day = parts["day"].value if "day" in parts else None
    return f"{month} {day}, {year}" if day else f"{month} {year}"


def _year(digits: str, value: int | None) -> str:
    if value is None:
        return f"{digits.replace('X', '0')}s"
    return str(value) if value > 0 else f"{1 - value} BCE"


# Places in a text ------------------------------------------------------------------------------


_PAGE = r"(?:[A-Z]?\d+|[ivxlc]+)(?:[-–][A-Z]?(?:\d+|[ivxlc]+))?"
_NOTES = r"(?:ff?\.|nn?\.? ?\d+(?:[-–]\d+)?)"
_PAGES = re.compile(rf"(?:pp?\.\s*)?({_PAGE}(?:(?:, | and |, and ){_PAGE})*(?:,? ?{_NOTES})?)")
_CHAPTERS = re.compile(r"ch(s?)\.?(?= [\dIVXLC])")


def dashed(pages: str | None) -> str:
    """Ranges of numbers with an en dash."""
    return re.sub(r"(?<=[\divxlc])-(?=[A-Z]?[\divxlc])", "–", pages or "")


def locator_text(locator: str | None) -> str:
    """The locator as Chicago writes it: pages without `p.` (CMOS 14.147), `chap.` for chapter."""
    text = (locator or "").strip()
    if pages := _PAGES.fullmatch(text):
        return dashed(pages[1])
    return re.sub(r"(?<=\d)-(?=\d)", "–", _CHAPTERS.sub(r"chap\1.", text))


def is_page(locator: str) -> bool:
    """Whether a locator is nothing but page numbers, perhaps with a note on them."""
    return _PAGES.fullmatch(locator) is not None
