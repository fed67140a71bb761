"""From a spec to a map that any renderer can draw: `build` is the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.figures import Stated
from geo.inputs import load_districts, load_table
from geo.measures import Measure, measured
from geo.places import Place, label_points, placed
from geo.spec import MapSpec
from geo.spec_file import read_spec

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.indicators import Table
    from geo.join import Joined
    from geo.reconcile import Check


@dataclass(frozen=True, eq=False)
class Choropleth:
    """A finished map before any drawing; page, embed, plate and data files read nothing else.

    Attributes
    ----------
    spec : MapSpec
    name : str
        Stem of the output files.
    districts : GeoDataFrame
        EPSG:4326, RangeIndex; ``code, name, name_en, kind, approximate, host, aliases, area_km2,
        label_lon, label_lat, geometry``. The label point is the pole of inaccessibility.
    measures : tuple of Measure
    joined : Joined
        How every row and polygon was matched.
    checks : tuple of Check
        The stated totals against the sums.
    stated : tuple of Stated
    places : tuple of Place
    """

    spec: MapSpec
    name: str
    districts: gpd.GeoDataFrame
    measures: tuple[Measure, ...]
    joined: Joined
    checks: tuple[Check, ...]
    stated: tuple[Stated, ...]
    places: tuple[Place, ...]

    def measure(self, measure_id: str = "") -> Measure:
        """Return a measure by its id; the first one for an empty id."""
        return next(m for m in self.measures if measure_id in (m.id, ""))

    def _repr_html_(self) -> str:
        """Show the page in a notebook, in a frame of its own so that styles do not mix."""
        import html

        from geo.web import page

        return (
            f'<iframe srcdoc="{html.escape(page(self))}" title="{html.escape(self.spec.title)}" '
            'style="width:100%;height:720px;border:0"></iframe>'
        )


def build(spec: MapSpec | Path | str, *, name: str = "map") -> Choropleth:
    """Build the map that a spec describes.

    Parameters
    ----------
    spec : MapSpec, Path or str
        A spec, or the path of one.
    name : str, default "map"
        Stem of the output files; a path has its own.

    Returns
    -------
    Choropleth

    Raises
    ------
    MapError
        If an input is wrong. Contradicted totals are no error here: they stand in `checks`.
    """
    if not isinstance(spec, MapSpec):
        path = Path(spec)
        spec, name = read_spec(path), path.stem
    districts = load_districts(spec.boundaries)
    table, stated = load_table(spec, districts)
    return assemble(spec, name, districts, table, stated)


def assemble(
    spec: MapSpec, name: str, districts: gpd.GeoDataFrame, table: Table, stated: Sequence[Stated]
) -> Choropleth:
    """Join, reconcile, classify and colour inputs that are already read."""
    from geo.join import join
    from geo.reconcile import checks

    joined = join(
        table,
        districts,
        spec.aliases,
        allow_rows=_allowed(spec.table.allow_rows, table.frame["key"]),
        allow_districts=_allowed(spec.table.allow_districts, districts["name"]),
    )
    drawn = drawable(joined.frame, spec.boundaries.tolerance_m)
    return Choropleth(
        spec=spec,
        name=name,
        districts=drawn,
        measures=tuple(
            measured(m, joined.frame, drawn["area_km2"].to_numpy()) for m in spec.measures
        ),
        joined=joined,
        checks=checks(table, stated, {m.column: m.unit for m in spec.measures if m.column}),
        stated=tuple(stated),
        places=tuple(placed(point, drawn) for point in spec.points),
    )


def _allowed(names: Sequence[str], everything: Iterable[str]) -> tuple[str, ...]:
    """Return the names a spec allows to stay unmatched; a star stands for all of them."""
    return tuple(everything) if "*" in names else tuple(names)


def drawable(frame: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Return the districts with areas and label points, generalized after both were measured."""
    from geo.projection import areas_km2

    drawn = frame.assign(area_km2=areas_km2(frame))
    if tolerance_m:
        from geo.generalize import simplify

        drawn = simplify(drawn, tolerance_m)
    lon, lat = label_points(drawn)
    return drawn.assign(label_lon=lon, label_lat=lat)
