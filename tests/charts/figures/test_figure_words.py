"""The same finding in words, and words that are never markup."""

from __future__ import annotations

import pytest

from components.charts.figures import indicator_alt, indicator_figure, thumbnail_figure
from components.charts.tokens import LIGHT

ATTACK = '<b>x</b> <a href="javascript:alert(1)">$\\frac12$</a> &lt;i&gt; %{y} <br> <img src=x>'


def test_an_alternative_text_says_all_numbers_and_common_facts_once(table, labels) -> None:
    rows = [
        {"value": 76, "method": "register"},
        {"value": 104, "bound": "over", "by": "A. Le Goff", "scope": "with the suburbs"},
        {"low": 60, "high": 70, "by": "Y. Kermarec", "series": "on the quay"},
    ]
    assert indicator_alt("estimates", table(*rows), "workshops", labels) == (
        "Competing estimates in workshops: 3 in all. For all: May 1900, source read. "
        "J. Morel: 76 (register); A. Le Goff: over 104 (with the suburbs); "
        "Y. Kermarec, on the quay: 60–70."
    )


def test_an_alternative_text_says_what_is_missing_and_why_there_is_no_line(table, labels) -> None:
    said = indicator_alt(
        "share", table({"value": 71.4, "count": 30, "total": 42}), "percent", labels,
        missing=[("Lyonesse", "Only yards.")], breaks="A fire.",
    )  # fmt: skip
    assert said == (
        "Shares in percent: 1 in all. J. Morel: 71.4 % (30 of 42, May 1900, source read). "
        "Why there is no line: A fire. Lyonesse: no comparable figure. Only yards."
    )


def test_an_alternative_text_ends_after_forty_values(table, labels) -> None:
    rows = [{"value": 1000 + n, "category": f"Quay {n}"} for n in range(48)]
    said = indicator_alt("series", table(*rows), "people", labels)
    assert said.endswith("Quay 39: 1,039; and 8 more.")
    assert "1,040" not in said


def test_nothing_counted_is_said(table, labels) -> None:
    said = indicator_alt("count", table({}).iloc[:0], "workshops", labels)
    assert said == "Nothing has been counted in workshops yet."


@pytest.mark.parametrize("width", (700, 358))
def test_content_is_never_markup(form, width, table, labels) -> None:
    rows = [
        {"value": 5, "by": ATTACK, "category": ATTACK, "series": ATTACK, "scope": ATTACK,
         "method": ATTACK, "note": ATTACK, "preferred": ATTACK, "date_words": ATTACK},
        {"value": 9, "by": "J. Morel", "category": "Quay", "series": "paid"},
    ]  # fmt: skip
    figure = indicator_figure(
        form, table(*rows), unit=ATTACK, width=width, theme=LIGHT, labels=labels, title=ATTACK,
        source=ATTACK, missing=[(ATTACK, ATTACK)], breaks=ATTACK,
    )  # fmt: skip
    small = thumbnail_figure(form, table(*rows), unit=ATTACK, theme=LIGHT, labels=labels)
    shown = [text for one in (*figure.data, *small.data) for text in one.text or ()]
    assert shown
    assert not [text for text in shown if "<" in text or "$" in text]
    for one in figure.data:
        for hover in one.hovertext or ():
            plain = hover.replace("<br>", "").replace("<b>", "", 1).replace("</b>", "", 1)
            assert "<" not in plain and "$" not in plain


def test_no_trace_takes_content_for_a_template(form, table, labels) -> None:
    figure = indicator_figure(
        form, table({"value": 5, "by": ATTACK}), unit="shops", width=700, theme=LIGHT,
        labels=labels,
    )  # fmt: skip
    assert [one.name for one in figure.data if one.texttemplate or one.hovertemplate] == []


def test_a_thumbnail_of_bars_cuts_no_number_behind_a_soft_end(table, labels, texts) -> None:
    rows = [{"value": 70, "bound": "about", "category": name} for name in ("Quay", "Upper town")]
    figure = thumbnail_figure("regions", table(*rows), unit="percent", theme=LIGHT, labels=labels)
    assert texts(figure) == ["Quay", "about 70 %", "Upper town", "about 70 %"]


def test_a_thumbnail_says_its_one_number(table, labels, texts) -> None:
    rows = [{"value": 118}, {"low": 500, "high": 1000}, {"value": 1300, "bound": "over"}]
    figure = thumbnail_figure("estimates", table(*rows), unit="people", theme=LIGHT, labels=labels)
    assert texts(figure) == ["118 – over 1,300"]
    assert (figure.layout.width, figure.layout.height) == (320, 180)


def test_a_small_figure_gives_a_range_only_where_all_count_the_same(table, labels, texts) -> None:
    options = {"unit": "people", "theme": LIGHT, "labels": labels}
    rivals = table({"value": 40, "by": "J. Morel"}, {"value": 500, "by": "Anon"})
    unlike = table({"value": 40, "category": "Killed"}, {"value": 500, "category": "Arrested"})
    assert "40 – 500" in texts(thumbnail_figure("estimates", rivals, **options))
    said = texts(thumbnail_figure("estimates", unlike, **options))
    assert {"Killed", "40", "Arrested", "500"} <= set(said)
    assert "40 – 500" not in said
    assert "40 – 500" not in texts(thumbnail_figure("broken-series", unlike, **options))


def test_parts_of_a_small_bar_are_named_where_there_is_room(table, labels, texts) -> None:
    rows = [
        {"value": value, "category": name, "series": year}
        for year in ("1900", "1901")
        for name, value in (("Crews", 900), ("Owners", 200), ("Others", 3))
    ]
    said = texts(thumbnail_figure("flows", table(*rows), unit="yards", theme=LIGHT, labels=labels))
    assert said.count("Crews 900") == 2
    assert {"Owners 200", "200"} & set(said)
    assert not {"Others 3", "3"} & set(said)
