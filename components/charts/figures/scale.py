"""From numbers to px along one direction, and the round numbers between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True)
class Scale:
    """A linear scale from `low`…`high` (in a unit) to `start`…`end` (px; may run backwards)."""

    low: float
    high: float
    start: float
    end: float

    def px(self, value: float) -> float:
        """Where a number lies; numbers outside lie at the end."""
        inside = min(max(value, self.low), self.high)
        share = (inside - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def steps(low: float, high: float, most: int, *, whole: bool = False) -> tuple[float, ...]:
    """Round numbers (1, 2 or 5 times a power of ten apart) around `low`…`high`; `most` or fewer.

    There are two at least, and three around zero. The first is at most `low`, the last at least
    `high`; `whole` leaves out fractions.
    """
    if not high > low:
        low, high = min(low, 0.0), max(low, 0.0) or 1.0
    # With zero between them there are three at least.
    most = max(most, 3 if low < 0 < high else 2)
    power = floor(log10((high - low) / most)) - 1
    power = max(power, 0) if whole else power
    while True:
        for factor in (1, 2, 5):
            step = factor * 10.0**power
            first, last = floor(low / step + 1e-12), ceil(high / step - 1e-12)
            if last - first < most:
                # 3 * 0.1 is not 0.3: what is shown must be.
                digits = max(-power, 0)
                return tuple(round(count * step, digits) for count in range(first, last + 1))
        power += 1


def domain(numbers: Iterable[float]) -> tuple[float, float]:
    """Least and greatest number, zero among them: lengths compare only from zero."""
    known = [0.0, *numbers]
    low, high = min(known), max(known)
    return (low, high) if high > low else (0.0, 1.0)
