"""Signs that cannot be seen: taken out of what is shown, named in what is said."""

from __future__ import annotations

import pytest

from components.catalog.reading.strict_yaml import read
from components.catalog.unseen import UNSEEN, printable, seen

SIGNS = "\u00ad\u115f\u1160\u180e\u200b\u202a\u202e\u2060\u2066\u206f\u3164\uffa0\ufff9\ufffc\U000e0001\U000e007f"
# Joiners, direction marks, variations: scripts and emoji need them.
NEEDED = "\u200c\u200d\u200e\u200f\ufe0f\u061c\u0301"


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"{ord(sign):04X}")
def test_a_sign_that_cannot_be_seen_is_taken_out(sign):
    assert seen(f"a{sign}b") == "ab"
    assert UNSEEN.findall(f"a{sign}{sign}b") == [sign, sign]


def test_what_scripts_and_emoji_need_stays():
    assert seen(f"a{NEEDED}b — “é” 👩‍🔧") == f"a{NEEDED}b — “é” 👩‍🔧"


def test_what_does_not_print_is_said_by_its_code_in_one_line():
    assert printable("a\x1b[31m\nb\u202ec\ud800") == "a\\x1b[31m\\nb\\u202ec\\ud800"
    assert printable("plain “text” é 😀") == "plain “text” é 😀"


def test_every_line_with_such_a_sign_has_a_notice_at_its_first():
    _, marks = read("a: b\u200bc\u200b\nb: plain\nc: \u202ex\n", first_line=11)
    assert [(one.place, one.message, one.hint) for one in marks.notices] == [
        ((11, 5), "character U+200B cannot be seen and is not shown", "Delete it."),
        ((13, 4), "character U+202E cannot be seen and is not shown", "Delete it."),
    ]


def test_such_a_sign_that_is_written_as_an_escape_is_noticed_where_the_text_begins():
    _, marks = read('a: "b\\u00adc"\nb: "plain \\u00e9"\n', first_line=5)
    assert [(one.place, one.message) for one in marks.notices] == [
        ((5, 4), "character U+00AD cannot be seen and is not shown")
    ]


def test_a_text_with_an_escape_and_the_sign_itself_has_one_notice():
    _, marks = read('a: "b\\u00adc\u00add"\n')
    assert [one.place for one in marks.notices] == [(1, 13)]
