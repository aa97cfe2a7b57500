"""Words and signs that the parts of the comparison share."""

from __future__ import annotations

from components.charts.clocks.words import ClockWords
from components.html.texts import chart_words, group

# Shapes that differ without colour; the word always stands beside.
STANCE_MARKS = {"for": "✓", "against": "✕", "divided": "◐", "suppressed": "⊘"}
NO_STANCE = "·"


def clock_words(*, in_years: bool = False) -> ClockWords:
    """The words of the clocks, as the chart takes them; in months or in years."""
    if not in_years:
        return ClockWords(calendar=chart_words(), **group("clocks"))
    words = group("clocks") | group("clocks_in_years")
    return ClockWords(calendar=chart_words(), **words, per=12.0)
