"""The same for the YAML reader, but led by coverage: inputs that reach new code breed new ones.

    pip install atheris==3.0.0            (has wheels for Linux; no part of requirements.txt)
    python -m tests.fuzz.guided [INPUTS] [MOST_BYTES]

libFuzzer changes bytes, and every second time `texts.spoilt` changes the text. It ends at the first
failure and writes the input to `tests/fuzz/found/`. Limits as in `fuzz_reader`; memory is larger by
what libFuzzer itself needs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["components.catalog.reading", "yaml"]):
    from tests.fuzz.judge import judge
from components.catalog.reading.gathering import MODELS
from tests.fuzz.fuzz_reader import FOUND, MOST_SECONDS
from tests.fuzz.texts import seeds, spoilt

KINDS = tuple(MODELS)


def one(data: bytes) -> None:
    """Judge an input: its first byte chooses the kind of record, the rest is the file."""
    start = time.process_time()
    judge(data[1:], KINDS[data[0] % len(KINDS)] if data else KINDS[0])
    assert time.process_time() - start < MOST_SECONDS, "too slow"


def changed(data: bytes, most: int, seed: int) -> bytes:
    """A new input from an old one."""
    if seed % 2:
        return atheris.Mutate(data, most)
    text = data[1:].decode("utf-8", "replace")
    return (data[:1] + spoilt(text, Random(seed)).encode("utf-8", "replace"))[:most]


def main(inputs: str = "1000000", most_bytes: str = "4096") -> None:
    """Hand over to libFuzzer, which prints its progress and ends the process."""
    corpus = Path(tempfile.mkdtemp())
    for number, text in enumerate(seeds()):
        (corpus / str(number)).write_bytes(bytes([number]) + text.encode()[: int(most_bytes) - 1])
    options = [f"-runs={inputs}", f"-max_len={most_bytes}", "-timeout=30", "-rss_limit_mb=400",
               f"-artifact_prefix={FOUND}/guided-", "-print_final_stats=1", "-seed=1", str(corpus)]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], one, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:3])
