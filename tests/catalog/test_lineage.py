from __future__ import annotations

from components.catalog.models import Tendency, Vocabulary
from components.catalog.tables.lineage import lineage, slots

NOTHING = Vocabulary(countries=(), tendencies=(), themes=(), kinds=())


def tendencies(**broader: str | None) -> Vocabulary:
    terms = tuple(
        Tendency(id=id, label=id, definition=id, broader=above, slot=None if above else "blue")
        for id, above in broader.items()
    )
    return NOTHING.model_copy(update={"tendencies": terms})


def test_a_line_goes_from_the_narrowest_to_the_broadest():
    words = tendencies(a=None, b="a", c="b")
    assert lineage(words) == {"a": ("a",), "b": ("b", "a"), "c": ("c", "b", "a")}
    assert slots(words) == {"a": "blue", "b": "blue", "c": "blue"}


def test_a_circle_of_tendencies_ends():
    assert lineage(tendencies(a="b", b="a")) == {"a": ("a", "b"), "b": ("b", "a")}
    assert slots(tendencies(a="b", b="a")) == {"a": "stone", "b": "stone"}
