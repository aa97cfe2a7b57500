"""How records become tables: declared columns, so that an empty catalog has them too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd


def frame(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], index: str = ""
) -> pd.DataFrame:
    """A table with exactly these columns and dtypes; `index` names the column that becomes it.

    Missing text is "", missing numbers are NA (`Int64`) or NaN (`float64`); `object` holds tuples.
    """
    rows = list(rows)
    table = pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=kind) for name, kind in columns.items()}
    )
    return table.set_index(index) if index else table
