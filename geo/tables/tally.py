"""Records added up by district and group, in parts that come in any order.

Every part is exact, counts and decimals, so that however records are split into parts, the sums,
smallest and largest values, means and medians are the same to the last digit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from geo.tables.arithmetic import quotient, total
from geo.tables.counted import Key, Measure, columns, plain
from geo.tables.scaled import PLACES, Scaled, decimals

if TYPE_CHECKING:
    import pyarrow as pa

    from geo.districts.lookup import Districts

#: Rows of parts that are put together at a time.
_WAITING = 1 << 20
#: What a part keeps of a column, and for which statistics.
_WAYS = {"sum": {"sum", "mean"}, "count": {"mean"}, "min": {"min"}, "max": {"max"}}


@dataclass(eq=False)
class Tally:
    """Records added up so far.

    Parameters
    ----------
    keys : tuple of str
        Columns that part the records: the first is the district's position.
    measures : tuple of Measure
    """

    keys: tuple[str, ...]
    measures: tuple[Measure, ...]
    _parts: dict[str, list[pa.Table]] = field(default_factory=dict)

    def add(self, table: pa.Table, figures: Mapping[str, pa.ChunkedArray | Scaled]) -> None:
        """Add records.

        Parameters
        ----------
        table : Table
            The keys, and the columns whose distinct values are counted.
        figures : mapping of str to ChunkedArray of decimal128(38, 18), or to Scaled
            The other measures' columns; nulls count in no measure.
        """
        keys = table.select(list(self.keys))
        whole, ways = keys, []
        for i, (column, cells) in enumerate(figures.items()):
            whole = whole.append_column(f"f{i}", _cells(cells))
            asked = {m.statistic for m in self.measures if m.column == column}
            ways += [(f"f{i}", way) for way, by in _WAYS.items() if asked & by]
        part = whole.group_by(list(self.keys), use_threads=False).aggregate(
            [([], "count_all"), *ways]
        )
        read = {f"f{i}": cells for i, cells in enumerate(figures.values())}
        for figure, way in ways:
            if way != "count":
                part = _exactly(part, f"{figure}_{way}", read[figure])
        self._keep("", part)
        for column in self._listed():
            cells = figures[column] if column in figures else table[column]
            valued = keys.append_column("value", _cells(cells))
            grouped = valued.group_by([*self.keys, "value"], use_threads=False).aggregate(
                [([], "count_all")]
            )
            self._keep(column, _exactly(grouped, "value", cells))

    def absorb(self, other: Tally) -> None:
        """Add what another tally of the same keys and measures has counted."""
        for name, parts in other._parts.items():
            for part in parts:
                self._keep(name, part)

    def settle(self) -> None:
        """Put the parts together: little is then sent from where it was counted."""
        for name in self._parts:
            self._parts[name] = [self._merged(name)]

    def _listed(self) -> list[str]:
        """Columns of which every value is kept, with its count."""
        every = [m.column for m in self.measures if m.statistic in {"median", "distinct"}]
        return list(dict.fromkeys(every))

    def _keep(self, name: str, part: pa.Table) -> None:
        parts = self._parts.setdefault(name, [])
        parts.append(part)
        if sum(p.num_rows for p in parts[1:]) > max(_WAITING, parts[0].num_rows):
            self._parts[name] = [self._merged(name)]

    def _merged(self, name: str) -> pa.Table:
        import pyarrow as pa

        parts = self._parts[name]
        if len(parts) == 1:
            return parts[0]
        whole = pa.concat_tables(parts)
        keys = [*self.keys, *(["value"] if name else [])]
        ways = {c: c.rpartition("_")[2] for c in whole.column_names if c not in keys}
        done = whole.group_by(keys, use_threads=False).aggregate(
            [(c, way if way in {"min", "max"} else "sum") for c, way in ways.items()]
        )
        return done.select([*keys, *done.column_names[len(keys):]]).rename_columns(
            [*keys, *ways]
        )  # fmt: skip

    def columns(self, districts: Districts, figures: Sequence[str]) -> dict[str, list[object]]:
        """Return the table, see `geo.tables.counted.columns`.

        Parameters
        ----------
        districts : GeoDataFrame or mapping of str to list of str
            ``name``, ``code``.
        figures : sequence of str
            The columns in the order in which they were added.
        """
        rows = self._merged("").to_pylist() if self._parts else []
        counted = {tuple(row[k] for k in self.keys): row for row in rows}
        listed = {column: self._by_values(column) for column in self._listed() if self._parts}
        return columns(districts, (self.keys[1:], self.measures, figures), counted, listed)

    def _by_values(self, column: str) -> dict[Key, tuple[object, int]]:
        """Return the median and the number of distinct values of every key."""
        import pyarrow.compute as pc

        table = self._merged(column)
        table = table.filter(pc.is_valid(table["value"]))
        order = [*self.keys, "value"]
        table = table.sort_by([(name, "ascending") for name in order]).combine_chunks()
        n = table.num_rows
        starts = np.zeros(n, dtype=bool)
        starts[:1] = True
        for key in self.keys:
            cells = table[key]
            starts[1:] |= pc.not_equal(cells[1:], cells[:-1]).to_numpy()
        begin = np.flatnonzero(starts)
        counts, known = table["count_all"].to_numpy(), table["value"]
        found: dict[Key, tuple[object, int]] = {}
        keys = table.select(list(self.keys)).take(begin).to_pylist()
        for row, a, b in zip(keys, begin, [*begin[1:], n], strict=True):
            upto = np.cumsum(counts[a:b])
            middle = [(upto[-1] - 1) // 2, upto[-1] // 2]
            low, high = (known[int(a + np.searchsorted(upto, m, side="right"))] for m in middle)
            found[tuple(row.values())] = (_between(low.as_py(), high.as_py()), int(b - a))
        return found


def _cells(cells: pa.ChunkedArray | Scaled) -> pa.ChunkedArray:
    return cells.whole if isinstance(cells, Scaled) else cells


def _exactly(part: pa.Table, name: str, cells: pa.ChunkedArray | Scaled) -> pa.Table:
    """Return a part with a column of figures as decimals, sums as wide ones.

    A part's sum has at most 20 digits before the point, the whole's may have more.
    """
    import pyarrow as pa

    known = decimals(part[name], cells.places) if isinstance(cells, Scaled) else part[name]
    if name.endswith("_sum"):
        known = known.cast(pa.decimal256(76, PLACES))
    return part.set_column(part.schema.get_field_index(name), name, known)


def _between(low: object, high: object) -> object:
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return plain(quotient(total([low, high]), Decimal(2)))
    return low
