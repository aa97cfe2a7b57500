"""Records written as YAML: read back unchanged, and in the form that authors write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.catalog.formats.yaml_text import WIDTH, cleaned, field_lines, records_text, scalar
from components.catalog.reading.strict_yaml import read

TEXTS = st.one_of(
    st.text(max_size=120).map(cleaned).filter(bool),
    st.text("ab :#-'\"\\,[]{}&*!|>%@`?~=<.0159\n\u2028é—", min_size=1, max_size=300),
    st.lists(st.text("abc#-:", min_size=1, max_size=12), min_size=1, max_size=40).map(" ".join),
)
NAMES = st.text("abcdefgh-", min_size=1, max_size=8)
GROUPS = st.dictionaries(NAMES, TEXTS, min_size=1, max_size=4)
RECORDS = st.lists(
    st.dictionaries(
        NAMES,
        st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=4), GROUPS, st.lists(GROUPS, min_size=1, max_size=3)),
        min_size=1,
        max_size=6,
    ),
    max_size=4,
)  # fmt: skip


@given(RECORDS)
def test_what_is_written_is_read_back(records):
    data, marks = read(records_text(records))
    assert (data or [], marks.notices) == (records, [])


@given(TEXTS, st.sampled_from(["", "  ", "      "]))
def test_no_line_is_too_long_where_there_is_a_space_to_break_it(text, indent):
    for line in field_lines("summary", text, indent):
        words = line.strip().split(" ")
        assert len(line) <= WIDTH or len(words) < 3 or "  " in text or line.lstrip()[9:10] in "'\""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Seizure of the grain store", "Seizure of the grain store"),
        ("1901-05-14", "1901-05-14"),
        ("1901-05~/1901-06", "1901-05~/1901-06"),
        ("../1901", "../1901"),
        ("[1901-05-01,1901-05-02]", "'[1901-05-01,1901-05-02]'"),
        ("1901", "'1901'"),
        ("12:30", "'12:30'"),
        ("no", "'no'"),
        ("Null", "'Null'"),
        ("Ys: a town", "'Ys: a town'"),
        ("nos. 1 #2", "'nos. 1 #2'"),
        ("it's", "it's"),
        ("'tis", "'''tis'"),
        ("-0043", "'-0043'"),
        ("", "''"),
        ("a\nb", '"a\\nb"'),
        ("a\u2028b", '"a\\u2028b"'),
    ],
)
def test_a_text_is_plain_where_it_can_be(text, written):
    assert scalar(text) == written
    assert read(written)[0] == text


def test_a_comma_needs_quotes_only_inside_brackets():
    assert list(field_lines("title", "Bread, salt")) == ["title: Bread, salt"]
    assert list(field_lines("aliases", ["Bread, salt", "Kêr-Is"])) == [
        "aliases: ['Bread, salt', Kêr-Is]"
    ]


def test_records_look_like_those_of_an_author():
    record = {
        "id": "grain-store-seized",
        "date": "1900-05-14",
        "label": None,
        "importance": 1,
        "share": 71.0,
        "backwards": False,
        "themes": ["takeover", "bread"],
        "roles": [
            {"tendency": "crews", "role": "acted"},
            {"tendency": "owners", "role": "suppressed", "note": None},
        ],
        "summary": "Crews opened the store and weighed the grain before witnesses.\nNothing was sold for a week, says Morel.",
        "sources": [{"cite": "morel-1901", "locator": "p. 73", "standing": "read"}],
        "related": [],
    }
    assert records_text([record, {"id": "b"}]) == (
        "- id: grain-store-seized\n"
        "  date: 1900-05-14\n"
        "  importance: 1\n"
        "  share: 71\n"
        "  backwards: false\n"
        "  themes: [takeover, bread]\n"
        "  roles:\n"
        "    - {tendency: crews, role: acted}\n"
        "    - {tendency: owners, role: suppressed}\n"
        "  summary: >-\n"
        "    Crews opened the store and weighed the grain before witnesses.\n"
        "\n"
        "    Nothing was sold for a week, says Morel.\n"
        "  sources: [{cite: morel-1901, locator: p. 73, standing: read}]\n"
        "\n"
        "- id: b\n"
    )


def test_text_from_elsewhere_is_cleaned_of_what_cannot_be_seen():
    assert cleaned(" a\r\nb\rc\u2028d\te\x00\x1b[0m ") == "a\nb\nc\nd e[0m"
