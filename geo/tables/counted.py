"""What is counted of records, and the table that the counts make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from geo.base.errors import Problem
from geo.tables.arithmetic import in_digits, quotient, rounded

if TYPE_CHECKING:
    import pandas as pd

    from geo.districts.lookup import Districts

Statistic = Literal["sum", "mean", "median", "min", "max", "distinct"]
#: Digits behind the point of a mean at most.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Measure:
    """A statistic of a column.

    Attributes
    ----------
    statistic : str
    column : str
    unit : str
        That its cells are in; empty for none.
    """

    statistic: Statistic
    column: str
    unit: str = ""

    @property
    def name(self) -> str:
        """Of the column in the table: sums have that of the records."""
        return self.column if self.statistic == "sum" else f"{self.column}_{self.statistic}"


@dataclass
class Report:
    """What became of the records.

    Attributes
    ----------
    columns : dict of str to list
        See `columns`.
    records, chosen, outside : int
        All that were read; those that meet the condition; of these, those in no district.
    samples : list of Problem
        The first of those outside, in the files' order.
    left : list of tuple of (str, int, str)
        File, row and place of every record outside, if asked for.
    """

    columns: dict[str, list[object]]
    records: int = 0
    chosen: int = 0
    outside: int = 0
    samples: list[Problem] = field(default_factory=list)
    left: list[tuple[str, int, str]] = field(default_factory=list)

    @property
    def frame(self) -> pd.DataFrame:
        """The columns as a DataFrame."""
        import pandas as pd  # the command line writes a table without it

        return pd.DataFrame(self.columns)


Progress = Callable[[int, float | None], None]
"""Told records that were read since, and the share of all bytes they took; None if unknown.

None are told when counting begins.
"""
Key = tuple[object, ...]
"""The position of a district, then the groups."""


def columns(
    districts: Districts,
    asked: tuple[Sequence[str], Sequence[Measure], Sequence[str]],
    counted: Mapping[Key, Mapping[str, object]],
    listed: Mapping[str, Mapping[Key, tuple[object, int]]],
) -> dict[str, list[object]]:
    """Return the table: a row for every district and every group that occurs.

    Parameters
    ----------
    districts : GeoDataFrame or mapping of str to list of str
        ``name``, ``code``.
    asked : tuple of sequences of str, Measure and str
        Columns that part the records of a district; the measures; the columns that are read as
        numbers, the i-th of which is ``f{i}`` in what was counted.
    counted : mapping of tuple to mapping of str to int or Decimal
        ``count_all``, ``f0_sum``, ``f0_count``, ``f0_min``, ``f0_max`` and so on.
    listed : mapping of str to mapping of tuple to tuple of object and int
        Median and number of different values of a column.

    Returns
    -------
    dict of str to list
        ``district``, ``code``, the groups, ``count`` and a column a measure; no figure in a
        row is None. In the order of the districts, then of the groups' texts.
    """
    group_by, measures, figures = asked
    names, codes = list(districts["name"]), list(districts["code"])
    titles = names if len(set(names)) == len(names) else codes
    groups = sorted({key[1:] for key in counted}) or ([] if group_by else [()])
    cells = [(d, *g) for d in range(len(codes)) for g in groups]
    data: dict[str, list[object]] = {
        "district": [titles[d] for d in range(len(codes)) for _ in groups],
        "code": [codes[d] for d in range(len(codes)) for _ in groups],
    }
    for i, name in enumerate(group_by, start=1):
        data[name] = [cell[i] for cell in cells]
    data["count"] = [counted[c]["count_all"] if c in counted else 0 for c in cells]
    for measure in measures:
        if measure.statistic in {"median", "distinct"}:
            found = listed.get(measure.column, {})
            at = 0 if measure.statistic == "median" else 1
            none = None if measure.statistic == "median" else 0
            data[measure.name] = [found[c][at] if c in found else none for c in cells]
        else:
            name = f"f{list(figures).index(measure.column)}"
            data[measure.name] = [_figure(counted.get(c), name, measure.statistic) for c in cells]
    return data


def _figure(row: Mapping[str, object] | None, name: str, statistic: Statistic) -> Decimal | None:
    number = row and row[f"{name}_{'sum' if statistic == 'mean' else statistic}"]
    if row is None or not isinstance(number, Decimal):
        return None
    if statistic != "mean":
        return plain(number)
    count = Decimal(str(row[f"{name}_count"]))
    return plain(rounded(quotient(number, count), _DECIMALS))


def plain(number: Decimal) -> Decimal:
    """Return a number without zeros at its end and without an exponent: 4, not 4.00 or 4E+1."""
    return Decimal(in_digits(number))
