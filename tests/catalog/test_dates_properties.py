"""What holds for every date: hypothesis builds expressions from the grammar."""

from __future__ import annotations

import calendar
from datetime import date
from math import floor

import convertdate
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from components.catalog.dates import EDTFError, parse
from components.catalog.dates.calendars import CALENDARS, civil_from_days
from components.catalog.dates.words import short_words, words

# A busy machine is no defect.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

EPOCH = date(1970, 1, 1).toordinal()

marks = st.sampled_from(["", "", "", "?", "~", "%"])
digits = st.sampled_from("0123456789")
unit = st.sampled_from("0123456789XXX")
years = st.builds(lambda y: f"{'-' if y < 0 else ''}{abs(y):04d}", st.integers(-9999, 9999))
open_years = st.builds("".join, st.tuples(st.sampled_from(["", "", "-"]), unit, unit, unit, unit))
months = st.sampled_from([f"{m:02d}" for m in range(1, 13)] + ["XX", "0X", "1X", "X1", "X2"])
days = st.sampled_from([f"{d:02d}" for d in range(1, 32)] + ["XX", "0X", "1X", "2X", "3X", "X1"])
groupings = st.sampled_from([str(code) for code in range(21, 42)])
long_years = st.one_of(
    st.builds("Y{}".format, st.integers(10**4, 10**12)),
    st.builds("Y-{}".format, st.integers(10**4, 10**12)),
    st.builds("Y{}E{}".format, st.integers(1, 9999), st.integers(1, 10)),
    st.builds("Y-{}E{}S{}".format, st.integers(10, 99), st.integers(3, 10), st.integers(1, 3)),
    st.builds("{}S{}".format, st.integers(1000, 9999), st.integers(1, 4)),
)


@st.composite
def dates(draw) -> str:
    """One valid date of any level; what does not exist is drawn again."""
    if draw(st.integers(0, 9)) == 0:
        return draw(long_years) + draw(marks)
    text = draw(marks) + draw(st.one_of(years, open_years)) + draw(marks)
    precision = draw(st.sampled_from(["year", "season", "month", "day", "day"]))
    if precision == "season":
        text += "-" + draw(marks) + draw(groupings) + draw(marks)
    if precision in ("month", "day"):
        text += "-" + draw(marks) + draw(months) + draw(marks)
    if precision == "day":
        text += "-" + draw(marks) + draw(days) + draw(marks)
    assume(can_be_read(text))
    return text


@st.composite
def intervals(draw) -> str:
    """A valid interval, open and unknown ends included."""
    ends = st.one_of(dates(), st.sampled_from(["", ".."]))
    text = f"{draw(ends)}/{draw(ends)}"
    assume(can_be_read(text))
    return text


@st.composite
def sets(draw) -> str:
    """A valid set of up to five members, ranges included."""
    members = draw(st.lists(dates(), min_size=1, max_size=4))
    range_end = draw(dates())
    if can_be_read(f"[{members[0]}..{range_end}]"):
        members[0] = f"{members[0]}..{range_end}"
    elif draw(st.booleans()):
        members[0] = f"..{members[0]}"
    if draw(st.booleans()) and ".." not in members[-1]:
        members[-1] += ".."
    return draw(st.sampled_from(["[{}]", "{{{}}}"])).format(",".join(members))


expressions = st.one_of(dates(), dates(), intervals(), sets())


def can_be_read(text: str) -> bool:
    try:
        parse(text)
    except EDTFError:
        return False
    return True


@given(expressions)
def test_a_span_gives_back_its_text(text):
    assert str(parse(text)) == text


@given(expressions, st.sampled_from(sorted(CALENDARS)))
def test_the_earliest_day_is_not_after_the_latest(text, style):
    try:
        span = parse(text, style)
    except EDTFError:
        return  # a 29 February, or an order of days, of the other calendar
    if span.earliest is not None and span.latest is not None:
        assert span.earliest <= span.latest
    assert (span.earliest is None) == (span.open_start or span.unknown_start)
    assert (span.latest is None) == (span.open_end or span.unknown_end)


@given(expressions)
def test_the_core_lies_within_the_bounds(text):
    span = parse(text)
    if span.core is None:
        return
    first, last = span.core
    assert first <= last
    assert span.earliest is None or span.earliest <= first
    assert span.latest is None or last <= span.latest


@given(dates())
def test_the_flags_are_those_of_the_parts(text):
    span = parse(text)
    found = frozenset().union(*span.qualifiers.values())
    assert (span.approximate, span.uncertain) == ("~" in found, "?" in found)
    assert span.unspecified == any("X" in part.digits for part in span.parts)


@given(dates(), marks.filter(bool))
def test_a_mark_changes_no_bound(text, mark):
    assume(text[-1] not in "?~%")
    plain, marked = parse(text), parse(text + mark)
    assert (plain.earliest, plain.latest) == (marked.earliest, marked.latest)


@given(st.dates())
def test_a_day_has_the_number_the_standard_library_gives_it(day):
    span = parse(day.isoformat())
    assert span.earliest == span.latest == day.toordinal() - EPOCH


@given(st.integers(-9999, 9999), st.integers(1, 12))
def test_months_lie_one_after_another_within_their_year(year, month):
    name = f"{'-' if year < 0 else ''}{abs(year):04d}"
    whole, part = parse(name), parse(f"{name}-{month:02d}")
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest
    if month < 12:
        assert parse(f"{name}-{month + 1:02d}").earliest == part.latest + 1
    else:
        assert whole.latest == part.latest


