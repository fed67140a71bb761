"""Exact figures as whole numbers, which are added up many times as fast as decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

#: Digits behind the point of decimals of records.
PLACES = 18


@dataclass(frozen=True, slots=True)
class Scaled:
    """A column of figures.

    Attributes
    ----------
    whole : ChunkedArray of int64
        Null for a blank. All of them add up to less than 2**63.
    places : int
        Digits behind the point: 123 with 1 is 12.3.
    """

    whole: pa.ChunkedArray
    places: int

    def filter(self, kept: pa.Array) -> Scaled:
        """Return the cells that are kept."""
        return Scaled(self.whole.filter(kept), self.places)


def decimals(whole: pa.ChunkedArray, places: int = 0) -> pa.ChunkedArray:
    """Return whole numbers with so many digits behind the point.

    Parameters
    ----------
    whole : ChunkedArray of int64
    places : int, default 0

    Returns
    -------
    ChunkedArray of decimal128(38, 18)
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if not places:
        return whole.cast(pa.decimal128(38, PLACES))
    one = pa.scalar(Decimal(1).scaleb(-places), pa.decimal128(18, PLACES))
    return pc.multiply(whole.cast(pa.decimal128(19, 0)), one)
