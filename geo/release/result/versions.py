"""Whether two figures may be two versions of one: if not, a text that has both has two things."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

_FACTOR = 3


def of_one(values: Collection[Decimal]) -> bool:
    """Tell whether figures are close enough, or alike enough, to be versions of one.

    A headline's 264 and a text's 246 are; 93 and 435 are hardly: the second is the whole's, or of
    another kind, by words that were not understood. Digits in another order, a decimal point in
    another place or a sign make a slip of any size.

    Parameters
    ----------
    values : collection of Decimal
        At least two, of the same column and unit.
    """
    low, high = min(values), max(values)
    near, far = sorted((abs(low), abs(high)))
    digits = {"".join(sorted(str(abs(value)).replace(".", "").strip("0"))) for value in values}
    return (low * high > 0 and far <= near * _FACTOR) or (near > 0 and len(digits) == 1)
