"""The same expressions count and read in DuckDB and on a PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa
import pytest

from components.catalog.catalog import load
from components.catalog.columns.cells import Known
from components.catalog.columns.expressions import density, different, touching
from components.catalog.columns.reading import read
from components.catalog.columns.source import texts
from components.catalog.dates import parse
from components.charts.axis import make_axis
from components.charts.civil import day_of
from components.charts.timeline import detail
from components.charts.timeline.days import Days
from tests.benchmarks.generated import table

EVENTS = 2000
NOBODY = pa.chunked_array([], pa.string())


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL server that lives as long as the tests."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    programs = found[-1] if found else Path(shutil.which("initdb") or "").parent
    if not (programs / "initdb").exists() or not shutil.which("psql"):
        pytest.skip("PostgreSQL is not on this machine (Debian: apt install postgresql)")
    pytest.importorskip("psycopg", reason="psycopg needs libpq", exc_type=ImportError)
    with tempfile.TemporaryDirectory(prefix="pg") as home:
        as_user = []
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(home, "postgres")
            as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        run = {"check": True, "cwd": "/", "stdout": subprocess.DEVNULL}
        data = f"{home}/data"
        settings = f"-c listen_addresses='' -k {home} -c fsync=off"
        make = [programs / "initdb", "-D", data, "-U", "reader", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*as_user, *make], **run)
        control = [*as_user, programs / "pg_ctl", "-D", data, "-w", "-l", f"{home}/log"]
        subprocess.run([*control, "-o", settings, "start"], **run)
        try:
            yield home
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **run)


@pytest.fixture(scope="session")
def rows() -> pa.Table:
    made = pa.Table.from_pandas(table(EVENTS), preserve_index=False)
    return made.append_column("row", pa.array(range(1, EVENTS + 1), pa.int64()))


@pytest.fixture(params=["duckdb", "postgres"])
def raw(request, rows):
    """The generated events as a table of a database."""
    if request.param == "duckdb":
        database = ibis.duckdb.connect()
    else:
        home = request.getfixturevalue("postgres")
        database = ibis.postgres.connect(host=home, user="reader", database="postgres")
    events = database.create_table("disputes", ibis.memtable(rows), temp=True)
    yield texts(events)
    database.disconnect()


@pytest.fixture(scope="session")
def known() -> Known:
    catalog = load(Path(__file__).parents[2] / "fixtures" / "ys")
    kinds = ("source", "place", "country", "kind", "tendency", "theme")
    wide = catalog.collections["ys"].model_copy(update={"edges": parse("1800/2001")})
    return Known({kind: frozenset(catalog.of_kind(kind)) for kind in kinds}, wide)


@pytest.fixture
def reading(raw, known):
    return read(raw, raw.columns[:-1], "events", known, NOBODY)


def test_all_events_come_in_order_of_time(reading, rows):
    assert reading.problems == []
    (batch,) = reading.batches(lambda done, total: None)
    assert batch.num_rows == EVENTS
    assert set(batch["id"].to_pylist()) == set(rows["id"].to_pylist())
    dates = reading.dates.take(batch["date_code"])
    assert (np.diff(dates["first"].to_numpy()) >= 0).all()


def test_different_cells_are_counted(reading, rows):
    counted = {one["kind"]: one["n"] for one in different(reading.good, ["kind"])}
    assert counted == {
        one["values"]: one["counts"] for one in rows["kind"].value_counts().to_pylist()
    }


def test_a_window_keeps_what_touches_it(reading):
    window = (day_of(1880), day_of(1890) - 1)
    dates = reading.dates.to_pylist()
    (batch,) = reading.batches(lambda done, total: None)
    expected = sum(
        dates[code]["first"] <= window[1] and dates[code]["last"] >= window[0]
        for code in batch["date_code"].to_pylist()
    )
    assert touching(reading.good, window).count().to_pyarrow().as_py() == expected


def test_bins_hold_what_the_timeline_draws(reading):
    (batch,) = reading.batches(lambda done, total: None)
    dates = reading.dates.take(batch["date_code"])
    first, end = dates["first"].to_numpy(), dates["last"].to_numpy() + 1
    days = Days(first, end, first, np.ones(EVENTS, dtype=np.int8))
    axis = make_axis((day_of(1850), day_of(1900) - 1), 900)
    inside = detail.shown(days, np.arange(EVENTS), axis).rows
    px, expected = detail.density(days, inside, axis)
    edges = [axis.start + round(float(edge) / axis.scale) for edge in px]
    counted = density(reading.good, edges)[""]
    # Bins of whole days are not just as wide as bins of px.
    assert sum(counted) == pytest.approx(expected.sum())
    assert np.cumsum(counted) == pytest.approx(np.cumsum(expected), abs=4)


def test_bins_of_each_kind_add_up_to_all(reading):
    edges = [day_of(year) for year in range(1800, 2020, 10)]
    by_kind, every = density(reading.good, edges, "kind"), density(reading.good, edges)[""]
    assert len(by_kind) == 6
    assert np.sum(list(by_kind.values()), axis=0) == pytest.approx(every)
    assert sum(every) == pytest.approx(EVENTS)
