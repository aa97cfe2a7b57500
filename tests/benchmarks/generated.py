"""Generated events for benchmarks and tests of scale: the same for the same number, whoever asks.

They look like an archive's list of disputes in the invented Ys: denser in some years than in others,
a tenth with a month or a year for a date, some with an interval; titles of about forty letters.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pandas as pd

YS = Path(__file__).parents[1] / "fixtures" / "ys"
FIRST_YEAR, YEARS = 1800, 200
_WHO = ("Dockers", "Bakers", "Weavers", "Miners", "Printers", "Porters", "Sailors", "Ropers",
        "Tram crews", "Cannery hands", "Net makers", "Masons")  # fmt: skip
_WHAT = ("stop work", "elect a committee", "petition the prefecture", "share the strike fund",
         "open a soup kitchen", "march to the quay", "refuse overtime", "found a union",
         "close the gates", "return to work", "publish their demands", "meet delegates")  # fmt: skip
_PLACES = ("ys", "ys-quay", "tram-depot", "lyonesse", "seven-yards")
_TENDENCIES = ("crews", "dock-crews:opposed", "syndicalist", "harbour-syndicalist;crews:supported",
               "municipal-socialist", "owners:opposed", "republican", "cooperator")  # fmt: skip
_THEMES = ("takeover", "coordination;bread", "repression", "ideas", "bread", "takeover;ideas")
_KINDS = ("strike", "takeover", "congress", "decree", "repression", "publication")
_SOURCES = ("morel-1901", "port-archive", "le-goff-1978")


def table(events: int, seed: int = 7) -> pd.DataFrame:
    """So many events, a row each, with the columns of a table of events."""
    random = np.random.default_rng(seed)
    years = FIRST_YEAR + random.gamma(4.0, YEARS / 9, events).astype(int) % YEARS
    months, days = random.integers(1, 13, events), random.integers(1, 29, events)
    number = np.arange(events)
    return pd.DataFrame(
        {
            "id": [f"event-{n}" for n in number],
            "date": _dates(years, months, days, random.random(events)),
            "title": [
                f"{_WHO[who]} of ward {ward} {_WHAT[what]}, case {n}"
                for n, who, what, ward in zip(
                    number.tolist(),
                    random.integers(0, len(_WHO), events).tolist(),
                    random.integers(0, len(_WHAT), events).tolist(),
                    random.integers(1, 90, events).tolist(),
                    strict=True,
                )
            ],
            "kind": _some(_KINDS, random, events),
            "place": _some(_PLACES, random, events),
            "importance": np.array([1, 2, 3])[random.choice(3, events, p=[0.02, 0.28, 0.7])],
            "themes": _some(_THEMES, random, events),
            "tendencies": _some(_TENDENCIES, random, events),
            "source": _some(_SOURCES, random, events),
            "locator": [f"p. {page}" for page in random.integers(1, 400, events).tolist()],
        }
    )


def _some(values: tuple[str, ...], random: np.random.Generator, events: int) -> np.ndarray:
    return np.array(values, dtype=object)[random.integers(0, len(values), events)]


def _dates(years: np.ndarray, months: np.ndarray, days: np.ndarray, luck: np.ndarray) -> list[str]:
    dates = []
    for year, month, day, chance in zip(years, months, days, luck, strict=True):
        month_text = f"{year}-{month:02d}"
        if chance < 0.80:
            dates.append(f"{month_text}-{day:02d}")
        elif chance < 0.90:
            dates.append(month_text)
        elif chance < 0.93:
            dates.append(f"{year}")
        elif chance < 0.96:
            dates.append(f"{month_text}-{day:02d}~")
        else:
            dates.append(f"{month_text}-{day:02d}/{year + 1}-{month:02d}")
    return dates


def write_catalogue(folder: Path, events: int, ending: str = "parquet") -> Path:
    """Ys with a collection of so many events in one table, as CSV, Parquet or YAML; the folder."""
    shutil.copytree(YS, folder)
    made = table(events)
    home = folder / "archive"
    home.mkdir()
    (home / "collection.yaml").write_text(_COLLECTION, encoding="utf-8")
    header = folder / "catalog.yaml"
    text = header.read_text("utf-8").replace("collections: [", "collections: [archive, ")
    header.write_text(text, encoding="utf-8")
    if ending == "csv":
        made.to_csv(home / "disputes.csv", index=False, quoting=csv.QUOTE_MINIMAL)
    elif ending == "parquet":
        made.to_parquet(home / "disputes.parquet", index=False)
    else:
        for start in range(0, events, 1000):
            rows = made.iloc[start : start + 1000].to_dict("records")
            path = home / f"disputes-{start:07d}.yaml"
            path.write_text("\n".join(map(_yaml, rows)), encoding="utf-8")
    return folder


_COLLECTION = f"""\
id: archive
title: Archive of disputes
span: {FIRST_YEAR}/{FIRST_YEAR + YEARS}
description: Generated events, for measuring.
"""


def _yaml(row: dict) -> str:
    roles = ", ".join(
        f"{{tendency: {one.partition(':')[0]}, role: {one.partition(':')[2] or 'acted'}}}"
        for one in row["tendencies"].split(";")
    )
    return (
        f'- id: {row["id"]}\n  date: "{row["date"]}"\n  title: "{row["title"]}"\n'
        f"  kind: {row['kind']}\n  place: {row['place']}\n  importance: {row['importance']}\n"
        f"  themes: [{', '.join(row['themes'].split(';'))}]\n  roles: [{roles}]\n"
        f'  summary: "{row["title"]}."\n'
        f'  sources: [{{cite: {row["source"]}, locator: "{row["locator"]}", standing: cited}}]\n'
    )
