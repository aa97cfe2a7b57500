"""What a chart of numbers is drawn from, and what it says of a voice beside its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.charts.figures.numbers import amount, is_percent, number
from components.charts.figures.voices import Voice
from components.charts.figures.words import FigureWords
from components.charts.literal import literal
from components.charts.measure import wrap
from components.charts.tokens import LABEL

FACTS = ("by", "period", "scope", "method", "standing")
HOVER_PX = 320
DOT = " · "


@dataclass(frozen=True)
class Content:
    """The voices of one indicator with its unit and the words around them.

    missing: counterparts that were looked for and not found, as (label, reason)
    breaks: why a broken series is broken
    """

    voices: tuple[Voice, ...]
    unit: str
    labels: FigureWords
    missing: tuple[tuple[str, str], ...] = ()
    breaks: str = ""

    def amount(self, voice: Voice) -> str:
        """What a voice says, with its bound."""
        return amount(voice, self.unit, self.labels)

    def told(self, voice: Voice) -> str:
        """What a voice says, and the word for a number that nobody checked."""
        word = f"{DOT}{self.labels.standing(voice.standing)}" if voice.unchecked else ""
        return self.amount(voice) + word

    def counted(self, voice: Voice) -> str:
        """What a voice says, with the unit: "about 847 workshops", "76 %"."""
        return self.amount(voice) if is_percent(self.unit) else f"{self.amount(voice)} {self.unit}"

    def facts(self, voice: Voice) -> dict[str, str]:
        """By the names of FACTS what stands beside a number, "" where nothing is given."""
        return {
            "by": voice.by,
            "period": voice.period,
            "scope": voice.scope,
            "method": voice.method,
            "standing": self.labels.standing(voice.standing),
        }

    def parts(self, voice: Voice) -> str:
        """The two numbers behind a share: "30 of 42"; "" without them."""
        if voice.count is None or voice.total is None:
            return ""
        count, total = (number(part, self.labels) for part in (voice.count, voice.total))
        return self.labels.of_total.format(count=count, total=total)

    def hover(self, voice: Voice) -> str:
        """All that is known of a number, as markup for a hover label."""
        head = DOT.join(dict.fromkeys(part for part in (voice.category, voice.series) if part))
        lines = [head, *self.facts(voice).values(), self.parts(voice), voice.note]
        if voice.preferred:
            lines.append(self.labels.preferred.format(reason=voice.preferred))
        broken = (line for text in lines for line in wrap(text, HOVER_PX, LABEL))
        return f"<b>{literal(self.counted(voice))}</b><br>" + "<br>".join(map(literal, broken))


def shared(voices: Sequence[Voice], fact: Callable[[Voice], str]) -> str:
    """What is the same for all of several voices; "" if it differs or there is one."""
    said = {fact(voice) for voice in voices}
    return said.pop() if len(voices) > 1 and len(said) == 1 else ""


def common_facts(content: Content, voices: Sequence[Voice]) -> dict[str, str]:
    """The facts that are the same for all voices; a chart says them once."""
    same = {name: shared(voices, lambda v, n=name: content.facts(v)[n]) for name in FACTS}
    return {name: text for name, text in same.items() if text}


def first_seen(names: Sequence[str]) -> tuple[str, ...]:
    """Names in the order in which they first appear."""
    return tuple(dict.fromkeys(names))
