"""An invented year of events in the commune Ys, in the columns of an events table.

Every shape a date can have is in it: day, month, year, set, intervals with days and with months,
about, doubtful, open and unknown ends, a year before the common era and one after 9999.
"""

from __future__ import annotations

import pandas as pd
import pytest

from components.charts.civil import civil_of, day_of
from components.charts.timeline.lanes import Lane, Period
from components.charts.words import Words

WORDS = Words(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    bce="{year} BCE",
    million="{n} million",
    event_one="1 event",
    events="{n} events",
    earlier="← {n} earlier",
    later="{n} later →",
    folded="folded",
    hidden="+{n}",
    bin_events="{when}: {n} events",
    bin_chosen="{when}: {chosen} of {n} events",
    all_dates="All dates",
    a_bar={
        "quarter": "a bar a quarter",
        "year": "a bar a year",
        "decade": "a bar a decade",
        "century": "a bar a century",
        "long": "a bar {n} years",
    },
    alt_timeline="Timeline of {events} in {lanes} lanes, {first} to {last}.",
    alt_lane="{lane}: {events}, most in {year} ({n}).",
    alt_lane_empty="{lane}: no events.",
    shortened="shortened",
    alt_overview="{chosen} of {events} between {first} and {last}; most in {year} ({n}).",
)

SLOTS = ("rust", "green", "blue", "purple", "ochre", "petrol", "stone")
BOOLEANS = [
    "approximate",
    "uncertain",
    "soft_start",
    "soft_end",
    "is_interval",
    "open_start",
    "open_end",
    "unknown_start",
    "unknown_end",
]


