"""Which tendency is a part of which, and what colour slot that gives it."""

from __future__ import annotations

from components.catalog.models import Vocabulary

OTHER_SLOT = "stone"


def lineage(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Each tendency with all it is a part of: itself first, the broadest last.

    A broader tendency that is not in the vocabulary, or would close a circle, ends the line.
    """
    broader = {term.id: term.broader for term in vocabulary.tendencies}
    lines = {}
    for start in broader:
        line = [start]
        while (above := broader[line[-1]]) in broader and above not in line:
            line.append(above)
        lines[start] = tuple(line)
    return lines


def slots(vocabulary: Vocabulary) -> dict[str, str]:
    """The colour slot of each tendency: that of the broadest it belongs to."""
    own = {term.id: term.slot for term in vocabulary.tendencies}
    return {id: own[line[-1]] or OTHER_SLOT for id, line in lineage(vocabulary).items()}
