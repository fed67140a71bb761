"""Maps of many squares, made as a map-maker makes them: files in a folder, then `geo.build`."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import geo

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


@dataclass(frozen=True)
class Asked:
    """A measure of a table's column, or of two."""

    id: str
    decimals: int
    column: str = ""
    above: str = ""
    below: str = ""
    factor: str = "1"
    unit: str = "亿元"

    def toml(self) -> str:
        """Return it as a table of the spec."""
        what = f'kind = "total"\ncolumn = "{self.column}"'
        if not self.column:
            what = (
                f'kind = "rate"\nnumerator = "{self.above}"\ndenominator = "{self.below}"\n'
                f"factor = {self.factor}"
            )
        return (
            f'[[measures]]\nid = "{self.id}"\nlabel = "{self.id}"\nunit = "{self.unit}"\n'
            f"decimals = {self.decimals}\nallow_negative = true\n{what}\n"
        )


def built(
    columns: Mapping[str, Sequence[str]],
    measures: Sequence[Asked],
    totals: Sequence[tuple[str, str]] = (),
    rings: Sequence[Sequence[tuple[float, float]]] = (),
) -> Choropleth:
    """Build a map: columns of cells as printed, a district for each; totals of columns.

    Without `rings` the districts are squares of a twentieth of a degree.
    """
    n = len(next(iter(columns.values())))
    shapes = rings or [square(i) for i in range(n)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        features = [
            {"type": "Feature", "properties": {"code": f"c{i:05}", "name": f"d{i:05}"},
             "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}}
            for i, ring in enumerate(shapes)
        ]  # fmt: skip
        polygons = {"type": "FeatureCollection", "features": features}
        (folder / "p.geojson").write_text(json.dumps(polygons), encoding="utf-8")
        _table(folder / "t.csv", columns, n)
        _totals(folder / "totals.csv", totals)
        spec = [
            'title = "t"\nsource = "s"\n[boundaries]\nfile = "p.geojson"',
            '[table]\nfile = "t.csv"\nkey = "key"' + ('\ntotals = "totals.csv"' if totals else ""),
            *(measure.toml() for measure in measures),
        ]
        (folder / "m.toml").write_text("\n".join(spec), encoding="utf-8")
        return geo.build(folder / "m.toml")


def square(i: int) -> list[tuple[float, float]]:
    """Return the ring of the i-th square of a row of 50."""
    x, y = 110 + i % 50 * 0.05, 35 + i // 50 * 0.05
    return [(x, y), (x + 0.05, y), (x + 0.05, y + 0.05), (x, y + 0.05)]


def _table(path: Path, columns: Mapping[str, Sequence[str]], n: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["key", *columns])
        writer.writerows([f"d{i:05}", *(cells[i] for cells in columns.values())] for i in range(n))


def _totals(path: Path, totals: Sequence[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["scope", "label", "column", "value", "unit"])
        writer.writerows(["event", "全市", column, value, "亿元"] for column, value in totals)
