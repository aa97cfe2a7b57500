"""Invented estimates of the commune Ys, in the columns of an estimates table, and the words."""

from __future__ import annotations

import pandas as pd
import pytest

from components.charts.civil import day_of
from components.charts.figures import FigureWords, indicator_figure
from components.charts.measure import text_px
from components.charts.tokens import LIGHT
from components.charts.words import Words

TIME = Words(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    bce="{year} BCE", million="{n} million", event_one="1 event", events="{n} events",
    earlier="← {n} earlier", later="{n} later →", folded="folded", hidden="+{n}",
    bin_events="{when}: {n} events", bin_chosen="{when}: {chosen} of {n} events",
    all_dates="All dates", a_bar={}, alt_timeline="", alt_lane="", alt_lane_empty="",
    alt_overview="",
)  # fmt: skip
LABELS = FigureWords(
    time=TIME,
    million="{n} million",
    billion="{n} billion",
    percent="{n} %",
    about="about {n}",
    over="over {n}",
    under="under {n}",
    at_least="at least {n}",
    at_most="at most {n}",
    between="{low}–{high}",
    within="{n} ({range})",
    no_number="no number given",
    standings={"read": "source read", "cited": "second-hand", "unchecked": "unchecked"},
    columns={"head": "", "by": "Who says so", "period": "Period", "scope": "What is counted",
             "method": "How", "standing": "Checked"},
    common="For all: {facts}",
    preferred="Preferred: {reason}",
    square_each="Each square stands for one of the {unit}.",
    square_of="Each square stands for {step} {unit}.",
    rivals="All voices",
    rivals_note="None is averaged.",
    of_scope="of {scope}",
    of_total="{count} of {total}",
    missing="No comparable figure was found",
    no_figure="no figure: {name}",
    hole_between="No count between {start} and {end}",
    listed="{n} listed",
    half="half",
    undated="Without a date: {items}",
    long_gap="Dotted: a long time without a count.",
    nothing="Nothing has been counted here yet.",
    source="Source: {source}",
    alt_forms={"count": "Count in {unit}: {n} in all.", "share": "Shares in {unit}: {n} in all.",
               "estimates": "Competing estimates in {unit}: {n} in all.",
               "series": "Lines in {unit}: {n} in all."},
    alt_nothing="Nothing has been counted in {unit} yet.",
    alt_item="{label}: {amount}",
    alt_item_facts="{label}: {amount} ({facts})",
    alt_more="and {n} more",
    alt_missing="{label}: no comparable figure. {reason}",
    alt_breaks="Why there is no line: {reason}",
)  # fmt: skip

NUMBERS = ("value", "low", "high", "count", "total")
EMPTY = {
    "bound": "", "date": "1900-05", "date_words": "May 1900", "earliest": day_of(1900, 5),
    "latest": day_of(1900, 5, 31), "series": "", "category": "", "tendency": "", "slot": "",
    "by": "J. Morel", "scope": "", "method": "", "note": "", "preferred": "", "standing": "read",
    "citation": "Morel, Register",
}  # fmt: skip


def estimates(*rows: dict) -> pd.DataFrame:
    """Rows with only what matters as an estimates table."""
    made = []
    for row in rows:
        full = {**dict.fromkeys(NUMBERS), **EMPTY, **row}
        full["label"] = row.get("label") or full["category"] or full["tendency"] or full["by"]
        made.append(full)
    table = pd.DataFrame(made, columns=[*NUMBERS, *EMPTY, "label"])
    for name in NUMBERS:
        table[name] = table[name].astype("float64")
    for name in ("earliest", "latest"):
        table[name] = table[name].astype("Int64")
    return table


def year(number: int, **columns) -> dict:
    """A value of a whole year."""
    days = {"earliest": day_of(number), "latest": day_of(number + 1) - 1}
    return {"date": str(number), "date_words": str(number), **days, **columns}


