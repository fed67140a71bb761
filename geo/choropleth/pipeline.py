"""From a spec to a map that any renderer can draw: `build` is the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geo.choropleth.inputs import load_districts, load_table
from geo.choropleth.model import Choropleth
from geo.choropleth.points import placed
from geo.geometry.poles import label_points
from geo.spec.file import read_spec
from geo.spec.model import MapSpec
from geo.symbology.measures import measured
from geo.tables.printed import Stated

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.tables.table import Table


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
    from geo.tables.join import join
    from geo.tables.reconcile import checks

    joined = join(
        table,
        districts,
        spec.aliases,
        allow_rows=_allowed(spec.table.allow_rows, table.keys),
        allow_districts=_allowed(spec.table.allow_districts, districts["name"]),
    )
    drawn = drawable(districts, spec.boundaries.tolerance_m)
    return Choropleth(
        spec=spec,
        name=name,
        districts=drawn,
        measures=tuple(
            measured(m, joined.columns, drawn["area_km2"].to_numpy()) for m in spec.measures
        ),
        joined=joined,
        checks=checks(table, stated),
        stated=tuple(stated),
        places=tuple(placed(point, drawn) for point in spec.points),
    )


def _allowed(names: Sequence[str], everything: Iterable[str]) -> tuple[str, ...]:
    """Return the names a spec allows to stay unmatched; a star stands for all of them."""
    return tuple(everything) if "*" in names else tuple(names)


def drawable(frame: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Return the districts with areas and label points, generalized after both were measured."""
    from geo.geometry.projection import areas_km2

    drawn = frame.assign(area_km2=areas_km2(frame))
    if tolerance_m:
        from geo.geometry.coverage import simplify

        drawn = simplify(drawn, tolerance_m)
    lon, lat = label_points(drawn)
    return drawn.assign(label_lon=lon, label_lat=lat)
