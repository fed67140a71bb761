"""Cells of a polygon file as texts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.base.text import normalize

#: What Natural Earth and others write where there is neither name nor code.
_NOTHING = frozenset({"-99", "-999", "-9999", "NULL", "<Null>"})


def is_nested(value: object) -> bool:
    """Tell whether a cell is a list or an object, as JSON allows."""
    return isinstance(value, list | tuple | dict | set | np.ndarray)


def texts(raw: pd.DataFrame, column: str) -> list[str]:
    """Return a column as texts: 370702 and 370702.0 are ``370702``, what is missing is empty."""
    if not column or column not in raw:
        return [""] * len(raw)
    return [_text(value) for value in raw[column].tolist()]


def _text(value: object) -> str:
    if isinstance(value, str):  # nearly all of them
        text = normalize(value)
        return "" if text in _NOTHING else text
    if is_nested(value) or pd.isna(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = normalize(str(value))
    return "" if text in _NOTHING else text
