"""Read a spec from ``maps/*.toml`` and report everything that is wrong with it at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, instead_of, is_file, read_text, shown
from geo.spec.boundaries import BoundariesSpec
from geo.spec.dressing import styled, with_files
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from geo.spec.part import Part
from geo.spec.problems import problems_of
from geo.spec.syntax import not_toml

#: What is named by mistake where its spec should be: sheets and polygons.
_SOURCES = frozenset(
    {".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx", ".geojson", ".json", ".topojson", ".shp",
     ".gpkg"}
)  # fmt: skip


def read_spec(path: Path) -> MapSpec:
    """Read and check a spec.

    Parameters
    ----------
    path : Path
        A TOML file. Paths in it are relative to its folder.

    Returns
    -------
    MapSpec
        With absolute paths.

    Raises
    ------
    MapError
        If it is a sheet or polygons. Every problem of a spec at once: syntax, unknown keys (with
        the nearest known one), wrong types, files that do not exist.
    """
    if path.suffix.lower() in _SOURCES and is_file(path):
        remedy = f"geo new {path} writes one for it."
        raise MapError(Problem(str(path), "is no spec, which is a .toml file", remedy))
    raw = parsed_toml(path)
    try:
        spec = MapSpec.model_validate(raw)
    except ValidationError as error:
        _, missing = _resolved(_parts(raw), path)
        raise MapError([*problems_of(str(path), error), *missing]) from None
    spec, missing = _resolved(spec, path)
    missing = [*_nameless(spec, path), *missing]
    if not missing:
        spec = styled(spec, path)
    if missing:
        raise MapError(missing)
    return spec


def parsed_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file, or say where it is none."""
    text = read_text(path)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also an integer of 5,000 digits
        raise MapError(not_toml(str(path), text, error)) from None


def readable_parts(path: Path) -> MapSpec | None:
    """Return what is right in a spec that is wrong elsewhere, so that its files can be read.

    Parameters
    ----------
    path : Path
        One that `read_spec` has refused.

    Returns
    -------
    MapSpec or None
        With the polygons, the table and the measures that are right; none of its files is missing.
        The rest has no value. None if the file is no TOML.
    """
    try:
        return _resolved(_parts(parsed_toml(path)), path, forgiving=True)[0]
    except MapError:
        return None


def _parts(raw: Mapping[str, Any]) -> MapSpec:
    """Return the parts of a spec that are right by themselves."""
    listed = raw.get("measures", ())
    measures = [_valid(MeasureSpec, m) for m in (listed if isinstance(listed, list) else ())]
    return MapSpec.model_construct(
        title="",
        source="",
        boundaries=_valid(BoundariesSpec, raw.get("boundaries")) or BoundariesSpec(),
        table=_valid(TableSpec, raw.get("table")) or TableSpec(),
        measures=tuple(measure for measure in measures if measure is not None),
    )


def _valid(model: type[Part], raw: object) -> Any:  # noqa: ANN401 - of that model
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None


def _nameless(spec: MapSpec, path: Path) -> list[Problem]:
    """Return what a spec without polygons or figures lacks."""
    found = []
    if not (spec.boundaries.file or spec.boundaries.code):
        remedy = "Add `file` or `code` to [boundaries]."
        found.append(Problem(f"{path}, boundaries", "names no polygons", remedy))
    if not (spec.table.file or spec.table.release):
        remedy = "Add `file` or `release` to [table]."
        found.append(Problem(f"{path}, table", "names no figures", remedy))
    return found


def _resolved(
    spec: MapSpec, path: Path, *, forgiving: bool = False
) -> tuple[MapSpec, list[Problem]]:
    """Return the spec with absolute paths, and those that do not exist.

    If forgiving, a file that does not exist counts as not named.
    """
    folder = path.parent
    missing: list[Problem] = []

    def found(file: Path | None, key: str) -> Path | None:
        if file is None:
            return None
        target = absolute(folder / file)
        if is_file(target):
            return target
        what = f"no such file '{shown(file)}'"
        missing.append(Problem(f"{path}, {key}", what, instead_of(target, file)))
        return None if forgiving else target

    # `model_copy` does not validate anew: the paths are all that changes, and they were checked.
    boundaries = spec.boundaries.model_copy(
        update={
            "file": found(spec.boundaries.file, "boundaries.file"),
            "zones": found(spec.boundaries.zones, "boundaries.zones"),
        }
    )
    table = spec.table.model_copy(
        update={
            key: found(getattr(spec.table, key), f"table.{key}")
            for key in ("file", "release", "totals")
        }
    )
    plates = tuple(
        plate.model_copy(update={"profile": found(plate.profile, f"plates[{n}].profile")})
        for n, plate in enumerate(spec.plates, start=1)
    )
    house, absent = with_files(spec.house, path, "house.")
    missing += absent
    measures = tuple(
        m.model_copy(update={"breaks_from": found(m.breaks_from, f"measures.{m.id}.breaks_from")})
        for m in spec.measures
    )
    changes: dict[str, Any] = {"boundaries": boundaries, "table": table, "plates": plates}
    tiles = found(spec.cartogram.tiles, "cartogram.tiles")
    changes |= {"house": house, "measures": measures}
    changes["cartogram"] = spec.cartogram.model_copy(update={"tiles": tiles})
    return spec.model_copy(update=changes), missing


def with_release(spec: MapSpec, release: Path | None, area: str | None) -> MapSpec:
    """Return the spec with figures from a press release, or other polygons, instead.

    Parameters
    ----------
    spec : MapSpec
    release : Path, optional
        Its own stated totals then count, not those of the spec.
    area : str, optional
        A polygon file, or a code or name of the installed atlas.
    """
    changes: dict[str, Any] = {}
    if release is not None:
        if not is_file(release):
            raise MapError(
                Problem("--release", f"no such file '{shown(release)}'", instead_of(release))
            )
        figures = {"file": None, "release": release, "totals": None}
        changes["table"] = spec.table.model_copy(update=figures)
    if area is not None:
        changes["boundaries"] = spec.boundaries.model_copy(update=polygons_at(area))
    return spec.model_copy(update=changes)


def polygons_at(area: str, where: str = "--boundaries") -> dict[str, Any]:
    """Return the keys of ``[boundaries]`` for `area`, a polygon file, a code or a name.

    `where` is what a message calls it.

    What is no file and does not look like one is for the atlas, which knows codes and names.
    """
    path = Path(area)
    if is_file(path):
        return {"file": absolute(path), "code": ""}
    if not path.suffix and path.name == area:
        return {"file": None, "code": area}
    remedy = f"{instead_of(path)} Or give a code such as 370700, or a name."
    raise MapError(Problem(where, f"no such file '{area}'", remedy))


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the spec, for editors that complete TOML."""
    schema = MapSpec.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Spec of a map",
        **schema,
    }
