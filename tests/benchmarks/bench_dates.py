"""Time to read a date: `python tests/benchmarks/bench_dates.py [ROUNDS]`.

Prints microseconds a date for each kind of expression and for a mixture like that of real
content, with `datetime.date.fromisoformat` as the baseline of the same run, and the libraries
`edtf` and `undate` where they are installed. Best of several rounds; nothing is cached.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from components.catalog.dates import parse
from components.catalog.dates.words import words

KINDS = {
    "day": ["1901-05-14", "1900-02-28", "-0043-03-15"],
    "month, year": ["1901-05", "1901", "0000"],
    "marks": ["1901-05~", "1901-05-14?", "1901%", "2004?-06-~11"],
    "season, quarter": ["1901-21", "1901-24", "1901-33~"],
    "unspecified": ["190X", "19XX", "1901-05-XX", "156X-12-25", "18X7", "XXXX-02-29"],
    "long year": ["Y170000002", "Y-17E7", "1950S2", "Y3388E2S3"],
    "time": ["2004-01-01T10:10:10Z", "2004-01-01T10:10:10+05:00"],
    "interval": ["1901-05-14/1901-06-02", "1901-05~/1901-06", "1901/..", "/1901"],
    "set": ["[1901-05-20..1901-05-23]", "{1848,1871}", "[1667,1668,1670..1672]"],
}


def mixture() -> list[str]:
    """A thousand dates as content has them: mostly days, then months, intervals and the rest."""
    shares = {"day": 500, "month, year": 150, "marks": 100, "interval": 150}
    texts = []
    for kind, examples in KINDS.items():
        count = shares.get(kind, 20)
        texts += [examples[number % len(examples)] for number in range(count)]
    return texts


def microseconds(work: Callable[[str], object], texts: Iterable[str], rounds: int) -> float:
    """Microseconds an item, best of the rounds."""
    texts = list(texts)
    best = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, time.perf_counter() - begun)
    return best / len(texts) * 1e6


def others() -> dict[str, Callable[[str], object]]:
    """Readers of other libraries, where they can be imported."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        from edtf import parse_edtf

        found["edtf"] = parse_edtf
    except ImportError:
        pass
    try:
        from undate import Undate

        found["undate"] = lambda text: Undate.parse(text, "EDTF")
    except ImportError:
        pass
    return found


def main(rounds: int) -> None:
    """Print the table."""
    days = [text for text in KINDS["day"] if not text.startswith("-")] * 300
    print(f"{'fromisoformat, days':24}{microseconds(date.fromisoformat, days, rounds):9.2f} µs")
    for kind, texts in KINDS.items():
        print(f"{kind:24}{microseconds(parse, texts * 100, rounds):9.2f} µs")
    print(f"{'mixture':24}{microseconds(parse, mixture(), rounds):9.2f} µs")
    spans = {text: parse(text) for text in mixture()}
    in_words = microseconds(lambda text: words(spans[text]), mixture(), rounds)
    print(f"{'mixture, in words':24}{in_words:9.2f} µs")
    for name, work in others().items():
        print(f"{name + ', days':24}{microseconds(work, days[:20], 1):9.2f} µs")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
