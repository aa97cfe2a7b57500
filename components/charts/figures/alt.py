"""An indicator in words, with its numbers: the alternative text of its figure."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.charts.figures.content import Content, common_facts
from components.charts.figures.voices import Voice, voices
from components.charts.figures.words import FigureWords

MOST = 40  # values that are said, which is all of nearly every figure; the table has the rest


def indicator_alt(
    form: str, estimates: pd.DataFrame, unit: str, labels: FigureWords, *,
    missing: Sequence[tuple[str, str]] = (), breaks: str = "",
) -> str:  # fmt: skip
    """What the figure of an indicator shows, in sentences with its numbers, at most `MOST`.

    estimates, unit, missing, breaks: as for `indicator_figure`
    """
    content = Content(voices(estimates), unit, labels, tuple(missing), breaks)
    said = _values(form, content) if content.voices else [labels.alt_nothing.format(unit=unit)]
    if breaks:
        said.append(labels.alt_breaks.format(reason=breaks))
    said += (labels.alt_missing.format(label=name, reason=why) for name, why in content.missing)
    return " ".join(said)


def _values(form: str, content: Content) -> list[str]:
    labels, count = content.labels, len(content.voices)
    phrase = labels.alt_forms.get(form, labels.alt_forms.get("estimates", ""))
    common = common_facts(content, content.voices)
    said = [phrase.format(n=count, unit=content.unit)]
    if common:
        said.append(labels.common.format(facts=", ".join(common.values())) + ".")
    items = [_item(content, voice, common) for voice in content.voices[:MOST]]
    if count > MOST:
        items.append(labels.alt_more.format(n=count - MOST))
    return [*said, "; ".join(items) + "."]


def _item(content: Content, voice: Voice, common: dict[str, str]) -> str:
    names = dict.fromkeys(filter(None, (voice.label or voice.category, voice.series)))
    facts = {key: text for key, text in content.facts(voice).items() if key not in common}
    said = [content.parts(voice), *(text for text in facts.values() if text not in names)]
    told = ", ".join(filter(None, said))
    words = content.labels
    form = words.alt_item_facts if told else words.alt_item
    name = ", ".join(names) or voice.by
    return form.format(label=name, amount=content.amount(voice), facts=told)
