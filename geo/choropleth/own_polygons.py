"""A polygon file for a new spec: which keys it needs beside its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from geo.base.errors import MapError, Problem, first_few
from geo.choropleth.inputs import load_districts
from geo.districts.checks import NO_CRS
from geo.spec.boundaries import BoundariesSpec
from geo.spec.problems import problems_of

if TYPE_CHECKING:
    from geo.districts.boundaries import Reading

#: Longitude and latitude: what a file without a CRS is in, if its numbers fit.
_DEGREES = "EPSG:4326"
_HOW = "Keys of [boundaries] are given as --set KEY=VALUE, such as --set dissolve=true"


class OwnPolygons(NamedTuple):
    """The districts of a file, keys of ``[boundaries]`` that it needs, what was guessed."""

    reading: Reading
    keys: Mapping[str, object]
    notes: tuple[str, ...] = ()

    def figures(self, path: Path) -> tuple[str, ...]:
        """Say that the file has numbers that may be figures, and how they become a map."""
        numeric = self.reading.numeric
        if not numeric:
            return ()
        how = f"to map them, name the file as the sheet, too: geo new {path} {path}"
        return (f"{path.name} has numbers of its own ({first_few(numeric)}); {how}",)


def own_polygons(path: Path, keys: Mapping[str, object]) -> OwnPolygons:
    """Read a polygon file; one that names no CRS is tried in degrees.

    Parameters
    ----------
    path : Path
    keys : mapping of str to object
        Keys of ``[boundaries]`` as a spec may have them, but for ``file`` and ``code``.

    Raises
    ------
    MapError
        What is wrong with the keys or the file; the last line says how keys are given.
    """
    spec = _spec(path, keys)
    keys = spec.model_dump(exclude={"file"}, exclude_unset=True)
    try:
        return OwnPolygons(load_districts(spec), keys)
    except MapError as error:
        if NO_CRS in (problem.what for problem in error.problems) and not spec.crs:
            found = _in_degrees(spec, keys)
            if found:
                return found
        raise MapError([*error.problems, Problem("geo new", _HOW)]) from None


def _spec(path: Path, keys: Mapping[str, object]) -> BoundariesSpec:
    own = {"file", "code", "zones", "tolerance_m"} & set(keys)
    if own:
        what = f"{', '.join(sorted(own))} is for the spec alone"
        raise MapError(Problem("--set", what, "Write it there afterwards."))
    try:
        return BoundariesSpec.model_validate({**keys, "file": path})
    except ValidationError as error:
        raise MapError(problems_of("--set", error, BoundariesSpec)) from None


def _in_degrees(spec: BoundariesSpec, keys: Mapping[str, object]) -> OwnPolygons | None:
    try:
        reading = load_districts(spec.model_copy(update={"crs": _DEGREES}))
    except MapError:
        return None  # the message without the guess is the clearer one
    note = f"{spec.file} names no CRS; its numbers fit degrees, so the spec says {_DEGREES}: check"
    return OwnPolygons(reading, {**keys, "crs": _DEGREES}, (f"{note} where the map lies",))
