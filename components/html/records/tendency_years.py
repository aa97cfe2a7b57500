"""The part of a tendency in the events, year by year."""

from __future__ import annotations

import numpy as np
import pandas as pd
from markupsafe import Markup

from components.catalog.dates import Span, parse
from components.catalog.dates.calendars import civil_from_days
from components.html.content import Content, remembered
from components.html.filtered import ROLES
from components.html.texts import text

MOST_YEARS = 40  # rows of the table


def parts_of(data: Content, id: str) -> pd.DataFrame:
    """What the tendency or a narrower one did: a row for each role in each event.

    event: int64, its position in the events table; role: str; year: Int64, in which the event
    began, NA where that is not known.
    """
    cells, years = data.index.cells("roles"), years_begun(data)
    rows = [np.flatnonzero(cells.rows(f"{id}:{role}".__eq__)) for role in ROLES]
    events = np.concatenate(rows)
    done = np.repeat(np.array(ROLES, dtype=object), [len(some) for some in rows])
    return pd.DataFrame({"event": events, "role": done, "year": years[events]})


@remembered(most=1)
def years_begun(data: Content) -> pd.array:
    """The year in which each event began (Int64), by `first_year`, without parsing most dates."""
    table = data.events
    first, last, core = (
        table[name].to_numpy(dtype="float64", na_value=np.nan)
        for name in ("earliest", "latest", "core_start")
    )
    is_interval = table["is_interval"].to_numpy()
    last = np.where(is_interval, core, last)
    known, unsure = ~np.isnan(first), is_interval & ~np.isnan(first) & np.isnan(core)
    years, ends = _years(first), _years(last)
    missing = ~known | np.isnan(last) | (years != ends)
    codes, dates = pd.factorize(table["date"].iloc[np.flatnonzero(unsure)].to_numpy(dtype=object))
    parsed = [first_year(parse(date)) for date in dates]
    years[unsure] = np.array([0 if one is None else one for one in parsed], dtype=np.int64)[codes]
    missing[unsure] = np.array([one is None for one in parsed], dtype=bool)[codes]
    return pd.arrays.IntegerArray(years, missing)


def _years(days: np.ndarray) -> np.ndarray:
    """Years of the New Style calendar, a year 0 among them; 1970 for no day."""
    whole = np.nan_to_num(days).astype(np.int64).astype("datetime64[D]")
    return whole.astype("datetime64[Y]").astype(np.int64) + 1970


def first_year(date: Span) -> int | None:
    """The year in which it began, if only one is possible."""
    start = date.start if date.is_interval else date
    if start is None or start.earliest is None or start.latest is None:
        return None
    years = {civil_from_days(day)[0] for day in (start.earliest, start.latest)}
    return years.pop() if len(years) == 1 else None


def years_table(roles: pd.DataFrame) -> Markup:
    """How many events began in each year, by what the tendency did in them.

    roles: as `parts_of`. Years between without any are one row that says so, so that nothing looks
    near that is not. Of more than `MOST_YEARS` years ten are a row, or a hundred.
    """
    if roles.empty:
        return Markup("")
    step = _step(roles["year"])
    years = roles["year"] // step * step
    once = roles.assign(year=years).drop_duplicates(["event", "role"])
    shown = [role for role in ROLES if role in set(once["role"])]
    counted = once.groupby(["year", "role"], dropna=False).size().unstack(fill_value=0)[shown]
    most = int(counted.to_numpy().max())
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(text(f"role.{role}")) for role in shown
    )
    rows, before = [], None
    for year, numbers in counted.iterrows():
        if before is not None and not pd.isna(year) and year - before > step:
            rows.append(_gap(before + step, year - 1, len(shown)))
        rows.append(_row(_years_named(year, step), numbers.tolist(), most))
        before = year
    total = _row(text("tendencies.all"), counted.sum().tolist(), 0)
    return Markup(
        '<table class="years"><caption class="note">{}</caption><thead><tr><th scope="col">{}</th>'
        "{}</tr></thead><tbody>{}</tbody><tfoot>{}</tfoot></table>"
    ).format(
        text("tendencies.caption"), text("tendencies.year"), heads, Markup("").join(rows), total
    )


def _step(years: pd.Series) -> int:
    """How many years are a row."""
    return next(step for step in (1, 10, 100) if step == 100 or _rows(years, step) <= MOST_YEARS)


def _rows(years: pd.Series, step: int) -> int:
    return (years // step).nunique()


def _years_named(year: object, step: int) -> str:
    if pd.isna(year) or step == 1:
        return _named(year)
    return f"{_named(year)}–{_named(year + step - 1)}"


def _named(year: object) -> str:
    if pd.isna(year):
        return text("tendencies.undated")
    return str(year) if year > 0 else f"{1 - year} BCE"


def _row(head: str, numbers: list[int], most: int) -> Markup:
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(head, _cells(numbers, most))


def _cells(numbers: list[int], most: int) -> Markup:
    """Numbers, each on a bar as long as its share of `most`; no bars for a `most` of 0."""
    return Markup("").join(
        Markup('<td style="--share:{:.0f}%">{}</td>').format(
            100 * number / most if most else 0,
            f"{number:,}" if number else Markup('<span class="muted">–</span>'),
        )
        for number in numbers
    )


def _gap(first: int, last: int, columns: int) -> Markup:
    years = _years_named(first, last - first + 1)
    return Markup('<tr class="gap"><th scope="row">{}</th><td colspan="{}">{}</td></tr>').format(
        years, columns, text("tendencies.gap")
    )
