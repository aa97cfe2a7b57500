"""Words of very many texts: which rows hold a word, in a few bytes for each.

`everywhere.Words` keeps every word as a Python text with its rows; here words are one sorted Arrow
array, rows are int32, and of words that stand in many rows a bit for each row is kept instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.catalog.search.everywhere import Words, query_words
from components.catalog.search.folding import all_words

_DENSE = 32  # a bit a row is less than an int32 for every 32nd
_CHUNK = 100_000  # texts at a time


class Postings:
    """Texts by position: pieces between spaces, and the words by which each can be found."""

    def __init__(self, columns: Sequence[pa.ChunkedArray]) -> None:
        """Take columns of texts of one length; what stands in one row belongs together."""
        pieces: dict[str, int] = {}
        found = [one for column in columns for one in _occurrences(column, pieces)]
        codes = np.concatenate([code for code, _ in found] or [np.empty(0, np.int32)])
        rows = np.concatenate([row for _, row in found] or [np.empty(0, np.int32)])
        order = np.argsort(codes, kind="stable")
        ends = np.cumsum(np.bincount(codes, minlength=len(pieces)))
        self._length = len(columns[0])
        self._dense: dict[int, np.ndarray] = {}
        self._rows, self._ends = self._compressed(rows[order], ends)
        words = [(word, code) for piece, code in pieces.items() for word in _words(piece)]
        words.sort()
        self._words = pa.array([word for word, _ in words], pa.string())
        self._codes = np.array([code for _, code in words], dtype=np.int32)

    def _compressed(self, rows: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Rows of the rare pieces; the others become bits."""
        starts = np.concatenate(([0], ends[:-1])).astype(np.int64)
        for code in np.flatnonzero((ends - starts) * _DENSE > self._length).tolist():
            bits = np.zeros(self._length, dtype=bool)
            bits[rows[starts[code] : ends[code]]] = True
            self._dense[code] = np.packbits(bits)
        is_rare = np.ones(len(ends), dtype=bool)
        is_rare[list(self._dense)] = False
        numbers = np.where(is_rare, ends - starts, 0)
        return rows[np.repeat(is_rare, ends - starts)], np.cumsum(numbers)

    @property
    def nbytes(self) -> int:
        """Bytes of memory."""
        dense = sum(bits.nbytes for bits in self._dense.values())
        arrays = (self._rows, self._ends, self._codes, self._words)
        return dense + sum(one.nbytes for one in arrays)

    def mark(self, start: str, hit: np.ndarray) -> None:
        """Set `hit` (bool) where a word begins so."""
        first, last = self._place(start), self._place(start + "\U0010ffff")
        for code in np.unique(self._codes[first:last]).tolist():
            if code in self._dense:
                hit |= np.unpackbits(self._dense[code], count=self._length).view(bool)
            else:
                begin = self._ends[code - 1] if code else 0
                hit[self._rows[begin : self._ends[code]]] = True

    def _place(self, text: str) -> int:
        """How many words come before a text."""
        low, high = 0, len(self._words)
        while low < high:
            middle = (low + high) // 2
            if self._words[middle].as_py() < text:
                low = middle + 1
            else:
                high = middle
        return low


def _words(piece: str) -> tuple[str, ...]:
    # Numbers of files and cases are many, and have one spelling.
    return (piece,) if piece.isascii() and piece.isdigit() else all_words(piece)


def _occurrences(
    column: pa.ChunkedArray, pieces: dict[str, int]
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """(numbers of pieces, rows) of every chunk of a column; new pieces get the next number."""
    start = 0
    for texts in column.chunks:
        for at in range(0, len(texts), _CHUNK):
            split = pc.utf8_split_whitespace(texts.slice(at, _CHUNK))
            coded = split.flatten().dictionary_encode()
            known = [pieces.setdefault(one, len(pieces)) for one in coded.dictionary.to_pylist()]
            rows = pc.list_parent_indices(split).to_numpy() + start
            codes = np.array(known, dtype=np.int32)[coded.indices.to_numpy()]
            yield codes, rows.astype(np.int32)
            start += len(split)


class CellWords:
    """Words of a column in which few different cells stand in many rows."""

    def __init__(self, forms: Sequence[str], codes: np.ndarray) -> None:
        """Take the different cells as `folding.indexed`, and which of them each row has."""
        self._words, self._codes = Words(pd.Series(forms, dtype="str")), codes
        self._number = len(forms)

    def mark(self, start: str, hit: np.ndarray) -> None:
        """Set `hit` (bool) where a word begins so."""
        cells = np.zeros(self._number, dtype=bool)
        self._words.mark(start, cells)
        if cells.any():
            hit |= cells[self._codes]


class Placed:
    """What finds words in some rows of a larger table; rows: their positions in it."""

    def __init__(self, words: Words | Postings, rows: np.ndarray) -> None:
        self._words, self._rows = words, rows

    def mark(self, start: str, hit: np.ndarray) -> None:
        """Set `hit` (bool) where a word begins so."""
        mine = np.zeros(len(self._rows), dtype=bool)
        self._words.mark(start, mine)
        hit[self._rows[mine]] = True


class Parts:
    """Several of these as one: a word may stand in any."""

    def __init__(self, parts: Iterable[Postings | CellWords | Placed], length: int) -> None:
        self._parts, self._length = tuple(parts), length

    def holding(self, text: str) -> np.ndarray:
        """Which rows hold all words of the query: bool; every row where it has no words."""
        found = np.ones(self._length, dtype=bool)
        for forms in query_words(text):
            hit = np.zeros(self._length, dtype=bool)
            for form in forms:
                for part in self._parts:
                    part.mark(form.strip(), hit)
            found &= hit
        return found