SEATS = (
    {"value": 18, "category": "Harbour syndicalists", "slot": "rust", "series": "June 1900"},
    {"value": 14, "category": "Dock crews", "slot": "green", "series": "June 1900"},
    {"value": 8, "category": "Non-party", "series": "June 1900", "standing": "unchecked"},
    {"value": 30, "category": "Harbour syndicalists", "slot": "rust", "series": "January 1901"},
    {"value": 61, "bound": "over", "category": "Owners of quays", "slot": "stone",
     "series": "January 1901"},
)  # fmt: skip
VOICES = (
    {"value": 76, "method": "register", "preferred": "She had the register."},
    {"value": 104, "bound": "over", "by": "A. Le Goff", "scope": "with the suburbs"},
    {"low": 60, "high": 70, "bound": "about", "by": "Y. Kermarec", "standing": "cited"},
    {"high": 300, "by": "The prefecture", "standing": "unchecked"},
    {"low": 20, "by": "Gazette of Ys"},
    {"by": "A lost page"},
)
FORMS = {
    "count": ("workshops", ({"value": 847, "scope": "seized by crews"}, *VOICES[1:])),
    "share": ("percent", (
        {"value": 71.4, "count": 30, "total": 42, "scope": "berths", "by": "R. Trevena"},
        {"low": 60, "high": 75, "category": "Yards", "standing": "unchecked"},
    )),
    "estimates": ("workshops", VOICES),
    "series": ("members", (
        year(1900, value=300, series="paid"), year(1901, value=1900, series="paid"),
        year(1902, value=2150, bound="about", series="paid"), year(1907, value=900, series="paid"),
        year(1901, low=2500, high=4000, series="claimed", standing="unchecked"),
        year(1903, low=3000, high=3500, series="claimed"),
    )),
    "steps": ("seats", (
        year(1900, value=5, series="Council"), year(1901, value=0, series="Council"),
        year(1902, value=2, bound="about", series="Council", standing="unchecked"),
        year(1901, value=4, series="Guild"), year(1903, value=1, series="Guild"),
    )),
    "broken-series": ("percent", (
        year(1900, value=0, category="By rule"), year(1901, value=12, category="Counted"),
        year(1911, value=76, category="Surveyed", standing="unchecked"),
    )),
    "seats": ("seats", SEATS),
    "flows": ("delegates", (
        {"value": 20, "series": "First vote for", "category": "Second vote for"},
        {"value": 12, "bound": "about", "series": "First vote against", "category": "For"},
        {"value": 8, "series": "First vote against", "category": "Against"},
    )),
    "pairs": ("ships", (
        {"value": 7, "series": "under managers", "category": "Large ships"},
        {"value": 9, "series": "under crews", "category": "Large ships"},
        {"value": 30, "series": "under crews", "category": "Boats", "standing": "unchecked"},
    )),
    "regions": ("people", (
        {"value": 15, "category": "Great Quay", "series": "Morel"},
        {"low": 10, "high": 22, "category": "Great Quay", "series": "Le Goff"},
        {"value": 4, "category": "Upper town", "series": "Morel", "standing": "unchecked"},
    )),
}  # fmt: skip
ODD = {
    "one": ({"value": 5},),
    "zero": ({"value": 0}, {"value": 0, "by": "A. Le Goff"}),
    "negative": ({"value": -40}, {"value": 25, "by": "A. Le Goff"}),
    "huge": ({"value": 3.2e17}, {"value": 12, "by": "A. Le Goff"}),
    "tiny": ({"value": 0.0004}, {"value": 0.0001, "by": "A. Le Goff"}),
    "no numbers": ({"by": "A lost page"},),
    "only a greatest value": ({"high": 300},),
    "endless": ({"value": float("inf")}, {"value": 3, "by": "A. Le Goff"}),
    "upside down": ({"low": 9, "high": 3},),
    "no day": ({"value": 7, "earliest": None, "latest": None, "date_words": ""},),
    "half a day": ({"value": 7, "latest": None}, {"value": 9, "earliest": None}),
    "forty": tuple({"value": n * n, "category": f"Quay number {n}"} for n in range(40)),
    "no space": ({"value": 3, "by": "Harbour" * 30, "scope": "quay" * 60},),
    "long": ({"value": 4100, "scope": "a long story of the harbour and its crews " * 6,
              "method": "counted twice by two people who did not agree " * 3},),
}  # fmt: skip


@pytest.fixture
def labels() -> FigureWords:
    """The words of the charts of numbers, in English."""
    return LABELS


@pytest.fixture
def table():
    """A function that makes an estimates table of rows with only what matters."""
    return estimates


@pytest.fixture(params=FORMS)
def drawn_form(request) -> tuple[str, str, pd.DataFrame]:
    """Each form with its unit and invented estimates that fit it."""
    unit, rows = FORMS[request.param]
    return request.param, unit, estimates(*rows)


@pytest.fixture(params=FORMS)
def form(request) -> str:
    """Each form by name."""
    return request.param


@pytest.fixture(params=ODD)
def odd(request) -> pd.DataFrame:
    """Estimates that no author should write and some will."""
    return estimates(*ODD[request.param])


@pytest.fixture
def draw():
    """A function that draws rows in a form on the light page, 700 px wide."""

    def drawn(form: str, *rows: dict, unit: str = "workshops", width: int = 700, **options):
        fixed = {"unit": unit, "width": width, "theme": LIGHT, "labels": LABELS}
        return indicator_figure(form, estimates(*rows), **fixed, **options)

    return drawn


@pytest.fixture
def trace():
    """A function from a figure and a name to its trace."""
    return lambda figure, name: next(one for one in figure.data if one.name == name)


def boxes(figure) -> list[tuple[str, float, float, float, float]]:
    """The texts of a figure with the px they take: text, left, top, right, bottom."""
    made = []
    for trace in figure.data:
        if trace.name != "texts":
            continue
        font = trace.textfont
        for index, text in enumerate(trace.text):
            for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#36;", "$"), ("&amp;", "&")):
                text = text.replace(entity, sign)
            px = text_px(text, font.size[index], bold=font.weight[index] == 600)
            side = trace.textposition[index]
            x = trace.x[index]
            left = {"middle right": x, "middle center": x - px / 2, "middle left": x - px}[side]
            # The height of capitals and figures; accents and descenders stand in the line's air.
            half, y = font.size[index] * 0.45, trace.y[index]
            made.append((text, left, y - half, left + px, y + half))
    return made


@pytest.fixture
def text_boxes():
    """A function from a figure to its texts and the px they take."""
    return boxes


@pytest.fixture
def texts():
    """A function from a figure to its texts, as a reader sees them."""
    return lambda figure: [text for text, *_ in boxes(figure)]
