"""Markwhen: plain text in which nothing but an event begins like an event."""

from __future__ import annotations

import re

import pytest

from components.catalog.formats.markwhen import markwhen, why_not


def test_a_catalogue_in_plain_text(ys, table):
    assert markwhen(ys, table.loc[["yards-taken", "bread-shop-opened"]]) == (
        "---\n"
        'title: "Ys and Lyonesse"\n'
        'description: "Two invented movements in two towns that never were: the harbour strike of Ys, '
        "1900–1901, and the shipyards of Lyonesse. The engine's own tests read nothing else.\"\n"
        'licence: "CC0-1.0"\n'
        'version: "1"\n'
        'cite: "Ys and Lyonesse, an invented catalogue, version 1."\n'
        "---\n"
        "\n"
        "# Ys, 1900–1901\n"
        "\n"
        "1900-05-01/1900-05-31: A common bread shop opens #bread\n"
        "id: bread-shop-opened\n"
        'title: "A common bread shop opens"\n'
        'edtf: "1900-05~"\n'
        "Bakers and strikers' families sold bread at cost. The shop kept its books apart from the committee's.\n"
        "> Date: about May 1900\n"
        "> Place: Ys\n"
        "> Sources: Le Goff, “Bread and Delegates in a Harbour Town,” 210\n"
        "\n"
        "# Lyonesse, 1900–1901\n"
        "\n"
        "1900-03-13: Crews take the seven yards #takeover\n"
        "id: yards-taken\n"
        'title: "Crews take the seven yards"\n'
        'edtf: "1900-03-13"\n'
        'old_style: "1900-02-29"\n'
        "On a day that only the old calendar had, crews hoisted their own flags on the slips.\n"
        "> Date: 13 March 1900 (29 February Old Style)\n"
        "> Place: Seven Yards\n"
        "> Sources: Trevena, “Seven Yards and One League,” 46\n"
    )


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("1901", "1901"),
        ("1901-03", "1901-03"),
        ("1901-03/1902", "1901-03/1902"),
        ("1901-03~", "1901-03-01/1901-03-31"),
        ("1901-03-01~", "1901-03-01"),
        ("1901-21", "1901-03-01/1901-05-31"),
        ("1901-21/1901-22", "1901-03-01/1901-08-31"),
        ("190X", "1900-01-01/1909-12-31"),
        ("1901-03-01T12:00:00Z", "1901-03-01"),
        ("1901-03/..", "1901-03-01/1901-03-31"),
        ("[1901-03-01,1901-03-04]", "1901-03-01/1901-03-04"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "44 BCE"),
        ("-0430~/-0403", "431 BCE - 404 BCE"),
        ("-0005/0003", "6 BCE - 3 CE"),
        ("Y12000", "12000 CE"),
    ],
)
def test_a_date_it_does_not_read_is_written_as_its_days(changed, edtf, written):
    lines = markwhen(*changed(date=edtf, title="T")).splitlines()
    at = lines.index(f"{written}: T #repression")
    assert lines[at + 3] == f'edtf: "{edtf}"'


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("Y-120000", "years of more than five digits have no place there"),
        ("Y120000", "years of more than five digits have no place there"),
        ("../..", "neither its start nor its end is known"),
    ],
)
def test_what_it_cannot_read_is_left_out(changed, edtf, reason):
    catalog, table = changed(date=edtf)
    assert why_not(catalog.events["amnesty"]) == reason
    assert "amnesty" not in markwhen(catalog, table)


@pytest.mark.parametrize(
    "line",
    ["1901: another", "now: here", "id: stolen", "# Heading", "- item", "// remark", "", "> said", ": x",
     "after !x 3 days: y", "/ x", "Group of crews", "section 5", "endGroup", "_-_-_break_-_-_", "(1901) x: y"],
)  # fmt: skip
def test_a_summary_cannot_begin_an_event_a_heading_or_a_property(changed, line):
    text = markwhen(*changed(summary=f"First.\n{line}\nLast."))
    body = text.split('edtf: "1901-03-01"\n')[1].splitlines()
    assert body[:3] == ["First.", f"> {line}", "Last."]
    assert all(re.match("> |[A-Z]", one) for one in body)
