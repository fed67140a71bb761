"""Read a spec from ``maps/*.toml`` and report everything that is wrong with it at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from geo.base.errors import MapError, Problem
from geo.base.files import absolute, instead_of, is_file, read_text, shown
from geo.spec.model import MapSpec
from geo.spec.problems import not_toml, problems_of


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
        Every problem of the file at once: syntax, unknown keys (with the nearest known one), wrong
        types, files that do not exist.
    """
    text = read_text(path)
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also an integer of 5,000 digits
        raise MapError(not_toml(str(path), text, error)) from None
    try:
        spec = MapSpec.model_validate(raw)
    except ValidationError as error:
        raise MapError(problems_of(str(path), error)) from None
    return _resolved(spec, path)


def _resolved(spec: MapSpec, path: Path) -> MapSpec:
    """Return the spec with absolute paths, each of which exists."""
    folder = path.parent
    missing: list[Problem] = []
    if not (spec.boundaries.file or spec.boundaries.code):
        missing.append(
            Problem(
                f"{path}, boundaries", "names no polygons", "Add `file` or `code` to [boundaries]."
            )
        )
    if not (spec.table.file or spec.table.release):
        missing.append(
            Problem(f"{path}, table", "names no figures", "Add `file` or `release` to [table].")
        )

    def found(file: Path | None, key: str) -> Path | None:
        if file is None:
            return None
        target = absolute(folder / file)
        if not is_file(target):
            what = f"no such file '{shown(file)}'"
            missing.append(Problem(f"{path}, {key}", what, instead_of(target)))
        return target

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
    if missing:
        raise MapError(missing)
    return spec.model_copy(update={"boundaries": boundaries, "table": table, "plates": plates})


def with_release(spec: MapSpec, release: Path | None, area: str | None) -> MapSpec:
    """Return the spec with figures from a press release, or other polygons, instead.

    Parameters
    ----------
    spec : MapSpec
    release : Path, optional
        Its own stated totals then count, not those of the spec.
    area : str, optional
        A polygon file, or a code of the installed atlas.
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


def polygons_at(area: str) -> dict[str, Any]:
    """Return the keys of ``[boundaries]`` for `area`, a code of the atlas or a polygon file."""
    if area.isdigit():
        return {"file": None, "code": area}
    path = Path(area)
    if not is_file(path):
        remedy = f"{instead_of(path)} Or give a code such as 370700."
        raise MapError(Problem("--boundaries", f"no such file '{area}'", remedy))
    return {"file": absolute(path), "code": ""}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the spec, for editors that complete TOML."""
    schema = MapSpec.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Spec of a map",
        **schema,
    }
