"""Why a number of a release is in no cell and no total."""

from __future__ import annotations

from typing import Literal

#: Why a number of the text is in no cell.
Reason = Literal[
    "unclear",
    "date",
    "code",
    "ordinal",
    "percent",
    "range",
    "currency",
    "price",
    "threshold",
    "quantity",
    "change",
    "mark",
    "part",
    "joint",
    "mismatch",
    "subset",
    "bare",
    "conflict",
    "partial",
    "other",
    "project",
    "repeat",
]