def last_of_month(year: int, month: int) -> int:
    """Day number of a month's last day."""
    return day_of(year + month // 12, month % 12 + 1) - 1


def event(id_: str, low: int | None, high: int | None = None, **columns) -> dict:
    """A row of an events table; without `high` the day `low` is known."""
    half = any(name in columns for name in ("open_end", "unknown_end"))
    day_known = high is None and not half
    row = {
        "id": id_,
        "title": columns.pop("title", id_.replace("-", " ").capitalize()),
        "label": "",
        "date_words": f"on some day {low}",
        "importance": 2,
        "slot": "green",
        "precision": "day" if day_known else "month",
        "lane": "harbour",
        "earliest": low,
        "latest": low if day_known else high,
        "core_start": low if day_known or half else None,
        "core_end": low if day_known or half else None,
        **dict.fromkeys(BOOLEANS, False),
        **columns,
    }
    return row | {"label": row["label"] or row["title"]}


def table(rows: list[dict]) -> pd.DataFrame:
    """Rows as an events table with the column types of the contract."""
    frame = pd.DataFrame(rows or [event("none", 0)]).set_index("id")
    for name in ("earliest", "latest", "core_start", "core_end"):
        frame[name] = frame[name].astype("Int64")
    frame["importance"] = frame["importance"].astype("int8")
    return frame if rows else frame.iloc[:0]


TITLES = (
    "Harbour strike", "Dockers elect a committee", "The prefecture closes the quay",
    "Bakers join the strike", "Committee of supply", "Jeanne Morel arrested",
    "Decree on the harbour works", "Meeting in the rope-walk", "Kermarec’s letter to the prefect",
    "Women occupy the cannery", "Ferry run by its crew", "Lighthouse keepers’ union",
    "Congress of the coast communes", "The garrison refuses to march", "Night of the barricades",
    "Fishing fleet taken over", "Wages made equal", "The pawnshop gives back tools",
    "First issue of “The Tide”", "Strike fund shared out", "Cable workers cut off the prefecture",
    "Assembly on the market square", "Free school opened", "Customs house closed",
    "Talks broken off", "Martial law", "The committee is dissolved", "Amnesty", "Trial of the nine",
    "Shipyard: eight-hour day",
)  # fmt: skip


def shapes() -> list[dict]:
    """One event for every shape a date can have, all in the lane `harbour`."""
    may = (day_of(1900, 5), last_of_month(1900, 5))
    return [
        event("day", day_of(1900, 3, 8), importance=1, title="A day that is known"),
        event("month", *may, title="A month"),
        event("year", day_of(1901), day_of(1902) - 1, title="A year", precision="year"),
        event("set", day_of(1900, 7, 20), day_of(1900, 7, 23), precision="set", title="One day of four"),
        event("days", day_of(1900, 9, 3), day_of(1900, 9, 24), is_interval=True, precision="interval",
              core_start=day_of(1900, 9, 3), core_end=day_of(1900, 9, 24), title="Three weeks"),
        event("months", day_of(1900, 11), last_of_month(1901, 3), is_interval=True,
              precision="interval", core_start=last_of_month(1900, 11), core_end=day_of(1901, 3),
              importance=1, slot="rust", title="From one month to another"),
        event("about", day_of(1901, 4), last_of_month(1901, 6), is_interval=True, approximate=True,
              precision="interval", core_start=last_of_month(1901, 4), core_end=day_of(1901, 6),
              soft_start=True, soft_end=True, slot="blue", title="About spring"),
        event("about-day", day_of(1901, 8, 3), approximate=True, soft_start=True, soft_end=True,
              slot="petrol", title="About a day"),
        event("doubtful", day_of(1901, 9, 14), uncertain=True, slot="purple", title="Perhaps a day"),
        event("doubtful-month", *may, uncertain=True, slot="stone", title="Perhaps a month"),
        event("goes-on", day_of(1901, 10, 1), None, is_interval=True, open_end=True,
              precision="interval", slot="ochre", title="Goes on"),
        event("end-unknown", day_of(1901, 2, 2), None, is_interval=True, unknown_end=True,
              precision="interval", slot="rust", title="Nobody knows when it ended"),
        event("start-unknown", None, day_of(1900, 6, 2), is_interval=True, unknown_start=True,
              core_start=day_of(1900, 6, 2), core_end=day_of(1900, 6, 2),
              precision="interval", slot="blue", title="Nobody knows when it began"),
        event("came-from-before", None, day_of(1900, 4, 1), is_interval=True, open_start=True,
              core_start=day_of(1900, 4, 1), core_end=day_of(1900, 4, 1),
              precision="interval", slot="stone", title="Had always been"),
        event("long", day_of(1890), day_of(1910), is_interval=True, precision="interval",
              core_start=day_of(1890), core_end=day_of(1910), slot="petrol",
              title="A bar that leaves the window on both sides"),
        event("before-our-era", day_of(-43, 3, 15), importance=1, title="Before our era"),
        event("far-ahead", day_of(12000, 1, 1), day_of(12001) - 1, precision="year", title="Far ahead"),
    ]  # fmt: skip


def many(count: int, lanes: tuple[str, ...] = ("harbour", "island", "coast")) -> list[dict]:
    """So many plain events, denser in 1900 and 1901, all importances and slots, in lanes by turn."""
    rows = []
    for number in range(count):
        day = day_of(1900) + (number * 7919 + number * number * 31) % 1095
        year, month, _ = civil_of(day)
        shape = number % 5
        bounds = {1: (day_of(year, month), last_of_month(year, month)), 2: (day, day + 45)}
        more = {}
        if shape == 2:
            more = {"is_interval": True, "core_start": day, "core_end": day + 45}
        if shape == 3:
            more = {
                "uncertain": number % 4 == 0,
                "approximate": True,
                "soft_start": True,
                "soft_end": True,
            }
        rows.append(
            event(
                f"event-{number}",
                *bounds.get(shape, (day,)),
                title=f"{TITLES[number % len(TITLES)]}" + (f" {number}" if number >= 30 else ""),
                importance=(2, 1, 3, 2, 3, 2, 1)[number % 7],
                slot=SLOTS[number * 3 % 7],
                lane=lanes[number // 2 % len(lanes)],
                **more,
            )
        )
    return rows


@pytest.fixture
def row():
    """Makes a row of an events table: `row(id, low, high=None, **columns)`."""
    return event


@pytest.fixture
def as_table():
    """Makes an events table of rows."""
    return table


@pytest.fixture
def many_rows():
    """Makes so many rows of plain events."""
    return many


@pytest.fixture
def words() -> Words:
    """The words of the charts, in English."""
    return WORDS


@pytest.fixture
def lanes() -> list[Lane]:
    """Three lanes over the years 1900 to 1902, the first with two periods."""
    window = (day_of(1900), day_of(1903) - 1)
    periods = (
        Period("General strike", "Strike", day_of(1900, 9), day_of(1901, 3)),
        Period("State of siege", "Siege", day_of(1901, 10), day_of(1902, 2)),
    )
    return [
        Lane("harbour", "Harbour", 50, periods, window),
        Lane("island", "Island of Sein", 50, (), window),
        Lane("coast", "Communes of the northern coast", 50, (), window),
    ]


@pytest.fixture
def ys() -> pd.DataFrame:
    """About a hundred events: every shape once, and ninety plain ones."""
    return table(shapes() + many(90))
