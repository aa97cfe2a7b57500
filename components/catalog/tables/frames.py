"""How records become tables: declared columns, so that an empty catalog has them too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd


def frame(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], index: str = ""
) -> pd.DataFrame:
    """A table with exactly these columns and dtypes; `index` names the column that becomes it.

    Missing text is "", missing numbers are NA (`Int64`) or NaN (`float64`); `object` holds tuples.
    """
    rows = list(rows)
    table = pd.DataFrame(
        {name: _cells([row[name] for row in rows], kind) for name, kind in columns.items()}
    )
    return table.set_index(index) if index else table


# Arrays, not Series: of Series pandas 3.1 would first align the indexes, ten times as slow.
def _cells(values: list, kind: str) -> np.ndarray | pd.api.extensions.ExtensionArray:
    if kind in ("str", "Int64"):
        return pd.array(values, dtype=kind)
    if kind != "object":
        return np.array(values, dtype=kind)
    cells = np.empty(len(values), dtype=object)
    for row, value in enumerate(values):  # numpy would take tuples of one length for a matrix.
        cells[row] = value
    return cells
