"""From a spec to a map that any renderer can draw: `build` is the table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting, of_map
from geo.choropleth.inputs import load_districts, load_table
from geo.choropleth.measuring import checks_of, measures_of
from geo.choropleth.model import Choropleth, Period
from geo.choropleth.periods import at_period, prepared
from geo.choropleth.points import marks_of
from geo.choropleth.prepared import Prepared, keep, key_of, recalled
from geo.districts.plane import map_plane
from geo.geometry.coverage import loose, simplify, tolerance_for
from geo.geometry.poles import label_points
from geo.geometry.projection import areas_km2
from geo.spec.file import read_spec, readable_parts
from geo.spec.model import MapSpec
from geo.symbology.themes import check_outlines, check_themes
from geo.tables.join import join_periods
from geo.tables.periods import by_period
from geo.tables.printed import Stated

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.districts.boundaries import Reading
    from geo.geometry.plane import Plane
    from geo.symbology.measures import Measure
    from geo.tables.join import Joined
    from geo.tables.table import Table


#: Of the extent: half of the smallest step that a page draws, see `geo.web.page.RESOLUTION`.
_SHOWN = 1 / 8000
#: Outlines of more vertices are generalized by default: files made for maps have fewer.
_VERY_FINE = 400_000


def build(spec: MapSpec | Path | str, *, name: str = "map", cache: bool = False) -> Choropleth:
    """Build the map that a spec describes.

    Parameters
    ----------
    spec : MapSpec, Path or str
        A spec, or the path of one.
    name : str, default "map"
        Stem of the output files; a path has its own.
    cache : bool, default False
        Keep large polygons as they were prepared, and take them from there the next time; the map
        is the same. See `geo.choropleth.prepared`.

    Returns
    -------
    Choropleth

    Raises
    ------
    MapError
        If an input is wrong. Contradicted totals are no error here: they are in `checks`.
    """
    if not isinstance(spec, MapSpec):
        path = Path(spec)
        spec, name = sound_spec(path), path.stem
    problems: list[Problem] = []
    key = key_of(spec) if cache else ""
    kept = recalled(key)
    with collecting(problems):
        reading = (
            load_districts(spec.boundaries, spec.map.outline, spec.language)
            if kept is None
            else kept.reading
        )
    # Faults of the polygons must not hide those of the table: both are read before either is
    # reported. A release is the exception, since its names can only be sought with the polygons'.
    if problems and spec.table.release is None:
        with collecting(problems):
            load_table(spec, None)
    if problems:
        raise MapError(problems)
    table, stated = load_table(spec, reading.districts)
    prepare = partial(_prepared, spec, reading, kept, key)
    return replace(assemble(spec, name, reading, table, stated, prepare), kept=key)


def _prepared(spec: MapSpec, reading: Reading, kept: Prepared | None, key: str = "") -> Prepared:
    """Return the polygons ready to be drawn: those that are kept, or made and kept."""
    if kept is not None:
        return kept
    tolerance_m = tolerance_of(reading.districts, spec.boundaries.tolerance_m)
    shown = generalized(reading.districts, tolerance_m)
    plane = map_plane(reading.districts, spec.map, shown)
    drawn = labelled(shown, plane)
    notes = tuple(_generalized(spec, reading.districts, tolerance_m))
    # What is generalized is looked at again, and for the next build once.
    matched = reading.matched and not tolerance_m
    if key and not matched:
        matched = not loose(drawn.geometry.to_numpy())
    made = Prepared(reading, drawn, plane, tolerance_m, notes, matched)
    keep(key, made)
    return made


def sound_spec(path: Path) -> MapSpec:
    """Read a spec; if it is wrong, say what is wrong with the files it names, too.

    Raises
    ------
    MapError
        Every problem of the spec, and those of polygons, table and totals as far as it names them.
    """
    problems: list[Problem] = []
    with collecting(problems):
        return read_spec(path)
    parts = readable_parts(path)
    if parts is not None and (parts.boundaries.file or parts.boundaries.code):
        with collecting(problems):
            load_districts(parts.boundaries)
    if parts is not None and parts.table.file:
        with collecting(problems):
            load_table(parts, None)
    raise MapError(problems)


def assemble(
    spec: MapSpec,
    name: str,
    reading: Reading,
    table: Table,
    stated: Sequence[Stated],
    prepare: Callable[[], Prepared] | None = None,
) -> Choropleth:
    """Join, reconcile, classify and colour inputs that are already read.

    `prepare` gives the polygons ready to be drawn; by default they are prepared here.

    Raises
    ------
    MapError
        If rows and districts do not match, or a measure cannot be classified.
    """
    style = str(spec.style or f"{name}, house")
    check_themes(spec.house, style)
    tables = by_period(table) if table.periods else {"": table}
    joined = _joined(spec, tables, reading)
    # Rows are matched before areas and label points are computed, which takes longer.
    with of_map(name):
        ready = prepare() if prepare else _prepared(spec, reading, None)
        drawn = ready.drawn
        measures = measures_of(spec, joined, drawn["area_km2"].to_numpy())
        check_outlines(spec.house, measures[-1], style)
        places, annotations = marks_of(spec.points, spec.annotations, drawn)
    latest = list(tables)[-1]
    found = Choropleth(
        spec=spec,
        name=name,
        districts=drawn,
        measures=measures[-1],
        joined=joined[latest],
        checks=checks_of(spec, tables, joined, stated),
        stated=tuple(s for s in stated if s.period == latest),
        places=places,
        annotations=annotations,
        read=(*reading.notes, *ready.notes),
        carved=reading.carved,
        plane=ready.plane,
        tolerance_m=ready.tolerance_m,
        matched=ready.matched,
    )
    return _with_periods(found, joined, measures) if table.periods else found


def _with_periods(
    found: Choropleth, joined: Mapping[str, Joined], measures: Sequence[tuple[Measure, ...]]
) -> Choropleth:
    """Return the map with all its periods, the latest in view."""
    notes = tuple(dict.fromkeys(note for one in joined.values() for note in one.notes))
    whole = replace(
        found,
        joined=replace(found.joined, notes=notes),
        wording=prepared(found.spec, list(joined)),
        periods=tuple(
            Period(label, own, one)
            for (label, one), own in zip(joined.items(), measures, strict=True)
        ),
    )
    return at_period(whole, whole.periods[-1].label)


def _joined(spec: MapSpec, tables: Mapping[str, Table], reading: Reading) -> dict[str, Joined]:
    """Return how the rows of every period were matched, by period."""
    districts = reading.districts
    keys = [key for table in tables.values() for key in table.keys]
    # A row for a district of which the file has no outline is no slip: the note names it.
    lost = set(reading.lost)
    known = [key for key in keys if key in lost]
    found = join_periods(
        tuple(tables.values()),
        districts,
        spec.aliases,
        allow_rows=(*_allowed(spec.table.allow_rows, keys), *known),
        allow_districts=_allowed(spec.table.allow_districts, districts["name"]),
    )
    return dict(zip(tables, found, strict=True))


def _allowed(names: Sequence[str], everything: Iterable[str]) -> tuple[str, ...]:
    """Return the names a spec allows to stay unmatched; a star means all of them."""
    return tuple(everything) if "*" in names else tuple(names)


def tolerance_of(frame: gpd.GeoDataFrame, asked: float | None) -> float:
    """Return the tolerance of the generalization in metres: as asked, or what no output shows."""
    if asked is not None:
        return asked
    return tolerance_for(frame, _SHOWN, _VERY_FINE)


def _generalized(spec: MapSpec, frame: gpd.GeoDataFrame, tolerance_m: float) -> list[Problem]:
    """Say that outlines are not those of the file, if nobody asked for it."""
    if spec.boundaries.tolerance_m is not None or not tolerance_m:
        return []
    n = int(frame.geometry.count_coordinates().sum())
    return [
        Problem(
            str(spec.boundaries.file or spec.boundaries.code),
            f"{n:,} vertices, generalized with a tolerance of {tolerance_m:,.0f} m",
            "tolerance_m = 0 keeps all of them.",
        )
    ]


def generalized(frame: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Return the districts with their areas, generalized after these were measured.

    Parameters
    ----------
    frame : GeoDataFrame
        EPSG:4326.
    tolerance_m : float
        Of the generalization, in metres; 0 keeps all vertices.
    """
    shown = frame.assign(area_km2=areas_km2(frame))
    # Simplified outlines have other areas, hence other densities; so areas come first.
    return simplify(shown, tolerance_m) if tolerance_m else shown


def labelled(frame: gpd.GeoDataFrame, plane: Plane) -> gpd.GeoDataFrame:
    """Return districts in EPSG:4326 with the places of their names in the plane of the map."""
    lon, lat = label_points(frame, plane)
    return frame.assign(label_lon=lon, label_lat=lat)
