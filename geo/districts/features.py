"""Features made districts: pieces of one united, features that are none left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.base.errors import MapError, Problem, did_you_mean, first_few
from geo.districts.cells import texts
from geo.districts.checks import feature, repeated_values
from geo.geometry.repair import made_valid

#: Of the features: where more have neither name nor code, the columns are the wrong ones.
_FEW = 0.5
#: As shapely numbers kinds of geometries.
_POLYGON, _AREAS, _COLLECTION = 3, [3, 6], 7
_PIECES = (
    "Merge the two, with dissolve = true in [boundaries] if they are pieces of one district, "
    "or give each its own."
)
_DIFFERENT = "They differ in name or parent: give both the same, or each its own."


@dataclass(frozen=True, eq=False, slots=True)
class Dissolved:
    """One row a district.

    Attributes
    ----------
    frame : GeoDataFrame
        As given, its index too, without the rows that went into others.
    problems : tuple of Problem
        Features that might be pieces of one district, or might not.
    notes : tuple of Problem
        What became of the others.
    """

    frame: gpd.GeoDataFrame
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def chosen_features(
    raw: gpd.GeoDataFrame, where: Mapping[str, Sequence[str]], source: str
) -> gpd.GeoDataFrame:
    """Return the features that have one of the values asked for in each column.

    Raises
    ------
    MapError
        If there is no such column, or no such feature.
    """
    found = raw
    for column, values in where.items():
        if column not in raw:
            columns = [str(c) for c in raw.columns if c != raw.geometry.name]
            remedy = did_you_mean(column, columns)
            raise MapError(Problem(source, f"has no column '{column}'", remedy))
        there = texts(found, column)
        found = found[[value in values for value in there]]
        if found.empty:
            what = f"no feature has {column} {' or '.join(map(repr, values))}"
            raise MapError(Problem(source, what, did_you_mean(values[0], sorted({*there} - {""}))))
    return found


def polygons_only(raw: gpd.GeoDataFrame, source: str) -> Dissolved:
    """Leave out what is no polygon beside polygons: the labels and ways of a map that was exported.

    Parameters
    ----------
    raw : GeoDataFrame
        Its index counts features from 0.
    source : str
        The file, for messages.

    Returns
    -------
    Dissolved
        Of collections the polygons are left. A file without polygons is left as it is.
    """
    shapes = raw.geometry.to_numpy().copy()
    kinds = shapely.get_type_id(shapes)
    for i in np.flatnonzero(kinds == _COLLECTION):
        parts = shapely.get_parts(shapely.get_parts(shapes[i]))
        polygons = parts[shapely.get_type_id(parts) == _POLYGON]
        if len(polygons):
            shapes[i] = shapely.multipolygons(polygons)
    taken = np.flatnonzero((kinds == _COLLECTION) & np.isin(shapely.get_type_id(shapes), _AREAS))
    # -1 is no geometry: it is reported as such.
    other = ~np.isin(shapely.get_type_id(shapes), [*_AREAS, -1]) & ~shapely.is_empty(shapes)
    if other.all() or not (other.any() or len(taken)):
        return Dissolved(raw)
    notes = []
    if other.any():
        names = sorted({shape.geom_type for shape in shapes[other]})
        numbers = first_few([str(i + 1) for i in raw.index[other]])
        what = f"{other.sum()} of {len(raw)} features are no polygons and are not on the map"
        remedy = f"They are of {' and '.join(names)}: features {numbers}."
        notes.append(Problem(source, what, remedy))
    if len(taken):
        numbers = first_few([str(i + 1) for i in raw.index[taken]])
        what = f"of collections the polygons alone are on the map: features {numbers}"
        notes.append(Problem(source, what))
    return Dissolved(raw.set_geometry(shapes, crs=raw.crs)[~other], (), tuple(notes))


def dissolved(frame: gpd.GeoDataFrame, source: str, key: str, *, asked: bool) -> Dissolved:
    """Unite features that are pieces of one district.

    Parameters
    ----------
    frame : GeoDataFrame
        With ``code``, ``name`` and perhaps ``parent``; its index counts features from 0.
    source : str
        The file, for messages.
    key : {"code", "name"}
        What identifies a district.
    asked : bool
        The map-maker says that features of one name are one district. Those of one code, one name
        and one parent are, whoever says so.
    """
    whole = ["code", "name", *(c for c in ["parent"] if c in frame)]
    filled = frame[key].astype(bool)
    repeated = filled & frame[key].duplicated(keep=False)
    if not repeated.any():
        return Dissolved(frame)
    first = frame[filled].groupby(whole, sort=False).head(1).index
    one = first if asked or key == "code" else frame.index
    left = frame[frame.index.isin(one) | ~filled]
    problems = repeated_values(source, key, left, _DIFFERENT if asked else _PIECES)
    pieces = frame[repeated].groupby(whole, sort=False).groups
    several = [group for group in pieces.values() if len(group) > 1]
    if problems or not several:
        return Dissolved(left, tuple(problems))
    shapes = left.geometry.copy()
    for group in several:
        shapes[group[0]] = _united(frame.geometry[group])
    return Dissolved(left.set_geometry(shapes), (), (_pieces_note(frame, left, several, source),))


def _pieces_note(
    frame: gpd.GeoDataFrame, left: gpd.GeoDataFrame, several: list[pd.Index], source: str
) -> Problem:
    numbers = " and ".join(str(i + 1) for i in several[0][:2])
    what = (
        f"{len(frame)} features make {len(left)} districts: those of one code and name are pieces "
        f"of one, as {numbers} ({frame['name'][several[0][0]]})"
    )
    return Problem(source, what)


def _united(pieces: gpd.GeoSeries) -> shapely.Geometry:
    """Unite the pieces of a district, also those that overlap; what is no polygon stays."""
    shapes = pieces[~shapely.is_missing(pieces.to_numpy())].to_numpy()
    at = np.isin(shapely.get_type_id(shapes), _AREAS)
    shapes[at] = made_valid(shapes[at]).polygons
    if not shapely.is_valid(shapes).all():
        # Its repair would be seen: whoever checks the whole refuses it.
        return shapely.multipolygons(shapely.get_parts(shapes[at]))
    return shapely.union_all(shapes) if len(shapes) else None


def without_nameless(frame: gpd.GeoDataFrame, source: str) -> Dissolved:
    """Leave out features with neither name nor code, if they are few: lakes, disputed ground."""
    blank = ~(frame["code"].astype(bool) | frame["name"].astype(bool))
    if not blank.any() or blank.sum() > _FEW * len(frame):
        return Dissolved(frame)
    numbers = [i + 1 for i in frame.index[blank]]
    many = len(numbers) > 1
    few = first_few([*map(str, numbers)])
    where = f"{source}, features {few}" if many else feature(source, numbers[0], "")
    what = "have neither name nor code and are" if many else "has neither name nor code and is"
    remedy = "Give it a name in the file if it is a district."
    return Dissolved(frame[~blank], (), (Problem(where, f"{what} not on the map", remedy),))