@given(
    st.integers(-9999, 9999),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(sorted(CALENDARS)),
)
def test_a_day_lies_in_its_month_quarter_year_decade_and_century(year, month, day, style):
    name = f"{'-' if year < 0 else ''}{abs(year):04d}"
    assume(name not in ("-0000",))
    quarter = 33 + (month - 1) // 3
    inner = parse(f"{name}-{month:02d}-{day:02d}", style)
    for whole in (
        f"{name}-{month:02d}",
        f"{name}-{quarter}",
        name,
        f"{name[:-1]}X",
        f"{name[:-2]}XX",
    ):
        outer = parse(whole, style)
        assert outer.earliest <= inner.earliest <= inner.latest <= outer.latest
        inner = outer


@given(dates(), dates())
def test_a_set_holds_its_members(first, last):
    for text in (f"{{{first},{last}}}", f"[{first},{last}]"):
        if not can_be_read(text):
            continue
        whole = parse(text)
        for member in (parse(first), parse(last)):
            assert whole.earliest <= member.earliest
            assert member.latest <= whole.latest


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 28))
def test_old_style_agrees_with_another_library(year, month, day):
    jd = convertdate.julian.to_jd(year, month, day)
    old = parse(f"{year:04d}-{month:02d}-{day:02d}", "julian")
    assert old.earliest == old.latest == floor(jd + 0.5) - 2440588
    new = convertdate.gregorian.from_jd(jd)
    assert parse("{:04d}-{:02d}-{:02d}".format(*new)).earliest == old.earliest or new[0] < 1


@given(st.integers(1000, 9998), st.integers(1, 12), st.integers(1, 28))
def test_unspecified_digits_contain_every_date_they_can_stand_for(year, month, day):
    full = f"{year}-{month:02d}-{day:02d}"
    known = parse(full)
    for places in ((3,), (2, 3), (1,), (5, 6), (8, 9), (9,), (8,), (3, 6), (0, 5), (5, 6, 8, 9)):
        text = "".join("X" if place in places else sign for place, sign in enumerate(full))
        pattern = parse(text)
        assert pattern.earliest <= known.earliest <= pattern.latest, text


def matches(pattern: str, text: str) -> bool:
    return all(p in ("X", t) for p, t in zip(pattern, text, strict=True))


@given(st.tuples(st.just("1"), st.sampled_from("89X"), digits, unit).map("".join), months, days)
@example("19XX", "02", "29")
@example("1XX0", "XX", "3X")
@example("19XX", "X2", "30")
def test_unspecified_bounds_are_those_of_trying_every_day(year, month, day):
    """The oracle walks through all days of the matching years with the standard library."""
    found = [
        date(y, m, d).toordinal() - EPOCH
        for y in range(1000, 2000)
        if matches(year, str(y))
        for m in range(1, 13)
        if matches(month, f"{m:02d}")
        for d in range(1, calendar.monthrange(y, m)[1] + 1)
        if matches(day, f"{d:02d}")
    ]
    text = f"{year}-{month}-{day}"
    if not found:
        with pytest.raises(EDTFError):
            parse(text)
        return
    span = parse(text)
    assert (span.earliest, span.latest) == (found[0], found[-1])


@given(st.integers(-(10**15), 10**15), st.integers(1, 6))
def test_significant_digits_contain_the_estimate(year, count):
    assume(abs(year) >= 10**5)
    whole, estimate = parse(f"Y{year}S{count}"), parse(f"Y{year}")
    assert whole.earliest <= estimate.earliest <= estimate.latest <= whole.latest
    first, last = civil_from_days(whole.earliest)[0], civil_from_days(whole.latest)[0]
    assert str(abs(first))[:count] == str(abs(last))[:count] == str(abs(year))[:count]


@given(st.integers(-9999, 9999), groupings)
def test_parts_of_a_year_are_whole_months(year, code):
    span = parse(f"{'-' if year < 0 else ''}{abs(year):04d}-{code}")
    first, after = civil_from_days(span.earliest), civil_from_days(span.latest + 1)
    assert first[2] == after[2] == 1
    length = (after[0] - first[0]) * 12 + after[1] - first[1]
    assert length == (3 if int(code) < 37 else 4 if int(code) < 40 else 6)


@given(intervals())
def test_an_interval_has_the_bounds_of_its_ends(text):
    span = parse(text)
    assert span.earliest == (span.start.earliest if span.start else None)
    assert span.latest == (span.end.latest if span.end else None)
    assert text == f"{span.start or text.split('/')[0]}/{span.end or text.split('/')[1]}"


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 28))
def test_old_style_days_are_those_of_the_julian_day_number(year, month, day):
    """Explanatory Supplement to the Astronomical Almanac (1992), 12.95."""
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    number = day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083
    old = parse(f"{year:04d}-{month:02d}-{day:02d}", "julian")
    assert old.earliest == old.latest == number - 2440588


@given(st.one_of(st.text(alphabet="0123456789XYES?~%-/.,[]{}T:Z+ uxp", max_size=30), st.text()))
@example("Y1E" + "9" * 400)
@example(",BC")
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    try:
        span = parse(text)
    except EDTFError as refused:
        assert 0 <= refused.position <= len(text)
        assert str(refused)
    else:
        assert str(span) == text


@given(expressions)
def test_every_date_has_words_that_lose_no_mark(text):
    span = parse(text)
    for said in (words(span), short_words(span)):
        assert said == said.strip()
        assert "{" not in said
        assert not span.approximate or "about" in said or "approximate" in said
        assert not span.uncertain or "perhaps" in said or "uncertain" in said
        assert not span.unknown_end or "end unknown" in said
        assert not span.unknown_start or "start unknown" in said


@given(expressions, expressions)
def test_old_style_is_said_in_brackets(text, old):
    said = words(parse(text), parse(old))
    assert said.startswith(words(parse(text)) + " (")
    assert said.endswith(" Old Style)")
