"""Do the parts add up to the stated total, within the rounding of the figures? Interval arithmetic.

A figure printed as 81.8 is somewhere in 81.75 to 81.85. The sum of 16 such figures lies within
16 x 0.05 = 0.8 of the sum of what is printed, a total printed as 1480 within 0.5 of itself: the two
agree if they are 1.3 apart at most. Counts are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from geo.base.errors import Problem
from geo.tables.arithmetic import difference, total
from geo.tables.printed import Printed
from geo.tables.resolution import as_rounded, exact_count

Relation = Literal["=", "<=", ">="]


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison of parts with a stated total.

    Attributes
    ----------
    label : str
        What is compared, in the source's own words: ``全市``, ``省级批次 ≤ 全市``.
    column, unit : str
    parts_sum : Decimal
        Sum of the parts, or the one figure that `stated` bounds.
    stated : Decimal
    slack : Decimal
        Largest difference that rounding can explain.
    count : int
        Number of parts.
    ok : bool
        The relation can hold for some true values within the rounding.
    relation : {"=", "<=", ">="}
        Of `parts_sum` to `stated`. Parts of which one is missing can only be ``<=``.
    """

    label: str
    column: str
    unit: str
    parts_sum: Decimal
    stated: Decimal
    slack: Decimal
    count: int
    ok: bool
    relation: Relation = "="


def reconcile(
    parts: Sequence[Printed],
    stated: Printed,
    label: str,
    column: str,
    unit: str,
    relation: Relation = "=",
) -> Check:
    """Compare the sum of figures with a stated one.

    Parameters
    ----------
    parts : sequence of Printed
    stated : Printed
    label, column, unit : str
        For the report. Whole numbers in a unit that is counted (``个``) are exact.
    relation : {"=", "<=", ">="}, default "="

    Returns
    -------
    Check
        Its slack is half a last digit of every part and of the total, together; of which digit,
        where a column's figures have not equally many, see `geo.tables.resolution.as_rounded`.
    """
    whole = exact_count(stated, unit)
    figures = [*as_rounded(parts, unit, whole.slack), whole]
    slack = total(figure.slack for figure in figures)
    parts_sum = total(figure.value for figure in parts)
    # Decimals: sums of doubles are off by more than 0 where counts have to agree exactly.
    apart = difference(parts_sum, stated.value)
    ok = {"=": abs(apart) <= slack, "<=": apart <= slack, ">=": -apart <= slack}[relation]
    return Check(label, column, unit, parts_sum, stated.value, slack, len(parts), ok, relation)


def contradiction(check: Check, where: str) -> Problem:
    """Return a failed check as a `Problem` that shows both numbers.

    Parameters
    ----------
    check : Check
    where : str
        The map or file, for the message.
    """
    parts_sum, stated, slack = (
        f"{_plain(x)} {check.unit}".rstrip() for x in (check.parts_sum, check.stated, check.slack)
    )
    verb = "adds up to" if check.count > 1 else "is"
    bound = {"=": "", "<=": "at most ", ">=": "at least "}[check.relation]
    what = f"{check.column} {verb} {parts_sum}, but {bound}{stated} is stated"
    explained = f"; rounding explains {slack}" if check.slack else ""
    return Problem(
        f"{where}, {check.label}", what + explained, "Correct the table or the stated total."
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"
